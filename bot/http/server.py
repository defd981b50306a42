"""The HTTP server of a process: health and metrics, and the pages where they are on."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.errors import BotError

log = logging.getLogger("dateline.http")

ENDS_WITHIN_SECONDS = 5.0
MOST_BODY_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Server:
    """Serves an application at an address until it is told to stop."""

    app: web.Application
    host: str
    port: int
    stopping: asyncio.Event

    async def run(self) -> None:
        """Serve. Raises BotError where the address cannot be had."""
        runner = web.AppRunner(self.app, access_log=None, shutdown_timeout=ENDS_WITHIN_SECONDS)
        await runner.setup()
        try:
            try:
                await web.TCPSite(runner, self.host, self.port).start()
            except OSError as error:
                raise BotError(f"http.listen: {self.host}:{self.port} cannot be had: {error.strerror}") from None
            for address in runner.addresses:
                log.info("serving http at %s port %d", *address[:2])
            await self.stopping.wait()
        finally:
            await runner.cleanup()


class Part(Protocol):
    """Something that a server serves."""

    def add_to(self, app: web.Application) -> None:
        """Add its routes."""


def make_server(listen: str, parts: Sequence[Part], stopping: asyncio.Event) -> Server:
    """Return a server of these parts for `host:port`."""
    app = web.Application(middlewares=[answer_errors], client_max_size=MOST_BODY_BYTES)
    for part in parts:
        part.add_to(app)
    host, _, port = listen.rpartition(":")
    return Server(app, host.strip("[]"), int(port), stopping)


@web.middleware
async def answer_errors(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Answer what fails with a plain page, and log it."""
    try:
        return await handler(request)
    except web.HTTPException:
        raise
    except Exception:
        log.exception("%s was not answered", request.path)
        return web.Response(status=503, text="Not now; please try again in a minute.\n", headers={"Retry-After": "60"})
