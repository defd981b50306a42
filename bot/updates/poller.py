"""Polling for updates: each is committed to the inbox before Telegram is told that it arrived."""

import asyncio
import json
import logging
import random
import time
from collections.abc import Callable
from typing import Any

from telegram.error import TelegramError

from bot.clock import Clock
from bot.delivery.transport import Transport
from bot.errors import AnotherInstance, TelegramRefused
from bot.pauses import pause
from bot.updates.polled import Polled, find_update_id, read_polled
from bot.updates.reception import ALLOWED_UPDATES, MOST_ODD_BYTES, Reception
from storage.errors import StorageUnavailable
from storage.inbox import Inbox
from storage.model import NewUpdate, UpdateState

log = logging.getLogger("dateline.updates")

POLL_SECONDS = 25
CONFIRM_SECONDS = 1  # a poll that confirms is short: only one without an offset hears of ids that begin anew
LAST_CONFIRM_SECONDS = 3.0
PAUSES_SECONDS = (0.5, 30.0)  # the shortest and the longest where something is wrong
CONTEST_PAUSE_SECONDS = 2.0
_WEBHOOK = "webhook is active"  # the 409 of a bot that still has one
_UNREAD_TIMES = 3  # the same unreadable update came so often: it is not the way that spoils it
CONTEST_SECONDS = 60.0  # so long a newcomer shares the token with another program
_FIRST_HOLDS_OUT, _COPY_HOLDS_OUT = 3, 0.5  # times as long: whose database is a copy ends before the original
_CONTEST_ENDS_SECONDS = 15.0


class Poller:
    """Fills the inbox, and says so when another program polls with the same token."""

    finds_others = True

    def __init__(
        self,
        transport: Transport,
        url: str,
        inbox: Inbox,
        *,
        clock: Clock,
        on_received: Callable[[], None],
        monotonic: Callable[[], float] = time.monotonic,
        pauses_seconds: tuple[float, float] = PAUSES_SECONDS,
        contest_seconds: float = CONTEST_SECONDS,
        contest_pause_seconds: float = CONTEST_PAUSE_SECONDS,
    ) -> None:
        self._transport = transport
        self._url = url
        self._inbox = inbox
        self._clock = clock
        self._reception = Reception(inbox, clock=clock, on_received=on_received, monotonic=monotonic)
        self._monotonic = monotonic
        self._pauses_seconds = pauses_seconds
        self._contest_seconds = contest_seconds
        self._contest_pause_seconds = contest_pause_seconds
        self._problem: str | None = None  # what is wrong now: said once, however long it lasts
        self._unread: list[bytes] = []  # answers about one update that nobody can read
        self._has_removed_webhook = False
        self._is_one_by_one = False  # so that such an update is found among others
        self._offset = 0  # what is below is confirmed by the next poll; 0 when all is confirmed
        self._stopping = asyncio.Event()
        self.is_of_copy = False  # its database was copied or moved, and perhaps another program has the original
        self._began_at = monotonic()
        self._contested_since: float | None = None
        self._contested_at = 0.0
        self.is_uncontested = asyncio.Event()  # polls go through
        self.is_contested = asyncio.Event()  # somebody else's did; whoever waits for it clears it

    @property
    def problem(self) -> str | None:
        """What keeps updates from coming now."""
        return self._problem

    def stop(self) -> None:
        """Take no more updates."""
        self._stopping.set()

    async def run(self) -> None:
        """Poll until stopped. Raises TelegramRefused for a refused token, AnotherInstance for a shared one."""
        await self._transport.initialize()
        shortest, longest = self._pauses_seconds
        try:
            waiting = shortest
            while not self._stopping.is_set():
                problem_seconds = await self._step(waiting)
                if problem_seconds is None:
                    waiting = shortest
                else:
                    await pause(problem_seconds, self._stopping)
                    waiting = min(waiting * 1.5, longest)
            await self._confirm_last()
        finally:
            await self._transport.shutdown()

    async def _step(self, waiting: float) -> float | None:
        """Poll once; return how long to wait where something was wrong."""
        try:
            polled = await self._poll()
        except TelegramError as error:
            self._say(error.message)
            return waiting
        if polled is None:
            return None  # stopped meanwhile
        if polled.unread:
            return await self._take_unread(polled, waiting)
        if polled.problem is not None and _WEBHOOK in polled.problem and not self._has_removed_webhook:
            return await self._remove_webhook(waiting)
        if polled.problem is not None:
            return self._note_problem(polled, waiting)
        self._note_success(polled)
        return await self._take(polled, waiting)

    async def _remove_webhook(self, waiting: float) -> float:
        """Take down what an earlier setup left; one that comes back is another program's."""
        log.warning("this bot had a webhook, and telegram.mode is polling: the webhook is taken down")
        url = self._url.removesuffix("getUpdates") + "deleteWebhook"
        try:
            await self._transport.call("POST", url, b"{}", seconds=POLL_SECONDS, is_json=True)
        except TelegramError as error:
            self._say(error.message)
            return waiting
        self._has_removed_webhook = True
        return 0.0

    def _say(self, problem: str) -> None:
        if problem != self._problem:
            log.warning("no updates: %s; asked again until they come", problem)
        self._problem = problem

    def _note_problem(self, polled: Polled, waiting: float) -> float:
        if polled.status in (401, 404):
            raise TelegramRefused("Telegram refuses the bot's token", is_token=True)
        if polled.status == 409:
            self._note_contest(polled.problem or "")
            return self._contest_pause_seconds
        self._say(polled.problem or "")
        return waiting if polled.wait_seconds is None else polled.wait_seconds

    def _note_contest(self, problem: str) -> None:
        now = self._monotonic()
        self.is_uncontested.clear()
        self.is_contested.set()
        if self._contested_since is None:
            log.error("another program polls with this token: %s", problem)
            self._contested_since = now
        self._contested_at = now
        if now - self._contested_since > self._patience_seconds(self._contested_since) * random.uniform(1, 1.08):  # noqa: S311 - so that not both end at once
            raise AnotherInstance("another program polls with this bot's token; stop it, or give this one its own")

    def _patience_seconds(self, contested_since: float) -> float:
        is_newcomer = contested_since - self._began_at < self._contest_seconds
        return self._contest_seconds * (_COPY_HOLDS_OUT if self.is_of_copy else 1 if is_newcomer else _FIRST_HOLDS_OUT)

    def _note_success(self, polled: Polled) -> None:
        if self._problem is not None:
            log.info("updates come again")
            self._problem = None
        if not polled.updates:
            self._is_one_by_one = False
        if self._contested_since is not None and self._monotonic() - self._contested_at > _CONTEST_ENDS_SECONDS:
            log.info("nobody else polls with this token any more")
            self._contested_since = None
        if self._contested_since is None:
            self.is_uncontested.set()

    async def _poll(self) -> Polled | None:
        """Ask for updates; None if stopped meanwhile."""
        seconds = CONFIRM_SECONDS if self._offset else POLL_SECONDS
        polling = asyncio.ensure_future(self._get({"timeout": seconds}, seconds=seconds + 10.0))
        stopping: asyncio.Future[Any] = asyncio.ensure_future(self._stopping.wait())
        try:
            waiting: set[asyncio.Future[Any]] = {polling, stopping}
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            return polling.result() if polling.done() else None
        finally:
            for task in (polling, stopping):
                task.cancel()
            await asyncio.gather(polling, stopping, return_exceptions=True)

    async def _get(self, parameters: dict[str, Any], *, seconds: float) -> Polled:
        body = {"allowed_updates": list(ALLOWED_UPDATES), **parameters}
        if self._is_one_by_one:
            body["limit"] = 1
        if self._offset:
            body["offset"] = self._offset
        data = json.dumps(body).encode()
        status, answer = await self._transport.call("POST", self._url, data, seconds=seconds, is_json=True)
        return read_polled(status, answer)

    async def _take(self, polled: Polled, waiting: float) -> float | None:
        """Commit what was found; return how long to wait where that cannot be done, or nothing of it can be read."""
        try:
            await self._reception.take(polled.updates, polled.odd)
        except (StorageUnavailable, OSError) as error:
            log.warning("updates wait for the database: %s", error)
            return waiting
        self._offset = max((each.update.update_id or 0 for each in polled.updates), default=-1) + 1
        return waiting if polled.odd and not polled.updates else None

    async def _take_unread(self, polled: Polled, waiting: float) -> float:
        """Ask for one update at a time; one that is unreadable again and again is set aside, and the others come."""
        self._unread = [each for each in self._unread if each == polled.unread] + [polled.unread]
        update_id = find_update_id(polled.unread)
        if not self._is_one_by_one or update_id is None or len(self._unread) < _UNREAD_TIMES:
            self._is_one_by_one = True
            return self._note_problem(polled, waiting)
        content, state = polled.unread[:MOST_ODD_BYTES], UpdateState.SET_ASIDE
        aside = NewUpdate(update_id=update_id, lane="", sender="", content=content, state=state, error="not readable")
        try:
            await self._inbox.receive([aside], now=self._clock())
        except (StorageUnavailable, OSError) as error:
            log.warning("updates wait for the database: %s", error)
            return waiting
        log.error("update %d cannot be read; it was set aside", update_id)
        self._offset, self._unread = update_id + 1, []
        return 0.0

    async def _confirm_last(self) -> None:
        """Tell Telegram which updates need not come again."""
        if not self._offset:
            return
        try:
            await self._get({"timeout": 0, "limit": 1}, seconds=LAST_CONFIRM_SECONDS)
        except TelegramError as error:
            log.warning("the last updates were not confirmed: %s", error.message)
