"""What is an incident, and what is none."""

from datetime import timedelta

import pytest

from bot.newsroom.incidents import LEAST_FREE_BYTES, Seen, list_incidents
from storage.model import Feed, Incident
from tests.make import NOW

DAY = timedelta(days=1)


def feed(number: int, *, section: str | None = None, fine: bool = False) -> Feed:
    return Feed(
        id=number, url=f"https://{number}.example/feed", outlet=f"Outlet {number}", section=section,
        failures=0 if fine else 5, fine_at=NOW - timedelta(hours=1) if fine else NOW - 2 * DAY,
    )  # fmt: skip


def test_nothing_wrong_is_no_incident() -> None:
    seen = Seen(feeds=[feed(1, fine=True)], paused_since=NOW - timedelta(minutes=1), free_bytes=LEAST_FREE_BYTES)
    assert list_incidents(seen, NOW) == []
    assert list_incidents(Seen(clock_off_seconds=29.0), NOW) == []


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        (
            Seen(paused_since=NOW - timedelta(minutes=5)),
            ("breaker", "Deliveries pause: Telegram has not answered since 07:55 UTC; they go on by themselves.", True),
        ),
        (
            Seen(paused_by_hand="restored from a backup"),
            (
                "stopped",
                "Nothing is sent: restored from a backup. `dateline deliveries begin` lets deliveries go on.",
                True,
            ),
        ),
        (
            Seen(clock_off_seconds=-90.0),
            ("clock", "This machine's clock is behind Telegram's by more than 30 seconds: is NTP on?", False),
        ),
        (
            Seen(uncertain=1),
            (
                "uncertain",
                "1 delivery is uncertain: `dateline deliveries list --state uncertain`, then resend or leave.",
                False,
            ),
        ),
        (
            Seen(overdue=1200),
            (
                "overdue",
                "1,200 messages have waited for more than 15 minutes: does a process for deliveries run?",
                False,
            ),
        ),
        (
            Seen(free_bytes=10 * 1024 * 1024),
            ("disk", "The disk has 10 MB left. Make room before the database cannot grow.", True),
        ),
        (Seen(backup_failure="no space"), ("backup", "Tonight's backup failed: no space", False)),
        (
            Seen(feeds=[feed(1), feed(2, fine=True)]),
            ("feed 1", "A feed has not answered for a day: Outlet 1, https://1.example/feed", False),
        ),
        (
            Seen(feeds=[feed(1, section="World"), feed(2, section="World")]),
            (
                "section World",
                "World: none of its feeds has answered for a day. /desk, then Coverage, lists them.",
                False,
            ),
        ),
    ],
)
def test_each_cause_is_one_incident(seen: Seen, expected: tuple[str, str, bool]) -> None:
    key, said, is_urgent = expected
    assert list_incidents(seen, NOW) == [Incident(key=key, said=said, is_urgent=is_urgent)]


def test_some_of_a_sections_feeds_are_told_one_by_one() -> None:
    seen = Seen(feeds=[feed(1, section="World"), feed(2, section="World", fine=True)], uncertain=2, overdue=1)
    assert [each.key for each in list_incidents(seen, NOW)] == ["uncertain", "overdue", "feed 1"]
