"""Waiting that an event can end; nothing is cancelled by it."""

import asyncio
from typing import Any


async def pause(seconds: float, *events: asyncio.Event) -> None:
    """Wait so long, or until one of the events is set."""
    if any(event.is_set() for event in events):
        return
    waiting: list[asyncio.Future[Any]] = [asyncio.ensure_future(event.wait()) for event in events]
    try:
        await asyncio.wait(waiting, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for each in waiting:
            each.cancel()
