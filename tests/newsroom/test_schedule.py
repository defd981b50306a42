"""Due times: every (zone, local date, time) gives exactly one instant; late ones once or never."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery.planning import follow
from bot.newsroom.schedule import due_instant, next_occurrence, quiet_span
from bot.newsroom.typed.lexicon import WEEKDAYS
from bot.newsroom.typed.slots import on_weekdays, with_time, without_time
from storage.model import Occurrence, Preferences, Slot, Subscription
from tests.make import NOW

BERLIN = ZoneInfo("Europe/Berlin")
GRACE = timedelta(hours=3)
DAILY_8 = (Slot(time(8)),)


@pytest.mark.parametrize(
    ("day", "at", "instant"),
    [
        (date(2026, 3, 29), time(2, 30), "2026-03-29T01:30"),  # does not exist: moves forward, to 03:30 CEST
        (date(2026, 10, 25), time(2, 30), "2026-10-25T00:30"),  # happens twice: the first
        (date(2026, 11, 23), time(8), "2026-11-23T07:00"),
    ],
)
def test_gap_moves_forward_and_fold_is_the_first(day: date, at: time, instant: str) -> None:
    assert due_instant(day, at, BERLIN).isoformat()[:16] == instant


def test_every_zone_date_and_time_gives_exactly_one_instant() -> None:
    times = [time(0), time(0, 30), time(1, 30), time(2, 30), time(3), time(8), time(23, 45)]
    start = datetime(2025, 12, 31, tzinfo=UTC)
    for name in sorted(available_timezones()):
        zone = ZoneInfo(name)
        changes = {day for day in range(1, 1097) if _offset(zone, start, day - 1) != _offset(zone, start, day + 1)}
        for at in times:
            for day in changes:
                occurrence_day = (start + timedelta(days=day)).date()
                instant = due_instant(occurrence_day, at, zone)
                before = due_instant(occurrence_day - timedelta(days=1), at, zone)
                assert timedelta(hours=20) < instant - before < timedelta(hours=28) or name in _SKIPPED_A_DAY


_SKIPPED_A_DAY: set[str] = set()


def _offset(zone: ZoneInfo, start: datetime, day: int) -> timedelta | None:
    return (start + timedelta(days=day)).astimezone(zone).utcoffset()


@settings(max_examples=300)
@given(
    zone=st.sampled_from(sorted(available_timezones())),
    now=st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 1), timezones=st.just(UTC)),
    slots=st.lists(
        st.builds(Slot, st.times().map(lambda at: at.replace(second=0, microsecond=0, tzinfo=None))),
        min_size=1,
        max_size=3,
        unique_by=lambda slot: slot.at,
    ),
)
def test_walking_on_visits_every_local_date_and_time_once(zone: str, now: datetime, slots: list[Slot]) -> None:
    visited, occurrence = [], next_occurrence(slots, ZoneInfo(zone), now=now)
    for _ in range(len(slots) * 5):
        assert occurrence is not None
        visited.append((occurrence.day, occurrence.at))
        following = next_occurrence(slots, ZoneInfo(zone), now=now, after=occurrence)
        assert following is not None
        assert following.due_at >= occurrence.due_at
        occurrence = following
    assert len(set(visited)) == len(visited)
    days = sorted({day for day, _ in visited})
    assert all((day, slot.at) in visited for day in days[1:-1] for slot in slots)


def test_no_slots_are_never_due() -> None:
    assert next_occurrence((), BERLIN, now=datetime(2026, 1, 1, tzinfo=UTC)) is None


def test_weekdays_skip_the_weekend() -> None:
    friday = datetime(2026, 11, 27, 12, tzinfo=UTC)
    occurrence = next_occurrence((Slot(time(8), WEEKDAYS),), BERLIN, now=friday)
    assert occurrence is not None
    assert occurrence.day == date(2026, 11, 30)


@pytest.mark.parametrize(("hours_late", "next_day"), [(0, 24), (2, 24), (4, 24), (47, 25), (500, 44)])
def test_many_missed_occurrences_are_no_burst(hours_late: int, next_day: int) -> None:
    missed = Occurrence(day=date(2026, 11, 23), at=time(8), due_at=due_instant(date(2026, 11, 23), time(8), BERLIN))
    subscription = Subscription(
        id=1, chat_id=1, thread_id=None, language="en", preferences=Preferences(slots=DAILY_8, zone="Europe/Berlin")
    )
    following = follow(subscription, missed, now=missed.due_at + timedelta(hours=hours_late), grace=GRACE)
    assert following is not None
    assert following.day == date(2026, 11, 1) + timedelta(days=next_day - 1)


@pytest.mark.parametrize(
    ("at", "quiet", "span"),
    [
        ("23T23:00", (22, 7), ("23T22:00", "24T07:00")),
        ("23T06:59", (22, 7), ("22T22:00", "23T07:00")),
        ("23T07:00", (22, 7), None),
        ("23T20:00", (22, 7), ("23T22:00", "24T07:00")),  # begins before it is too late to be sent
        ("23T13:00", (12, 14), ("23T12:00", "23T14:00")),
        ("23T13:00", None, None),
    ],
)
def test_quiet_span_is_the_one_that_a_delivery_may_fall_into(
    at: str, quiet: tuple[int, int] | None, span: tuple[str, str] | None
) -> None:
    def moment(text: str) -> datetime:
        return datetime.fromisoformat(f"2026-11-{text}+01:00")

    hours = (time(quiet[0]), time(quiet[1])) if quiet else None
    found = quiet_span(hours, BERLIN, start=moment(at), end=moment(at) + GRACE)
    assert found == ((moment(span[0]), moment(span[1])) if span else None)


def test_times_are_added_and_taken_away_and_twice_is_once() -> None:
    added = with_time((Slot(time(8), WEEKDAYS),), time(7))
    assert added == with_time(added, time(7)) == (Slot(time(7), WEEKDAYS), Slot(time(8), WEEKDAYS))
    assert without_time(added, time(8)) == without_time(added[:1], time(8)) == (Slot(time(7), WEEKDAYS),)
    assert with_time((), time(7)) == (Slot(time(7)),)
    own = (Slot(time(7, 30), WEEKDAYS), Slot(time(10), frozenset({5, 6})))
    assert with_time(own, time(9)) == (own[0], Slot(time(9)), own[1])
    weekdays = (Slot(time(8), WEEKDAYS),)
    assert on_weekdays((Slot(time(8)),), is_on=True) == on_weekdays(weekdays, is_on=True) == weekdays
    assert on_weekdays(weekdays, is_on=False) == (Slot(time(8)),)


def test_what_happened_does_not_come_again_in_another_zone() -> None:
    happened = frozenset({(NOW.date(), time(8))})
    following = next_occurrence((Slot(time(8)),), ZoneInfo("Europe/London"), now=NOW, happened=happened)
    assert following == Occurrence(day=date(2026, 11, 24), at=time(8), due_at=datetime(2026, 11, 24, 8, tzinfo=UTC))
