"""A subscription's preferences as the JSON they are stored in, and back."""

from datetime import time
from typing import Any

from storage.model import Preferences, Slot


def to_json(preferences: Preferences) -> dict[str, Any]:
    """Return preferences as JSON; equal preferences give equal JSON."""
    quiet = preferences.quiet
    return {
        "sections": sorted(preferences.sections),
        "languages": sorted(preferences.languages),
        "mutes": sorted(preferences.mutes),
        "slots": [{"at": slot.at.isoformat("minutes"), "days": sorted(slot.days)} for slot in preferences.slots],
        "zone": preferences.zone,
        "quiet": [each.isoformat("minutes") for each in quiet] if quiet else None,
        "max_articles": preferences.max_articles,
        "has_alerts": preferences.has_alerts,
        "is_silent": preferences.is_silent,
        "says_nothing_new": preferences.says_nothing_new,
        **({"language": preferences.language} if preferences.language else {}),
        **({"has_marks": True} if preferences.has_marks else {}),
        **({"has_rich": True} if preferences.has_rich else {}),
        **({} if preferences.has_pictures else {"has_pictures": False}),
    }


def from_json(stored: dict[str, Any]) -> Preferences:
    """Return the preferences that to_json wrote."""
    quiet = stored["quiet"]
    return Preferences(
        sections=frozenset(stored["sections"]),
        languages=frozenset(stored["languages"]),
        mutes=frozenset(stored["mutes"]),
        slots=tuple(Slot(time.fromisoformat(slot["at"]), frozenset(slot["days"])) for slot in stored["slots"]),
        zone=stored["zone"],
        quiet=(time.fromisoformat(quiet[0]), time.fromisoformat(quiet[1])) if quiet else None,
        max_articles=stored["max_articles"],
        has_alerts=stored["has_alerts"],
        is_silent=stored["is_silent"],
        says_nothing_new=stored["says_nothing_new"],
        language=stored.get("language"),
        has_marks=stored.get("has_marks", False),
        has_rich=stored.get("has_rich", False),
        has_pictures=stored.get("has_pictures", True),
    )
