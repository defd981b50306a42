"""Is anything missing? Feeds that fell silent or dead, and the sections that suffer."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from storage.model import Feed

DEAD_AFTER = timedelta(hours=24)  # without one good answer
SILENT_AFTER = timedelta(days=3)  # of good answers that bring nothing
MOSTLY = 0.5
A_FIFTH = 0.2  # of a section's feeds dead: its readers are told


@dataclass(frozen=True, slots=True)
class ThinSection:
    """A section many of whose feeds are dead."""

    name: str
    dead: int
    total: int


def is_dead(feed: Feed, now: datetime) -> bool:
    """Whether a feed has not answered as a feed for a day."""
    return feed.failures > 0 and (feed.fine_at is None or feed.fine_at < now - DEAD_AFTER)


def list_silent(feeds: Sequence[Feed], newest: Mapping[int, datetime], now: datetime) -> list[tuple[Feed, datetime]]:
    """Return feeds that answer but bring nothing, with the time of their newest report, the longest silent first."""
    silent = [
        (feed, newest[feed.id])
        for feed in feeds
        if not feed.failures and feed.id in newest and newest[feed.id] < now - SILENT_AFTER
    ]
    return sorted(silent, key=lambda each: each[1])


def list_thin_sections(feeds: Sequence[Feed], now: datetime, *, share: float = MOSTLY) -> list[ThinSection]:
    """Return the sections such a share or more of whose feeds are dead, by name."""
    total = Counter(feed.section for feed in feeds if feed.section)
    dead = Counter(feed.section for feed in feeds if feed.section and is_dead(feed, now))
    return [ThinSection(name, dead[name], total[name]) for name in sorted(total) if dead[name] >= share * total[name]]
