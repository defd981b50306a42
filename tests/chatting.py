"""Chatting with the running bot as people do: write, press, read what comes."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

from bot.app import Role, connected, run_until
from bot.clock import Clock
from bot.config import Config
from bot.demo.botapi import people
from bot.demo.botapi.control import add_control
from bot.demo.botapi.server import add_bot_api
from bot.demo.botapi.world import FIRST_PERSON_ID, TOKEN, Chat, Json, Person, World
from bot.wiring import make_app
from bot.wiring.client import make_bot
from storage.store import Storage
from tests.make import NOW

PATIENCE_SECONDS = 30.0
PROBE = ("deleteEphemeralMessage", 400)


class Reader:
    """A person, in one chat."""

    def __init__(self, world: World, person: Person, chat: Chat, storage: Storage | None = None) -> None:
        self.world = world
        self.storage = storage
        self.person = person
        self.chat = chat
        self.thread_id: int | None = None  # the topic of a forum
        self.as_chat: int | None = None  # write in the name of a chat, as anonymous administrators do

    async def say(self, text: str, *, reply_to: int | None = None) -> list[Json]:
        """Write a message; return what the bot answered."""
        before = set(self.world.messages)
        sent = people.write(self.world, self.person, self.chat, text, reply_to, self.as_chat, self.thread_id)
        await self.settled()
        own = (self.chat.id, sent["message_id"])
        return [message for key, message in self.world.messages.items() if key not in before and key != own]

    async def press(self, message: Json, label: str) -> Json:
        """Press a button; return the toast."""
        data = button(message, label)["callback_data"]
        toast = await people.press(self.world, self.person, self.chat, message["message_id"], data)
        await self.settled()
        return toast

    async def press_raw(self, message: Json, data: str) -> Json:
        """Send back data of one's own making."""
        return await people.press(self.world, self.person, self.chat, message["message_id"], data)

    async def ask_inline(self, query: str, offset: str = "") -> Json:
        """Type an inline query; return the offered results."""
        return await people.ask_inline(self.world, self.person, query, offset)

    async def settled(self) -> None:
        """Wait until the bot has answered every update; a bot of another program, until it has said something."""
        ends_at = time.monotonic() + PATIENCE_SECONDS
        known = len(self.world.messages)

        async def is_open() -> bool:
            return await self.storage.inbox.has_open() if self.storage else len(self.world.messages) == known

        while self.world.updates or await is_open():
            if time.monotonic() > ends_at:
                raise TimeoutError("the bot has not answered")
            await asyncio.sleep(0.002)

    def said(self) -> list[str]:
        """Return the texts in the chat, in order."""
        mine = (message for key, message in self.world.messages.items() if key[0] == self.chat.id)
        return [message.get("text", "") for message in mine]


class Chatting:
    """A world with a running bot."""

    def __init__(self, world: World, storage: Storage, url: str) -> None:
        self.world = world
        self.storage = storage
        self.url = url
        ada = world.people.get(FIRST_PERSON_ID) or world.add_person("Ada", "en", "ada")
        self.ada = Reader(world, ada, world.chats[ada.id], storage)
        group = world.chats.get(-100500) or world.add_chat(-100500, "group", "Breakfast table", {ada.id})
        group.administrators = {ada.id}
        self.group = Reader(world, ada, group, storage)

    def refused(self) -> list[tuple[str, Json, int]]:
        """Return the calls that the Bot API refused, but for the one that asks whether it knows ephemeral messages."""
        return [call for call in self.world.calls if call[2] >= 400 and (call[0], call[2]) != PROBE]


@asynccontextmanager
async def served(world: World) -> AsyncIterator[str]:
    """Serve a world; give its address."""
    app = web.Application(client_max_size=64 * 1024 * 1024)
    add_bot_api(app, world)
    add_control(app)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1, handler_cancellation=True)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def chatting(
    storage: Storage,
    clock: Clock = lambda: NOW,
    *,
    world: World | None = None,
    owners: tuple[int, ...] = (),
    **config: Any,
) -> AsyncIterator[Chatting]:
    """Run the bot against a world of its own, or again against one; every call it made must have been accepted."""
    world = world or World(clock)
    roles = config.pop("roles", frozenset(Role))
    async with served(world) as url:
        lifted = {"overall_per_second": 0, "chat_per_second": 0, "group_per_minute": 0}
        telegram = {"token": TOKEN, "api_url": url, "owner_ids": owners, **config.pop("telegram", {})}
        keys = {"telegram": telegram, "limits": lifted, **config}
        settings = Config.model_validate(keys)
        stopping = asyncio.Event()
        async with connected(make_bot(settings)) as bot:
            app = make_app(settings, storage, bot, clock=clock, roles=roles)
            running = asyncio.ensure_future(run_until(app, stopping))
            try:
                yield Chatting(world, storage, url)
            finally:
                stopping.set()
                await running


def button(message: Json, label: str) -> Json:
    """Return the button with this label."""
    buttons = [each for row in message["reply_markup"]["inline_keyboard"] for each in row]
    found: Json = next(each for each in buttons if each["text"] == label)
    return found


def labels(message: Json) -> list[list[str]]:
    """Return the labels of a message's buttons, by row."""
    return [[each["text"] for each in row] for row in message.get("reply_markup", {}).get("inline_keyboard", [])]
