"""The names of a headline: places and people that a happening is told by, where its text shows that they are names.

Two quakes, matches or stabbings are told in the same words; what differs is where, and who.
"""

import regex

from bot.newsroom.terms import FUNCTION_WORDS
from storage.words import fold

_WORD = regex.compile(r"(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}]+")
_AFTER_SMALL = regex.compile(r"(?<=\p{Ll}[,)]?\s)\p{Lu}[\p{L}\p{M}]+")  # in the middle of a sentence
_SMALL = regex.compile(r"(?<![\p{L}\p{N}])\p{Ll}[\p{L}\p{M}]+")


def find_headline_names(title: str, lead: str) -> frozenset[str]:
    """Return the words of a title, folded, that its text writes as names: large in mid-sentence, and never small."""
    large = {fold(each) for each in _WORD.findall(title)} - FUNCTION_WORDS
    if not large:
        return frozenset()
    names = large & {fold(each) for each in _AFTER_SMALL.findall(lead)}
    return frozenset(names - {fold(each) for each in _SMALL.findall(f"{title}\n{lead}")}) if names else frozenset()
