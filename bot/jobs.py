"""The ticks: APScheduler calls a step until it finds no work. Nothing here is scheduled per chat."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import Clock
from bot.delivery.alerting import Alerting
from bot.delivery.briefing_log import BriefingLog
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.planning import Planner
from bot.ingest.pipeline import Pipeline
from bot.opens import STORE_SECONDS
from bot.publishing import Publishing
from bot.services import Services
from bot.stats import note_subscriptions
from bot.views import mistakes
from bot.views.desk_changes import progress_line
from bot.views.desk_publishing import not_published, published
from bot.views.page import Page
from bot.views.text import Text
from storage.corrections import Corrections
from storage.errors import StorageUnavailable
from storage.model import CountKind, Status
from storage.stats import Stats

log = logging.getLogger("dateline.jobs")

PLAN_SECONDS = 1.0
SLACK = timedelta(seconds=5)  # a clock that is set right by less was not ahead
PROGRESS_SECONDS = 3.0
SEARCHES_AT_ONCE = 20
MEND_SECONDS = 60.0
NOTE_SECONDS = 3600.0
NEWSROOM_SECONDS = 2.0
PRUNE_SECONDS = 600.0  # how often it is looked whether tonight's prune is due
TICK_ENDS_SECONDS = 10.0  # a tick under way at the end is waited for so long


class Ticks:
    """APScheduler's ticks; stopping them cancels none that is under way."""

    def __init__(self) -> None:
        defaults = {"misfire_grace_time": None, "coalesce": True}
        self._scheduler = AsyncIOScheduler(timezone="UTC", job_defaults=defaults)
        self._running: set[asyncio.Task[None]] = set()
        self._is_stopping = False

    def add(self, step: Callable[[], Awaitable[None]], *, every_seconds: float) -> None:
        """Call a step again and again; a tick that lasts skips the next."""
        self._scheduler.add_job(self._tick(step), "interval", seconds=every_seconds)

    def start(self) -> None:
        """Begin."""
        self._scheduler.start()

    async def stop(self) -> None:
        """Begin no more ticks, and wait for those under way: the scheduler itself would cancel them."""
        self._is_stopping = True
        if self._scheduler.running:
            self._scheduler.pause()
        if self._running:
            await asyncio.wait(self._running, timeout=TICK_ENDS_SECONDS)
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    def _tick(self, step: Callable[[], Awaitable[None]]) -> Callable[[], Awaitable[None]]:
        async def tick() -> None:
            if self._is_stopping:
                return
            running = asyncio.ensure_future(_quietly(step))
            self._running.add(running)
            running.add_done_callback(self._running.discard)
            await asyncio.shield(running)

        return tick


def add_delivery(
    ticks: Ticks, planner: Planner, alerting: Alerting, publishing: Publishing, dispatcher: Dispatcher, clock: Clock
) -> None:
    """Let due subscriptions be planned, corrections carried, what is scheduled published, and what is breaking told."""
    watch = ClockWatch()
    ticks.add(lambda: plan_due(planner, dispatcher, clock, watch), every_seconds=PLAN_SECONDS)
    ticks.add(lambda: mend_times(planner, clock), every_seconds=MEND_SECONDS)
    ticks.add(lambda: queue_edits(planner.storage.corrections, dispatcher, clock), every_seconds=PLAN_SECONDS)
    ticks.add(lambda: plan_alerts(alerting, dispatcher, clock), every_seconds=PLAN_SECONDS)
    ticks.add(lambda: publish_scheduled(publishing, clock), every_seconds=PLAN_SECONDS)
    briefings = BriefingLog(planner.storage.summaries)
    ticks.add(lambda: log_briefings(briefings, planner.storage.stats, clock), every_seconds=MEND_SECONDS)


def add_desk(ticks: Ticks, services: Services) -> None:
    """Let editors see how far their corrections have come, and readers what came of their reports."""
    ticks.add(lambda: tell_progress(services), every_seconds=PROGRESS_SECONDS)
    ticks.add(lambda: tell_published(services), every_seconds=PROGRESS_SECONDS)
    ticks.add(lambda: tell_reporters(services), every_seconds=PROGRESS_SECONDS)
    ticks.add(services.opens.store, every_seconds=STORE_SECONDS)
    ticks.add(lambda: note_subscriptions(services.storage, now=services.clock()), every_seconds=NOTE_SECONDS)


def add_newsroom(ticks: Ticks, pipeline: Pipeline, *, every_seconds: float) -> None:
    """Let feeds be polled, and what they name be read, grouped and drafted, and cited pages be looked at again.

    The one does not wait for the other.
    """
    for step in (pipeline.poll, pipeline.read, pipeline.watch):
        ticks.add(step, every_seconds=every_seconds)


@dataclass(slots=True)
class ClockWatch:
    """Tells when the clock was put back."""

    latest: datetime | None = None

    def is_back(self, now: datetime) -> bool:
        """Whether it was later when somebody asked the last time."""
        was, self.latest = self.latest, now
        return was is not None and now < was - SLACK


async def mend_times(planner: Planner, clock: Clock, *, was_ahead: bool = False) -> None:
    """Mend what a clock that jumped ahead and back has left behind."""
    if mended := await planner.mend(clock(), was_ahead=was_ahead):
        log.warning(
            "%d briefings were planned too far ahead, by a clock that is right again: they are on time now", mended
        )


async def plan_due(planner: Planner, dispatcher: Dispatcher, clock: Clock, watch: ClockWatch) -> None:
    """Plan what is due; the dispatcher begins with the first batch."""
    if watch.is_back(clock()):
        await mend_times(planner, clock, was_ahead=True)
    async for _ in planner.plan_due(clock()):
        dispatcher.wake()


async def queue_edits(corrections: Corrections, dispatcher: Dispatcher, clock: Clock) -> None:
    """Find messages that show what was corrected or withdrawn, some thousands at a time, and have them edited."""
    for _ in range(SEARCHES_AT_ONCE):
        found = await corrections.queue_some(now=clock())
        if found is None:
            return
        if found:
            dispatcher.wake()


async def publish_scheduled(publishing: Publishing, clock: Clock) -> None:
    """Publish what is scheduled for now."""
    for number in await publishing.publish_scheduled(clock()):
        log.info("article %d is published, as scheduled", number)


async def log_briefings(briefings: BriefingLog, stats: Stats, clock: Clock) -> None:
    """Tell the log of the briefings that ended, and count what they came to."""
    now = clock()
    for summary in await briefings.write(now):
        counts = {state.value: count for state, count in summary.counts.items()}
        await stats.add(now.date(), CountKind.DELIVERY, counts)


async def tell_progress(services: Services) -> None:
    """Bring up to date the messages that tell how far corrections have come."""
    corrections, desk = services.storage.corrections, services.storage.desk
    for watched in await desk.list_watched():
        correction = await corrections.get(watched.correction_id)
        progress = await corrections.get_progress(watched.correction_id)
        said = progress_line(correction.number, correction.label, progress)
        if said != watched.said:
            is_there = await services.telegram.try_edit(watched.chat_id, watched.message_id, Page(text=Text(said)))
            if is_there is not None:
                await desk.note_said(replace(watched, said=said), is_over=progress.is_over or not is_there)
        elif progress.is_over:
            await desk.note_said(watched, is_over=True)


async def tell_published(services: Services) -> None:
    """Say in the messages that could undo a publication whether it has taken place."""
    desk = services.storage.desk
    for waiting in await desk.list_over():
        article = await services.storage.articles.get(waiting.article_number)
        said = published(article) if article.status is Status.PUBLISHED else not_published(article)
        if await services.telegram.try_edit(waiting.chat_id, waiting.message_id, said) is not None:
            await desk.forget_waiting(waiting)


async def tell_reporters(services: Services) -> None:
    """Tell readers that what they reported was corrected: once, and not again where it does not arrive."""
    for mistake in await services.storage.mistakes.claim_corrected(now=services.clock()):
        frame = await services.frame_of_chat(mistake.chat_id)
        await services.telegram.try_send(mistake.chat_id, mistakes.corrected(frame, mistake))


async def plan_alerts(alerting: Alerting, dispatcher: Dispatcher, clock: Clock) -> None:
    """Plan the alerts of what is breaking; the dispatcher begins with the first page."""
    async for _ in alerting.plan_due(clock()):
        dispatcher.wake()


async def _quietly(step: Callable[[], Awaitable[None]]) -> None:
    """Log what goes wrong in a tick: the next one comes."""
    try:
        await step()
    except (StorageUnavailable, OSError) as error:
        log.warning("a tick waits for the database: %s", error)
    except Exception:
        log.exception("a tick failed")
