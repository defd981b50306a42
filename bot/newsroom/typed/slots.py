"""Briefing times: adding one, taking one away, and the days they have."""

from collections.abc import Collection
from datetime import time

from bot.newsroom.typed.lexicon import ALL_DAYS, WEEKDAYS
from storage.model import Slot

MOST_SLOTS = 8
DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def with_time(slots: tuple[Slot, ...], at: time) -> tuple[Slot, ...]:
    """Add a time; it gets the days that all the others have, or else every day."""
    if any(slot.at == at for slot in slots):
        return slots
    shared = {slot.days for slot in slots}
    days = shared.pop() if len(shared) == 1 else ALL_DAYS
    return tuple(sorted((*slots, Slot(at, days)), key=lambda slot: slot.at))


def without_time(slots: tuple[Slot, ...], at: time) -> tuple[Slot, ...]:
    """Take a time away."""
    return tuple(slot for slot in slots if slot.at != at)


def on_days(slots: tuple[Slot, ...], days: Collection[int]) -> tuple[Slot, ...]:
    """Let all times be on these weekdays."""
    return tuple(Slot(slot.at, frozenset(days)) for slot in slots)


def have_own_days(slots: tuple[Slot, ...]) -> bool:
    """Whether some times are neither on every day nor on weekdays alone: `7:30 mon-fri 10:00 sat,sun`."""
    return any(slot.days not in (ALL_DAYS, WEEKDAYS) for slot in slots)


def on_weekdays(slots: tuple[Slot, ...], *, is_on: bool) -> tuple[Slot, ...]:
    """Let all times be on weekdays alone, or on every day."""
    return on_days(slots, WEEKDAYS if is_on else ALL_DAYS)
