"""The local Bot API in a process of its own, for load and crash tests.

`python -m bot.demo.botapi.serve PORT PEOPLE [FAULTS [LATENCY]]` serves so many people who have all started the bot, and
answers after up to LATENCY seconds; /control/tally tells who got how many messages, and when each came.
"""

import asyncio
import random
import sys
import time
from datetime import UTC, datetime

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from bot.demo.botapi.control import add_control
from bot.demo.botapi.server import WORLD, add_bot_api
from bot.demo.botapi.world import Json, World

FIRST_GROUP_ID = -1_000_000
GROUPS = 10


class TallyWorld(World):
    """A world that counts messages instead of keeping them."""

    def __init__(self) -> None:
        super().__init__(lambda: datetime.now(UTC))  # noqa: TID251 - a server of its own has a clock of its own
        self.counts: dict[int, int] = {}
        self.times: list[tuple[float, int]] = []

    def notify(self, event: Json) -> None:
        """Count a message, and forget it."""
        if event["type"] == "message":
            message = event["message"]
            chat_id = message["chat"]["id"]
            self.counts[chat_id] = self.counts.get(chat_id, 0) + 1
            self.times.append((time.time(), chat_id))  # noqa: TID251 - when it came, by the server's clock
            self.messages.pop((chat_id, message["message_id"]), None)
            self.calls.clear()


async def _tally(request: web.Request) -> web.Response:
    world = request.app[WORLD]
    if not isinstance(world, TallyWorld):
        raise web.HTTPNotFound
    return web.json_response({"counts": world.counts, "times": world.times})


def _slow(latency: float) -> Middleware:
    chance = random.Random(11)  # noqa: S311 - a dice, no secret

    @web.middleware
    async def wait(request: web.Request, handler: Handler) -> web.StreamResponse:
        if latency and "/send" in request.path:
            await asyncio.sleep(chance.uniform(0, latency))
        return await handler(request)

    return wait


async def serve(port: int, people: int, faults: float = 0.0, latency: float = 0.0) -> None:
    """Serve until ended."""
    world = TallyWorld()
    for number in range(people):
        world.add_person(f"Reader {number}").has_started = True
    for number in range(GROUPS):
        world.add_chat(FIRST_GROUP_ID + number, "group", f"Group {number}", set())
    world.faults.share = faults
    app = web.Application(middlewares=[_slow(latency)])
    add_bot_api(app, world)
    add_control(app)
    app.router.add_get("/control/tally", _tally)
    runner = web.AppRunner(app, access_log=None, handler_cancellation=True)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), int(sys.argv[2]), *map(float, sys.argv[3:])))
