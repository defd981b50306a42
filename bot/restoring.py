"""After a restore: what may have happened since the backup does not happen again by itself."""

from dataclasses import dataclass
from datetime import datetime

from bot import subscribing
from bot.publishing import Publishing
from storage.backups import set_open_aside
from storage.model import Action
from storage.store import Storage

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Settled:
    """How much was settled: deliveries, updates, scheduled articles, and briefings that were due."""

    deliveries: int
    updates: int
    scheduled: int
    skipped: int


async def settle_restored(storage: Storage, publishing: Publishing, *, now: datetime) -> Settled:
    """Settle what was open when the backup was made, and what was due since; it may be done again after a kill."""
    unscheduled = 0
    while scheduled := await storage.articles.list_scheduled(now):
        for article in scheduled:
            await publishing.take(Action.UNSCHEDULE, article.number, now=now, reason="restored: it may be out")
        unscheduled += len(scheduled)
    deliveries, updates = await set_open_aside(storage.database)
    return Settled(deliveries, updates, unscheduled, await _skip_missed(storage, now))


async def _skip_missed(storage: Storage, now: datetime) -> int:
    """Let briefings that were due between the backup and now be over: they may have been sent."""
    skipped, cutoff = 0, await storage.articles.find_last_change()
    while due := await storage.subscriptions.list_due(now, limit=AT_ONCE):
        moves = [(each.id, subscribing.next_of(each, now=now)) for each in due]
        await storage.plans.skip(moves, cutoff=cutoff)
        skipped += len(due)
    return skipped
