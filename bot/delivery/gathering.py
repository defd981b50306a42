"""How long results gather before they are settled together: one commit for many costs less, and the next ones wait."""

import time
from collections.abc import Callable

BUSY_SECONDS, FREE_SECONDS = 0.005, 0.001
_BUSY_SHARE = 0.5  # of its time that the loop's thread computes


class Gathering:
    """Whether the loop's thread has been busy since it was asked last: only then does a larger group save anything."""

    def __init__(self, monotonic: Callable[[], float], thread_time: Callable[[], float] = time.thread_time) -> None:
        self._monotonic, self._thread_time = monotonic, thread_time
        self._asked_at, self._computed = monotonic(), thread_time()

    def seconds(self) -> float:
        """Return how long to let results gather now."""
        asked_at, computed = self._monotonic(), self._thread_time()
        is_busy = computed - self._computed >= _BUSY_SHARE * (asked_at - self._asked_at)
        self._asked_at, self._computed = asked_at, computed
        return BUSY_SECONDS if is_busy else FREE_SECONDS
