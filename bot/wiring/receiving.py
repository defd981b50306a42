"""How updates come."""

from telegram import Bot

from bot.clock import Clock
from bot.config import Config
from bot.delivery.transport import Transport
from bot.updates.inbox import Answering
from bot.updates.poller import Poller
from bot.updates.webhook import Webhook
from bot.wiring.client import is_local
from storage.store import Storage


def make_receiver(config: Config, storage: Storage, bot: Bot, answering: Answering, clock: Clock) -> Poller | Webhook:
    """Wire what asks for updates, or has them brought."""
    keys = config.telegram
    if keys.mode == "webhook" and keys.webhook_secret is not None:
        return Webhook(bot, keys.webhook_url, keys.webhook_secret.get_secret_value(), clock=clock)
    return Poller(
        Transport(connections=1, is_local=is_local(config)),
        f"{keys.api_url}/bot{config.token}/getUpdates",
        storage.inbox,
        clock=clock,
        on_received=answering.wake,
    )
