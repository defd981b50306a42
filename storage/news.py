"""The nouns of the newsroom, before anything is published: feeds, reports, events, and what the fact gate found."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """An address we poll, of one outlet; and how it fares."""

    id: int
    url: str
    outlet: str
    title: str = ""
    section: str | None = None
    home_url: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    interval_seconds: int = 900
    next_poll_at: datetime | None = None
    polled_at: datetime | None = None
    fine_at: datetime | None = None  # when it last answered as a feed
    failures: int = 0
    error: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFeed:
    """A feed to be added."""

    url: str
    outlet: str
    title: str = ""
    section: str | None = None
    home_url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled:
    """What became of one poll of a feed."""

    feed_id: int
    at: datetime
    next_poll_at: datetime
    interval_seconds: int
    error: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    title: str | None = None
    home_url: str | None = None


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """The reports that tell of the same happening, the earliest first."""

    id: int
    reports: tuple[Report, ...]
    article_number: int | None = None
    drafted_outlets: int = 0

    @property
    def independent_outlets(self) -> tuple[str, ...]:
        """The outlets that report it themselves, one of each owner; copies do not count."""
        originals = [report for report in self.reports if report.copy_of is None]
        by_owner = {report.owner or report.outlet: report.outlet for report in reversed(originals)}
        return tuple(reversed(by_owner.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One finding of the fact gate about one revision of an article."""

    kind: str
    place: str
    token: str
    sources: tuple[int, ...]
    detail: str
    blocks: bool
