"""Grouping reports into events, as they come."""

import asyncio
import logging
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.newsroom.clustering import Clusterer, Told
from bot.newsroom.syndication import is_copy, shingles
from storage.model import Report
from storage.store import Storage

log = logging.getLogger("dateline.ingest")

AT_ONCE = 50
_EVENTS_REMEMBERED = 3000
_REPORTS_REMEMBERED = 20  # of one event: copies come soon after the original


@dataclass(slots=True)
class Grouping:
    """Places reports; what it knows of the window it reads from storage once, and keeps."""

    storage: Storage
    window: timedelta
    _clusterer: Clusterer | None = None
    _texts: OrderedDict[int, list[tuple[int, str, frozenset[int]]]] = field(default_factory=OrderedDict)

    async def place_read(self, now: datetime) -> int:
        """Place the reports that are read; return how many there were."""
        if self._clusterer is None:
            self._clusterer = await self._restored(now)
        reports = await self.storage.reports.list_read(limit=AT_ONCE)
        for report in reports:
            await self._place(self._clusterer, report, now)
        return len(reports)

    def forget(self) -> None:
        """Know nothing of the window: somebody else places reports meanwhile."""
        self._clusterer = None
        self._texts.clear()

    async def _restored(self, now: datetime) -> Clusterer:
        clusterer = Clusterer(window=self.window)
        moment, last_id = now - self.window, 0
        while page := await self.storage.reports.list_placed_since(moment, after_id=last_id, limit=AT_ONCE):
            for report in page:
                if report.event_id is not None:
                    clusterer.restore(report.event_id, _told(report))
                    self._remember(report.event_id, report, shingles(report.text))
                    await asyncio.sleep(0)  # a long window is read without holding up replies
            moment, last_id = page[-1].published_at, page[-1].id
        return clusterer

    async def _place(self, clusterer: Clusterer, report: Report, now: datetime) -> None:
        event_id, score = clusterer.find(_told(report))
        own = shingles(report.text)
        if event_id is None:
            event_id = await self.storage.events.begin(report.id, now=now)
        else:
            original = self._original(event_id, report, own)
            await self.storage.events.join(report.id, event_id, copy_of=original, now=now)
            log.info("report %d joins event %d (%.2f)", report.id, event_id, score)
        clusterer.join(event_id, _told(report))
        self._remember(event_id, report, own)

    def _original(self, event_id: int, report: Report, own: frozenset[int]) -> int | None:
        """Return the report of another outlet that this one is a copy of."""
        known = self._texts.get(event_id, [])
        return next((number for number, outlet, text in known if outlet != report.outlet and is_copy(own, text)), None)

    def _remember(self, event_id: int, report: Report, own: frozenset[int]) -> None:
        known = self._texts.setdefault(event_id, [])
        if len(known) < _REPORTS_REMEMBERED:
            known.append((report.id, report.outlet, own))
        self._texts.move_to_end(event_id)
        while len(self._texts) > _EVENTS_REMEMBERED:
            self._texts.popitem(last=False)


def _told(report: Report) -> Told:
    return Told(title=report.title, text=report.text, language=report.language, at=report.published_at)
