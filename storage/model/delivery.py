"""Deliveries: the ledger's rows, what is claimed of them, and what became of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from storage.model.chat import ChatState
from storage.model.message import Shown


class DeliveryState(StrEnum):
    """Where a delivery stands; docs/states.md draws the moves."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    EXPIRED = "expired"
    SKIPPED = "skipped"
    UNCERTAIN = "uncertain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """The text of one briefing, rendered once for all chats of one profile.

    `bodies` are the calls' JSON parameters without the chat, one per message; `articles` what each message shows.
    """

    key: str
    bodies: tuple[str, ...]
    articles: tuple[tuple[Shown, ...], ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """One message to send now: `epoch` is the claim's own number, so that nobody else can settle it."""

    delivery_id: int
    epoch: int
    chat_id: int
    thread_id: int | None
    composition_id: int
    part: int
    is_silent: bool


class Outcome(StrEnum):
    """What became of one request."""

    SENT = "sent"
    REFUSED = "refused"
    UNCERTAIN = "uncertain"
    LATER = "later"  # definitely not sent: it goes back to pending
    MIGRATED = "migrated"


@dataclass(frozen=True, slots=True)
class Result:
    """The result of one claim; `retry_at` is when its next message, or the same one again, may go."""

    claim: Claim
    outcome: Outcome
    at: datetime
    message_id: int | None = None
    reason: str | None = None
    chat_state: ChatState | None = None
    retry_at: datetime | None = None
    new_chat_id: int | None = None
    chat_free_at: datetime | None = None  # nothing else goes to this chat before


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One row of the ledger, as an operator sees it."""

    id: int
    chat_id: int
    thread_id: int | None
    state: DeliveryState
    due_at: datetime
    expires_at: datetime
    reason: str | None
    message_id: int | None
