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
MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - a folder of our own in it


async def helping(count: int) -> list[Row]:
    """Ask the bots in turn: ours, ours on a disk that costs nothing, and the echo bot."""
    taken: dict[str, list[float]] = {"ours": [], "in memory": [], "echo": [], "commit": []}
    with tempfile.TemporaryDirectory() as name, tempfile.TemporaryDirectory(dir=MEMORY) as memory:
        async with _our_bot(Path(name)) as ours, _our_bot(Path(memory)) as in_memory, _echo_bot() as echo:
            asking = {"ours": ours, "in memory": in_memory, "echo": echo}
            people = {bot: world.add_person("Ada") for bot, world in asking.items()}
            load = os.getloadavg()[0]
            for _ in range(count + UNSEEN):
                for bot, world in asking.items():
                    taken[bot].append(await _ask(world, people[bot]))
                taken["commit"].append(_sync(Path(name) / "sync"))
    return _rows({what: each[UNSEEN:] for what, each in taken.items()}, load)


def _rows(taken: dict[str, list[float]], load: float) -> list[Row]:
    late = {what: quantiles(each, n=20)[-1] for what, each in taken.items()}
    middle = {what: median(each) for what, each in taken.items()}
    disk = f"one write and fsync here: p50 {middle['commit']:.1f}, p95 {late['commit']:.1f} ms; load {load:.1f}"
    rows = []
    for bot, what, bar in (
        ("ours", "/help to an echo bot", f"≤ {RATIO}"),
        ("in memory", "/help to an echo bot, its disk costing nothing", ""),
    ):
        ratio = late[bot] / late["echo"]
        note = (
            f"p95 {late[bot]:.1f} to {late['echo']:.1f} ms, p50 {middle[bot]:.1f} to {middle['echo']:.1f}"
            f" ({middle[bot] / middle['echo']:.2f} x); {disk}"
        )
        rows.append(Row(f"{what}, p95", ratio, bar, ratio <= RATIO if bar else None, note))
    return rows


@asynccontextmanager
async def _our_bot(folder: Path) -> AsyncIterator[FloodedWorld]:
    world, url = FloodedWorld(), f"sqlite:///{folder / 'helping.db'}"
    storage = open_storage(url)
    await upgrade(storage.database)
    await storage.close()
    async with served(world) as api_url, workers(folder, api_url, url, 1, only=None, **LIFTED):
        yield world


async def _ask(world: FloodedWorld, person: Person) -> float:
    """Return the milliseconds until the answer is there; meanwhile the other bots are at rest."""
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
async def _echo_bot() -> AsyncIterator[FloodedWorld]:
    world = FloodedWorld()
    async with served(world) as api_url:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.bench.echo_peer", api_url, TOKEN, cwd=ROOT, stderr=asyncio.subprocess.DEVNULL
        )
        try:
            yield world
        finally:
            process.terminate()
            await process.wait()
