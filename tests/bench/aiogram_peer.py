"""A peer in an environment of its own: aiogram sends the same text; `python aiogram_peer.py ORIGIN TOKEN COUNT`."""

import asyncio
import json
import resource
import sys
import time

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

CONNECTIONS = 64


async def main(origin: str, token: str, count: int) -> None:
    """Send, and print what it took."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(origin), limit=CONNECTIONS)
    pending = iter(range(count))
    text = "Good morning. " * 20
    async with Bot(token, session=session) as bot:

        async def send() -> None:
            for number in pending:
                await bot.send_message(1001 + number, text)

        before, began = resource.getrusage(resource.RUSAGE_SELF), time.perf_counter()
        await asyncio.gather(*(send() for _ in range(CONNECTIONS)))
        after = resource.getrusage(resource.RUSAGE_SELF)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    sys.stdout.write(json.dumps({"count": count, "seconds": time.perf_counter() - began, "cpu_seconds": cpu}))


asyncio.run(main(sys.argv[1], sys.argv[2], int(sys.argv[3])))
