"""Shares of a whole in words: `two thirds of`, 四分之一; multiples: `doubled`, 三倍; and figures that say the same."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache

import regex

from bot.newsroom.facts.rounding import Bound
from bot.newsroom.facts.unspaced_figures import DIGITS, has_unspaced
from bot.newsroom.text.tables import read_table

SHARE, TIMES = "share ", "times "  # as figures have their values: `share 2/3`, `times 3`
_NEARLY = Decimal("0.03")  # of a multiple may be lost
# Percent: a third is 33, 33.3 and 34 percent; about a third is 36, and more than a third half.
_MOST_OFF, _MOST_OFF_ABOUT, _MOST_OFF_BOUND = 1, 5, 20
_NUMERALS = {numeral: value for numeral, value in DIGITS.items() if value} | {"十": 10}
_ONE = rf"(?:[{''.join(_NUMERALS)}]|\d{{1,2}})"
_UNSPACED = regex.compile(
    rf"(?<![\d.,十百千万])(?P<whole>(?!百){_ONE})分(?:之|の)(?P<part>{_ONE})"
    rf"|(?P<tenths>{_ONE})(?:成|割)(?P<hundredths>[一二三四五六七八九](?!成|割))?(?!(?:[为為功立熟人績绩果长長都品型语語效名群风因婚像形]|员(?!工)|就(?!业)|家(?!庭)|交(?!通)|本(?![地土国市科])))"
    rf"|每(?P<in_each>[两兩二三四五六七八九十]|\d{{1,2}})[个個名位人家]\S{{0,4}}?[中里]?就?有一|(?P<of_each>{_ONE})人に[1一]人"
    rf"|(?<![第\d.,一二三四五六七八九十百千万])(?P<times>[两兩二三四五六七八九]|[2-9])倍|(?P<doubled>翻了?一?番|倍增)"
)


@dataclass(frozen=True, slots=True)
class Share:
    """A share or a multiple: where it stands, and what part of the whole it is, or how many times as much."""

    start: int
    end: int
    part: Fraction

    @property
    def value(self) -> str:
        """As figures have it."""
        return f"{SHARE if self.part < 1 else TIMES}{self.part}"


def list_shares(text: str) -> list[Share]:
    """Return the shares in a text of common digits, in order."""
    unspaced = _iter_unspaced(text) if has_unspaced(text) else ()
    return sorted((*_iter_spaced(text), *unspaced), key=lambda each: each.start)


def is_share_of(percent: str, share: str, *, bound: Bound | None = None) -> bool:
    """Whether a percentage, or another share, says what a share does with such words beside it: 33 and `share 1/3`."""
    part = Fraction(share.removeprefix(SHARE))
    said = Fraction(percent.removeprefix(SHARE)) * (100 if percent.startswith(SHARE) else 1)
    over = said - 100 * part
    least, most = {
        None: (-_MOST_OFF, _MOST_OFF),
        Bound.ABOUT: (-_MOST_OFF_ABOUT, _MOST_OFF_ABOUT),
        Bound.OVER: (0, _MOST_OFF_BOUND),
        Bound.UNDER: (-_MOST_OFF_BOUND, 0),
        Bound.NEARLY: (-_MOST_OFF_ABOUT, 0),
    }[bound]
    return least <= over <= most


def is_multiple_of_any(times: str, numbers: Sequence[Decimal]) -> bool:
    """Whether of some numbers in their order one is so many times another, roughly."""
    factor = Decimal(times.removeprefix(TIMES))
    for number in numbers:
        wanted = number * factor
        place = bisect_left(numbers, wanted * (1 - _NEARLY))
        if number > 0 and place < len(numbers) and numbers[place] <= wanted * (1 + _NEARLY):
            return True
    return False


def _iter_spaced(text: str) -> Iterator[Share]:
    pattern, parts = _read_patterns()
    for found in pattern.finditer(text):
        yield Share(*found.span(), parts[found.lastgroup or ""])


def _iter_unspaced(text: str) -> Iterator[Share]:
    for found in _UNSPACED.finditer(text):
        if found["whole"]:
            whole, part = (_number(found[name]) for name in ("whole", "part"))
            if 0 < part <= whole:
                yield Share(*found.span(), Fraction(part, whole))
        elif found["in_each"] or found["of_each"]:
            yield Share(*found.span(), Fraction(1, _number(found["in_each"] or found["of_each"]) or 1))
        elif found["times"] or found["doubled"]:
            yield Share(*found.span(), Fraction(_number(found["times"]) or 2))
        elif 0 < _number(found["tenths"]) < 10:
            yield Share(
                *found.span(), Fraction(_number(found["tenths"]), 10) + Fraction(_number(found["hundredths"]), 100)
            )


def _number(written: str | None) -> int:
    return _NUMERALS.get(written or "", 0) or int(written or 0)


@cache
def _read_patterns() -> tuple["regex.Pattern[str]", dict[str, Fraction]]:
    listed = read_table("bot.newsroom.facts", "shares.toml")
    parts = {f"p{number}": Fraction(part) for number, part in enumerate(listed)}
    spelled = (f"(?P<p{number}>{'|'.join(patterns)})" for number, patterns in enumerate(listed.values()))
    return regex.compile(rf"(?<![\p{{L}}\p{{M}}])(?:{'|'.join(spelled)})(?![\p{{L}}\p{{M}}])", regex.IGNORECASE), parts
