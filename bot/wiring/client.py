"""The Bot API's client."""

import os
from urllib.parse import urlsplit

from telegram import Bot

from bot.config import Config
from bot.delivery.transport import Transport


def make_bot(config: Config) -> Bot:
    """Return a client of the Bot API, with a connection pool of its own for polling."""
    os.environ.setdefault("PTB_TIMEDELTA", "1")  # the library's durations have units; without it, it warns
    return Bot(
        config.token,
        base_url=f"{config.telegram.api_url}/bot",
        base_file_url=f"{config.telegram.api_url}/file/bot",
        request=Transport(is_local=is_local(config)),
        get_updates_request=Transport(connections=1, is_local=is_local(config)),
    )


def is_local(config: Config) -> bool:
    """Whether the Bot API runs on this machine."""
    return urlsplit(config.telegram.api_url).hostname in ("127.0.0.1", "localhost", "::1")
