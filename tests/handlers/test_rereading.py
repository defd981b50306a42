"""Briefings that people read again: by number, by day, and what they type or send in between."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.clock import system_clock
from bot.demo.botapi import people
from storage.model import Bullet, Source
from storage.store import Storage
from tests.chatting import Chatting, chatting
from tests.delivery.test_corrections import carried, correct
from tests.desking import last
from tests.make import make_png, make_text

PNG = make_png(64, 48)
LONG = "Point with many words that fill the message so that it is sent in parts. " * 5


async def publish(storage: Storage, *headlines: str, points: int = 2) -> None:

    bullets = tuple(Bullet(text=LONG) for _ in range(points))
    texts = [make_text(headline, bullets=bullets) for headline in headlines]
    await storage.articles.add(texts, now=system_clock(), publish=True)


async def test_number_finds_its_story_whichever_message_of_the_briefing_it_answers(storage: Storage) -> None:
    await publish(storage, "One", "Two", "Three", "Four", "Five", points=6)
    async with chatting(storage, system_clock) as chat:
        await chat.ada.say("/start")
        briefing = [key for key in chat.world.messages if key[0] == chat.ada.chat.id][2:]
        assert len(briefing) > 1
        for key in briefing:
            for number, headline in ((1, "Five"), (5, "One")):
                (story, *_) = await chat.ada.say(str(number), reply_to=key[1])
                assert story["text"].startswith(f"{headline}\n")
        (story, *_) = await chat.ada.say("٥")  # of the last briefing, in anybody's digits
        assert story["text"].startswith("One\n")
        (story, *_) = await chat.ada.say("#3")
        assert story["text"].startswith("Three\n")
        assert (await chat.ada.say("9"))[0]["text"] == "There is no number 9 in this briefing."


async def test_number_without_a_briefing_says_what_to_do(storage: Storage) -> None:
    async with chatting(storage, system_clock) as chat:
        assert (await chat.ada.say("1"))[0]["text"] == "Which briefing? Reply to it with 1, and I open that story."


async def test_yesterdays_briefing_is_shown_again_as_corrected(storage: Storage) -> None:
    await publish(storage, "Harbour", "Gulls")

    def yesterday() -> datetime:
        return system_clock() - timedelta(days=1)

    async with chatting(storage, yesterday) as chat:
        await chat.ada.say("/start")
    await correct(storage)
    async with chatting(storage, system_clock, world=chat.world) as chat:
        await carried(storage)
        (briefing,) = await chat.ada.say("/briefing yesterday")
        first, *_ = briefing["text"].split("\n\n")
        assert (first.startswith("Briefing of "), first.endswith(", as corrected")) == (True, True)
        assert ("Harbour!" in briefing["text"], "Gulls" in briefing["text"]) == (True, True)
        (story, *_) = await chat.ada.say("1", reply_to=briefing["message_id"])
        assert story["text"].startswith("Gulls\n")
        assert (await chat.ada.say("/briefing someday"))[0]["text"].startswith("Which day? Try /briefing yesterday")
        assert (await chat.ada.say("/briefing tomorrow"))[0]["text"].startswith("Which day?")
        assert (await chat.ada.say("/briefing 2020-01-01"))[0]["text"].startswith("I keep briefings for 30 days.")
        assert (await chat.ada.say("/briefing 3 days ago"))[0]["text"].startswith("No briefing came on ")


async def test_words_are_looked_for_and_media_are_answered(storage: Storage) -> None:
    await publish(storage, "Harbour ferries", "Gulls")
    async with chatting(storage, system_clock) as chat:
        ada = chat.ada
        assert (await ada.say("ferries -zebra"))[0]["text"].startswith("Search: ferries -zebra\n\nHarbour ferries\n")
        for kind in ("sticker", "voice"):
            send(chat, {kind: {"file_id": "1", "file_unique_id": "1", "duration": 1, "width": 1, "height": 1,
                               "type": "regular", "is_animated": False, "is_video": False}})  # fmt: skip
            await ada.settled()
            assert last(ada)["text"].startswith("I read words, numbers and commands.")
        people.send_photo(chat.world, ada.person, PNG, "/story 1")
        await ada.settled()
        assert last(ada)["text"].startswith("Harbour ferries\n")
        count = len(chat.world.messages)
        send(chat, {"text": "Harbour ferries", "via_bot": chat.world.bot})
        await ada.settled()
        assert len(chat.world.messages) == count + 1  # nothing is said to our own card


async def test_command_that_was_mended_is_answered_and_other_edits_are_not(storage: Storage) -> None:
    await publish(storage, "Harbour ferries")
    async with chatting(storage, system_clock) as chat:
        await chat.ada.say("/stroy 1")
        edit(chat, "/story 1")
        await chat.ada.settled()
        assert last(chat.ada)["text"].startswith("Harbour ferries\n")
        count = len(chat.world.messages)
        edit(chat, "good morning")
        await chat.ada.settled()
        assert len(chat.world.messages) == count


def send(chat: Chatting, content: dict[str, Any]) -> None:
    message = chat.world.post(chat.ada.chat, chat.ada.person.user(), content)
    chat.world.queue_update("message", message)


def edit(chat: Chatting, text: str) -> None:
    message = {"message_id": 1, "date": 1, "edit_date": 2, "chat": chat.ada.chat.chat(), "from": chat.ada.person.user()}
    entity = {"type": "bot_command", "offset": 0, "length": 6}
    chat.world.queue_update("edited_message", {**message, "text": text, "entities": [entity]})


@pytest.mark.parametrize(
    "typed", ["/schedule 1 2 3 4 5 6 7 8 9", "/schedule 25:00", "/pause soon", "/schedule mon-fri 8 sat"]
)
async def test_what_cannot_be_done_is_said_and_changes_nothing(storage: Storage, typed: str) -> None:
    async with chatting(storage, system_clock) as chat:
        await chat.ada.say("/start")
        before = await storage.subscriptions.get(chat.ada.chat.id, None)
        (answer,) = await chat.ada.say(typed)
        assert answer["text"].startswith(("That is 9 times, and there is room for 8.", "I did not understand"))
        assert await storage.subscriptions.get(chat.ada.chat.id, None) == before


async def test_days_alone_are_for_the_times_there_are_and_quiet_hours_are_shown(storage: Storage) -> None:
    async with chatting(storage, system_clock) as chat:
        await chat.ada.say("/start")
        assert "Times: 08:00 on weekdays" in (await chat.ada.say("/schedule mon-fri"))[0]["text"]
        assert (await chat.ada.say("/schedule quiet"))[0]["text"].startswith("No quiet hours are set.")
        await chat.ada.say("/schedule quiet 22 - 7")
        assert (await chat.ada.say("/schedule quiet"))[0]["text"].startswith("Quiet hours: 22:00–07:00.")
        assert "Quiet hours" not in (await chat.ada.say("/schedule quiet off"))[0]["text"]
        assert "Time zone: UTC+3" in (await chat.ada.say("/schedule UTC+3"))[0]["text"]
        (asked,) = await chat.ada.say("/schedule Hyderabad")
        await chat.ada.press(asked, "Hyderabad, Pakistan")
        assert (await storage.subscriptions.get(chat.ada.chat.id, None)).preferences.zone == "Asia/Karachi"


async def test_one_outlet_alone_is_said_in_the_briefing(storage: Storage) -> None:
    alone = (Source(outlet="The Harbour Gazette", url="https://gazette.example/1"),)
    await storage.articles.add([make_text("Alone", sources=alone, bullets=())], now=system_clock(), publish=True)
    async with chatting(storage, system_clock) as chat:
        _, briefing = await chat.ada.say("/start")
        assert "Credited from: The Harbour Gazette · One outlet" in briefing["text"]
