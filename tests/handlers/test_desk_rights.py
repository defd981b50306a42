"""Who may do what at the desk: each action, fresh, forged and replayed, by everybody who could try."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.clock import system_clock
from bot.demo.botapi import people
from bot.demo.botapi.world import FIRST_PERSON_ID, Chat, Person
from bot.handlers import DESK_BUTTONS, DESK_COMMANDS
from bot.newsroom.posts.posttext import write_strict
from storage.model import Action
from storage.store import Storage
from tests.chatting import Chatting, Reader, chatting
from tests.desking import last
from tests.make import NOW, make_text, store_report

FRESH = (
    "desk:drafts:1", "coverage", "event:1", "merging:1:1", "splitting:1", "merge:1:2", "split:1:1", "reported:1", "settled:1", "changed:2:1", "seen:2:1:0", "draft:1", "review:1", "card:1", "history:1", "edit:headline:1:1", "lines:bullet:1:1",
    "line:bullet:1:1:1", "up:bullet:1:1:2", "drop:bullet:1:1:1", "mine:1:1", "cancel", "priority:1:1", "continue:1", "publish:1:1",
    "override:1:1", "confirm:1:1:breaking", "undo:1:1", "schedule:1:1", "unschedule:1:1", "spike:1:1", "revive:1:1",
    "correct:2", "discard:2:1", "despite:2:1", "labels:2:1", "label:correction:2:1", "withdraw:2", "withdrawn:2", "unname:5",
)  # fmt: skip
FORGED = (
    "desk", "desk:x:1", "desk:drafts:99999999999999999999", "event:x", "event:99", "merging:1", "merging:99:1", "merge:1:1", "merge:1:99", "merge:x:1", "split:1:99", "split:99:1",
    "splitting:99", "reported:x", "reported:99", "settled:99", "changed:2", "changed:9:9", "seen:9:9", "seen:9:9:x", f"seen:9:9:{10**30}", "desk:pages:0", "review:x", "review:-1", "review:99",
    "edit:nonsense:1:1", "edit:headline:1:99", "edit:headline:x:y", "line:bullet:1:1:99", "line:source:1:1:-5",
    "up:bullet:1:1:1", "drop:bullet:1:1:99", "drop:headline:1:1:1", "mine:9:9", "priority:1:7", "priority:1:-1",
    "publish:1:99", "confirm:99:1", "confirm:1:99", "label:withdrawal:2:1", "label:x:2:1", "withdrawn:1", "unname:x",
    "undo:2:1", "spike:2:1", "revive:1:1",
)  # fmt: skip
NOBODIES = ("stranger", "former editor", "member in a group", "anonymous administrator")


@pytest.fixture
async def desk(sqlite_storage: Storage) -> AsyncIterator[Chatting]:
    """A running bot with a draft, a published article and an event."""
    storage = sqlite_storage
    await storage.articles.add([make_text("Draft")], now=NOW)
    await storage.articles.add([make_text("Published")], now=NOW, publish=True)
    await store_report(storage, "T")
    await storage.events.begin(1, now=NOW)
    async with chatting(storage, system_clock, owners=(FIRST_PERSON_ID,)) as chat:
        yield chat


def nobody(desk: Chatting, who: str) -> Reader:
    """Return somebody who may do nothing at the desk, where they might try."""
    person = desk.world.add_person("Mallory")
    if who in ("stranger", "former editor"):
        return Reader(desk.world, person, desk.world.chats[person.id], desk.storage)
    group = desk.group.chat
    group.members.add(person.id)
    group.administrators |= {person.id} if who == "anonymous administrator" else set()
    reader = Reader(desk.world, person, group, desk.storage)
    reader.as_chat = group.id if who == "anonymous administrator" else None
    return reader


def keyboard(desk: Chatting, chat: Chat, person: Person) -> dict[str, Any]:
    """Return a message of the bot's under which anything can be pressed."""
    person.has_started = True
    return desk.world.post(chat, {"id": desk.world.bot["id"], "is_bot": True, "first_name": "D"}, {"text": "Old"})


async def dump(storage: Storage) -> list[Any]:
    """Return all that the desk could change."""
    articles = await storage.articles.list_all(after_number=0, limit=99)
    records = [await storage.record.list(article.number) for article in articles]
    asked = [await storage.desk.find_asked(FIRST_PERSON_ID + n) for n in range(9)]
    return [articles, records, asked, await storage.editors.list()]


def test_every_button_of_the_desk_is_in_the_matrix() -> None:
    assert {data.split(":")[0] for data in FRESH} == set(DESK_BUTTONS)


@pytest.mark.parametrize("who", NOBODIES)
async def test_nobody_else_gets_anything_by_any_button_or_command(desk: Chatting, who: str) -> None:
    reader = nobody(desk, who)
    if who == "former editor":
        await desk.ada.say(f"/editors {reader.person.id}")
        assert (await reader.say("/desk"))[0]["text"].startswith("Desk\n")
        await desk.ada.press_raw(keyboard(desk, desk.ada.chat, desk.ada.person), f"unname:{reader.person.id}")
    message, before = keyboard(desk, reader.chat, reader.person), await dump(desk.storage)
    known = set(desk.world.messages)
    for data in (*FRESH, *FORGED, *FRESH):
        await reader.press_raw(message, data)
    commands = [f"/{command.name} 2" for command in DESK_COMMANDS]
    said = [each["text"] for typed in commands for each in await reader.say(typed)]
    own = {(reader.chat.id, key[1]) for key in desk.world.messages if key[0] == reader.chat.id}
    assert set(desk.world.messages) - known - own == set()
    assert set(said) <= {"I do not know this command. /help lists what I can do."}
    assert await dump(desk.storage) == before
    assert desk.world.messages[reader.chat.id, message["message_id"]]["text"] == "Old"


async def test_words_and_links_of_strangers_make_no_draft(desk: Chatting) -> None:
    reader, before = nobody(desk, "stranger"), await dump(desk.storage)
    for typed in (
        write_strict(make_text("Mine")),
        "https://a.example/1",
        "A\n\nlong enough to be taken for a post text",
    ):
        assert "draft" not in (await reader.say(typed))[0]["text"]
    assert await dump(desk.storage) == before


async def test_every_button_answers_an_editor(desk: Chatting) -> None:
    message = keyboard(desk, desk.ada.chat, desk.ada.person)
    for data in FRESH:
        toast = await desk.ada.press_raw(message, data)
        await desk.ada.settled()
        assert not toast.get("text", "").startswith("Something went wrong"), data
    assert desk.refused() == []


async def test_forged_and_replayed_presses_of_an_editor_do_nothing_that_is_not_on_record(desk: Chatting) -> None:
    message = keyboard(desk, desk.ada.chat, desk.ada.person)
    before = await dump(desk.storage)
    for data in FORGED:
        toast = await desk.ada.press_raw(message, data)
        assert not toast.get("text", "").startswith("Something went wrong"), data
    assert await dump(desk.storage) == before
    for _ in range(2):
        await desk.ada.press_raw(message, "drop:bullet:1:1:1")
    steps = await desk.storage.record.list(1)
    assert [(step.action, step.revision) for step in steps] == [(Action.ADD, 1), (Action.REVISE, 2)]
    assert len((await desk.storage.articles.get(1)).text.bullets) == 1


async def test_editor_names_nobody_and_owner_is_never_removed(desk: Chatting) -> None:
    bob = nobody(desk, "stranger")
    await desk.ada.say(f"/editors {bob.person.id}")
    assert (await bob.say(f"/editors {bob.person.id + 1}"))[0]["text"].startswith("I do not know this command")
    await bob.press_raw(keyboard(desk, bob.chat, bob.person), f"unname:{FIRST_PERSON_ID}")
    await desk.ada.press_raw(keyboard(desk, desk.ada.chat, desk.ada.person), f"unname:{FIRST_PERSON_ID}")
    assert (await desk.ada.say("/desk"))[0]["text"].startswith("Desk\n")
    assert [editor.person_id for editor in await desk.storage.editors.list()] == [bob.person.id]


async def test_owner_names_an_editor_by_a_message_they_forward(desk: Chatting) -> None:
    bob, carol = nobody(desk, "stranger"), nobody(desk, "stranger")
    assert (await desk.ada.say("/editors"))[0]["text"].endswith(
        "To name one, send their numeric id now, or forward me a message of theirs."
    )
    people.forward_words(desk.world, desk.ada.person, bob.person, "Hello", hides=True)
    await desk.ada.settled()
    assert last(desk.ada)["text"].startswith("Their settings hide who they are;")
    people.forward_words(desk.world, desk.ada.person, bob.person, "Hello")
    await desk.ada.settled()
    assert [editor.person_id for editor in await desk.storage.editors.list()] == [bob.person.id]
    people.forward_words(desk.world, desk.ada.person, carol.person, "A tip\n\nThe gulls came back to the pier at noon.")
    await desk.ada.settled()  # it is something to draft by now
    people.forward_words(desk.world, bob.person, carol.person, "Hello")  # an editor names nobody
    await bob.settled()
    await desk.ada.say("/editors")
    await desk.ada.say(f"/editors {carol.person.id}")
    assert [editor.person_id for editor in await desk.storage.editors.list()] == [bob.person.id, carol.person.id]


async def test_menu_of_the_desk_is_shown_to_editors_alone(desk: Chatting) -> None:
    bob = nobody(desk, "stranger")
    bob.person.has_started = True
    await desk.ada.say(f"/editors {bob.person.id}")
    scopes = {scope: [each["command"] for each in menu] for scope, menu in desk.world.commands.items()}
    assert ["editors" in menu for menu in scopes.values() if "desk" in menu] == [True, False]  # the owner's alone
    with_desk = [scope for scope, menu in scopes.items() if "desk" in menu]
    assert [
        f'"chat_id": {person}' in scope
        for scope, person in zip(with_desk, (FIRST_PERSON_ID, bob.person.id), strict=True)
    ] == [True, True]
    await desk.ada.press_raw(keyboard(desk, desk.ada.chat, desk.ada.person), f"unname:{bob.person.id}")
    assert (
        len([scope for scope, menu in desk.world.commands.items() if any(each["command"] == "desk" for each in menu)])
        == 1
    )
