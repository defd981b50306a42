"""A weekday as people name it: `friday`, `next monday`, `el lunes pasado`, `下周五`."""

from datetime import date, timedelta

from bot.newsroom.lexicon import Lexicon
from storage.words import UNSPACED


def find_weekday(words: str, lexicon: Lexicon, today: date, *, is_past: bool) -> date | None:
    """Return the day that a weekday's name means: the next one that comes, or the last one; None for other words.

    `next` or `last` beside it goes over `is_past`. Chinese means the week after this one, or before it.
    """
    if (weekday := _find_day_of_next_week(words, lexicon)) is not None:
        return today + timedelta(days=7 - today.weekday() + weekday)
    day, is_said_past = _without_direction(words, lexicon)
    weekday = lexicon.find_day(day)
    if weekday is None:
        return None
    if is_said_past is not None and UNSPACED.match(day):
        return today + timedelta(days=weekday - today.weekday() + (-7 if is_said_past else 7))
    ahead = (weekday - today.weekday()) % 7
    goes_back = is_past if is_said_past is None else is_said_past
    return today + timedelta(days=ahead - 7 if goes_back else ahead or 7)


def _find_day_of_next_week(words: str, lexicon: Lexicon) -> int | None:
    """Return the weekday of `friday next week`; None for other words."""
    beside = f" {words} "
    name = next((each for each in lexicon.next_week if f" {each} " in beside), None)
    if name is None:
        return None
    rest = [word for word in beside.replace(f" {name} ", " ", 1).split() if word not in lexicon.fillers]
    return lexicon.find_day(rest[0]) if len(rest) == 1 else None


def _without_direction(words: str, lexicon: Lexicon) -> tuple[str, bool | None]:
    """Return a weekday's name without `next` or `last` beside it, and whether it was `last`; None for neither."""
    for names, is_past in ((lexicon.following, False), (lexicon.past, True)):
        for name in sorted(names, key=len, reverse=True):
            if UNSPACED.match(name) and words.startswith(name):
                rest = [words.removeprefix(name)]
            elif f" {name} " in f" {words} ":
                rest = f" {words} ".replace(f" {name} ", " ", 1).split()
            else:
                continue
            named = [word for word in rest if word not in lexicon.fillers]
            if len(named) == 1 and lexicon.find_day(named[0]) is not None:
                return named[0], is_past
    return words, None
