"""Polling for updates: each is committed to the inbox before Telegram is told that it arrived."""

import asyncio
import hashlib
import json
import logging
import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from telegram.error import TelegramError

from bot.clock import Clock
from bot.delivery.transport import Transport
from bot.envelopes import is_exempt, read_envelope
from bot.errors import AnotherInstance, TelegramRefused
from bot.pauses import pause
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
_SHORTEST_PAUSE_SECONDS, _LONGEST_PAUSE_SECONDS = 0.5, 30.0
_CONTEST_PAUSE_SECONDS = 2.0
CONTEST_SECONDS = 60.0  # so long a newcomer shares the token with another program; one that was first holds out longer
_FIRST_HOLDS_OUT = 3
_CONTEST_ENDS_SECONDS = 15.0


@dataclass(frozen=True, slots=True)
class Polled:
    """One answer to getUpdates: updates, or what was wrong with it."""

    updates: tuple[Any, ...] = ()
    problem: str | None = None
    status: int = 200
    wait_seconds: float | None = None


def read_polled(status: int, body: bytes) -> Polled:
    """Read an answer of any shape; nothing of it raises."""
    try:
        parsed = json.loads(body)
        if parsed.get("ok") is True and isinstance(parsed.get("result"), list):
            return Polled(updates=tuple(parsed["result"]))
        told = parsed.get("parameters") or {}
        wait = told.get("retry_after") if isinstance(told, dict) else None
        problem = str(parsed.get("description") or "an answer that is none")[:200]
        # A number that any clock can take, or none.
        seconds = min(max(float(wait), 0.0), 86_400.0) if isinstance(wait, int | float) else None
        return Polled(problem=problem, status=status, wait_seconds=seconds)
    except (ValueError, AttributeError, RecursionError):
        return Polled(problem=f"an answer that is none (HTTP {status})", status=status)


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
    ) -> None:
        self._transport = transport
        self._url = url
        self._inbox = inbox
        self._clock = clock
        self._on_received = on_received
        self._monotonic = monotonic
        self._quota = Quota()
        self._offset = 0  # what is below is confirmed by the next poll; 0 when all is confirmed
        self._stopping = asyncio.Event()
        self._known_oddities: set[str] = set()
        self._began_at = monotonic()
        self._contested_since: float | None = None
        self._contested_at = 0.0
        self.is_uncontested = asyncio.Event()  # polls go through, and nobody else's do

    def stop(self) -> None:
        """Take no more updates."""
        self._stopping.set()

    async def run(self) -> None:
        """Poll until stopped. Raises TelegramRefused for a refused token, AnotherInstance for a shared one."""
        await self._transport.initialize()
        try:
            waiting = _SHORTEST_PAUSE_SECONDS
            while not self._stopping.is_set():
                problem_seconds = await self._step(waiting)
                if problem_seconds is None:
                    waiting = _SHORTEST_PAUSE_SECONDS
                else:
                    await pause(problem_seconds, self._stopping)
                    waiting = min(waiting * 1.5, _LONGEST_PAUSE_SECONDS)
            await self._confirm_last()
        finally:
            await self._transport.shutdown()

    async def _step(self, waiting: float) -> float | None:
        """Poll once; return how long to wait where something was wrong."""
        try:
            polled = await self._poll()
        except TelegramError as error:
            log.warning("no updates: %s; again in %.1f s", error.message, waiting)
            return waiting
        if polled is None:
            return None  # stopped meanwhile
        if polled.problem is not None:
            return self._note_problem(polled, waiting)
        self._note_success()
        return await self._take(polled.updates, waiting)

    def _note_problem(self, polled: Polled, waiting: float) -> float:
        if polled.status in (401, 404):
            raise TelegramRefused("Telegram refuses the bot's token", is_token=True)
        if polled.status == 409:
            self._note_contest(polled.problem or "")
            return _CONTEST_PAUSE_SECONDS
        seconds = waiting if polled.wait_seconds is None else polled.wait_seconds
        log.warning("no updates: %s; again in %.1f s", polled.problem, seconds)
        return seconds

    def _note_contest(self, problem: str) -> None:
        now = self._monotonic()
        self.is_uncontested.clear()
        if self._contested_since is None:
            log.error("another program polls with this token: %s", problem)
            self._contested_since = now
        self._contested_at = now
        is_newcomer = self._contested_since - self._began_at < CONTEST_SECONDS
        patience = CONTEST_SECONDS * (1 if is_newcomer else _FIRST_HOLDS_OUT)
        if now - self._contested_since > patience + random.uniform(0, 5):  # noqa: S311 - so that not both end at once
            raise AnotherInstance("another program polls with this bot's token; stop it, or give this one its own")

    def _note_success(self) -> None:
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
        if self._offset:
            body["offset"] = self._offset
        data = json.dumps(body).encode()
        status, answer = await self._transport.call("POST", self._url, data, seconds=seconds, is_json=True)
        return read_polled(status, answer)

    async def _take(self, found: tuple[Any, ...], waiting: float) -> float | None:
        """Commit what was found; return how long to wait where that cannot be done, or nothing of it can be read."""
        updates = [raw for raw in found if _is_readable(raw)]
        odd = [raw for raw in found if not _is_readable(raw)]
        try:
            judged = await self._judged(updates)
            received = await self._inbox.receive([*judged, *self._new_oddities(odd)], now=self._clock())
        except (StorageUnavailable, OSError) as error:
            log.warning("updates wait for the database: %s", error)
            return waiting
        self._offset = max((raw["update_id"] for raw in updates), default=-1) + 1
        if received:
            self._on_received()
        return waiting if odd and not updates else None

    def _new_oddities(self, odd: list[Any]) -> list[NewUpdate]:
        """Return what cannot even be confirmed, to be set aside with its bytes: each once, however often it comes."""
        new = []
        for raw in odd:
            content = json.dumps(raw).encode()[:MOST_ODD_BYTES]
            digest = hashlib.sha256(content).hexdigest()
            if digest not in self._known_oddities and len(self._known_oddities) < MOST_ODDITIES:
                self._known_oddities.add(digest)
                log.error("an update without an id was set aside: %s", content[:200].decode("utf-8", "replace"))
                state, error = UpdateState.SET_ASIDE, "it has no id"
                new.append(NewUpdate(update_id=None, lane="", sender="", content=content, state=state, error=error))
        return new

    async def _judged(self, updates: list[dict[str, Any]]) -> list[NewUpdate]:
        """Return updates as they are to be stored: those beyond their sender's quota will not be answered."""
        envelopes = [read_envelope(raw) for raw in updates]
        counted = [(each, raw) for each, raw in zip(envelopes, updates, strict=True) if not is_exempt(raw)]
        waiting: Counter[str] = Counter()
        if counted:
            waiting = await self._inbox.count_open(each.sender for each, _ in counted)
        judged = []
        for envelope, raw in zip(envelopes, updates, strict=True):
            verdict = Verdict.ANSWER
            if not is_exempt(raw):
                verdict = self._quota.judge(envelope.sender, waiting, at_seconds=self._monotonic())
            if verdict is Verdict.NOTICE:
                log.warning("%s has too much waiting: one notice, then silence", envelope.sender)
            state = UpdateState.DROPPED if verdict is Verdict.DROP else UpdateState.WAITING
            error = None if verdict is Verdict.ANSWER else OVER_QUOTA
            judged.append(replace(envelope, state=state, error=error))
        return judged

    async def _confirm_last(self) -> None:
        """Tell Telegram which updates need not come again."""
        if not self._offset:
            return
        try:
            await self._get({"timeout": 0, "limit": 1}, seconds=LAST_CONFIRM_SECONDS)
        except TelegramError as error:
            log.warning("the last updates were not confirmed: %s", error.message)


def _is_readable(raw: Any) -> bool:
    update_id = raw.get("update_id") if isinstance(raw, dict) else None
    return isinstance(update_id, int) and not isinstance(update_id, bool) and 0 < update_id < 2**53
