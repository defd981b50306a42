"""A simulated day with faults, at sixty times its speed: nothing grows, and every row is explained.

The long form is `make soak`: SOAK_HOURS of the day, one of our minutes each.
"""

import asyncio
import itertools
import os
import random
import signal
import statistics
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from aiohttp import web

from bot.clock import Clock, system_clock
from bot.demo.botapi.world import FIRST_PERSON_ID, TOKEN
from bot.newsroom.schedule import next_occurrence
from storage.model import DeliveryState, NewFeed, Preferences, Slot
from storage.store import Storage, open_storage
from tests.checker import Checked, check, keep_history, read_log
from tests.crashing import ROOT, server
from tests.delivery.test_corrections import correct
from tests.delivery.test_fleet import ask
from tests.hurrying import hurried_clock
from tests.ingest.serving import serving
from tests.make import ensure_subscription, make_text

HOURS = float(os.environ.get("SOAK_HOURS", "0.4"))
SPEED = 60.0
CHATS, ASKING, FEEDS = 600, 20, 5
FAULTS = 0.02  # of all calls
WARM_HOURS = 6  # caches fill, and libraries are loaded
LOOK_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Look:
    """What the process held at one moment of the day."""

    hour: float
    resident_mib: float
    descriptors: int
    journal_bytes: int


async def publish_feed(request: web.Request) -> web.StreamResponse:
    """A feed that has something new every few seconds, and its pages."""
    if request.path.startswith("/page"):
        text = (
            f"<p>Gate {request.path[5:]} held back a tide of 4.1 metres, and nobody in the old town was hurt.</p>" * 4
        )
        return web.Response(
            text=f"<html><body><article><h1>Gate</h1>{text}</article></body></html>", content_type="text/html"
        )
    newest = int(system_clock().timestamp() / 5)
    items = "".join(
        f"<item><title>Gate {n} of {request.path} holds</title><link>http://{request.host}/page{n}{request.path}</link></item>"
        for n in range(newest - 10, newest)
    )
    feed = f'<rss version="2.0"><channel><title>Post {request.path}</title>{items}</channel></rss>'
    return web.Response(text=feed, content_type="application/rss+xml")


async def subscribe_all(storage: Storage, clock: Clock) -> None:
    """Let every chat have a morning and an evening briefing, each at a time of its own within the next hours."""
    dice, now = random.Random(24), clock()
    zone = ZoneInfo("UTC")
    await storage.articles.add([make_text("Story 0")], now=now, publish=True)
    for chat_id in range(FIRST_PERSON_ID, FIRST_PERSON_ID + CHATS):
        slots = tuple(Slot(time(dice.randrange(first, first + 5), dice.randrange(60))) for first in (6, 18))
        preferences = Preferences(slots=slots)
        await storage.chats.ensure(chat_id, kind="private", language="en", now=now)
        following = next_occurrence(slots, zone, now=now)
        await ensure_subscription(storage, chat_id, None, preferences=preferences, next_occurrence=following, now=now)


@asynccontextmanager
async def hurrying(url: str, file: Path, epoch: float) -> AsyncIterator[asyncio.subprocess.Process]:
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "DATELINE_TELEGRAM__TOKEN": TOKEN,
        "DATELINE_TELEGRAM__API_URL": url,
        "DATELINE_STORAGE__URL": f"sqlite:///{file}",
        "DATELINE_NEWSROOM__ALLOW_PRIVATE_ADDRESSES": "true",
        "DATELINE_NEWSROOM__POLL_MINUTES": "5",
        "DATELINE_NEWSROOM__MIN_OUTLETS": "1",
    }
    with (file.parent / "log").open("ab") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.hurrying", str(epoch), str(SPEED),
            cwd=file.parent, env=environment, stdout=log, stderr=log,
        )  # fmt: skip
    try:
        yield process
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
        await asyncio.wait_for(process.wait(), 40)


def look(process: asyncio.subprocess.Process, file: Path, hour: float) -> Look:
    status = Path(f"/proc/{process.pid}/status").read_text("ascii")
    resident = int(status.split("VmRSS:")[1].split()[0]) / 1024
    journal = file.with_name(f"{file.name}-wal")
    return Look(
        hour,
        resident,
        sum(1 for _ in Path(f"/proc/{process.pid}/fd").iterdir()),
        journal.stat().st_size if journal.exists() else 0,
    )


async def live_a_day(storage: Storage, url: str, process: asyncio.subprocess.Process, clock: Clock) -> list[Look]:
    """Publish, correct and ask, and look at the process, until the day is over."""
    file, began_at, looks = Path(storage.database.url.database or ""), clock(), list[Look]()
    questions = itertools.cycle(("/recent", "/search story", "/story", "/settings", "/sources 1", "/help"))
    published = 1
    while (hour := (clock() - began_at) / timedelta(hours=1)) < HOURS:
        assert process.returncode is None, (file.parent / "log").read_text("utf-8")
        if hour > published:
            await storage.articles.add([make_text(f"Story {published}")], now=clock(), publish=True)
            if published % 3 == 0:
                await correct(storage, published, now=clock())
            published += 1
        for person in range(ASKING):
            await ask(url, FIRST_PERSON_ID + CHATS + person, next(questions))
            await asyncio.sleep(LOOK_SECONDS / ASKING)
        looks.append(look(process, file, hour))
    return looks


async def until_settled(storage: Storage, seconds: float) -> None:
    async with asyncio.timeout(seconds):
        while True:
            counts = await storage.deliveries.count()
            if not counts[DeliveryState.PENDING] and not counts[DeliveryState.SENDING]:
                return
            await asyncio.sleep(0.5)


def find_slope(looks: list[Look]) -> float:
    """Return by how many MiB an hour the process grew."""
    return statistics.linear_regression([each.hour for each in looks], [each.resident_mib for each in looks]).slope


def describe(looks: list[Look], checked: Checked) -> str:
    warm = [each for each in looks if each.hour >= WARM_HOURS] or looks
    slope = find_slope(warm)
    held = sorted(each.descriptors for each in warm)
    return (
        f"{looks[-1].hour:.1f} hours: {slope:+.2f} MiB an hour from {warm[0].resident_mib:.0f} to "
        f"{warm[-1].resident_mib:.0f}, descriptors {held[0]} to {held[-1]}, "
        f"journal at most {max(each.journal_bytes for each in looks) / 1e6:.1f} MB; {checked}"
    )


@pytest.mark.timeout(180 + HOURS * 90)
async def test_day_with_faults_grows_nothing_and_explains_every_row(sqlite_url: str) -> None:
    epoch = system_clock().timestamp()
    clock = hurried_clock(epoch, SPEED)
    storage = open_storage(sqlite_url)
    file = Path(storage.database.url.database or "")
    await keep_history(storage)
    await subscribe_all(storage, clock)
    async with server(CHATS + ASKING, faults=FAULTS) as url, serving(publish_feed) as outside:
        feeds = [NewFeed(url=f"{outside}/{n}", outlet=f"Post {n}", section="World") for n in range(FEEDS)]
        await storage.feeds.add(feeds, interval=timedelta(minutes=5), now=clock())
        async with hurrying(url, file, epoch) as process:
            looks = await live_a_day(storage, url, process, clock)
            await until_settled(storage, 90)
        log = await read_log(url)
    readers = range(FIRST_PERSON_ID, FIRST_PERSON_ID + CHATS)
    sent = [each for each in log.accepted if each["chat_id"] in readers]
    checked = await check(storage, replace(log, accepted=sent))
    await storage.close()
    print(describe(looks, checked))  # noqa: T201 - read with -s
    warm = [each for each in looks if each.hour >= WARM_HOURS]
    if len(warm) > 100:  # the long form: less has no slope
        early, late = (
            statistics.median(each.descriptors for each in part) for part in (warm[: len(warm) // 3], warm[-len(warm) // 3 :])
        )  # fmt: skip
        assert find_slope(warm) <= 1.0
        assert abs(late - early) <= 3
    assert max(each.journal_bytes for each in looks) < 64_000_000
