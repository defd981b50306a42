"""getUpdates: long polling by one program at a time."""

import asyncio
import contextlib
from typing import Any

from bot.demo.botapi.errors import ApiError
from bot.demo.botapi.world import Json, World

MAX_SECONDS = 50
MAX_UPDATES = 100
_CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
_WEBHOOK = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete it first"


async def get_updates(world: World, parameters: Json) -> list[Json]:
    """getUpdates. A second one ends the first with a 409."""
    if world.webhook is not None:
        raise ApiError(409, _WEBHOOK)
    if "allowed_updates" in parameters:
        world.allowed_updates = parameters["allowed_updates"] or None
    if world.poller is not None and not world.poller.done():
        world.poller.set_result(None)
    mine = world.poller = asyncio.get_running_loop().create_future()
    world.confirm_updates(parameters.get("offset", 0))
    limit = max(1, min(parameters.get("limit", MAX_UPDATES), MAX_UPDATES))
    if not world.updates:
        await _wait(world, mine, min(max(parameters.get("timeout", 0), 0), MAX_SECONDS))
    if mine.done():
        raise ApiError(409, _CONFLICT)
    mine.cancel()
    return world.updates[:limit]


async def _wait(world: World, mine: asyncio.Future[None], seconds: float) -> None:
    arrived: asyncio.Future[bool] = asyncio.ensure_future(world.update_arrived.wait())
    try:
        waiting: set[asyncio.Future[Any]] = {arrived, mine}
        await asyncio.wait(waiting, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    finally:
        arrived.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await arrived
