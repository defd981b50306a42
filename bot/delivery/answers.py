"""What an answer of the Bot API means for a delivery: by request phase and parsed refusal, never by a guess.

Descriptions as the Bot API server words them (tdlib/telegram-bot-api, Client.cpp); compared without case.
"""

import json
from dataclasses import dataclass, replace
from typing import Any

import regex

from storage.corrections import GONE
from storage.model import ChatState, Outcome, RefusalKind

# An edit of a message that is not there any more, or may not be changed.
_MESSAGE_GONE = (
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "message_edit_time_expired",
    "there is no text in the message to edit",
    "there is no caption in the message to edit",
)
FIRST_REFUSAL, FIRST_FAILURE = 400, 500
UNAUTHORIZED, NOT_FOUND, CONFLICT, TOO_MANY = 401, 404, 409, 429
SHORTEST_WAIT_SECONDS, CONFLICT_SECONDS, LONGEST_WAIT_SECONDS = 1.0, 30.0, 86_400.0
_OF_METHOD = "method not found"  # a server of another version; the token is not refused
LONGEST_REASON = 300  # characters
_BLOCKED = (
    "bot was blocked by the user",
    "user is deactivated",
    "can't initiate conversation",
    "can't send messages to the bot",
)
_LEFT = ("bot was kicked", "bot is not a member", "group chat was deleted", "chat was deleted")
_NOT_FOUND = ("chat not found", "peer_id_invalid", "chat_id_invalid", "channel_private", "channel_invalid")
_CLOSED = ("message thread not found", "topic_closed", "topic_deleted")
_NO_RIGHTS = (
    "not enough rights",
    "have no rights",
    "have no write access",
    "need administrator rights",
    "chat_write_forbidden",
    "chat_admin_required",
    "chat_restricted",
    "chat_send_plain_forbidden",
    "user_restricted",
)
# Refusals of a chat whose words are not known, and what in a message may be refused instead.
_OF_CHAT = regex.compile(r"(?:\b|_)(?:chat|channel|group|supergroup|topic|thread|forum|user|peer|slowmode)(?:\b|_)")
_OF_MESSAGE = ("parse", "entit", "message is", "message_", "button", "photo", "file", "media", "url", "caption")
# Final until the person returns; whatever else a chat refuses may pass.
_STATES = ((_BLOCKED, ChatState.BLOCKED), (_LEFT, ChatState.LEFT))
_REFUSALS = (
    (_CLOSED, RefusalKind.CLOSED),
    (_NO_RIGHTS, RefusalKind.NO_RIGHTS),
    (_NOT_FOUND, RefusalKind.NOT_FOUND),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """A sorted answer."""

    outcome: Outcome
    message_id: int | None = None
    reason: str | None = None
    chat_state: ChatState | None = None
    refusal: RefusalKind | None = None
    retry_after_seconds: float = 0.0
    new_chat_id: int | None = None
    is_token_refused: bool = False
    is_failure: bool = False  # no answer, or none of the Bot API's
    is_posted: bool = True  # something was said to Telegram
    file_id: str | None = None  # Telegram's handle of the photo in the message


def read_answer(status: int, body: bytes) -> Answer:
    """Sort one HTTP answer. Only a parsed refusal is a definite no; 5xx and pages that are no JSON are uncertain."""
    try:
        parsed = json.loads(body)
        if parsed["ok"]:
            result = parsed["result"]
            return Answer(Outcome.SENT, message_id=_identifier(result["message_id"]), file_id=_photo(result))
        code = _whole(parsed.get("error_code")) or status  # a proxy may put its own status around Telegram's
        description = _clean(parsed.get("description", ""))
    except (ValueError, TypeError, LookupError, AttributeError, OverflowError, RecursionError):
        code, description = 0, f"an answer that is none (HTTP {status})"
    if code < FIRST_REFUSAL or code >= FIRST_FAILURE:
        return Answer(Outcome.UNCERTAIN, reason=description, is_failure=True)
    return _sort_refusal(code, description, parsed)


def _sort_refusal(code: int, description: str, parsed: dict[str, Any]) -> Answer:
    if code == CONFLICT:  # another program works with this token: nothing of the message is wrong
        return Answer(Outcome.LATER, reason=description, retry_after_seconds=CONFLICT_SECONDS, is_failure=True)
    if code == TOO_MANY:
        return Answer(Outcome.LATER, reason=description, retry_after_seconds=_wait_seconds(parsed))
    if code in (UNAUTHORIZED, NOT_FOUND) and _OF_METHOD not in description.casefold():
        return Answer(Outcome.LATER, reason=description, is_token_refused=True)
    new_chat_id = _parameter(parsed, "migrate_to_chat_id")
    if new_chat_id:
        return Answer(Outcome.MIGRATED, reason=description, new_chat_id=new_chat_id)
    return _refused(code, description)


def _wait_seconds(parsed: dict[str, Any]) -> float:
    """Return how long Telegram says to wait; what no clock can take is no word of Telegram's."""
    told = _parameter(parsed, "retry_after")
    return float(told) if told is not None and 0 <= told <= LONGEST_WAIT_SECONDS else SHORTEST_WAIT_SECONDS


def _parameter(parsed: dict[str, Any], name: str) -> int | None:
    parameters = parsed.get("parameters")
    return _whole(parameters.get(name)) if isinstance(parameters, dict) else None


def _whole(value: Any) -> int | None:
    """Return a number that may be an id (https://core.telegram.org/bots/api#chat); None for any other value."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 2**52
    return int(value) if is_number else None


def read_edited(status: int, body: bytes) -> Answer:
    """Sort the answer to an edit: what stands there already is done; what cannot be edited any more is gone."""
    answer = read_answer(status, body)
    if answer.outcome is not Outcome.REFUSED:
        return answer
    words = (answer.reason or "").casefold()
    if "message is not modified" in words:
        return Answer(Outcome.SENT)
    is_gone = answer.chat_state is not None or any(each in words for each in _MESSAGE_GONE)
    return replace(answer, reason=f"{GONE}{answer.reason}", refusal=None) if is_gone else answer


def _identifier(value: Any) -> int:
    """Return an id as Telegram gives them, of at most 52 bits (https://core.telegram.org/bots/api#chat)."""
    number = int(value)
    if abs(number) >= 2**52:
        raise ValueError(number)
    return number


def _photo(message: dict[str, Any]) -> str | None:
    sizes = message.get("photo")
    return str(sizes[-1]["file_id"]) if sizes else None


def _clean(description: Any) -> str:
    """Return a description that any database can hold."""
    return str(description).encode("utf-8", "replace").decode().replace("\0", "")[:LONGEST_REASON]


def _refused(status: int, description: str) -> Answer:
    words = description.casefold()
    state = next((state for known, state in _STATES if any(each in words for each in known)), None)
    refusal = next((kind for known, kind in _REFUSALS if any(each in words for each in known)), None)
    is_of_chat = _OF_CHAT.search(words) is not None and not any(each in words for each in _OF_MESSAGE)
    if state is None and refusal is None and (status == 403 or is_of_chat):
        refusal = RefusalKind.UNKNOWN  # of the chat, not of the message: only what is known to be final is final
    return Answer(Outcome.REFUSED, reason=description, chat_state=state, refusal=None if state is not None else refusal)
