"""The local Bot API in a process of its own, for load and crash tests.

`python -m bot.demo.botapi.serve PORT PEOPLE [FAULTS [LATENCY]]` serves so many people who have all started the bot, and
answers after up to LATENCY seconds; /control/tally tells who got how many messages, and when each came, and
/control/log each message and edit that was accepted of the bot.
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
    """A world that counts messages, and notes what it accepted of the bot."""

    def __init__(self) -> None:
        super().__init__(lambda: datetime.now(UTC))  # noqa: TID251 - a server of its own has a clock of its own
        self.counts: dict[int, int] = {}
        self.times: list[tuple[float, int]] = []
        self.accepted: list[Json] = []
        self.edits: list[Json] = []

    def notify(self, event: Json) -> None:
        """Count a message, and note what the bot sent or changed."""
        if event["type"] not in ("message", "edit"):
            return
        message = event["message"]
        at, chat_id = time.time(), message["chat"]["id"]  # noqa: TID251 - when it came, by the server's clock
        if event["type"] == "message":
            self.counts[chat_id] = self.counts.get(chat_id, 0) + 1
            self.times.append((at, chat_id))
            self.calls.clear()
        if message["from"]["id"] == self.bot["id"]:
            noted = self.accepted if event["type"] == "message" else self.edits
            noted.append(
                {
                    "at": at,
                    "chat_id": chat_id,
                    "thread_id": message.get("message_thread_id"),
                    "message_id": message["message_id"],
                    "text": message.get("text", ""),
                }
            )


def _tallying(request: web.Request) -> TallyWorld:
    world = request.app[WORLD]
    if not isinstance(world, TallyWorld):
        raise web.HTTPNotFound
    return world


async def _tally(request: web.Request) -> web.Response:
    world = _tallying(request)
    return web.json_response({"counts": world.counts, "times": world.times})


async def _log(request: web.Request) -> web.Response:
    world = _tallying(request)
    return web.json_response({"accepted": world.accepted, "edits": world.edits, "befallen": world.faults.befallen})


def _slow(latency: float) -> Middleware:
    chance = random.Random(11)  # noqa: S311 - a dice, no secret

    @web.middleware
    async def wait(request: web.Request, handler: Handler) -> web.StreamResponse:
        if latency and ("/send" in request.path or "/edit" in request.path):
            await asyncio.sleep(chance.uniform(0, latency))
        return await handler(request)

    return wait


async def serve(port: int, people: int, faults: float = 0.0, latency: float = 0.0) -> None:
    """Serve until ended."""
    world = TallyWorld()
    for number in range(people):
        world.add_person(f"Reader {number}").has_started = True
    for number in range(GROUPS):
        world.add_chat(FIRST_GROUP_ID + number, "supergroup", f"Group {number}", set()).is_forum = True
    world.faults.share = faults
    app = web.Application(middlewares=[_slow(latency)])
    add_bot_api(app, world)
    add_control(app)
    app.router.add_get("/control/tally", _tally)
    app.router.add_get("/control/log", _log)
    runner = web.AppRunner(app, access_log=None, handler_cancellation=True)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), int(sys.argv[2]), *map(float, sys.argv[3:])))
