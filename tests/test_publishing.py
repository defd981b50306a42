"""Publishing: against the revision that was looked at, by somebody, on record; nothing unchecked slips through."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.errors import BotError, GateBlocked
from bot.newsroom.statuses import TRANSITIONS
from bot.publishing import Publishing
from storage.errors import Conflict, NotFound
from storage.model import Action, Article, Bullet, Label, Note, Source, Status
from storage.store import Storage
from tests.make import NOW, make_text, read_report

LATER = NOW + timedelta(hours=1)
CITED = (Source(outlet="A", url="https://a.example/1"),)
RIGHT = make_text(bullets=(Bullet(text="Four ferries started.", sources=(1,)),), sources=CITED, body=())
WRONG = make_text(bullets=(Bullet(text="Nine ferries started.", sources=(1,)),), sources=CITED, body=())


async def test_draft_is_published_once_and_withdrawn_once(storage: Storage) -> None:
    await storage.articles.add([make_text()], now=NOW)
    editor = Publishing(storage, "17")
    await editor.publish(1, now=LATER)
    assert (await storage.articles.get(1)).published_at == LATER
    with pytest.raises(Conflict, match="article 1 is published; this needs draft or in_review or scheduled"):
        await editor.publish(1, now=LATER)
    await editor.withdraw(1, reason="It was not true.", now=LATER)
    article = await storage.articles.get(1)
    assert (article.status, article.withdrawal_reason) == (Status.WITHDRAWN, "It was not true.")
    with pytest.raises(Conflict):
        await editor.withdraw(1, reason="again", now=LATER)
    with pytest.raises(NotFound):
        await editor.publish(2, now=LATER)
    done = [(each.actor, each.action, each.revision, each.reason) for each in await storage.record.list(1)]
    assert done == [
        ("import", Action.ADD, 1, None),
        ("17", Action.PUBLISH, 1, None),
        ("17", Action.WITHDRAW, 1, "It was not true."),
    ]


async def test_two_publishers_publish_once(storage: Storage) -> None:
    await storage.articles.add([make_text()], now=NOW)
    editor = Publishing(storage, "17")
    outcomes = await asyncio.gather(*(editor.publish(1, now=NOW) for _ in range(5)), return_exceptions=True)
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Conflict"] * 4 + ["NoneType"]


@pytest.mark.parametrize("is_moved", [False, True])
async def test_what_its_editor_took_back_or_moved_a_moment_ago_is_not_published(
    storage: Storage,
    monkeypatch: pytest.MonkeyPatch,
    is_moved: bool,  # noqa: FBT001
) -> None:
    await storage.articles.add([make_text()], now=NOW)
    editor, scheduler = Publishing(storage, "17"), Publishing(storage, "scheduler")
    await editor.schedule(1, at=LATER, now=NOW)
    due = await storage.articles.list_scheduled(LATER)
    await editor.take(Action.UNSCHEDULE, 1, now=NOW)
    if is_moved:
        await editor.schedule(1, at=LATER + timedelta(days=1), now=NOW)

    async def list_seen_before(_: datetime) -> tuple[Article, ...]:
        return due

    monkeypatch.setattr(storage.articles, "list_scheduled", list_seen_before)
    assert await scheduler.publish_scheduled(LATER) == ()
    assert (await storage.articles.get(1)).status is (Status.SCHEDULED if is_moved else Status.DRAFT)


async def test_revision_that_was_looked_at_is_the_one_that_is_published(storage: Storage) -> None:
    await storage.articles.add([make_text("First")], now=NOW)
    editor = Publishing(storage, "17")
    assert await editor.revise(1, make_text("Second"), revision=1, note=None, now=LATER) == 2
    with pytest.raises(Conflict, match="article 1 is at revision 2 by now, not 1; look at it again"):
        await editor.publish(1, revision=1, now=LATER)
    assert (await storage.articles.get(1)).status is Status.DRAFT
    await editor.publish(1, revision=2, now=LATER)
    assert (await storage.articles.get(1)).text.headline == "Second"


async def test_second_of_two_who_revise_loses_no_text_and_is_refused(storage: Storage) -> None:
    await storage.articles.add([make_text("First")], now=NOW, publish=True)
    one, two = Publishing(storage, "1"), Publishing(storage, "2")
    await one.revise(1, make_text("Ones"), revision=1, note="a slip", now=LATER)
    with pytest.raises(Conflict):
        await two.revise(1, make_text("Twos"), revision=1, note="another", now=LATER)
    article = await storage.articles.get(1)
    assert (article.text.headline, article.revision, article.notes, article.status) == (
        "Ones", 2, (Note(text="a slip", label=Label.CORRECTION),), Status.PUBLISHED,
    )  # fmt: skip


async def test_what_the_gate_blocks_needs_a_reason_that_stays_on_record(storage: Storage) -> None:
    await read_report(storage, "The gate rose 4.1 metres.")
    text = make_text(bullets=(Bullet(text="It rose 9.3 metres.", sources=(1,)),), sources=CITED, body=())
    await storage.articles.add([text], now=NOW)
    editor = Publishing(storage, "17")
    with pytest.raises(GateBlocked, match="the fact gate blocks article 1: figure"):
        await editor.publish(1, override="  ", now=LATER)
    assert (await storage.articles.get(1)).status is Status.DRAFT
    await editor.publish(1, override="measured it myself", now=LATER)
    assert [each.override for each in await storage.record.list(1)] == [None, "measured it myself"]
    with pytest.raises(GateBlocked):
        await editor.add([text], publish=True, now=LATER)
    assert await storage.articles.find(2) is None


async def test_status_decides_alone_what_may_be_done(storage: Storage) -> None:
    for number, status in enumerate(Status, 1):
        await storage.articles.add([make_text()], now=NOW)
        async with storage.database.writing() as connection:
            await connection.exec_driver_sql(f"UPDATE articles SET status = '{status}' WHERE number = {number}")  # noqa: S608
        allowed = [action for action, transition in TRANSITIONS.items() if status in transition.allowed]
        editor = Publishing(storage, "17")
        if Action.PUBLISH in allowed:
            await editor.publish(number, now=LATER)
        else:
            with pytest.raises(Conflict):
                await editor.publish(number, now=LATER)


async def test_text_that_will_publish_itself_passes_the_gate_too(storage: Storage) -> None:
    await read_report(storage, "Four ferries started on Monday.")
    await storage.articles.add([RIGHT], now=NOW)
    editor = Publishing(storage, "17")
    await editor.schedule(1, at=LATER, now=NOW)
    with pytest.raises(GateBlocked, match="blocks the new text of article 1: figure “Nine” in bullet 1"):
        await editor.revise(1, WRONG, revision=1, now=NOW)
    await editor.take(Action.UNSCHEDULE, 1, now=NOW)
    assert await editor.revise(1, WRONG, revision=1, now=NOW) == 2
    with pytest.raises(GateBlocked):
        await editor.schedule(1, at=LATER, now=NOW)
    assert (await storage.articles.get(1)).status is Status.DRAFT


async def test_draft_scheduled_while_it_is_revised_keeps_the_text_that_was_checked(storage: Storage) -> None:
    await read_report(storage, "Four ferries started on Monday.")
    editor, other = Publishing(storage, "17"), Publishing(storage, "18")
    for number in range(1, 21):
        await storage.articles.add([RIGHT], now=NOW)
        scheduling = other.schedule(number, at=LATER, now=NOW)
        await asyncio.gather(scheduling, editor.revise(number, WRONG, revision=1, now=NOW), return_exceptions=True)
        article = await storage.articles.get(number)
        assert (article.status, article.text.bullets) in [
            (Status.SCHEDULED, RIGHT.bullets), (Status.DRAFT, WRONG.bullets),
        ]  # fmt: skip


async def test_time_that_no_calendar_may_have_is_refused(sqlite_storage: Storage) -> None:
    await sqlite_storage.articles.add([make_text("Harbour")], now=NOW)
    with pytest.raises(BotError, match="9999-12-31 is too far away; name a time within a hundred years"):
        await Publishing(sqlite_storage, "1").schedule(1, at=datetime(9999, 12, 31, tzinfo=UTC), now=NOW)
