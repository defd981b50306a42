"""The fan-out with the ledger on, limits lifted: against bare aiohttp, a plain library loop, and aiogram."""

import asyncio
import json
import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import aiohttp
from telegram import Bot

from bot.cli.brief import make_frames
from bot.clock import system_clock
from bot.config import Config
from bot.delivery.answers import Answer
from bot.delivery.bodies import Bodies
from bot.delivery.bulk import Bulk
from bot.delivery.dispatcher import Dispatcher, Policy
from bot.delivery.limits import Limiter, Limits, OwnBudget
from bot.delivery.transport import Transport
from bot.demo.botapi.world import FIRST_PERSON_ID, TOKEN
from storage.migrate import upgrade
from storage.model import Claim
from storage.store import open_storage
from tests.bench.measuring import Measured, Row, measured
from tests.bench.stub import stub
from tests.crashing import BODY, plan_send
from tests.postgres import PostgresServer

CONNECTIONS = 64
ROUNDS = 3
LATENCY_SECONDS = 0.05


async def bare(origin: str, count: int) -> Measured:
    """The floor: the same bytes over as many connections, nothing kept."""
    pending = iter(range(count))
    body, url = BODY[1:].encode(), f"{origin}/bot{TOKEN}/sendMessage"

    async def work() -> int:
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=CONNECTIONS)) as session:

            async def send() -> None:
                for number in pending:
                    data = b'{"chat_id":%d,' % (FIRST_PERSON_ID + number) + body
                    async with session.post(url, data=data, headers={"Content-Type": "application/json"}) as response:
                        json.loads(await response.read())

            await asyncio.gather(*(send() for _ in range(CONNECTIONS)))
        return count

    return await measured("bare aiohttp", work)


async def plain_library(origin: str, count: int) -> Measured:
    """A peer: python-telegram-bot as it comes."""
    pending = iter(range(count))
    text = json.loads(BODY)["text"]

    async def work() -> int:
        async with Bot(TOKEN, base_url=f"{origin}/bot") as bot:

            async def send() -> None:
                for number in pending:
                    await bot.send_message(FIRST_PERSON_ID + number, text, pool_timeout=60)

            await asyncio.gather(*(send() for _ in range(CONNECTIONS)))
        return count

    return await measured("python-telegram-bot", work)


async def aiogram(origin: str, count: int) -> Measured | None:
    """A peer with requirements of its own, in the environment that BENCH_PEERS names (`make bench` makes it)."""
    python = os.environ.get("BENCH_PEERS")
    if not python:
        return None
    script = Path(__file__).with_name("aiogram_peer.py")
    process = await asyncio.create_subprocess_exec(
        python, str(script), origin, TOKEN, str(count), stdout=asyncio.subprocess.PIPE
    )
    output, _ = await process.communicate()
    return Measured("aiogram", **json.loads(output))


class CountingBulk(Bulk):
    """Tells when everything was sent, without asking the database that is measured."""

    def __init__(self, transport: Transport, origin: str, count: int) -> None:
        super().__init__(transport, origin, TOKEN)
        self._left = count
        self.is_done = asyncio.Event()

    async def send(self, claim: Claim, body: bytes, *, seconds: float) -> Answer:
        """Post one message, and count it."""
        answer = await super().send(claim, body, seconds=seconds)
        self._left -= 1
        if not self._left:
            self.is_done.set()
        return answer


async def ours(origin: str, database_url: str, count: int) -> Measured:
    """Dateline: claimed from the ledger, sent, settled."""
    storage = open_storage(database_url)
    await upgrade(storage.database)
    await plan_send(storage, count)
    limits = Limits(0, 0, 0)
    bulk = CountingBulk(Transport(connections=CONNECTIONS, is_local=True), origin, count)
    dispatcher = Dispatcher(
        storage.deliveries,
        Bodies(storage, make_frames(Config()), system_clock),
        bulk,
        Limiter(limits, OwnBudget(limits, time.monotonic), time.monotonic),
        Policy(in_flight=CONNECTIONS),
        worker_id="bench",
        clock=system_clock,
    )

    async def work() -> int:
        running = asyncio.ensure_future(dispatcher.run())
        await bulk.is_done.wait()
        dispatcher.stop()
        await running
        return (await storage.deliveries.count())["sent"]

    found = await measured("dateline", work)
    await storage.close()
    if found.count != count:
        raise RuntimeError(f"{found.count} of {count} were sent")
    return found


async def fan_out(postgres: PostgresServer, count: int) -> list[Row]:
    """Measure floor and ledger in turn, several times, and take the median of their ratios."""
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        async with stub() as origin:
            library = await plain_library(origin, max(count // 10, 500))
            peer = await aiogram(origin, count)
            for engine in ("sqlite", "postgresql"):
                pairs = []
                for round_ in range(ROUNDS):
                    url = await _fresh_database(engine, postgres, folder, f"fanout{round_}")
                    pairs.append((await bare(origin, count), await ours(origin, url, count)))
                ratio = median(own.cpu_ms / floor.cpu_ms for floor, own in pairs)
                speed = median(own.per_second for _, own in pairs)
                note = f"{median(own.cpu_ms for _, own in pairs):.3f} ms each, {speed:.0f}/s"
                rows.append(Row(f"fan-out CPU to bare aiohttp, {engine}", ratio, "≤ 2.0", ratio <= 2.0, note))
                faster = speed / library.per_second
                rows.append(Row(f"fan-out speed to python-telegram-bot, {engine}", faster, "≥ 5", faster >= 5))
                if peer:
                    against = f"aiogram {peer.per_second:.0f}/s, {peer.cpu_ms:.3f} ms each"
                    rows.append(Row(f"fan-out speed to aiogram, {engine}", speed / peer.per_second, "", None, against))
        async with stub(LATENCY_SECONDS) as origin:
            for engine in ("sqlite", "postgresql"):
                url = await _fresh_database(engine, postgres, folder, "latency")
                slow = await ours(origin, url, count // 2)
                holds = slow.per_second >= 1000
                rows.append(Row(f"messages a second at 50 ms latency, {engine}", slow.per_second, "≥ 1,000", holds))
    return rows


async def _fresh_database(engine: str, postgres: PostgresServer, folder: str, name: str) -> str:
    if engine == "sqlite":
        return f"sqlite:///{Path(folder) / name}.db"
    return await postgres.new_database(f"bench_{name}")


if __name__ == "__main__":
    sys.exit("run `make bench`")
