"""The lease of this process: renewed while it lives; what processes whose lease ended had begun is taken over."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.pauses import pause
from storage.errors import StorageUnavailable
from storage.workers import Workers

log = logging.getLogger("dateline")

LEASE = timedelta(seconds=60)
_RETRY_SECONDS = 1.0


class Lease:
    """Tells the others that this worker lives."""

    def __init__(
        self,
        workers: Workers,
        worker_id: str,
        clock: Clock,
        *,
        length: timedelta = LEASE,
        recoveries: tuple[Callable[[datetime], Awaitable[None]], ...] = (),
        paused_since: Callable[[], datetime | None] = lambda: None,
    ) -> None:
        self._workers = workers
        self._worker_id = worker_id
        self._clock = clock
        self._length = length
        self._recoveries = recoveries
        self._paused_since = paused_since
        self._renewing = asyncio.Event()
        self._stopping = asyncio.Event()

    def renew_now(self) -> None:
        """Renew at once: what it says has changed."""
        self._renewing.set()

    def stop(self) -> None:
        """End `run`; the lease itself goes on until `end`."""
        self._stopping.set()

    async def run(self) -> None:
        """Renew, and take over, until stopped."""
        while not self._stopping.is_set():
            every = self._length.total_seconds() / 4
            try:
                await self._renew()
            except (StorageUnavailable, OSError) as error:
                log.warning("the lease was not renewed: %s", error)
                every = _RETRY_SECONDS
            except Exception:  # an edge: whatever it is, the next beat comes
                log.exception("the lease was not renewed")
                every = _RETRY_SECONDS
            await pause(every, self._stopping, self._renewing)

    async def _renew(self) -> None:
        self._renewing.clear()
        now = self._clock()
        await self._workers.renew_lease(self._worker_id, self._length, now=now, paused_since=self._paused_since())
        for recover in self._recoveries:
            await recover(now)

    async def end(self) -> None:
        """Give the lease up: nothing is under way."""
        try:
            await self._workers.end_lease(self._worker_id)
        except (StorageUnavailable, OSError) as error:
            log.warning("the lease was not given up: %s", error)
