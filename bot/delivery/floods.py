"""Flood errors: one chat told to wait is that chat's matter; several at once mean that the bot is too fast."""

import logging
from collections.abc import Callable

from bot.delivery.limits import Limiter

log = logging.getLogger("dateline.delivery")

FLOODED_CHATS = 3  # so many different chats told to wait within FLOOD_SECONDS
FLOOD_SECONDS = 2.0
LONGEST_PAUSE_SECONDS = 60.0


class Floods:
    """Which chats were told to wait lately."""

    def __init__(self, limiter: Limiter, monotonic: Callable[[], float]) -> None:
        self._limiter = limiter
        self._monotonic = monotonic
        self._told_at: dict[int, float] = {}

    def note(self, chat_id: int, wait_seconds: float) -> None:
        """Note that a chat was told to wait (its delivery is due later); pause the bot if several were at once."""
        now = self._monotonic()
        self._told_at = {chat: at for chat, at in self._told_at.items() if now - at < FLOOD_SECONDS}
        self._told_at[chat_id] = now
        if len(self._told_at) >= FLOODED_CHATS:
            seconds = min(wait_seconds, LONGEST_PAUSE_SECONDS)  # if it takes longer, the next message is told so
            log.warning("told to wait %.0f s by several chats at once: everything waits %.0f s", wait_seconds, seconds)
            self._limiter.pause(seconds)
