"""Syndicated copies: reports that are the same text, whoever's name stands above them."""

from storage.words import iter_words

SHINGLE_WORDS = 5
COPIED = 0.5  # of the shorter text: so much in common is no chance
_FEWEST_SHINGLES = 5
_KEPT = 8  # one shingle in so many is kept, the same ones of every text


def shingles(text: str) -> frozenset[int]:
    """Return a text's runs of five words, as hashes: a fixed sample of them, enough to tell copies by."""
    words = list(iter_words(text))
    starts = range(len(words) - SHINGLE_WORDS + 1)
    hashes = (hash(tuple(words[start : start + SHINGLE_WORDS])) for start in starts)
    return frozenset(each for each in hashes if each % _KEPT == 0)


def is_copy(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether one text is another's copy, or a part of it."""
    shorter = min(len(one), len(other))
    return shorter >= _FEWEST_SHINGLES and len(one & other) >= COPIED * shorter
