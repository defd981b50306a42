"""The composition root: configuration in, a running bot out; the only place that builds things."""

import asyncio
import contextlib
import logging
import os
import socket
import time
import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from telegram import Bot, BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats
from telegram.error import InvalidToken, TelegramError

from bot.clock import Clock, system_clock
from bot.config import Config
from bot.context import Services
from bot.delivery.bulk import Bulk
from bot.delivery.dispatcher import REQUEST_SECONDS, Dispatcher, Policy
from bot.delivery.limits import Budget, Limiter, Limits, OwnBudget, SharedBudget
from bot.delivery.planning import Planner
from bot.delivery.telegram import Telegram
from bot.delivery.transport import Transport
from bot.dispatch import Dispatch
from bot.errors import ConfigError, TelegramRefused, TelegramUnreachable
from bot.handlers import COMMANDS
from bot.i18n import Catalog, load_catalog
from bot.ingest.llm import LanguageModel
from bot.ingest.pipeline import Pipeline, PipelinePolicy
from bot.jobs import NEWSROOM_SECONDS, add_delivery, add_newsroom, make_scheduler
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


@contextlib.asynccontextmanager
async def connected(bot: Bot) -> AsyncIterator[Bot]:
    """Connect to Telegram as this bot. Raises TelegramRefused or TelegramUnreachable."""
    try:
        try:
            await bot.initialize()
        except InvalidToken:
            raise TelegramRefused("Telegram refuses this token; check telegram.token", is_token=True) from None
        except TelegramError as error:
            raise TelegramUnreachable(f"{error.message}; check telegram.api_url and the network") from None
        yield bot
    finally:
        await bot.shutdown()


class Role(StrEnum):
    """What a process of a fleet does; all of it by default."""

    UPDATES = "updates"
    DELIVERY = "delivery"
    INGEST = "ingest"


@dataclass(frozen=True, slots=True)
class App:
    """A wired bot: `run` answers updates and delivers briefings until `stop`."""

    bot: Bot
    catalog: Catalog
    poller: Poller
    dispatcher: Dispatcher
    planner: Planner
    newsroom: Pipeline
    scheduler: AsyncIOScheduler
    stopping: asyncio.Event
    roles: frozenset[Role]

    async def run(self) -> None:
        """Do this process's part until stopped. Raises TelegramRefused."""
        parts: list[asyncio.Future[Any]] = [asyncio.ensure_future(self.stopping.wait())]
        if Role.UPDATES in self.roles:
            await publish_commands(self.bot, self.catalog)
            parts.append(asyncio.ensure_future(self.poller.run()))
        if Role.DELIVERY in self.roles:
            parts.append(asyncio.ensure_future(self.dispatcher.run()))
        self.scheduler.start()
        try:
            await asyncio.wait(parts, return_when=asyncio.FIRST_COMPLETED)
            self.stop()
            results = await asyncio.gather(*parts, return_exceptions=True)  # one that failed cuts no other's end off
            for failure in results:
                if isinstance(failure, BaseException):
                    raise failure
        finally:
            if self.scheduler.running:
                self.scheduler.shutdown(wait=False)
            await self.newsroom.close()
        if self.dispatcher.is_token_refused:
            raise TelegramRefused("Telegram refuses the bot's token", is_token=True)

    def stop(self) -> None:
        """End `run` once what was asked so far is answered and what is being sent has arrived."""
        self.stopping.set()
        self.poller.stop()
        self.dispatcher.stop()


def make_services(
    config: Config, storage: Storage, telegram: Telegram, username: str, clock: Clock, picture_origin: str | None
) -> Services:
    """Wire what handlers are given; `picture_origin` is where stored pictures are served, if they are."""
    return Services(
        storage=storage,
        telegram=telegram,
        catalog=load_catalog(),
        clock=clock,
        publication=config.publication.name,
        username=username,
        zone=config.briefing.timezone,
        briefing_time=config.briefing.time,
        max_articles=config.briefing.max_articles,
        picture_origin=picture_origin,
    )


def make_planner(config: Config, services: Services) -> Planner:
    """Wire the planner."""
    grace = timedelta(minutes=config.briefing.grace_minutes)
    return Planner(storage=services.storage, frame=services.frame_for, grace=grace)


def make_newsroom(config: Config, storage: Storage, clock: Clock) -> Pipeline:
    """Wire the newsroom."""
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
    services = make_services(config, storage, Telegram(bot, limiter), bot.username, clock, picture_origin)
    transport = Transport(connections=config.delivery.in_flight, is_local=_is_local(config))
    dispatcher = Dispatcher(
        storage.deliveries,
        Bulk(transport, config.telegram.api_url, config.token, storage.deliveries),
        limiter,
        make_policy(config),
        worker_id=f"{socket.gethostname()}:{os.getpid()}:{uuid.uuid4().hex[:8]}",
        clock=clock,
    )
    planner = make_planner(config, services)
    newsroom = make_newsroom(config, storage, clock)
    scheduler = make_scheduler()
    if Role.DELIVERY in roles:
        add_delivery(scheduler, planner, dispatcher, clock)
    if Role.INGEST in roles:
        add_newsroom(scheduler, newsroom, every_seconds=min(NEWSROOM_SECONDS, config.newsroom.poll_minutes * 15))
    return App(
        bot,
        services.catalog,
        Poller(bot, Transport(connections=1, is_local=_is_local(config)), Dispatch(services).answer),
        dispatcher,
        planner,
        newsroom,
        scheduler,
        asyncio.Event(),
        roles,
    )


def _budget(storage: Storage, limits: Limits, bot_id: int) -> Budget:
    """Return the bot's budget: in memory on SQLite, where one process sends; in the database where many may."""
    if storage.database.is_sqlite:
        return OwnBudget(limits.interval, time.monotonic)
    return SharedBudget(storage.deliveries, f"bot {bot_id}", limits.interval)


async def publish_commands(bot: Bot, catalog: Catalog) -> None:
    """Set Telegram's menu of commands from our table; a server that knows no menus is no reason to stop."""
    scopes = ((BotCommandScopeAllPrivateChats(), False), (BotCommandScopeAllGroupChats(), True))
    try:
        for language in catalog.languages:
            words = catalog.words(language)
            for scope, is_group in scopes:
                menu = [
                    BotCommand(command.name, words(f"command-{command.name}"))
                    for command in COMMANDS
                    if command.is_for_groups or not is_group
                ]
                tag = None if language == "en" else language
                await bot.set_my_commands(menu, scope=scope, language_code=tag)
    except TelegramError as error:
        log.warning("the menu of commands was not set: %s", error.message)


async def run_until(app: App, stopping: asyncio.Event) -> None:
    """Run until the event is set, or the app fails."""
    running = asyncio.ensure_future(app.run())
    waiting = asyncio.ensure_future(stopping.wait())
    await asyncio.wait({running, waiting}, return_when=asyncio.FIRST_COMPLETED)
    app.stop()
    waiting.cancel()
    await running
