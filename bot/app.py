"""The running bot: its parts side by side, until one fails or it is told to stop."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.delivery.dispatcher import Dispatcher
from bot.delivery.planning import Planner
from bot.errors import TelegramRefused, TelegramUnreachable
from bot.http.server import Server
from bot.i18n import Catalog
from bot.ingest.pipeline import Pipeline
from bot.jobs import Ticks
from bot.lease import Lease
from bot.pauses import pause
from bot.profile import publish_profile
from bot.pruning import Pruning
from bot.services import Services
from bot.starting import until_there
from bot.supervisor import say_alive
from bot.updates.inbox import Answering
from bot.updates.poller import Poller
from bot.updates.webhook import Webhook
from storage.copying import PAUSED
from storage.errors import Conflict, StorageUnavailable
from storage.installation import Installation

log = logging.getLogger("dateline")

LOOKED_AGAIN_SECONDS = 2.0
ALONE_SECONDS = 35.0  # longer than a poll of another program lasts, and its pause after one that was refused


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
    HTTP = "http"


@dataclass(frozen=True, slots=True)
class App:
    """A wired bot: `run` answers updates and delivers briefings until `stop`."""

    bot: Bot
    catalog: Catalog
    services: Services
    poller: Poller | Webhook
    answering: Answering
    dispatcher: Dispatcher
    planner: Planner
    pipeline: Pipeline
    ticks: Ticks
    lease: Lease
    pruning: Pruning
    installation: Installation
    stopping: asyncio.Event
    servers: tuple[Server, ...]
    roles: frozenset[Role]

    async def run(self) -> None:
        """Do this process's part until stopped. Raises TelegramRefused or AnotherInstance."""
        # What may fail comes before anything that runs: nobody would wait for the end of that.
        is_copy, is_paused = await until_there(self._read_installation, self.stopping)
        if Role.UPDATES in self.roles:
            await show_desk_menus(self.services)
        parts: list[asyncio.Future[Any]] = [asyncio.ensure_future(self.stopping.wait())]
        beside: list[asyncio.Future[Any]] = []
        if Role.UPDATES in self.roles:
            self.poller.is_of_copy = is_copy
            parts.append(asyncio.ensure_future(self.poller.run()))
            parts.append(asyncio.ensure_future(self.answering.run()))
            beside.append(asyncio.ensure_future(self._publish_profile()))
        parts.append(asyncio.ensure_future(say_alive(self.stopping)))
        if is_copy or is_paused:
            self.dispatcher.may_begin.clear()
            parts.append(asyncio.ensure_future(self._begin_deliveries(is_copy=is_copy)))
        if Role.DELIVERY in self.roles:
            parts.append(asyncio.ensure_future(self.dispatcher.run()))
        parts.extend(asyncio.ensure_future(each.run()) for each in self.servers)
        parts.append(asyncio.ensure_future(self.lease.run()))
        self.ticks.start()
        try:
            await asyncio.wait(parts, return_when=asyncio.FIRST_COMPLETED)
            self.stop()
            await self.ticks.stop()
            results = await asyncio.gather(*parts, return_exceptions=True)  # one that failed cuts no other's end off
        finally:
            for each in beside:
                each.cancel()
            await self.pipeline.close()
        if self.dispatcher.is_idle and self.answering.is_idle:
            await self.lease.end()
        for failure in results:
            if isinstance(failure, BaseException):
                raise failure
        if self.dispatcher.is_token_refused:
            raise TelegramRefused("Telegram refuses the bot's token", is_token=True)

    async def _read_installation(self) -> tuple[bool, bool]:
        """Return whether deliveries would go out from a copy, and whether somebody paused them."""
        is_copy = Role.DELIVERY in self.roles and not await self.installation.is_same()
        return is_copy, await self.installation.find(PAUSED) is not None

    async def _publish_profile(self) -> None:
        """Set what Telegram shows of the bot, beside everything else: nobody waits for it."""
        try:
            await publish_profile(self.bot, self.catalog, self.installation, self.services.publication)
        except (StorageUnavailable, OSError) as error:
            log.warning("the menus and the profile were not set: %s", error)

    async def _begin_deliveries(self, *, is_copy: bool) -> None:
        """Let deliveries begin once somebody has said so, where they are paused, and nobody else delivers."""
        while not self.stopping.is_set():
            try:
                await self._let_deliveries_begin(is_copy=is_copy)
            except (StorageUnavailable, OSError) as error:
                log.warning("whether deliveries may begin is asked again: %s", error)
                await pause(LOOKED_AGAIN_SECONDS, self.stopping)

    async def _let_deliveries_begin(self, *, is_copy: bool) -> None:
        if is_copy and not self.poller.finds_others and not await self.installation.is_same():
            await self.installation.save(PAUSED, "this database was moved or copied, perhaps from one still in use")
        if why := await self.installation.find(PAUSED):
            log.warning("deliveries are paused: %s; `dateline deliveries begin` lets them go on", why)
        while not self.stopping.is_set() and await self.installation.find(PAUSED) is not None:
            await pause(LOOKED_AGAIN_SECONDS, self.stopping)
        if is_copy and self.poller.finds_others and not await self.installation.is_same():
            await self._begin_when_nobody_else_polls()
        elif not self.stopping.is_set():
            await self._begin_now()
        await self.stopping.wait()

    async def _begin_when_nobody_else_polls(self) -> None:
        """Let deliveries begin: this database was copied or moved, and no other program may be delivering from it.

        Raises Conflict where this process does not poll, and so cannot find out.
        """
        if Role.UPDATES not in self.roles:
            raise Conflict("this database was moved or copied; start one process with the role updates first")
        log.warning("this database was moved or copied: deliveries wait until surely nobody else polls with the token")
        while not self.stopping.is_set():
            await pause(ALONE_SECONDS, self.stopping, self.poller.is_contested)
            if not self.poller.is_contested.is_set() and self.poller.is_uncontested.is_set():
                self.poller.is_of_copy = False
                await self._begin_now()
                await self.stopping.wait()
            self.poller.is_contested.clear()

    async def _begin_now(self) -> None:
        await self.installation.confirm()
        self.dispatcher.may_begin.set()
        self.dispatcher.wake()

    def stop(self) -> None:
        """End `run` once what was asked so far is answered and what is being sent has arrived."""
        self.stopping.set()
        self.poller.stop()
        self.answering.stop()
        self.dispatcher.stop()
        self.lease.stop()
        self.pruning.stop()


async def show_desk_menus(services: Services) -> None:
    """Show owners and editors the desk's commands in their menus."""
    try:
        named = [editor.person_id for editor in await services.storage.editors.list()]
        for person_id in (*sorted(services.owner_ids), *named):
            await services.show_desk_menu(person_id)
    except (TelegramError, StorageUnavailable, OSError) as error:
        log.warning("the desk's menu was not set: %s", error)


async def run_until(app: App, stopping: asyncio.Event) -> None:
    """Run until the event is set, or the app fails."""
    running = asyncio.ensure_future(app.run())
    waiting = asyncio.ensure_future(stopping.wait())
    await asyncio.wait({running, waiting}, return_when=asyncio.FIRST_COMPLETED)
    app.stop()
    waiting.cancel()
    await running
