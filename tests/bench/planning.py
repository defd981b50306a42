"""One morning's planning over a large library: a thousand different cutoffs, and readers with many muted phrases."""

import time
from collections.abc import Sequence
from datetime import timedelta
from statistics import median

from sqlalchemy import func, select, update

from storage import schema
from storage.store import Storage, open_storage
from tests.bench.bulk import forget_readers
from tests.bench.library import FIRST_CHAT, FREQUENT, HIDDEN, MEDIUM, RARE
from tests.bench.measuring import Row, measure_lateness
from tests.bench.ticks import make_planner, plan_everything, subscribe_many
from tests.make import NOW

CUTOFFS = 1000
PROFILES = 50
LOOKED_BACK = timedelta(days=90)
NEWEST = 2000  # candidates of a briefing that looks back as far as it may
ROUNDS = 20


async def planning(engine: str, url: str, chats: int) -> list[Row]:
    """Plan for chats that last got something at different moments, and look for one reader's muted phrases."""
    storage = open_storage(url)
    await forget_readers(storage)
    await subscribe_many(storage, 1, chats, profiles=PROFILES, due_in=timedelta(seconds=-1))
    await _spread_cutoffs(storage)
    planner = make_planner(storage)
    began = time.perf_counter()
    late = await measure_lateness(plan_everything(planner))
    seconds = time.perf_counter() - began
    planned = await _count_planned(storage)
    rows = [
        Row(
            f"planning {chats:,} chats with {CUTOFFS:,} cutoffs, {engine}, s",
            seconds,
            "≤ 10",
            seconds <= 10 and planned == chats,
            f"{planned:,} planned",
        ),
        Row(f"lateness meanwhile, {engine}, CPU ms", late.cpu_ms, "≤ 50", late.cpu_ms <= 50, f"{late.ms:.0f} by clock"),
        await _mutes(engine, storage),
    ]
    await forget_readers(storage)
    await storage.close()
    return rows


async def _spread_cutoffs(storage: Storage) -> None:
    subscriptions = schema.subscriptions
    async with storage.database.writing() as connection:
        for place in range(CUTOFFS):
            its = (subscriptions.c.chat_id < FIRST_CHAT) & (subscriptions.c.chat_id % CUTOFFS == place)
            cutoff = NOW - LOOKED_BACK * place / CUTOFFS - timedelta(days=1)
            await connection.execute(update(subscriptions).where(its).values(cutoff=cutoff))


async def _mutes(engine: str, storage: Storage) -> Row:
    """Look for fifty phrases in the newest articles: a few words that are everywhere, and many that are rare."""
    candidates = await storage.candidates.list(frozenset(), frozenset(), limit=NEWEST)
    numbers = [each.number for each in candidates]
    words: Sequence[str] = (*FREQUENT[:2], *HIDDEN[:2], *MEDIUM, *RARE, *(f"qqq{n} xyz" for n in range(10)))
    taken = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        found = await storage.candidates.list_mentioning(numbers, frozenset(words))
        taken.append((time.perf_counter() - began) * 1000)
    note = f"{len(words)} phrases in {len(numbers):,} articles, {len(found):,} mention one"
    return Row(f"one reader's mutes, {engine}, ms", median(taken), "≤ 5", median(taken) <= 5, note)


async def _count_planned(storage: Storage) -> int:
    deliveries = schema.deliveries.c
    query = select(func.count()).select_from(schema.deliveries).where(deliveries.chat_id < FIRST_CHAT)
    async with storage.database.reading() as connection:
        return int(await connection.scalar(query) or 0)
