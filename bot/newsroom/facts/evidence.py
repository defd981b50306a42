"""What a source says, prepared for looking things up, and whether it bears a figure."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import regex

from bot.newsroom.facts.derived import Derived, as_number, iter_converted, iter_derived
from bot.newsroom.facts.figure_words import YEARS
from bot.newsroom.facts.figures import Figure, are_units_alike, is_among, is_vague
from bot.newsroom.facts.quotations import searchable
from bot.newsroom.facts.rounding import may_stand_for
from bot.newsroom.facts.sense import Said, read_said
from bot.newsroom.facts.shares import SHARE, TIMES, is_multiple_of_any, is_share_of
from bot.newsroom.facts.unspaced_figures import has_unspaced
from bot.newsroom.text.sentences import split_sentences
from storage.words import fold

_SHARED_WORDS = 1  # so many words around a figure must be around it in the source too, where the noun is not the same
_ALWAYS_TELLING = 1000  # such large numbers do not stand somewhere by chance; years do
_MOST_SAME = 50  # figures of one value that are kept of a source
_AGE_DIGITS = 2
_WINDOW = 5  # a figure that is rounded lies within a fifth
_MOST_BESIDE = 100  # that are looked at
NAME = regex.compile(r"(?<!\p{Ll})\p{Lu}(?:(?![\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}])[\p{L}\p{M}’'-])+")
NUMBERED = regex.compile(r"(?<![\p{L}\p{N}-])\p{Lu}{1,4}-?\p{N}{1,4}(?![\p{L}\p{N}])")  # F-16, A320, M25


@dataclass(frozen=True, slots=True)
class Evidence:
    """One source's text, prepared for looking things up."""

    words: str
    figures: dict[str, tuple[Figure, ...]]
    names: frozenset[str]
    sentences: tuple[Said, ...]
    terms: frozenset[str]
    numbers: tuple[tuple[Decimal, str], ...]  # in their order
    derived: dict[str, tuple[Derived, ...]]  # what follows from the figures of a sentence, by value


def make_evidence(text: str) -> Evidence:
    """Prepare a source's text."""
    figures: dict[str, list[Figure]] = {}
    sentences = tuple(sentence for paragraph in text.split("\n") for sentence in split_sentences(paragraph))
    read = tuple(map(read_said, sentences))
    for said in read:
        for figure in (*said.figures, *said.unsure):
            same = figures.setdefault(figure.value, [])
            if len(same) < _MOST_SAME:
                same.append(figure)
    words = [*regex.findall(r"[\p{L}\p{M}’'-]+", text), *NAME.findall(text), *NUMBERED.findall(text)]
    # A name stands behind what is elided before it: `d'Arvik`.
    names = frozenset(plain_name(part) for word in words for part in (word, *regex.split(r"['’]", word)[1:]))
    found = {value: tuple(each) for value, each in figures.items()}
    terms = frozenset(term for said in read for term in said.terms)
    numbers = sorted((number, value) for value in found if (number := as_number(value)) is not None)
    derived: dict[str, set[Derived]] = {}
    for each in (each for said in read for each in iter_derived(said.figures)):
        derived.setdefault(each.value, set()).add(each)
    return Evidence(
        searchable(text),
        found,
        names,
        read,
        terms,
        tuple(numbers),
        {value: tuple(same) for value, same in derived.items()},
    )


def plain_name(word: str) -> str:
    return fold(word).removesuffix("'s").removesuffix("’s").strip("-")


def is_borne(figure: Figure, source: Evidence) -> bool:
    """Whether a source has this figure: the value, the unit, and what it counts or what is said around it."""
    if figure.value.startswith(SHARE):
        return figure.value in source.figures or _has_share(figure, source)
    if figure.value.startswith(TIMES):
        numbers = [number for number, _ in source.numbers[:_MOST_BESIDE]]
        return figure.value in source.figures or is_multiple_of_any(figure.value, numbers)
    if any(
        says_share(figure, other) for value, same in source.figures.items() if value.startswith(SHARE) for other in same
    ):
        return True
    if not is_vague(figure.value):
        is_there = any(_is_same(figure, other) for other in source.figures.get(figure.value, ()))
        return (
            is_there
            or any(each.is_said_by(figure) for each in source.derived.get(figure.value, ()))
            or any(rounds(figure, other) for other in _iter_beside(figure, source))
            or any(_has_unit(source, value, unit) for value, unit in iter_converted(figure.value, figure.unit))
        )
    values = (value for value in source.figures if is_among(value, figure.value))
    return any(_is_same(figure, other) for value in values for other in source.figures[value])


def _has_share(figure: Figure, source: Evidence) -> bool:
    return any(says_share(figure, other) for same in source.figures.values() for other in same)


def says_share(figure: Figure, other: Figure) -> bool:
    """Whether of two figures one is a share in words, and the other the same share, or that percentage."""
    one, two = figure.value, other.value
    if one.startswith(SHARE):
        is_percentage = other.unit == "percent" and as_number(two) is not None
        return (is_percentage or two.startswith(SHARE)) and is_share_of(two, one, bound=figure.bound)
    is_percentage = figure.unit == "percent" and as_number(one) is not None
    return is_percentage and two.startswith(SHARE) and is_share_of(one, two)


def _has_unit(source: Evidence, value: str, unit: str) -> bool:
    return any(other.unit == unit for other in source.figures.get(value, ()))


def _iter_beside(figure: Figure, source: Evidence) -> Iterator[Figure]:
    """Yield a source's figures that differ little from one."""
    number = as_number(figure.value)
    if number is None:
        return
    first = bisect_left(source.numbers, number - abs(number) / _WINDOW, key=lambda each: each[0])
    for beside, value in source.numbers[first : first + _MOST_BESIDE]:
        if beside > number + abs(number) / _WINDOW:
            return
        yield from source.figures[value]


def rounds(figure: Figure, other: Figure) -> bool:
    """Whether a figure is another one, rounded, of the same thing."""
    one, two = as_number(figure.value), as_number(other.value)
    if one is None or two is None or figure.value == other.value or not are_units_alike(figure.unit, other.unit):
        return False
    is_counted = figure.bound is not None and _is_noun_same(figure, other)  # some 1,900 people
    if figure.unit in (None, "year") and not YEARS.isdisjoint((one, two)) and not is_counted:
        return False  # no year is another one, rounded
    is_of_same = figure.unit is not None or figure.noun == other.noun or bool(figure.near & other.near)
    is_of_same = is_of_same or _tells_by_itself(figure)
    return is_of_same and may_stand_for(one, two, figure.bound)


def _is_noun_same(figure: Figure, other: Figure) -> bool:
    if figure.noun is None or other.noun is None:
        return False
    return figure.noun == other.noun or (has_unspaced(figure.noun) and figure.noun[0] == other.noun[0])


def _is_same(figure: Figure, other: Figure) -> bool:
    if figure.value.startswith("clock "):
        return None in (figure.unit, other.unit) or figure.unit == other.unit
    if figure.value.startswith("weekday ") or (figure.value.startswith("month ") and None in (figure.unit, other.unit)):
        return True  # a month with its day in one text, without it in the other
    if {figure.unit, other.unit} == {None, "year"} and len(figure.value) <= _AGE_DIGITS:
        return bool(figure.near & other.near)  # an age: `a girl of 14`, `the 14-year-old`
    if not are_units_alike(figure.unit, other.unit):
        return False
    is_date = (figure.unit or "").startswith(("month ", "day "))
    is_noun = figure.noun is not None and figure.noun == other.noun and figure.unit is None
    is_unit = figure.unit is not None and figure.unit == other.unit
    if is_date or is_noun or is_unit or _tells_by_itself(figure):
        return True
    shared = figure.near & other.near
    return len(shared) >= min(_SHARED_WORDS, len(figure.near), len(other.near))


def _tells_by_itself(figure: Figure) -> bool:
    """Whether a value hardly stands somewhere by chance: a result, a large number, one with a decimal; years do."""
    if figure.value.startswith("score "):
        return True
    if not figure.value.replace(".", "").isdecimal():
        return False
    number = float(figure.value)
    is_year = number in YEARS and figure.unit is None
    return (number >= _ALWAYS_TELLING or "." in figure.value) and not is_year
