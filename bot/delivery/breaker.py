"""The breaker: while Telegram does not answer, bulk stops and one message at a time finds out when it does again.

Each failure takes a place away from what may be under way, each answer gives one back; without places the breaker is
open. So an outage leaves uncertain what was under way when it began, and its probes (reliability facts §1.4).
"""

import logging
from collections.abc import Callable
from datetime import datetime

log = logging.getLogger("dateline.delivery")

FAILURE_WEIGHT = 2  # against an answer's 1: open where more than a third fails
FIRST_PROBE_SECONDS, LONGEST_PROBE_SECONDS = 1.0, 60.0


class Breaker:
    """Says how many messages may be under way."""

    def __init__(
        self,
        in_flight: int,
        *,
        monotonic: Callable[[], float],
        clock: Callable[[], datetime],
        on_change: Callable[[], None] = lambda: None,
    ) -> None:
        self._in_flight = in_flight
        self._monotonic = monotonic
        self._clock = clock
        self._on_change = on_change
        self._weight = 0
        self._probe_at = 0.0
        self._probe_seconds = FIRST_PROBE_SECONDS
        self.open_since: datetime | None = None

    def places(self, under_way: int) -> int:
        """Return how many more messages may be begun now."""
        if self.open_since is not None:
            return int(under_way == 0 and self._monotonic() >= self._probe_at)
        return max(0, self._in_flight - self._weight - under_way)

    def note_failure(self) -> None:
        """Count a request without an answer, or with one that is none."""
        if self.open_since is not None:
            self._probe_seconds = min(self._probe_seconds * 2, LONGEST_PROBE_SECONDS)
            self._probe_at = self._monotonic() + self._probe_seconds
            return
        self._weight = min(self._weight + FAILURE_WEIGHT, self._in_flight)
        if self._weight >= self._in_flight:
            self.open_since = self._clock()
            self._probe_seconds = FIRST_PROBE_SECONDS
            self._probe_at = self._monotonic() + self._probe_seconds
            log.error("Telegram does not answer: bulk stops, one message at a time probes")
            self._on_change()

    def note_answer(self) -> None:
        """Count an answer, whatever it says."""
        if self.open_since is None:
            self._weight = max(0, self._weight - 1)
            return
        log.warning("Telegram answers again: bulk goes on, paused since %s", self.open_since.isoformat(" ", "seconds"))
        self.open_since = None
        self._weight = self._in_flight // 2
        self._on_change()
