"""When a subscription is due: local wall times in an IANA zone, each (local date, time) exactly once.

A time that does not exist moves forward, one that happens twice happens the first time. Computed with zoneinfo;
cron triggers skip and double around clock changes (SPEC §4).
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from storage.model import Occurrence, Slot

_LOOK_AHEAD_DAYS = 8


def due_instant(day: date, at: time, zone: tzinfo) -> datetime:
    """Return the instant at which a local time of a day is due."""
    return datetime.combine(day, at, tzinfo=zone).astimezone(UTC)


def next_occurrence(
    slots: Iterable[Slot],
    zone: tzinfo,
    *,
    now: datetime,
    after: Occurrence | None = None,
    happened: frozenset[tuple[date, time]] = frozenset(),
) -> Occurrence | None:
    """Return the first occurrence after another one, or from `now` on, that has not happened; None without slots.

    Two local times can share an instant where the clock jumps: they are told apart, and both happen.
    """
    slots = tuple(slots)
    start = (after.due_at if after else now).astimezone(zone).date() - timedelta(days=1)
    days = (start + timedelta(days=offset) for offset in range(_LOOK_AHEAD_DAYS + 2))
    candidates = (
        Occurrence(day=day, at=slot.at, due_at=due_instant(day, slot.at, zone))
        for day in days
        for slot in slots
        if day.weekday() in slot.days and (day, slot.at) not in happened
    )
    later = (each for each in candidates if (order_key(each) > order_key(after) if after else each.due_at >= now))
    return min(later, key=order_key, default=None)


def order_key(occurrence: Occurrence) -> tuple[datetime, date, time]:
    """Order occurrences in time, those of one instant by what the local clock says."""
    return occurrence.due_at, occurrence.day, occurrence.at


def quiet_span(
    quiet: tuple[time, time] | None, zone: tzinfo, *, start: datetime, end: datetime
) -> tuple[datetime, datetime] | None:
    """Return the first span of quiet hours that touches what lies between two instants; they may span midnight."""
    if quiet is None:
        return None
    first_day = start.astimezone(zone).date() - timedelta(days=1)
    for offset in range((end - start).days + 3):
        day = first_day + timedelta(days=offset)
        ends_on = day if quiet[0] < quiet[1] else day + timedelta(days=1)
        span = due_instant(day, quiet[0], zone), due_instant(ends_on, quiet[1], zone)
        if span[1] > start and span[0] < end:
            return span
    return None
