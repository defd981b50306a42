"""Reports: what outlets publish."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ReportState(StrEnum):
    """How far a report has come."""

    FOUND = "found"  # named by a feed
    READ = "read"  # its text is known
    PLACED = "placed"  # it belongs to an event
    FAILED = "failed"  # its page cannot be read


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundReport:
    """A report as a feed names it; `key` is the feed's own id for it, `url_key` its address without spelling."""

    feed_id: int | None
    outlet: str
    key: str
    url: str
    url_key: str
    title: str
    summary: str
    authors: tuple[str, ...] = ()
    published_at: datetime | None = None
    picture: str | None = None
    picture_credit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One outlet's published piece."""

    id: int
    feed_id: int | None
    outlet: str
    url: str
    title: str
    summary: str
    authors: tuple[str, ...]
    published_at: datetime  # as its feed or its page says, else when it was found
    found_at: datetime
    language: str
    text: str
    state: ReportState
    owner: str | None = None
    section: str | None = None
    picture: str | None = None
    picture_credit: str | None = None
    copy_of: int | None = None
    event_id: int | None = None
    version: int = 1
    tries: int = 0
    error: str | None = None
