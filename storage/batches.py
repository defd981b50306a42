"""Batches of what one statement cannot carry."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

AT_ONCE = 500  # engines limit how many values a statement may carry


def batches(items: Sequence[T], size: int = AT_ONCE) -> Iterator[Sequence[T]]:
    """Yield so many items at a time, in order."""
    for start in range(0, len(items), size):
        yield items[start : start + size]
