"""Watching over the operation: each incident is told to the owners once, and once when it is over."""

import asyncio
import logging
import shutil
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.backing_up import FAILED
from bot.newsroom.incidents import OVERDUE_BY, Seen, list_incidents
from bot.newsroom.schedule import quiet_span
from bot.services import Services
from bot.views.incidents import told
from storage.copying import PAUSED
from storage.lock import Leadership
from storage.model import Incident, OpenIncident

log = logging.getLogger("dateline.watch")

LOOK_SECONDS = 60.0
_MOMENT = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Watchman:
    """Looks, remembers and tells; of several processes one does."""

    services: Services
    leadership: Leadership
    measure_clock: Callable[[], Awaitable[float | None]] | None = None  # seconds ahead of Telegram's

    async def look(self) -> None:
        """Look once."""
        if not self.services.owner_ids or not await self.leadership.holds():
            return
        try:
            await self._look()
        finally:
            await self.leadership.release()

    async def _look(self) -> None:
        storage, now = self.services.storage, self.services.clock()
        current = {each.key: each for each in list_incidents(await self._see(now), now)}
        known = {each.incident.key: each for each in await storage.incidents.list()}
        begun = [each for key, each in current.items() if key not in known]
        await storage.incidents.open(begun, now=now)
        for each in begun:
            log.warning("%s", each.said)
        waiting = begun + [known[key].incident for key in current if key in known and not known[key].is_told]
        ended = [each for key, each in known.items() if key not in current]
        await self._tell(waiting, ended, now)

    async def _tell(self, waiting: list[Incident], ended: list[OpenIncident], now: datetime) -> None:
        """Tell what is new and what is over; what is not urgent waits for the end of an owner's quiet hours."""
        storage = self.services.storage
        is_quiet = await self._is_quiet(now)
        begun = [each for each in waiting if each.is_urgent or not is_quiet]
        # Nobody hears of the end of what they never heard of, unless it kept us from saying so.
        over = [each for each in ended if each.is_told or each.incident.is_urgent]
        over = [each for each in over if each.incident.is_urgent or not is_quiet]
        if begun or over:
            page = told(begun, [each.incident for each in over])
            sent = [await self.services.telegram.try_send(each, page) for each in sorted(self.services.owner_ids)]
            if not any(sent):
                return  # told at the next look; one owner who cannot be reached lets no other hear of it twice
        await storage.incidents.note_told({each.key for each in begun})
        unheard = [each for each in ended if not each.is_told and not each.incident.is_urgent]
        await storage.incidents.close({each.incident.key for each in (*over, *unheard)})

    async def _is_quiet(self, now: datetime) -> bool:
        """Whether it is night for every owner."""
        return all([await self._is_quiet_for(each, now) for each in self.services.owner_ids])

    async def _is_quiet_for(self, owner_id: int, now: datetime) -> bool:
        subscription = await self.services.storage.subscriptions.find(owner_id, None)
        if subscription is None:
            return False
        wishes = subscription.preferences
        span = quiet_span(wishes.quiet, ZoneInfo(wishes.zone), start=now, end=now + _MOMENT)
        return span is not None and span[0] <= now

    async def _see(self, now: datetime) -> Seen:
        storage = self.services.storage
        paused = await storage.workers.list_paused(now=now)
        return Seen(
            feeds=await storage.feeds.list(),
            paused_since=min(paused.values(), default=None),
            uncertain=await storage.deliveries.count_uncertain(),
            overdue=await storage.deliveries.count_overdue(now - OVERDUE_BY),
            free_bytes=await asyncio.to_thread(self._free_bytes),
            backup_failure=await storage.installation.find(FAILED),
            clock_off_seconds=await self.measure_clock() if self.measure_clock else None,
            paused_by_hand=await storage.installation.find(PAUSED),
        )

    def _free_bytes(self) -> int | None:
        database = self.services.storage.database
        if not database.is_sqlite or not database.url.database:
            return None
        return shutil.disk_usage(Path(database.url.database).absolute().parent).free
