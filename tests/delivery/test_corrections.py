"""A correction reaches every message that shows the article, and every chat that got the error hears of it once."""

import asyncio
from dataclasses import replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.clock import system_clock
from bot.demo.botapi.world import Person
from bot.newsroom.schedule import next_occurrence
from bot.publishing import Publishing
from storage.model import ChatState, Claim, DeliveryKind, Label, Outcome, Preferences, Progress, Result, Slot
from storage.store import Storage
from tests.chatting import Chatting, Reader, chatting
from tests.desking import person
from tests.make import NOW, ensure_subscription, make_planner, make_text

NOTE = "Four boats replace nine, not ten."
HEAD = f"Corrected: #1 Harbour!\n{NOTE}"
DAY = timedelta(days=1)


async def correct(
    storage: Storage, number: int = 1, *, label: Label = Label.CORRECTION, now: datetime | None = None
) -> None:
    article = await storage.articles.get(number)
    text = replace(article.text, headline=f"{article.text.headline}!")
    await Publishing(storage, "7").revise(
        number, text, revision=article.revision, note=NOTE, label=label, now=now or system_clock()
    )


async def carried(storage: Storage) -> Progress:
    """Wait until the last correction of article 1 is carried to all messages that were found for it."""
    last = await storage.corrections.find_last(1)
    assert last is not None
    async with asyncio.timeout(20):
        while True:
            progress = await storage.corrections.get_progress(last.id)
            if progress.is_over:
                return progress
            await asyncio.sleep(0.05)


def text_of(chat: Chatting, reader: Reader, message_id: int) -> str:
    text: str = chat.world.messages[reader.chat.id, message_id]["text"]
    return text


async def test_story_briefing_and_sources_follow_a_correction_in_place(storage: Storage) -> None:
    await storage.articles.add([make_text("Harbour"), make_text("Gulls")], now=system_clock(), publish=True)
    async with chatting(storage, system_clock) as chat:
        ada = chat.ada
        greeting, briefing = await ada.say("/start")
        (story,) = await ada.say("/story 1")
        (sources,) = await ada.say("/sources 1")
        (other,) = await ada.say("/story 2")
        await correct(storage)
        assert await carried(storage) == Progress(corrected=3, is_over=True)
        changed = [text_of(chat, ada, each["message_id"]) for each in (story, sources, briefing)]
        assert ["Harbour!" in text for text in changed] == [True, True, True]
        assert f"Correction: {NOTE}" in changed[0]
        assert [text_of(chat, ada, each["message_id"]) for each in (other, greeting)] == [
            other["text"], greeting["text"],
        ]  # fmt: skip
        assert chat.refused() == []


async def test_withdrawn_story_is_replaced_by_a_notice_with_the_reason(storage: Storage) -> None:
    await storage.articles.add([make_text("Harbour"), make_text("Gulls")], now=system_clock(), publish=True)
    async with chatting(storage, system_clock) as chat:
        _, briefing = await chat.ada.say("/start")
        (story,) = await chat.ada.say("/story 1")
        await Publishing(storage, "7").withdraw(1, reason="It was not true.", now=system_clock())
        assert await carried(storage) == Progress(corrected=2, is_over=True)
        notice = "This story has been withdrawn. Reason: It was not true."
        assert text_of(chat, chat.ada, story["message_id"]) == (
            "Harbour\n\nThis story has been withdrawn.\n\nReason: It was not true."
        )
        changed = text_of(chat, chat.ada, briefing["message_id"])
        assert [f"2. {notice}" in changed, "Harbour\n" in changed, "1. Gulls" in changed] == [True, False, True]


async def test_next_briefing_opens_with_the_correction_once_and_only_for_who_got_the_error(storage: Storage) -> None:
    await storage.articles.add([make_text("Harbour")], now=system_clock(), publish=True)
    async with chatting(storage, system_clock) as chat:
        bob = chat.world.add_person("Bob")
        other = Reader(chat.world, bob, chat.world.chats[bob.id], storage)
        await chat.ada.say("/start")
        await correct(storage)
        await carried(storage)
        await storage.articles.add([make_text("Gulls")], now=system_clock(), publish=True)
        (first,) = await chat.ada.say("/briefing")
        await storage.articles.add([make_text("Terns")], now=system_clock(), publish=True)
        (second,) = await chat.ada.say("/briefing")
        *_, of_other = await other.say("/start")
        assert first["text"].startswith(HEAD)
        assert [HEAD in each["text"] for each in (second, of_other)] == [False, False]


async def test_who_turned_the_page_hears_of_what_stood_there_once(storage: Storage) -> None:
    await storage.articles.add([make_text("Harbour"), make_text("Gulls")], now=system_clock(), publish=True)
    async with chatting(storage, system_clock) as chat:
        bob = person(chat, "Bob")
        for reader in (chat.ada, bob):  # neither has a briefing that shows it
            await ensure_private(storage, reader.chat.id)
        (story,) = await chat.ada.say("/story 1")
        await chat.ada.press(story, "Newer ▶")
        (other,) = await bob.say("/story 2")
        await bob.press(other, "◀ Older")  # sees the old text, and turns back
        await bob.press(chat.world.messages[bob.chat.id, other["message_id"]], "Newer ▶")
        await correct(storage)
        assert await carried(storage) == Progress(is_over=True)  # no message shows it
        await correct(storage)
        await carried(storage)
        for reader in (chat.ada, bob):
            (told,) = await reader.say("/briefing")
            assert told["text"].startswith(f"Corrected: #1 Harbour!!\n{NOTE}\n\nCorrected: #1 Harbour!!\n{NOTE}\n")
            await storage.articles.add([make_text("Terns")], now=system_clock(), publish=True)
            (again,) = await reader.say("/briefing")
            assert "Corrected" not in again["text"]


async def ensure_private(storage: Storage, chat_id: int) -> None:
    """Let a chat have briefings from now on, of which none came yet."""
    await storage.chats.ensure(chat_id, kind="private", language="en", now=system_clock())
    await ensure_subscription(
        storage, chat_id, None, preferences=Preferences(), next_occurrence=None, now=system_clock()
    )


async def test_update_and_refile_are_edited_and_nobody_is_told(storage: Storage) -> None:
    await storage.articles.add([make_text("Harbour")], now=system_clock(), publish=True)
    async with chatting(storage, system_clock) as chat:
        await chat.ada.say("/start")
        for label in (Label.UPDATE, Label.REFILE):
            await correct(storage, label=label)
            await carried(storage)
        place = (chat.ada.chat.id, None)
        assert await storage.notices.list([place]) == {}
        (story,) = await chat.ada.say("/story 1")
        assert (f"Update: {NOTE}" in story["text"], story["text"].count(NOTE)) == (True, 1)


async def subscribe(storage: Storage, chat_id: int = 5) -> None:
    await storage.chats.ensure(chat_id, kind="private", language="en", now=NOW)
    slots = (Slot(time(8)),)
    first = next_occurrence(slots, ZoneInfo("UTC"), now=NOW - timedelta(minutes=1))
    await ensure_subscription(
        storage, chat_id, None, preferences=Preferences(slots=slots), next_occurrence=first, now=NOW
    )


async def deliver(storage: Storage, now: datetime, outcome: Outcome = Outcome.SENT) -> str | None:
    """Plan what is due, claim it, and let it end so; return what it says."""
    planner = make_planner(storage)
    _ = [each async for each in planner.plan_due(now)]
    claims = await storage.deliveries.turn("w", [], limit=5, now=now, resends=False)
    if not claims:
        return None
    (claim,) = claims
    composition = (await storage.compositions.list([claim.composition_id or 0]))[claim.composition_id or 0]
    await storage.deliveries.turn("w", [_result(claim, outcome, now)], limit=0, now=now, resends=False)
    return composition.bodies[0]


def _result(claim: Claim, outcome: Outcome, now: datetime) -> Result:
    sent_id = claim.delivery_id if outcome is Outcome.SENT else None
    return Result(claim, outcome, now, message_id=sent_id)


async def find_messages(storage: Storage, now: datetime) -> None:
    while await storage.corrections.queue_some(now=now) is not None:
        pass


async def test_scheduled_briefing_tells_a_correction_though_nothing_is_new(storage: Storage) -> None:
    await storage.articles.add([make_text("Harbour")], now=NOW - timedelta(minutes=5), publish=True)
    await subscribe(storage)
    assert "Harbour" in (await deliver(storage, NOW) or "")
    await correct(storage, now=NOW + timedelta(hours=1))
    await find_messages(storage, NOW + timedelta(hours=1))
    said = await deliver(storage, NOW + DAY)
    assert said is not None
    assert NOTE in said
    assert await deliver(storage, NOW + 2 * DAY) is None


async def test_notices_name_the_article_as_it_is_called_now(storage: Storage) -> None:
    await storage.articles.add([make_text("Harbour")], now=NOW - timedelta(minutes=5), publish=True)
    await subscribe(storage)
    await deliver(storage, NOW)
    await correct(storage, now=NOW + timedelta(hours=1))
    await correct(storage, label=Label.UPDATE, now=NOW + timedelta(hours=2))
    await find_messages(storage, NOW + timedelta(hours=2))
    (notice,) = (await storage.notices.list([(5, None)]))[5, None]
    assert (notice.headline, notice.note) == ("Harbour!!", NOTE)


async def test_notice_whose_briefing_was_refused_is_told_with_the_next_one(storage: Storage) -> None:
    await storage.articles.add([make_text("Harbour")], now=NOW - timedelta(minutes=5), publish=True)
    await subscribe(storage)
    await deliver(storage, NOW)
    await correct(storage, now=NOW + timedelta(hours=1))
    await find_messages(storage, NOW + timedelta(hours=1))
    refused = await deliver(storage, NOW + DAY, Outcome.SKIPPED)
    again = await deliver(storage, NOW + 2 * DAY)
    assert [NOTE in (each or "") for each in (refused, again)] == [True, True]
    assert await deliver(storage, NOW + 3 * DAY) is None


async def test_message_that_arrived_while_its_text_was_corrected_is_edited_too(storage: Storage) -> None:
    await storage.articles.add([make_text("Harbour")], now=NOW - timedelta(minutes=5), publish=True)
    await subscribe(storage)
    planner = make_planner(storage)
    _ = [each async for each in planner.plan_due(NOW)]
    (claim,) = await storage.deliveries.turn("w", [], limit=5, now=NOW, resends=False)
    await correct(storage, now=NOW)
    await find_messages(storage, NOW + timedelta(minutes=5))  # both passes: nothing stands in any chat yet
    answered, later = NOW + timedelta(seconds=20), NOW + timedelta(minutes=6)  # the database was away meanwhile
    await storage.deliveries.turn("w", [_result(claim, Outcome.SENT, answered)], limit=0, now=later, resends=False)
    edits = await storage.deliveries.turn("w", [], limit=5, now=later, resends=False, kinds=(DeliveryKind.EDIT,))
    assert [(each.chat_id, each.edits) for each in edits] == [(5, claim.delivery_id)]


async def test_edit_is_made_again_where_nobody_knows_and_never_ends_uncertain(storage: Storage) -> None:
    await storage.articles.add([make_text("Harbour")], now=NOW - timedelta(minutes=5), publish=True)
    await subscribe(storage)
    await deliver(storage, NOW)
    await correct(storage, now=NOW)
    await find_messages(storage, NOW)
    kinds = (DeliveryKind.EDIT,)
    (edit,) = await storage.deliveries.turn("w", [], limit=5, now=NOW, resends=False, kinds=kinds)
    unknown = Result(edit, Outcome.UNCERTAIN, NOW, reason="no answer", retry_at=NOW)
    (again,) = await storage.deliveries.turn("w", [unknown], limit=5, now=NOW, resends=False, kinds=kinds)
    await storage.deliveries.recover(now=NOW, resends=False)  # worker w never had a lease: it is dead
    (third,) = await storage.deliveries.turn("v", [], limit=5, now=NOW, resends=False, kinds=kinds)
    assert [each.edits for each in (again, third)] == [edit.edits, edit.edits]


async def test_deleted_messages_and_chats_that_left_are_counted_and_not_tried_again(storage: Storage) -> None:
    await storage.articles.add([make_text("Harbour")], now=system_clock(), publish=True)
    async with chatting(storage, system_clock) as chat:
        people = [chat.ada, *(Reader(chat.world, each, chat.world.chats[each.id], storage) for each in _others(chat))]
        stories = [(await reader.say("/story 1"))[0] for reader in people]
        del chat.world.messages[people[0].chat.id, stories[0]["message_id"]]
        await storage.chats.set_state(people[1].chat.id, ChatState.BLOCKED)
        people[2].person.has_blocked = True  # nobody has told us yet
        await correct(storage)
        assert await carried(storage) == Progress(corrected=1, gone=3, is_over=True)
        assert "Harbour!" in text_of(chat, people[3], stories[3]["message_id"])
        calls = [call for call in chat.world.calls if call[0] == "editMessageText"]
        assert len(calls) == 3


def _others(chat: Chatting) -> list[Person]:
    return [chat.world.add_person(name) for name in ("Bob", "Cleo", "Dan")]


async def test_what_may_have_arrived_is_out_of_reach_and_its_chat_is_told(storage: Storage) -> None:
    await storage.articles.add([make_text("Harbour")], now=NOW - timedelta(minutes=5), publish=True)
    await subscribe(storage)
    await deliver(storage, NOW, Outcome.UNCERTAIN)
    await correct(storage, now=NOW)
    await find_messages(storage, NOW)
    last = await storage.corrections.find_last(1)
    assert last is not None
    assert await storage.corrections.get_progress(last.id) == Progress(out_of_reach=1, is_over=True)
    assert NOTE in (await deliver(storage, NOW + DAY) or "")
