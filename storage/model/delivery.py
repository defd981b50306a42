"""Deliveries: the ledger's rows, what is claimed of them, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from storage.model.chat import ChatState
from storage.model.correction import Notice
from storage.model.message import Shown
from storage.model.subscription import Preferences, RefusalKind


class DeliveryState(StrEnum):
    """Where a delivery stands; docs/states.md draws the moves."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    EXPIRED = "expired"
    SKIPPED = "skipped"
    UNCERTAIN = "uncertain"


class DeliveryKind(StrEnum):
    """What a delivery brings."""

    BRIEFING = "briefing"
    ALERT = "alert"
    EDIT = "edit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Everything that decides a briefing's text; equal ones share one composition (SPEC §1)."""

    language: str  # of the interface
    is_private: bool
    preferences: Preferences
    at: datetime  # the moment it is made for
    cutoff: datetime | None
    notices: tuple[Notice, ...] = ()
    thin_sections: tuple[str, ...] = ()  # names of those it shows whose feeds are partly dead
    is_alert: bool = False  # one breaking article
    followed: frozenset[int] = frozenset()  # articles in it that continue what its chat follows


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """The text of one briefing, rendered once for all chats that it is equal for.

    `bodies` are the calls' JSON parameters without the chat, one per message; `articles` what each message shows.
    With `profile` (None in databases from before it was kept) it can be rendered again.
    """

    key: str
    bodies: tuple[str, ...]
    articles: tuple[tuple[Shown, ...], ...]
    profile: Profile | None = None
    updates: frozenset[int] = frozenset()
    more: int = 0
    has_more: bool = False  # than those counted


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingSummary:
    """What became of one briefing or alert, in all chats that it was for."""

    composition_id: int
    kind: DeliveryKind
    articles: tuple[int, ...]
    counts: Mapping[DeliveryState, int]
    began_at: datetime | None  # when the first that was sent was due; None where nothing was
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class Claim:
    """One message to send or edit now: `epoch` is the claim's own number, so that nobody else can settle it."""

    delivery_id: int
    epoch: int
    chat_id: int
    thread_id: int | None
    composition_id: int | None
    part: int
    is_silent: bool
    is_trial: bool = False  # the chat refused before: if it is sent, that is over
    kind: DeliveryKind = DeliveryKind.BRIEFING
    edits: int | None = None  # the message that is changed


class Outcome(StrEnum):
    """What became of one request."""

    SENT = "sent"
    REFUSED = "refused"
    UNCERTAIN = "uncertain"
    LATER = "later"  # definitely not sent: it goes back to pending
    MIGRATED = "migrated"
    SKIPPED = "skipped"  # definitely not sent, and not to be: its stories were withdrawn


@dataclass(frozen=True, slots=True)
class Result:
    """The result of one claim; `retry_at` is when its next message, or the same one again, may go."""

    claim: Claim
    outcome: Outcome
    at: datetime
    message_id: int | None = None
    reason: str | None = None
    chat_state: ChatState | None = None  # the chat is gone
    refusal: RefusalKind | None = None  # or refuses for now
    retry_at: datetime | None = None
    new_chat_id: int | None = None
    chat_free_at: datetime | None = None  # nothing else goes to this chat before
    shown: tuple[Shown, ...] = ()  # by the message that was edited


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One row of the ledger, as an operator sees it."""

    id: int
    kind: DeliveryKind
    chat_id: int
    thread_id: int | None
    state: DeliveryState
    due_at: datetime
    expires_at: datetime
    reason: str | None
    message_id: int | None
