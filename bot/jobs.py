"""The ticks: APScheduler calls a step until it finds no work. Nothing here is scheduled per chat."""

import logging
from collections.abc import Awaitable, Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import Clock
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.planning import Planner
from bot.ingest.pipeline import Pipeline
from storage.errors import StorageUnavailable

log = logging.getLogger("dateline.jobs")

PLAN_SECONDS = 1.0
NEWSROOM_SECONDS = 2.0


def make_scheduler() -> AsyncIOScheduler:
    """Return a scheduler without ticks; it holds no state that a restart could lose."""
    return AsyncIOScheduler(timezone="UTC", job_defaults={"misfire_grace_time": None, "coalesce": True})


def add_delivery(scheduler: AsyncIOScheduler, planner: Planner, dispatcher: Dispatcher, clock: Clock) -> None:
    """Let due subscriptions be planned."""
    scheduler.add_job(_quietly(lambda: plan_due(planner, dispatcher, clock)), "interval", seconds=PLAN_SECONDS)


def add_newsroom(scheduler: AsyncIOScheduler, newsroom: Pipeline, *, every_seconds: float) -> None:
    """Let feeds be polled, and what they name be read, grouped and drafted; the one does not wait for the other."""
    for step in (newsroom.poll, newsroom.read):
        scheduler.add_job(_quietly(step), "interval", seconds=every_seconds)


async def plan_due(planner: Planner, dispatcher: Dispatcher, clock: Clock) -> None:
    """Plan what is due; the dispatcher begins with the first batch."""
    async for _ in planner.plan_due(clock()):
        dispatcher.wake()


def _quietly(step: Callable[[], Awaitable[None]]) -> Callable[[], Awaitable[None]]:
    """Log what goes wrong in a tick: the next one comes."""

    async def tick() -> None:
        try:
            await step()
        except (StorageUnavailable, OSError) as error:
            log.warning("a tick waits for the database: %s", error)
        except Exception:
            log.exception("a tick failed")

    return tick
