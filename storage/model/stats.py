"""Statistics: what the operation came to, of everybody together."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class CountKind(StrEnum):
    """What is counted by day."""

    PRESS = "press"  # by button
    DELIVERY = "delivery"  # of ended briefings and alerts, by state
    SUBSCRIPTIONS = "subscriptions"  # by state, as of that day's end


@dataclass(frozen=True, slots=True)
class TopStory:
    """A story that readers opened, and how often."""

    number: int
    headline: str
    opens: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """Everything that is counted, by state or name; `days` are the last ones, the earliest first."""

    chats: Mapping[str, int]
    subscriptions: Mapping[str, int]
    deliveries: Mapping[str, int]
    articles: Mapping[str, int]
    updates: Mapping[str, int]
    days: Mapping[date, Mapping[CountKind, Mapping[str, int]]]
    top_stories: tuple[TopStory, ...]

    def total(self, kind: CountKind) -> dict[str, int]:
        """Return what was counted of a kind on all days together, the most frequent name first."""
        counts: dict[str, int] = {}
        for kinds in self.days.values():
            for name, count in kinds.get(kind, {}).items():
                counts[name] = counts.get(name, 0) + count
        return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
