"""Articles: what we publish, in numbered revisions."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from storage.model.correction import Label


class Status(StrEnum):
    """Where an article stands; docs/states.md draws the moves."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    SPIKED = "spiked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One entry of an article's numbered source list; its number is its place in that list, from 1."""

    outlet: str
    title: str | None = None
    url: str | None = None
    published_on: date | None = None
    owner: str | None = field(default=None, compare=False)  # the outlet's, as the directory knows it


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
class Note:
    """What a revision of a published article says of itself."""

    text: str
    label: Label


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
    notes: tuple[Note, ...] = ()  # of its revisions, the oldest first
    publish_at: datetime | None = None  # of a scheduled one
    withdrawal_reason: str | None = None
    priority: int = 0
    is_breaking: bool = False  # chats that want alerts get one
    earlier: int | None = None  # the article that it continues
    changed_at: datetime | None = None  # when readers got what it says: its publication, or its last correction

    @property
    def revised_at(self) -> datetime:
        """When what readers see of it changed last; steps of the desk that they do not see count for nothing."""
        return self.modified_at if self.changed_at is None or self.status is Status.WITHDRAWN else self.changed_at


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


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPicture:
    """The bytes of a picture of ours; `file_id` is Telegram's handle once it was uploaded."""

    name: str
    content: bytes
    file_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """As much of a published article as decides whether a briefing shows it, and where."""

    number: int
    revision: int
    priority: int
    outlets: int
    published_at: datetime
    changed_at: datetime
    section: str | None = None
    series: int | None = None  # the first article of those that it continues
