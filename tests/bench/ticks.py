"""The scheduler's tick with many subscriptions stored, and composing for many chats with few profiles."""

import time
from dataclasses import replace
from datetime import timedelta
from statistics import median

from bot.clock import system_clock
from bot.config import Config
from bot.delivery.briefing_cache import BriefingCache
from bot.delivery.planning import Planner
from bot.i18n import load_catalog
from bot.opens import Opens
from bot.services import Services
from storage import schema
from storage.migrate import upgrade
from storage.model import Preferences, Slot
from storage.preferences import to_json
from storage.store import Storage, open_storage
from tests.bench.measuring import Row, resident_mb
from tests.make import make_text

TICKS = 50
PROFILES = 50


async def subscribe_many(storage: Storage, first: int, count: int, *, profiles: int, due_in: timedelta) -> None:
    """Store subscriptions that are all due at one time."""
    due_at = system_clock() + due_in
    slot = Slot(due_at.time().replace(second=0, microsecond=0))
    stored = [
        to_json(replace(Preferences(slots=(slot,)), max_articles=3 + n % 5, mutes=frozenset({f"mute{n}"})))
        for n in range(profiles)
    ]
    for start in range(first, first + count, 10_000):
        ids = range(start, min(start + 10_000, first + count))
        async with storage.database.writing() as connection:
            await connection.execute(
                schema.chats.insert(),
                [{"id": n, "kind": "private", "language": "en", "created_at": due_at} for n in ids],
            )
            common = {"thread_id": 0, "language": "en", "is_stopped": False, "created_at": due_at}
            due = {"next_due_at": due_at, "next_day": due_at.date(), "next_time": slot.at}
            await connection.execute(
                schema.subscriptions.insert(),
                [{"chat_id": n, "preferences": stored[n % profiles], **common, **due} for n in ids],
            )


def make_planner(storage: Storage) -> Planner:
    """Wire a planner without Telegram."""
    config = Config.model_validate({"telegram": {"token": "1:x"}})
    services = Services(
        storage=storage, briefings=BriefingCache(storage.candidates), telegram=None, catalog=load_catalog(), clock=system_clock,  # type: ignore[arg-type]
        publication="Bench", username="bench_bot", zone="UTC", briefing_time=config.briefing.time, max_articles=5,
        picture_origin=None, opens=Opens(storage.stats, system_clock),
    )  # fmt: skip
    return Planner(storage=storage, cache=services.briefings, frames=services.frame_for, grace=timedelta(hours=3))


async def plan_everything(planner: Planner) -> int:
    """Plan all that is due; return how many chats that were."""
    return sum([number async for number in planner.plan_due(system_clock())])


async def scheduler(url: str, stored: int) -> list[Row]:
    """A tick when nothing is due, then one with 500 due, by how much is stored."""
    rows, due_seconds = [], []
    storage = open_storage(url)
    await upgrade(storage.database)
    await storage.articles.add([make_text()], now=system_clock(), publish=True)
    planner = make_planner(storage)
    for first, many in ((1, stored // 1000), (stored // 1000 + 1, stored - stored // 1000)):
        await subscribe_many(storage, first, many, profiles=PROFILES, due_in=timedelta(hours=2))
        idle = []
        for _ in range(TICKS):
            began = time.perf_counter()
            await plan_everything(planner)
            idle.append((time.perf_counter() - began) * 1000)
        total = first + many - 1
        rows.append(
            Row(
                f"tick, nothing due, {total:,} stored, ms",
                median(idle),
                "≤ 5",
                median(idle) <= 5,
                f"max {max(idle):.1f}",
            )
        )
        await subscribe_many(storage, 10**9 + first * 1000, 500, profiles=PROFILES, due_in=timedelta(seconds=-1))
        began = time.perf_counter()
        await plan_everything(planner)
        due_seconds.append(time.perf_counter() - began)
    ratio = due_seconds[1] / due_seconds[0]
    rows.append(Row(f"tick, 500 due: {stored:,} stored to {stored // 1000:,}", ratio, "≤ 1.5", ratio <= 1.5))
    await storage.close()
    return rows


async def composing(url: str, chats: int) -> list[Row]:
    """Plan one morning for many chats that share few profiles."""
    storage = open_storage(url)
    await upgrade(storage.database)
    texts = [make_text(f"Story {n}", body=("A paragraph of some length. " * 30,)) for n in range(20)]
    await storage.articles.add(texts, now=system_clock(), publish=True)
    await subscribe_many(storage, 1, chats, profiles=PROFILES, due_in=timedelta(seconds=-1))
    planner = make_planner(storage)
    before = resident_mb()
    began = time.perf_counter()
    planned = await plan_everything(planner)
    seconds = time.perf_counter() - began
    grown = resident_mb() - before
    async with storage.database.reading() as connection:
        composed = len((await connection.execute(schema.compositions.select())).all())
    await storage.close()
    holds = planned == chats and composed <= PROFILES
    return [
        Row(f"compositions for {chats:,} chats of {PROFILES} profiles", composed, f"≤ {PROFILES}", holds),
        Row("memory grown meanwhile, MB", grown, "≤ 200", grown <= 200, f"{resident_mb():.0f} MB in all"),
        Row("planned chats a second", planned / seconds, "", None),
    ]
