"""The figures of a text: what is counted, and how many; dates and times among them."""

from dataclasses import dataclass
from decimal import Decimal

import regex

from bot.newsroom.number_words import NUMBER_WORDS, parse_number_words, scale_of
from bot.newsroom.terms import FUNCTION_WORDS
from storage.words import fold


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: its value, its unit where a known one stands with it, and the words around it, stemmed.

    `noun` is the word it counts, the next that says something; `near` all that do, a few to either side.
    """

    token: str
    start: int
    end: int
    value: str
    unit: str | None
    noun: str | None
    near: frozenset[str]


_MONTHS = "january february march april may june july august september october november december".split()
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_DATE_WORDS = {
    **{name: f"month {number}" for number, name in enumerate(_MONTHS, 1)},
    **{name[:3]: f"month {number}" for number, name in enumerate(_MONTHS, 1) if name not in ("may", "march")},
    "sept": "month 9",
    **{name: f"weekday {number}" for number, name in enumerate(_WEEKDAYS)},
}
# Spellings of one unit; what is not here is a noun like any other.
_UNITS = {
    spelling: unit
    for unit, spellings in {
        "percent": "% percent percentage pc prozent percento porcento",
        "degree": "° °c °f degree degrees celsius fahrenheit",
        "dollar": "$ dollar dollars usd us$",
        "pound": "£ gbp quid",
        "euro": "€ euro euros eur",
        "yen": "¥ yen yuan",
        "rupee": "₹ rupee rupees rs",
        "mile": "mile miles",
        "km": "km kilometre kilometres kilometer kilometers kms",
        "metre": "m metre metres meter meters",
        "foot": "foot feet ft",
        "yard": "yard yards",
        "inch": "inch inches",
        "cm": "cm centimetre centimetres centimeter centimeters",
        "mm": "mm millimetre millimetres",
        "mph": "mph",
        "kph": "kph km/h kmh",
        "kg": "kg kilo kilos kilogram kilograms",
        "gram": "gram grams",
        "lb": "lb lbs pounds",
        "ton": "ton tons tonne tonnes",
        "ounce": "ounce ounces oz",
        "stone": "stone",
        "litre": "litre litres liter liters",
        "gallon": "gallon gallons",
        "acre": "acre acres",
        "hectare": "hectare hectares",
        "second": "second seconds secs",
        "minute": "minute minutes mins",
        "hour": "hour hours hrs",
        "day": "day days",
        "week": "week weeks",
        "month": "month months",
        "year": "year years yr yrs year-old years-old yearold",
        "decade": "decade decades",
        "century": "century centuries",
        "am": "am a.m.",
        "pm": "pm p.m.",
    }.items()
    for spelling in spellings.split()
}
_CURRENCY = {"$": "dollar", "£": "pound", "€": "euro", "¥": "yen", "₹": "rupee"}
_ALIKE = ({"pound", "lb"},)  # one word in one text may be the other's in another

_TOKEN = regex.compile(
    r"""
    (?P<clock>\d{1,2}[:.]\d{2}(?=\s?(?:am|pm|a\.m|p\.m|hrs|GMT|BST|EST|ET)\b)|\d{1,2}:\d{2}(?!\d))
    | (?P<score>(?<![\d\p{L}$£€¥₹–-])\d{1,3}\s?[-–]\s?\d{1,3}(?![\d%\p{L}–-]|[.,]\d))
    | (?:(?P<currency>[$£€¥₹])\s?)?(?P<digits>\d+(?:[,.'\u00A0\u202F]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)
    | (?P<name>\p{L}+-?\d[\p{L}\d]*)
    | (?P<word>[\p{L}][\p{L}\p{M}]*(?:\.[\p{L}]\.)?)
    | (?P<sign>[%°])
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_STUCK = regex.compile(r"\p{L}+(?:/h)?")
_IN_THOUSANDS = regex.compile(r"\d+(?:[,.'\u00A0\u202F]\d{3})+")
_WITH_PART = regex.compile(
    r"(?P<whole>\d+(?:,\d{3})+)\.(?P<part>\d+)|(?P<whole>\d+(?:[.'\u00A0\u202F]\d{3})+),(?P<part>\d+)"
)
_FOLLOWING = regex.compile(r" (\p{Ll}{3,})")
_LARGEST_SCORE = 10
_NEAR_WORDS = 10
_ENDINGS = ("ingly", "edly", "ations", "ation", "ings", "ing", "ies", "ied", "ers", "er", "es", "ed", "ly", "s")


def stem(word: str) -> str:
    """Return a word without its ending, roughly: good enough to tell that two words count the same thing."""
    word = fold(word).removesuffix("'s").removesuffix("’s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word


@dataclass(frozen=True, slots=True)
class _Piece:
    """A token of a text: a number, a word, a date's word or a unit's sign."""

    token: str
    start: int
    end: int
    value: str | None = None
    unit: str | None = None

    @property
    def is_number(self) -> bool:
        return self.value is not None


def extract_figures(text: str) -> tuple[Figure, ...]:
    """Return a text's figures in order."""
    pieces = _pieces(text)
    return tuple(_figure(pieces, index) for index, piece in enumerate(pieces) if piece.is_number)


def _pieces(text: str) -> list[_Piece]:
    in_words = {match.start(): match for match in NUMBER_WORDS.finditer(text)}
    pieces: list[_Piece] = []
    position = 0
    while match := _TOKEN.search(text, position):
        position = match.end()
        words = in_words.get(match.start())
        if words is not None and (value := parse_number_words(words[0])) is not None:
            position = words.end()
            pieces.append(_Piece(words[0], words.start(), words.end(), str(value)))
        elif match["clock"]:
            pieces.append(_Piece(match[0], match.start(), match.end(), f"clock {match[0].replace('.', ':')}"))
        elif match["score"]:
            pieces += _score(match)
        elif match["digits"]:
            position, piece = _digits(match, text)
            pieces.append(piece)
        elif match["name"]:
            pieces.append(_Piece(match[0], match.start(), match.end()))
        elif match["sign"]:
            pieces.append(_Piece(match[0], match.start(), match.end(), unit=_UNITS[match[0]]))
        else:
            pieces.append(_word(match))
    return _scaled(pieces, text)


def _digits(match: "regex.Match[str]", text: str) -> tuple[int, _Piece]:
    """Return a number, and where reading goes on: letters stuck to it are an ordinal's, or make it a name (3D)."""
    stuck = _STUCK.match(text, match.end())
    letters = stuck[0].casefold() if stuck else ""
    if letters in ("st", "nd", "rd", "th") and not (letters == "st" and match["digits"][-1] != "1"):
        end = match.end() + 2
        return end, _Piece(text[match.start() : end].strip(), match.start(), end, normal_number(match["digits"]))
    if letters and letters not in _UNITS and scale_of(letters) is None and letters not in ("st", "s"):
        return match.end() + len(letters), _Piece(match[0] + letters, match.start(), match.end() + len(letters))
    unit = _CURRENCY.get(match["currency"] or "") or ("stone" if letters == "st" else None)
    if unit is None and not letters and _is_age(match, text):
        unit = "year"
    return match.end(), _Piece(match[0].strip(), match.start(), match.end(), normal_number(match["digits"]), unit)


def _is_age(match: "regex.Match[str]", text: str) -> bool:
    """Whether a number stands as an age does: `Ada Larsen, 39, said`, `aged 39`."""
    before, after = text[: match.start()].rstrip(), text[match.end() :].lstrip()
    if not 0 < float(normal_number(match["digits"])) <= 110:
        return False
    return before.endswith(("aged", "age", "age of")) or (before.endswith(",") and after[:1] in (",", "."))


def _score(match: "regex.Match[str]") -> list[_Piece]:
    """Return a result such as `2-1`, which is one figure, or a range, which is two."""
    one, other = regex.split(r"\s?[-–]\s?", match[0])
    middle = match.start() + len(one)
    if int(other) > int(one) and int(other) >= _LARGEST_SCORE:
        return [
            _Piece(one, match.start(), middle, normal_number(one)),
            _Piece(other, match.end() - len(other), match.end(), normal_number(other)),
        ]
    return [_Piece(match[0], match.start(), match.end(), f"score {int(one)}-{int(other)}")]


def _word(match: "regex.Match[str]") -> _Piece:
    word = match[0]
    date_word = _DATE_WORDS.get(word.casefold().rstrip(".")) if word[0].isupper() else None
    if date_word is not None:
        return _Piece(word, match.start(), match.end(), date_word)
    return _Piece(word, match.start(), match.end(), unit=_UNITS.get(word.casefold()))


def normal_number(digits: str) -> str:
    """Return digits without separators: `1,500` and `1.500` are 1500, `1.500,5` is 1500.5, `1,5` is 1.5."""
    whole, part = digits, ""
    if match := _WITH_PART.fullmatch(digits):
        whole, part = match["whole"], match["part"]
    elif not _IN_THOUSANDS.fullmatch(digits):
        whole, _, part = digits.replace(",", ".").partition(".")
    number = Decimal(f"{regex.sub(r'[^0-9]', '', whole)}.{regex.sub(r'[^0-9]', '', part) or 0}")
    return f"{number.normalize():f}"


def _scaled(pieces: list[_Piece], text: str) -> list[_Piece]:
    """Join numbers with the scale behind them: `1.5 million`, `3bn`."""
    joined: list[_Piece] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        is_behind = before is not None and before.is_number and " " not in (before.value or "")
        scale = scale_of(piece.token) if is_behind and not piece.is_number else None
        if before is not None and piece.unit == "metre" and not _is_million(before, piece, text):
            scale = None
        if scale is not None and before is not None and len(text[before.end : piece.start].strip(" -")) == 0:
            value = f"{(Decimal(before.value or '0') * scale).normalize():f}"
            token = text[before.start : piece.end]
            joined[-1] = _Piece(token, before.start, piece.end, value, before.unit)
        else:
            joined.append(piece)
    return joined


def _is_million(before: _Piece, piece: _Piece, text: str) -> bool:
    """Whether an m behind a number makes it millions: `£50m` and `50m people`, not `50m above` or `50m.`."""
    following = _FOLLOWING.match(text, piece.end)
    return before.unit in _CURRENCY.values() or (following is not None and following[1] not in FUNCTION_WORDS)


def _figure(pieces: list[_Piece], index: int) -> Figure:
    piece = pieces[index]
    after = pieces[index + 1 : index + 1 + _NEAR_WORDS]
    before = pieces[max(0, index - _NEAR_WORDS) : index]
    unit = piece.unit or _month_beside(pieces, index) or _unit_behind(after)
    said = [each for each in after if _says_something(each)]
    noun = stem(said[0].token) if said else None
    near = frozenset(stem(each.token) for each in (*before, *after) if _says_something(each))
    return Figure(piece.token, piece.start, piece.end, piece.value or "", unit, noun, near)


def _month_beside(pieces: list[_Piece], index: int) -> str | None:
    """Return the month a number is a day of, and the day a month is given with: `April 11`, `11 April`."""
    value, here = pieces[index].value or "", pieces[index]
    # A comma between them parts them: `on 12 April, 17 years later`.
    neighbours = pieces[max(0, index - 1) : index + 2]
    beside = [
        each.value or "" for each in neighbours if min(abs(each.start - here.end), abs(here.start - each.end)) <= 1
    ]
    if value.startswith("month "):
        return next((f"day {each}" for each in beside if _is_day(each)), None)
    return next((each for each in beside if each.startswith("month ")), None) if _is_day(value) else None


def _is_day(value: str) -> bool:
    return value.isdecimal() and 1 <= int(value) <= 31


def _unit_behind(after: list[_Piece]) -> str | None:
    """Return the unit that stands behind a number, past the second number of a range."""
    for piece in after[:4]:
        if piece.unit is not None and not piece.is_number:
            return piece.unit
        if piece.is_number and piece.unit is not None:
            return piece.unit
        is_between = piece.is_number or piece.token.casefold() in ("to", "and", "or", "per", "bis", "a")
        if not is_between:
            return "percent" if piece.token.casefold() == "cent" else None
    return None


def _says_something(piece: _Piece) -> bool:
    return not piece.is_number and len(piece.token) > 1 and fold(piece.token) not in FUNCTION_WORDS


def are_units_alike(one: str | None, other: str | None) -> bool:
    """Whether two figures may count in the same unit."""
    return one == other or any({one, other} <= group for group in _ALIKE)
