"""The pieces of a text that figures are made of: numbers, words, the words and signs of dates and units."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import regex

from bot.newsroom.facts.figure_clocks import clock_of, iter_clocks
from bot.newsroom.facts.figure_words import CURRENCY, UNITS, date_of, iranian_month, scale_of, unit_of
from bot.newsroom.facts.number_words import iter_number_words
from bot.newsroom.facts.shares import list_shares
from bot.newsroom.facts.unspaced_figures import has_unspaced, iter_counted
from bot.newsroom.text.terms import FUNCTION_WORDS

_TOKEN = regex.compile(
    r"""
    (?P<date>\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{4})(?!\d)
    | (?P<score>(?<![\d\p{L}$£€¥₹–-])(?:\d{1,3}\s?[-–]\s?\d{1,3}(?![\d%\p{L}–-]|[.,]\d)|\d{1,2}:\d(?!\d)))
    | (?P<minus>(?<![\d$£€¥₹%.)])(?:(?<!\p{L})|(?<=[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]))[-−–]
        |\b(?:minus|минус|мінус|ناقص|منفی|माइनस|ऋण|(?<=\b(?:a|de|à)\s)(?:menos|moins))\s)?
      (?:(?P<currency>(?:\b(?:R|C|A|HK|US))?\$|[£€¥₹₽₴₺]|\b(?:USD|EUR|GBP|JPY|INR|RUB|UAH|Rs\.?|Rp\.?(?=\s?\d)))\s?)?
      (?P<digits>\d{0,6}[¼½¾]|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?  # lakh and crore
        |(?<!\d)\d{1,3}(?:[\u0020\u2009]\d{3})+(?![\d\p{L}])(?:[.,]\d+)?
        |\d+(?:[,.'\u00A0\u202F]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)
    | (?P<name>(?!Rp\.?\d)(?:(?![\p{Arabic}ـ\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}])\p{L})+-?\d[\p{L}\d]*)
    | (?P<word>\p{L}[\p{L}\p{M}\u200C]*(?:-feira|[’']ятниц[яюі]|\.\p{L}(?:\.|(?!\p{L})))?)
    | (?P<sign>[%°$£€¥₹₽₴₺])
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_NO_NAME = regex.compile(r"[\p{Arabic}\p{Devanagari}]")  # letters stuck to digits there are the word behind them
_DEGREES = {"c": "celsius", "ºc": "celsius", "f": "fahrenheit", "ºf": "fahrenheit", "º": "degree"}
_PARTS = {"¼": Decimal("0.25"), "½": Decimal("0.5"), "¾": Decimal("0.75")}
_STUCK = regex.compile(r"\p{L}+(?:/h)?")
_IN_THOUSANDS = regex.compile(r"\d+(?:[,.'\u0020\u00A0\u2009\u202F]\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}")
_WITH_PART = regex.compile(
    r"(?P<whole>\d+(?:,\d{2,3})+)\.(?P<part>\d+)"
    r"|(?P<whole>\d+(?:[.']\d{3})+),(?P<part>\d+)|(?P<whole>\d+(?:[\u0020\u00A0\u2009\u202F]\d{3})+)[,.](?P<part>\d+)"
)
_FOLLOWING = regex.compile(r" (\p{Ll}{3,})")
_LARGEST_SCORE = 10
_O_CLOCK = regex.compile(r"\s(?:Uhr|o['’]clock)\b")
_MONTH_BEFORE = regex.compile(r"(\p{L}+)\.?\s$")
_DAY_BEFORE = regex.compile(r"(?:\b\d{1,2}|اول)\s$")
_MONTHS, _TWO_DIGITS = 12, 99
_DAY_FIRST, _MONTH_FIRST, _YEAR_FIRST = ("day", "month", "year"), ("month", "day", "year"), ("year", "month", "day")
_SHORTENED = 4  # letters of a month with a dot behind it: Nov. 3, Sept. 3
_BEHIND_DOT = regex.compile(r"\. (\p{L}+)")
_BELOW_ZERO = regex.compile(
    r"\b(?:below\szero|bajo\scero|abaixo\sde\szero|au-dessous\sde\széro|unter\sNull|ниже\sнуля)\b|تحت\sالصفر|زیر\sصفر"
    r"|(?<=शून्य\sसे\s.{1,24})नीचे"
)
_ADDING = ("", "و", "और", "y", "и")  # between the parts of one number
_MOST_BETWEEN = 3  # pieces from there back to its number


@dataclass(frozen=True, slots=True)
class Piece:
    """A token of a text: a number, a word, a date's word or a unit's sign."""

    token: str
    start: int
    end: int
    value: str | None = None
    unit: str | None = None
    is_sure: bool = True  # else it may be another word, or another date

    @property
    def is_number(self) -> bool:
        return self.value is not None


def read_pieces(text: str) -> list[Piece]:
    """Return the pieces of a text in common digits, in order; numbers have their scale and sign."""
    return _below_zero(_scaled(_with_shares(list(_iter_pieces(text)), text), text), text)


def _with_shares(pieces: list[Piece], text: str) -> list[Piece]:
    """Put shares in the place of the numbers and words that they are made of."""
    shares = list_shares(text)
    if not shares:
        return pieces
    kept: list[Piece] = [Piece(text[each.start : each.end], each.start, each.end, each.value) for each in shares]
    ends = [each.end for each in shares]
    for piece in pieces:
        place = bisect_right(ends, piece.start)
        if place == len(shares) or piece.end <= shares[place].start:
            kept.append(piece)
    return sorted(kept, key=lambda each: each.start)


def _iter_pieces(text: str) -> Iterator[Piece]:
    """Yield the pieces of a text, those in scripts without blanks by their own rules."""
    if not has_unspaced(text):
        yield from _iter_spaced(text, 0, len(text))
        return
    position = 0
    for counted in iter_counted(text):
        yield from _iter_spaced(text, position, counted.start)
        yield Piece(text[counted.start : counted.end], counted.start, counted.end, counted.value, counted.unit)
        position = counted.end
    yield from _iter_spaced(text, position, len(text))


def _iter_spaced(text: str, position: int, stop: int) -> Iterator[Piece]:
    in_words = {words.start: words for words in iter_number_words(text, position, stop)}
    clocks = {clock.start: clock for clock in iter_clocks(text, position, stop)}
    while match := _TOKEN.search(text, position, stop):
        position = match.end()
        words = None if match["word"] and date_of(match[0]) else in_words.get(match.start())
        if words is not None and words.value.isdecimal() and (hours := _O_CLOCK.match(text, words.end)):
            position = hours.end()
            yield Piece(text[words.start : position], words.start, position, *clock_of(words.value, "00", None))
        elif words is not None:
            position = words.end
            yield Piece(text[words.start : words.end], words.start, words.end, words.value, is_sure=words.is_sure)
        elif (clock := clocks.get(match.start())) is not None:
            position = clock.end
            yield Piece(text[clock.start : clock.end], clock.start, clock.end, clock.value, clock.half)
        elif match["date"]:
            yield from _date(match)
        elif match["score"]:
            yield from _score(match)
        elif match["digits"]:
            position, piece = _digits(match, text)
            yield piece
        elif match["name"]:
            yield Piece(match[0], match.start(), match.end())
        elif match["sign"]:
            yield Piece(match[0], match.start(), match.end(), unit=UNITS.get(match[0]) or CURRENCY[match[0]])
        else:
            yield from _words(match)


def _digits(match: "regex.Match[str]", text: str) -> tuple[int, Piece]:
    """Return a number, and where reading goes on: letters stuck to it are an ordinal's, or make it a name (3D)."""
    if " " in match["digits"] and _is_behind_month(text, match.start()):  # on May 12 300 people came
        day = match["digits"].split(" ")[0]
        end = match.start("digits") + len(day)
        return end, Piece(day, match.start("digits"), end, normal_number(day))
    value = ("-" if match["minus"] else "") + normal_number(match["digits"])
    stuck = _STUCK.match(text, match.end())
    letters = stuck[0].casefold() if stuck else ""
    if letters in ("st", "nd", "rd", "th") and not (letters == "st" and match["digits"][-1] != "1"):
        end = match.end() + 2
        return end, Piece(text[match.start() : end].strip(), match.start(), end, value)
    if has_unspaced(letters) or _NO_NAME.match(letters):
        letters = ""  # the words behind it
    if degree := _DEGREES.get(letters):
        return stuck.end() if stuck else match.end(), Piece(match[0].strip(), match.start(), match.end(), value, degree)
    if letters and letters not in UNITS and scale_of(letters) is None and letters not in ("st", "s"):
        return match.end() + len(letters), Piece(match[0] + letters, match.start(), match.end() + len(letters))
    unit = CURRENCY.get(match["currency"] or "") or ("stone" if letters == "st" else None)
    if unit is None and not letters and _is_age(match, text):
        unit = "year"
    following = _BEHIND_DOT.match(text, match.end()) if unit is None else None
    is_day = following is not None and (date_of(following[1]) or "").startswith("month ")  # 3. November
    return match.end(), Piece(match[0].strip(), match.start(), match.end() + is_day, value, unit)


def _is_behind_month(text: str, start: int) -> bool:
    before = _MONTH_BEFORE.search(text, max(0, start - 20), start)
    return before is not None and (date_of(before[1]) or "").startswith("month ")


def _is_age(match: "regex.Match[str]", text: str) -> bool:
    """Whether a number stands as an age does: `Ada Larsen, 39, said`, `aged 39`."""
    before, after = text[: match.start()].rstrip(), text[match.end() :].lstrip()
    if not 0 < float(normal_number(match["digits"])) <= 110:
        return False
    return before.endswith(("aged", "age", "age of")) or (before.endswith(",") and after[:1] in (",", "."))


def _date(match: "regex.Match[str]") -> Iterator[Piece]:
    """Yield what a date in figures says: a day, its month, and a year; the day stands first but in `2026-11-03`.

    `11/3/2026` is November in the United States and March elsewhere: both, and neither for sure.
    """
    parts = [(part[0], match.start() + part.start()) for part in regex.finditer(r"\d+", match[0])]
    orders = _orders_of(match[0], *(int(digits) for digits, _ in parts[:2]))
    for order in orders:
        for (digits, start), kind in zip(parts, order, strict=True):
            value = f"month {int(digits)}" if kind == "month" else f"{int(digits)}"
            yield Piece(digits, start, start + len(digits), value, is_sure=len(orders) == 1 or kind == "year")


def _orders_of(date: str, first: int, second: int) -> Sequence[Sequence[str]]:
    """Return in which orders a date in figures may be read, by its first two numbers."""
    if first > _TWO_DIGITS:
        return [_YEAR_FIRST]
    if second > _MONTHS >= first:
        return [_MONTH_FIRST]
    is_open = "/" in date and first <= _MONTHS and first != second
    return [_DAY_FIRST, _MONTH_FIRST] if is_open else [_DAY_FIRST]


def _score(match: "regex.Match[str]") -> list[Piece]:
    """Return a result such as `2-1`, which is one figure, or a range, which is two."""
    one, other = regex.split(r"\s?[-–:]\s?", match[0])
    middle = match.start() + len(one)
    if int(other) > int(one) and int(other) >= _LARGEST_SCORE:
        return [
            Piece(one, match.start(), middle, normal_number(one)),
            Piece(other, match.end() - len(other), match.end(), normal_number(other)),
        ]
    return [Piece(match[0], match.start(), match.end(), f"score {int(one)}-{int(other)}")]


def _words(match: "regex.Match[str]") -> Iterator[Piece]:
    """Yield a word; of a run in a script without blanks, its pairs of characters."""
    word, start = match[0], match.start()
    if len(word) > 2 and has_unspaced(word) and not regex.search(r"\p{Hangul}", word):
        yield from (Piece(word[at : at + 2], start + at, start + at + 2) for at in range(len(word) - 1))
        return
    value = date_of(word) or (
        iranian_month(word) if _DAY_BEFORE.search(match.string, max(0, start - 8), start) else None
    )
    has_dot = value is not None and len(word) <= _SHORTENED and match.string[match.end() : match.end() + 1] == "."
    yield Piece(word, start, match.end() + has_dot, value, None if value else unit_of(word))


def normal_number(digits: str) -> str:
    """Return digits without separators: `1,500` and `1.500` are 1500, `1.500,5` is 1500.5, `1,5` is 1.5."""
    if digits[-1] in _PARTS:  # 1½
        return f"{(Decimal(digits[:-1] or 0) + _PARTS[digits[-1]]).normalize():f}"
    whole, part = digits, ""
    if match := _WITH_PART.fullmatch(digits):
        whole, part = match["whole"], match["part"]
    elif not _IN_THOUSANDS.fullmatch(digits):
        whole, _, part = digits.replace(",", ".").partition(".")
    number = Decimal(f"{regex.sub(r'[^0-9]', '', whole)}.{regex.sub(r'[^0-9]', '', part) or 0}")
    return f"{number.normalize():f}"


def _scaled(pieces: list[Piece], text: str) -> list[Piece]:
    """Join numbers with the scale behind them: `1.5 million`, `3bn`."""
    joined: list[Piece] = []
    scales: dict[int, int] = {}  # of those that have one, by where they start
    for piece in pieces:
        before = joined[-1] if joined else None
        is_behind = before is not None and before.is_number and " " not in (before.value or "")
        scale = scale_of(piece.token) if is_behind and not piece.is_number else None
        if before is not None and piece.unit == "metre" and not _is_million(before, piece, text):
            scale = None
        if scale is not None and before is not None and len(text[before.end : piece.start].strip(" -")) == 0:
            value = f"{(Decimal(before.value or '0') * scale).normalize():f}"
            token = text[before.start : piece.end]
            joined[-1] = Piece(token, before.start, piece.end, value, before.unit)
            scales[before.start] = scale
            _join_compound(joined, scales, text)
        else:
            joined.append(piece)
    return joined


def _join_compound(pieces: list[Piece], scales: dict[int, int], text: str) -> None:
    """Add up what is written in falling scales: ۳۲ میلیارد و ۵۰۰ میلیون, 7 करोड़ 20 लाख."""
    behind = [place for place in range(max(0, len(pieces) - 3), len(pieces) - 1) if pieces[place].start in scales]
    if not behind:
        return
    first, last = pieces[behind[-1]], pieces[-1]
    between = text[first.end : last.start].strip()
    if between in _ADDING and scales[last.start] < scales[first.start]:
        value = Decimal(first.value or 0) + Decimal(last.value or 0)
        pieces[behind[-1] :] = [
            replace(last, token=text[first.start : last.end], start=first.start, value=f"{value:f}")
        ]
        scales[first.start] = scales[last.start]


def _below_zero(pieces: list[Piece], text: str) -> list[Piece]:
    """Give what is said to be below zero its sign: `5 degrees below zero`."""
    kept: list[Piece] = []
    places = iter([*_BELOW_ZERO.finditer(text), None])
    match = next(places)
    for piece in pieces:
        while match is not None and match.end() <= piece.start:
            match = next(places)
        if match is None or piece.end <= match.start():
            kept.append(piece)
            continue
        # The words themselves go; of the few pieces before them, the number is below zero.
        for back in range(1, min(_MOST_BETWEEN, len(kept)) + 1):
            if kept[-back].is_number:
                kept[-back] = replace(kept[-back], value=f"-{(kept[-back].value or '').lstrip('-')}")
                break
    return kept


def _is_million(before: Piece, piece: Piece, text: str) -> bool:
    """Whether an m behind a number makes it millions: `£50m` and `50m people`, not `50m above` or `50m.`."""
    following = _FOLLOWING.match(text, piece.end)
    return before.unit in CURRENCY.values() or (following is not None and following[1] not in FUNCTION_WORDS)
