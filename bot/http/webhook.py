"""Where Telegram brings updates: each is committed before it is told so (https://core.telegram.org/bots/api#setwebhook)."""

import asyncio
import hmac
import logging

from aiohttp import web

from bot.updates.polled import read_posted
from bot.updates.reception import Reception
from storage.errors import StorageUnavailable

log = logging.getLogger("dateline.updates")

HEADER = "X-Telegram-Bot-Api-Secret-Token"
READ_SECONDS = 10.0


class WebhookEndpoint:
    """Takes posted updates; whoever does not know the secret learns nothing."""

    def __init__(self, path: str, secret: str, reception: Reception) -> None:
        self._path = path
        self._secret = secret.encode()
        self._reception = reception

    def add_to(self, app: web.Application) -> None:
        """Serve it from a web application."""
        app.router.add_post(self._path, self._answer)

    async def _answer(self, request: web.Request) -> web.Response:
        given = request.headers.get(HEADER, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(given, self._secret):
            return web.Response(status=404)
        if request.content_type != "application/json":
            return web.Response(status=415)
        try:
            async with asyncio.timeout(READ_SECONDS):
                posted = read_posted(await request.read())  # the server's bound on a body answers 413
        except TimeoutError:
            return web.Response(status=408)
        try:
            await self._reception.take(posted.updates, posted.odd)
        except (StorageUnavailable, OSError) as error:
            log.warning("updates wait for the database: %s", error)
            return web.Response(status=503)  # Telegram brings it again
        return web.Response()
