"""Killing workers at random moments: counted at the server, nothing doubles and nothing is lost without a word.

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
from tests.crashing import plan_send, server, tally, until_settled, workers
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
    await plan_send(storage, CHATS)
    async with server(CHATS, faults) as url:
        keys = {
            "DATELINE_DELIVERY__ON_UNCERTAIN": policy,
            "DATELINE_DELIVERY__IN_FLIGHT": str(IN_FLIGHT),
            "DATELINE_LIMITS__OVERALL_PER_SECOND": str(min(1000, CHATS / KILLS * 2)),  # so that all kills fall into it
        }
        async with workers(tmp_path, url, database_url, count, **keys) as running:
            kills = 0
            await asyncio.sleep(1.2)
            while kills < KILLS:
                await asyncio.sleep(dice.uniform(0.3, 0.7) if count > 1 else dice.uniform(1.1, 1.7))
                await running.kill_one(dice)
                kills += 1
            ledger = await until_settled(storage, 60 + KILLS)
        counted = (await tally(url))["counts"]
    check(counted, ledger, policy=policy, faults=faults, kills=kills)


def check(counted: dict[str, int], ledger: dict[str, int], *, policy: str, faults: float, kills: int) -> None:
    """Compare what the server counted with what the ledger says."""
    missing = CHATS - len(counted)
    doubled = sum(number > 1 for number in counted.values())
    uncertain = ledger.get("uncertain", 0)
    print(policy, faults, f"{kills} kills", ledger, f"{missing} missing, {doubled} doubled")  # noqa: T201 - read with -s
    if policy == "skip":
        assert doubled == 0
        assert missing <= uncertain
        assert ledger.get("sent", 0) + uncertain + ledger.get("refused", 0) == CHATS
        if not faults:
            assert uncertain <= IN_FLIGHT * kills
    else:
        assert (missing, uncertain, ledger) == (0, 0, {"sent": CHATS})


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
    await plan_send(storage, CHATS)
    async with server(CHATS) as url:
        keys = {
            "DATELINE_DELIVERY__ON_UNCERTAIN": policy,
            "DATELINE_DELIVERY__IN_FLIGHT": str(IN_FLIGHT),
            "DATELINE_LIMITS__OVERALL_PER_SECOND": str(min(1000, CHATS / KILLS)),
        }
        async with workers(tmp_path, url, database_url, 3, **keys) as running:
            await asyncio.sleep(1.2)
            for number in range(KILLS):
                await asyncio.sleep(dice.uniform(0.3, 0.7))
                await running.kill_one(dice)
                if number % (KILLS // DATABASE_KILLS) == 0:
                    await asyncio.to_thread(postgres.stop, signal.SIGQUIT)  # at once, as a crash
                    await asyncio.sleep(dice.uniform(0.1, 1.0))
                    await asyncio.to_thread(postgres.start)
            ledger = await until_settled(storage, 60 + KILLS)
        counted = (await tally(url))["counts"]
    await storage.close()
    # A killed database may take the results of all three workers with it.
    check(counted, ledger, policy=policy, faults=0.0, kills=KILLS + 3 * DATABASE_KILLS)
