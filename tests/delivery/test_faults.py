"""Faults beside kill -9: while one lasts nothing doubles or is lost without a word, and afterwards all goes on.

The long form is `make soak`: SOAK_CHATS, and SOAK_FAULT_SECONDS for how long a fault lasts.
"""

import asyncio
import math
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.clock import system_clock
from bot.delivery.breaker import LONGEST_PROBE_SECONDS
from storage.migrate import upgrade
from storage.store import Storage, open_storage
from tests.checker import Checked, Log, check, keep_history, read_log
from tests.crashing import Workers, plan_send, server, until_accepted, until_settled, workers
from tests.faulting import (
    LEASE,
    Fault,
    Gate,
    Scene,
    answer_with,
    close_the_port,
    dispatching,
    end_backends,
    fill_the_disk,
    hold_write_lock,
    lock_rows,
    suspend_a_worker,
    take_every_slot,
)
from tests.postgres import PostgresServer, own_server

IS_SOAK = "SOAK_CHATS" in os.environ  # alone on the machine: then the way back is held to its bar
RATE = 100
SECONDS = float(os.environ.get("SOAK_FAULT_SECONDS", "2"))
CHATS = min(int(os.environ.get("SOAK_CHATS", "400")), int(RATE * (50 + SECONDS)))
IN_FLIGHT = 16
BACK_WITHIN_SECONDS = 30
WINDOW_SECONDS = 4.0
PATIENCE_SECONDS = 120 + CHATS / RATE + 2 * SECONDS


async def run(
    storage: Storage, database_url: str, folder: Path, fault: Fault, *, seconds: float = SECONDS, policy: str = "skip"
) -> tuple[Checked, Log]:
    """Send to everybody, let a fault befall it after a fifth; check every row and, in the long form, the way back."""
    count = 1 if storage.database.is_sqlite else 3
    await keep_history(storage)
    await plan_send(storage, CHATS)
    keys = {
        "DATELINE_DELIVERY__ON_UNCERTAIN": policy,
        "DATELINE_DELIVERY__IN_FLIGHT": str(IN_FLIGHT),
        "DATELINE_LIMITS__OVERALL_PER_SECOND": str(RATE),
    }
    async with server(CHATS) as url:
        gate = Gate(url)
        await gate.open()
        async with workers(folder, gate.url, database_url, count, **keys) as running:
            await until_accepted(url, CHATS // 5)
            began_at = system_clock().timestamp()
            await fault(Scene(running, url, gate, database_url, seconds))
            ended_at = system_clock().timestamp()
            codes = await stop_when_settled(storage, running)
            while (await storage.deliveries.count())["pending"]:  # one that woke late gave it back while all stopped
                await running.start()
                codes += await stop_when_settled(storage, running)
        gate.close()
        log = await read_log(url)
    checked = await check(storage, log, resends=policy == "resend")
    back = seconds_back(log, began_at, ended_at)
    print(getattr(fault, "__name__", fault), policy, checked, f"befallen {log.befallen}, back after {back}")  # noqa: T201
    assert set(codes) == {0}
    assert not IS_SOAK or (back is not None and back <= BACK_WITHIN_SECONDS)
    return checked, log


async def stop_when_settled(storage: Storage, running: Workers) -> list[int]:
    """Wait until every row is settled, end the workers, and return their exit codes."""
    await until_settled(storage, PATIENCE_SECONDS)
    codes = await running.stop()
    running.processes.clear()
    return codes


def seconds_back(log: Log, began_at: float, ended_at: float) -> float | None:
    """Return how long after a fault's end the pace was back to 95 % of what it was; None if it never was."""
    times = [each["at"] for each in log.accepted]

    def pace(start: float) -> int:
        return sum(start <= at < start + WINDOW_SECONDS for at in times)

    before = pace(began_at - WINDOW_SECONDS)
    later = (at for at in times if at >= ended_at)
    return next((at - ended_at for at in later if pace(at) >= 0.95 * before), None)


def most_probes(seconds: float) -> int:
    """Return how often an open breaker asks within so long: after one second, then after twice as long each time."""
    # After 1, 3, 7, 15, 31 s, and then as often as the longest pause says.
    return math.ceil(math.log2(seconds + 2)) + math.ceil(seconds / LONGEST_PROBE_SECONDS)


@pytest.mark.timeout(PATIENCE_SECONDS + 60)
@pytest.mark.parametrize("kind", ["gateway", "html", "hang", "hang_before"])
async def test_outage_leaves_uncertain_what_was_under_way_and_its_probes(
    storage: Storage, database_url: str, tmp_path: Path, kind: str
) -> None:
    checked, log = await run(storage, database_url, tmp_path, answer_with(kind), seconds=SECONDS + 2)
    workers_ = 1 if storage.database.is_sqlite else 3
    assert checked.states.get("uncertain", 0) <= log.befallen <= workers_ * (IN_FLIGHT + most_probes(SECONDS + 2))
    assert checked.states["sent"] + checked.states.get("uncertain", 0) == CHATS


@pytest.mark.timeout(PATIENCE_SECONDS + 60)
async def test_port_that_nobody_listens_at_leaves_uncertain_what_was_under_way(
    storage: Storage, database_url: str, tmp_path: Path
) -> None:
    checked, _ = await run(storage, database_url, tmp_path, close_the_port, seconds=SECONDS + 2)
    assert checked.doubts <= IN_FLIGHT * (1 if storage.database.is_sqlite else 3)
    uncertain = checked.states.get("uncertain", 0)  # others in doubt were settled by an answer that came late
    assert (checked.states["sent"] + uncertain, uncertain <= checked.doubts) == (CHATS, True)


async def test_name_that_does_not_resolve_leaves_nothing_uncertain(storage: Storage) -> None:
    people = 2 * IN_FLIGHT
    await keep_history(storage)
    await plan_send(storage, people)
    await storage.workers.renew_lease("w", LEASE, now=system_clock())
    async with dispatching(storage, "http://nowhere.invalid", "w") as away:
        while away.breaker.open_since is None or not away.is_idle:
            await away.step()
            await asyncio.sleep(0.05)
    assert (await storage.deliveries.count())["pending"] == people
    async with server(people) as url:
        async with dispatching(storage, url, "w") as back:
            while (await storage.deliveries.count())["sent"] < people:
                await back.step()
                await asyncio.sleep(0.05)
        checked = await check(storage, await read_log(url))
    assert (checked.states, checked.doubts) == ({"sent": people}, 0)


@pytest.mark.timeout(PATIENCE_SECONDS + 60)
@pytest.mark.parametrize("policy", ["skip", "resend"])
async def test_suspended_worker_answers_late_and_nothing_doubles(
    storage: Storage, database_url: str, tmp_path: Path, policy: str
) -> None:
    checked, _ = await run(storage, database_url, tmp_path, suspend_a_worker, policy=policy)
    assert checked.states.get("uncertain", 0) <= IN_FLIGHT * 2
    # Where other tests run beside it, workers that were not suspended may lose their leases for a moment, too.
    assert checked.doubts <= IN_FLIGHT * 2 or not IS_SOAK
    assert policy == "skip" or checked.states == {"sent": CHATS}


@pytest.mark.timeout(PATIENCE_SECONDS + 60)
@pytest.mark.parametrize(("fault", "seconds"), [(hold_write_lock, 1.0), (hold_write_lock, 6.0), (fill_the_disk, 6.0)])
async def test_sqlite_that_cannot_be_written_loses_and_doubles_nothing(
    sqlite_storage: Storage, sqlite_url: str, tmp_path: Path, fault: Fault, seconds: float
) -> None:
    checked, _ = await run(sqlite_storage, sqlite_url, tmp_path, fault, seconds=seconds)
    assert checked.states == {"sent": CHATS}


@asynccontextmanager
async def upgraded(database_url: str) -> AsyncIterator[Storage]:
    storage = open_storage(database_url)
    try:
        await upgrade(storage.database)
        yield storage
    finally:
        await storage.close()


@pytest.fixture(scope="module")
def postgres() -> Iterator[PostgresServer]:
    """A server whose connections may all be taken."""
    with own_server() as running:
        yield running


@pytest.mark.timeout(PATIENCE_SECONDS + 60)
@pytest.mark.parametrize(("fault", "seconds"), [(end_backends, 3.0), (take_every_slot, 3.0), (lock_rows, 7.0)])
async def test_postgresql_that_refuses_loses_and_doubles_nothing(
    postgres: PostgresServer, tmp_path: Path, fault: Fault, seconds: float
) -> None:
    database_url = await postgres.new_database(f"fault_{fault.__name__}")
    async with upgraded(database_url) as storage:
        checked, _ = await run(storage, database_url, tmp_path, fault, seconds=max(seconds, SECONDS))
    assert checked.states == {"sent": CHATS}


@pytest.mark.timeout(PATIENCE_SECONDS + 60)
async def test_workers_that_start_while_postgresql_ends_sessions_wait_for_it(
    postgres: PostgresServer, tmp_path: Path
) -> None:
    database_url = await postgres.new_database("fault_at_start")
    async with upgraded(database_url) as storage:
        await keep_history(storage)
        await plan_send(storage, CHATS)
        async with server(CHATS) as url, workers(tmp_path, url, database_url, 3, only=None) as running:
            await end_backends(Scene(running, url, Gate(url), database_url, max(8.0, SECONDS)))
            codes = await stop_when_settled(storage, running)
            checked = await check(storage, await read_log(url))
    assert (codes, checked.states) == ([0, 0, 0], {"sent": CHATS})
