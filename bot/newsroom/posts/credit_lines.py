"""Lines of a pasted page that credit outlets: `Source: …`, `[Reuters]`, `reuters.com`, `Read the full story at BBC`."""

from collections.abc import Sequence

import regex

from bot.newsroom.furniture.stamps import is_stamp
from bot.newsroom.outlets.attribution import split_names
from bot.newsroom.outlets.directory import Directory

_CREDIT = regex.compile(
    r"(?:\d{1,2}/\d{0,2}\s)?[\p{Extended_Pictographic}\uFE0F\s(\[（【]*"
    r"(?:(?:credited\s+(?:from|to|by)|credits?|crédits?|créditos?|sources?|v[ií]a|h/?t|hat\s*tip|courtesy|fuentes?|quellen?"
    r"|fontes?|fonti?|kaynak(?:lar)?|sumber|bron|källa|kilde|lähde|zdroj|źródło|sursa|forrás|nguồn|πηγή|מקור|المصدر|المصادر|منبع|منابع|सोर्स|इनपुट|综合|綜合"
    r"|источники?|джерел[оа]|स्रोत|来源|來源|出典|ソース|출처|引用元|ที่มา|ماخذ|سرچشمه"
    r"|original|reporting|agenc(?:y|ies)|agences?|agencias?|agências?|agenzi[ae]|agentur(?:en)?)"
    r"\s*(?:[:：/]|[–—-](?=\s)|(?<=\bv[ií]a|\bh/t|\bht)\s)"
    r"|(?:con\s+informaci(?:ón|ones)\s+de|com\s+informações\s+d[aeo]s?|con\s+informazioni\s+d[ia]|mit\s+material\s+(?:von|der)"
    r"|по\s+материалам|за\s+матеріалами)\s*:?\s)"
    r"\s*(\S.*?)[)\]）】]?",
    regex.IGNORECASE,
)
_HEADING = regex.compile(
    r"(?:sources|quellen|fuentes|fontes|fonti|источники|джерела|kaynaklar|sumber|المصادر|منابع|स्रोत|来源|來源|参考资料|出典|출처"
    r"|links)\s*[:：]?\s*",
    regex.IGNORECASE,
)
_BRACKETED = regex.compile(r"[(\[（【]\s*([^()\[\]（）【】]{2,40})\s*[)\]）】]\.?")
_SIGNED = regex.compile(
    r"(?:—|--|\p{Extended_Pictographic}\uFE0F?|(?:reported\s+)?by|avec|with|mit|con|com|nach|par)\s*(?<=[\s—-]|\p{So}|\uFE0F)"
    r"(\S.{1,60}?)\.?",
    regex.IGNORECASE,
)
_HOST = regex.compile(r"(?:https?://)?((?:[a-z0-9-]+\.)+[a-z]{2,10})/?", regex.IGNORECASE)
_MORE_AT = regex.compile(
    r"[\W_]*(?:read|see|get|full|continue)\b(?:[^.!?:]{0,40}?\b(?:story|article|report|more|here|reading))?\s+(?:at|on|in|from|via)\s+"
    r"([^:：]{2,40}?)\s*(?:[:：→>.]\s*\S*)?",
    regex.IGNORECASE,
)
_STAMPED = regex.compile(r"(?P<stamp>\P{L}{6,40}|.{6,40}?)[\s|·]+(?P<credit>\p{L}{2,12}\s?[:：].{1,80})")
# ilb/dpa · With inputs from PTI and ANI · The Associated Press contributed to this report.
_CODED = regex.compile(r"\p{Ll}{2,4}/(\p{L}{2,8})")
_HELPED = regex.compile(
    r"[(\[]?(?:with\s(?:agency\s)?inputs?\sfrom|additional\sreporting\s(?:by|from))\s([^()]{2,60}?)[)\]]?\.?"
    r"|([^().]{2,60}?)\scontributed\s(?:reporting\s)?to\sthis\s(?:report|story|article)\.?",
    regex.IGNORECASE,
)
_TOGETHER = regex.compile(r"(\S.{1,40}?\s(?:avec|with|mit|con|com)\s\S.{1,40}?)", regex.IGNORECASE)
_WORDS_OF_SENTENCE = 4
_VERB = regex.compile(r"\s(?:to\s\p{Ll}+|will|would|has|have|had|is|are|was|were|says?|said|may|plans?)\b")
_LISTED = regex.compile(r"(\p{L}[^.!?:]{1,60}(?:[,/&+|、]|\sand\s|\sund\s|\set\s|\sy\s|\sи\s)[^.!?:]{1,40})")  # AP/AFP
_FORMS = _BRACKETED, _MORE_AT, _SIGNED, _CODED, _HELPED, _TOGETHER, _LISTED
_MOST_WORDS = 14


def is_credit_line(line: str) -> bool:
    """Whether a line says where its story comes from."""
    match = _CREDIT.fullmatch(line) if len(line.split()) <= _MOST_WORDS else None
    return match is not None and not _reads_as_sentence(match[1])


def is_sources_heading(line: str) -> bool:
    """Whether a line heads a list of sources."""
    return _HEADING.fullmatch(line) is not None


def find_credit(line: str) -> str | None:
    """Return what a credit line names; None for another line."""
    match = _CREDIT.fullmatch(line) if is_credit_line(line) else None
    return match[1] if match else None


def _reads_as_sentence(named: str) -> bool:
    """Whether what stands behind `Source:` is no name: `Source: Orla to send troops north`."""
    return len(named.split()) >= _WORDS_OF_SENTENCE and _VERB.search(named) is not None


def with_credit_lines(lines: Sequence[str], directory: Directory) -> list[str]:
    """Write lines that only name known outlets as credit lines, once there are words above them."""
    written: list[str] = []
    has_begun = False
    for line in map(_without_stamp, lines):
        outlet = _named_alone(line, directory) if has_begun else None
        written.append(f"Source: {outlet}" if outlet else line)
        has_begun = has_begun or bool(line)
    return written


def _without_stamp(line: str) -> str:
    """Leave out when a page was published, where that stands before what it credits."""
    match = _STAMPED.fullmatch(line)
    return match["credit"] if match and is_stamp(match["stamp"]) and is_credit_line(match["credit"]) else line


def _named_alone(line: str, directory: Directory) -> str | None:
    if host := _HOST.fullmatch(line):
        return directory.find_by_url(f"https://{host[1]}")
    bare = line.strip("()[]（） ") if line[:1] in "([（" else line
    for match in filter(None, (form.fullmatch(each) for form in _FORMS for each in dict.fromkeys((line, bare)))):
        names = split_names(next(filter(None, match.groups())), directory)
        if names and None not in [directory.find_name(name) for name in names]:
            return ", ".join(names)
    return None
