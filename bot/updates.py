"""Polling for updates: each is answered before Telegram is told that it arrived."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter  # the only way to the public BaseRequest.post

from bot.delivery.telegram import wait_seconds
from bot.delivery.transport import Transport
from bot.errors import TelegramRefused
from storage.errors import StorageUnavailable

log = logging.getLogger("dateline.updates")

POLL_SECONDS = 25
PAGE = 100  # as many as Telegram shows at once (https://core.telegram.org/bots/api#getupdates)
MOST_TRIES = 60  # of an update that finds the database away
_BETWEEN_TRIES_SECONDS = 1.0
ALLOWED_UPDATES = ("message", "callback_query", "inline_query", "my_chat_member")
DRAIN_SECONDS = 15.0  # at the end, answers under way are waited for so long
CONFIRM_SECONDS = 3.0
_SETTLE_SECONDS = 1.5  # so long the next poll waits for answers, so that it can confirm them
_AGAIN_SECONDS = 0.3  # between polls that bring nothing but updates still being answered
_SHORTEST_PAUSE_SECONDS, _LONGEST_PAUSE_SECONDS = 0.5, 30.0


class Poller:
    """Takes updates: in order within a chat, side by side across chats; a slow chat holds up nobody else."""

    def __init__(self, bot: Bot, transport: Transport, answer: Callable[[Update], Awaitable[None]]) -> None:
        self._bot = bot
        self._transport = transport
        self._answer = answer
        self._offset = 0  # what is below is confirmed by the next poll
        self._answering: dict[int, asyncio.Future[None]] = {}  # by update id
        self._last_of_chat: dict[int, asyncio.Task[None]] = {}
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """Take no more updates; what was taken is answered."""
        self._stopping.set()

    async def run(self) -> None:
        """Poll until stopped. Raises TelegramRefused when the token no longer holds."""
        await self._transport.initialize()
        try:
            await self._run()
        finally:
            await self._transport.shutdown()

    async def _run(self) -> None:
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
            except TelegramError as error:
                log.warning("no updates: %s; again in %.1f s", error.message, pause)
                pause = await self._rest(pause)
            else:
                pause = _SHORTEST_PAUSE_SECONDS
                await self._take(updates)
        await self._finish()

    async def _poll(self) -> list[dict[str, Any]]:
        """Ask for updates, as they are: one that the library cannot read must not hide the others."""
        parameters = {"offset": self._offset, "timeout": POLL_SECONDS, "allowed_updates": list(ALLOWED_UPDATES)}
        if self._answering:
            parameters["timeout"] = 1
        polling = asyncio.ensure_future(self._get(parameters, seconds=POLL_SECONDS + 10.0))
        stopping: asyncio.Future[Any] = asyncio.ensure_future(self._stopping.wait())
        try:
            waiting: set[asyncio.Future[Any]] = {polling, stopping}
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            return polling.result() if polling.done() else []
        finally:
            for task in (polling, stopping):
                task.cancel()
            await asyncio.gather(polling, stopping, return_exceptions=True)

    async def _get(self, parameters: dict[str, Any], *, seconds: float) -> list[dict[str, Any]]:
        data = RequestData([RequestParameter.from_input(key, value) for key, value in parameters.items()])
        found: object = await self._transport.post(f"{self._bot.base_url}/getUpdates", data, read_timeout=seconds)
        return [update for update in found if isinstance(update, dict)] if isinstance(found, list) else []

    async def _take(self, found: list[dict[str, Any]]) -> None:
        begun: set[asyncio.Future[None]] = set()
        for raw in found:
            update_id = int(raw["update_id"])
            if update_id not in self._answering and update_id >= self._offset:
                self._answering[update_id] = self._begin(update_id, raw)
                begun.add(self._answering[update_id])
        if begun:  # and not for older ones: whose answer takes long holds up nobody else's
            await asyncio.wait(begun, timeout=_SETTLE_SECONDS)
        self._advance(found)
        if found and not begun:
            if len(found) >= PAGE:
                self._pass_over(found)
            await self._rest(_AGAIN_SECONDS)

    def _pass_over(self, found: list[dict[str, Any]]) -> None:
        """Confirm a page full of updates behind one slow answer, or Telegram would show no others."""
        log.warning("%d updates are being answered: they are confirmed before that", len(self._answering))
        self._offset = max(int(raw["update_id"]) for raw in found) + 1

    def _begin(self, update_id: int, raw: dict[str, Any]) -> "asyncio.Future[None]":
        try:
            update = Update.de_json(raw, self._bot)
        except Exception:
            # A shape the library does not know: nothing of ours, and no reason to stop.
            log.exception("update %s cannot be read", update_id)
            passed = asyncio.get_running_loop().create_future()
            passed.set_result(None)
            return passed
        chat, person = update.effective_chat, update.effective_user
        key = chat.id if chat else person.id if person else 0
        task = asyncio.ensure_future(self._answer_after(self._last_of_chat.get(key), update))
        self._last_of_chat[key] = task
        task.add_done_callback(
            lambda done: self._last_of_chat.pop(key) if self._last_of_chat.get(key) is done else None
        )
        return task

    async def _answer_after(self, earlier: "asyncio.Task[None] | None", update: Update) -> None:
        if earlier is not None:
            await asyncio.wait({earlier})
        for _ in range(MOST_TRIES):
            try:
                await self._answer(update)
            except (StorageUnavailable, OSError) as error:
                log.warning("update %s waits for the database: %s", update.update_id, error)
                await asyncio.sleep(_BETWEEN_TRIES_SECONDS)
            else:
                return
        log.error("update %s was given up: the database was away too long", update.update_id)

    def _advance(self, found: list[dict[str, Any]]) -> None:
        """Move the offset over everything answered, up to the first update that is not."""
        last = max((int(raw["update_id"]) + 1 for raw in found), default=self._offset)
        answering = self._answering.items()
        open_ids = [update_id for update_id, task in answering if update_id >= self._offset and not task.done()]
        self._offset = min(open_ids, default=max(last, self._offset))
        self._answering = {each: task for each, task in answering if each >= self._offset or not task.done()}

    async def _rest(self, seconds: float) -> float:
        """Wait, unless stopped meanwhile; return how long to wait the next time."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), seconds)
        return min(seconds * 1.5, _LONGEST_PAUSE_SECONDS)

    async def _finish(self) -> None:
        """Wait for the answers under way, then tell Telegram which updates need not come again."""
        if self._answering:
            last = max(self._answering)
            _, late = await asyncio.wait(self._answering.values(), timeout=DRAIN_SECONDS)
            self._advance([{"update_id": last}])
            for task in late:
                task.cancel()
        try:
            async with asyncio.timeout(CONFIRM_SECONDS):
                await self._get({"offset": self._offset, "timeout": 0, "limit": 1}, seconds=CONFIRM_SECONDS)
        except (TelegramError, TimeoutError) as error:
            log.warning("the last updates were not confirmed: %s", type(error).__name__)
