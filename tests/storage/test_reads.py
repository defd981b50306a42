"""What answers one person walks no table, however much is stored: the plans of SQLite, which has no statistics."""

import re
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from bot.publishing import Publishing
from storage import shelves
from storage.model import DeliveryState, Status
from storage.store import Storage
from tests.make import NOW, make_text

# These hold what is looked at, or under way, and not what is stored.
SMALL = (
    "ix_articles_alerts",
    "sections",
    "workers",
    "anon_",
    "subquery",
    "article_search",
    "uq_deliveries_sending_chat",
)
ALL_PUBLISHED = re.compile(r"SEARCH articles USING .*\(status=\?\)$")


async def _plans(storage: Storage, read: Callable[[Storage], Awaitable[Any]]) -> list[tuple[str, list[str]]]:
    statements: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        if statement.lstrip().startswith(("SELECT", "UPDATE", "DELETE", "WITH")):
            statements.append((statement, parameters))

    for engine in (storage.database.reader, storage.database.writer):
        event.listen(engine.sync_engine, "before_cursor_execute", note)
    await read(storage)
    for engine in (storage.database.reader, storage.database.writer):
        event.remove(engine.sync_engine, "before_cursor_execute", note)
    async with storage.database.reading() as connection:
        plans = []
        for statement, parameters in statements:
            rows = (await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)).all()
            plans.append((statement, [row.detail for row in rows]))
        return plans


def _walks(plans: list[tuple[str, list[str]]]) -> list[str]:
    """Return the steps that go through a table, or through all that is published, to the end."""
    return [
        step for statement, steps in plans if not _ends_early(statement, steps) for step in steps if _goes_through(step)
    ]


def _goes_through(step: str) -> bool:
    is_scan = step.startswith("SCAN") and not any(name in step for name in (*SMALL, "CONSTANT ROW"))
    return is_scan or ALL_PUBLISHED.match(step) is not None


def _ends_early(statement: str, steps: list[str]) -> bool:
    is_in_order = "USE TEMP B-TREE FOR ORDER BY" not in steps
    return is_in_order and any(word in statement for word in ("LIMIT", "max(", "EXISTS"))


async def _neighbours(storage: Storage) -> None:
    await storage.articles.get_neighbours(await storage.articles.get(1))


async def _shelve(storage: Storage) -> None:
    async with storage.database.writing() as connection:
        await shelves.take_from_shelves(connection, storage.database, [1, 2])
        await shelves.add_to_shelves(connection, storage.database, [1, 2])


READS: dict[str, Callable[[Storage], Awaitable[Any]]] = {
    "newest": lambda storage: storage.articles.find_newest(),
    "recent": lambda storage: storage.articles.list_recent(limit=8),
    "recent in a section": lambda storage: storage.articles.list_recent(limit=8, section="world"),
    "a page far back": lambda storage: storage.articles.list_recent(limit=1, offset=2),
    "count": lambda storage: storage.articles.count_published(),
    "count of a section": lambda storage: storage.articles.count_published(section="world"),
    "sections": lambda storage: storage.articles.list_sections(),
    "neighbours": _neighbours,
    "search": lambda storage: storage.search.list_matches("ferries go", limit=8),
    "saved": lambda storage: storage.chats.list_saved(5, limit=8),
    "count of saved": lambda storage: storage.chats.count_saved(5),
    "message": lambda storage: storage.messages.find(5, 7),
    "publish": lambda storage: Publishing(storage, "editor").publish(3, now=NOW),
    "withdraw": lambda storage: Publishing(storage, "editor").withdraw(1, reason="no", now=NOW),
    "shelve": _shelve,
    "deliveries": lambda storage: storage.deliveries.list(None, limit=5),
    "uncertain deliveries": lambda storage: storage.deliveries.list(DeliveryState.UNCERTAIN, limit=5),
    "alerts": lambda storage: storage.deliveries.list_alerted([1, 2]),
    "notices": lambda storage: storage.notices.list([(5, None)]),
    "scheduled": lambda storage: storage.articles.list_scheduled(NOW),
    "unalerted": lambda storage: storage.articles.list_unalerted(),
    "corrections": lambda storage: storage.corrections.queue_some(now=NOW),
    "watched": lambda storage: storage.desk.list_watched(),
    "desk": lambda storage: storage.articles.list_in((Status.DRAFT, Status.PUBLISHED), limit=7, offset=7),
    "article list": lambda storage: storage.articles.list_by_status(Status.DRAFT, limit=7),
    "blocked": lambda storage: storage.checks.list_blocked([1, 2]),
    "prune of notices": lambda storage: storage.retention.prune_notices(NOW),
    "recover": lambda storage: storage.deliveries.recover(now=NOW, resends=False),
}


@pytest.mark.parametrize("name", READS)
async def test_nothing_walks_through_all_that_is_stored(sqlite_storage: Storage, name: str) -> None:
    await sqlite_storage.articles.add([make_text()] * 2, now=NOW, publish=True)
    await sqlite_storage.articles.add([make_text()], now=NOW - timedelta(days=1))
    plans = await _plans(sqlite_storage, READS[name])
    assert _walks(plans) == []
