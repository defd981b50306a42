"""What chats may rely on: stops that stay, settings that move with a group, updates that a restart repeats harmlessly."""

import asyncio
import signal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from bot.demo.botapi import people
from bot.demo.botapi.members import change_membership, migrate
from bot.demo.botapi.world import Json
from bot.updates.polled import read_polled
from storage import schema
from storage.model import Message, Preferences, Shows, Slot
from storage.store import Storage, open_storage
from tests.chatting import Chatting, Reader, chatting
from tests.cli.test_run import configure, dateline, reader
from tests.handlers.test_odd_answers import found
from tests.make import NOW, ensure_subscription, make_text

MOVED_ID, TOPIC = -100777, 5


async def ask(chat: Chatting, text: str, *, thread: int | None = None, as_chat: int | None = None) -> None:
    """Write in the group, in a topic of it, or in a chat's name."""
    group = chat.group.chat
    content: Json = {"text": text}
    if thread is not None:
        content |= {"message_thread_id": thread, "is_topic_message": True}
    if as_chat is not None:
        content["sender_chat"] = {"id": as_chat, "type": "supergroup", "title": "Breakfast table"}
    message = chat.world.post(group, chat.ada.person.user(), content)
    chat.world.queue_update("message", message)
    await chat.group.settled()


@pytest.mark.parametrize("thread", [None, TOPIC])
@pytest.mark.parametrize("stopper", ["an administrator", "an anonymous administrator"])
@pytest.mark.parametrize("command", ["/start", "/start story_1", "/resume", "/briefing", "/schedule 9", "/pause 1"])
async def test_stopped_group_stays_stopped_whatever_members_ask(
    chat: Chatting, command: str, stopper: str, thread: int | None
) -> None:
    group = chat.group.chat
    group.type, group.is_forum = "supergroup", thread is not None
    await chat.storage.articles.add([make_text("One")], now=NOW, publish=True)
    await ask(chat, "/start", thread=thread)
    if stopper == "an administrator":
        await ask(chat, "/stop", thread=thread)
    group.administrators.clear()
    if stopper == "an anonymous administrator":
        await ask(chat, "/stop", thread=thread, as_chat=group.id)
    before = await chat.storage.subscriptions.list_of_chat(group.id)
    await ask(chat, command, thread=thread)
    await ask(chat, command, thread=thread, as_chat=-1009)
    assert [each.is_stopped for each in before] == [True]
    assert await chat.storage.subscriptions.list_of_chat(group.id) == before


ORDERS = {
    "the services first": ("to", "from", "join"),
    "the join first": ("join", "to", "from"),
    "the join between": ("to", "join", "from"),
    "only the old chat's": ("join", "to"),
    "only the new chat's": ("from", "join"),
}


@pytest.mark.parametrize("order", ORDERS)
async def test_group_keeps_everything_as_a_supergroup(chat: Chatting, order: str) -> None:
    storage, group = chat.storage, chat.group.chat
    await storage.articles.add([make_text("One")], now=NOW, publish=True)
    for command in ("/start", "/schedule 9:30", "/schedule Tokyo", "/mute golf"):
        await chat.group.say(command)
    topic = Preferences(slots=(Slot(NOW.time()),), mutes=frozenset({"rain"}))
    await ensure_subscription(storage, group.id, TOPIC, preferences=topic, next_occurrence=None, now=NOW)
    await storage.chats.save(group.id, 1, now=NOW)
    await storage.messages.record(
        Message(chat_id=group.id, message_id=900, shows=Shows.STORY, sent_at=NOW, articles=())
    )
    before = {each.thread_id: each.preferences for each in await storage.subscriptions.list_of_chat(group.id)}

    moved = migrate(chat.world, group, MOVED_ID)
    for step in ORDERS[order]:
        if step == "join":
            change_membership(chat.world, moved, chat.ada.person, "member")
        else:
            place, key, other = (group, "to", moved.id) if step == "to" else (moved, "from", group.id)
            message = chat.world.post(place, chat.ada.person.user(), {f"migrate_{key}_chat_id": other})
            chat.world.queue_update("message", message)
    await chat.group.settled()

    after = await storage.subscriptions.list_of_chat(moved.id)
    assert {each.thread_id: each.preferences for each in after} == before
    assert [each.is_stopped for each in after] == [False, False]
    assert await storage.subscriptions.list_of_chat(group.id) == ()
    assert [article.number for article in await storage.chats.list_saved(moved.id, limit=9)] == [1]
    assert await storage.messages.find(moved.id, 900) is None  # the supergroup numbers its own messages
    assert [call[1]["text"] for call in chat.world.calls if str(call[1].get("chat_id")) == str(moved.id)] == []


@pytest.mark.parametrize("is_forum", [False, True])
@pytest.mark.parametrize(
    "command",
    ["/saved", "/recent", "/recent 12", "/recent world", "/search whale", "/story 1", "/sources 1", "/briefing"],
)
async def test_nothing_in_a_group_turns_pages_for_everybody(chat: Chatting, command: str, is_forum: bool) -> None:  # noqa: FBT001
    chat.group.chat.is_forum = is_forum
    long = make_text("Whale 0", body=("word " * 700 + "end.",) * 3)
    many = [make_text(f"Whale {number}") for number in range(1, 20)]
    await chat.storage.articles.add([long, *many], now=NOW, publish=True)
    await chat.group.say("/start")
    for number in range(1, 20):
        await chat.storage.chats.save(chat.group.chat.id, number, now=NOW)
    (answer,) = await chat.group.say(command)
    rows = answer.get("reply_markup", {}).get("inline_keyboard", [])
    actions = {each.get("callback_data", "").split(":")[0] for row in rows for each in row}
    assert actions <= {"", "settings", "story", "sources"}  # the last two open for their presser alone


def update_of(update_id: int, **content: Any) -> Json:
    return {"update_id": update_id, **content}


@pytest.mark.parametrize("step", ["kept", "claimed", "done but not marked"])
async def test_restart_after_any_step_answers_and_changes_once(storage: Storage, step: str) -> None:
    chat = {"id": 1001, "type": "private"}
    ada = {"id": 1001, "is_bot": False, "first_name": "Ada"}
    shown = {"message_id": 1, "date": 1, "chat": chat, "text": "x"}
    press = {"id": "gone", "from": ada, "chat_instance": "1", "data": "switch:silent:on", "message": shown}
    asked = {"message_id": 2, "date": 1, "chat": chat, "from": ada, "text": "/help"}
    waiting = read_polled(200, found(update_of(1, callback_query=press), update_of(2, message=asked))).updates
    await storage.inbox.receive([each.update for each in waiting], now=NOW)
    if step == "claimed":
        assert len(await storage.inbox.turn("dead", [], limit=9)) == 1
    async with chatting(storage) as first:
        first.ada.person.has_started = True
        await first.ada.settled()
        said = first.ada.said()
    if step == "done but not marked":
        async with storage.database.writing() as connection:
            for each in (kept.update for kept in waiting):  # what is not marked has its words still
                values = {"state": "answering", "worker_id": "dead", "content": each.content}
                own = schema.updates.c.update_id == each.update_id
                await connection.execute(update(schema.updates).where(own).values(**values))
        async with chatting(storage) as second:
            second.ada.person.has_started = True
            await second.ada.settled()
            said = second.ada.said()
    assert [text.split("\n")[0] for text in said if text.startswith("What I can do")] == ["What I can do"]
    assert (await storage.subscriptions.get(1001, None)).preferences.is_silent is True
    assert await storage.inbox.count() == {"waiting": 0, "answering": 0, "done": 2, "dropped": 0, "set_aside": 0}


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGKILL])
async def test_restart_while_one_chat_waits_repeats_nothing_for_others(tmp_path: Path, sent: signal.Signals) -> None:
    async with reader() as (ada, url):
        configure(tmp_path, url)
        world = ada.world
        bo = world.add_person("Bo")
        bot = await dateline(tmp_path, "run")
        other = Reader(world, bo, world.chats[bo.id])
        (settings,) = await other.say("/settings")
        world.faults.by_chat[ada.chat.id] = "429 for 45 s"
        people.write(world, ada.person, ada.chat, "/help")
        for data in ("switch:silent:on", "limit:8", "time:0900:on", "pause", "unmute:x", "follow"):
            await people.press(world, bo, other.chat, settings["message_id"], data)
        await other.say("/help")
        await asyncio.sleep(1)  # so long the marks may take at most
        said = other.said()
        bot.process.send_signal(sent)
        await bot.ended()
        world.faults.by_chat.clear()
        again = await dateline(tmp_path, "run")
        await ada.settled()
        await other.say("/recent")
        again.process.send_signal(signal.SIGTERM)
        await again.ended()
    storage = open_storage(f"sqlite:///{tmp_path / 'dateline.db'}")
    kept = await storage.subscriptions.get(bo.id, None)
    await storage.close()
    assert other.said()[:-2] == said
    assert (kept.preferences.is_silent, kept.preferences.max_articles, kept.paused_until is None) == (True, 8, False)
    assert [text.split("\n")[0] for text in ada.said()][-1] == "What I can do"
