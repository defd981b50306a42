"""What a start waits for: after a boot the network and the database may come later than the bot."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.errors import TelegramUnreachable
from bot.pauses import pause
from storage.errors import StorageUnavailable

log = logging.getLogger("dateline")

START_SECONDS, BETWEEN_SECONDS = 15.0, 3.0  # a supervisor begins anew whoever waited in vain
Found = TypeVar("Found")


async def until_there(begin: Callable[[], Awaitable[Found]], stopping: asyncio.Event) -> Found:
    """Begin what may not be there yet, again and again; it is said, and not for ever.

    Raises what `begin` raised, once START_SECONDS are over or the start is to end.
    """
    ends_at = time.monotonic() + START_SECONDS
    while True:
        try:
            return await begin()
        except (StorageUnavailable, TelegramUnreachable) as error:
            if time.monotonic() >= ends_at or stopping.is_set():
                raise
            log.warning("not there yet, and tried again for %d seconds: %s", START_SECONDS, error)
            await pause(BETWEEN_SECONDS, stopping)
