"""The figures of a text: what is counted, and how many; dates and times among them."""

from dataclasses import dataclass, replace

import regex

from bot.newsroom.facts.figure_pieces import Piece, read_pieces
from bot.newsroom.facts.figure_words import ALIKE
from bot.newsroom.facts.rounding import Bound, find_bound
from bot.newsroom.facts.shares import SHARE, TIMES
from bot.newsroom.facts.unspaced_figures import has_unspaced
from bot.newsroom.text.digits import with_common_digits
from bot.newsroom.text.terms import FUNCTION_WORDS
from storage.words import fold


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: its value, its unit where a known one stands with it, and the words around it, stemmed.

    `noun` is the word it counts, the next that says something; `near` all that do, a few to either side. What is not
    sure may bear a figure of another text, and needs no bearing itself.
    """

    token: str
    start: int
    end: int
    value: str
    unit: str | None
    noun: str | None
    near: frozenset[str]
    is_sure: bool = True
    bound: Bound | None = None  # `some 3,900`, `over 3,900`


_NEAR_WORDS = 10
_UNCOUNTED = ("month ", "weekday ", "clock ", "score ", SHARE, TIMES)
_DAY_DIGITS = 2
_OF = ("de", "of", "del", "di")  # between a day and its month
_SCALES_OF_DEGREES = {"c": "celsius", "f": "fahrenheit"}
_ARTICLES = ("the", "el", "la", "los", "las", "le", "les", "der", "die", "das", "den", "il", "o")
_BETWEEN = ("to", "and", "or", "per", "bis", "a", "por", "pour", "في", "до", "y", "e", "et", "und", "и", "و")
_YEAR = regex.compile(r"(?:1[5-9]|20)\d\d")
_OF_YEARS = ("year", "gram")  # what stands behind a year in Russian: года, г.
_PERSIAN_DECIMAL = regex.compile(r"(?<=(?<![۰-۹/])[۰-۹]{1,9})/(?=[۰-۹]{1,9}(?![۰-۹/]))")  # ۷/۲ is 7.2
_MANY = "many "
_TENS_OF_THOUSANDS = (f"{_MANY}10000", f"{_MANY}100000")
# How many times more than it names a vague word may mean: 1,900 are hundreds still, 150,000 are thousands.
_SPAN, _THOUSAND, _THOUSANDS_SPAN = 20, 1000, 1000
_HUNDRED = ("cent", "ciento", "cento")
_ENDINGS = ("ingly", "edly", "ations", "ation", "ings", "ing", "ies", "ied", "ers", "er", "es", "ed", "ly", "s")


def stem(word: str) -> str:
    """Return a word without its ending, roughly: good enough to tell that two words count the same thing."""
    word = fold(word).removesuffix("'s").removesuffix("’s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word


def extract_figures(text: str) -> tuple[Figure, ...]:
    """Return a text's figures in order."""
    common = with_common_digits(_PERSIAN_DECIMAL.sub(".", text))
    pieces = read_pieces(common)
    figures = (_figure(pieces, index, common) for index, piece in enumerate(pieces) if piece.is_number)
    return tuple(replace(each, token=text[each.start : each.end]) if common != text else each for each in figures)


def _figure(pieces: list[Piece], index: int, text: str) -> Figure:
    piece = pieces[index]
    after = pieces[index + 1 : index + 1 + _NEAR_WORDS]
    before = pieces[max(0, index - _NEAR_WORDS) : index]
    # Dates and results count nothing; what a script without blanks wrote has its unit already.
    is_whole = (piece.value or "").startswith(_UNCOUNTED) or has_unspaced(piece.token)
    unit = piece.unit or _month_beside(pieces, index) or (None if is_whole else _unit_behind(piece.end, after))
    if unit in _OF_YEARS and _YEAR.fullmatch(piece.value or ""):
        unit = None  # 2024 года is a year, not so many
    said = [each for each in after if _says_something(each) and each.token.casefold() not in _HUNDRED]
    noun = stem(said[0].token) if said else None
    near = frozenset(stem(each.token) for each in (*before, *after) if _says_something(each))
    bound = find_bound(text, piece.start, piece.end)
    return Figure(piece.token, piece.start, piece.end, piece.value or "", unit, noun, near, piece.is_sure, bound)


def _month_beside(pieces: list[Piece], index: int) -> str | None:
    """Return the month a number is a day of, and the day a month is given with: `April 11`, `11 April`."""
    value = pieces[index].value or ""
    beside = [each.value or "" for each in (_beside(pieces, index, -1), _beside(pieces, index, 1)) if each is not None]
    if value.startswith("month "):
        return next((f"day {each}" for each in beside if _is_day(each)), None)
    return next((each for each in beside if each.startswith("month ")), None) if _is_day(value) else None


def _beside(pieces: list[Piece], index: int, step: int) -> Piece | None:
    """Return the piece next to one, past `of`; none where a comma parts them: `on 12 April, 17 years later`."""
    here, place = pieces[index], index + step
    for _ in range(2):
        if not 0 <= place < len(pieces):
            return None
        piece = pieces[place]
        if min(abs(piece.start - here.end), abs(here.start - piece.end)) > 1:
            return None
        if piece.is_number and pieces[index].is_sure and not piece.is_sure:
            return None
        if piece.token.casefold() not in _OF:
            return piece
        here, place = piece, place + step
    return None


def _is_day(value: str) -> bool:
    return value.isdecimal() and len(value) <= _DAY_DIGITS and 1 <= int(value) <= 31


def _unit_behind(end: int, after: list[Piece]) -> str | None:
    """Return the unit that stands behind a number, past the second number of a range."""
    is_range = bool(after) and after[0].start - end in (1, 3)  # 5–10 km, 5 – 10 km; not: in 2022, 10 km
    for place, piece in enumerate(after[:4]):
        token = piece.token.casefold()
        if token in _OF:
            is_range = False
        if (piece.is_number and not piece.is_sure) or token in _OF or (is_range and token in _ARTICLES):
            continue
        if piece.is_number:
            if not is_range or piece.unit is not None:
                return piece.unit if is_range else None
            is_range = False
        elif piece.unit is not None:
            return _unit_with(piece, after[place + 1 : place + 2])
        elif token in _BETWEEN:
            is_range = True
        else:
            return "percent" if token in _HUNDRED else None
    return None


def _unit_with(piece: Piece, following: list[Piece]) -> str | None:
    """Return a unit as what stands behind it tells: degrees Celsius; none where it is a clock's hour: ساعت ۳:۴۵."""
    behind = following[0] if following else None
    if behind is None or piece.unit not in ("degree", "hour"):
        return piece.unit
    if piece.unit == "hour":
        return None if (behind.value or "").startswith("clock ") else piece.unit
    scale = _SCALES_OF_DEGREES.get(behind.token.casefold()) if piece.token.startswith("°") else behind.unit
    return scale if scale in _SCALES_OF_DEGREES.values() else piece.unit


def _says_something(piece: Piece) -> bool:
    return not piece.is_number and len(piece.token) > 1 and fold(piece.token) not in FUNCTION_WORDS


def is_vague(value: str) -> bool:
    """Whether a value names no number: hundreds, thousands."""
    return value.startswith(_MANY)


def is_among(value: str, vague: str) -> bool:
    """Whether a number, or other vague words, may be what vague ones say: 347 people are hundreds."""
    if is_vague(value):
        return value == vague or (vague == f"{_MANY}1000" and value in _TENS_OF_THOUSANDS)
    least = int(vague.removeprefix(_MANY))
    if not value.replace(".", "").isdecimal():
        return False
    return least <= float(value) < least * (_THOUSANDS_SPAN if least >= _THOUSAND else _SPAN)


def are_units_alike(one: str | None, other: str | None) -> bool:
    """Whether two figures may count in the same unit."""
    return one == other or any({one, other} <= group for group in ALIKE)
