"""A reader goes through every command, button and setting, in every language: nothing refused, nothing untranslated."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.clock import system_clock
from bot.demo.botapi import people
from bot.handlers import READERS_COMMANDS
from bot.i18n import load_catalog
from storage.model import Bullet
from storage.store import Storage
from tests.chatting import Chatting, Reader, chatting
from tests.handlers.test_channels import CHANNEL_ID, add_channel
from tests.handlers.test_presses import FRESH
from tests.make import make_text

CATALOG = load_catalog()
ARGUMENTS = {
    "story": ("", "1", "99", "x"), "sources": ("1",), "search": ("", "harbour"), "recent": ("", "world", "nothing"),
    "schedule": ("", "7:30", "25:00", "quiet", "quiet 22-7", "quiet off", "Hyderabad", "Nowhereville", "san"),
    "pause": ("", "3", "soon", "367", "forever"), "mute": ("", "golf", "x" * 60), "unmute": ("", "golf"),
    "briefing": ("", "yesterday", "someday", "2020-01-01"), "language": ("", "Klingon"),
}  # fmt: skip
ENGLISH = CATALOG.words("en")
KEYS = [key for key in ENGLISH.bundle._messages if not key.startswith("typed-")]
TOPIC = 7
SHORTEST = 14  # characters of an English text that stands nowhere by chance


def english_only(language: str) -> set[str]:
    """Return the English texts that have no values in them, and are worded otherwise in a language."""
    own = CATALOG.words(language)
    said = {key: ENGLISH(key) for key in KEYS}
    return {text for key, text in said.items() if "{" not in text and len(text) >= SHORTEST and own(key) != text}


async def go_through(chat: Chatting, reader: Reader) -> list[str]:
    """Ask for everything there is; return all that was said and every label."""
    for command in READERS_COMMANDS:
        for argument in ARGUMENTS.get(command.name, ("",)):
            await reader.say(f"/{command.name} {argument}".strip())
    for data in (*FRESH, "forget"):
        (message,) = await reader.say("/help")
        await reader.press_raw(message, data)
        await reader.settled()
    own = [each for key, each in chat.world.messages.items() if key[0] == reader.chat.id]
    ours = [each for each in own if each["from"]["id"] == chat.world.bot["id"]]
    return [each.get("text", "") for each in ours] + [label for each in ours for label in labels_of(each)]


def labels_of(message: dict[str, Any]) -> list[str]:
    keyboard = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in keyboard for button in row]


def place_of(chat: Chatting, place: str) -> Reader:
    """Return somebody who may change what this place gets, there."""
    if place == "private":
        return chat.ada
    if place == "topic":
        chat.group.chat.type, chat.group.chat.is_forum = "supergroup", True
        chat.group.thread_id = TOPIC
    return chat.group


@pytest.mark.parametrize("place", ["private", "group", "topic"])
@pytest.mark.parametrize("language", CATALOG.languages)
async def test_reader_goes_through_everything_in_every_language(
    sqlite_storage: Storage, language: str, place: str
) -> None:
    storage = sqlite_storage
    long = tuple(f"Paragraph {number} of a long story about the harbour. [1]" * 12 for number in range(1, 12))
    texts = [make_text("Harbour", body=long, section="World"), make_text("Gulls", section="Sport")]
    await storage.articles.add(texts, now=system_clock(), publish=True)
    async with chatting(storage, system_clock) as chat:
        chat.ada.person.language_code = language
        said = await go_through(chat, place_of(chat, place))
        assert chat.refused() == []
        untranslated = english_only(language)
        assert [(text, each) for text in said for each in untranslated if each in text] == []
        assert not any("{" in text or "???" in text for text in said)


@pytest.mark.parametrize("language", CATALOG.languages)
async def test_administrator_goes_through_everything_of_a_channel_in_every_language(
    sqlite_storage: Storage, language: str
) -> None:
    await sqlite_storage.articles.add([make_text("Harbour", section="World")], now=system_clock(), publish=True)
    async with chatting(sqlite_storage, system_clock) as chat:
        channel = add_channel(chat)
        chat.ada.person.language_code = language
        people.forward_post(chat.world, chat.ada.person, channel, "Something we wrote")
        await chat.ada.settled()
        for data in FRESH:
            (message,) = await chat.ada.say("/help")
            await chat.ada.press_raw(message, f"@{CHANNEL_ID}:{data}")
            await chat.ada.settled()
        said = chat.ada.said() + [label for each in chat.world.messages.values() for label in labels_of(each)]
        assert chat.refused() == []
        assert [(text, each) for text in said for each in english_only(language) if each in text] == []
        assert not any("{" in text or "???" in text for text in said)
        assert [key for key in chat.world.messages if key[0] == CHANNEL_ID] == []  # its readers see nothing of it


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_no_query_is_an_error(sqlite_storage: Storage, query: str) -> None:
    if await sqlite_storage.articles.find_newest() is None:
        bullets = (Bullet(text="Gulls were heard at the pier."),)
        await sqlite_storage.articles.add([make_text("Harbour", bullets=bullets)], now=system_clock(), publish=True)
    await sqlite_storage.search.list_matches(query, limit=5)
