"""Three workers behind one address (docs/deploy): each may be killed, and the database restarted, while all goes on.

The long form is `make soak`; sizes are SOAK_CHATS and SOAK_KILLS.
"""

import asyncio
import itertools
import os
import random
import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import aiohttp
import pytest

from bot.demo.botapi.world import FIRST_PERSON_ID
from storage.migrate import upgrade
from storage.store import Storage, open_storage
from tests.checker import check, keep_history, read_log
from tests.crashing import plan_send, server, until_one_more, until_settled, workers
from tests.faulting import pump
from tests.postgres import PostgresServer, free_port, own_server

CHATS = int(os.environ.get("SOAK_CHATS", "300"))
KILLS = int(os.environ.get("SOAK_KILLS", "6"))
WORKERS, ASKING, IN_FLIGHT = 3, 20, 4
ANSWERED_WITHIN_SECONDS = 90.0
LATENCY_SECONDS = 0.8  # so that the kills fall into it; within the time that a lease gives a request
SENT_PER_SECOND = WORKERS * IN_FLIGHT / LATENCY_SECONDS
BETWEEN_KILLS_SECONDS = CHATS / SENT_PER_SECOND / 2 / KILLS  # they end when about half is sent
SETTLED_SECONDS = 60 + 2 * KILLS + 3 * CHATS / SENT_PER_SECOND
SECRET = "0123456789abcdef"


class Balancer:
    """One address for many workers: a connection goes to the next of them that listens."""

    def __init__(self) -> None:
        self.port = free_port()
        self._targets: list[int] = []
        self._turns = itertools.count()

    def add_worker(self) -> dict[str, str]:
        """Return the keys of one more."""
        self._targets.append(free_port())
        return {"DATELINE_HTTP__LISTEN": f"127.0.0.1:{self._targets[-1]}"}

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[str]:
        """Serve; give the address."""
        async with await asyncio.start_server(self._connect, "127.0.0.1", self.port):
            yield f"http://127.0.0.1:{self.port}"

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        first = next(self._turns)
        for turn in range(len(self._targets)):
            try:
                port = self._targets[(first + turn) % len(self._targets)]
                target_reader, target_writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                continue
            await asyncio.gather(pump(reader, target_writer), pump(target_reader, writer))
            return
        writer.transport.abort()


@pytest.fixture
def postgres() -> Iterator[PostgresServer]:
    with own_server() as running:
        yield running


async def ask(url: str, person: int, text: str) -> None:
    """Let somebody write to the bot."""
    words = {"person": person, "text": text}
    async with aiohttp.ClientSession() as session, session.post(f"{url}/control/send", json=words) as answer:
        answer.raise_for_status()


async def keep_asking(url: str, asked: list[tuple[int, int]]) -> None:
    """Have readers ask in turn, a few a second, and note who asked what."""
    for number in itertools.count(100_000):
        person = FIRST_PERSON_ID + CHATS + number % ASKING
        await ask(url, person, f"/story {number}")  # that is not there: the answer names its number
        asked.append((person, number))
        await asyncio.sleep(0.25)


async def find_unanswered(url: str, asked: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return what was asked and has no answer in its chat."""
    said = {(each["chat_id"], each["text"].strip()) for each in (await read_log(url)).accepted}
    return [(person, number) for person, number in asked if not any(
        chat == person and str(number) in text for chat, text in said
    )]  # fmt: skip


async def until_answered(url: str, asked: list[tuple[int, int]], seconds: float) -> None:
    async with asyncio.timeout(seconds):
        while await find_unanswered(url, asked):
            await asyncio.sleep(0.2)


async def send_while_workers_die(storage: Storage, postgres: PostgresServer, url: str, folder: Path) -> None:
    """Send to everybody with readers asking, kill workers in turn, and restart the database twice."""
    dice, balancer, asked = random.Random(12), Balancer(), list[tuple[int, int]]()
    keys = {
        "DATELINE_TELEGRAM__MODE": "webhook",
        "DATELINE_TELEGRAM__WEBHOOK_URL": f"http://127.0.0.1:{balancer.port}/updates",
        "DATELINE_TELEGRAM__WEBHOOK_SECRET": SECRET,
        "DATELINE_DELIVERY__IN_FLIGHT": str(IN_FLIGHT),
    }
    async with (
        balancer.serving(),
        workers(
            folder, url, storage.database.url.render_as_string(hide_password=False), 0, only="updates,delivery,http", **keys
        ) as running,
    ):  # fmt: skip
        running.make_keys = balancer.add_worker
        for _ in range(WORKERS):
            await running.start()
        await ask(url, FIRST_PERSON_ID + CHATS, "/story 99999")
        await until_answered(url, [(FIRST_PERSON_ID + CHATS, 99_999)], ANSWERED_WITHIN_SECONDS)
        asking = asyncio.ensure_future(keep_asking(url, asked))
        for number in range(KILLS):
            await until_one_more(url)
            await asyncio.sleep(BETWEEN_KILLS_SECONDS + dice.uniform(0.1, 0.6))
            await running.kill_one()
            if number in (KILLS // 3, 2 * KILLS // 3):
                await asyncio.to_thread(postgres.stop, signal.SIGQUIT)
                await asyncio.sleep(dice.uniform(0.1, 1.0))
                await asyncio.to_thread(postgres.start)
        await until_settled(storage, SETTLED_SECONDS, running)
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)
        await until_answered(url, asked, ANSWERED_WITHIN_SECONDS)
        print(f"{len(asked)} asked and answered")  # noqa: T201 - read with -s


@pytest.mark.timeout(240 + KILLS * 10 + SETTLED_SECONDS)
async def test_workers_behind_one_address_may_be_killed_and_everybody_is_answered(
    postgres: PostgresServer, tmp_path: Path
) -> None:
    storage = open_storage(await postgres.new_database("fleet"))
    await upgrade(storage.database)
    await keep_history(storage)
    await plan_send(storage, CHATS)
    async with server(CHATS + ASKING, latency=LATENCY_SECONDS) as url:
        await send_while_workers_die(storage, postgres, url, tmp_path)
        log = await read_log(url)
    readers = range(FIRST_PERSON_ID, FIRST_PERSON_ID + CHATS)
    sent = [each for each in log.accepted if each["chat_id"] in readers]  # the others only asked
    checked = await check(storage, replace(log, accepted=sent))
    await storage.close()
    print(f"{KILLS} kills, 2 restarts of the database", checked)  # noqa: T201
    assert checked.doubts <= IN_FLIGHT * (KILLS + 2 * WORKERS)
