from datetime import date, datetime

import pytest
from babel import Locale

from bot.views.dates import written_end

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("until", "written"),
    [
        (datetime(2026, 11, 27, 0, 0), "Friday 27 November"),
        (datetime(2026, 11, 27, 18, 30), "Friday 27 November, 18:30"),
        (datetime(2027, 1, 4, 0, 0), "Monday, 4 January 2027"),
    ],
)
def test_end_of_a_pause_names_its_hour_only_where_it_is_not_midnight(until: datetime, written: str) -> None:
    assert written_end(Locale("en", "GB"), until, now=TODAY) == written
