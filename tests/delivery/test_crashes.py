"""Killing workers at random moments: by what the server accepted, no row doubles or is lost without a word.

The long form is `make soak`; sizes are SOAK_CHATS and SOAK_KILLS.
"""

import asyncio
import os
import random
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.migrate import upgrade
from storage.store import Storage, open_storage
from tests.checker import Checked, check, keep_history, read_log
from tests.crashing import plan_send, server, until_one_more, until_settled, workers
from tests.postgres import PostgresServer, own_server

CHATS = int(os.environ.get("SOAK_CHATS", "1000"))
KILLS = int(os.environ.get("SOAK_KILLS", "10"))
IN_FLIGHT = 16
DATABASE_KILLS = max(1, KILLS // 10)
CASES = [("skip", 0.0), ("resend", 0.015)]
if KILLS > 10:
    CASES += [("skip", 0.015), ("resend", 0.0)]


@pytest.mark.timeout(60 + KILLS * 10)
@pytest.mark.parametrize(("policy", "faults"), CASES)
async def test_killed_workers_lose_nothing_silently(
    storage: Storage, database_url: str, tmp_path: Path, policy: str, faults: float
) -> None:
    count = 1 if storage.database.is_sqlite else 3
    dice = random.Random(f"{policy} {faults} {count}")
    await keep_history(storage)
    await plan_send(storage, CHATS)
    async with server(CHATS, faults) as url:
        keys = {
            "DATELINE_DELIVERY__ON_UNCERTAIN": policy,
            "DATELINE_DELIVERY__IN_FLIGHT": str(IN_FLIGHT),
            "DATELINE_LIMITS__OVERALL_PER_SECOND": str(min(1000, CHATS / KILLS * 2)),  # so that all kills fall into it
        }
        async with workers(tmp_path, url, database_url, count, **keys) as running:
            for _ in range(KILLS):
                await until_one_more(url)
                await asyncio.sleep(dice.uniform(0.05, 0.4))
                await running.kill_one()
            await until_settled(storage, 60 + KILLS, running)
        checked = await check(storage, await read_log(url), resends=policy == "resend")
    report(checked, policy=policy, faults=faults, kills=KILLS)


def report(checked: Checked, *, policy: str, faults: float, kills: int) -> None:
    """Print the figures, and hold what became uncertain against what the kills explain."""
    print(policy, faults, f"{kills} kills", checked)  # noqa: T201 - read with -s
    if policy == "resend":
        assert (checked.states, checked.missing) == ({"sent": CHATS}, 0)
    elif not faults:
        assert checked.doubts <= IN_FLIGHT * kills


@pytest.fixture
def postgres() -> Iterator[PostgresServer]:
    """A server that may be killed."""
    with own_server() as running:
        yield running


@pytest.mark.timeout(90 + KILLS * 10)
@pytest.mark.parametrize("policy", ["skip", "resend"])
async def test_killed_database_and_workers_lose_nothing_silently(
    postgres: PostgresServer, tmp_path: Path, policy: str
) -> None:
    dice = random.Random(f"database {policy}")
    database_url = await postgres.new_database("crash")
    storage = open_storage(database_url)
    await upgrade(storage.database)
    await keep_history(storage)
    await plan_send(storage, CHATS)
    async with server(CHATS) as url:
        keys = {
            "DATELINE_DELIVERY__ON_UNCERTAIN": policy,
            "DATELINE_DELIVERY__IN_FLIGHT": str(IN_FLIGHT),
            "DATELINE_LIMITS__OVERALL_PER_SECOND": str(min(1000, CHATS / KILLS)),
        }
        async with workers(tmp_path, url, database_url, 3, **keys) as running:
            for number in range(KILLS):
                await until_one_more(url)
                await asyncio.sleep(dice.uniform(0.05, 0.4))
                await running.kill_one()
                if number % (KILLS // DATABASE_KILLS) == 0:
                    await asyncio.to_thread(postgres.stop, signal.SIGQUIT)  # at once, as a crash
                    await asyncio.sleep(dice.uniform(0.1, 1.0))
                    await asyncio.to_thread(postgres.start)
            await until_settled(storage, 60 + KILLS, running)
        checked = await check(storage, await read_log(url), resends=policy == "resend")
    await storage.close()
    # A killed database may take the results of all three workers with it.
    report(checked, policy=policy, faults=0.0, kills=KILLS + 3 * DATABASE_KILLS)
