"""After a restore nothing that may have happened since the backup happens again by itself."""

from collections.abc import AsyncIterator
from datetime import time, timedelta
from pathlib import Path

import pytest

from bot.publishing import Publishing
from bot.restoring import Settled, settle_restored
from storage import schema
from storage.backups import back_up, restore
from storage.copying import COPIED, COPYING, complete_copy, copy_database
from storage.database import open_database
from storage.errors import Conflict
from storage.migrate import upgrade
from storage.model import DeliveryKind, NewUpdate, Occurrence, Preferences, Slot, Status
from storage.store import Storage, open_storage
from tests.delivery.test_corrections import correct, deliver, find_messages, subscribe
from tests.make import NOW, ensure_subscription, make_planner, make_text
from tests.storage.filling import upgrade_to

LATER = NOW + timedelta(days=1, hours=3)


@pytest.fixture
async def backup(storage: Storage, tmp_path: Path) -> Path:
    """A backup with something open of every kind."""
    await storage.chats.ensure(1001, kind="private", language="en", now=NOW)
    due = Occurrence(day=NOW.date(), at=time(9), due_at=NOW + timedelta(hours=1))
    wishes = Preferences(slots=(Slot(time(9)),))
    await ensure_subscription(storage, 1001, None, preferences=wishes, next_occurrence=due, now=NOW)
    await storage.articles.add([make_text("Old")], now=NOW - timedelta(days=2), publish=True)
    numbers = await storage.articles.add([make_text("Scheduled"), make_text("Breaking")], now=NOW)
    editor = Publishing(storage, "7")
    await editor.schedule(numbers[0], at=NOW + timedelta(hours=1), now=NOW)
    await editor.schedule(numbers[1], at=NOW + timedelta(seconds=10), now=NOW, is_breaking=True)
    await editor.publish_scheduled(NOW + timedelta(minutes=1))
    await storage.inbox.receive([NewUpdate(update_id=5, lane="chat 1", sender="person 1", content=b"{}")], now=NOW)
    await make_planner(storage).plan_now(NOW)
    file = tmp_path / "b.db"
    await back_up(storage.database, file)
    return file


@pytest.fixture
async def target(tmp_path: Path) -> AsyncIterator[Storage]:
    storage = open_storage(f"sqlite:///{tmp_path / 'restored.db'}")
    yield storage
    await storage.close()


async def test_what_was_open_is_settled_and_a_second_try_finds_nothing_left(backup: Path, target: Storage) -> None:
    await restore(backup, target.database)
    editor = Publishing(target, "command line")
    settled = await settle_restored(target, editor, now=LATER)
    assert settled == Settled(deliveries=1, updates=1, scheduled=1, skipped=1)
    assert await settle_restored(target, editor, now=LATER) == Settled(0, 0, 0, 0)
    assert (await target.articles.get(2)).status is Status.DRAFT
    assert await target.articles.list_unalerted() == ()
    assert not await target.inbox.has_open()
    subscription = await target.subscriptions.get(1001, None)
    assert subscription.next_occurrence is not None
    assert subscription.next_occurrence.due_at > LATER
    assert subscription.cutoff == await target.articles.find_last_change()  # the next briefing repeats nothing


async def test_restore_that_was_killed_while_settling_goes_on(backup: Path, target: Storage) -> None:
    counts = await restore(backup, target.database)
    assert await target.installation.find(COPYING) == COPIED  # no bot runs on it, and no command
    assert await restore(backup, target.database) == counts
    await settle_restored(target, Publishing(target, "command line"), now=LATER)
    await complete_copy(target.database)
    with pytest.raises(Conflict, match="has rows of its own"):
        await restore(backup, target.database)


async def test_database_that_somebody_only_looked_at_is_restored_into(backup: Path, target: Storage) -> None:
    await upgrade(target.database)
    await target.outlets.ensure_shipped()
    assert await target.installation.is_same()
    assert (await restore(backup, target.database))["articles"] == 3


async def test_backup_of_an_older_program_is_upgraded_on_the_way_and_left_as_it_is(
    tmp_path: Path, target: Storage
) -> None:
    older = open_database(f"sqlite:///{tmp_path / 'older.db'}")
    async with older.migrating() as connection:
        await connection.run_sync(upgrade_to, "0015")
        await connection.exec_driver_sql("INSERT INTO installation (name, value) VALUES ('kept', 'yes')")
    await older.close()
    before = (tmp_path / "older.db").read_bytes()
    await restore(tmp_path / "older.db", target.database)
    assert (await target.installation.find("kept"), (tmp_path / "older.db").read_bytes()) == ("yes", before)


async def test_every_shelf_of_a_large_database_is_copied(storage: Storage, target: Storage) -> None:
    shelves = schema.article_shelves
    rows = [
        {"section_slug": slug, "starts_at": NOW - timedelta(seconds=number), "starts_number": number, "published": 500}
        for number in range(1200)
        for slug in ("", "world")
    ]
    async with storage.database.writing() as connection:
        await connection.execute(shelves.insert(), rows)
    counts = await copy_database(storage.database, target.database)
    assert counts["article_shelves"] == 2400


async def test_edits_under_way_are_made_again(storage: Storage, target: Storage, tmp_path: Path) -> None:
    await storage.articles.add([make_text("Harbour")], now=NOW - timedelta(minutes=5), publish=True)
    await subscribe(storage)
    await deliver(storage, NOW)
    await correct(storage, now=NOW)
    await find_messages(storage, NOW)
    (edit,) = await storage.deliveries.turn("w", [], limit=5, now=NOW, resends=False, kinds=(DeliveryKind.EDIT,))
    await back_up(storage.database, tmp_path / "editing.db")
    await restore(tmp_path / "editing.db", target.database)
    assert (await settle_restored(target, Publishing(target, "command line"), now=LATER)).deliveries == 0
    edits = await target.deliveries.turn("v", [], limit=5, now=LATER, resends=False, kinds=(DeliveryKind.EDIT,))
    assert [(each.chat_id, each.edits) for each in edits] == [(edit.chat_id, edit.edits)]
