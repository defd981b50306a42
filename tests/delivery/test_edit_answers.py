"""What follows from the answer to an edit, whatever it is; and edits of chats that refuse for now, move, or turn pages."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.clock import system_clock
from bot.delivery.answers import Answer, read_edited
from bot.delivery.edit_answers import LONGEST_PAUSE_SECONDS, follow_up, pause_seconds
from bot.delivery.prepared import Edit, Prepared
from bot.demo.botapi import server
from bot.demo.botapi.faults import Odd
from bot.demo.botapi.members import migrate
from storage.model import Claim, DeliveryKind, Outcome, Preferences, Progress, RefusalKind
from storage.store import Storage
from tests.chatting import chatting
from tests.delivery.test_corrections import NOTE, carried, correct
from tests.desking import person, until
from tests.make import ensure_subscription, make_planner, make_text

WAYS = (Edit("editMessageMedia", b""), Edit("editMessageMedia", b""), Edit("editMessageCaption", b"", is_whole=False))
PASSING = ("TOPIC_CLOSED", "not enough rights to send text messages to the chat", "chat not found")


def prepared(part: int, *, epoch: int = 1, ways: tuple[Edit, ...] = WAYS) -> Prepared:
    claim = Claim(1, epoch, -5, None, None, part, is_silent=True, kind=DeliveryKind.EDIT, edits=9)
    return Prepared(claim, (), 0.0, edits=ways)


def refusal(description: str) -> Answer:
    return read_edited(400, f'{{"ok":false,"error_code":400,"description":"Bad Request: {description}"}}'.encode())


@given(
    part=st.integers(0, 5),
    epoch=st.integers(1, 10**6),
    outcome=st.sampled_from(list(Outcome)),
    refused=st.sampled_from([None, *RefusalKind]),
)
def test_every_answer_ends_an_edit_or_names_what_is_tried_next(
    part: int, epoch: int, outcome: Outcome, refused: RefusalKind | None
) -> None:
    answer = Answer(outcome, reason="r", refusal=refused if outcome is Outcome.REFUSED else None)
    after, going_on = follow_up(prepared(part, epoch=epoch), answer)
    assert after.refusal is None  # of the message, not of the chat
    assert 0 <= going_on.claim.part <= max(part, len(WAYS) - 1)
    assert after.retry_after_seconds <= LONGEST_PAUSE_SECONDS
    if outcome not in (Outcome.SENT, Outcome.REFUSED):
        assert (after, going_on.claim.part) == (answer, part)


def test_refused_picture_is_tried_the_next_way_and_a_caption_alone_is_not_all() -> None:
    after, going_on = follow_up(prepared(0), refusal("IMAGE_PROCESS_FAILED"))
    assert (after.outcome, going_on.claim.part, after.retry_after_seconds) == (Outcome.LATER, 1, 0.0)
    after, going_on = follow_up(prepared(2, epoch=3), Answer(Outcome.SENT))
    assert (after.outcome, going_on.claim.part, after.retry_after_seconds) == (Outcome.LATER, 0, 480.0)
    whole = (Edit("editMessageCaption", b""),)
    assert follow_up(prepared(0, ways=whole), Answer(Outcome.SENT))[0].outcome is Outcome.SENT
    assert follow_up(prepared(0, ways=whole), refusal("MEDIA_CAPTION_TOO_LONG"))[0].outcome is Outcome.REFUSED


@pytest.mark.parametrize("words", PASSING)
def test_what_a_chat_refuses_for_now_is_tried_again_ever_more_rarely(words: str) -> None:
    after, going_on = follow_up(prepared(1, epoch=1), refusal(words))
    assert (after.outcome, going_on.claim.part, after.retry_after_seconds) == (Outcome.LATER, 0, 120.0)
    pauses = [pause_seconds(epoch) for epoch in range(1, 20)]
    assert (pauses == sorted(pauses), pauses[-1]) == (True, LONGEST_PAUSE_SECONDS)


def test_message_that_is_gone_is_gone_whichever_way_was_tried() -> None:
    after, _ = follow_up(prepared(0), refusal("message to edit not found"))
    assert (after.outcome, after.reason) == (Outcome.REFUSED, "gone: Bad Request: message to edit not found")


async def test_edits_wait_for_a_group_that_takes_nothing_now(storage: Storage) -> None:
    await storage.articles.add([make_text("Harbour")], now=system_clock(), publish=True)
    async with chatting(storage, system_clock) as chat:
        group = chat.group
        (story,) = await group.say("/story 1")
        await ensure_subscription(
            storage, group.chat.id, None, preferences=Preferences(), next_occurrence=None, now=system_clock()
        )
        flood = b'{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 2",'
        flood += b'"parameters":{"retry_after":2}}'
        chat.world.faults.odd["editMessageText"].append(Odd(flood, 429))
        await correct(storage)
        await asyncio.sleep(1)
        await storage.articles.add([make_text("Gulls")], now=system_clock(), publish=True)
        group.chat.may_write = False
        await make_planner(storage).plan_now(system_clock())  # the briefing is refused
        await until(lambda: _has_refusal(storage, group.chat.id))
        group.chat.may_write = True
        assert (await carried(storage)).corrected == 1
        assert "Harbour!" in chat.world.messages[group.chat.id, story["message_id"]]["text"]


async def _has_refusal(storage: Storage, chat_id: int) -> bool:
    return (await storage.subscriptions.get(chat_id, None)).refusal is not None


async def test_messages_of_a_group_that_moved_are_left_and_its_people_told(storage: Storage) -> None:
    await storage.articles.add([make_text("Harbour")], now=system_clock(), publish=True)
    async with chatting(storage, system_clock) as chat:
        old = chat.group.chat
        old.type = "group"
        (story,) = await chat.group.say("/story 1")
        await ensure_subscription(
            storage, old.id, None, preferences=Preferences(), next_occurrence=None, now=system_clock()
        )
        await until(lambda: storage.messages.find(old.id, story["message_id"]))
        new = migrate(chat.world, old, -100777)
        await correct(storage)
        assert await carried(storage) == Progress(gone=1, is_over=True)
        await storage.articles.add([make_text("Gulls")], now=system_clock(), publish=True)
        await make_planner(storage).plan_now(system_clock())

        async def is_sent() -> bool:
            return (new.id, 1) in chat.world.messages

        await until(is_sent)
        briefing = chat.world.messages[new.id, 1]["text"]
        await correct(storage)  # the supergroup numbers its messages anew: none is taken for one of the group's
        assert (await carried(storage)).corrected == 1
        assert briefing.startswith(f"Corrected: #1 Harbour!\n{NOTE}")
        assert chat.world.messages[old.id, story["message_id"]]["text"] == story["text"]
        assert "Harbour!!" not in chat.world.messages[new.id, 1]["text"].splitlines()[-1]


async def test_forum_that_got_the_error_in_another_topic_is_told_where_its_briefings_come(storage: Storage) -> None:
    await storage.articles.add([make_text("Harbour")], now=system_clock(), publish=True)
    async with chatting(storage, system_clock) as chat:
        group = chat.group
        group.chat.is_forum = True
        await storage.chats.ensure(group.chat.id, kind="supergroup", language="en", now=system_clock())
        await ensure_subscription(
            storage, group.chat.id, 7, preferences=Preferences(), next_occurrence=None, now=system_clock()
        )
        await group.say("/story 1")
        await correct(storage)
        await carried(storage)
        place = (group.chat.id, 7)
        assert [notice.note for notice in (await storage.notices.list([place]))[place]] == [NOTE]


async def test_page_turned_during_an_edit_shows_the_newest_text_in_the_end(
    storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, calls, edit = asyncio.Event(), [0], server.METHODS["editMessageText"]

    async def slow(world: Any, parameters: Any) -> Any:
        calls[0] += 1
        if calls[0] == 1:
            begun.set()
            await asyncio.sleep(1.0)
        return await edit(world, parameters)

    for headline in ("First", "Second"):
        await storage.articles.add([make_text(headline)], now=system_clock(), publish=True)
    async with chatting(storage, system_clock) as chat:
        monkeypatch.setitem(server.METHODS, "editMessageText", slow)
        bob = person(chat, "Bob")
        (story,) = await bob.say("/story 2")
        key = (bob.chat.id, story["message_id"])
        await correct(storage, 2)
        await begun.wait()
        await bob.press(chat.world.messages[key], "◀ Older")

        async def is_settled() -> bool:
            message = await storage.messages.find(*key)
            return bool(
                message and chat.world.messages[key]["text"].startswith("First\n") and message.articles[0].revision
            )

        await asyncio.sleep(1.5)
        await until(is_settled)


async def test_edit_that_rests_holds_up_no_other_of_its_chat(storage: Storage) -> None:
    await storage.articles.add([make_text("Harbour"), make_text("Gulls")], now=system_clock(), publish=True)
    async with chatting(storage, system_clock) as chat:
        bob = person(chat, "Bob")
        stories = [(await bob.say(f"/story {number}"))[0] for number in (1, 2)]
        closed = b'{"ok":false,"error_code":400,"description":"Bad Request: TOPIC_CLOSED"}'
        chat.world.faults.odd["editMessageText"].append(Odd(closed, 400))
        await correct(storage, 1)
        await until(lambda: _is_resting(storage))
        await correct(storage, 2)

        async def is_edited() -> bool:
            return "Gulls!" in chat.world.messages[bob.chat.id, stories[1]["message_id"]]["text"]

        await until(is_edited)
        assert chat.world.messages[bob.chat.id, stories[0]["message_id"]]["text"] == stories[0]["text"]


async def _is_resting(storage: Storage) -> bool:
    deliveries = await storage.deliveries.list(None, limit=9)
    return any(each.due_at > system_clock() + timedelta(seconds=60) for each in deliveries)
