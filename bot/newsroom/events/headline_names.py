"""The names of a report: places and people that a happening is told by.

Two quakes, matches or stabbings are told in the same words; what differs is where, and who.
"""

from dataclasses import dataclass
from typing import Generic, TypeVar

import regex

from bot.newsroom.text.terms import FUNCTION_WORDS
from storage.words import fold

_WORD = regex.compile(r"(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}]+")
_AFTER_SMALL = regex.compile(r"(?<=\p{Ll}[,)]?\s)\p{Lu}[\p{L}\p{M}]+")  # in the middle of a sentence
_SMALL = regex.compile(r"(?<![\p{L}\p{N}])\p{Ll}[\p{L}\p{M}]+")
_BEGINNING = 4  # letters by which a name is known, however it is declined: Харьков, Харькове; Peru, Peruvian
# What English and Turkish write large, and no name.
_DAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december pazartesi sali carsamba persembe cuma cumartesi pazar ocak subat mart nisan
    mayis haziran temmuz agustos eylul ekim kasim aralik""".split()
)


Name = TypeVar("Name")


@dataclass(frozen=True, slots=True)
class Names(Generic[Name]):
    """The beginnings of the names in a headline, or hashes of them, and those of all in its text."""

    headline: frozenset[Name]
    lead: frozenset[Name]


def find_names(title: str, lead: str) -> Names[str]:
    """Return the names of a report: what stands large in mid-sentence, and never small."""
    large = {fold(each) for each in _AFTER_SMALL.findall(lead)} - FUNCTION_WORDS - _DAYS
    large -= {fold(each) for each in _SMALL.findall(f"{title}\n{lead}")}
    lead_names = frozenset(each[:_BEGINNING] for each in large)
    return Names(frozenset(each[:_BEGINNING] for each in map(fold, _WORD.findall(title)) if each in large), lead_names)


def are_others(one: Names[Name], other: Names[Name]) -> bool:
    """Whether two reports name somebody or some place in their headlines, and share no name at all."""
    if not one.headline or not other.headline:
        return False
    return (one.headline | one.lead).isdisjoint(other.headline | other.lead)
