"""What briefings are made of, kept between one and the next."""

import asyncio
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.newsroom.coverage import A_FIFTH, list_thin_sections
from bot.views.page import Page
from storage.candidates import Candidates
from storage.feeds import Feeds
from storage.model import Article, Candidate, Composition

MOST_CANDIDATES = 2000  # a briefing looks at no more than this many new articles of its profile
KEPT_CANDIDATES = 32  # combinations of sections and languages
FEEDS_ASKED_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Answered:
    """A briefing for whoever asked: its pages, and as it is kept."""

    pages: tuple[Page, ...]
    composition: Composition


class BriefingCache:
    """What briefings are made of, read again only when something was published, corrected or withdrawn."""

    def __init__(self, candidates: Candidates) -> None:
        self._candidates = candidates
        self.articles: OrderedDict[int, Article] = OrderedDict()
        self.answered: OrderedDict[str, Answered] = OrderedDict()
        self._known: OrderedDict[tuple[frozenset[str], frozenset[str]], tuple[Candidate, ...]] = OrderedDict()
        self.version: tuple[int, datetime | None] | None = None
        self._thin_sections: tuple[str, ...] = ()
        self._asked_at: datetime | None = None
        self._reading = asyncio.Lock()

    async def refresh(self) -> datetime | None:
        """Forget what is outdated; return the last publication or correction: what is made now has considered it."""
        version = await self._candidates.get_version()
        if version != self.version:
            for kept in (self._known, self.articles, self.answered):
                kept.clear()
            self.version = version
        return version[1]

    async def list_of(self, sections: frozenset[str], languages: frozenset[str]) -> tuple[Candidate, ...]:
        """Return the candidates of these sections and languages, the newest first."""
        key = sections, languages
        if key not in self._known:
            async with self._reading:  # many who start at once ask for the same
                if key not in self._known:
                    version = self.version
                    found = await self._candidates.list(sections, languages, limit=MOST_CANDIDATES)
                    if version != self.version:
                        return found
                    self._known[key] = found
                    keep_newest(self._known, KEPT_CANDIDATES)
        return self._known.get(key, ())

    async def list_thin_sections(self, feeds: Feeds, now: datetime) -> tuple[str, ...]:
        """Return the names of the sections a fifth or more of whose feeds are dead, as of the last minute."""
        if self._asked_at is None or abs(now - self._asked_at) >= FEEDS_ASKED_EVERY:
            self._thin_sections = tuple(
                each.name for each in list_thin_sections(await feeds.list(), now, share=A_FIFTH)
            )
            self._asked_at = now
        return self._thin_sections

    async def list_mentioning(self, numbers: list[int], phrases: frozenset[str]) -> frozenset[int]:
        """Return which of these articles mention one of the phrases."""
        return await self._candidates.list_mentioning(numbers, phrases)


def keep_newest(kept: OrderedDict[Any, Any], most: int) -> None:
    """Forget the oldest of what is kept, but for so many."""
    while len(kept) > most:
        kept.popitem(last=False)
