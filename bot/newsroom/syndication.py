"""Syndicated copies: reports that are the same text, whoever's name stands above them."""

import heapq
import zlib

from storage.words import iter_words

SHINGLE_WORDS = 5
COPIED = 0.5  # of the shorter text: so much in common is no chance
_FEWEST_SHINGLES = 5
_KEPT = 100


def shingles(text: str) -> frozenset[int]:
    """Return hashes of a text's runs of five words: the smallest hundred of them, the same ones in every copy.

    How one tells documents alike by the smallest hashes of their shingles: https://doi.org/10.1109/SEQUEN.1997.666900
    """
    words = list(iter_words(text))
    starts = range(len(words) - SHINGLE_WORDS + 1)
    hashes = {zlib.crc32(" ".join(words[start : start + SHINGLE_WORDS]).encode()) for start in starts}
    return frozenset(heapq.nsmallest(_KEPT, hashes))


def is_copy(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether one text is another's copy, or a part of it."""
    if not one or not other:
        return False
    known_of_both = min(max(one), max(other))  # beyond it, the longer text's hashes were not kept
    shorter = min(sum(each <= known_of_both for each in text) for text in (one, other))
    return shorter >= _FEWEST_SHINGLES and len(one & other) >= COPIED * shorter
