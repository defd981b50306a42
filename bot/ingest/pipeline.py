"""The newsroom at work: each tick does a bounded piece of what waits, from feeds to drafts."""

import logging
from contextlib import aclosing
from dataclasses import dataclass
from datetime import timedelta

from bot.clock import Clock
from bot.ingest.drafts import Drafting
from bot.ingest.fetching import Fetcher
from bot.ingest.grouping import Grouping
from bot.ingest.llm import LanguageModel
from bot.ingest.polling import Polling
from bot.ingest.reading import Readers
from bot.ingest.reporting import Reporting
from bot.ingest.robots import Robots
from bot.ingest.watching import Watching
from bot.publishing import NEWSROOM, Publishing
from storage.lock import Leadership
from storage.store import Storage

PLACED_AT_ONCE = 8  # reports that are read before they are placed

log = logging.getLogger("dateline.ingest")


@dataclass(frozen=True, slots=True, kw_only=True)
class PipelinePolicy:
    """How the newsroom works."""

    allow_private: bool = False
    fastest: timedelta = timedelta(minutes=15)
    window: timedelta = timedelta(hours=72)
    min_outlets: int = 2
    auto_publish: bool = False
    host_delay_seconds: float = 1.0


class Pipeline:
    """Polls, reads, groups and drafts; opened once, closed once."""

    def __init__(
        self, storage: Storage, policy: PipelinePolicy, clock: Clock, model: LanguageModel | None = None
    ) -> None:
        self.fetcher = Fetcher(allow_private=policy.allow_private, host_delay_seconds=policy.host_delay_seconds)
        self.readers = Readers()
        self._leadership = Leadership(storage.database, "newsroom")
        self._clock = clock
        self._model = model
        robots = Robots(self.fetcher, self.readers)
        self.polling = Polling(storage, self.fetcher, self.readers, policy.fastest)
        self.reporting = Reporting(storage, self.fetcher, self.readers, robots)
        self.watching = Watching(storage, self.reporting)
        self.grouping = Grouping(storage, policy.window)
        self.drafting = Drafting(
            storage=storage,
            publishing=Publishing(storage, NEWSROOM),
            min_outlets=policy.min_outlets,
            auto_publish=policy.auto_publish,
            write=model.write if model else None,
        )

    async def poll(self) -> None:
        """Poll what is due, a few feeds at a time."""
        while await self.polling.poll_due(self._clock()):
            log.debug("polled some feeds")

    async def read(self) -> None:
        """Read what was found, place it, and draft what is worth it."""
        unplaced = 0
        async with aclosing(self.reporting.read_found(self._clock)) as reading:
            async for count in reading:
                unplaced += count
                if unplaced >= PLACED_AT_ONCE:
                    unplaced = 0
                    await self.group()
        await self.group()

    async def group(self) -> None:
        """Place what is read, and draft what waits."""
        if not await self._leadership.holds():
            self.grouping.forget()  # another process groups: two would make two events of one
            return
        while await self.grouping.place_read(self._clock()):
            log.debug("placed some reports")
        while await self.drafting.draft_waiting(self._clock()):
            log.debug("looked at some events")

    async def watch(self) -> None:
        """Look again at a few pages that published articles cite."""
        while await self.watching.begin(self._clock()):
            log.debug("took in some articles")
        await self.watching.look(self._clock())

    async def close(self) -> None:
        """Close connections, children and the model."""
        await self._leadership.release()
        await self.readers.close()
        await self.fetcher.close()
        if self._model is not None:
            await self._model.close()
