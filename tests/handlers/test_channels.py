"""Channels from their administrator's private chat, by the picker or a forwarded post; and a shared location."""

import pytest

from bot.demo.botapi import people
from bot.demo.botapi.members import change_membership
from bot.demo.botapi.world import Chat
from storage.model import ChatState, Preferences, Slot
from tests.chatting import Chatting, labels
from tests.make import NOW, wishes

CHANNEL_ID = -1001234567890


def add_channel(chat: Chatting, *, has_bot: bool = True) -> Chat:
    """A channel that Ada administers."""
    channel = chat.world.add_chat(CHANNEL_ID, "channel", "Harbour Notes", {chat.ada.person.id})
    channel.administrators = {chat.ada.person.id}
    channel.has_bot = has_bot
    return channel


async def test_picked_channel_is_connected_and_set_up_from_private_chat(chat: Chatting) -> None:
    channel = add_channel(chat, has_bot=False)
    await chat.ada.say("/start")
    (settings,) = await chat.ada.say("/settings")
    await chat.ada.press(settings, "Connect a channel")
    asked = max(chat.world.messages.values(), key=lambda message: message["message_id"])
    (button,) = asked["phone_keyboard"]["keyboard"][0]
    assert button["text"] == "Choose a channel"
    assert button["request_chat"]["bot_administrator_rights"]["can_post_messages"] is True

    people.pick_channel(chat.world, chat.ada.person, channel)
    await chat.ada.settled()
    connected, aimed = list(chat.world.messages.values())[-2:]
    assert connected["text"] == "Harbour Notes gets a briefing at 08:00 every day (UTC). Change it here:"
    assert connected["phone_keyboard"] == {"remove_keyboard": True}
    assert aimed["text"].startswith("Channel settings\n")
    assert "Connect a channel" not in str(labels(aimed))

    await chat.ada.press(aimed, "Times")
    await chat.ada.press(chat.world.messages[chat.ada.chat.id, aimed["message_id"]], "18:00")
    own = await chat.storage.subscriptions.get(chat.ada.chat.id, None)
    theirs = await chat.storage.subscriptions.get(CHANNEL_ID, None)
    assert own.preferences.slots == (Slot(NOW.time()),)
    assert theirs.preferences.slots == (Slot(NOW.time()), Slot(NOW.time().replace(hour=18)))
    known = await chat.storage.chats.find(CHANNEL_ID)
    assert known is not None
    assert (known.kind, known.state) == ("channel", ChatState.ACTIVE)


async def test_forwarded_post_connects_its_channel(chat: Chatting) -> None:
    channel = add_channel(chat)
    people.forward_post(chat.world, chat.ada.person, channel, "Something we wrote")
    await chat.ada.settled()
    assert chat.ada.said()[-2].startswith("Harbour Notes gets a briefing ")


@pytest.mark.parametrize(
    ("missing", "answer"),
    [
        ("the bot", "I cannot post in that channel."),
        ("the bot's right", "I cannot post in that channel."),
        ("the person's right", "Only the channel's administrators can do that."),
    ],
)
async def test_channel_is_not_connected_without_the_rights(chat: Chatting, missing: str, answer: str) -> None:
    channel = add_channel(chat, has_bot=missing != "the bot")
    channel.may_write = missing != "the bot's right"
    if missing == "the person's right":
        channel.administrators.clear()
    people.forward_post(chat.world, chat.ada.person, channel, "Something they wrote")
    await chat.ada.settled()
    assert chat.ada.said()[-1].startswith(answer)
    assert await chat.storage.subscriptions.find(CHANNEL_ID, None) is None


async def test_former_administrator_changes_nothing_in_a_channel(chat: Chatting) -> None:
    channel = add_channel(chat)
    people.forward_post(chat.world, chat.ada.person, channel, "Something we wrote")
    await chat.ada.settled()
    aimed = list(chat.world.messages.values())[-1]
    before = await chat.storage.subscriptions.get(CHANNEL_ID, None)
    channel.administrators.clear()
    for action in (
        "settings",
        "time:0900:on",
        "in:Asia/Tokyo",
        "follow",
        "switch:silent:on",
        "limit:8",
        "pause",
        "resume",
    ):
        toast = await chat.ada.press_raw(aimed, f"@{CHANNEL_ID}:{action}")
        assert toast == {"text": "Only the channel's administrators can do that."}
    assert wishes(await chat.storage.subscriptions.get(CHANNEL_ID, None)) == wishes(before)


async def test_channel_that_takes_the_right_away_and_gives_it_back(chat: Chatting) -> None:
    channel = add_channel(chat)
    people.forward_post(chat.world, chat.ada.person, channel, "Something we wrote")
    await chat.ada.settled()
    channel.may_write = False
    change_membership(chat.world, channel, chat.ada.person, "administrator")
    await chat.ada.settled()
    silenced = await chat.storage.subscriptions.get(CHANNEL_ID, None)
    channel.may_write = True
    change_membership(chat.world, channel, chat.ada.person, "administrator")
    await chat.ada.settled()
    again = await chat.storage.subscriptions.get(CHANNEL_ID, None)
    assert (silenced.refusal is not None, again.refusal) == (True, None)
    assert again.next_occurrence is not None


async def test_shared_location_gives_the_zone_and_is_not_kept(chat: Chatting) -> None:
    await chat.ada.say("/start")
    (times,) = await chat.ada.say("/schedule nowhere")
    await chat.ada.press(times, "📍 From my location")
    people.share_location(chat.world, chat.ada.person, 38.7223, -9.1393)
    await chat.ada.settled()
    assert chat.ada.said()[-2] == "Your time zone is Europe/Lisbon."
    subscription = await chat.storage.subscriptions.get(chat.ada.chat.id, None)
    assert subscription.preferences == Preferences(slots=(Slot(NOW.time()),), zone="Europe/Lisbon")
    assert subscription.next_occurrence is not None
    assert subscription.next_occurrence.due_at == NOW  # 08:00 in Lisbon, too
