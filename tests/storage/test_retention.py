"""The nightly prune: the old goes, the new and what is not settled stays, and nothing points to what is gone."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import text

from bot.pruning import Keep, Pruning
from bot.publishing import Publishing
from storage.model import Composition, DeliveryState, Message, NewUpdate, Preferences, Shown, Shows, UpdateState
from storage.plans import Plan
from storage.store import Storage
from tests.make import NOW, ensure_subscription, make_text, read_report

DAY = timedelta(days=1)
KEEP = Keep(reports=30 * DAY, deliveries=30 * DAY, messages=90 * DAY, updates=2 * DAY)
TABLES = ("updates", "deliveries", "messages", "compositions", "composition_articles", "reports", "events", "articles")


async def counted(storage: Storage) -> dict[str, int]:
    async with storage.database.reading() as connection:
        return {
            table: int(await connection.scalar(text(f"SELECT count(*) FROM {table}")) or 0)  # noqa: S608 - ours
            for table in TABLES
        }


async def lived(storage: Storage, days_ago: int, number: int) -> None:
    """Store what one day leaves behind."""
    now = NOW - days_ago * DAY
    composition = Composition(key=str(number), bodies=('{"text":"x"}',), articles=((Shown(1, 1, 1),),))
    reader, _ = await ensure_subscription(
        storage, 5, None, preferences=Preferences(), next_occurrence=None, now=now
    )  # fmt: skip
    plan = Plan(
        subscription=reader, occurrence=f"{number}", composition=composition, is_silent=False, due_at=now,
        expires_at=NOW + DAY, cutoff=None, follows=False,
    )  # fmt: skip
    await storage.plans.carry_out([plan], now=now)
    update = NewUpdate(update_id=number, lane="chat 5", sender="5", content=b"{}", state=UpdateState.DROPPED)
    await storage.inbox.receive([update], now=now)
    answer = Message(chat_id=5, message_id=number, shows=Shows.STORY, sent_at=now, articles=(Shown(1, 1, 1),))
    await storage.messages.record(answer)


async def test_old_rows_go_and_what_is_new_or_unsettled_stays(storage: Storage) -> None:
    await storage.articles.add([make_text()], now=NOW, publish=True)
    await storage.chats.ensure(5, kind="private", language="en", now=NOW)
    for number, days_ago in enumerate((200, 100, 40, 1), 1):
        await lived(storage, days_ago, number)
    async with storage.database.writing() as connection:
        await connection.execute(text("UPDATE deliveries SET state = 'sent' WHERE id != 2"))
    await read_report(storage, "Old words.")
    event_id = await storage.events.begin(1, now=NOW - 50 * DAY)
    await storage.events.save_draft(await storage.events.get(event_id), make_text("A draft"), [], now=NOW - 50 * DAY)
    async with storage.database.writing() as connection:
        old = (NOW - 50 * DAY).timestamp()
        value = str(old) if storage.database.is_sqlite else f"to_timestamp({old})"
        await connection.execute(text(f"UPDATE reports SET published_at = {value}"))  # noqa: S608 - a number

    assert await Pruning(storage, KEEP, lambda: NOW).prune(NOW)

    left = await storage.deliveries.list(None, limit=9)
    assert [(each.id, each.state) for each in left] == [(4, DeliveryState.SENT), (2, DeliveryState.PENDING)]
    assert await counted(storage) == {
        "updates": 1, "deliveries": 2, "messages": 2, "compositions": 3, "composition_articles": 3, "reports": 0,
        "events": 0, "articles": 1,
    }  # fmt: skip


async def test_who_heard_of_old_corrections_and_settled_mistakes_are_forgotten(storage: Storage) -> None:
    await storage.articles.add([make_text()], now=NOW, publish=True)
    await storage.chats.ensure(5, kind="private", language="en", now=NOW)
    editor = Publishing(storage, "7")
    for days in (100, 1):
        now = NOW - days * DAY
        await lived(storage, days, days)
        article = await storage.articles.get(1)
        newer = replace(article.text, headline=f"{days} days ago")
        await editor.revise(1, newer, revision=article.revision, note="It was wrong.", now=now)
        while await storage.corrections.queue_some(now=now) is not None:
            pass
        for words in ("Settled", "Open"):
            await storage.mistakes.add(1, 5, f"{words} {days}", now=now)
        settled = next(each for each in await storage.mistakes.list_open(limit=9) if each.words == f"Settled {days}")
        await storage.mistakes.settle(settled.id, actor="9", now=now)
    assert len((await storage.notices.list([(5, None)]))[5, None]) == 2
    assert await Pruning(storage, KEEP, lambda: NOW).prune(NOW)
    assert [notice.correction_id for notice in (await storage.notices.list([(5, None)]))[5, None]] == [2]
    assert (await storage.corrections.get(1)).note == "It was wrong."
    async with storage.database.reading() as connection:
        left = (await connection.scalars(text("SELECT words FROM mistakes ORDER BY id"))).all()
    assert left == ["Open 100", "Settled 1", "Open 1"]


async def test_draft_that_somebody_took_on_outlives_its_event(storage: Storage) -> None:
    await read_report(storage, "Old words.")
    event_id = await storage.events.begin(1, now=NOW - 50 * DAY)
    await storage.events.save_draft(await storage.events.get(event_id), make_text("A draft"), [], now=NOW - 50 * DAY)
    async with storage.database.writing() as connection:
        await connection.execute(text("UPDATE articles SET status = 'in_review'"))
    assert await Pruning(storage, KEEP, lambda: NOW + 90 * DAY).prune(NOW + 90 * DAY)
    assert (await storage.articles.get(1)).text.headline == "A draft"
    assert await storage.events.list_recent(limit=5) == ()


async def test_each_night_is_pruned_once_by_one(storage: Storage) -> None:
    both = [Pruning(storage, KEEP, lambda: NOW) for _ in range(2)]
    await asyncio.gather(*(each.prune_tonight() for each in both))
    assert await storage.installation.find("pruned_on") == "2026-11-23"
