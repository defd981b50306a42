"""The whole bot on a clock that hurries: `python -m tests.hurrying EPOCH SPEED`, configured by the environment.

EPOCH is a moment of the real clock, in seconds since 1970, from which on the time goes so many times as fast.
"""

import asyncio
import sys
import time
from datetime import UTC, datetime

from bot.app import connected, run_until
from bot.cli.running import set_start_aside, stop_on_signals
from bot.clock import Clock
from bot.config import load_config
from bot.logs import set_up_logs
from bot.wiring import make_app
from bot.wiring.client import make_bot
from storage.store import open_storage


def hurried_clock(epoch: float, speed: float) -> Clock:
    """Return a clock that goes so many times as fast from a moment on."""
    return lambda: datetime.fromtimestamp(epoch + (time.time() - epoch) * speed, UTC)  # noqa: TID251 - the one it hurries


async def main(epoch: float, speed: float) -> None:
    """Run until stopped."""
    settings = load_config(None)
    set_up_logs(level="warning", form="text", secrets=settings.secrets)
    storage = open_storage(settings.storage.url)
    async with connected(make_bot(settings)) as bot:
        app = make_app(settings, storage, bot, clock=hurried_clock(epoch, speed))
        print("running", flush=True)  # noqa: T201 - whoever started it waits for this
        set_start_aside()
        await run_until(app, stop_on_signals())
    await storage.close()


if __name__ == "__main__":
    asyncio.run(main(*map(float, sys.argv[1:])))
