"""A weekday as people name it: `friday`, `next monday`, `friday next week`, `el lunes pasado`, `下周五`."""

from datetime import date, timedelta

from bot.newsroom.typed.lexicon import Lexicon
from storage.words import UNSPACED

MONDAY = 0


def next_weekday(weekday: int, today: date) -> date:
    """Return the next day after today that is this weekday; Monday is 0."""
    return today + timedelta(days=(weekday - today.weekday()) % 7 or 7)


def find_weekday(words: str, lexicon: Lexicon, today: date, *, is_past: bool) -> date | None:
    """Return the day that a weekday's name means: the next one that comes, or the last one; None for other words.

    `next` or `last` beside it goes over `is_past`. Chinese means the week after this one, or before it.
    """
    for name in lexicon.next_week:
        weekday = lexicon.find_day(_find_beside(words, name, lexicon) or "")
        if weekday is not None:
            return next_weekday(MONDAY, today) + timedelta(days=weekday)
    day, is_said_past = _without_direction(words, lexicon)
    weekday = lexicon.find_day(day)
    if weekday is None:
        return None
    if is_said_past is not None and UNSPACED.match(day):
        return today + timedelta(days=weekday - today.weekday() + (-7 if is_said_past else 7))
    goes_back = is_past if is_said_past is None else is_said_past
    if goes_back:
        return today - timedelta(days=(today.weekday() - weekday) % 7 or 7)
    return next_weekday(weekday, today)


def _without_direction(words: str, lexicon: Lexicon) -> tuple[str, bool | None]:
    """Return a weekday's name without `next` or `last` beside it, and whether it was `last`; None for neither."""
    for names, is_past in ((lexicon.following, False), (lexicon.past, True)):
        for name in sorted(names, key=len, reverse=True):
            if (day := _find_beside(words, name, lexicon)) is not None:
                return day, is_past
    return words, None


def _find_beside(words: str, name: str, lexicon: Lexicon) -> str | None:
    """Return the weekday's name that words are beside another name and fillers; None for other words."""
    if UNSPACED.match(name) and words.startswith(name):
        rest = [words.removeprefix(name)]
    elif f" {name} " in f" {words} ":
        rest = f" {words} ".replace(f" {name} ", " ", 1).split()
    else:
        return None
    named = [word for word in rest if word not in lexicon.fillers]
    return named[0] if len(named) == 1 and lexicon.find_day(named[0]) is not None else None
