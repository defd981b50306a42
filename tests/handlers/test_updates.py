"""Updates on their way in: ids that begin anew, a second program with the token, and answers to what the bot says."""

import asyncio
from typing import Any

import pytest

from bot.demo.botapi.faults import Odd
from bot.demo.botapi.world import World
from bot.errors import AnotherInstance, TelegramRefused
from storage.model import NewUpdate
from storage.store import Storage
from tests.chatting import Chatting
from tests.handlers.test_odd_answers import NO_ANSWERS, found, good, polled, polling, refused
from tests.make import NOW

NOT_REFUSED = [shape for shape in NO_ANSWERS if NO_ANSWERS[shape].status != 400]


def queue(world: World, *updates: dict[str, Any]) -> None:
    """Let updates with ids of their own wait."""
    world.updates.extend(updates)
    world.update_arrived.set()


@pytest.mark.parametrize("first", [5, 999_000, 1_000_000, 1_000_002, 2_000_000])
async def test_ids_that_begin_anew_lose_no_update(storage: Storage, first: int) -> None:
    async with polling(storage) as (world, poller):
        running = asyncio.ensure_future(poller.run())
        for start, known in ((1_000_000, 3), (first, 6)):
            queue(world, *(good(start + number, f"{known} {number}") for number in range(3)))
            async with asyncio.timeout(10):
                while world.updates or sum((await storage.inbox.count()).values()) < known:
                    await asyncio.sleep(0.01)
        poller.stop()
        await running
    assert (await storage.inbox.count())["waiting"] == 6


async def test_updates_that_come_again_are_kept_once(storage: Storage) -> None:
    async with polling(storage) as (world, poller):
        for batch in ([good(7), good(8)], [good(8), good(7)], [good(8), good(3)], [good(3)]):
            world.faults.odd["getUpdates"].append(Odd(found(*batch)))
        queue(world, good(9))
        await polled(world, poller, storage, waiting=4)


async def test_receiving_counts_what_is_new(storage: Storage) -> None:
    def new(update_id: int | None, content: bytes) -> NewUpdate:
        return NewUpdate(update_id=update_id, lane="chat 1", sender="person 1", content=content)

    counts = [
        await storage.inbox.receive(batch, now=NOW)
        for batch in (
            [],
            [new(1, b"a"), new(2, b"b"), new(None, b"c")],
            [new(1, b"a"), new(3, b"d"), new(None, b"c")],
            [new(1, b"another"), new(2, b"b")],
            [new(1, b"another")],
        )
    ]
    assert counts == [0, 3, 2, 1, 0]


async def test_newcomer_ends_where_another_program_polls(
    sqlite_storage: Storage, caplog: pytest.LogCaptureFixture
) -> None:
    async with polling(sqlite_storage) as (world, poller):
        world.faults.odd["getUpdates"].extend([refused(409)] * 200)
        with pytest.raises(AnotherInstance):
            await asyncio.wait_for(poller.run(), 20)
    assert [record.getMessage() for record in caplog.records if record.name == "dateline.updates"] == [
        "another program polls with this token: No"
    ]


@pytest.mark.parametrize("status", [401, 404])
async def test_refused_token_ends_the_polling(sqlite_storage: Storage, status: int) -> None:
    async with polling(sqlite_storage) as (world, poller):
        world.faults.odd["getUpdates"].append(refused(status))
        with pytest.raises(TelegramRefused):
            await asyncio.wait_for(poller.run(), 20)


@pytest.mark.parametrize("shape", NOT_REFUSED)
async def test_odd_answer_to_a_reply_is_tried_again(chat: Chatting, shape: str) -> None:
    chat.world.faults.odd["sendMessage"].append(NO_ANSWERS[shape])
    (answer,) = await chat.ada.say("/help")
    assert answer["text"].startswith("What I can do")


@pytest.mark.parametrize("shape", NOT_REFUSED)
async def test_odd_answers_to_a_press_leave_it_done_and_answered(chat: Chatting, shape: str) -> None:
    (settings,) = await chat.ada.say("/settings")
    for method in ("editMessageText", "answerCallbackQuery"):
        chat.world.faults.odd[method].append(NO_ANSWERS[shape])
    toast = await chat.ada.press_raw(settings, "switch:silent:on")
    await chat.ada.settled()
    own = await chat.storage.subscriptions.get(chat.ada.chat.id, None)
    assert (toast, own.preferences.is_silent) == ({}, True)
    assert "✓ Silent" in str(chat.world.messages[chat.ada.chat.id, settings["message_id"]]["reply_markup"])


@pytest.mark.parametrize("shape", ["not ok", "result null", "truncated", "a page (404)", "wait a text"])
async def test_odd_answer_about_a_member_is_asked_again(chat: Chatting, shape: str) -> None:
    chat.world.faults.odd["getChatMember"].append(NO_ANSWERS[shape])
    (answer,) = await chat.group.say("/settings")
    assert answer["text"].startswith("Settings\n")
