"""Which reports tell of the same event: one pass, in a sliding window, at a cost that does not grow with the store.

A report joins the event whose centroid is nearest, if it is near enough. Terms are weighed by how rare they are among
the reports of the window in that language; all are counted as they come, nothing is looked ahead.
"""

import math
from collections import Counter, defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache

from bot.newsroom.sentences import split_sentences
from bot.newsroom.terms import iter_terms, language_group

WINDOW = timedelta(hours=72)
# One setting for all languages, chosen on labelled news in four of them (tests/newsroom/test_clustering.py).
NEAR = 0.22
TITLE_WEIGHT = 2
SENTENCES = 8
_AS_IF_SEEN = 4  # reports more than there were: the first few of a window know little of what is rare
_PROBES = 40  # a report's rarest terms find the events it is compared with
_CANDIDATES = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one report tells, as far as clustering looks."""

    title: str
    text: str
    language: str
    at: datetime


@dataclass(slots=True)
class _Event:
    first_at: datetime
    last_at: datetime
    terms: Counter[str] = field(default_factory=Counter)  # sums of the reports' term frequencies


class _Language:
    """The window of one group of languages."""

    def __init__(self, window: timedelta) -> None:
        self._window = window
        self._events: dict[int, _Event] = {}
        self._events_with: dict[str, set[int]] = defaultdict(set)
        self._reports: deque[tuple[datetime, tuple[str, ...]]] = deque()
        self._reports_with: Counter[str] = Counter()
        self._newest: datetime | None = None

    def nearest(self, terms: dict[str, float], at: datetime) -> tuple[int | None, float]:
        """Return the event of the window nearest to a report's terms, and its cosine."""
        weights = {term: frequency * self._rarity(term) for term, frequency in terms.items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        best, best_score = None, 0.0
        for key in self._candidates(weights):
            if at < self._events[key].first_at - self._window:
                continue  # a report that comes late may be older than the window
            score = self._dot(self._events[key], weights) / length
            if score > best_score:
                best, best_score = key, score
        return best, best_score

    def _candidates(self, weights: dict[str, float]) -> list[int]:
        known = [term for term in weights if self._events_with.get(term)]
        probes = sorted(known, key=lambda term: (-weights[term], term))[:_PROBES]
        found: Counter[int] = Counter()
        for term in probes:
            for key in self._events_with[term]:
                found[key] += weights[term]  # type: ignore[assignment]  # a counter of weights
        return [key for key, _ in found.most_common(_CANDIDATES)]

    def _dot(self, event: _Event, weights: dict[str, float]) -> float:
        """Return the dot product with the event's centroid of length 1."""
        dot = square = 0.0
        for term, total in event.terms.items():
            weight = total * self._rarity(term)
            square += weight * weight
            dot += weight * weights.get(term, 0.0)
        return dot / math.sqrt(square) if square else 0.0

    def _rarity(self, term: str) -> float:
        seen = len(self._reports) + _AS_IF_SEEN
        return math.log(seen / (self._reports_with[term] + 0.5))

    def count(self, terms: dict[str, float], at: datetime) -> None:
        """Count a report's terms, and forget the reports that the window has left behind."""
        self._newest = max(at, self._newest or at)
        self._reports.append((at, tuple(terms)))
        self._reports_with.update(terms.keys())
        while self._reports and self._reports[0][0] < self._newest - self._window:
            _, old = self._reports.popleft()
            self._reports_with.subtract(old)
            for term in old:
                if self._reports_with[term] <= 0:
                    del self._reports_with[term]
        self._forget_events()

    def _forget_events(self) -> None:
        # Events are kept in the order of their last report, so the oldest come first.
        while self._events and self._newest is not None:
            key, event = next(iter(self._events.items()))
            if event.last_at >= self._newest - self._window:
                return
            self.drop(key)

    def join(self, key: int, terms: dict[str, float], at: datetime) -> None:
        """Add a report to an event, new or not."""
        event = self._events.pop(key, None) or _Event(at, at)
        self._events[key] = event
        for term, frequency in terms.items():
            event.terms[term] += frequency  # type: ignore[assignment]
            self._events_with[term].add(key)
        event.first_at = min(at, event.first_at)
        event.last_at = max(at, event.last_at)

    def drop(self, key: int) -> None:
        """Forget an event."""
        event = self._events.pop(key, None)
        for term in event.terms if event else ():
            self._events_with[term].discard(key)
            if not self._events_with[term]:
                del self._events_with[term]


class Clusterer:
    """Places reports, one after the other."""

    def __init__(self, *, window: timedelta = WINDOW, near: float = NEAR) -> None:
        self._window = window
        self._near = near
        self._languages: dict[str, _Language] = {}

    def find(self, told: Told) -> tuple[int | None, float]:
        """Return the event a report belongs to, None for a new one; and how near the nearest is."""
        language, terms = self._language(told), weigh(told)
        language.count(terms, told.at)
        event, score = language.nearest(terms, told.at)
        return (event if score >= self._near else None), score

    def join(self, event: int, told: Told) -> None:
        """Add a report that was looked up with find to its event."""
        self._language(told).join(event, weigh(told), told.at)

    def restore(self, event: int, told: Told) -> None:
        """Take a report that was placed before; the oldest come first."""
        language, terms = self._language(told), weigh(told)
        language.count(terms, told.at)
        language.join(event, terms, told.at)

    def _language(self, told: Told) -> _Language:
        return self._languages.setdefault(language_group(told.language), _Language(self._window))


def cluster(reports: Iterable[Told], *, window: timedelta = WINDOW) -> list[list[int]]:
    """Group reports in one pass; return the places of each event's, in order of first report."""
    clusterer = Clusterer(window=window)
    events: list[list[int]] = []
    for place, told in enumerate(reports):
        event, _ = clusterer.find(told)
        if event is None:
            event = len(events)
            events.append([])
        events[event].append(place)
        clusterer.join(event, told)
    return events


@lru_cache(maxsize=1)  # a report that was looked up is joined next
def weigh(told: Told) -> dict[str, float]:
    """Return the terms of a report's title and first sentences, with damped frequencies."""
    counts: Counter[str] = Counter()
    for term in iter_terms(told.title):
        counts[term] += TITLE_WEIGHT
    for sentence in first_sentences(told.text, SENTENCES):
        counts.update(iter_terms(sentence))
    return {term: 1 + math.log(count) for term, count in counts.items()}


def first_sentences(text: str, most: int) -> Iterable[str]:
    """Yield the first sentences of a text."""
    left = most
    for paragraph in text.split("\n"):
        for sentence in split_sentences(paragraph):
            if left == 0:
                return
            yield sentence
            left -= 1
