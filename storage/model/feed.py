"""Feeds: what we poll, and how each fares."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


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
    left_out: Mapping[str, int] = field(default_factory=dict)  # by its last poll: how many entries, by the reason


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
    left_out: Mapping[str, int] | None = None  # None where nothing was read
