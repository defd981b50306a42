"""Chats: where people read us."""

from dataclasses import dataclass
from enum import StrEnum


class ChatState(StrEnum):
    """Whether a chat can be written to; only `active` ones get deliveries."""

    ACTIVE = "active"
    BLOCKED = "blocked"  # the reader blocked the bot, or is gone
    LEFT = "left"  # the bot is not in the group or channel any more
    MIGRATED = "migrated"  # the group has another id now


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """A Telegram chat we have met."""

    id: int
    kind: str
    language: str
    state: ChatState = ChatState.ACTIVE
