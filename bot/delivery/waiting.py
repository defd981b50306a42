"""How long Telegram tells us to wait."""

from datetime import timedelta

from telegram.error import RetryAfter

LONGEST_WAIT_SECONDS = 60


def wait_seconds(error: RetryAfter) -> float:
    """Return how long Telegram told us to wait."""
    asked = error.retry_after
    return asked.total_seconds() if isinstance(asked, timedelta) else float(asked)
