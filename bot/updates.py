"""Polling for updates: each is committed to the inbox before Telegram is told that it arrived."""

import asyncio
import hashlib
import json
import logging
import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from telegram.error import TelegramError

from bot.clock import Clock
from bot.delivery.transport import Transport
from bot.errors import AnotherInstance, TelegramRefused
from bot.pauses import pause
from bot.polled import Polled, Received, find_update_id, read_polled
from bot.quota import Quota, Verdict
from storage.errors import StorageUnavailable
from storage.inbox import Inbox
from storage.model import NewUpdate, UpdateState

log = logging.getLogger("dateline.updates")

POLL_SECONDS = 25
CONFIRM_SECONDS = 1  # a poll that confirms is short: only one without an offset hears of ids that begin anew
ALLOWED_UPDATES = ("message", "callback_query", "inline_query", "my_chat_member")
LAST_CONFIRM_SECONDS = 3.0
OVER_QUOTA = "over the quota"
MOST_ODD_BYTES, MOST_ODDITIES = 65_536, 1000
PAUSES_SECONDS = (0.5, 30.0)  # the shortest and the longest where something is wrong
CONTEST_PAUSE_SECONDS = 2.0
_UNREAD_TIMES = 3  # the same unreadable update came so often: it is not the way that spoils it
CONTEST_SECONDS = 60.0  # so long a newcomer shares the token with another program
_FIRST_HOLDS_OUT, _COPY_HOLDS_OUT = 3, 0.5  # times as long: whose database is a copy ends before the original
_CONTEST_ENDS_SECONDS = 15.0


class Poller:
    """Fills the inbox, and says so when another program polls with the same token."""

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
        self._on_received = on_received
        self._monotonic = monotonic
        self._pauses_seconds = pauses_seconds
        self._contest_seconds = contest_seconds
        self._contest_pause_seconds = contest_pause_seconds
        self._problem: str | None = None  # what is wrong now: said once, however long it lasts
        self._unread: list[bytes] = []  # answers about one update that nobody can read
        self._is_one_by_one = False  # so that such an update is found among others
        self._quota = Quota()
        self._offset = 0  # what is below is confirmed by the next poll; 0 when all is confirmed
        self._stopping = asyncio.Event()
        self._known_oddities: set[str] = set()
        self.is_of_copy = False  # its database was copied or moved, and perhaps another program has the original
        self._began_at = monotonic()
        self._contested_since: float | None = None
        self._contested_at = 0.0
        self.is_uncontested = asyncio.Event()  # polls go through
        self.is_contested = asyncio.Event()  # somebody else's did; whoever waits for it clears it

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
        if polled.problem is not None:
            return self._note_problem(polled, waiting)
        self._note_success(polled)
        return await self._take(polled, waiting)

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
        odd = self._new_oddities(polled.odd)
        senders = {each.update.sender for each in polled.updates if not each.is_exempt}
        try:
            received = await self._inbox.receive_judged(
                senders, lambda counted: [*self._judged(polled.updates, counted), *odd], now=self._clock()
            )
        except (StorageUnavailable, OSError) as error:
            log.warning("updates wait for the database: %s", error)
            return waiting
        self._offset = max((each.update.update_id or 0 for each in polled.updates), default=-1) + 1
        if received:
            self._on_received()
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

    def _new_oddities(self, odd: tuple[bytes, ...]) -> list[NewUpdate]:
        """Return what cannot even be confirmed, to be set aside with its bytes: each once, however often it comes."""
        new = []
        for whole in odd:
            content = whole[:MOST_ODD_BYTES]
            digest = hashlib.sha256(content).hexdigest()
            if digest not in self._known_oddities and len(self._known_oddities) < MOST_ODDITIES:
                self._known_oddities.add(digest)
                log.error("an update without an id was set aside: %s", content[:200].decode("utf-8", "replace"))
                state, error = UpdateState.SET_ASIDE, "it has no id"
                new.append(NewUpdate(update_id=None, lane="", sender="", content=content, state=state, error=error))
        return new

    def _judged(self, updates: tuple[Received, ...], waiting: Counter[str]) -> list[NewUpdate]:
        """Return updates as they are to be stored: those beyond their sender's quota will not be answered."""
        judged = []
        for each in updates:
            verdict, sender = Verdict.ANSWER, each.update.sender
            if not each.is_exempt:
                verdict = self._quota.judge(sender, waiting, at_seconds=self._monotonic())
            if verdict is Verdict.NOTICE:
                log.warning("%s has too much waiting: one notice, then silence", sender)
            state = UpdateState.DROPPED if verdict is Verdict.DROP else UpdateState.WAITING
            error = None if verdict is Verdict.ANSWER else OVER_QUOTA
            judged.append(replace(each.update, state=state, error=error))
        return judged

    async def _confirm_last(self) -> None:
        """Tell Telegram which updates need not come again."""
        if not self._offset:
            return
        try:
            await self._get({"timeout": 0, "limit": 1}, seconds=LAST_CONFIRM_SECONDS)
        except TelegramError as error:
            log.warning("the last updates were not confirmed: %s", error.message)
