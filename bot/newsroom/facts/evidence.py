"""What a source says, prepared for looking things up, and whether it bears a figure."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

import regex

from bot.newsroom.facts.figure_words import YEARS
from bot.newsroom.facts.figures import Figure, are_units_alike, is_among, is_vague
from bot.newsroom.facts.quotations import searchable
from bot.newsroom.facts.rounding import may_stand_for
from bot.newsroom.facts.sense import Said, read_said
from bot.newsroom.facts.shares import SHARE, TIMES, is_multiple_of_any, is_share_of
from bot.newsroom.text.sentences import split_sentences
from storage.words import fold

_SHARED_WORDS = 1  # so many words around a figure must be around it in the source too, where the noun is not the same
_ALWAYS_TELLING = 1000  # such large numbers do not stand somewhere by chance; years do
_MOST_SAME = 50  # figures of one value that are kept of a source
_NUMBER = regex.compile(r"-?\d{1,30}(?:\.\d{1,30})?")
_AGE_DIGITS = 2
_WINDOW = 5  # a figure that is rounded lies within a fifth
_MOST_DERIVED, _LEAST = 12, 10  # figures of a sentence; smaller sums stand anywhere by chance
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
    derived: frozenset[tuple[str, str | None]]  # sums and differences of two figures of one sentence, with their unit


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
    numbers = sorted((number, value) for value in found if (number := _as_number(value)) is not None)
    derived = frozenset(each for said in read for each in _iter_derived(said.figures))
    return Evidence(searchable(text), found, names, read, terms, tuple(numbers), derived)


def _iter_derived(figures: Sequence[Figure]) -> Iterator[tuple[str, str | None]]:
    """Yield what two figures of one unit make together, and by how much they differ."""
    numbers = [
        (number, each.unit) for each in figures[:_MOST_DERIVED] if (number := _as_number(each.value)) is not None
    ]
    for (one, unit), (other, its_unit) in combinations(numbers, 2):
        if unit == its_unit and unit is not None:
            yield from (
                (f"{value.normalize():f}", unit) for value in (one + other, abs(one - other)) if value >= _LEAST
            )


def plain_name(word: str) -> str:
    return fold(word).removesuffix("'s").removesuffix("’s").strip("-")


def is_borne(figure: Figure, source: Evidence) -> bool:
    """Whether a source has this figure: the value, the unit, and what it counts or what is said around it."""
    if figure.value.startswith(SHARE):
        return figure.value in source.figures or _has_percentage(figure, source)
    if figure.value.startswith(TIMES):
        numbers = [number for number, _ in source.numbers[:_MOST_BESIDE]]
        return figure.value in source.figures or is_multiple_of_any(figure.value, numbers)
    if figure.unit == "percent" and _NUMBER.fullmatch(figure.value) and _has_share(figure.value, source):
        return True
    if not is_vague(figure.value):
        is_there = any(_is_same(figure, other) for other in source.figures.get(figure.value, ()))
        return (
            is_there
            or (figure.value, figure.unit) in source.derived
            or any(rounds(figure, other) for other in _iter_beside(figure, source))
        )
    values = (value for value in source.figures if is_among(value, figure.value))
    return any(_is_same(figure, other) for value in values for other in source.figures[value])


def _has_percentage(figure: Figure, source: Evidence) -> bool:
    percentages = (
        value
        for value, same in source.figures.items()
        if value.startswith(SHARE) or (_NUMBER.fullmatch(value) and any(each.unit == "percent" for each in same))
    )
    return any(is_share_of(value, figure.value, is_about=figure.is_about) for value in percentages)


def _has_share(percent: str, source: Evidence) -> bool:
    return any(value.startswith(SHARE) and is_share_of(percent, value) for value in source.figures)


def _iter_beside(figure: Figure, source: Evidence) -> Iterator[Figure]:
    """Yield a source's figures that differ little from one."""
    number = _as_number(figure.value)
    if number is None:
        return
    first = bisect_left(source.numbers, number - abs(number) / _WINDOW, key=lambda each: each[0])
    for beside, value in source.numbers[first : first + _MOST_BESIDE]:
        if beside > number + abs(number) / _WINDOW:
            return
        yield from source.figures[value]


def rounds(figure: Figure, other: Figure) -> bool:
    """Whether a figure is another one, rounded, of the same thing."""
    one, two = _as_number(figure.value), _as_number(other.value)
    if one is None or two is None or figure.value == other.value or not are_units_alike(figure.unit, other.unit):
        return False
    if figure.unit in (None, "year") and not YEARS.isdisjoint((one, two)):  # no year is another one, rounded
        return False
    is_of_same = figure.unit is not None or figure.noun == other.noun or bool(figure.near & other.near)
    is_of_same = is_of_same or _tells_by_itself(figure)
    return is_of_same and may_stand_for(one, two, is_about=figure.is_about)


def _as_number(value: str) -> Decimal | None:
    return Decimal(value) if _NUMBER.fullmatch(value) else None


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
