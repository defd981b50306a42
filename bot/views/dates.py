"""Dates and times as each language writes them, from CLDR: no pattern of ours says where a day or a month stands.

https://www.unicode.org/reports/tr35/tr35-dates.html: skeletons name what is shown, the language orders and words it.
"""

from datetime import date, datetime, time
from functools import cache

from babel import Locale
from babel.dates import format_date, format_time


def written_day(locale: Locale, day: date, *, now: date | None = None) -> str:
    """Return a weekday and date, `Monday, 23 November`; with its year where that is not the year it is."""
    has_year = now is not None and now.year != day.year
    return str(format_date(day, "full" if has_year else _day_pattern(locale), locale=locale))


@cache
def _day_pattern(locale: Locale) -> str:
    """Return the pattern of a full date without its year: the abbreviated one with its names spelled out."""
    skeletons = locale.datetime_skeletons
    abbreviated, month = str(skeletons["MMMEd"].pattern), str(skeletons["MMMd"].pattern)
    pattern = abbreviated.replace(month, str(skeletons["MMMMd"].pattern))
    return pattern.replace("ccc", "cccc") if "ccc" in pattern else pattern.replace("E", "EEEE")


def written_date(locale: Locale, day: date) -> str:
    """Return a date, `23 November 2026`."""
    return str(format_date(day, "long", locale=locale))


def written_time(locale: Locale, at: time | datetime) -> str:
    """Return a time of day, `08:00`."""
    return str(format_time(at, "short", locale=locale))


def written_end(locale: Locale, until: datetime, *, now: date | None = None) -> str:
    """Return when something ends: a day, with the time where that is not the day's beginning."""
    day = written_day(locale, until, now=now)
    return day if until.time() == time(0) else _joined(locale, day, until)


def written_moment(locale: Locale, moment: datetime) -> str:
    """Return a date and a time in the moment's own zone, `23 November 2026, 08:00`."""
    return _joined(locale, written_date(locale, moment), moment)


def _joined(locale: Locale, day: str, moment: datetime) -> str:
    joined = str(locale.datetime_formats["medium"])
    return joined.replace("{1}", day).replace("{0}", written_time(locale, moment))
