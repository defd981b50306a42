"""Chats that come back without saying so, and groups that become supergroups in any order of the news."""

import pytest

from bot.demo.botapi.members import change_membership, migrate
from storage.model import ChatState
from tests.chatting import Chatting
from tests.make import NOW, make_text


@pytest.mark.parametrize("words", ["/help", "/schedule 10:00", "/settings", "hello", "/briefing", "/resume"])
async def test_whoever_writes_again_gets_briefings_again(chat: Chatting, words: str) -> None:
    await chat.storage.articles.add([make_text("Gulls")], now=NOW, publish=True)
    await chat.ada.say("/start")
    await chat.storage.chats.set_state(chat.ada.chat.id, ChatState.BLOCKED)
    assert (await chat.storage.subscriptions.get(chat.ada.chat.id, None)).next_occurrence is None
    await chat.ada.say(words)
    found = await chat.storage.chats.find(chat.ada.chat.id)
    subscription = await chat.storage.subscriptions.get(chat.ada.chat.id, None)
    assert found is not None
    assert (found.state, subscription.next_occurrence is not None) == (ChatState.ACTIVE, True)


async def _become_supergroup(chat: Chatting, *steps: str) -> list[tuple[int, list[str], bool]]:
    """Let a group that gets briefings at 9:15 become a supergroup; return what is subscribed by then."""
    await chat.group.say("/start")
    await chat.group.say("/schedule 9:15")
    group = chat.group.chat
    moved = migrate(chat.world, group, -1_000_777)
    for step in steps:
        if step == "join":
            change_membership(chat.world, moved, chat.ada.person, "member")
        elif step == "left":
            change_membership(chat.world, group, chat.ada.person, "left")
        elif step == "again":
            change_membership(chat.world, group, chat.ada.person, "administrator")
        else:
            place, key, other = (group, "to", moved.id) if step == "to" else (moved, "from", group.id)
            message = chat.world.post(place, chat.ada.person.user(), {f"migrate_{key}_chat_id": other})
            chat.world.queue_update("message", message)
        await chat.group.settled()
    found = [*await chat.storage.subscriptions.list_of_chat(group.id)]
    found += await chat.storage.subscriptions.list_of_chat(moved.id)
    assert {each.chat_id for each in found} <= {group.id, moved.id}
    return [
        (each.chat_id - moved.id, [f"{slot.at:%H:%M}" for slot in each.preferences.slots],
         each.next_occurrence is not None) for each in found
    ]  # fmt: skip


@pytest.mark.parametrize(
    "steps",
    [
        ("to",),
        ("left", "to"),
        ("left", "from"),
        ("join", "left", "from"),
        ("to", "again"),
        ("to", "left"),
        ("to", "to"),
    ],
)
async def test_group_keeps_its_times_in_whatever_order_its_move_is_told(chat: Chatting, steps: tuple[str, ...]) -> None:
    assert await _become_supergroup(chat, *steps) == [(0, ["09:15"], True)]


async def test_what_still_comes_from_the_old_group_is_about_the_new_one(chat: Chatting) -> None:
    assert await _become_supergroup(chat, "to") == [(0, ["09:15"], True)]
    successor = await chat.storage.chats.find_successor(chat.group.chat.id)
    assert successor is not None
    await chat.group.say("/stop")
    assert (await chat.storage.subscriptions.get(successor, None)).is_stopped
    assert await chat.storage.subscriptions.list_of_chat(chat.group.chat.id) == ()
