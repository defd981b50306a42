"""`make bench`: the fan-out with the ledger on, against bare aiohttp and a plain python-telegram-bot loop, in one run.

Ratios, not seconds. BENCH_CHATS scales it (20,000); the server is a minimal stub in a process of its own. Prints a table
and, as its last line, JSON.
"""

import asyncio
import json
import os
import resource
import socket
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import aiohttp
from telegram import Bot

from bot.clock import system_clock
from bot.delivery.bulk import Bulk
from bot.delivery.dispatcher import Dispatcher, Policy
from bot.delivery.limits import Limiter, Limits, OwnBudget
from bot.delivery.transport import Transport
from bot.demo.botapi.world import FIRST_PERSON_ID, TOKEN
from storage.migrate import upgrade
from storage.store import open_storage
from tests.crashing import BODY, plan_send
from tests.postgres import own_server

CHATS = int(os.environ.get("BENCH_CHATS", "20000"))
CONNECTIONS = 64
_ANSWER = '{"ok":true,"result":{"message_id":%d,"date":0,"chat":{"id":1,"type":"private","first_name":"x"},"text":"x"}}'

_ME = b'{"ok":true,"result":{"id":7000000001,"is_bot":true,"first_name":"x","username":"x_bot"}}'


async def stub(port: int) -> None:
    """Answer every POST with a sent message, over bare sockets."""
    count = 0

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal count
        with suppress(asyncio.IncompleteReadError, ConnectionError, asyncio.LimitOverrunError):
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                length = next(
                    (int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0
                )
                await reader.readexactly(length)
                count += 1
                body = _ME if b"/getMe " in head else (_ANSWER % count).encode()
                head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body)
                writer.write(head + body)
                await writer.drain()
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", port) as server:
        await server.serve_forever()


def _cpu() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


async def measured(name: str, work: Callable[[], Awaitable[int]]) -> dict[str, Any]:
    """Time one sender: messages, seconds, CPU seconds of this process."""
    began, cpu = time.perf_counter(), _cpu()
    sent = await work()
    seconds = time.perf_counter() - began
    return {"name": name, "messages": sent, "per_second": sent / seconds, "cpu_ms": (_cpu() - cpu) / sent * 1000}


async def bare(url: str, count: int) -> int:
    """The floor: the same bytes over as many connections, nothing kept."""
    pending = iter(range(count))
    body = BODY[1:].encode()
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=CONNECTIONS)) as session:

        async def send() -> None:
            for number in pending:
                data = b'{"chat_id":%d,' % (FIRST_PERSON_ID + number) + body
                async with session.post(url, data=data, headers={"Content-Type": "application/json"}) as response:
                    json.loads(await response.read())

        await asyncio.gather(*(send() for _ in range(CONNECTIONS)))
    return count


async def plain_library(origin: str, count: int) -> int:
    """A peer: python-telegram-bot as it comes."""
    pending = iter(range(count))
    text = json.loads(BODY)["text"]
    async with Bot(TOKEN, base_url=f"{origin}/bot") as bot:

        async def send() -> None:
            for number in pending:
                await bot.send_message(FIRST_PERSON_ID + number, text, pool_timeout=60)

        await asyncio.gather(*(send() for _ in range(CONNECTIONS)))
    return count


async def ours(origin: str, database_url: str, count: int) -> dict[str, Any]:
    """Dateline: claimed from the ledger, sent, settled."""
    storage = open_storage(database_url)
    await upgrade(storage.database)
    await plan_send(storage, count)
    limits = Limits(0, 0, 0)
    dispatcher = Dispatcher(
        storage.deliveries,
        Bulk(Transport(connections=CONNECTIONS, is_local=True), origin, TOKEN, storage.deliveries),
        Limiter(limits, OwnBudget(limits.interval, time.monotonic), time.monotonic),
        Policy(in_flight=CONNECTIONS),
        worker_id="bench",
        clock=system_clock,
    )

    async def work() -> int:
        running = asyncio.ensure_future(dispatcher.run())
        while (await storage.deliveries.count())["sent"] < count:
            await asyncio.sleep(0.25)
        dispatcher.stop()
        await running
        return count

    found = await measured(f"dateline, {database_url.split(':', 1)[0]}", work)
    await storage.close()
    return found


async def run(postgres_url: str) -> None:
    """Run everything, and print it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = await asyncio.create_subprocess_exec(sys.executable, "-m", "tests.bench", "stub", str(port))
    origin = f"http://127.0.0.1:{port}"
    await asyncio.sleep(2)
    try:
        floor = await measured("bare aiohttp", lambda: bare(f"{origin}/bot{TOKEN}/sendMessage", CHATS))
        library = await measured("python-telegram-bot", lambda: plain_library(origin, max(CHATS // 10, 500)))
        with tempfile.TemporaryDirectory() as folder:
            rows = [await ours(origin, f"sqlite:///{Path(folder) / 'bench.db'}", CHATS)]
        rows.append(await ours(origin, postgres_url, CHATS))
    finally:
        server.kill()
        await server.wait()
    for row in (floor, library, *rows):
        row["cpu_to_floor"] = row["cpu_ms"] / floor["cpu_ms"]
        row["speed_to_library"] = row["per_second"] / library["per_second"]
        sys.stdout.write(
            f"{row['name']:<24} {row['per_second']:>8.0f}/s  {row['cpu_ms']:.3f} ms CPU  "
            f"{row['cpu_to_floor']:.2f} x floor  {row['speed_to_library']:.1f} x library\n"
        )
    sys.stdout.write(json.dumps([floor, library, *rows]) + "\n")


if __name__ == "__main__":
    if sys.argv[1:2] == ["stub"]:
        asyncio.run(stub(int(sys.argv[2])))
    else:
        with own_server() as postgres:
            asyncio.run(run(postgres.url))
