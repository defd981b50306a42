"""How much goes into one transaction: as much as keeps the running bot waiting for a moment only."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable, Iterator
from typing import TypeVar

from storage.database import Database

T = TypeVar("T")

HOLD_SECONDS = 0.08  # so long a batch should take, most of it in its transaction
REST = 0.1  # of the time it took: longer than a waiting writer sleeps between two looks (storage.sqlite_driver)


class Pace:
    """Batches as large as the last ones were fast.

    SQLite's writers wait in no line: a rest between two transactions lets them in.
    """

    def __init__(self, database: Database, first: float) -> None:
        self._size = first
        self._rest = REST if database.is_sqlite else 0.0

    def cut(self, items: Iterable[T], weigh: Callable[[T], float] = lambda _: 1.0) -> Iterator[list[T]]:
        """Yield the items in batches of the size that is right by then, of one item at least."""
        batch: list[T] = []
        weight = 0.0
        for item in items:
            weighs = weigh(item)
            if batch and weight + weighs > self._size:
                yield batch
                batch, weight = [], 0.0
            batch.append(item)
            weight += weighs
        if batch:
            yield batch

    async def keep(self, writing: Awaitable[T]) -> T:
        """Wait for one batch's transaction, and for a rest; learn from how long it took."""
        began = time.perf_counter()
        done = await writing
        seconds = time.perf_counter() - began
        self._size *= min(max(HOLD_SECONDS / seconds, 0.5), 1.5)
        await asyncio.sleep(seconds * self._rest)
        return done
