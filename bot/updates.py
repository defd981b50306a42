"""Polling for updates: each is answered before Telegram is told that it arrived."""

import asyncio
import contextlib
import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable

from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.delivery.telegram import wait_seconds
from bot.errors import TelegramRefused

log = logging.getLogger("dateline.updates")

POLL_SECONDS = 25
ALLOWED_UPDATES = ("message", "callback_query", "inline_query", "my_chat_member")
_SHORTEST_PAUSE_SECONDS, _LONGEST_PAUSE_SECONDS = 0.5, 30.0


class Poller:
    """Takes updates in the order they came: in order within a chat, side by side across chats."""

    def __init__(self, bot: Bot, answer: Callable[[Update], Awaitable[None]]) -> None:
        self._bot = bot
        self._answer = answer
        self._offset = 0
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """Take no more updates; what was taken is answered."""
        self._stopping.set()

    async def run(self) -> None:
        """Poll until stopped. Raises TelegramRefused when the token no longer holds."""
        pause = _SHORTEST_PAUSE_SECONDS
        while not self._stopping.is_set():
            try:
                updates = await self._poll()
            except InvalidToken:
                raise TelegramRefused("Telegram refuses the bot's token", is_token=True) from None
            except RetryAfter as error:
                await self._rest(wait_seconds(error))
            except Conflict as error:
                log.error("another program polls with this token: %s", error.message)
                pause = await self._rest(pause)
            except (NetworkError, TelegramError) as error:
                log.warning("no updates: %s; again in %.1f s", error.message, pause)
                pause = await self._rest(pause)
            else:
                pause = _SHORTEST_PAUSE_SECONDS
                await self._answer_all(updates)
        await self._confirm()

    async def _poll(self) -> tuple[Update, ...]:
        polling = asyncio.ensure_future(
            self._bot.get_updates(offset=self._offset, timeout=POLL_SECONDS, allowed_updates=ALLOWED_UPDATES)
        )
        stopping = asyncio.ensure_future(self._stopping.wait())
        try:
            await asyncio.wait({polling, stopping}, return_when=asyncio.FIRST_COMPLETED)
            return polling.result() if polling.done() else ()
        finally:
            for task in (polling, stopping):
                task.cancel()
            await asyncio.gather(polling, stopping, return_exceptions=True)

    async def _answer_all(self, updates: Iterable[Update]) -> None:
        by_chat: dict[int, list[Update]] = defaultdict(list)
        for update in updates:
            chat, person = update.effective_chat, update.effective_user
            by_chat[chat.id if chat else person.id if person else 0].append(update)
            self._offset = max(self._offset, update.update_id + 1)
        await asyncio.gather(*(self._answer_in_order(queue) for queue in by_chat.values()))

    async def _answer_in_order(self, updates: list[Update]) -> None:
        for update in updates:
            await self._answer(update)

    async def _rest(self, seconds: float) -> float:
        """Wait, unless stopped meanwhile; return how long to wait the next time."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), seconds)
        return min(seconds * 1.5, _LONGEST_PAUSE_SECONDS)

    async def _confirm(self) -> None:
        """Tell Telegram which updates were answered, so that they do not come again."""
        try:
            await self._bot.get_updates(offset=self._offset, timeout=0, limit=1)
        except TelegramError as error:
            log.warning("the last updates were not confirmed: %s", error.message)
