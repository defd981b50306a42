"""Briefing times as people type them: `7:30 18:00`, `8 mon-fri`, `weekends 9`."""

from datetime import time

import regex

from storage.model import Slot

ALL_DAYS = frozenset(range(7))
WEEKDAYS = frozenset(range(5))
MOST_SLOTS = 8

DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_TIME = regex.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?", regex.IGNORECASE)
_DAYS = regex.compile(r"([a-z]{3})[a-z]*(?:\s*-\s*([a-z]{3})[a-z]*)?", regex.IGNORECASE)
_GROUPS = {"weekdays": WEEKDAYS, "weekends": ALL_DAYS - WEEKDAYS, "weekend": ALL_DAYS - WEEKDAYS, "daily": ALL_DAYS}


def parse_slots(words: str) -> tuple[Slot, ...] | None:
    """Return the slots a person typed, in order of time; None if a word is neither a time nor days."""
    times: list[time] = []
    days: frozenset[int] = frozenset()
    for word in words.replace(",", " ").split():
        at, some_days = _read_time(word), _read_days(word)
        if at is not None:
            times.append(at)
        elif some_days is not None:
            days |= some_days
        else:
            return None
    if not times or len(set(times)) > MOST_SLOTS:
        return None
    return tuple(sorted({Slot(at, days or ALL_DAYS) for at in times}, key=lambda slot: slot.at))


def _read_time(word: str) -> time | None:
    match = _TIME.fullmatch(word)
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    if match[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match[3].lower() == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _read_days(word: str) -> frozenset[int] | None:
    if word.lower() in _GROUPS:
        return _GROUPS[word.lower()]
    match = _DAYS.fullmatch(word)
    if match is None or match[1].lower() not in DAY_NAMES:
        return None
    first = DAY_NAMES.index(match[1].lower())
    if match[2] is None:
        return frozenset({first})
    if match[2].lower() not in DAY_NAMES:
        return None
    last = DAY_NAMES.index(match[2].lower())
    return frozenset((first + step) % 7 for step in range((last - first) % 7 + 1))


def parse_hours(word: str) -> tuple[time, time] | None:
    """Return quiet hours typed as `22-7` or `22:30-07:00`; None if they are none."""
    start, _, end = word.partition("-")
    first, last = _read_time(start), _read_time(end)
    return (first, last) if first is not None and last is not None and first != last else None


def with_time(slots: tuple[Slot, ...], at: time) -> tuple[Slot, ...]:
    """Add a time; it gets the days that the others have."""
    if any(slot.at == at for slot in slots):
        return slots
    days = slots[0].days if slots else ALL_DAYS
    return tuple(sorted((*slots, Slot(at, days)), key=lambda slot: slot.at))


def without_time(slots: tuple[Slot, ...], at: time) -> tuple[Slot, ...]:
    """Take a time away."""
    return tuple(slot for slot in slots if slot.at != at)


def on_weekdays(slots: tuple[Slot, ...], *, is_on: bool) -> tuple[Slot, ...]:
    """Let all times be on weekdays alone, or on every day."""
    return tuple(Slot(slot.at, WEEKDAYS if is_on else ALL_DAYS) for slot in slots)
