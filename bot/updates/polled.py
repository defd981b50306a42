"""What getUpdates answered, whatever its shape: updates to keep, or what was wrong."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.updates.envelopes import is_exempt, read_envelope
from storage.model import NewUpdate

LONGEST_WAIT_SECONDS = 3600.0  # what asks for more is no word of Telegram's: our own pauses are shorter
_ID = re.compile(rb'"update_id"\s*:\s*(\d{1,15})(?!\d)')


@dataclass(frozen=True, slots=True)
class Received:
    """One update, and whether it counts in no quota."""

    update: NewUpdate
    is_exempt: bool


@dataclass(frozen=True, slots=True)
class Polled:
    """One answer: updates, those without an id apart; or what was wrong with it.

    `status` is the Bot API's own word, 0 where a stranger answered; `unread` an answer of its that nobody can read.
    """

    updates: tuple[Received, ...] = ()
    odd: tuple[bytes, ...] = ()
    problem: str | None = None
    status: int = 200
    wait_seconds: float | None = None
    unread: bytes = b""


def read_polled(status: int, body: bytes) -> Polled:
    """Read an answer of any shape; nothing of it raises."""
    try:
        answer = json.loads(body.decode("utf-8", "replace"))
        if isinstance(answer, dict) and answer.get("ok") is True and isinstance(answer.get("result"), list):
            found = answer["result"]
            received = (Received(read_envelope(raw), is_exempt(raw)) for raw in found if _has_id(raw))
            return Polled(updates=tuple(received), odd=tuple(_contents(found)))
        if isinstance(answer, dict) and answer.get("ok") is False:
            problem = str(answer.get("description") or "an answer without a reason")[:200]
            return Polled(problem=problem, status=status, wait_seconds=_wait_seconds(answer.get("parameters")))
    except (ValueError, RecursionError):  # too deep, or a number of thousands of digits
        return Polled(problem=_no_answer(status), status=0, unread=body if status == 200 else b"")
    return Polled(problem=_no_answer(status), status=0)


def read_posted(body: bytes) -> Polled:
    """Read one update that a webhook was brought; what cannot be read is kept as it is, for it would come again."""
    try:
        raw = json.loads(body.decode("utf-8", "replace"))
        if _has_id(raw):
            return Polled(updates=(Received(read_envelope(raw), is_exempt(raw)),))
    except (ValueError, RecursionError):
        pass
    return Polled(odd=(body,))


def find_update_id(body: bytes) -> int | None:
    """Return the id of the one update in an answer that cannot be read."""
    found = _ID.search(body)
    return int(found[1]) if found and int(found[1]) else None


def _no_answer(status: int) -> str:
    return f"an answer that is none (HTTP {status})"


def _has_id(raw: Any) -> bool:
    update_id = raw.get("update_id") if isinstance(raw, dict) else None
    return isinstance(update_id, int) and not isinstance(update_id, bool) and 0 < update_id < 2**53


def _contents(found: list[Any]) -> Iterator[bytes]:
    return (json.dumps(raw).encode() for raw in found if not _has_id(raw))


def _wait_seconds(parameters: Any) -> float | None:
    """Return how long to wait as told, or None where no clock could take it."""
    told = parameters.get("retry_after") if isinstance(parameters, dict) else None
    if not isinstance(told, int | float) or isinstance(told, bool) or not 0 <= told <= LONGEST_WAIT_SECONDS:
        return None
    return float(told)
