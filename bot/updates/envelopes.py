"""What is read of an update before it is stored: in which lane it waits, and whose it is."""

import json
from typing import Any

from storage.model import NewUpdate

# What tells of the chat itself is never dropped, however much somebody writes there.
_SERVICE = (
    "migrate_to_chat_id",
    "migrate_from_chat_id",
    "forum_topic_created",
    "forum_topic_reopened",
    "forum_topic_closed",
    "chat_shared",
)
_NUMBER_BITS = 63


def read_envelope(raw: dict[str, Any]) -> NewUpdate:
    """Return an update as it is stored; shapes that Telegram never sends are kept too, in a lane of their own."""
    update_id = raw.get("update_id")
    body = next((value for key, value in raw.items() if key != "update_id" and isinstance(value, dict)), {})
    inner = body.get("message")
    chat = _id(inner.get("chat") if isinstance(inner, dict) else body.get("chat"))
    person = _id(body.get("sender_chat")) or _id(body.get("from"))
    lane = f"chat {chat}" if chat else f"person {person}"
    return NewUpdate(
        update_id=update_id if isinstance(update_id, int) and abs(update_id) < 2**_NUMBER_BITS else None,
        lane=f"inline {person}" if "inline_query" in raw else lane,
        sender=f"person {person}" if person else lane,
        content=json.dumps(raw, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace"),
    )


def _id(noun: Any) -> int | None:
    value = noun.get("id") if isinstance(noun, dict) else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def is_exempt(raw: dict[str, Any]) -> bool:
    """Whether an update counts in no quota: it tells what became of a chat, and must not be dropped."""
    message = raw.get("message")
    is_service = isinstance(message, dict) and any(key in message for key in _SERVICE)
    return is_service or not any(key in raw for key in ("message", "edited_message", "callback_query", "inline_query"))
