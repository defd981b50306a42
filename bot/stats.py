"""What the operation comes to: how things stand now, and what was counted in the last thirty days."""

from datetime import datetime, timedelta

from bot.views.stats import DAYS
from storage.model import CountKind, Statistics
from storage.store import Storage

TOP_STORIES = 10


async def gather(storage: Storage, *, now: datetime) -> Statistics:
    """Return the statistics as they are now."""
    since = (now - timedelta(days=DAYS - 1)).date()
    return Statistics(
        chats=await storage.chats.count(),
        subscriptions=await storage.subscriptions.count(),
        deliveries=await storage.deliveries.count(),
        articles={"published": await storage.articles.count_published()},
        updates=await storage.inbox.count(),
        days=await storage.stats.list_days(since),
        top_stories=await storage.stats.list_top_stories(since, limit=TOP_STORIES),
    )


async def note_subscriptions(storage: Storage, *, now: datetime) -> None:
    """Keep how many subscriptions there are today, for the days to come."""
    await storage.stats.put(now.date(), CountKind.SUBSCRIPTIONS, await storage.subscriptions.count())
