"""Stories and sources under a group's briefing open for whoever presses, and nobody else sees anything."""

import asyncio
from typing import Any

import pytest

from bot.clock import system_clock
from bot.demo.botapi import people
from bot.demo.botapi.faults import Odd
from bot.demo.botapi.world import Chat, Person
from storage.store import Storage
from tests.chatting import Chatting, chatting, labels
from tests.make import make_text

NO_RIGHTS = Odd(b'{"ok":false,"error_code":400,"description":"Bad Request: not enough rights"}', 400)


async def publish(storage: Storage) -> None:
    await storage.articles.add([make_text("Harbour"), make_text("Gulls")], now=system_clock(), publish=True)


async def post_briefing(chat: Chatting) -> dict[str, Any]:
    (briefing,) = await chat.group.say("/briefing@dateline_bot")
    assert labels(briefing) == [["1", "2"]]
    return briefing


def public(chat: Chatting) -> dict[tuple[int, int], str]:
    return {key: str(message) for key, message in chat.world.messages.items()}


async def press(chat: Chatting, person: Person, place: Chat, message: dict[str, Any], data: str) -> dict[str, Any]:
    return await people.press(chat.world, person, place, message["message_id"], data)


async def test_each_of_twenty_people_sees_their_own_and_the_group_sees_nothing(storage: Storage) -> None:
    await publish(storage)
    async with chatting(storage, system_clock) as chat:
        briefing = await post_briefing(chat)
        crowd = [chat.world.add_person(f"Reader {number}", "en") for number in range(20)]
        group = chat.group.chat
        group.members |= {person.id for person in crowd}
        before = public(chat)
        for turn in range(10):
            data = f"story:{1 + turn % 2}" if turn < 8 else "sources:1"
            answers = await asyncio.gather(*(press(chat, person, group, briefing, data) for person in crowd))
            assert answers == [{}] * 20
        await chat.group.settled()
        assert public(chat) == before
        shown = {person.id: [] for person in crowd}  # type: dict[int, list[str]]
        for person_id, message in chat.world.ephemeral:
            shown[person_id].append(message["text"].split("\n")[0])
        assert set(map(tuple, shown.values())) == {(*["Harbour", "Gulls"] * 4, "Sources", "Sources")}
        assert chat.refused() == []


async def test_server_without_them_is_asked_once_and_stories_open_in_private(storage: Storage) -> None:
    await publish(storage)
    async with chatting(storage, system_clock) as chat:
        chat.world.knows_ephemeral = False
        briefing = await post_briefing(chat)
        before = public(chat)
        for data, payload in (("story:1", "story_1"), ("story:2", "story_2"), ("sources:1", "sources_1")):
            answer = await press(chat, chat.ada.person, chat.group.chat, briefing, data)
            assert answer == {"url": f"https://t.me/dateline_bot?start={payload}"}
        assert (public(chat), chat.world.ephemeral) == (before, [])
        assert [(method, status) for method, _, status in chat.refused()] == [("deleteEphemeralMessage", 404)]
        (sources,) = await chat.ada.say("/start sources_1")
        assert sources["text"].startswith("Sources\nHarbour")


async def test_server_that_shows_them_to_everybody_does_so_once_and_not_for_long(storage: Storage) -> None:
    await publish(storage)
    async with chatting(storage, system_clock) as chat:
        chat.world.shows_ephemeral = False
        briefing = await post_briefing(chat)
        before = public(chat)
        for data, payload in (("story:1", "story_1"), ("story:2", "story_2")):
            answer = await press(chat, chat.ada.person, chat.group.chat, briefing, data)
            assert answer == {"url": f"https://t.me/dateline_bot?start={payload}"}
        assert public(chat) == before
        assert [method for method, *_ in chat.world.calls if method in ("sendMessage", "deleteMessage")][-2:] == [
            "sendMessage", "deleteMessage",
        ]  # fmt: skip


async def test_chat_that_refuses_them_is_asked_once(storage: Storage) -> None:
    await publish(storage)
    async with chatting(storage, system_clock) as chat:
        briefing = await post_briefing(chat)
        chat.world.faults.odd["sendMessage"].append(NO_RIGHTS)
        for _ in range(3):
            answer = await press(chat, chat.ada.person, chat.group.chat, briefing, "story:1")
            assert answer == {"url": "https://t.me/dateline_bot?start=story_1"}
        assert chat.world.ephemeral == []


async def test_group_whose_minute_is_used_up_leads_to_the_private_chat(storage: Storage) -> None:
    await publish(storage)
    limits = {"overall_per_second": 0, "chat_per_second": 0, "group_per_minute": 3}
    async with chatting(storage, system_clock, limits=limits) as chat:
        briefing = await post_briefing(chat)
        answers = [await press(chat, chat.ada.person, chat.group.chat, briefing, "story:1") for _ in range(4)]
        assert answers == [{}, {}, *[{"url": "https://t.me/dateline_bot?start=story_1"}] * 2]


@pytest.mark.parametrize("data", ["story:1", "sources:1"])
async def test_channel_leads_to_the_private_chat(storage: Storage, data: str) -> None:
    await publish(storage)
    async with chatting(storage, system_clock) as chat:
        channel = chat.world.add_chat(-100777, "channel", "Harbour Notes", {chat.ada.person.id})
        channel.administrators = {chat.ada.person.id}
        people.pick_channel(chat.world, chat.ada.person, channel)
        await chat.ada.settled()
        sender = {"id": chat.world.bot["id"], "is_bot": True, "first_name": "Dateline"}
        posted = chat.world.post(channel, sender, {"text": "Briefing"})
        before = public(chat)
        answer = await press(chat, chat.ada.person, channel, posted, data)
        assert answer == {"url": f"https://t.me/dateline_bot?start={data.replace(':', '_')}"}
        assert public(chat) == before


async def test_story_that_is_none_is_said_to_the_presser(storage: Storage) -> None:
    await publish(storage)
    async with chatting(storage, system_clock) as chat:
        briefing = await post_briefing(chat)
        answer = await press(chat, chat.ada.person, chat.group.chat, briefing, "story:99")
        assert answer == {"text": "There is no story #99."}
