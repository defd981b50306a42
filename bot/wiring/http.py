"""What a process serves over HTTP."""

import asyncio
from urllib.parse import urlsplit

from bot.app import Role
from bot.config import Config
from bot.delivery.dispatcher import Dispatcher
from bot.http.health import Health, Probe
from bot.http.metrics import Metrics
from bot.http.pages import Pages
from bot.http.server import Part, Server, make_server
from bot.http.site import Site
from bot.http.webhook import WebhookEndpoint
from bot.services import Services
from bot.updates.inbox import Answering
from bot.updates.poller import Poller
from bot.updates.reception import Reception
from bot.updates.webhook import Webhook
from storage.migrate import check_schema


def make_servers(
    config: Config,
    services: Services,
    dispatcher: Dispatcher,
    receiver: Poller | Webhook,
    answering: Answering,
    stopping: asyncio.Event,
    roles: frozenset[Role],
) -> tuple[Server, ...]:
    """Wire the server; none where no address is named."""
    if not config.http.listen:
        return ()
    storage, breaker = services.storage, dispatcher.breaker

    async def check_database() -> None:
        await check_schema(storage.database)

    async def check_telegram() -> str | None:
        return receiver.problem

    probes: dict[str, Probe] = {"database": check_database}
    if Role.UPDATES in roles:
        probes["telegram"] = check_telegram
    parts: list[Part] = [
        Health(probes),
        Metrics(storage, lambda: breaker.open_since is not None),
    ]
    keys = config.telegram
    if keys.mode == "webhook" and keys.webhook_secret is not None:
        reception = Reception(storage.inbox, clock=services.clock, on_received=answering.wake)
        path = urlsplit(keys.webhook_url).path
        parts.append(WebhookEndpoint(path, keys.webhook_secret.get_secret_value(), reception))
    if config.http.pages:
        public_url = config.http.public_url or f"http://{config.http.listen}"
        parts.append(Pages(Site(services, public_url), storage))
    return (make_server(config.http.listen, parts, stopping),)
