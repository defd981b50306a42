"""Killing workers in the middle of a send, and counting at the server what arrived."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp

from bot.clock import system_clock
from bot.demo.botapi.world import FIRST_PERSON_ID, TOKEN
from storage import schema
from storage.model import Composition, DeliveryState, Preferences, Shown
from storage.plans import Plan
from storage.preferences import to_json
from storage.store import Storage
from tests.make import make_text
from tests.postgres import free_port

ROOT = Path(__file__).parent.parent
LEASE_SECONDS = 3


def make_body(first_line: str) -> str:
    """Return a message as it is posted, recognised by its first line."""
    return json.dumps({"text": f"{first_line}\n{'Good morning. ' * 20}"})


BODY = make_body("crash 0")


@asynccontextmanager
async def server(people: int, faults: float = 0.0, latency: float = 0.0) -> AsyncIterator[str]:
    """Serve the local Bot API in a process of its own."""
    port = free_port()
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.demo.botapi.serve", str(port), str(people), str(faults), str(latency),
        cwd=ROOT, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    url = f"http://127.0.0.1:{port}"
    try:
        async with aiohttp.ClientSession() as session:
            for _ in range(200):
                with suppress(aiohttp.ClientError):
                    async with session.get(f"{url}/bot{TOKEN}/getMe"):
                        break
                await asyncio.sleep(0.05)
        yield url
    finally:
        process.kill()
        await process.wait()


async def tally(url: str) -> dict[str, Any]:
    """Return who got how many messages, and when each came."""
    async with aiohttp.ClientSession() as session, session.get(f"{url}/control/tally") as response:
        counted: dict[str, Any] = await response.json()
        return counted


async def plan_send(
    storage: Storage, people: int, *, times: int = 1, parts: int = 1, first: int = FIRST_PERSON_ID
) -> None:
    """Put one briefing to everybody into the ledger, or several, each with a text of its own."""
    now = system_clock()
    await storage.articles.add([make_text()], now=now, publish=True)
    compositions = [
        Composition(
            key=f"crash {number}",
            bodies=tuple(make_body(f"crash {number}" + (f" part {part}" if part else "")) for part in range(parts)),
            articles=((Shown(1, 1, 1),), *(() for _ in range(parts - 1))),
        )
        for number in range(times)
    ]
    async with storage.database.writing() as connection:
        chats = [
            {"id": first + n, "kind": "private" if first > 0 else "group", "language": "en", "created_at": now}
            for n in range(people)
        ]
        await connection.execute(schema.chats.insert(), chats)
        rows = [
            {
                "chat_id": chat["id"],
                "thread_id": 0,
                "language": "en",
                "preferences": to_json(Preferences()),
                "is_stopped": False,
                "created_at": now,
            }
            for chat in chats
        ]
        await connection.execute(schema.subscriptions.insert(), rows)
    async for page in storage.subscriptions.iter_active():
        plans = [
            Plan(
                subscription=each, occurrence=composition.key, composition=composition, is_silent=False, due_at=now,
                expires_at=now + timedelta(hours=1), cutoff=None, follows=False,
            )
            for each in page
            for composition in compositions
        ]  # fmt: skip
        await storage.plans.carry_out(plans, now=now)


@dataclass(slots=True)
class Workers:
    """`dateline run --only delivery`, so many of them."""

    folder: Path
    environment: dict[str, str]
    processes: list[asyncio.subprocess.Process]
    only: str | None = "delivery"
    make_keys: Callable[[], dict[str, str]] = dict  # what each worker has of its own

    async def start(self) -> None:
        """Start one more; it does what `only` says, or everything."""
        with (self.folder / "log").open("ab") as log:
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run", *(["--only", self.only] if self.only else []),
                cwd=self.folder, env=self.environment | self.make_keys(), stdout=log, stderr=log,
            )  # fmt: skip
        self.processes.append(process)

    async def kill_one(self) -> None:
        """Kill the oldest without warning, for others may still be starting, and start another."""
        await self.revive()
        process = self.processes.pop(0)
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
        await self.start()

    async def revive(self) -> None:
        """Start others for those that ended, as a supervisor does: without a database, none can start."""
        ended = [process for process in self.processes if process.returncode is not None]
        for process in ended:
            self.processes.remove(process)
            await self.start()

    async def stop(self) -> list[int]:
        """Ask them all to end; return their exit codes."""
        for process in self.processes:
            with suppress(ProcessLookupError):
                process.send_signal(signal.SIGTERM)
        return [await asyncio.wait_for(process.wait(), 30) for process in self.processes]


@asynccontextmanager
async def workers(
    folder: Path, api_url: str, database_url: str, count: int, *, only: str | None = "delivery", **keys: str
) -> AsyncIterator[Workers]:
    """Run workers without limits, with a short lease."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "DATELINE_TELEGRAM__TOKEN": TOKEN,
        "DATELINE_TELEGRAM__API_URL": api_url,
        "DATELINE_STORAGE__URL": database_url,
        "DATELINE_LIMITS__OVERALL_PER_SECOND": "0",
        "DATELINE_LIMITS__CHAT_PER_SECOND": "0",
        "DATELINE_DELIVERY__LEASE_SECONDS": str(LEASE_SECONDS),
        **keys,
    }
    running = Workers(folder, environment, [], only)
    for _ in range(count):
        await running.start()
    try:
        yield running
    finally:
        await running.stop()


async def until_accepted(url: str, count: int, seconds: float = 60) -> None:
    """Wait until so many chats got something."""
    async with asyncio.timeout(seconds):
        while len((await tally(url))["counts"]) < count:
            await asyncio.sleep(0.05)


async def until_one_more(url: str) -> None:
    """Wait until a worker that just started sends, or everybody was served; who is slow is waited for no longer."""
    known = len((await tally(url))["counts"])
    with suppress(TimeoutError):
        await until_accepted(url, known + 1, 10)


async def until_settled(storage: Storage, seconds: float, running: Workers | None = None) -> dict[str, int]:
    """Wait until nothing is pending or being sent, and see that workers run; return the ledger's counts."""
    async with asyncio.timeout(seconds):
        while True:
            counts = await storage.deliveries.count()
            if not counts[DeliveryState.PENDING] and not counts[DeliveryState.SENDING]:
                return {state: number for state, number in counts.items() if number}
            if running is not None:
                await running.revive()
            await asyncio.sleep(0.2)
