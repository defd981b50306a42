"""Subscriptions: what a chat gets, and when."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """A local wall time and its weekdays, Monday being 0."""

    at: time
    days: frozenset[int] = frozenset(range(7))


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One (local date, time) of a subscription, and the instant it is due."""

    day: date
    at: time
    due_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What a chat wants to get, and how. Empty sections, languages and mutes mean all, all and none.

    `language` is that of the interface, where the chat has chosen one.
    """

    sections: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    mutes: frozenset[str] = frozenset()
    slots: tuple[Slot, ...] = ()
    zone: str = "UTC"
    quiet: tuple[time, time] | None = None
    max_articles: int = 5
    has_alerts: bool = True
    is_silent: bool = False
    says_nothing_new: bool = False
    language: str | None = None
    has_marks: bool = False  # of sources, behind the bullets of briefings
    has_rich: bool = False  # stories as native pages
    has_pictures: bool = True  # before stories


class RefusalKind(StrEnum):
    """Why Telegram takes nothing for a chat or topic just now."""

    NO_RIGHTS = "no_rights"
    CLOSED = "closed"  # the topic
    NOT_FOUND = "not_found"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A refusal that may pass: since when, on how many different days, and when it is tried again."""

    kind: RefusalKind
    since: datetime
    days: int
    retry_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """What one chat, or one topic of it, gets; `cutoff` is the last publication its briefings considered.

    `next_occurrence` is None while it is paused or stopped.
    """

    id: int
    chat_id: int
    thread_id: int | None
    language: str
    preferences: Preferences
    next_occurrence: Occurrence | None = None
    is_stopped: bool = False
    paused_until: datetime | None = None
    cutoff: datetime | None = None
    refusal: Refusal | None = None

    def is_paused(self, now: datetime) -> bool:
        """Whether it is paused still."""
        return self.paused_until is not None and self.paused_until > now

    @property
    def spoken_language(self) -> str:
        """The language of its briefings: the one that was chosen, else that of the person's Telegram."""
        return self.preferences.language or self.language
