"""Who may change what a group gets: role × chat type × sender × way; only Telegram's word counts."""

import pytest

from bot.demo.botapi import people
from tests.chatting import Chatting
from tests.handlers.test_settings import COMMANDS, PRESSES
from tests.make import make_text, wishes

REFUSED = "Only administrators can change what this group gets."
CHAT_TYPES = ("group", "supergroup", "forum")
# role → whether they may change settings
ROLES = {"administrator": True, "member": False, "stranger": False}
# in whose name one writes → whether that name proves anything
SENDERS = {"the group itself": True, "their own channel": False, "the linked channel": False}


def prepare(chat: Chatting, chat_type: str, role: str) -> int:
    """Make the group what is asked for; return its id."""
    group = chat.group.chat
    group.type = "supergroup" if chat_type == "forum" else chat_type
    group.is_forum = chat_type == "forum"
    ada = chat.ada.person.id
    group.administrators = {ada} if role == "administrator" else set()
    group.members = set() if role == "stranger" else {ada}
    return group.id


async def subscribed(chat: Chatting, group_id: int) -> None:
    """Begin the group's subscription, as if it had been there before."""
    before = set(chat.group.chat.administrators)
    chat.group.chat.administrators = {chat.ada.person.id}
    members = set(chat.group.chat.members)
    chat.group.chat.members = {chat.ada.person.id}
    await chat.group.say("/start")
    chat.group.chat.administrators, chat.group.chat.members = before, members
    assert await chat.storage.subscriptions.find(group_id, None) is not None


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("chat_type", CHAT_TYPES)
async def test_role_decides_about_commands_and_forged_presses(chat: Chatting, chat_type: str, role: str) -> None:
    group_id = prepare(chat, chat_type, role)
    await subscribed(chat, group_id)
    before = await chat.storage.subscriptions.get(group_id, None)
    (shown,) = await chat.group.say("/recent")

    answers = [(await chat.group.say(command))[0]["text"] for command in COMMANDS]
    toasts = [(await chat.group.press_raw(shown, data)).get("text") for data in PRESSES]

    after = await chat.storage.subscriptions.get(group_id, None)
    assert {answer == REFUSED for answer in answers} == {not ROLES[role]}
    assert {toast == REFUSED for toast in toasts} == {not ROLES[role]}
    # What is due in this moment may move on meanwhile: that is the schedule's, not theirs.
    assert (wishes(after) == wishes(before)) is not ROLES[role]


@pytest.mark.parametrize("sender", SENDERS)
@pytest.mark.parametrize("role", ["administrator", "member"])
@pytest.mark.parametrize("chat_type", CHAT_TYPES)
async def test_name_one_writes_in_decides_when_there_is_one(
    chat: Chatting, chat_type: str, role: str, sender: str
) -> None:
    group_id = prepare(chat, chat_type, role)
    await subscribed(chat, group_id)
    chat.group.as_chat = {"the group itself": group_id, "their own channel": -1009, "the linked channel": -1008}[sender]
    answers = [(await chat.group.say(command))[0]["text"] for command in COMMANDS]
    assert {answer == REFUSED for answer in answers} == {not SENDERS[sender]}


async def test_press_aimed_at_a_group_needs_that_groups_administrator(chat: Chatting) -> None:
    group_id = prepare(chat, "supergroup", "member")
    await subscribed(chat, group_id)
    before = await chat.storage.subscriptions.get(group_id, None)
    (own,) = await chat.ada.say("/settings")
    for data in PRESSES:
        toast = await chat.ada.press_raw(own, f"@{group_id}:{data}")
        assert toast == {"text": "Only the channel's administrators can do that."}
    assert wishes(await chat.storage.subscriptions.get(group_id, None)) == wishes(before)


@pytest.mark.parametrize(
    "data", ["@-1:", "@-99999999999999999999999:times", "@:times", "@-5", "@-5:nonsense", "@5:times"]
)
async def test_forged_aims_change_nothing_and_are_answered(chat: Chatting, data: str) -> None:
    await chat.ada.say("/start")
    (own,) = await chat.ada.say("/settings")
    before = await chat.storage.subscriptions.get(chat.ada.chat.id, None)
    assert (await chat.ada.press_raw(own, data))["text"]
    assert wishes(await chat.storage.subscriptions.get(chat.ada.chat.id, None)) == wishes(before)


async def test_story_buttons_in_a_group_send_back_what_opens_for_the_presser(chat: Chatting) -> None:
    await chat.storage.articles.add([make_text("One")], now=chat.world.clock(), publish=True)
    (briefing,) = await chat.group.say("/briefing")
    buttons = [each for row in briefing["reply_markup"]["inline_keyboard"] for each in row]
    assert [each.get("callback_data") for each in buttons] == ["story:1"]


async def test_forwarded_command_is_somebody_elses_words(chat: Chatting) -> None:
    await chat.ada.say("/start")
    author = chat.world.add_person("Bob")
    people.forward_words(chat.world, chat.ada.person, author, "/stop")
    await chat.ada.settled()
    assert chat.ada.said()[-1].startswith("I read words, numbers and commands.")
    assert [each async for page in chat.storage.subscriptions.iter_active() for each in page] != []
