"""The only reader of the wall clock."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """Return the moment it is, in UTC."""
    return datetime.now(UTC)  # noqa: TID251 - this is the one place
