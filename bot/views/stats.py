"""The statistics, for editors and operators: in words, and as what is drawn."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from bot.views.page import Page
from bot.views.splitter import shorten
from bot.views.text import Text, bold, join
from storage.model import CountKind, Statistics

DAYS = 30
MOST_BARS = 10
TOP_STORIES = 5
HEADLINE_UTF16 = 80
# What a button is called by those who press it, where its own name does not say so.
_PRESSED = {
    "page": "story pages", "vote": "👍 👎", "follow_story": "Follow", "mistake": "Report a mistake",
    "nevermind": "Cancel",
    "switch": "settings changed", "limit": "stories a briefing", "time": "times changed", "in": "zone chosen",
    "zone": "Time zone", "speak": "language chosen", "where": "Send location", "follow": "sections changed",
    "unsave": "Saved taken away",
}  # fmt: skip


def stats(found: Statistics) -> Page:
    """Return the statistics as the words under their picture, which are shorter than a caption may be."""
    pressed = dict(list(found.total(CountKind.PRESS).items())[:MOST_BARS])
    delivered = found.total(CountKind.DELIVERY)
    lines = [
        Text(_counted("Subscriptions", found.subscriptions)),
        bold(f"The last {DAYS} days"),
        Text(_counted("Deliveries", delivered)),
        Text(_counted("Buttons", {_PRESSED.get(name, name): count for name, count in pressed.items()})),
        *(
            Text(f"#{story.number} opened {story.opens:,} ×: {shorten(story.headline, HEADLINE_UTF16)}")
            for story in found.top_stories[:TOP_STORIES]
        ),
    ]
    return Page(text=join("\n", lines))


def _counted(noun: str, counts: Mapping[str, int]) -> str:
    listed = ", ".join(f"{count:,} {name}" for name, count in counts.items() if count)
    return f"{noun}: {listed or 'none'}"


def chart(found: Statistics, *, today: date) -> dict[str, Any]:
    """Return what is drawn: a value for each of the last days, and the longest bars first; None is an unknown day."""
    days = [today - timedelta(days=ago) for ago in reversed(range(DAYS))]

    def by_day(kind: CountKind, name: str) -> list[int | None]:
        return [found.days.get(day, {}).get(kind, {}).get(name) for day in days]

    active = by_day(CountKind.SUBSCRIPTIONS, "active")
    active[-1] = found.subscriptions.get("active", 0)
    return {
        "days": [day.isoformat() for day in days],
        "subscriptions": active,
        "deliveries": {
            state: [count or 0 for count in by_day(CountKind.DELIVERY, state)]
            for state in found.total(CountKind.DELIVERY)
        },
        "presses": list(found.total(CountKind.PRESS).items())[:MOST_BARS],
        "stories": [(f"#{story.number}", story.opens) for story in found.top_stories],
    }
