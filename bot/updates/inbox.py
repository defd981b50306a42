"""Answering what waits in the inbox: in order within a lane, side by side across lanes, each marked when it is done."""

import asyncio
import json
import logging
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from telegram import Bot, Update

from bot.pauses import pause
from bot.updates.reception import OVER_QUOTA
from storage.errors import StorageUnavailable
from storage.inbox import Inbox, fingerprint
from storage.model import Answered, StoredUpdate, UpdateState

log = logging.getLogger("dateline.updates")

MOST_AT_ONCE = 256
IDLE_SECONDS = 1.0
MOST_TRIES = 60  # of an update that finds the database away
_BETWEEN_TRIES_SECONDS = 1.0
DRAIN_SECONDS = 15.0  # at the end, answers under way are waited for so long

Answer = Callable[[Update, bool], Awaitable[None]]  # the second tells that its sender has too much waiting


class Answering:
    """One worker that answers updates."""

    def __init__(self, inbox: Inbox, bot: Bot, answer: Answer, *, worker_id: str) -> None:
        self._inbox = inbox
        self._bot = bot
        self._answer = answer
        self._worker_id = worker_id
        self._active: dict[int, asyncio.Task[None]] = {}
        self._answered: list[Answered] = []
        self._is_adrift = False
        self._wake = asyncio.Event()
        self._stopping = asyncio.Event()

    def wake(self) -> None:
        """Look for updates now."""
        self._wake.set()

    def stop(self) -> None:
        """Begin no more answers; those that were begun are finished."""
        self._stopping.set()
        self._wake.set()

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being answered, and all that was is marked."""
        return not self._active and not self._answered

    async def run(self) -> None:
        """Answer until stopped; a database that is away is waited for."""
        while not self._stopping.is_set():
            try:
                await self._step()
            except (StorageUnavailable, OSError) as error:
                log.warning("answers wait for the database: %s", error)
                await pause(_BETWEEN_TRIES_SECONDS, self._stopping)
            except Exception:  # an edge: whatever it is, the next turn comes
                log.exception("a turn of the answers failed; the next one comes")
                await pause(_BETWEEN_TRIES_SECONDS, self._stopping)
            with suppress(TimeoutError):  # a turn claims all there is; what came meanwhile has set the event
                async with asyncio.timeout(IDLE_SECONDS):
                    await self._wake.wait()
        await self._drain()

    async def _step(self) -> None:
        self._wake.clear()
        claimed = await self._turn(limit=MOST_AT_ONCE - len(self._active))
        for stored in claimed:
            if stored.id not in self._active:  # given back while the database was away, and still being answered here
                self._active[stored.id] = asyncio.create_task(self._answer_stored(stored))

    async def _turn(self, *, limit: int) -> tuple[StoredUpdate, ...]:
        """Settle and claim in one commit; a commit whose answer was lost may have claimed what nobody knows of."""
        if self._is_adrift:
            await self._inbox.release(self._worker_id, held=self._active.keys())
        self._is_adrift = True
        settling = self._answered[:]
        claimed = await self._inbox.turn(self._worker_id, settling, limit=limit)
        self._is_adrift = False
        del self._answered[: len(settling)]
        return self._leave_out_answered(claimed, {each.id: each for each in settling})

    def _leave_out_answered(
        self, claimed: tuple[StoredUpdate, ...], answered: dict[int, Answered]
    ) -> tuple[StoredUpdate, ...]:
        """Settle again what was given back to be answered before it could be marked as answered."""
        for stored in claimed:
            if stored.id in answered:
                self._answered.append(answered[stored.id])
                self._wake.set()
        return tuple(stored for stored in claimed if stored.id not in answered)

    async def _answer_stored(self, stored: StoredUpdate) -> None:
        try:
            state, error = await self._try(stored)
        except Exception as failure:  # an edge: one update must not end the others
            log.exception("update %d was not answered", stored.id)
            state, error = UpdateState.SET_ASIDE, type(failure).__name__
        self._active.pop(stored.id)
        kept = fingerprint(stored.content) if state is UpdateState.DONE else None
        self._answered.append(Answered(stored.id, state, error, kept))
        self._wake.set()

    async def _try(self, stored: StoredUpdate) -> tuple[UpdateState, str | None]:
        try:
            update = Update.de_json(json.loads(stored.content), self._bot)
        except Exception as error:  # a shape the library does not know: nothing of ours, and no reason to stop
            log.exception("update %d cannot be read; it is set aside", stored.id)
            return UpdateState.SET_ASIDE, f"{type(error).__name__}: it cannot be read"
        try:
            await self._answer(update, stored.error == OVER_QUOTA)
        except (StorageUnavailable, OSError) as error:
            if stored.tries >= MOST_TRIES:
                log.error("update %d was given up: the database was away too long", stored.id)
                return UpdateState.SET_ASIDE, "the database was away too long"
            log.warning("update %d waits for the database: %s", stored.id, error)
            await pause(_BETWEEN_TRIES_SECONDS, self._stopping)
            return UpdateState.WAITING, stored.error
        return UpdateState.DONE, stored.error

    async def _drain(self) -> None:
        """Finish what was begun, and mark it; what takes too long is answered again by the next start."""
        ends_at = time.monotonic() + DRAIN_SECONDS
        waiting: set[asyncio.Task[Any]] = set(self._active.values())
        if waiting:
            await asyncio.wait(waiting, timeout=DRAIN_SECONDS)
        while self._answered:
            try:
                await self._turn(limit=0)
            except (StorageUnavailable, OSError) as error:
                if time.monotonic() >= ends_at:
                    log.warning("the last answers were not marked: %s", error)
                    return
                await asyncio.sleep(IDLE_SECONDS / 2)
