"""What an answer of the Bot API means for a delivery: by request phase and parsed refusal, never by a guess.

Descriptions as the Bot API server words them (tdlib/telegram-bot-api, Client.cpp); compared without case.
"""

import json
from dataclasses import dataclass

from storage.model import ChatState, Outcome

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
        is_ok = parsed["ok"]
        description = str(parsed.get("description", ""))
        parameters = parsed.get("parameters", {})
        if is_ok:
            return Answer(Outcome.SENT, message_id=int(parsed["result"]["message_id"]))
    except (ValueError, TypeError, KeyError, AttributeError):
        return Answer(Outcome.UNCERTAIN, reason=f"an answer that is none (HTTP {status})")
    if status >= 500:
        return Answer(Outcome.UNCERTAIN, reason=description)
    if status == 429:
        wait = float(parameters.get("retry_after", 1))
        return Answer(Outcome.LATER, reason=description, retry_after_seconds=wait)
    if "migrate_to_chat_id" in parameters:
        return Answer(Outcome.MIGRATED, reason=description, new_chat_id=int(parameters["migrate_to_chat_id"]))
    is_token = status in (401, 404)
    return Answer(Outcome.LATER, reason=description, is_token_refused=True) if is_token else _refused(description)


def _refused(description: str) -> Answer:
    words = description.casefold()
    state = next((state for known, state in _STATES if any(each in words for each in known)), None)
    return Answer(Outcome.REFUSED, reason=description, chat_state=state)
