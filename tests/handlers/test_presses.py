"""Every button in every kind of chat, pressed by everybody, with data of any making."""

from datetime import time
from typing import Any

import pytest

from bot.demo.botapi import people
from bot.demo.botapi.world import Chat, Person
from bot.handlers import READERS_BUTTONS
from storage.model import Message, Preferences, Shows, Slot
from tests.chatting import Chatting
from tests.make import NOW, ensure_subscription, make_text

CHAT_ID, CHANNEL_ID, TOPIC = -100700, -100800, 5
ANONYMOUS = 1087968824  # in whose name anonymous administrators write; a press proves nobody behind it
FRESH = (
    "mistake:1", "nevermind",
    "story:1", "page:1:1", "older:2", "newer:1", "save:1:1", "unsave:1:1", "vote:1:1:up", "follow_story:1:1:1", "sources:1", "sources:1:1", "recent:1",
    "recent:world:1", "saved:1", "following:1", "search:1", "settings", "switch:silent:on", "switch:alerts:off", "limit:8", "times",
    "time:0900:on", "weekdays:on", "zone", "in:Asia/Tokyo", "where", "language", "speak:es", "speak:client", "sections", "follow", "follow:world:off",
    "unmute:golf", "pause", "resume", "channel", "keep", "mutes", "quiet", "reading", "read", "read:es:off", "switch:pictures:off",
    "switch:empty:on",
)  # fmt: skip
OLD = ("toggle:silent", "time:0700", "weekdays", "follow:world", "limit", "lang:en", "story", "in", "page:1", "save:1")
FORGED = (
    "", ":", "::::", "@", "@:", "nonsense", "story:x", "story:-1", "story:99999999999999999999", "page:1:-1",
    "page:1:99999999999999999999", "older:99999999999", "recent:0", "recent:99999999999999999999", "saved:-3", "following:x", "following:0",
    "search:99999999999999999999", "limit:1000", "time:9999:on", "time:0700:maybe", "time:٠٧٠٠:on",
    "in:../../etc/passwd", "unmute:" + "🦭" * 14, "sources:1:-1", "switch:nothing:on", "speak:xx", "speak", "read:xx:on", "read:es", "vote:1:1:maybe", "follow_story:99:1:1", "follow_story:1:1", "vote:99:1:up", "vote:1", "pause:1:2:3", "\0",
    f"@{CHANNEL_ID}:times", f"@{CHANNEL_ID}:pause", f"@{CHANNEL_ID}:older:2", f"@{CHANNEL_ID}:story:1", "@-1:resume",
)  # fmt: skip
GROUPS = ("group", "supergroup", "topic")
SENDERS = ("administrator", "member", "stranger", "anonymous")


async def prepare(chat: Chatting, kind: str) -> tuple[Chat, int | None]:
    """Give a chat of this kind, and its topic; it and a channel are subscribed, two stories are published."""
    await chat.storage.articles.add([make_text("One"), make_text("Two")], now=NOW, publish=True)
    ada, world = chat.ada.person.id, chat.world
    type_ = "supergroup" if kind == "topic" else kind
    place = chat.ada.chat if kind == "private" else world.add_chat(CHAT_ID, type_, "Place", {ada})
    place.is_forum, chat.ada.person.has_started = kind == "topic", True
    place.administrators = {ada}
    channel = world.add_chat(CHANNEL_ID, "channel", "Elsewhere", {ada})
    thread = TOPIC if kind == "topic" else None
    for each, topic in ((place, thread), (channel, None)):
        await chat.storage.chats.ensure(each.id, kind=each.type, language="en", now=NOW)
        preferences = Preferences(slots=(Slot(time(20)),), mutes=frozenset({"golf"}))
        await ensure_subscription(
            chat.storage, each.id, topic, preferences=preferences, next_occurrence=None, now=NOW
        )  # fmt: skip
    return place, thread


async def post(chat: Chatting, place: Chat, thread: int | None, shows: Shows | None) -> dict[str, Any]:
    """Let the bot have posted a message, recorded if it shows something."""
    content: dict[str, Any] = {"text": f"Posted, {shows}"}
    if thread is not None:
        content |= {"message_thread_id": thread, "is_topic_message": True}
    message = chat.world.post(place, {"id": chat.world.bot["id"], "is_bot": True, "first_name": "D"}, content)
    if shows is not None:
        shown = Message(chat_id=place.id, message_id=message["message_id"], shows=shows, sent_at=NOW, articles=())
        await chat.storage.messages.record(shown)
    return dict(message)


def presser(chat: Chatting, place: Chat, sender: str) -> Person:
    ada = chat.ada.person
    if sender == "anonymous":
        chat.world.people[ANONYMOUS] = Person(ANONYMOUS, "Group", "en")
        return chat.world.people[ANONYMOUS]
    if sender != "administrator":
        place.administrators = chat.world.chats[CHANNEL_ID].administrators = set()
    if sender == "stranger":
        place.members = chat.world.chats[CHANNEL_ID].members = set()
    return ada


async def press_all(chat: Chatting, person: Person, place: Chat, message: dict[str, Any]) -> None:
    """Press everything once; each press is answered."""
    for data in (*FRESH, *OLD, *FORGED):
        await people.press(chat.world, person, place, message["message_id"], data)
    await chat.ada.settled()


async def subscriptions(chat: Chatting) -> list[Any]:
    return [each async for page in chat.storage.subscriptions.iter_all() for each in page]


def test_every_button_is_pressed() -> None:
    assert {data.split(":")[0] for data in FRESH} | {"forget"} == set(READERS_BUTTONS)  # that one in test_privacy


@pytest.mark.parametrize("shows", [Shows.BRIEFING, None])
@pytest.mark.parametrize(
    ("kind", "sender"),
    [(kind, sender) for kind in GROUPS for sender in SENDERS[1:]] + [("channel", sender) for sender in SENDERS],
)
async def test_press_of_whoever_may_not_changes_nothing_and_posts_nothing(
    chat: Chatting, kind: str, sender: str, shows: Shows | None
) -> None:
    place, thread = await prepare(chat, kind)
    message = await post(chat, place, thread, shows)
    person = presser(chat, place, sender)
    before, shown = await subscriptions(chat), dict(chat.world.messages)
    await press_all(chat, person, place, message)
    assert chat.world.messages == shown
    assert chat.world.messages[place.id, message["message_id"]] == message
    assert await subscriptions(chat) == before


@pytest.mark.parametrize("kind", ["private", *GROUPS])
async def test_briefing_stays_whatever_its_readers_press(chat: Chatting, kind: str) -> None:
    place, thread = await prepare(chat, kind)
    message = await post(chat, place, thread, Shows.BRIEFING)
    await press_all(chat, chat.ada.person, place, message)
    assert chat.world.messages[place.id, message["message_id"]] == message
    assert [call for call in chat.refused() if call[0] != "getChatMember"] == []


@pytest.mark.parametrize("kind", ["private", *GROUPS])
async def test_pressing_twice_is_pressing_once(chat: Chatting, kind: str) -> None:
    place, thread = await prepare(chat, kind)
    message = await post(chat, place, thread, None)
    for data in FRESH:
        await people.press(chat.world, chat.ada.person, place, message["message_id"], data)
        once = await subscriptions(chat)
        await people.press(chat.world, chat.ada.person, place, message["message_id"], data)
        assert await subscriptions(chat) == once, data
