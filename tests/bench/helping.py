"""One person asks for help, one question at a time, beside an empty bot that only says again what it reads."""

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median, quantiles

from bot.demo.botapi.world import TOKEN, Person
from storage.migrate import upgrade
from storage.store import open_storage
from tests.bench.floods import AS_USUAL, FloodedWorld
from tests.bench.measuring import Row
from tests.chatting import served
from tests.crashing import ROOT, workers

UNSEEN = 20  # questions before the measured ones
# One person asks three hundred times in a row: a chat's limit would be what is measured.
LIFTED = {**AS_USUAL, "DATELINE_LIMITS__CHAT_PER_SECOND": "0", "DATELINE_LIMITS__OVERALL_PER_SECOND": "0"}
RATIO = 1.5


async def helping(count: int) -> list[Row]:
    """Ask both bots in turn, each on a local Bot API of its own in this process, and measure what a commit costs."""
    ours, echo = FloodedWorld(), FloodedWorld()
    taken: dict[str, list[float]] = {"ours": [], "echo": [], "commit": []}
    with tempfile.TemporaryDirectory() as name:
        url = f"sqlite:///{Path(name) / 'helping.db'}"
        storage = open_storage(url)
        await upgrade(storage.database)
        await storage.close()
        async with (
            served(ours) as our_url,
            served(echo) as echo_url,
            workers(Path(name), our_url, url, 1, only=None, **LIFTED),
            _echo_bot(echo_url),
        ):
            asking = {"ours": (ours, ours.add_person("Ada")), "echo": (echo, echo.add_person("Ada"))}
            load = os.getloadavg()[0]
            for _ in range(count + UNSEEN):
                for bot, (world, person) in asking.items():
                    taken[bot].append(await _ask(world, person))
                taken["commit"].append(_sync(Path(name) / "sync"))
    return _rows({what: each[UNSEEN:] for what, each in taken.items()}, load)


def _rows(taken: dict[str, list[float]], load: float) -> list[Row]:
    late = {what: quantiles(each, n=20)[-1] for what, each in taken.items()}
    middle = {what: median(each) for what, each in taken.items()}
    note = (
        f"p95 {late['ours']:.1f} to {late['echo']:.1f} ms, p50 {middle['ours']:.1f} to {middle['echo']:.1f}; "
        f"one write and fsync here: p50 {middle['commit']:.1f}, p95 {late['commit']:.1f} ms; load {load:.1f}"
    )
    ratio = late["ours"] / late["echo"]
    return [
        Row("/help, p50 ms", middle["ours"], "", None, f"the echo bot {middle['echo']:.1f}"),
        Row("/help to an echo bot, p95", ratio, f"≤ {RATIO}", ratio <= RATIO, note),
    ]


async def _ask(world: FloodedWorld, person: Person) -> float:
    """Return the milliseconds until the answer is there; meanwhile the other bot is at rest."""
    answers = world.written[person.id]
    known, asked_at = len(answers), time.perf_counter()
    world.write(person, "/help")
    async with asyncio.timeout(30):
        while len(answers) == known or world.updates:
            await asyncio.sleep(0.001)
    return (answers[known][0] - asked_at) * 1000


def _sync(path: Path) -> float:
    """Return the milliseconds that writing a page and having the disk keep it takes."""
    began = time.perf_counter()
    with path.open("ab") as file:
        file.write(bytes(4096))
        file.flush()
        os.fsync(file.fileno())
    return (time.perf_counter() - began) * 1000


@asynccontextmanager
async def _echo_bot(origin: str) -> AsyncIterator[None]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.bench.echo_peer", origin, TOKEN, cwd=ROOT, stderr=asyncio.subprocess.DEVNULL
    )
    try:
        yield
    finally:
        process.terminate()
        await process.wait()
