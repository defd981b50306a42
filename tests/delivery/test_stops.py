"""SIGTERM at random moments of planning, sending, ingest and import: each ends in time, and leaves nothing uncertain.

An import that was stopped adds the rest when it is begun again, and nothing twice.

The long form is `make soak`: SOAK_SIGTERMS.
"""

import asyncio
import os
import random
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp import web
from sqlalchemy import select

from bot.clock import system_clock
from bot.demo.botapi.world import FIRST_PERSON_ID
from bot.demo.outlets import InventedOutlets
from bot.newsroom.posts.newsarticle import write_json
from storage import schema
from storage.model import NewFeed
from storage.store import Storage
from tests.bench.ticks import subscribe_many
from tests.checker import check, keep_history, read_log
from tests.crashing import Workers, server, until_settled, workers
from tests.make import make_text

SIGTERMS = int(os.environ.get("SOAK_SIGTERMS", "10"))  # to the bot and to imports, on each engine
ROUNDS = max(1, SIGTERMS // 2)
PEOPLE = 150  # to whom each round brings a briefing
IMPORTED = 800
ENDS_WITHIN_SECONDS = 25
KEYS = {
    "DATELINE_LIMITS__OVERALL_PER_SECOND": "200",
    "DATELINE_DELIVERY__LEASE_SECONDS": "60",
    "DATELINE_NEWSROOM__ALLOW_PRIVATE_ADDRESSES": "true",
    "DATELINE_NEWSROOM__POLL_MINUTES": "0.02",
    "DATELINE_NEWSROOM__HOST_DELAY_SECONDS": "0",
}


@asynccontextmanager
async def outlets() -> AsyncIterator[str]:
    """Serve the invented outlets; give their address."""
    app = web.Application()
    InventedOutlets(system_clock).add_to(app)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1, handler_cancellation=True)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


async def until_running(folder: Path, times: int) -> None:
    """Wait until the log says so often that a bot runs."""
    async with asyncio.timeout(60):
        while (folder / "log").read_text("utf-8").count("is running") < times:
            await asyncio.sleep(0.02)


def write_files(folder: Path) -> list[str]:
    """Write a file of articles for each round; return their names."""
    names = [f"many-{number}.json" for number in range(ROUNDS)]
    for number, name in enumerate(names):
        places = range(number * IMPORTED, (number + 1) * IMPORTED)
        (folder / name).write_text(write_json(make_text(f"Imported {place}") for place in places))
    return names


async def begin_import(running: Workers, *files: str) -> asyncio.subprocess.Process:
    with (running.folder / "import.log").open("ab") as log:
        return await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "article", "import", *files,
            cwd=running.folder, env=running.environment, stdout=log, stderr=log,
        )  # fmt: skip


async def stop(process: asyncio.subprocess.Process) -> tuple[int, float]:
    """Send SIGTERM; return the exit code, and how many seconds the end took."""
    loop = asyncio.get_running_loop()
    began = loop.time()
    if process.returncode is None:
        process.send_signal(signal.SIGTERM)
    code = await asyncio.wait_for(process.wait(), 2 * ENDS_WITHIN_SECONDS)
    return code, loop.time() - began


async def list_imported(storage: Storage) -> list[str]:
    """Return the headlines that imports added, in the order of the file."""
    revisions = schema.revisions.c
    query = select(revisions.headline).where(revisions.headline.like("Imported %"))
    async with storage.database.reading() as connection:
        return sorted((await connection.scalars(query)).all(), key=lambda headline: int(headline.split()[1]))


@pytest.mark.timeout(120 + 60 * ROUNDS)
async def test_sigterm_at_any_moment_leaves_nothing_uncertain_and_no_import_doubled(
    storage: Storage, database_url: str, tmp_path: Path
) -> None:
    dice = random.Random(9)
    await keep_history(storage)
    await storage.articles.add([make_text()], now=system_clock(), publish=True)
    files = write_files(tmp_path)
    seconds, imports = [], 0
    async with server(ROUNDS * PEOPLE, latency=0.3) as url, outlets() as origin:
        feeds = [NewFeed(url=f"{origin}/outlets/{name}/feed.xml", outlet=name) for name in ("harbour", "meridian")]
        await storage.feeds.add(feeds, interval=timedelta(seconds=1), now=system_clock())
        for number in range(ROUNDS):
            first = FIRST_PERSON_ID + number * PEOPLE
            await subscribe_many(storage, first, PEOPLE, profiles=20, due_in=timedelta(0))
            async with workers(tmp_path, url, database_url, 1, only=None, **KEYS) as running:
                importing = await begin_import(running, files[number])
                await until_running(tmp_path, number + 1)
                await asyncio.sleep(dice.uniform(0, 1.5))
                ended = await stop(running.processes.pop())
                await asyncio.sleep(dice.uniform(0, 0.3))
                import_ended = await stop(importing)
            seconds += [ended[1], import_ended[1]]
            imports += import_ended[0] == 0
            counts = await storage.deliveries.count()
            assert (ended[0], import_ended[0] in (0, -signal.SIGTERM)) == (0, True)
            assert (counts["uncertain"], counts["sending"]) == (0, 0)
        async with workers(tmp_path, url, database_url, 1, **KEYS) as running:
            assert await (await begin_import(running, *files)).wait() == 0
            await until_settled(storage, 60 + ROUNDS * 5)
            while (await storage.deliveries.count())["sent"] < ROUNDS * PEOPLE:
                await asyncio.sleep(0.1)
        checked = await check(storage, await read_log(url))
    print(f"{2 * ROUNDS} stops, {imports} imports were done, the slowest {max(seconds):.1f} s", checked)  # noqa: T201
    assert (checked.states, checked.doubts) == ({"sent": ROUNDS * PEOPLE}, 0)
    assert max(seconds) <= ENDS_WITHIN_SECONDS
    assert await list_imported(storage) == [f"Imported {number}" for number in range(ROUNDS * IMPORTED)]
