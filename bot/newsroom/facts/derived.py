"""What follows from figures: sums, differences and shares of those in one sentence, and the same in another unit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

import regex

from bot.newsroom.facts.figure_words import YEARS
from bot.newsroom.facts.figures import Figure
from bot.newsroom.facts.shares import SHARE

_NUMBER = regex.compile(r"-?\d{1,30}(?:\.\d{1,30})?")
_MOST_DERIVED, _LEAST = 12, 10  # figures of a sentence; smaller sums stand anywhere by chance
# How many of the smaller unit the larger one is.
_RATIOS = (
    ("second", "minute", 60), ("minute", "hour", 60), ("hour", "day", 24), ("day", "week", 7), ("month", "year", 12),
    ("year", "decade", 10), ("year", "century", 100), ("mm", "cm", 10), ("cm", "metre", 100), ("metre", "km", 1000),
    ("gram", "kg", 1000), ("kg", "ton", 1000),
)  # fmt: skip


def as_number(value: str) -> Decimal | None:
    """Return a figure's value as a number; None for a date, a result, a share or a vague word."""
    return Decimal(value) if _NUMBER.fullmatch(value) else None


@dataclass(frozen=True, slots=True)
class Derived:
    """What follows from figures of one sentence, and what it does not count."""

    value: str
    unit: str | None
    others: frozenset[str | None] = frozenset()

    def is_said_by(self, figure: Figure) -> bool:
        """Whether a figure says it."""
        return (figure.value, figure.unit) == (self.value, self.unit) and figure.noun not in self.others


def iter_derived(figures: Sequence[Figure]) -> Iterator[Derived]:
    """Yield what follows from the figures of one sentence.

    Two of one unit make a sum and differ by so much. Of things without a unit the sum alone is told, and counts neither
    of them: 386 passengers and 29 crew are 415 people. A share is one of each number beside it: a third of 900 houses.
    """
    looked_at = figures[:_MOST_DERIVED]
    numbers = [(number, each) for each in looked_at if (number := as_number(each.value)) is not None]
    for (one, figure), (two, other) in combinations(numbers, 2):
        if figure.unit != other.unit or (figure.unit is None and not YEARS.isdisjoint((one, two))):
            continue
        values = (one + two, abs(one - two)) if figure.unit is not None else (one + two,)
        others = frozenset((figure.noun, other.noun)) if figure.unit is None else frozenset()
        yield from (Derived(f"{value.normalize():f}", figure.unit, others) for value in values if value >= _LEAST)
    for share in (Fraction(each.value.removeprefix(SHARE)) for each in looked_at if each.value.startswith(SHARE)):
        for number, figure in numbers:
            part = share * Fraction(number)
            if part.denominator == 1 and part >= _LEAST:
                yield Derived(f"{part}", figure.unit)


def iter_converted(value: str, unit: str | None) -> Iterator[tuple[str, str]]:
    """Yield a figure in the units next to its own: 48 hours are 2 days."""
    number = as_number(value)
    if number is None:
        return
    for small, large, ratio in _RATIOS:
        if unit == small:
            yield f"{(number / ratio).normalize():f}", large
        elif unit == large:
            yield f"{(number * ratio).normalize():f}", small
