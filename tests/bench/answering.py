"""Answering updates over a storage as the bot does, with the minimal Bot API as Telegram, and timing it."""

import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import count
from typing import Any

from telegram import Bot, Update

from bot.app import connected
from bot.config import Config
from bot.delivery.limits import Limiter, Limits, OwnBudget
from bot.delivery.telegram import Telegram
from bot.demo.botapi.world import TOKEN
from bot.dispatch import Dispatch
from bot.wiring.client import make_bot
from bot.wiring.services import make_services
from storage.store import Storage
from tests.make import NOW

_READER = {"id": 5_000_000, "is_bot": False, "first_name": "Ada", "language_code": "en"}


@dataclass(frozen=True, slots=True)
class Answering:
    """A bot over one storage; each of its methods returns the milliseconds an answer took."""

    bot: Bot
    dispatch: Dispatch
    numbers: Iterator[int]

    async def say(self, text: str) -> float:
        """Answer a reader's message."""
        return await self._answer({"message": self._message(_READER["id"], text)})

    async def say_as_stranger(self, text: str) -> float:
        """Answer a message of somebody who was never here."""
        return await self._answer({"message": self._message(6_000_000 + next(self.numbers), text)})

    async def press(self, data: str, bold: str = "") -> float:
        """Answer a pressed button, under a message that begins with some bold words."""
        message = self._message(_READER["id"], bold or "x")
        message["entities"] = [{"type": "bold", "offset": 0, "length": len(bold)}] if bold else []
        press = {"id": "1", "from": _READER, "chat_instance": "1", "message": message, "data": data}
        return await self._answer({"callback_query": press})

    async def ask_inline(self, query: str) -> float:
        """Answer an inline query."""
        return await self._answer({"inline_query": {"id": "1", "from": _READER, "query": query, "offset": ""}})

    def _message(self, chat_id: Any, text: str) -> dict[str, Any]:
        chat = {"id": chat_id, "type": "private", "first_name": "Ada"}
        sender = {**_READER, "id": chat_id}
        return {"message_id": next(self.numbers), "date": 0, "chat": chat, "from": sender, "text": text}

    async def _answer(self, content: dict[str, Any]) -> float:
        update = Update.de_json({"update_id": next(self.numbers), **content}, self.bot)
        began = time.perf_counter()
        await self.dispatch.answer(update, False)
        return (time.perf_counter() - began) * 1000


@asynccontextmanager
async def answering(storages: dict[str, Storage], origin: str) -> AsyncIterator[dict[str, Answering]]:
    """Give a bot over each storage, by its name; all of them share one way to Telegram."""
    config = Config.model_validate({"telegram": {"token": TOKEN, "api_url": origin}})
    limits = Limits(0, 0, 0)
    limiter = Limiter(limits, OwnBudget(limits, time.monotonic), time.monotonic)
    async with connected(make_bot(config)) as bot:
        telegram = Telegram(bot, limiter)
        yield {
            name: Answering(bot, Dispatch(make_services(config, storage, telegram, bot, lambda: NOW, None)), count(1))
            for name, storage in storages.items()
        }
