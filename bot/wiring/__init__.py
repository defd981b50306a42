"""The composition root: configuration in, a bot out; the only place that builds things."""

import asyncio
import time
from functools import partial

from telegram import Bot

from bot.app import App, Role
from bot.clock import Clock, system_clock
from bot.config import Config
from bot.delivery.limits import Limiter, Limits
from bot.delivery.telegram import Telegram
from bot.dispatch import Dispatch
from bot.ingest.links import Links
from bot.jobs import add_desk
from bot.probes import measure_clock
from bot.updates.inbox import Answering
from bot.watchman import LOOK_SECONDS, Watchman
from bot.wiring.delivery import make_budget, make_dispatcher, make_lease, make_planner, make_policy, make_worker_id
from bot.wiring.http import make_servers
from bot.wiring.newsroom import make_pipeline
from bot.wiring.receiving import make_receiver
from bot.wiring.services import make_services
from bot.wiring.ticks import make_pruning, make_ticks
from storage.lock import Leadership
from storage.store import Storage


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
    limiter = Limiter(limits, make_budget(storage, limits, bot.id), time.monotonic)
    pipeline = make_pipeline(config, storage, clock)
    links = Links(storage, pipeline.reporting, pipeline.drafting)
    services = make_services(config, storage, Telegram(bot, limiter), bot, clock, picture_origin, links)
    worker_id, policy = make_worker_id(), make_policy(config)
    dispatcher = make_dispatcher(config, services, limiter, policy, worker_id)
    answering = Answering(storage.inbox, bot, Dispatch(services).answer, worker_id=worker_id)
    poller = make_receiver(config, storage, bot, answering, clock)
    planner = make_planner(config, services)
    pruning = make_pruning(config, storage, clock)
    ticks = make_ticks(config, roles, planner, dispatcher, pipeline, pruning, clock)
    if Role.UPDATES in roles:
        add_desk(ticks, services)
        asking = partial(measure_clock, config.telegram.api_url, clock)
        watchman = Watchman(services, Leadership(storage.database, "watchman"), asking)
        ticks.add(watchman.look, every_seconds=LOOK_SECONDS)
    lease = make_lease(storage, policy, worker_id, dispatcher, answering, roles, clock)
    stopping = asyncio.Event()
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
        stopping=stopping,
        servers=make_servers(config, services, dispatcher, poller, answering, stopping, roles)
        if Role.HTTP in roles
        else (),
        roles=roles,
    )
