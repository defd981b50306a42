"""Writers that are cancelled at any moment, once or twice: no lock is kept, no half of a transaction stays."""

import asyncio
import os
import random

from sqlalchemy import text

from storage.store import Storage
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
