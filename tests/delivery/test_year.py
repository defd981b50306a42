"""Simulated months, in `make soak` a year with 1,000 subscriptions: restarts, clock jumps, each occurrence once."""

import os
import random
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest

from bot.delivery.briefing_cache import BriefingCache
from bot.delivery.planning import Planner
from bot.newsroom.schedule import next_occurrence
from bot.views.page import Frame
from storage.model import Outcome, Preferences, Profile, Result, Slot
from storage.store import Storage, open_storage
from tests.make import ensure_subscription, make_frame, make_text

SUBSCRIPTIONS = int(os.environ.get("SOAK_SUBSCRIPTIONS", "6"))
DAYS = int(os.environ.get("SOAK_DAYS", "90"))
BEGIN = datetime(2026, 2, 20, tzinfo=UTC)
END = BEGIN + timedelta(days=DAYS)
GRACE = timedelta(hours=3)


def frame_for(_profile: Profile) -> Frame:
    return make_frame()


def random_preferences(dice: random.Random, zones: list[str]) -> Preferences:
    days, first = frozenset(dice.sample(range(7), dice.choice([5, 7]))), dice.randrange(24)
    hours = [first, (first + dice.choice([8, 12])) % 24][: dice.choice([1, 2])]
    slots = tuple(Slot(time(hour, dice.choice([0, 15, 30])), days) for hour in hours)
    return Preferences(slots=slots, zone=dice.choice(zones), says_nothing_new=True)


def expected_occurrences(preferences: Preferences) -> set[str]:
    """Return what a year holds, from the definition: each local date of a slot's days, its time, once."""
    zone = ZoneInfo(preferences.zone)
    found = set()
    for offset in range(-2, DAYS + 3):
        day = (BEGIN + timedelta(days=offset)).date()
        for slot in preferences.slots:
            due_at = datetime.combine(day, slot.at, tzinfo=zone).astimezone(UTC)
            if day.weekday() in slot.days and BEGIN < due_at <= END:
                found.add(f"{day.isoformat()} {slot.at.isoformat('minutes')}")
    return found


async def send_all(storage: Storage, now: datetime) -> list[tuple[int, int]]:
    """Do what a dispatcher does, until nothing waits; return chat and delivery of each message."""
    sent: list[tuple[int, int]] = []
    settled: tuple[Result, ...] = ()
    while claims := await storage.deliveries.turn("w", settled, limit=200, now=now, resends=False):
        sent += [(claim.chat_id, claim.delivery_id) for claim in claims]
        settled = tuple(Result(claim, Outcome.SENT, now, message_id=claim.delivery_id) for claim in claims)
    return sent


@pytest.mark.timeout(60 + SUBSCRIPTIONS * 10)
async def test_restarts_and_clock_jumps_deliver_each_occurrence_once(sqlite_url: str) -> None:
    dice = random.Random(2026)
    zones = sorted(available_timezones())
    storage = open_storage(sqlite_url)
    await storage.articles.add([make_text()], now=BEGIN - timedelta(days=1), publish=True)
    wanted: dict[int, Preferences] = {}
    for chat_id in range(1, SUBSCRIPTIONS + 1):
        preferences = wanted[chat_id] = random_preferences(dice, zones)
        await storage.chats.ensure(chat_id, kind="private", language="en", now=BEGIN)
        first = next_occurrence(preferences.slots, ZoneInfo(preferences.zone), now=BEGIN + timedelta(microseconds=1))
        await ensure_subscription(
            storage, chat_id, None, language="en", preferences=preferences, next_occurrence=first, now=BEGIN
        )
    planner = Planner(storage=storage, cache=BriefingCache(storage.candidates), frames=frame_for, grace=GRACE)
    now = BEGIN
    sent: list[tuple[int, int]] = []
    while now < END:
        now += timedelta(minutes=dice.choice([60, 120, 150, 170]))
        moments = [min(now, END)]
        if dice.random() < 0.02:  # a clock that is set back, and comes forward again
            moments.insert(0, now - timedelta(hours=dice.uniform(3, 30)))
        for moment in moments:
            async for _ in planner.plan_due(moment):
                sent += await send_all(storage, moment)
        if dice.random() < 0.01:
            await storage.close()
            storage = open_storage(sqlite_url)
            planner = Planner(storage=storage, cache=BriefingCache(storage.candidates), frames=frame_for, grace=GRACE)
    assert len(sent) == len(set(sent))
    delivered: dict[int, set[str]] = {chat_id: set() for chat_id in wanted}
    async with storage.database.reading() as connection:
        rows = await connection.exec_driver_sql("SELECT chat_id, occurrence, state FROM deliveries")
        for row in rows:
            assert row.state == "sent"
            delivered[row.chat_id].add(row.occurrence)
    assert delivered == {chat_id: expected_occurrences(preferences) for chat_id, preferences in wanted.items()}
    await storage.close()
