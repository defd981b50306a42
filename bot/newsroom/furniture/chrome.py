"""What a page shows around a story: lines that are nobody's words."""

import regex

from bot.newsroom.furniture.bylines import is_byline
from bot.newsroom.furniture.chrome_words import is_foreign_chrome
from bot.newsroom.furniture.reported import is_reported
from bot.newsroom.furniture.stamps import is_counter, is_signed_stamp, is_stamp
from storage.words import UNSPACED

# Whole lines.
_LABEL = regex.compile(
    r"""(?:share(?:\ (?:this|on|via|now|article|story)\b.*)?|shares?|recent\ (?:posts?|articles?|news|stories)
    |related(?:\ .{0,40})?|trending(?:\ .{0,30})?|latest(?:\ (?:news|posts?|stories|articles?))?|popular(?:\ posts?)?
    |most\ (?:read|popular|viewed|shared)|advertisement|advertising|sponsored(?:\ .{0,30})?|ad|ads|promoted
    |menu|home|search|log\ ?in|sign\ (?:in|up|out)|register|subscribe(?:\ now)?|newsletters?
    |contact(?:\ us)?|about(?:\ us)?
    |privacy(?:\ policy)?|terms(?:\ .{0,30})?|cookies?(?:\ .{0,30})?|skip\ to\ .{1,30}|back\ to\ top|print
    |e-?mail|copy\ link
    |facebook|twitter|x|instagram|whatsapp|telegram|linkedin|reddit|pinterest|youtube|tiktok|follow\ us(?:\ .{0,40})?
    |comments?(?:\ \(?\d+\)?)?|\d+\ comments?|leave\ a\ (?:reply|comment)|previous(?:\ (?:post|article|story))?
    |next(?:\ (?:post|article|story))?|prev|read\ more|see\ more|load\ more|more|click\ here|loading.{0,5}
    |\d+\ min(?:ute)?s?(?:\ read)?|updated?|listen|watch|live|breaking(?:\ news)?|continue\ reading|close|ok
    |accept(?:\ all)?|reject(?:\ all)?|manage\ (?:settings|preferences|cookies|options)|(?:subscrib|memb)ers?\ only
    |listen\ to\ this\ (?:article|story)|show\ this\ thread|see\ translation|view\ in\ (?:your\ |a\ )?browser
    |view\ this\ e-?mail\ in\ your\ browser|unsubscribe\b.{0,40}|like\s+comment(?:\s+share)?|for\ immediate\ release
    |top\ stories|editor['’]?s['’]?\ (?:picks?|choice)|you\ (?:may|might)\ (?:also\ )?like|recommended(?:\ .{0,30})?
    |more\ (?:from|news|stories)\b.{0,30}|more\ (?:in|on)\ \S+(?:\ \S+)?
    |(?:view|open)\ image\ in\ fullscreen|bookmark(?:ed)?|(?:hide|show|toggle)\ caption|toggle\ play
    |add\ as\ (?:a\ )?preferred(?:\ source)?\ on\ google|pinned|live\ reporting
    |(?:story|article)\ continues\ (?:below|after)\b.{0,40}|(?:skip\ past|after)\ newsletter\ promotion
    |list\ (?:of\ \d+\ items|\d+\ of\ \d+.{0,80})|end\ of\ list|free\ (?:daily|weekly)\ newsletter
    |was\ this\ (?:article|story|page)\ helpful\?|thank\ you\ for\ your\ feedback!?|<br\s*/?>
    |image\ (?:source|caption),?\s*.{0,40}|enlace\ copiado|字体：.{1,12}
    |categories|category|archives?|tags?|topics?|sections?|world\ news
    |open\ in\ app|download\ (?:the|our)\ app|(?:\d+\ )?view\ comments
    |key\ (?:takeaways|points|facts)|at\ a\ glance|das\ wichtigste(?:\ in\ kürze)?|auf\ einen\ blick
    |l['’]essentiel|en\ bref
    |lo\ esencial|en\ breve|in\ breve|в\ двух\ словах|коротко|要点|ポイント|핵심\ 요약
    |(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|co|uk|de|fr|es|it|ru|info|news|tv|br|tr|in|jp|cn))\s*[:»›>→.]*""",
    regex.VERBOSE | regex.IGNORECASE,
)
# Openings of short lines; a sentence of some length that begins like one is a sentence.
_OPENING = regex.compile(
    r"""(?:share\ this|read\ (?:more|also|next)\b|also\ read|see\ also|related:|watch:|listen\ to|tags?:|topics?:
    |filed\ under|posted\ (?:in|on|by)|published\ (?:on|at|by|:)|updated\ (?:on|at|:)|last\ (?:updated|modified)
    |photo(?:graph)?s?\ (?:by|:)|image(?:s|\ credit)?\s*(?:by\ (?!image)|:)|picture:\s*getty
    |getty\ images|leave\ a\ comment)""",
    regex.VERBOSE | regex.IGNORECASE,
)
# Notices, however long.
_NOTICE = regex.compile(
    r"""(?:©|\(c\)|copyright\s*(?:©|\(c\)|\d{4})|all\ rights\ reserved
    |subscribe\ (?:to\ our|now)|sign\ up\ (?:to|for)\ our
    |follow\ (?:us|our)|join\ (?:us\ on|our)\b|download\ our|click\ (?:here|to\ share|to\ (?:e-?mail|print))
    |(?:this|our)\ (?:site|website|page)\ uses\ (?:cookies|\w+\ cookies|analytics|javascript)|we\ use\ cookies
    |by\ (?:continuing\ to\ (?:use|browse|visit)|clicking\ (?:["“‘'](?=\w)|accept|subscribe|sign\ up|submit|continue))
    |enter\ your\ e-?mail
    |we\ (?:value|respect|care\ about)\ your\ privacy|we\ and\ our\ (?:\d+\ )?partners|was\ this\ e-?mail\ forwarded
    |this\ is\ a\ developing\ story(?:[.,;]|\ and\b|$)|the\ post\ .{1,120}\ appeared\ first\ on\b
    |do\ you\ have\ a\ tip\?(?:\W*$|.{0,40}\b(?:us|contact|e-?mail|send|write)\b)
    |(?:except\ for\ the\ headline,\ )?this\ (?:story|article|report)\ has\ not\ been\ edited\ by
    |this\ (?:story|article)\ (?:originally\ appeared|is\ (?:auto-generated|published)\ from)\b
    |this\ material\ may\ not\ be\ (?:published|reproduced)
    |if\ you\ (?:buy|purchase)\ .{1,60}\ we\ may\ earn\ (?:a\ |an\ )?(?:affiliate\ )?commission
    |(?:correction:\ )?an?\ earlier\ version\ of\ this\ (?:article|story|report)
    |(?:editor['’]s\ note|disclaimer):\ (?:this|the)\ (?:story|article|report|views)
    |subscribe\ for\ \p{Sc}|then\ \p{Sc}\d+(?:\.\d\d)?\ (?:per|a)\ month
    |good\ (?:morning|evening|afternoon)[!,.]|required\ fields\ are|read\ this\ (?:e-?mail|online)
    |your\ e-?mail\ address\ will|like\ us\ on|powered\ by(?:\ [^\s,]+){1,3}\W*$
    |thanks\ for\ reading|support\ our\ journalism)""",
    regex.VERBOSE | regex.IGNORECASE,
)
_MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_BYLINE = regex.compile(
    rf"""(?i:(?:story\ |written\ |reporting\ |words\ )?by)\ \p{{Lu}}[\w.'’-]+(?:\ \p{{Lu}}[\w.'’-]+){{0,3}}
      (?:\s*[•|·,–-].*)?
    |(?i:(?:(?:published|updated|posted)\s*:?\s*)?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?
      (?:(?:{_MONTH})[a-z]*\.?\s+\d{{1,2}},?\s+\d{{4}}|\d{{1,2}}\.?\s+(?:{_MONTH})[a-z]*\.?,?\s+\d{{4}}
        |\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}})(?:[\s,|•·T-].{{0,30}})?)""",
    regex.VERBOSE,
)
_CAPTION = regex.compile(
    r"(?:^|.*[.!?(—–|/-]\s*)(?:photo(?:graph(?:y|s)?)?|image|picture|illustration|foto(?:grafía|grafia|ğraf)?"
    r"|crédits? photo|fot\.|bild|imagen|imagem"
    r"|фото|صورة|عکس|图片?|圖|写真|사진)\s*(?:by\b|credit\b|di\b|[:：/©])\s*\S.*"
    r"|.*[.!?]\s*\(?(?:\p{Lu}{2,8}|Getty Images)(?:\s(?:Photo|Foto))?\s?/\s?\p{Lu}[^.!?]{2,50}\)?\.?"
    r"|图为.*|.*[（(][^（）()]{2,12}撮影[）)]\.?|.{4,80}。[^。]{2,8}\s?[摄攝]。?",
    regex.IGNORECASE,
)
# mh/jr, (bud/rin): who wrote and edited it.
_INITIALS = regex.compile(r"[(\[]?\p{Ll}{2,4}(?:/\p{Ll}{2,4}){1,4}[)\]]?\.?")
_HANDLE = regex.compile(r"(?:[^@]{0,40}\(?@\w{3,30}\)?)(?:\s*[|·•].{0,30})?")
_MOST_WORDS_OF_CAPTION = 40
_LONGEST = 300  # characters: what is longer is nobody's stamp, counter or caption
_IDENTIFIER = regex.compile(
    r"(?-i:[a-z0-9]+(?:[-_][a-z0-9]+)+|[A-Z]{2,5}[-_]\d[\w-]*)|\S+\.(?:jpe?g|png|gif|webp|svg)|https?://\S+",
    regex.IGNORECASE,
)
_SENTENCE_END = regex.compile(r"[.!?…。！？؟।][”\"’')\]»›』」]*(?:\s*\[\d+\])*(?:\s*[(（][^()（）]{1,30}[)）])?$")
_MIN_WORDS_OF_SENTENCE = 4
_MIN_WORDS_OF_PROSE = 12
_MIN_WORDS_AFTER_OPENING = 8


def is_chrome(line: str) -> bool:
    """Whether a line is furniture of a page: labels, share bars, bylines, notices, file names."""
    is_notice = _NOTICE.match(line) is not None and not is_reported(line)
    if is_notice or _LABEL.fullmatch(line) or _IDENTIFIER.fullmatch(line):
        return True
    is_sentence = len(line.split()) >= _MIN_WORDS_AFTER_OPENING and ends_sentence(line)
    if (_BYLINE.fullmatch(line) and not is_sentence) or is_byline(line):
        return True
    if len(line) > _LONGEST:
        return False
    if is_foreign_chrome(line) or _HANDLE.fullmatch(line) or _INITIALS.fullmatch(line):
        return True
    if is_stamp(line) or is_signed_stamp(line) or is_counter(line) or is_caption(line):
        return True
    return bool(_OPENING.match(line)) and not is_sentence


def is_caption(line: str) -> bool:
    """Whether a line says what a picture shows, and ends with who took it."""
    return len(line.split()) <= _MOST_WORDS_OF_CAPTION and _CAPTION.fullmatch(line) is not None


def is_prose(line: str) -> bool:
    """Whether a line reads like running text: a sentence, or many words."""
    if is_chrome(line):
        return False
    words = len(line.split()) + len(UNSPACED.findall(line)) // 2
    if words >= _MIN_WORDS_OF_PROSE:
        return True
    return words >= _MIN_WORDS_OF_SENTENCE and ends_sentence(line)


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does, a quotation's end, marks or an aside behind it."""
    return _SENTENCE_END.search(line) is not None


def is_label(line: str) -> bool:
    """Whether a line inside a story is furniture rather than a subheading."""
    has_letters = any(character.isalpha() for character in line)
    return is_chrome(line) or not has_letters or line.endswith(":")
