"""What readers press and open, counted in memory and stored now and then: an answer waits for no count."""

from collections import Counter

from bot.clock import Clock
from storage.model import CountKind
from storage.stats import Stats

STORE_SECONDS = 15.0


class Opens:
    """Counts presses by button, and opens by story; who pressed is not kept."""

    def __init__(self, stats: Stats, clock: Clock) -> None:
        self._stats = stats
        self._clock = clock
        self._presses: Counter[str] = Counter()
        self._stories: Counter[int] = Counter()

    def count_press(self, button: str) -> None:
        """Count a press."""
        self._presses[button] += 1

    def count_story(self, number: int) -> None:
        """Count an opened story."""
        self._stories[number] += 1

    async def store(self) -> None:
        """Store what was counted since; it is counted again where that fails."""
        presses, stories = self._presses, self._stories
        self._presses, self._stories = Counter(), Counter()
        try:
            await self._stats.add(self._clock().date(), CountKind.PRESS, presses, opens=stories)
        except BaseException:
            self._presses.update(presses)
            self._stories.update(stories)
            raise
