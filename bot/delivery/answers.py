"""What an answer of the Bot API means for a delivery: by request phase and parsed refusal, never by a guess.

Descriptions as the Bot API server words them (tdlib/telegram-bot-api, Client.cpp); compared without case.
"""

import json
from dataclasses import dataclass
from typing import Any

from storage.model import ChatState, Outcome

LONGEST_WAIT_SECONDS = 86_400.0
LONGEST_REASON = 300  # characters
_BLOCKED = (
    "bot was blocked by the user",
    "user is deactivated",
    "can't initiate conversation",
    "can't send messages to the bot",
)
_LEFT = ("bot was kicked", "bot is not a member", "group chat was deleted", "chat was deleted", "chat not found")
_CLOSED = ("message thread not found", "topic_closed", "topic_deleted")
_FORBIDDEN = (
    "not enough rights",
    "have no write access",
    "need administrator rights",
    "chat_write_forbidden",
    "chat_admin_required",
)  # fmt: skip
_STATES = (
    (_BLOCKED, ChatState.BLOCKED),
    (_LEFT, ChatState.LEFT),
    (_CLOSED, ChatState.CLOSED),
    (_FORBIDDEN, ChatState.FORBIDDEN),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """A sorted answer."""

    outcome: Outcome
    message_id: int | None = None
    reason: str | None = None
    chat_state: ChatState | None = None
    retry_after_seconds: float = 0.0
    new_chat_id: int | None = None
    is_token_refused: bool = False


def read_answer(status: int, body: bytes) -> Answer:
    """Sort one HTTP answer. Only a parsed refusal is a definite no; 5xx and pages that are no JSON are uncertain."""
    try:
        parsed = json.loads(body)
        if parsed["ok"]:
            return Answer(Outcome.SENT, message_id=_identifier(parsed["result"]["message_id"]))
        description = _clean(parsed.get("description", ""))
        parameters = parsed.get("parameters") or {}
        new_chat_id = _identifier(parameters.get("migrate_to_chat_id", 0))
        wait = min(max(float(parameters.get("retry_after", 1)), 0.0), LONGEST_WAIT_SECONDS)
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
        return Answer(Outcome.UNCERTAIN, reason=f"an answer that is none (HTTP {status})")
    if status >= 500:
        return Answer(Outcome.UNCERTAIN, reason=description)
    if status == 429:
        return Answer(Outcome.LATER, reason=description, retry_after_seconds=wait)
    if new_chat_id:
        return Answer(Outcome.MIGRATED, reason=description, new_chat_id=new_chat_id)
    is_token = status in (401, 404)
    return Answer(Outcome.LATER, reason=description, is_token_refused=True) if is_token else _refused(description)


def _identifier(value: Any) -> int:
    """Return an id as Telegram gives them, of at most 52 bits (https://core.telegram.org/bots/api#chat)."""
    number = int(value)
    if abs(number) >= 2**52:
        raise ValueError(number)
    return number


def _clean(description: Any) -> str:
    """Return a description that any database can hold."""
    return str(description).encode("utf-8", "replace").decode().replace("\0", "")[:LONGEST_REASON]


def _refused(description: str) -> Answer:
    words = description.casefold()
    state = next((state for known, state in _STATES if any(each in words for each in known)), None)
    return Answer(Outcome.REFUSED, reason=description, chat_state=state)
