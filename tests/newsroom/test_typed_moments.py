"""Times that an editor types."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.newsroom.typed.moments import parse_moment
from tests.make import NOW

ZONE = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("18:30", "2026-11-23 18:30"),
        ("7.05", "2026-11-24 07:05"),
        ("Tomorrow 08:00", "2026-11-24 08:00"),
        ("today, 08:00", "2026-11-23 08:00"),
        ("2026-12-01 8:00", "2026-12-01 08:00"),
        ("2026-02-30 08:00", None),
        ("9999-12-31 23:59", None),
        ("soon", None),
        ("25:00", None),
    ],
)
def test_typed_time_is_understood_in_the_editors_zone(typed: str, moment: str | None) -> None:
    found = parse_moment(typed, now=NOW, zone=ZONE)
    assert (f"{found:%Y-%m-%d %H:%M}" if found else None) == moment


def test_evening_of_the_last_day_of_the_year_is_one_where_it_is_next_year_elsewhere() -> None:
    new_year = datetime(2027, 1, 1, 2, tzinfo=UTC)
    found = parse_moment("22:00", now=new_year, zone=ZoneInfo("America/New_York"))
    assert found == datetime(2026, 12, 31, 22, tzinfo=ZoneInfo("America/New_York"))
