"""The n-th write fails, once or from then on, for n = 1, 2, … until a whole briefing passes: no row breaks a promise."""

import asyncio
import itertools
import shutil
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.clock import system_clock
from bot.delivery.dispatcher import Dispatcher
from bot.demo.botapi.serve import TallyWorld
from bot.demo.botapi.world import FIRST_PERSON_ID
from storage.errors import StorageUnavailable
from storage.model import Occurrence, Preferences, Slot
from storage.store import Storage, open_storage
from tests.chatting import served
from tests.checker import Log, check, keep_history
from tests.faulting import LEASE, dispatching
from tests.make import ensure_subscription, make_planner, make_text

CHATS = 3
HOW = ("before", "after")  # the statement or commit is not carried out; or it is, and its answer is lost


@dataclass(slots=True)
class FailingWrites:
    """Lets the n-th statement or commit of the writing door fail, or all from it on."""

    storage: Storage
    number: int
    how: str
    lasts: bool
    seen: int = 0
    is_on: bool = True

    def install(self) -> None:
        """Wrap what SQLAlchemy asks the driver to do."""
        dialect = self.storage.database.writer.sync_engine.dialect
        for name in ("do_execute", "do_executemany", "do_commit"):
            setattr(dialect, name, self._failing(getattr(dialect, name)))

    @property
    def was_reached(self) -> bool:
        """Whether anything failed."""
        return self.seen >= self.number

    def _failing(self, original: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            self.seen += self.is_on
            fails = self.is_on and (self.seen >= self.number if self.lasts else self.seen == self.number)
            if fails and self.how == "before":
                raise sqlite3.OperationalError("disk I/O error")
            result = original(*arguments, **options)
            if fails:
                raise sqlite3.OperationalError("disk I/O error")
            return result

        return call


@pytest.fixture
def fresh(sqlite_template: Path, tmp_path: Path) -> Callable[[], AbstractAsyncContextManager[Storage]]:
    """Opens a fresh database, as often as it is asked to."""
    numbers = itertools.count()

    @asynccontextmanager
    async def opened() -> AsyncIterator[Storage]:
        path = tmp_path / f"{next(numbers)}.db"
        shutil.copy(sqlite_template, path)
        storage = open_storage(f"sqlite:///{path}")
        try:
            yield storage
        finally:
            await storage.close()

    return opened


async def subscribe(storage: Storage) -> None:
    now = system_clock()
    await storage.articles.add([make_text()], now=now, publish=True)
    due = Occurrence(day=now.date(), at=now.time().replace(second=0, microsecond=0), due_at=now)
    for chat_id in range(FIRST_PERSON_ID, FIRST_PERSON_ID + CHATS):
        await storage.chats.ensure(chat_id, kind="private", language="en", now=now)
        await ensure_subscription(
            storage, chat_id, None, preferences=Preferences(slots=(Slot(due.at),)), next_occurrence=due, now=now
        )


async def work(storage: Storage, dispatcher: Dispatcher, turns: int) -> None:
    """Plan and send as the ticks and the worker do, going on after each failure."""
    planner = make_planner(storage)
    for _ in range(turns):
        with suppress(StorageUnavailable):
            async for _planned in planner.plan_due(system_clock()):
                pass
        with suppress(StorageUnavailable):
            if await dispatcher.step():
                continue
        if dispatcher.is_idle and await is_settled(storage):
            return
        await asyncio.sleep(0.005)


async def is_settled(storage: Storage) -> bool:
    counts = await storage.deliveries.count()
    return sum(counts.values()) == CHATS and not counts["pending"] and not counts["sending"]


async def send_with_failure(storage: Storage, failing: FailingWrites, url: str) -> None:
    """Let the first worker work until it is done or given up; a second takes over what the first left."""
    async with dispatching(storage, url, "first") as first:
        await storage.workers.renew_lease("first", LEASE, now=system_clock())
        failing.install()
        await work(storage, first, turns=12 if failing.lasts else 200)
        failing.is_on = False
    if failing.lasts:  # it ended with what it knew
        await storage.workers.end_lease("first")
        await storage.workers.renew_lease("second", LEASE, now=system_clock())
        await storage.deliveries.recover(now=system_clock(), resends=False)
        async with dispatching(storage, url, "second") as second:
            await work(storage, second, turns=200)


@pytest.mark.timeout(180)
@pytest.mark.parametrize("lasts", [False, True], ids=["once", "for ever"])
@pytest.mark.parametrize("how", HOW)
async def test_any_write_may_fail(
    fresh: Callable[[], AbstractAsyncContextManager[Storage]], *, how: str, lasts: bool
) -> None:
    uncertain = 0
    for number in itertools.count(1):
        async with fresh() as storage:
            await keep_history(storage)
            await subscribe(storage)
            failing = FailingWrites(storage, number, how, lasts)
            world = TallyWorld()
            for person in range(CHATS):
                world.add_person(f"Reader {person}").has_started = True
            async with served(world) as url:
                await send_with_failure(storage, failing, url)
            checked = await check(storage, Log(world.accepted, world.edits, 0))
        found = (how, lasts, number, sum(checked.states.values()))
        assert found == (how, lasts, number, CHATS)
        assert lasts or checked.states == {"sent": CHATS}
        assert checked.doubts <= 2
        uncertain += checked.doubts
        if not failing.was_reached:
            break
    print(f"{how}, {'for ever' if lasts else 'once'}: {number - 1} writes failed, {uncertain} uncertain")  # noqa: T201
    assert number > 10
