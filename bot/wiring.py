"""The composition root: configuration in, a bot out; the only place that builds things."""

import asyncio
import logging
import os
import socket
import time
import uuid
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from telegram import Bot

from bot.app import App, Role
from bot.clock import Clock, system_clock
from bot.config import Config
from bot.context import Services
from bot.delivery.alerting import Alerting
from bot.delivery.bodies import Bodies
from bot.delivery.briefing_cache import BriefingCache
from bot.delivery.bulk import Bulk
from bot.delivery.dispatcher import REQUEST_SECONDS, Dispatcher, Policy
from bot.delivery.limits import Budget, Limiter, Limits, OwnBudget, SharedBudget
from bot.delivery.planning import Planner
from bot.delivery.telegram import Telegram
from bot.delivery.transport import Transport
from bot.dispatch import Dispatch
from bot.errors import ConfigError
from bot.handlers import COMMANDS
from bot.i18n import load_catalog
from bot.inbox import Answering
from bot.ingest.links import Links
from bot.ingest.llm import LanguageModel
from bot.ingest.pipeline import Pipeline, PipelinePolicy
from bot.jobs import NEWSROOM_SECONDS, PRUNE_SECONDS, Ticks, add_delivery, add_desk, add_newsroom
from bot.lease import Lease
from bot.pruning import Keep, Pruning
from bot.publishing import NEWSROOM, Publishing
from bot.updates import Poller
from storage.store import Storage

log = logging.getLogger("dateline")


def make_bot(config: Config) -> Bot:
    """Return a client of the Bot API, with a connection pool of its own for polling."""
    is_local = _is_local(config)
    os.environ.setdefault("PTB_TIMEDELTA", "1")  # the library's durations have units; without it, it warns
    return Bot(
        config.token,
        base_url=f"{config.telegram.api_url}/bot",
        base_file_url=f"{config.telegram.api_url}/file/bot",
        request=Transport(is_local=is_local),
        get_updates_request=Transport(connections=1, is_local=is_local),
    )


def _is_local(config: Config) -> bool:
    return urlsplit(config.telegram.api_url).hostname in ("127.0.0.1", "localhost", "::1")


def make_services(
    config: Config,
    storage: Storage,
    telegram: Telegram,
    username: str,
    clock: Clock,
    picture_origin: str | None,
    links: Links | None = None,
) -> Services:
    """Wire what handlers are given; `picture_origin` is where stored pictures are served, if they are."""
    return Services(
        storage=storage,
        briefings=BriefingCache(storage.candidates),
        telegram=telegram,
        catalog=load_catalog(),
        clock=clock,
        publication=config.publication.name,
        username=username,
        zone=config.briefing.timezone,
        briefing_time=config.briefing.time,
        max_articles=config.briefing.max_articles,
        picture_origin=picture_origin,
        owner_ids=frozenset(config.telegram.owner_ids),
        editors_menu=tuple((each.name, each.description) for each in COMMANDS if not each.is_for_owners),
        owners_menu=tuple((each.name, each.description) for each in COMMANDS),
        links=links,
    )


def make_planner(config: Config, services: Services) -> Planner:
    """Wire the planner."""
    grace = timedelta(minutes=config.briefing.grace_minutes)
    return Planner(storage=services.storage, cache=services.briefings, frames=services.frame_for, grace=grace)


def make_pipeline(config: Config, storage: Storage, clock: Clock) -> Pipeline:
    """Wire the way from feeds to drafts."""
    keys = config.newsroom
    policy = PipelinePolicy(
        allow_private=keys.allow_private_addresses,
        fastest=timedelta(minutes=keys.poll_minutes),
        window=timedelta(hours=keys.window_hours),
        min_outlets=keys.min_outlets,
        auto_publish=keys.auto_publish,
        host_delay_seconds=keys.host_delay_seconds,
    )
    return Pipeline(storage, policy, clock, make_model(config))


def make_model(config: Config) -> LanguageModel | None:
    """Return the model that writes drafts, if one is to. Raises ConfigError where it is not named."""
    if config.newsroom.drafting != "llm":
        return None
    keys = config.llm
    if not keys.model:
        raise ConfigError("llm.model is missing; newsroom.drafting is llm")
    return LanguageModel(
        base_url=keys.base_url,
        api_key=keys.api_key.get_secret_value() if keys.api_key else "",
        name=keys.model,
        seconds=keys.timeout_seconds,
        most_tokens=keys.max_tokens,
    )


def make_policy(config: Config) -> Policy:
    """Return how deliveries are made; no request outlives its worker's lease."""
    lease = timedelta(seconds=config.delivery.lease_seconds)
    return Policy(
        in_flight=config.delivery.in_flight,
        resends=config.delivery.on_uncertain == "resend",
        lease=lease,
        request_seconds=min(REQUEST_SECONDS, lease.total_seconds() / 2.5),
    )


def make_app(
    config: Config,
    storage: Storage,
    bot: Bot,
    *,
    clock: Clock = system_clock,
    roles: frozenset[Role] = frozenset(Role),
    picture_origin: str | None = None,
) -> App:
    """Wire the parts of a connected bot."""
    keys = config.limits
    limits = Limits(keys.overall_per_second, keys.chat_per_second, keys.group_per_minute)
    limiter = Limiter(limits, _budget(storage, limits, bot.id), time.monotonic)
    pipeline = make_pipeline(config, storage, clock)
    links = Links(storage, pipeline.reporting, pipeline.drafting)
    services = make_services(config, storage, Telegram(bot, limiter), bot.username, clock, picture_origin, links)
    worker_id, policy = make_worker_id(), make_policy(config)
    dispatcher = make_dispatcher(config, services, limiter, policy, worker_id)
    answering = Answering(storage.inbox, bot, Dispatch(services).answer, worker_id=worker_id)
    poller = Poller(
        Transport(connections=1, is_local=_is_local(config)),
        f"{config.telegram.api_url}/bot{config.token}/getUpdates",
        storage.inbox,
        clock=clock,
        on_received=answering.wake,
    )
    planner = make_planner(config, services)
    every_seconds = min(NEWSROOM_SECONDS, config.newsroom.poll_minutes * 15)
    pruning = make_pruning(config, storage, clock)
    ticks = make_ticks(roles, planner, dispatcher, pipeline, pruning, every_seconds=every_seconds, clock=clock)
    if Role.UPDATES in roles:
        add_desk(ticks, services)
    lease = make_lease(storage, policy, worker_id, dispatcher, answering, roles, clock)
    return App(
        bot=bot,
        catalog=services.catalog,
        services=services,
        poller=poller,
        answering=answering,
        dispatcher=dispatcher,
        planner=planner,
        pipeline=pipeline,
        ticks=ticks,
        lease=lease,
        pruning=pruning,
        installation=storage.installation,
        stopping=asyncio.Event(),
        roles=roles,
    )


def make_lease(
    storage: Storage,
    policy: Policy,
    worker_id: str,
    dispatcher: Dispatcher,
    answering: Answering,
    roles: frozenset[Role],
    clock: Clock,
) -> Lease:
    """Wire this worker's lease; it says at once when the breaker opens or closes."""
    lease = Lease(
        storage.workers,
        worker_id,
        clock,
        length=policy.lease,
        recoveries=make_recoveries(storage, policy, dispatcher, answering, roles),
        paused_since=lambda: dispatcher.breaker.open_since,
    )
    dispatcher.on_breaker = lease.renew_now
    return lease


def make_worker_id() -> str:
    """Return a name for this process that no other has, and that tells a person where it runs."""
    return f"{socket.gethostname()}:{os.getpid()}:{uuid.uuid4().hex[:8]}"


def make_ticks(
    roles: frozenset[Role],
    planner: Planner,
    dispatcher: Dispatcher,
    pipeline: Pipeline,
    pruning: Pruning,
    *,
    every_seconds: float,
    clock: Clock,
) -> Ticks:
    """Wire what this process's roles do again and again."""
    ticks = Ticks()
    if Role.DELIVERY in roles:
        alerting = Alerting(storage=planner.storage, frames=planner.frames)
        publishing = Publishing(planner.storage, NEWSROOM)
        add_delivery(ticks, planner, alerting, publishing, dispatcher, clock)
    if Role.INGEST in roles:
        add_newsroom(ticks, pipeline, every_seconds=every_seconds)
    ticks.add(pruning.prune_tonight, every_seconds=PRUNE_SECONDS)
    return ticks


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


def make_dispatcher(config: Config, services: Services, limiter: Limiter, policy: Policy, worker_id: str) -> Dispatcher:
    """Wire the dispatcher, with connections of its own."""
    transport = Transport(connections=policy.in_flight, is_local=_is_local(config))
    return Dispatcher(
        services.storage.deliveries,
        Bodies(services.storage, services.frame_for, services.clock),
        Bulk(transport, config.telegram.api_url, config.token),
        limiter,
        policy,
        worker_id=worker_id,
        clock=services.clock,
    )


def make_recoveries(
    storage: Storage, policy: Policy, dispatcher: Dispatcher, answering: Answering, roles: frozenset[Role]
) -> tuple[Callable[[datetime], Awaitable[None]], ...]:
    """Return what takes over from workers whose lease has ended, for this process's roles."""

    async def recover_deliveries(now: datetime) -> None:
        if found := await storage.deliveries.recover(now=now, resends=policy.resends):
            log.warning("%d deliveries of an ended worker: nobody knows whether they arrived", found)
            dispatcher.wake()

    async def recover_updates(now: datetime) -> None:
        if await storage.inbox.recover(now=now):
            answering.wake()

    by_role = {Role.DELIVERY: recover_deliveries, Role.UPDATES: recover_updates}
    return tuple(recover for role, recover in by_role.items() if role in roles)


def _budget(storage: Storage, limits: Limits, bot_id: int) -> Budget:
    """Return the bot's budget: in memory on SQLite, where one process sends; in the database where many may."""
    if storage.database.is_sqlite:
        return OwnBudget(limits.interval, time.monotonic)
    return SharedBudget(storage.deliveries, f"bot {bot_id}", limits.interval)
