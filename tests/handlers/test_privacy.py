"""What is kept about a chat, and its end: /about, /privacy, /export, /forget."""

import json
import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.clock import system_clock
from storage import schema
from storage.model import NewUpdate, Preferences, UpdateState
from storage.personal import OF_CHAT, OF_EDITORS
from storage.store import Storage
from tests.chatting import Chatting, Reader, chatting
from tests.delivery.test_corrections import correct
from tests.desking import person, until
from tests.make import NOW, ensure_subscription, make_planner, make_text

# Why each of the other tables holds nothing about a chat.
IMPERSONAL = {
    "article_shelves": "what is published", "articles": "what is published", "bullets": "what is published",
    "budgets": "the bot's rate", "checks": "what the gate found", "cited_pages": "pages of outlets",
    "composition_articles": "texts that chats share", "compositions": "texts that chats share",
    "corrections": "how far a search has come; a chat's id in it is moved on",
    "incidents": "our own operation",
    "events": "what outlets report", "feeds": "outlets", "installation": "the database itself",
    "outlet_aliases": "outlets", "outlets": "outlets", "pictures": "what is published",
    "repeated_paragraphs": "what outlets report",
    "report_versions": "what outlets report", "reports": "what outlets report", "revisions": "what is published",
    "daily_counts": "of everybody together", "story_opens": "of everybody together",
    "sections": "what is published", "sources": "what is published", "workers": "our own processes",
}  # fmt: skip


def test_every_table_is_known_to_hold_something_about_a_chat_or_nothing() -> None:
    personal = {table.name for table in (*OF_CHAT, *OF_EDITORS, schema.updates)}
    assert personal | set(IMPERSONAL) == set(schema.metadata.tables)
    assert personal & set(IMPERSONAL) == set()


async def fill(chat: Chatting, storage: Storage) -> None:
    """Let a reader leave something in every table."""
    bob = person(chat, "Bob")
    await storage.articles.add([make_text("Harbour")], now=system_clock(), publish=True)
    await bob.say("/start")
    (story,) = await bob.say("/story 1")
    await bob.press(story, "Save")
    await bob.press(story, "👍")
    await bob.press(story, "Report a mistake")
    await bob.say("It was four boats.")
    await correct(storage)
    await storage.articles.add([make_text("Gulls")], now=system_clock(), publish=True)
    await make_planner(storage).plan_now(system_clock(), chat_id=bob.chat.id)

    async def has_settled() -> bool:
        counts = await storage.deliveries.count()
        return counts["pending"] == counts["sending"] == 0

    await until(has_settled)  # a message that comes while rows are counted would be in one count only


async def ask_to_forget(reader: Reader) -> dict[str, Any]:
    """Send /forget; return the question, whatever else comes in that moment."""
    said = await reader.say("/forget")
    return next(message for message in said if message["text"].startswith("Delete all that I keep"))


async def test_about_and_privacy_say_who_and_what(storage: Storage) -> None:
    own = {"about": "Harbour news.", "contact": "desk@harbour.example"}
    async with chatting(storage, system_clock, publication={"name": "Harbour Notes", **own}) as chat:
        assert (await chat.ada.say("/about"))[0]["text"].startswith("Harbour Notes\n\nHarbour news.\n\nWhat was wrong")
        assert "for 90 days" in (await chat.ada.say("/privacy"))[0]["text"]


async def test_export_holds_every_row_about_the_chat(storage: Storage) -> None:
    async with chatting(storage, system_clock) as chat:
        await fill(chat, storage)
        bob = person(chat, "Bob")
        said = await bob.say("/export")
        document = next(message["document"] for message in said if "document" in message)
        exported = json.loads(chat.world.files[document["file_id"]].content)
        assert document["file_name"] == "dateline.json"
        async with storage.database.reading() as connection:
            for table, column in OF_CHAT.items():
                rows = (await connection.execute(select(table).where(column == bob.chat.id))).all()
                assert len(exported.get(table.name, [])) == len(rows), table.name
        assert {"chats", "subscriptions", "saved_articles", "mistakes", "messages", "updates"} <= set(exported)


async def test_what_was_sent_is_gone_once_it_is_answered(storage: Storage) -> None:
    async with chatting(storage, system_clock) as chat:
        await chat.ada.say("/start")
        await chat.ada.say("the harbour of my street")

        async def is_gone() -> bool:
            async with storage.database.reading() as connection:
                contents = (await connection.scalars(select(schema.updates.c.content))).all()
            return bool(contents) and all(len(content) == 32 for content in contents)

        await until(is_gone)


async def test_forgotten_chat_is_in_no_table_and_gets_nothing_more(storage: Storage) -> None:
    async with chatting(storage, system_clock) as chat:
        await fill(chat, storage)
        bob = person(chat, "Bob")
        question = await ask_to_forget(bob)
        await bob.press(question, "Delete everything")
        said = chat.world.messages[bob.chat.id, question["message_id"]]["text"]
        assert said == "Done: everything about this chat is deleted. /start begins anew."
        await storage.articles.add([make_text("Terns")], now=system_clock(), publish=True)
        count = len(chat.world.messages)
        await make_planner(storage).plan_now(system_clock())
        assert await storage.personal.export(bob.chat.id) == {}
        assert len(chat.world.messages) == count
    async with storage.database.reading() as connection:
        for table in schema.metadata.sorted_tables:
            rows = (await connection.execute(select(table))).all()
            assert not any(is_named(bob.chat.id, value) for row in rows for value in row), table.name


def is_named(chat_id: int, value: object) -> bool:
    """Whether a value has a chat's id in it, not merely its digits: those of a moment say nothing."""
    return re.search(rf"\b{chat_id}\b", str(value)) is not None


async def test_forgotten_person_is_forgotten_in_groups_too(storage: Storage) -> None:
    said = {1: ("chat -100", "person 7"), 2: ("chat -100", "person 8"), 3: ("chat 7", "person 7")}
    updates = [NewUpdate(update_id=key, lane=lane, sender=by, content=b"{}") for key, (lane, by) in said.items()]
    await storage.inbox.receive(updates, now=NOW)
    async with storage.database.writing() as connection:
        await connection.execute(update(schema.updates).values(state=UpdateState.DONE))
    await storage.personal.forget(7)
    async with storage.database.reading() as connection:
        assert (await connection.scalars(select(schema.updates.c.id))).all() == [2]


async def test_kept_chat_keeps_everything(storage: Storage) -> None:
    async with chatting(storage, system_clock) as chat:
        await fill(chat, storage)
        bob = person(chat, "Bob")
        question = await ask_to_forget(bob)
        toast = await bob.press(question, "Keep it")
        assert toast["text"] == "Nothing was deleted."
        assert "subscriptions" in await storage.personal.export(bob.chat.id)


async def test_nothing_of_a_forgotten_chat_stays_in_the_files_of_sqlite(sqlite_storage: Storage) -> None:
    storage, chat_id = sqlite_storage, 0x5A17C0FFEE1
    await storage.chats.ensure(chat_id, kind="private", language="en", now=NOW)
    await ensure_subscription(storage, chat_id, None, preferences=Preferences(), next_occurrence=None, now=NOW)
    file = Path(storage.database.url.database or "")
    needle = chat_id.to_bytes(6, "big")
    assert any(needle in each.read_bytes() for each in files(file))
    await storage.personal.forget(chat_id)
    assert [each.name for each in files(file) if needle in each.read_bytes()] == []
    with sqlite3.connect(file) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def files(database: Path) -> list[Path]:
    return [each for each in database.parent.iterdir() if each.name.startswith(database.name)]


@pytest.mark.parametrize("command", ["/export", "/forget"])
async def test_in_a_group_they_lead_to_ones_own_chat(storage: Storage, command: str) -> None:
    async with chatting(storage, system_clock) as chat:
        (answer,) = await chat.group.say(command)
        ((button,),) = answer["reply_markup"]["inline_keyboard"]
        assert button["url"] == f"https://t.me/dateline_bot?start={command[1:]}"
        payload: dict[str, Any] = (await chat.ada.say(f"/start {command[1:]}"))[0]
        assert payload["text"].startswith(f"{command} – ")
