"""What a process does again and again."""

from datetime import timedelta

from bot.app import Role
from bot.backing_up import BackingUp, backup_folder
from bot.clock import Clock
from bot.config import Config
from bot.delivery.alerting import Alerting
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.planning import Planner
from bot.ingest.pipeline import Pipeline
from bot.jobs import NEWSROOM_SECONDS, PRUNE_SECONDS, Ticks, add_delivery, add_newsroom
from bot.pruning import Keep, Pruning
from bot.publishing import NEWSROOM, Publishing
from storage.store import Storage


def make_ticks(
    config: Config,
    roles: frozenset[Role],
    planner: Planner,
    dispatcher: Dispatcher,
    pipeline: Pipeline,
    pruning: Pruning,
    clock: Clock,
) -> Ticks:
    """Wire what this process's roles do again and again."""
    ticks = Ticks()
    backing_up = make_backing_up(config, planner.storage, clock)
    if Role.DELIVERY in roles:
        alerting = Alerting(storage=planner.storage, frames=planner.frames)
        publishing = Publishing(planner.storage, NEWSROOM)
        add_delivery(ticks, planner, alerting, publishing, dispatcher, clock)
    if Role.INGEST in roles:
        add_newsroom(ticks, pipeline, every_seconds=min(NEWSROOM_SECONDS, config.newsroom.poll_minutes * 15))
    ticks.add(pruning.prune_tonight, every_seconds=PRUNE_SECONDS)
    if backing_up is not None:
        ticks.add(backing_up.back_up_tonight, every_seconds=PRUNE_SECONDS)
    return ticks


def make_backing_up(config: Config, storage: Storage, clock: Clock) -> BackingUp | None:
    """Wire the nightly backup; None where there is no folder for it."""
    database = storage.database
    folder = backup_folder(config.storage.backups, database.url.database if database.is_sqlite else None)
    return BackingUp(storage, folder, clock) if folder is not None else None


def make_pruning(config: Config, storage: Storage, clock: Clock) -> Pruning:
    """Wire the nightly prune."""
    days = config.retention
    keep = Keep(
        reports=timedelta(days=days.reports_days),
        deliveries=timedelta(days=days.deliveries_days),
        messages=timedelta(days=days.messages_days),
        updates=timedelta(days=days.updates_days),
    )
    return Pruning(storage, keep, clock)
