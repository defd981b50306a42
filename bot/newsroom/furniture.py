"""Furniture inside a story: what agencies and sites put before, between and behind their sentences."""

import regex

from bot.newsroom.chrome import is_chrome
from bot.newsroom.stamps import is_stamp

# What an agency writes before its first sentence: the place, the day, its name.
_AGENCY = (
    r"AA|AFP|ANI|ANP|ANSA|APA|AP|Belga|Bloomberg|CNN|[ČC]TK|dpa|EFE|Efe|epd|Europa Press|IANS|KNA|Kyodo|Lusa|MTI|NTB"
    r"|PAP|PTI|Reuters|Ritzau|SDA|sid|STT|TASS|TT|UPI|Xinhua|Yonhap"
)
_DAY = r"(?:\p{N}{1,2}\.?\s\p{L}{3,12}\.?|\p{L}{3,12}\.?\s\p{N}{1,2})(?:,\s\p{N}{4})?"
_BEGINS = r"(?=[\p{Lu}\p{Lo}\p{N}(“\"«„])"
_DATELINES = (
    # LENN, Nov 24 (Reuters) - · Lenn (dpa/lno) - · (ANSA) - · and (CNN) without a dash
    regex.compile(
        rf"(?:[\p{{L}}\p{{N}}\s.,'’-]{{2,40}}\s)?\((?:{_AGENCY})(?:/\w{{2,5}})?\)\s*\.?\s*[-–—:]*\s*{_BEGINS}"
    ),
    regex.compile(
        rf"\p{{Lu}}[\p{{L}}\s'’-]{{1,40}},\s{_DAY}\s*\([^()]{{2,25}}\)\s*\.?\s*[-–—:]+\s*"
    ),  # Lenn, 24 nov (X).-
    # LENN, November 24. /TASS/.
    regex.compile(r"\p{Lu}[\p{L}\p{N}\s.,'’-]{1,60}[.\s]/[\p{L} ]{2,20}/\s*(?:\.\s*|[-–—]+\s+)"),
    regex.compile(  # VELMORA — · Lenn. 24 ноября. ИНТЕРФАКС - · LENN, 24 NOV -
        r"(?:\p{Lu}\p{L}+(?:[\s-]\p{L}+)?\.\s\p{N}{1,2}\s\p{L}+\.\s)?"
        r"\p{Lu}{4}[\p{Lu}\s.'’-]{0,30}(?:,\s[\p{L}\p{N}\s.,]{2,20})?\s*(?:—|–|--?\s)\s*(?=[\p{Lu}“\"«])"
    ),
    regex.compile(  # Lenn, 24 May –
        r"\p{Lu}\p{L}+(?:\s\p{L}+)?,\s(?:\p{N}{1,2}\s\p{L}+|\p{L}+\s\p{N}{1,2})\s*[-–—]+\s+(?=\p{Lu})"
    ),
    regex.compile(
        r"[^，。\s]{0,12}[社网報报][^，。]{0,16}\p{N}+日(?:[电電讯訊]|消息)\s*(?:（[^（）]{1,20}）)?[，,]?\s*"
    ),  # 新华社…电
    regex.compile(r"【[^【】]{1,24}】\s*"),
    regex.compile(
        r"\([^()=\n]{1,20}=[^()=\n]{1,20}\)\s*(?:\p{Hangul}{2,5}\s(?:특파원|기자)\s*=?\s*)?"
    ),  # (서울=연합뉴스) … 기자 =
)
# At the head of a report alone: SAN TALVIK, Lenn: · 塔尔维克：. Fewer letters are an office's name as often.
_CAPITALS = r"\p{Lu}[\p{Lu}.'’/-]+"
_PLACE = rf"(?:{_CAPITALS}\s){{0,3}}{_CAPITALS}(?:,\s\p{{Lu}}[\p{{L}}.'’ ]{{2,25}}){{0,2}}"
_BARE_PLACES = (
    regex.compile(rf"(?=[^:]{{5,60}}:){_PLACE}\s*:\s*{_BEGINS}"),
    regex.compile(rf"(?=[^-–—]{{5,60}}[-–—]){_PLACE}\s+[-–—]+\s+{_BEGINS}"),
    regex.compile(r"[\p{Han}·]{2,10}(?:[:：]|——|—)\s*(?=\p{Han})"),
    regex.compile(r"[（(][\p{Han}\p{N}日]{2,14}[讯訊电電][）)]\s*|[\p{Han}]{2,6}\p{N}{1,2}日[讯訊电電]\s*"),
)
_MOST_DATELINES = 3
# Words by which a site speaks to its reader, where a sentence begins so.
_ADDRESSED = regex.compile(
    r"""[\W_]*(?:read\ (?:more|also|next)\b|click\ (?:here|on|the)\b|sign\ up\b|subscribe\b|follow\ (?:us|our)\b
    |log\ ?in\b|scroll\ down|to\ (?:continue|keep)\ reading|watch:|see\ also|related:|photo:|image:|advertisement\s*$
    |join\ our\b|download\ (?:our|the)\ app|listen\ to\ (?:our|the)\ podcast|support\ our
    |suscr[ií]b(?:a|e)(?:se|te)|s[ií]gu?(?:e|a)nos|le[ae]\ tambi[eé]n|te\ puede\ interesar|para\ seguir\ leyendo
    |assine|inscreva-se|siga-nos|le(?:ia|r)\ (?:tamb[eé]m|mais)|veja\ tamb[eé]m
    |abonnez-vous|inscrivez-vous|suivez-nous|lire\ (?:aussi|la\ suite)|à\ lire|pour\ lire\ la\ suite
    |abonnieren\ sie|folgen\ sie|lesen\ sie\ (?:auch|mehr)|mehr\ zum\ thema|jetzt\ (?:anmelden|abonnieren)
    |iscriviti|abbonati|seguici|leggi\ (?:anche|tutto)
    |подписывайтесь|подпишитесь|читайте\ (?:также|нас)|смотрите\ также|підпис(?:уй|ати)|читайте\ також
    |abone\ ol|bizi\ takip|ayrıca\ okuyun|baca\ juga|ikuti\ kami|berlangganan
    |اقرأ\ أيض|اشترك|تابعنا|تابعونا|بیشتر\ بخوانید|همچنین\ بخوانید|यह\ भी\ पढ़ें|हमें\ फॉलो
    |相关阅读|延伸阅读|关注我们|扫码|関連記事|フォロー|관련\ ?기사|구독)""",
    regex.VERBOSE | regex.IGNORECASE,
)
_SOLD = regex.compile(
    r"\b(?:subscri(?:be|bers?|ptions?)|members?(?:hip)?|plans?|cancel|per\ month|a\ month|first\ month|trial"
    r"|log\ in|sign\ in|unlimited\ access|costs?\ (?:only|just|one))\b",
    regex.IGNORECASE,
)
_READER = regex.compile(r"\b(?:you|your)\b", regex.IGNORECASE)
_NOTICE = regex.compile(r"©|all rights reserved|https?://|www\.", regex.IGNORECASE)
_BYLINE = regex.compile(r"By\s\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){1,5}(?:[,|].{0,80})?\.?")
_SIGNED = regex.compile(
    r"\(?(?:Additional\s)?(?:Reporting|Writing|Editing|Compiled|Written|Graphic|Photos?)\s[Bb]y\s\p{Lu}"
)
_LOOKED_AT = 1000  # characters
_SHORT = 120  # characters


def without_dateline(paragraph: str, *, is_head: bool = False) -> str:
    """Return a paragraph without what an agency writes before its first sentence.

    A bare place stands only at the head of a report, in its first paragraphs.
    """
    forms = (*_DATELINES, *_BARE_PLACES) if is_head else _DATELINES
    for _ in range(_MOST_DATELINES):
        match = next((found for each in forms if (found := each.match(paragraph))), None)
        if match is None or match.end() == len(paragraph):
            break
        paragraph = paragraph[match.end() :]
    return paragraph


def is_furniture(sentence: str) -> bool:
    """Whether a sentence is none of the story's: a byline, a caption, a stamp, a word to the reader, a price list."""
    sentence = sentence[:_LOOKED_AT]
    bare = sentence.rstrip(".")
    if is_chrome(sentence) or is_stamp(bare) or _ADDRESSED.match(sentence):
        return True
    if _BYLINE.fullmatch(sentence) or _SIGNED.match(sentence):
        return True
    if _READER.search(sentence) and len(set(map(str.casefold, _SOLD.findall(sentence)))) > 1:
        return True
    return len(sentence) <= _SHORT and _NOTICE.search(sentence) is not None
