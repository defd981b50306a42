"""The nouns of Dateline: frozen values that cross every boundary; database rows never do."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum


class Status(StrEnum):
    """Where an article stands; docs/states.md draws the moves."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    SPIKED = "spiked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A publisher; its aliases and domains all mean this one name."""

    name: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    owner: str | None = None
    country: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One entry of an article's numbered source list; its number is its place in that list, from 1."""

    outlet: str
    title: str | None = None
    url: str | None = None
    published_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullet:
    """One key point, with the numbers of the sources that bear it."""

    text: str
    sources: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture by address, or by the name of one we store (see storage.pictures)."""

    url: str
    caption: str | None = None
    credit: str | None = None

    @property
    def is_stored(self) -> bool:
        """Whether we hold the bytes ourselves."""
        return "://" not in self.url


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleText:
    """What one revision of an article says.

    `body` holds one paragraph per item, in the markup of article files (docs/article-files.md): Markdown emphasis
    and links, `[2]` for a source mark, `> ` in front of a quotation.
    """

    headline: str
    bullets: tuple[Bullet, ...] = ()
    body: tuple[str, ...] = ()
    credit_line: str | None = None
    sources: tuple[Source, ...] = ()
    section: str | None = None
    language: str = "en"
    picture: Picture | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What we publish: a permanent public number, and the text of its current revision."""

    number: int
    status: Status
    revision: int
    text: ArticleText
    created_at: datetime
    modified_at: datetime
    published_at: datetime | None = None
    note: str | None = None  # what the current revision corrected
    withdrawal_reason: str | None = None
    priority: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What a chat can follow; `slug` is its name in links."""

    slug: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """The numbers of the published articles just before and after one, by publication."""

    older: int | None
    newer: int | None


class ChatState(StrEnum):
    """Whether a chat can be written to; only `active` ones get deliveries."""

    ACTIVE = "active"
    BLOCKED = "blocked"  # the reader blocked the bot, or is gone
    LEFT = "left"  # the bot is not in the group or channel any more
    CLOSED = "closed"  # the topic is closed or deleted: said of it, and not of its chat
    FORBIDDEN = "forbidden"  # the bot may not write there
    MIGRATED = "migrated"  # the group has another id now


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """A Telegram chat we have met."""

    id: int
    kind: str
    language: str
    state: ChatState = ChatState.ACTIVE


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
    """What a chat wants to get, and how. Empty sections, languages and mutes mean all, all and none."""

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


@dataclass(frozen=True, slots=True)
class Shown:
    """One article in a message: its place there as the reader counts, and which revision it is."""

    position: int
    number: int
    revision: int


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


class Shows(StrEnum):
    """What a sent message is, to the reader."""

    BRIEFING = "briefing"
    STORY = "story"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One sent Telegram message, with the article revisions it shows."""

    chat_id: int
    message_id: int
    shows: Shows
    sent_at: datetime
    articles: tuple[Shown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPicture:
    """The bytes of a picture of ours; `file_id` is Telegram's handle once it was uploaded."""

    name: str
    content: bytes
    file_id: str | None = None
