"""Who says so: the outlets that a sentence names as its sources.

A cue (`according to`, `as reported by`, `reports from`) opens a list of names. A name counts if the directory knows
it; an unknown one counts if it reads like an outlet's. Officials, experts and people are nobody's outlet.
"""

from dataclasses import dataclass

import regex

from bot.newsroom.furniture.stamps import is_stamp
from bot.newsroom.outlets.credits import without_one_outlet
from bot.newsroom.outlets.cues import BEHIND_NAMES, BETWEEN_NAMES, CUE, LEAD_IN, NEXT, SAYING, SEPARATOR
from bot.newsroom.outlets.directory import Directory
from bot.newsroom.outlets.names import NameContext, has_media_word, reads_like_outlet

_SEPARATOR_WORD = regex.compile(r"And|Or|As|In|On|The|By")
_TOKEN = regex.compile(r"[^\s,;:()\[\]“”\"«»、،]+")
_NAME_WORD = regex.compile(r"[\p{Lu}\p{N}\p{Lo}][^\s,;:()\[\]“”\"«»]*")
_CONNECTOR = frozenset("of the de la le del des du el al and for & di da do".split())
_POSSESSIVE = regex.compile(r"['’]s?$")
_BEHIND_NAME = regex.compile(r"['’]\p{L}{1,4}$|(?:通信社?|通讯社|通訊社|통신사?)$")
_ADDRESS = regex.compile(r"https?://[^\s,;]+", regex.IGNORECASE)
_ASIDE = regex.compile(r"\s+\([^()]*\)|\s+\([^()]*$")
_JOINED = regex.compile(
    r"\s+(?:con\sinformaci(?:ón|ones)\sde|com\sinformações\sd[aeo]s?|con\sinformazioni\sd[ia]"
    r"|mit\s(?:informationen|material)\s(?:von|der|des)|avec|mit|con|com)\s+",
    regex.IGNORECASE,
)
_DOT = regex.compile("・")
# Who wrote or translated it; 新华社（记者：李明）.
_ROLES = regex.compile(
    r"\s*[（(]?(?:译者|譯者|作者|编辑|編輯|记者|記者|责编|責編|翻译|翻譯)[:：]\s?[^，,、；;）)\s]{1,12}[）)]?"
)
# Nobody's name, in a list of names.
_UNNAMED = regex.compile(
    r"(?:^|[,;/+&،、|]\s*|\s+(?:and|und|et|y|e|и|та|ve|dan|con|com|avec|mit|with)\s+)"
    r"(?:(?:our\s)?own\s(?:reporting|research|correspondents?)|eigene[rn]?\s(?:recherchen?|berichte?)"
    r"|elaboraci[oó]n\spropia|собственн\p{L}+\s(?:информация|корреспондент\p{L}*)"
    r"|(?:la\s|die\s)?(?:r[ée]daction|redacci[oó]n|redaktion|redazione|redaksi)"
    r"|agencias|agências|agences|agenturen|agenzie|ajanslar|агентства|(?:news\s)?agencies|wire\sservices|wires"
    r"|وكالات(?:\sالأنباء)?|خبرگزاری‌ها|eye-?witness(?:es)?|press\sreleases?)(?=\s*(?:\.?$|[,;/+&،、|]))",
    regex.IGNORECASE,
)
_ETC = regex.compile(
    r"(?:[,;/+&،、|]\s*|\s+(?:and\s+)?)(?:etc|ecc|dll|dkk|et\sal|u\.\s?a|и\sдр|тощо|entre\s(?:otros|outros|otras|outras)"
    r"|(?:y|e)\sotros|and\sothers|vb|आदि|وغيرها|و\sغیره)(?:\.|(?=\s*(?:$|[,;/+&،、|])))",
    regex.IGNORECASE,
)
_OTHERS = regex.compile(r"(?<=[\p{Han}\p{Katakana}\p{L}])(?:など|等|ほか|외)$")
_COLON = regex.compile(r"\s*[:,]?\s*")
_BLANKS = regex.compile(r"[^\S\n]+")
_ARTICLE = regex.compile(r"the\s+")
_ENDS_ITEM = regex.compile(r"['’]s?\b|\s*(?:[,;.:!?…)\]”\"»،。]|$|(?:and|or|&|y|e|et|und|и|و)\s)")
_FOLLOWING = regex.compile(r"\s+(?:(?:of|for)\s+)?(\p{Lu}[\p{L}\p{N}]*)")
_CAPITALISED_BEFORE = regex.compile(r"(\p{Lu}[\p{L}'’]*)\s+$")
_DASH_BEHIND = regex.compile(r"\s+[-–—]\s")
_LONGEST_NAME_WORDS = 7
_LOOKED_AT = 3000  # characters: no sentence is longer


@dataclass(frozen=True, slots=True)
class _Name:
    name: str
    end: int
    is_known: bool


def extract_outlets(sentence: str, directory: Directory) -> tuple[str, ...]:
    """Return the outlets a sentence names as its sources, each once, in order; unknown ones as spelt there."""
    found: dict[str, None] = {}
    position, sentence = 0, sentence[:_LOOKED_AT]
    while position < len(sentence):
        cue = CUE.match(sentence, position)
        if cue and _starts_word(sentence, position):
            names, end = _read_list(sentence, cue.end(), directory, _context(cue))
        else:
            names, end = _read_subjects(sentence, position, directory)
        found.update(dict.fromkeys(names))
        # A list in which nothing was found may hide a further cue: go on right behind this one.
        position = max(end if names else (cue.end() if cue else position), position + 1)
    found.update(dict.fromkeys(_extract_before_cues(sentence, directory)))
    return tuple(found)


def _extract_before_cues(sentence: str, directory: Directory) -> list[str]:
    """Return the known outlets that a sentence names before it says that they report it."""
    names = [name for match in BEHIND_NAMES.finditer(sentence) for name in BETWEEN_NAMES.split(match["names"])]
    return [known for name in names if (known := _find_bare(name.strip(), directory))]


def _find_bare(name: str, directory: Directory) -> str | None:
    """Find an outlet by its name as it is declined, or with what it is behind it: Reuters'ın, ロイター通信."""
    return directory.find_name(name) or directory.find_name(_BEHIND_NAME.sub("", name))


def split_names(line: str, directory: Directory) -> tuple[str, ...]:
    """Return the outlets of a credit line, `A, B and C`: every name counts; `and 3 more` does not."""
    line = _ADDRESS.sub(lambda found: directory.name_server(found[0]), without_one_outlet(line[:_LOOKED_AT].strip()))
    line = _ETC.sub("", _UNNAMED.sub("", _ROLES.sub("", _ASIDE.sub("", line))))
    pieces = (_split_known(each, _JOINED, directory) for each in regex.split(r"\s*／\s*", line))
    line = ", ".join(_split_known(each, _DOT, directory) for each in pieces)
    line = regex.sub(r"(?:,|\s+and|\s+&)?\s+\d+\s+(?:more|others?)\s*\.?$", "", line)
    names, position = [], 0
    while position < len(line):
        known = _read_known(line, position, directory)
        end = known.end if known else _next_separator(line, position)
        name = known.name if known else _OTHERS.sub("", line[position:end].strip(' .«»“”"'))
        if name and not is_stamp(name) and (known or reads_like_outlet(name, NameContext.CREDITED)):
            names.append(_find_bare(name, directory) or name)
        separator = SEPARATOR.match(line, end)
        if known and separator and not separator[0].strip() and not _read_known(line, separator.end(), directory):
            separator = SEPARATOR.match(line, end := _next_separator(line, separator.end()))  # BBC News Hindi
        position = separator.end() if separator and separator.end() > position else max(end, position) + 1
    return tuple(dict.fromkeys(names))


def _split_known(piece: str, divider: "regex.Pattern[str]", directory: Directory) -> str:
    """Write `ロイター・AFP通信` as two names, where one of them is known: what divides may be part of a name, too."""
    names = divider.split(piece)
    is_list = len(names) > 1 and not directory.find_name(piece) and any(_find_bare(name, directory) for name in names)
    return ", ".join(names) if is_list else piece


def _next_separator(line: str, position: int) -> int:
    match = NEXT.search(line, position)
    return match.start() if match else len(line)


def _context(cue: regex.Match[str]) -> NameContext:
    if cue["media"]:
        return NameContext.MEDIA
    return NameContext.KNOWN_ONLY if cue["known"] else NameContext.UNKNOWN


def _starts_word(text: str, position: int) -> bool:
    return position == 0 or not text[position - 1].isalnum()


def _read_list(sentence: str, position: int, directory: Directory, context: NameContext) -> tuple[tuple[str, ...], int]:
    begin = _COLON.match(sentence, position).end()  # type: ignore[union-attr]  # it matches nothing, too
    lead_in = LEAD_IN.match(sentence, position)
    if _read_known(sentence, begin, directory):
        position = begin  # an article may be part of a name: `selon Le Monde`
    elif lead_in and lead_in.end() > position:
        if regex.search(r"(?:including|such as|like|namely)\s*[:,]?\s*$", lead_in[0], regex.IGNORECASE):
            context = NameContext.MEDIA
        position = lead_in.end()
    candidates: list[_Name] = []
    end = position
    while True:
        name = _read_known(sentence, position, directory) or _read_unknown(sentence, position)
        if name is None:
            break
        separator = SEPARATOR.match(sentence, name.end)
        is_sure = name.is_known or not candidates or context is NameContext.MEDIA
        if not is_sure and not _ends_list_item(sentence, name.end):
            break  # not a name but the clause behind the list: `…, Macron will resign`
        candidates.append(name)
        end = name.end
        if separator is None or not _separates(separator[0]):
            break
        position = separator.end()
    if context is NameContext.UNKNOWN and any(name.is_known for name in candidates):
        context = NameContext.OUTLETS
    names = [name.name for name in candidates if name.is_known or _counts(name.name, context, directory)]
    return tuple(names), end


def _counts(name: str, context: NameContext, directory: Directory) -> bool:
    if context is not NameContext.KNOWN_ONLY and directory.knows_beginning(name):
        return True
    return reads_like_outlet(name, context)


def _ends_list_item(sentence: str, end: int) -> bool:
    """Whether a list can go on or end here: punctuation, a conjunction, or the sentence's end."""
    return _ENDS_ITEM.match(sentence, end) is not None


def _separates(separator: str) -> bool:
    return bool(separator.strip())


def _read_known(sentence: str, position: int, directory: Directory) -> _Name | None:
    """Read the longest known outlet that starts here, an article before it or not."""
    best, end = None, position
    for _ in range(_LONGEST_NAME_WORDS):
        token = _TOKEN.match(sentence, end)
        if token is None:
            break
        spelling = sentence[position : token.end()]
        bare = spelling.rstrip(".!?…")
        for form in dict.fromkeys((bare, _POSSESSIVE.sub("", bare))):
            name = directory.find_name(form)
            if name is None and (shorter := _without_article(form)) != form:
                name = directory.find_name(shorter)
            if name and not _goes_on(sentence, position + len(form), form, directory):
                best = _Name(name, position + len(form), is_known=True)
        blank = _BLANKS.match(sentence, token.end())
        if blank is None:
            break
        end = blank.end()
    return best


def _without_article(form: str) -> str:
    """Return a name without the article before it, or the preposition that Arabic writes together with it."""
    if form.startswith("لل"):
        return f"ال{form[2:]}"
    return form[1:] if form[:1] in ("ل", "ب") else form[4:].lstrip() if form[:4] in ("The ", "the ") else form


def _goes_on(sentence: str, end: int, form: str, directory: Directory) -> bool:
    """Whether a known spelling is but the beginning of a longer name: `The Times of Malta`, `Vanguard County`."""
    following = _FOLLOWING.match(sentence, end)
    if following is None or _SEPARATOR_WORD.fullmatch(following[1]):
        return False
    longer = sentence[end - len(form) : following.end()]
    return directory.find_name(longer) is None


def _read_unknown(sentence: str, position: int) -> _Name | None:
    """Read a run of capitalised words, or one word in small letters."""
    article = _ARTICLE.match(sentence, position)
    start = article.end() if article else position
    end, cursor, words = start, start, 0
    while (token := _TOKEN.match(sentence, cursor)) is not None:
        word = token[0].rstrip(".!?…")
        is_connector = words > 0 and word in _CONNECTOR and word not in ("and", "&")
        if not is_connector and not _NAME_WORD.match(word) and words > 0:
            break
        words += 1
        if words > _LONGEST_NAME_WORDS:
            return None  # a table, or a list: no name goes on for so long
        if not is_connector:
            end = cursor + len(word)
        if not _NAME_WORD.match(word) and not is_connector:
            break  # one word in small letters is a name by itself, or none
        blank = _BLANKS.match(sentence, token.end())
        if blank is None or word != token[0]:
            break
        cursor = blank.end()
    name = _POSSESSIVE.sub("", sentence[start:end])
    return _Name(name, start + len(name), is_known=False) if name else None


def _read_subjects(sentence: str, position: int, directory: Directory) -> tuple[tuple[str, ...], int]:
    """Read outlets that themselves report, say or write: `Reuters and AFP reported …`; or stand alone: `(Reuters)`."""
    if not _starts_word(sentence, position) or not sentence[position].isalnum() or _is_inside_name(sentence, position):
        return (), position + 1
    names, cursor = [], position
    while (name := _read_known(sentence, cursor, directory) or _read_media_name(sentence, cursor)) is not None:
        names.append(name.name)
        end = name.end
        if SAYING.match(sentence, end) or _is_alone(sentence, cursor, name):
            return tuple(names), end
        separator = SEPARATOR.match(sentence, end)
        if separator is None or not _separates(separator[0]):
            break
        cursor = separator.end()
    return (), position + 1


def _is_inside_name(sentence: str, position: int) -> bool:
    """Whether a capitalised word stands right before: `Michael Fox` is not Fox."""
    before = _CAPITALISED_BEFORE.search(sentence, max(0, position - 30), position)
    return before is not None and before[1] not in ("The", "A", "An", "As", "But", "And", "In", "Meanwhile", "While")


def _read_media_name(sentence: str, position: int) -> _Name | None:
    """Read an unknown name that is an outlet's beyond doubt: `the Tallvik Tribune`."""
    name = _read_unknown(sentence, position)
    return name if name is not None and has_media_word(name.name) else None


def _is_alone(sentence: str, start: int, name: _Name) -> bool:
    """Whether a known outlet stands in brackets, or as the dateline of a report: `(Reuters)`, `Reuters - Oil …`."""
    if not name.is_known:
        return False
    in_brackets = sentence[start - 1 : start] == "(" and sentence[name.end : name.end + 1] == ")"
    is_dateline = start == 0 and _DASH_BEHIND.match(sentence, name.end) is not None
    return in_brackets or is_dateline
