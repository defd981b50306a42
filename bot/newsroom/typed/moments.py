"""Times that an editor types: `18:30`, `tomorrow 08:00`, `2026-11-24 08:00`."""

import re
from datetime import datetime, timedelta, tzinfo

_DAYS = {"": 0, "today": 0, "tomorrow": 1}
_YEARS = 100  # no calendar ends within them
_TYPED = re.compile(r"(?:(today|tomorrow|\d{4}-\d{2}-\d{2})[ T,]+)?([01]?\d|2[0-3])[:.]([0-5]\d)")


def parse_moment(typed: str, *, now: datetime, zone: tzinfo) -> datetime | None:
    """Read a moment in a zone; a time alone is the next one that comes. Return None for what is none, or too far."""
    found = _TYPED.fullmatch(" ".join(typed.casefold().split()))
    if found is None:
        return None
    day, hour, minute = found[1] or "", int(found[2]), int(found[3])
    local = now.astimezone(zone)
    try:
        date = local.date() + timedelta(days=_DAYS[day]) if day in _DAYS else datetime.fromisoformat(day).date()
    except ValueError:
        return None
    if not local.year <= date.year < local.year + _YEARS:
        return None
    moment = datetime(date.year, date.month, date.day, hour, minute, tzinfo=zone)
    if not day and moment <= now:
        moment += timedelta(days=1)
    return moment
