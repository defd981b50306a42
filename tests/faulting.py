"""What befalls a running bot: each fault begins, lasts and ends in one call."""

import asyncio
import random
import resource
import signal
import sqlite3
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import aiohttp
import asyncpg

from bot.cli.brief import make_frames
from bot.clock import system_clock
from bot.config import Config
from bot.delivery.bodies import Bodies
from bot.delivery.bulk import Bulk
from bot.delivery.dispatcher import Dispatcher, Policy
from bot.delivery.limits import Limiter, Limits, OwnBudget
from bot.delivery.transport import Transport
from bot.demo.botapi.world import TOKEN
from storage.store import Storage
from tests.crashing import LEASE_SECONDS, Workers
from tests.postgres import free_port

LEASE = timedelta(seconds=60)


class Gate:
    """A way to the local Bot API that can be closed: then nobody listens at its port."""

    def __init__(self, target_url: str) -> None:
        self._target_port = int(target_url.rsplit(":", 1)[1])
        self._port = free_port()
        self._server: asyncio.Server | None = None
        self._writers: set[asyncio.StreamWriter] = set()

    @property
    def url(self) -> str:
        """Where the bot finds the Bot API."""
        return f"http://127.0.0.1:{self._port}"

    async def open(self) -> None:
        """Let connections through."""
        self._server = await asyncio.start_server(self._connect, "127.0.0.1", self._port)

    def close(self) -> None:
        """Listen no more, and cut every connection."""
        if self._server is not None:
            self._server.close()
        for writer in self._writers:
            writer.transport.abort()

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        target_reader, target_writer = await asyncio.open_connection("127.0.0.1", self._target_port)
        both = {writer, target_writer}
        self._writers |= both
        await asyncio.gather(pump(reader, target_writer), pump(target_reader, writer))
        self._writers -= both


async def pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    with suppress(OSError):
        writer.close()


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything a fault may touch, and how long it lasts."""

    running: Workers
    api_url: str
    gate: Gate
    database_url: str
    seconds: float


Fault = Callable[[Scene], Awaitable[None]]


@asynccontextmanager
async def _stranger(database_url: str) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(database_url)
    try:
        yield connection
    finally:
        await connection.close()


@asynccontextmanager
async def dispatching(storage: Storage, url: str, name: str) -> AsyncIterator[Dispatcher]:
    """A dispatcher as it is wired, turned by hand."""
    limits = Limits(0, 0, 0)
    bulk = Bulk(Transport(connections=4, is_local=True), url, TOKEN)
    dispatcher = Dispatcher(
        storage.deliveries,
        Bodies(storage, make_frames(Config()), system_clock),
        bulk,
        Limiter(limits, OwnBudget(limits, time.monotonic), time.monotonic),
        Policy(in_flight=2, lease=LEASE),
        worker_id=name,
        clock=system_clock,
    )
    await bulk.open()
    try:
        yield dispatcher
    finally:
        await bulk.close()


_END_BACKENDS = (
    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
)


async def end_backends(scene: Scene) -> None:
    """End everybody's sessions on the server, again and again."""
    dice = random.Random(5)
    loop = asyncio.get_running_loop()
    ends_at = loop.time() + scene.seconds
    async with _stranger(scene.database_url) as stranger:
        while loop.time() < ends_at:
            await stranger.execute(_END_BACKENDS)
            await asyncio.sleep(dice.uniform(0.02, 0.3))


async def take_every_slot(scene: Scene) -> None:
    """End everybody's sessions, and take every connection that the server allows before they come back."""
    strangers: list[asyncpg.Connection] = []
    async with _stranger(scene.database_url) as stranger:
        await stranger.execute(_END_BACKENDS)
        ends_at = asyncio.get_running_loop().time() + scene.seconds
        while asyncio.get_running_loop().time() < ends_at:
            try:
                strangers.append(await asyncpg.connect(scene.database_url))
            except asyncpg.PostgresError:
                await stranger.execute(
                    f"{_END_BACKENDS} AND pid <> ALL($1)", [each.get_server_pid() for each in strangers]
                )
                await asyncio.sleep(0.1)
    for each in strangers:
        await each.close()


async def lock_rows(scene: Scene) -> None:
    """Hold locks on every row under way, and on some that wait, and do nothing."""
    async with _stranger(scene.database_url) as stranger, stranger.transaction():
        await stranger.execute("SELECT FROM deliveries WHERE state = 'sending' OR id % 50 = 0 FOR UPDATE")
        await asyncio.sleep(scene.seconds)


async def hold_write_lock(scene: Scene) -> None:
    """Hold SQLite's write lock from another process, and do nothing."""

    def hold() -> sqlite3.Connection:
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=30)
        connection.execute("BEGIN IMMEDIATE")
        return connection

    path = scene.database_url.removeprefix("sqlite:///")
    connection = await asyncio.to_thread(hold)
    await asyncio.sleep(scene.seconds)
    connection.execute("ROLLBACK")
    connection.close()


async def suspend_a_worker(scene: Scene) -> None:
    """Stop a worker for longer than its lease, and let it go on."""
    process = scene.running.processes[0]
    process.send_signal(signal.SIGSTOP)
    await asyncio.sleep(LEASE_SECONDS + scene.seconds)
    process.send_signal(signal.SIGCONT)


async def fill_the_disk(scene: Scene) -> None:
    """Let no file of a worker's grow beyond what it has, as if the disk were full; then let them."""
    (process,) = scene.running.processes
    size = Path(scene.database_url.removeprefix("sqlite:///")).stat().st_size
    _, hard = resource.prlimit(process.pid, resource.RLIMIT_FSIZE)
    for soft in (size, 4096):  # near the database's size; then the write-ahead log cannot begin either
        resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (soft, hard))
        await asyncio.sleep(scene.seconds / 2)
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (hard, hard))


async def close_the_port(scene: Scene) -> None:
    """Let nobody listen where the Bot API was."""
    scene.gate.close()
    await asyncio.sleep(scene.seconds)
    await scene.gate.open()


def answer_with(kind: str, *, hang_seconds: float = 20) -> Fault:
    """Return the fault that befalls every message while it lasts."""

    async def fault(scene: Scene) -> None:
        await _set_faults(scene.api_url, {"share": 1, "kinds": [kind], "hang_seconds": hang_seconds})
        await asyncio.sleep(scene.seconds)
        await _set_faults(scene.api_url, {"share": 0})

    fault.__name__ = kind
    return fault


async def _set_faults(api_url: str, faults: dict[str, object]) -> None:
    async with aiohttp.ClientSession() as session, session.post(f"{api_url}/control/faults", json=faults) as response:
        response.raise_for_status()
