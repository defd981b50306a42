"""Grouping reports into events, as they come."""

import asyncio
import logging
from array import array
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.newsroom.events.clustering import Clusterer, Document
from bot.newsroom.outlets.syndication import Copies, shingles
from storage.model import Report
from storage.store import Storage

log = logging.getLogger("dateline.ingest")

AT_ONCE = 50
_FORGOTTEN_AT_ONCE = 10


@dataclass(slots=True)
class _Window:
    """What is known of the reports of the window."""

    clusterer: Clusterer
    copies: Copies = field(default_factory=Copies)

    def add(self, event_id: int, report: Report, own: "array[int]") -> None:
        self.clusterer.join(event_id, _document(report))
        self.copies.add(event_id, report.id, own, outlet=report.outlet, published_at=report.published_at)

    async def forget(self, before: datetime) -> None:
        while left := self.clusterer.forget(before, most=_FORGOTTEN_AT_ONCE):
            for event_id in left:
                self.copies.forget(event_id, before)
            await asyncio.sleep(0)  # after a long pause many leave at once


@dataclass(slots=True)
class Grouping:
    """Places reports; what it knows of the window it reads from storage once, and keeps."""

    storage: Storage
    window: timedelta
    _known: _Window | None = None
    _regrouped: str | None = None

    async def place_read(self, now: datetime) -> int:
        """Place the reports that are read; return how many there were."""
        begin = now - self.window
        regrouped = await self.storage.events.find_regrouped()
        if self._known is None or regrouped != self._regrouped:  # editors have merged or split what was known
            self._known, self._regrouped = await self._restored(begin), regrouped
        known = self._known
        await known.forget(begin)
        reports = await self.storage.reports.list_read(limit=AT_ONCE)
        for report in reports:
            if not await self._place(known, report, begin, now):
                self.forget()  # its event is merged into another: place it by what is known then
                break
        return len(reports)

    def forget(self) -> None:
        """Know nothing of the window: somebody else places reports meanwhile."""
        self._known = None

    async def _restored(self, begin: datetime) -> _Window:
        known = _Window(Clusterer(window=self.window))
        moment, last_id = begin, 0
        while page := await self.storage.reports.list_placed_since(moment, after_id=last_id, limit=AT_ONCE):
            for report in page:
                if report.event_id is not None:
                    known.add(report.event_id, report, shingles(report.text))
                    await asyncio.sleep(0)  # a long window is read without holding up replies
            moment, last_id = page[-1].published_at, page[-1].id
        return known

    async def _place(self, known: _Window, report: Report, begin: datetime, now: datetime) -> bool:
        event_id, score = known.clusterer.find(_document(report))
        own = shingles(report.text)
        if event_id is None:
            event_id = await self.storage.events.begin(report.id, now=now)
        else:
            original = known.copies.find_original(event_id, own, outlet=report.outlet)
            if not await self.storage.events.join(report.id, event_id, copy_of=original, now=now):
                return False
            log.info("report %d joins event %d (%.2f)", report.id, event_id, score)
        if report.published_at >= begin:
            known.add(event_id, report, own)
        return True


def _document(report: Report) -> Document:
    return Document(title=report.title, text=report.text, language=report.language, published_at=report.published_at)
