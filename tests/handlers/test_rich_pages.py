"""Stories as native pages: one message, in the best form that was surely possible; corrections reach them."""

from typing import Any

import pytest

from bot.clock import system_clock
from bot.demo.botapi.faults import Odd
from bot.publishing import Publishing
from storage.model import Shows
from storage.store import Storage
from tests.chatting import Chatting, chatting, labels
from tests.delivery.test_corrections import carried, correct
from tests.desking import last
from tests.make import make_text

LONG = tuple(f"Paragraph {place} of a long story about the harbour. [1]" * 12 for place in range(1, 12))


def refusal(code: int, description: str) -> Odd:
    return Odd(f'{{"ok":false,"error_code":{code},"description":"{description}"}}'.encode(), code)


async def want_rich(chat: Chatting) -> None:
    await chat.ada.say("/settings")
    await chat.ada.press(last(chat.ada), "Native story pages")
    assert "✓ Native story pages" in [each for row in labels(last(chat.ada)) for each in row]


def calls(chat: Chatting, method: str) -> int:
    return sum(call[0] == method for call in chat.world.calls)


def is_rich(message: dict[str, Any]) -> bool:
    return "rich_message" in message


async def publish(storage: Storage) -> None:
    await storage.articles.add([make_text("Harbour", body=LONG), make_text("Gulls")], now=system_clock(), publish=True)


async def test_story_is_one_native_page_whose_buttons_work(storage: Storage) -> None:
    await publish(storage)
    async with chatting(storage, system_clock) as chat:
        await want_rich(chat)
        (story,) = await chat.ada.say("/story 1")
        assert is_rich(story)
        assert [block["type"] for block in story["rich_message"]["blocks"]][:3] == ["heading", "paragraph", "list"]
        assert labels(story) == [
            ["Sources (2)", "Share", "Save"], ["Newer ▶"], ["Follow", "👍", "👎"], ["Report a mistake"],
        ]  # fmt: skip
        await chat.ada.press(story, "Save")
        assert labels(story)[0][2] == "Saved"
        await chat.ada.press(story, "Newer ▶")
        assert story["rich_message"]["blocks"][0]["text"] == "Gulls"
        await chat.ada.press(story, "Sources (2)")
        assert last(chat.ada)["text"].startswith("Sources\nGulls")
        await chat.ada.press(last(chat.ada), "Story")
        assert is_rich(last(chat.ada))
        assert chat.refused() == []


@pytest.mark.parametrize("code", [400, 404])
async def test_refused_page_is_sent_in_the_classic_form_and_not_tried_again(storage: Storage, code: int) -> None:
    await publish(storage)
    async with chatting(storage, system_clock) as chat:
        await want_rich(chat)
        said = "Bad Request: RICH_MESSAGE_DEPTH_INVALID" if code == 400 else "Not Found"
        chat.world.faults.odd["sendRichMessage"].append(refusal(code, said))
        for _ in range(3):
            (story,) = await chat.ada.say("/story 1")
            assert (is_rich(story), story["text"].startswith("Harbour\n")) == (False, True)
            assert "1/2 ▶" in [each for row in labels(story) for each in row]
        assert calls(chat, "sendRichMessage") == 0  # the odd answer alone met one
        (story,) = await chat.ada.say("/story 2")
        assert is_rich(story) == (code == 400)


@pytest.mark.parametrize("fault", ["hang", "reset_after", "html", "hang_before", "reset_before", "500"])
async def test_page_that_may_have_arrived_is_never_sent_again(storage: Storage, fault: str) -> None:
    await publish(storage)
    async with chatting(storage, system_clock) as chat:
        await want_rich(chat)
        chat.world.faults.hang_seconds = 0.2
        chat.world.faults.by_chat[chat.ada.chat.id] = fault
        said = await chat.ada.say("/story 1")
        chat.world.faults.by_chat.clear()
        is_carried_out = fault in ("hang", "reset_after", "html")
        assert [is_rich(each) for each in said] == [True] * is_carried_out
        assert calls(chat, "sendMessage") == 1  # the settings


async def test_refusal_for_the_chats_sake_condemns_no_page(storage: Storage) -> None:
    await publish(storage)
    async with chatting(storage, system_clock) as chat:
        await want_rich(chat)
        chat.world.faults.odd["sendRichMessage"].append(refusal(400, "Bad Request: not enough rights"))
        (story,) = await chat.ada.say("/story 1")
        assert not is_rich(story)
        (story,) = await chat.ada.say("/story 1")
        assert is_rich(story)


async def test_correction_and_withdrawal_reach_native_pages(storage: Storage) -> None:
    await publish(storage)
    async with chatting(storage, system_clock) as chat:
        await want_rich(chat)
        (story,) = await chat.ada.say("/story 1")
        message = await storage.messages.find(chat.ada.chat.id, story["message_id"])
        assert message is not None
        assert message.shows is Shows.RICH_STORY
        await correct(storage)
        await carried(storage)
        assert is_rich(story)
        text = str(story["rich_message"])
        assert ("Harbour!" in text, "Correction: Four boats" in text) == (True, True)
        await Publishing(storage, "7").withdraw(1, reason="It was not true.", now=system_clock())
        await carried(storage)
        assert (is_rich(story), story["text"].startswith("Harbour!\n\nThis story has been withdrawn.")) == (False, True)


async def test_operator_can_do_without_native_pages(storage: Storage) -> None:
    await publish(storage)
    async with chatting(storage, system_clock, telegram={"rich_messages": False}) as chat:
        (settings,) = await chat.ada.say("/settings")
        assert "Native story pages" not in [each for row in labels(settings) for each in row]
