"""The nightly prune: what is older than `retention.*` is forgotten in small steps, and its progress is logged."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from bot.clock import Clock
from storage.lock import Leadership
from storage.store import Storage

log = logging.getLogger("dateline.prune")

NIGHT_HOUR = 3  # UTC
REST_SECONDS = 0.02  # between steps: everybody else's writes go first
SPOKEN_EVERY = 50_000  # rows
COUNTS_KEPT = timedelta(days=400)
_PRUNED_ON = "pruned_on"


@dataclass(frozen=True, slots=True, kw_only=True)
class Keep:
    """How long each thing is kept."""

    reports: timedelta
    deliveries: timedelta
    messages: timedelta
    updates: timedelta


class Pruning:
    """Prunes once a night, whichever process comes first."""

    def __init__(self, storage: Storage, keep: Keep, clock: Clock) -> None:
        self._storage = storage
        self._keep = keep
        self._clock = clock
        self._leadership = Leadership(storage.database, "prune")
        self._is_stopping = False

    def stop(self) -> None:
        """End after the step that is under way."""
        self._is_stopping = True

    async def prune_tonight(self) -> None:
        """Prune if this night's turn has not been taken."""
        now = self._clock()
        today = now.date().isoformat()
        if now.hour < NIGHT_HOUR or await self._storage.installation.find(_PRUNED_ON) == today:
            return
        if not await self._leadership.holds():
            return
        try:
            if await self.prune(now):
                await self._storage.installation.save(_PRUNED_ON, today)
        finally:
            await self._leadership.release()

    async def prune(self, now: datetime) -> bool:
        """Forget all that is old enough; return whether it was finished."""
        retention, inbox, keep = self._storage.retention, self._storage.inbox, self._keep
        steps: tuple[tuple[str, Callable[[], Awaitable[int]]], ...] = (
            ("counts", partial(self._storage.stats.prune, (now - COUNTS_KEPT).date())),
            ("updates", partial(inbox.prune, now - keep.updates, limit=300)),
            ("deliveries", partial(retention.prune_deliveries, now - keep.deliveries)),
            ("messages", partial(retention.prune_messages, now - keep.messages)),
            ("articles that were seen", partial(retention.prune_seen, now - keep.messages)),
            ("briefings", partial(retention.prune_compositions, now - keep.messages)),
            ("notices of corrections", partial(retention.prune_notices, now - keep.messages)),
            ("followed series", partial(self._storage.series.prune, now)),
            ("mistakes", partial(retention.prune_mistakes, now - keep.updates)),
            ("repeated paragraphs", partial(self._storage.repeated_paragraphs.prune, now - keep.reports)),
            ("reports", partial(retention.prune_reports, now - keep.reports)),
            ("events", partial(retention.prune_events, now - keep.reports)),
        )
        for noun, step in steps:
            if not await self._repeat(noun, step):
                return False
        return True

    async def _repeat(self, noun: str, step: Callable[[], Awaitable[int]]) -> bool:
        total = spoken = 0
        while not self._is_stopping:
            found = await step()
            total += found
            if found == 0:
                if total:
                    log.info("pruned %d old %s", total, noun)
                return True
            if total - spoken >= SPOKEN_EVERY:
                spoken = total
                log.info("pruned %d old %s so far", total, noun)
            await asyncio.sleep(REST_SECONDS)
        return False
