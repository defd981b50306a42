"""Which event of another language a report tells of: the one that shares most of its rare signs, and clearly most.

Like clustering.py, it compares a report with a few candidates, at a cost that does not grow with the window; and what
is known follows from the reports held alone.
"""

import heapq
import math
from array import array
from bisect import insort
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from bot.newsroom.events.postings import POSTING, insert

# Chosen on labelled news in four languages (tests/newsroom/events/test_clustering.py).
NEAR = 0.05
CLEARLY = 1.5  # so much nearer than the next event
_FEW_SIGNS = 22.0  # length that is added to a report's: a sign or two shared prove little
_AS_IF_SEEN = 100  # reports more than there were: a short window links like a long one
_PROBES = 16
_CANDIDATES = 8
_REPRESENTATIVES = 16

_Signed: TypeAlias = tuple[
    int, int, str, bytes
]  # its moment in microseconds, its event, its language's group, its signs


class Linker:
    """The window of all languages, by signs."""

    def __init__(self) -> None:
        self._reports: list[_Signed] = []  # a heap, the oldest on top
        self._events: dict[int, list[_Signed]] = {}  # the oldest first
        self._counts: dict[int, int] = {}
        self._postings: dict[int, bytes] = {}  # of the newest reports with a sign, the oldest first

    def add(self, report: _Signed) -> None:
        """Hold a report."""
        moment, event, _, signs = report
        heapq.heappush(self._reports, report)
        insort(self._events.setdefault(event, []), report)
        posting = POSTING.pack(moment, event)
        for sign in array("I", signs):
            self._counts[sign] = self._counts.get(sign, 0) + 1
            self._postings[sign] = insert(self._postings.get(sign, b""), posting)

    def forget_oldest(self) -> None:
        """Forget the oldest report."""
        moment, event, _, signs = report = heapq.heappop(self._reports)
        self._events[event].remove(report)
        if not self._events[event]:
            del self._events[event]
        posting = POSTING.pack(moment, event)
        for sign in array("I", signs):
            self._counts[sign] -= 1
            if not self._counts[sign]:
                del self._counts[sign], self._postings[sign]
            elif self._postings[sign].startswith(posting):  # else newer ones have taken its place
                self._postings[sign] = self._postings[sign][POSTING.size :]

    def find(self, signs: bytes, group: str, *, until: int) -> tuple[int | None, float]:
        """Return the event of other languages that a report tells of, of those that began until a moment."""
        rarities = dict(self._rarities(signs))
        own = _length(rarities.values())
        best, second, score = None, 0.0, 0.0
        for event in self._list_candidates(rarities):
            reports = self._events[event]
            if reports[0][0] > until:
                continue
            others = (each for each in reports[-_REPRESENTATIVES:] if each[2] != group)
            near = max((self._cosine(rarities, own, each) for each in others), default=0.0)
            if near > score:
                best, second, score = event, score, near
            else:
                second = max(second, near)
        is_clear = score >= NEAR and score >= CLEARLY * second
        return (best if is_clear else None), score

    def _rarities(self, signs: bytes) -> Iterator[tuple[int, float]]:
        seen = math.log(len(self._reports) + 1 + _AS_IF_SEEN)
        for sign in array("I", signs):
            yield sign, max(0.0, seen - math.log(self._counts.get(sign, 0) + 1.5))

    def _list_candidates(self, rarities: dict[int, float]) -> list[int]:
        found: dict[int, float] = {}
        known = ((rarity, sign) for sign, rarity in rarities.items() if sign in self._postings)
        for rarity, sign in heapq.nlargest(_PROBES, known):
            for event in {event for _, event in POSTING.iter_unpack(self._postings[sign])}:
                found[event] = found.get(event, 0.0) + rarity * rarity
        return [event for _, event in heapq.nlargest(_CANDIDATES, zip(found.values(), found, strict=True))]

    def _cosine(self, rarities: dict[int, float], own: float, other: _Signed) -> float:
        theirs = dict(self._rarities(other[3]))
        dot = sum(rarity * rarity for sign, rarity in theirs.items() if sign in rarities)
        return dot / (own * _length(theirs.values()))


def _length(rarities: Iterable[float]) -> float:
    return math.sqrt(sum(each * each for each in rarities) + _FEW_SIGNS * _FEW_SIGNS)
