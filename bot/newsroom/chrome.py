"""What a page shows around a story: lines that are nobody's words."""

import regex

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
    |accept(?:\ all)?
    |top\ stories|editor['’]?s['’]?\ (?:picks?|choice)|you\ (?:may|might)\ (?:also\ )?like|recommended(?:\ .{0,30})?
    |more\ (?:from|in|on|news|stories)\b.{0,40}|categories|category|archives?|tags?|topics?|sections?|world\ news
    |open\ in\ app|download\ (?:the|our)\ app)\s*[:»›>→.]*""",
    regex.VERBOSE | regex.IGNORECASE,
)
# Openings of lines, sentences or not.
_OPENING = regex.compile(
    r"""(?:share\ this|read\ (?:more|also|next)\b|also\ read|see\ also|related:|watch:|listen:|tags?:|topics?:
    |filed\ under|posted\ (?:in|on|by)|published\ (?:on|at|by|:)|updated\ (?:on|at|:)|last\ (?:updated|modified)
    |photo(?:graph)?s?\ (?:by|:)|image(?:s|\ credit)?\s*(?:by|:)|picture:\s*getty|getty\ images
    |©|\(c\)|copyright\b|all\ rights\ reserved
    |subscribe\ (?:to|for|now)|sign\ up\ (?:to|for|now)|follow\ (?:us|our)|join\ (?:us|our)\b|download\ our|click\ here
    |this\ (?:site|website|page)\ uses|we\ use\ cookies|by\ (?:continuing|clicking)|enter\ your\ e-?mail
    |leave\ a\ comment    |your\ e-?mail\ address\ will|like\ us\ on|powered\ by
    |thanks\ for\ reading|support\ our\ journalism)""",
    regex.VERBOSE | regex.IGNORECASE,
)
_IDENTIFIER = regex.compile(
    r"[a-z0-9]+(?:[-_][a-z0-9]+)+|\S+\.(?:jpe?g|png|gif|webp|svg)|https?://\S+", regex.IGNORECASE
)
_SENTENCE_END = regex.compile(r"[.!?…。！？؟।][”\"’')\]»›』」]*(?:\s*\[\d+\])*$")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]")
_MIN_WORDS_OF_SENTENCE = 4
_MIN_WORDS_OF_PROSE = 12


def is_chrome(line: str) -> bool:
    """Whether a line is furniture of a page: labels, share bars, notices, file names."""
    return bool(_LABEL.fullmatch(line) or _OPENING.match(line) or _IDENTIFIER.fullmatch(line))


def is_prose(line: str) -> bool:
    """Whether a line reads like running text: a sentence, or many words."""
    if is_chrome(line):
        return False
    words = len(line.split()) + len(_UNSPACED.findall(line)) // 2
    if words >= _MIN_WORDS_OF_PROSE:
        return True
    return words >= _MIN_WORDS_OF_SENTENCE and bool(_SENTENCE_END.search(line))


def is_label(line: str) -> bool:
    """Whether a line inside a story is furniture rather than a subheading: chrome, capitals only, or one word."""
    has_letters = any(character.isalpha() for character in line)
    is_one_word = len(line.split()) == 1 and not _UNSPACED.search(line)
    return is_chrome(line) or line.isupper() or is_one_word or not has_letters or line.endswith(":")
