"""Writers that are cancelled at any moment, once or twice: no lock is kept, no half of a transaction stays."""

import asyncio
import gc
import os
import random
import threading
import time

import pytest
from sqlalchemy import text

from storage.store import Storage, open_storage
from tests.make import NOW

CANCELS = int(os.environ.get("SOAK_CANCELS", "150"))
PATIENCE_SECONDS = 20


async def _write_pair(storage: Storage, number: int) -> None:
    async with storage.database.writing() as connection:
        for half in (2 * number, 2 * number + 1):
            values = {"id": half, "now": NOW.timestamp()}
            at = ":now" if storage.database.is_sqlite else "to_timestamp(:now)"
            statement = f"INSERT INTO chats (id, kind, language, created_at) VALUES (:id, 'private', 'en', {at})"  # noqa: S608
            await connection.execute(text(statement), values)


async def test_cancelled_writers_keep_no_lock_and_leave_no_halves(storage: Storage) -> None:
    dice = random.Random(11)
    for number in range(CANCELS):
        writers = [asyncio.ensure_future(_write_pair(storage, 1 + 3 * number + each)) for each in range(3)]
        for _ in range(2):
            await asyncio.sleep(dice.choice([0, 0, 0.0003, 0.001]))
            for writer in writers:
                writer.cancel()
        async with asyncio.timeout(PATIENCE_SECONDS):
            await asyncio.gather(*writers, return_exceptions=True)
    async with asyncio.timeout(PATIENCE_SECONDS):
        await _write_pair(storage, 0)
    async with storage.database.reading() as connection:
        ids = sorted((await connection.scalars(text("SELECT id FROM chats"))).all())
    assert [each for each in ids if (each ^ 1) not in ids] == []


async def test_timeout_in_a_transaction_is_a_timeout_and_keeps_no_lock(storage: Storage) -> None:
    for number in range(20):
        try:
            async with asyncio.timeout(0.0005):
                await _write_pair(storage, 1 + number)
        except TimeoutError:
            pass
    async with asyncio.timeout(PATIENCE_SECONDS):
        await _write_pair(storage, 0)


@pytest.mark.parametrize("is_closed", [True, False])
def test_loop_may_end_while_connections_are_opened(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch, *, is_closed: bool
) -> None:
    failures: list[BaseException | None] = []
    monkeypatch.setattr(threading, "excepthook", lambda failure: failures.append(failure.exc_value))
    dice = random.Random(12)

    async def open_and_end() -> None:
        opened = open_storage(sqlite_url)
        readers = [asyncio.ensure_future(opened.database.check_integrity()) for _ in range(4)]
        await asyncio.sleep(dice.uniform(0, 0.004))
        for reader in readers:
            reader.cancel()
        if is_closed:
            await asyncio.gather(*readers, return_exceptions=True)
            await opened.close()

    before = threading.active_count()
    for _ in range(100):
        asyncio.run(open_and_end())
    gc.collect()
    until = time.monotonic() + PATIENCE_SECONDS
    while threading.active_count() > before and time.monotonic() < until:
        time.sleep(0.01)
    assert (failures, threading.active_count()) == ([], before)
