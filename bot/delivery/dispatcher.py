"""The dispatcher: claims messages from the ledger, has them sent, settles what became of them.

Crash at any point: rows whose intent is committed and whose result is not become uncertain, at most `in_flight`.
"""

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot.clock import Clock
from bot.delivery.answers import Answer
from bot.delivery.bodies import Bodies
from bot.delivery.breaker import Breaker
from bot.delivery.bulk import Bulk
from bot.delivery.edit_answers import follow_up
from bot.delivery.floods import Floods
from bot.delivery.gathering import Gathering
from bot.delivery.lanes import Lanes
from bot.delivery.limits import Limiter
from bot.delivery.prepared import Prepared
from storage.deliveries import Deliveries
from storage.errors import StorageUnavailable
from storage.model import Claim, Outcome, Result, Shown

log = logging.getLogger("dateline.delivery")

LEASE = timedelta(seconds=60)
REQUEST_SECONDS = 25.0  # an answer waited for longer than this is uncertain; well below the lease
IDLE_SECONDS = 1.0
STARTED_AT_ONCE = 16  # then the loop turns, so that their bytes leave before the next requests are made
DRAIN_SECONDS = 24.0
LONGEST_PAUSE_SECONDS = 300.0  # between the attempts of `on_uncertain = "resend"`


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """How deliveries are made."""

    in_flight: int = 16
    resends: bool = False
    lease: timedelta = LEASE
    request_seconds: float = REQUEST_SECONDS


class Dispatcher:
    """One worker."""

    def __init__(
        self,
        deliveries: Deliveries,
        bodies: Bodies,
        bulk: Bulk,
        limiter: Limiter,
        policy: Policy,
        *,
        worker_id: str,
        clock: Clock,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._deliveries = deliveries
        self._bodies = bodies
        self._bulk = bulk
        self._limiter = limiter
        self._policy = policy
        self._worker_id = worker_id
        self._clock = clock
        self._monotonic = monotonic
        self._active: set[asyncio.Task[None]] = set()
        self._abandoned: set[asyncio.Future[None]] = set()  # waits for a slot that nobody needs any more
        self._settled: list[Result] = []
        self._held: set[int] = set()  # the rows this worker knows to be its own
        self._is_adrift = False
        self._wake = asyncio.Event()
        self._is_idle = asyncio.Event()
        self._stopping = asyncio.Event()
        self._floods = Floods(limiter, monotonic)
        self._gathering = Gathering(monotonic)
        self._lanes = Lanes(monotonic)
        self.breaker = Breaker(policy.in_flight, monotonic=monotonic, clock=clock, on_change=self._breaker_changed)
        self.may_begin = asyncio.Event()  # not while another program may be delivering the same
        self.may_begin.set()
        self.on_breaker: Callable[[], None] = lambda: None  # called when the breaker opens or closes
        self.is_token_refused = False

    def _breaker_changed(self) -> None:
        self.on_breaker()

    def wake(self) -> None:
        """Look for work now."""
        self._wake.set()

    def stop(self) -> None:
        """Claim nothing more; what is being sent is waited for, what waits for a slot is released."""
        self._stopping.set()
        self._wake.set()

    async def run(self) -> None:
        """Send what is due until stopped; a database that is away is waited for."""
        await self._bulk.open()
        try:
            while not self._stopping.is_set():
                has_work = False
                try:
                    has_work = await self.step()
                except (StorageUnavailable, OSError) as error:
                    log.warning("deliveries wait for the database: %s", error)
                except Exception:
                    log.exception("a turn of the deliveries failed; the next one comes")
                await self._rest(has_work=has_work)
            await self._drain()
        finally:
            await self._bulk.close()

    async def step(self) -> bool:
        """Settle what is known and claim what there is room for; return whether anything was claimed."""
        self._wake.clear()  # what happens from here on wakes the next step
        # What is settled in this commit makes room in it: `sending` rows never outnumber `in_flight`.
        claims = await self._turn(limit=self._places())
        claimed_at = self._monotonic()
        try:
            prepared = await self._bodies.prepare(claims)
        except Exception as error:
            answer = _unposted(Outcome.LATER, type(error).__name__, wait_seconds=IDLE_SECONDS)
            self._settled += [self._result(claim, answer, parts=1) for claim in claims]
            raise
        for number, each in enumerate(prepared):
            self._active.add(asyncio.create_task(self._deliver(each, claimed_at)))
            if (number + 1) % STARTED_AT_ONCE == 0:
                await asyncio.sleep(0)
        return bool(claims)

    def _places(self) -> int:
        """Return how many messages may be claimed now."""
        return self.breaker.places(len(self._active)) if self.may_begin.is_set() else 0

    async def _turn(self, *, limit: int) -> tuple[Claim, ...]:
        """Settle and claim in one commit. A commit whose answer was lost may have claimed: nobody would send those."""
        if self._is_adrift:
            await self._deliveries.release(self._worker_id, held=self._held)
        self._is_adrift = True
        settling = self._settled[:]
        kinds = self._lanes.next()
        claims = await self._deliveries.turn(
            self._worker_id, settling, limit=limit, now=self._clock(), resends=self._policy.resends, kinds=kinds
        )
        self._lanes.note(kinds, claims, limit=limit)
        self._is_adrift = False
        del self._settled[: len(settling)]
        self._held.difference_update(result.claim.delivery_id for result in settling)
        self._held.update(claim.delivery_id for claim in claims)
        return claims

    async def _rest(self, *, has_work: bool) -> None:
        """Wait for results to gather, for a place to come free, or for something to do."""
        if not has_work or len(self._active) >= self._policy.in_flight:
            try:
                async with asyncio.timeout(IDLE_SECONDS):
                    await self._wake.wait()
            except TimeoutError:
                return
        if self._active:
            self._is_idle.clear()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._gathering.seconds()):
                    await self._is_idle.wait()

    async def _deliver(self, prepared: Prepared, claimed_at: float) -> None:
        claim, parts = prepared.claim, len(prepared.bodies)
        try:
            answer, prepared, parts = await self._send(prepared, claimed_at)
            claim = prepared.claim
            result = self._result(claim, answer, parts, shown=prepared.shown)
        except Exception:
            log.exception("delivery %s was not sent as it should", claim.delivery_id)
            result = Result(claim, Outcome.UNCERTAIN, self._clock(), reason="an error of ours")
        self._settled.append(result)
        if task := asyncio.current_task():
            self._active.discard(task)
        self._wake.set()
        if not self._active:
            self._is_idle.set()

    async def _send(self, prepared: Prepared, claimed_at: float) -> tuple[Answer, Prepared, int]:
        """Send one message; return what came of it, of what, and how many messages its briefing has."""
        claim = prepared.claim
        if waits_seconds := self._limiter.group_waits_seconds(claim.chat_id):
            reason = "the group had as many messages as it may get in a minute"
            return _unposted(Outcome.LATER, reason, wait_seconds=waits_seconds), prepared, 1
        try:
            has_slot = await self._wait_for_slot(claim.chat_id)
            is_stale = self._monotonic() - claimed_at > self._policy.lease.total_seconds() / 2
            if not has_slot or is_stale:
                return _unposted(Outcome.LATER, "released before it was sent"), prepared, 1
            if not self._bodies.is_fresh(prepared):  # the slot took long: a correction may have come meanwhile
                (prepared,) = await self._bodies.prepare([claim])
        except (StorageUnavailable, OSError) as error:
            return _unposted(Outcome.LATER, str(error), wait_seconds=IDLE_SECONDS), prepared, 1
        claim, bodies = prepared.claim, prepared.bodies
        if prepared.is_empty:
            outcome = Outcome.SENT if prepared.is_up_to_date else Outcome.SKIPPED
            return _unposted(outcome, prepared.reason), prepared, 1
        seconds = self._policy.request_seconds
        if prepared.edits:
            answer = await self._bulk.edit(claim, prepared.edit, seconds=seconds)
        else:
            answer = await self._bulk.send(claim, bodies[claim.part], seconds=seconds)
        self._note_answer(answer)
        if prepared.edits:
            await self._bodies.note_answer(prepared, answer)
            answer, prepared = follow_up(prepared, answer)
        return answer, prepared, max(len(bodies), 1)

    def _note_answer(self, answer: Answer) -> None:
        if answer.is_failure:
            self.breaker.note_failure()
        else:
            self.breaker.note_answer()

    async def _wait_for_slot(self, chat_id: int) -> bool:
        """Wait for a slot; return whether there is one: `stop` ends the waiting, though not what takes the slot."""
        if self._stopping.is_set():
            return False
        if self._limiter.is_open:
            await self._limiter.wait_for_slot(chat_id)
            return True
        waiting = asyncio.ensure_future(self._limiter.wait_for_slot(chat_id))
        stopping: asyncio.Future[Any] = asyncio.ensure_future(self._stopping.wait())
        both: set[asyncio.Future[Any]] = {waiting, stopping}
        await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        if waiting.done():
            waiting.result()
            return not self._stopping.is_set()
        self._abandoned.add(waiting)  # it may be in the middle of taking a slot: nobody cuts it off
        waiting.add_done_callback(self._abandoned.discard)
        return False

    def _result(self, claim: Claim, answer: Answer, parts: int, *, shown: tuple[Shown, ...] = ()) -> Result:
        now = self._clock()
        distance = self._limiter.limits.chat_distance(claim.chat_id)
        retry_at = None
        if answer.outcome is Outcome.SENT and claim.part + 1 < parts:
            retry_at = now + distance
        elif answer.outcome is Outcome.UNCERTAIN:
            again = min(2.0 ** min(claim.epoch, 32), LONGEST_PAUSE_SECONDS)
            retry_at = now + max(timedelta(seconds=again), distance)
        elif answer.outcome is Outcome.LATER:
            pause = timedelta(seconds=answer.retry_after_seconds)
            retry_at = now + (max(pause, distance) if answer.is_posted else pause)
            if (answer.reason or "").startswith("Too Many Requests"):
                self._floods.note(claim.chat_id, answer.retry_after_seconds)
        if answer.is_token_refused:
            self.is_token_refused = True
            self.stop()
        return Result(
            claim,
            answer.outcome,
            now,
            message_id=answer.message_id,
            reason=answer.reason,
            chat_state=answer.chat_state,
            refusal=answer.refusal,
            retry_at=retry_at,
            new_chat_id=answer.new_chat_id,
            chat_free_at=now + distance if distance and answer.is_posted else None,
            shown=shown,
        )

    async def _drain(self) -> None:
        """Wait for what is being sent, then settle everything; nothing stays uncertain if Telegram answers."""
        ends_at = self._monotonic() + DRAIN_SECONDS
        if self._active:
            await asyncio.wait(self._active, timeout=DRAIN_SECONDS)
        while True:
            try:
                await self._turn(limit=0)
            except (StorageUnavailable, OSError) as error:
                if self._monotonic() >= ends_at:
                    raise
                log.warning("the last results wait for the database: %s", error)
                await asyncio.sleep(IDLE_SECONDS / 2)
            else:
                return

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being sent, and every result is settled."""
        return not self._active and not self._settled


def _unposted(outcome: Outcome, reason: str, *, wait_seconds: float = 0.0) -> Answer:
    return Answer(outcome, reason=reason, retry_after_seconds=wait_seconds, is_posted=False)
