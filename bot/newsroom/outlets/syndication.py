"""Syndicated copies: reports that are the same text, whoever's name stands above them."""

import zlib
from array import array
from bisect import bisect_right
from datetime import datetime
from typing import TypeAlias

from storage.words import iter_words

SHINGLE_WORDS = 5
COPIED = 0.5  # of the shorter text: so much in common is no chance
LOOKED_AT_CHARACTERS = 6000  # where so much is a copy, the rest is one too
_FEWEST_SHINGLES = 5
_KEPT = 100
_REMEMBERED = 20  # reports of one event: copies come soon after the original


def shingles(text: str) -> "array[int]":
    """Return hashes of a text's runs of five words, sorted: the smallest hundred, the same ones in every copy.

    How one tells documents alike by the smallest hashes of their shingles: https://doi.org/10.1109/SEQUEN.1997.666900
    """
    words = list(iter_words(text[:LOOKED_AT_CHARACTERS]))
    starts = range(len(words) - SHINGLE_WORDS + 1)
    hashes = {zlib.crc32(" ".join(words[start : start + SHINGLE_WORDS]).encode()) for start in starts}
    return array("I", sorted(hashes)[:_KEPT])


def is_copy(one: "array[int]", other: "array[int]") -> bool:
    """Whether one text is another's copy, or a part of it, by their shingles."""
    if not one or not other:
        return False
    known_of_both = min(one[-1], other[-1])  # beyond it, the longer text's hashes were not kept
    shorter = min(bisect_right(one, known_of_both), bisect_right(other, known_of_both))
    return shorter >= _FEWEST_SHINGLES and len(set(one).intersection(other)) >= COPIED * shorter


# Plain tuples of plain values: the garbage collector lets go of those once it has seen them.
_Text: TypeAlias = tuple[datetime, int, str, bytes]  # published_at, report_id, outlet, shingles


class Copies:
    """The newest texts of each event, by which copies of them are known."""

    def __init__(self) -> None:
        self._texts: dict[int, tuple[_Text, ...]] = {}

    def add(self, event: int, report_id: int, own: "array[int]", *, outlet: str, published_at: datetime) -> None:
        """Remember the shingles of a report."""
        texts = (*self._texts.get(event, ()), (published_at, report_id, outlet, own.tobytes()))
        self._texts[event] = tuple(sorted(texts)[-_REMEMBERED:])

    def find_original(self, event: int, own: "array[int]", *, outlet: str) -> int | None:
        """Return the report of another outlet that a text with these shingles is a copy of."""
        for _, report_id, other_outlet, packed in self._texts.get(event, ()):
            if other_outlet != outlet and is_copy(own, array("I", packed)):
                return report_id
        return None

    def forget(self, event: int, before: datetime) -> None:
        """Forget an event's texts that were published before a moment."""
        texts = tuple(text for text in self._texts.pop(event, ()) if text[0] >= before)
        if texts:
            self._texts[event] = texts
