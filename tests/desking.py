"""Working at the desk as an editor does."""

import asyncio
from collections.abc import Callable
from typing import Any

from bot.demo.botapi.world import FIRST_PERSON_ID
from storage.model import Status
from storage.store import Storage
from tests.chatting import Chatting, Reader

OWNERS = (FIRST_PERSON_ID,)


def person(desk: Chatting, name: str) -> Reader:
    """Return somebody else."""
    known = next((each for each in desk.world.people.values() if each.first_name == name), None)
    found = known or desk.world.add_person(name)
    return Reader(desk.world, found, desk.world.chats[found.id], desk.storage)


def last(reader: Reader) -> dict[str, Any]:
    """Return the last message in somebody's chat."""
    return [message for key, message in reader.world.messages.items() if key[0] == reader.chat.id][-1]


async def until(is_so: Callable[[], Any], seconds: float = 20) -> None:
    """Wait until something is so."""
    async with asyncio.timeout(seconds):
        while not await is_so():
            await asyncio.sleep(0.05)


async def has_status(storage: Storage, number: int, status: Status) -> bool:
    return (await storage.articles.get(number)).status is status


async def open_draft(editor: Reader) -> dict[str, Any]:
    """Open #1 from the desk; return what can be done to it."""
    await editor.say("/desk")
    await editor.press(last(editor), "1")
    return last(editor)


async def correct_headline(editor: Reader, headline: str) -> dict[str, Any]:
    """Type another headline into a correction of #1; return what can be done to it."""
    _, panel = await editor.say("/correct 1")
    await editor.press(panel, "Headline")
    _, panel = await editor.say(headline)
    return panel


async def save_as(editor: Reader, label: str) -> dict[str, Any]:
    """Save a correction under a label; return the message that asks for its note."""
    await editor.press(last(editor), "Save…")
    await editor.press(last(editor), label)
    return last(editor)
