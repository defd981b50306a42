"""Questions to services outside that tell whether they can be used."""

from collections.abc import Callable
from datetime import datetime
from email.utils import parsedate_to_datetime

import httpx

ASK_SECONDS = 10.0


async def measure_clock(api_url: str, clock: Callable[[], datetime]) -> float | None:
    """Return by how many seconds the clock is ahead of the Bot API's, by its Date header; None where it is not told."""
    try:
        async with httpx.AsyncClient(timeout=ASK_SECONDS) as client:
            asked_at = clock()
            answer = await client.head(api_url)
        there = parsedate_to_datetime(answer.headers["Date"])
        return (asked_at - there).total_seconds()
    except (httpx.HTTPError, KeyError, ValueError, TypeError):
        return None


async def ask_for_models(base_url: str, api_key: str | None) -> int | None:
    """Return the status with which a model's service lists what it has; None where nobody answers."""
    headers = {"Authorization": f"Bearer {api_key}"} if api_key else {}
    try:
        async with httpx.AsyncClient(timeout=ASK_SECONDS) as client:
            return (await client.get(f"{base_url}/models", headers=headers)).status_code
    except httpx.HTTPError:
        return None
