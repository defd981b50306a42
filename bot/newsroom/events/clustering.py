"""Which reports tell of the same event: one pass over a sliding window, at a cost that does not grow with either.

A report joins the event whose centroid is nearest, if it is near enough. Terms are weighed by how rare they are among
the reports of the window in that language. What is known follows from the reports held, not from those that left nor
from the order in which they came: a window that is read again places as one that never stopped.
"""

import heapq
import math
import zlib
from array import array
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import islice
from typing import TypeAlias

from bot.newsroom.events.headline_names import Names, are_others, find_names
from bot.newsroom.events.linking import Linker
from bot.newsroom.events.postings import NEWEST, POSTING, insert
from bot.newsroom.events.signs import find_signs
from bot.newsroom.text.sentences import split_sentences
from bot.newsroom.text.terms import iter_terms, language_group

WINDOW = timedelta(hours=72)
# One setting for all languages, chosen on labelled news in four of them (tests/newsroom/events/test_clustering.py).
NEAR = 0.22
TITLE_WEIGHT = 2
TITLE_CHARACTERS = 500
SENTENCES = 8
LEAD_CHARACTERS = 2000  # eight sentences are shorter, in any language
MOST_TERMS = 250  # of a report or an event, the most frequent
MOST_NAMES = 40  # of a report
_AS_IF_SEEN = 4  # reports more than there were: the first few of a window know little of what is rare
_PROBES = 16  # a report's weightiest terms find the events it is compared with
_CANDIDATES = 4
_REPRESENTATIVES = 16  # an event is what its newest reports say
_FORGOTTEN_AT_ONCE = 1000
_BEGINNING = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A report as clustering sees it."""

    title: str
    text: str
    language: str
    published_at: datetime


# What is held is bytes, numbers and plain tuples of these: the garbage collector lets go of them once it has seen them,
# where it would walk through a large window of objects for a tenth of a second, again and again.
Vector: TypeAlias = tuple[bytes, bytes]  # hashes of terms; how frequent each is, damped, in tenths
_Named: TypeAlias = tuple[bytes, bytes]  # hashes of the names in a headline, and of those in its text
_Report: TypeAlias = tuple[int, int, Vector, _Named]  # its moment in microseconds, its event; in order of moments
_Event: TypeAlias = tuple[tuple[_Report, ...], Vector]  # the oldest first; what the newest of them say together


class _Language:
    """The window of one group of languages."""

    def __init__(self) -> None:
        self._reports: list[_Report] = []  # a heap, the oldest on top
        self._events: dict[int, _Event] = {}
        self._counts: dict[int, int] = {}  # of the reports with a term, by its hash
        self._newest: dict[int, bytes] = {}  # of these: moment and event of each, the oldest first

    def add(self, report: _Report) -> None:
        """Hold a report."""
        moment, event, (hashes, _), _ = report
        heapq.heappush(self._reports, report)
        others = self._events[event][0] if event in self._events else ()
        place = bisect(others, report)
        self._events[event] = _sum_up((*others[:place], report, *others[place:]))
        posting = POSTING.pack(moment, event)
        for term in array("I", hashes):
            self._counts[term] = self._counts.get(term, 0) + 1
            self._newest[term] = insert(self._newest.get(term, b""), posting)

    def forget_oldest(self, before: int) -> int | None:
        """Forget the oldest report if it was published before a moment; return its event."""
        if not self._reports or self._reports[0][0] >= before:
            return None
        _, event, (hashes, _), _ = heapq.heappop(self._reports)
        reports, centroid = self._events.pop(event)
        if len(reports) > _REPRESENTATIVES:
            self._events[event] = reports[1:], centroid
        elif len(reports) > 1:
            self._events[event] = _sum_up(reports[1:])
        for term in array("I", hashes):
            count = self._counts[term]
            if count == 1:
                del self._counts[term], self._newest[term]
                continue
            self._counts[term] = count - 1
            if count <= NEWEST:  # else newer ones have taken its place
                self._newest[term] = self._newest[term][POSTING.size :]
        return event

    def find_nearest(self, vector: Vector, names: _Named, *, until: int) -> tuple[int | None, float]:
        """Return the event nearest to a report, of those that began until a moment; and its cosine.

        One whose reports name somebody in their headlines, as this does, and share no name with it, is another.
        """
        seen = math.log(len(self._reports) + 1 + _AS_IF_SEEN)
        own = _unpack(vector)
        rarities = {term: seen - math.log(self._counts.get(term, 0) + 1.5) for term in own}
        weights = {term: tenths * rarities[term] for term, tenths in own.items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        best, best_score = None, 0.0
        for event in self._list_candidates(weights):
            reports, centroid = self._events[event]
            score = self._dot(centroid, weights, rarities, seen) / length
            if score > best_score and reports[0][0] <= until and not _are_others(reports, names):
                best, best_score = event, score
        return best, best_score

    def _list_candidates(self, weights: dict[int, float]) -> list[int]:
        found: dict[int, float] = {}
        known = ((weight, term) for term, weight in weights.items() if term in self._newest)
        for weight, term in heapq.nlargest(_PROBES, known):
            events = {event for _, event in POSTING.iter_unpack(self._newest[term])}
            for event in events:  # once each, however many of its reports have the term
                found[event] = found.get(event, 0.0) + weight
        return [event for _, event in heapq.nlargest(_CANDIDATES, zip(found.values(), found, strict=True))]

    def _dot(self, centroid: Vector, weights: dict[int, float], rarities: dict[int, float], seen: float) -> float:
        """Return the dot product with a centroid brought to length 1."""
        dot = square = 0.0
        for term, tenths in _unpack(centroid).items():
            rarity = rarities.get(term)
            if rarity is None:
                weight = tenths * (seen - math.log(self._counts[term] + 0.5))
            else:
                weight = tenths * rarity
                dot += weight * weights[term]
            square += weight * weight
        return dot / math.sqrt(square) if square else 0.0


def _are_others(reports: tuple[_Report, ...], names: _Named) -> bool:
    own = _unpack_names(names)
    return bool(own.headline) and all(are_others(own, _unpack_names(each)) for *_, each in reports[-_REPRESENTATIVES:])


def _sum_up(reports: tuple[_Report, ...]) -> _Event:
    if len(reports) == 1:
        return reports, reports[0][2]  # most events are one report: nothing is kept twice
    sums: Counter[int] = Counter()  # of whole numbers: they add up alike in any order
    for _, _, vector, _ in reports[-_REPRESENTATIVES:]:
        for term, tenths in _unpack(vector).items():
            sums[term] += tenths
    return reports, _pack(sums)


class Clusterer:
    """Places reports, one after the other."""

    def __init__(self, *, window: timedelta = WINDOW, near: float = NEAR) -> None:
        self._window = window
        self._near = near
        self._languages: defaultdict[str, _Language] = defaultdict(_Language)
        self._linker = Linker()

    def find(self, document: Document) -> tuple[int | None, float]:
        """Return the event a report belongs to, None for a new one; and how near the nearest is.

        Where its own language has none, one that other languages tell of may be it.
        """
        until = _moment(document.published_at + self._window)  # a report that comes late may be older than the window
        event, score = self._languages[_group(document)].find_nearest(weigh(document), _name(document), until=until)
        if score >= self._near:
            return event, score
        linked, likeness = self._linker.find(_sign(document), _group(document), until=until)
        return (None, score) if linked is None else (linked, likeness)

    def join(self, event: int, document: Document) -> None:
        """Add a report to an event, new or not."""
        moment = _moment(document.published_at)
        self._languages[_group(document)].add((moment, event, weigh(document), _name(document)))
        self._linker.add((moment, event, _group(document), _sign(document)))

    def forget(self, before: datetime, *, most: int) -> tuple[int, ...]:
        """Forget reports published before a moment, at most so many; return the event of each."""
        left: list[int] = []
        moment = _moment(before)
        for language in self._languages.values():
            while len(left) < most and (event := language.forget_oldest(moment)) is not None:
                left.append(event)
                self._linker.forget_oldest()  # one for each: who left is as old as it
        return tuple(left)


def cluster(reports: Iterable[Document], *, window: timedelta = WINDOW) -> list[list[int]]:
    """Group reports, the oldest first; return the places of each event's, in order of first place."""
    clusterer = Clusterer(window=window)
    events: dict[int, list[int]] = {}
    for place, document in sorted(enumerate(reports), key=lambda each: each[1].published_at):
        while clusterer.forget(document.published_at - window, most=_FORGOTTEN_AT_ONCE):
            pass
        found, _ = clusterer.find(document)
        event = place if found is None else found
        events.setdefault(event, []).append(place)
        clusterer.join(event, document)
    return sorted(sorted(places) for places in events.values())


@lru_cache(maxsize=1)
def _sign(document: Document) -> bytes:
    return find_signs(document.title, document.text)


@lru_cache(maxsize=1)
def _name(document: Document) -> _Named:
    names = find_names(document.title[:TITLE_CHARACTERS], document.text[:LEAD_CHARACTERS])
    return _pack_names(names.headline), _pack_names(names.lead)


def _pack_names(names: frozenset[str]) -> bytes:
    return array("I", sorted(map(_hash, names))[:MOST_NAMES]).tobytes()


def _unpack_names(named: _Named) -> Names[int]:
    headline, lead = named
    return Names(frozenset(array("I", headline)), frozenset(array("I", lead)))


def _hash(term: str) -> int:
    return zlib.crc32(term.encode("utf-8", "surrogatepass"))


def _group(document: Document) -> str:
    return language_group(document.language)


def _moment(at: datetime) -> int:
    return (at - _BEGINNING) // timedelta(microseconds=1)


@lru_cache(maxsize=1)  # a report that was looked up is joined next
def weigh(document: Document) -> Vector:
    """Return the terms of a report's title and first sentences."""
    counts: Counter[str] = Counter()
    for term in iter_terms(document.title[:TITLE_CHARACTERS]):
        counts[term] += TITLE_WEIGHT
    paragraphs = document.text[:LEAD_CHARACTERS].split("\n")
    sentences = (sentence for paragraph in paragraphs for sentence in split_sentences(paragraph))
    for sentence in islice(sentences, SENTENCES):
        counts.update(iter_terms(sentence))
    tenths: Counter[int] = Counter()
    for term, count in counts.items():
        tenths[_hash(term)] += round(10 * (1 + math.log(count)))
    return _pack(tenths)


def _pack(tenths: Counter[int]) -> Vector:
    """Return the most frequent terms; of those equally frequent, the ones that come first."""
    kept = tenths.most_common(MOST_TERMS)
    return array("I", [term for term, _ in kept]).tobytes(), array("H", [each for _, each in kept]).tobytes()


def _unpack(vector: Vector) -> dict[int, int]:
    hashes, tenths = vector
    return dict(zip(array("I", hashes), array("H", tenths), strict=True))
