"""The composition root: configuration in, a running bot out; the only place that builds things."""

import asyncio
import contextlib
import logging
import os
from collections.abc import AsyncIterator
from dataclasses import dataclass

from telegram import Bot, BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats
from telegram.error import InvalidToken, TelegramError

from bot.clock import Clock, system_clock
from bot.config import Config
from bot.context import Services
from bot.delivery.telegram import Telegram
from bot.delivery.transport import Transport
from bot.dispatch import Dispatch
from bot.errors import TelegramRefused, TelegramUnreachable
from bot.handlers import COMMANDS
from bot.i18n import Catalog, load_catalog
from bot.updates import Poller
from storage.store import Storage

log = logging.getLogger("dateline")


def make_bot(config: Config) -> Bot:
    """Return a client of the Bot API, with a connection pool of its own for polling."""
    os.environ.setdefault("PTB_TIMEDELTA", "1")  # the library's durations have units; without it, it warns
    return Bot(
        config.token,
        base_url=f"{config.telegram.api_url}/bot",
        base_file_url=f"{config.telegram.api_url}/file/bot",
        request=Transport(),
        get_updates_request=Transport(connections=1),
    )


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


@dataclass(frozen=True, slots=True)
class App:
    """A wired bot: `run` answers updates until `stop`."""

    bot: Bot
    poller: Poller
    catalog: Catalog

    async def run(self) -> None:
        """Tell Telegram our commands, then answer updates until stopped. Raises TelegramRefused."""
        await publish_commands(self.bot, self.catalog)
        await self.poller.run()

    def stop(self) -> None:
        """End `run` once what was asked so far is answered."""
        self.poller.stop()


def make_app(config: Config, storage: Storage, bot: Bot, *, clock: Clock = system_clock) -> App:
    """Wire the parts of a connected bot."""
    catalog = load_catalog()
    services = Services(
        storage=storage,
        telegram=Telegram(bot),
        catalog=catalog,
        clock=clock,
        publication=config.publication.name,
        username=bot.username,
        zone=config.briefing.zone,
        max_articles=config.briefing.max_articles,
        public_url=config.http.public_url,
    )
    return App(bot, Poller(bot, Dispatch(services).answer), catalog)


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
