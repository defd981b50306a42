"""Webhooks: updates are posted in order, each again until it is taken."""

import asyncio
import logging
from urllib.parse import urlsplit

import aiohttp

from bot.demo.botapi.errors import bad_request
from bot.demo.botapi.world import Json, World

log = logging.getLogger("dateline.botapi")

EMPTY_SECONDS, AGAIN_SECONDS = 0.02, 0.2
HEADER = "X-Telegram-Bot-Api-Secret-Token"


async def set_webhook(world: World, parameters: Json) -> bool:
    """setWebhook; Telegram itself wants https, here any address on this machine will do."""
    url = parameters["url"]
    if urlsplit(url).hostname not in ("127.0.0.1", "localhost"):
        raise bad_request("bad webhook: the local Bot API posts to this machine alone")
    if "allowed_updates" in parameters:
        world.allowed_updates = parameters["allowed_updates"] or None
    world.webhook = {"url": url, "secret": parameters.get("secret_token")}
    if world.webhook_task is None or world.webhook_task.done():
        world.webhook_task = asyncio.ensure_future(_post_updates(world))
    return True


async def delete_webhook(world: World, parameters: Json) -> bool:
    """deleteWebhook."""
    world.webhook = None
    if parameters.get("drop_pending_updates"):
        world.updates.clear()
        world.update_arrived.clear()
    return True


async def get_webhook_info(world: World, _parameters: Json) -> Json:
    """getWebhookInfo."""
    info = {
        "url": world.webhook["url"] if world.webhook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates),
    }
    return info | (world.webhook_error or {})  # the last one, however old


async def _post_updates(world: World) -> None:
    """Post what waits, for as long as there is a webhook."""
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10)) as session:
        while world.webhook is not None:
            if not world.updates:
                await asyncio.sleep(EMPTY_SECONDS)
                continue
            update = world.updates[0]
            if await _post(world, session, update):
                world.confirm_updates(update["update_id"] + 1)
            else:
                await asyncio.sleep(AGAIN_SECONDS)


async def _post(world: World, session: aiohttp.ClientSession, update: Json) -> bool:
    webhook = world.webhook or {}
    headers = {HEADER: webhook["secret"]} if webhook.get("secret") else {}
    try:
        async with session.post(webhook["url"], json=update, headers=headers) as response:
            problem = None if response.status == 200 else f"Wrong response from the webhook: {response.status}"
    except (aiohttp.ClientError, TimeoutError) as error:
        problem = f"Connection failed: {type(error).__name__}"
    if problem is not None:
        at = int(world.clock().timestamp())
        world.webhook_error = {"last_error_message": problem, "last_error_date": at}
    return problem is None
