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


class Vote(StrEnum):
    """What a reader thinks of a story."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryState:
    """How a story stands with a chat: whether it is saved there, and followed, and its vote."""

    is_saved: bool = False
    is_followed: bool = False
    vote: Vote | None = None
