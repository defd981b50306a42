"""From nothing to drafts that wait: an OPML served from loopback, `dateline run`, and two polling intervals."""

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web

from bot.clock import system_clock
from bot.demo.botapi.control import add_control
from bot.demo.botapi.server import add_bot_api
from bot.demo.botapi.world import TOKEN, World
from bot.demo.outlets import InventedOutlets
from storage.model import Status
from storage.store import Storage

ROOT = Path(__file__).parent.parent.parent
POLL_SECONDS = 6


@pytest.fixture
async def world_url() -> AsyncIterator[tuple[str, InventedOutlets]]:
    """The local Bot API and the invented outlets, on one address."""
    outlets = InventedOutlets(system_clock)
    app = web.Application()
    add_bot_api(app, World(system_clock))
    add_control(app)
    outlets.add_to(app)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1, handler_cancellation=True)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}", outlets
    await runner.cleanup()


def environment(url: str, database_url: str) -> dict[str, str]:
    keys = {
        "TELEGRAM__TOKEN": TOKEN,
        "TELEGRAM__API_URL": url,
        "STORAGE__URL": database_url,
        "NEWSROOM__ALLOW_PRIVATE_ADDRESSES": "true",
        "NEWSROOM__POLL_MINUTES": str(POLL_SECONDS / 60),
        "NEWSROOM__HOST_DELAY_SECONDS": "0",
    }
    return {**os.environ, "PYTHONPATH": str(ROOT), **{f"DATELINE_{key}": value for key, value in keys.items()}}


def dateline(*arguments: str, env: dict[str, str], cwd: Path) -> str:
    command = [sys.executable, "-m", "bot", *arguments]
    return subprocess.run(command, env=env, cwd=cwd, check=True, capture_output=True, text=True, timeout=60).stdout


async def counted(storage: Storage) -> tuple[int, list[int]]:
    """Return how many reports are placed, and how many outlets each draft names."""
    drafts = await storage.articles.list_by_status(Status.DRAFT, limit=10)
    placed = (await storage.reports.count())["placed"]
    return placed, sorted(len({source.outlet for source in draft.text.sources}) for draft in drafts)


async def test_drafts_with_sources_wait_within_two_intervals(
    sqlite_storage: Storage, sqlite_url: str, tmp_path: Path, world_url: tuple[str, InventedOutlets]
) -> None:
    url, outlets = world_url
    env = environment(url, sqlite_url)
    said = await asyncio.to_thread(dateline, "feed", "import", f"{url}/outlets/feeds.opml", env=env, cwd=tmp_path)
    assert said == "4 added, 0 were there already\n"

    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", env=env, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        async with asyncio.timeout(2 * POLL_SECONDS + 5):
            while await counted(sqlite_storage) != (len(outlets.reports), [2, 2, 3]):
                await asyncio.sleep(0.2)
        drafts = await sqlite_storage.articles.list_by_status(Status.DRAFT, limit=10)
        async with asyncio.timeout(2 * POLL_SECONDS + 5):
            while [path for path, status in outlets.requests if path.endswith("feed.xml")].count(
                "/outlets/harbour/feed.xml"
            ) < 2:
                await asyncio.sleep(0.2)
    finally:
        process.terminate()
        assert await process.wait() == 0

    by_outlets = {draft.number: {source.outlet for source in draft.text.sources} for draft in drafts}
    assert {"The Harbour Gazette", "Meridian Wire", "Northlight Daily"} in by_outlets.values()
    assert all(len(names) >= 2 for names in by_outlets.values())
    assert all(3 <= len(draft.text.bullets) <= 5 for draft in drafts)
    assert all(bullet.sources for draft in drafts for bullet in draft.text.bullets)
    checks = [await sqlite_storage.checks.find(draft.number, draft.revision) for draft in drafts]
    assert all(found is not None and not any(check.blocks for check in found) for found in checks)
    assert await sqlite_storage.articles.count_published() == 0
    assert (await sqlite_storage.reports.count())["placed"] == len(outlets.reports)
    polled = [status for path, status in outlets.requests if path == "/outlets/harbour/feed.xml"]
    assert polled[:2] == [200, 304]
