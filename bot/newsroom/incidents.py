"""What of all that can be seen is an incident: one for each cause, however much it touches."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.newsroom.coverage import is_dead, list_thin_sections
from storage.model import Feed, Incident

PAUSED_FOR = timedelta(minutes=2)  # a shorter outage is nobody's business
OVERDUE_BY = timedelta(minutes=15)
MOST_CLOCK_SECONDS = 30.0  # so far from Telegram's: then briefings are visibly early or late
LEAST_FREE_BYTES = 500 * 1024 * 1024
NAMED = 3  # feeds that a message names


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What is looked at."""

    feeds: Sequence[Feed] = ()
    paused_since: datetime | None = None
    uncertain: int = 0
    overdue: int = 0
    free_bytes: int | None = None
    backup_failure: str | None = None
    paused_by_hand: str | None = None  # why nothing is sent until somebody says so
    clock_off_seconds: float | None = None  # ahead of Telegram's; None where nobody knows


def list_incidents(seen: Seen, now: datetime) -> list[Incident]:
    """Return what an owner should know now."""
    found = [
        _breaker(seen, now),
        _uncertain(seen),
        _overdue(seen),
        _disk(seen),
        _backup(seen),
        _clock(seen),
        _stopped(seen),
    ]
    dead = [feed for feed in seen.feeds if is_dead(feed, now)]
    gone = {each.name for each in list_thin_sections(seen.feeds, now, share=1.0)}
    found += [_section(name) for name in sorted(gone)]
    found += [_feed(feed) for feed in dead if feed.section not in gone]
    return [each for each in found if each is not None]


def _breaker(seen: Seen, now: datetime) -> Incident | None:
    if seen.paused_since is None or now - seen.paused_since < PAUSED_FOR:
        return None
    said = f"Deliveries pause: Telegram has not answered since {seen.paused_since:%H:%M} UTC; they go on by themselves."
    return Incident(key="breaker", said=said, is_urgent=True)


def _uncertain(seen: Seen) -> Incident | None:
    if not seen.uncertain:
        return None
    noun = "delivery is" if seen.uncertain == 1 else "deliveries are"
    said = f"{seen.uncertain:,} {noun} uncertain: `dateline deliveries list --state uncertain`, then resend or leave."
    return Incident(key="uncertain", said=said)


def _overdue(seen: Seen) -> Incident | None:
    if not seen.overdue:
        return None
    noun = "message has" if seen.overdue == 1 else "messages have"
    minutes = OVERDUE_BY // timedelta(minutes=1)
    said = f"{seen.overdue:,} {noun} waited for more than {minutes} minutes: does a process for deliveries run?"
    return Incident(key="overdue", said=said)


def _disk(seen: Seen) -> Incident | None:
    if seen.free_bytes is None or seen.free_bytes >= LEAST_FREE_BYTES:
        return None
    said = f"The disk has {seen.free_bytes // 1024 // 1024:,} MB left. Make room before the database cannot grow."
    return Incident(key="disk", said=said, is_urgent=True)


def _backup(seen: Seen) -> Incident | None:
    if seen.backup_failure is None:
        return None
    return Incident(key="backup", said=f"Tonight's backup failed: {seen.backup_failure}")


def _clock(seen: Seen) -> Incident | None:
    off = seen.clock_off_seconds
    if off is None or abs(off) <= MOST_CLOCK_SECONDS:
        return None
    way = "ahead of" if off > 0 else "behind"
    said = f"This machine's clock is {way} Telegram's by more than {MOST_CLOCK_SECONDS:.0f} seconds: is NTP on?"
    return Incident(key="clock", said=said)


def _stopped(seen: Seen) -> Incident | None:
    if seen.paused_by_hand is None:
        return None
    said = f"Nothing is sent: {seen.paused_by_hand}. `dateline deliveries begin` lets deliveries go on."
    return Incident(key="stopped", said=said, is_urgent=True)


def _section(name: str) -> Incident:
    said = f"{name}: none of its feeds has answered for a day. /desk, then Coverage, lists them."
    return Incident(key=f"section {name}", said=said)


def _feed(feed: Feed) -> Incident:
    return Incident(key=f"feed {feed.id}", said=f"A feed has not answered for a day: {feed.outlet}, {feed.url}")
