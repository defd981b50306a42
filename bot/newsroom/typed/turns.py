"""Where a week, a month or a year turns, as people name it: `the weekend`, `end of the month`, `новый год`, `月底`."""

from datetime import date, timedelta

from bot.newsroom.typed.lexicon import ALL_DAYS, WEEKDAYS, Lexicon
from bot.newsroom.typed.weekdays import MONDAY, next_weekday

_SATURDAY = 5
_WEEK = timedelta(days=7)
_DAYS_INTO_NEXT_MONTH = 32  # from a month's first, the next month has begun


def find_turn(words: str, lexicon: Lexicon, today: date, *, is_until: bool) -> date | None:
    """Return the day that a pause ends on; None for words that name no such turn.

    Until the weekend ends as it begins, over the weekend as it is over; until next week ends on its Monday.
    """
    found = (_find_named(name, lexicon, today, is_until=is_until) for name in _without_leading_fillers(words, lexicon))
    return next(filter(None, found), None)


def _find_named(name: str, lexicon: Lexicon, today: date, *, is_until: bool) -> date | None:
    return _find_week(name, lexicon, today, is_until=is_until) or _find_year(name, lexicon, today, is_until=is_until)


def _find_week(name: str, lexicon: Lexicon, today: date, *, is_until: bool) -> date | None:
    if ALL_DAYS - WEEKDAYS in (lexicon.groups.get(name), lexicon.groups.get(lexicon.without_ending(name))):
        return next_weekday(_SATURDAY if is_until else MONDAY, today)
    if name in lexicon.week_ends or (is_until and name in lexicon.next_week):
        return next_weekday(MONDAY, today)
    return next_weekday(MONDAY, today) + _WEEK if name in lexicon.next_week_ends else None


def _find_year(name: str, lexicon: Lexicon, today: date, *, is_until: bool) -> date | None:
    if name in lexicon.month_ends or (is_until and name in lexicon.next_month):
        return (today.replace(day=1) + timedelta(days=_DAYS_INTO_NEXT_MONTH)).replace(day=1)
    if name in lexicon.year_ends:
        return date(today.year + 1, 1, 1)
    feast = lexicon.feasts.get(name)
    return _next_feast(feast, today) + timedelta(days=0 if is_until else 1) if feast else None


def _next_feast(day: str, today: date) -> date:
    """Return when a day of the year, such as 12-25, comes next."""
    this_year = date.fromisoformat(f"{today.year}-{day}")
    return this_year if this_year > today else this_year.replace(year=today.year + 1)


def _without_leading_fillers(words: str, lexicon: Lexicon) -> list[str]:
    forms = [words]
    rest = words.split()
    while len(rest) > 1 and rest[0] in lexicon.fillers | lexicon.until | lexicon.following:
        rest = rest[1:]
        forms.append(" ".join(rest))
    return forms
