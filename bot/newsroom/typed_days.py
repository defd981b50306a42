"""Days and spans as people type them: `3`, `2w`, `until friday`, `через 3 дня`, `明天`, `21 November`.

Words are dateparser's; what it does not take by itself, a lone `week` or an inflected weekday, has another form.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

import dateparser
import regex

from bot.newsroom.lexicon import Lexicon, plain
from bot.newsroom.typed_weekdays import find_weekday
from storage.words import UNSPACED

MOST_TYPED = 60  # characters
MOST_PAUSED_DAYS = 366
LONGEST_UNTIL_WORDS = 3
MOST_HOURS_DAYS = 3
_SPAN = regex.compile(r"(\d{1,4})\s*([dwmy])")
_NUMBER = regex.compile(r"\d{1,4}")
_BEHIND = regex.compile(r"['’]\p{L}{1,3}\b")  # Turkish puts a case behind a name: 5 Aralık'a
_DAYS_OF = {"d": 1, "w": 7, "m": 30, "y": 365}
_ISO = regex.compile(r"\d{4}-\d{1,2}-\d{1,2}")
_HAN_DAY = regex.compile(r"(\d{1,2})月(\d{1,2})[日号號]")
_HAN_NUMBER = regex.compile(r"[一二两兩三四五六七八九](?=个?個?(?:天|日|周|週|星期|月|年))")
_HAN_DIGITS = str.maketrans("一二两兩三四五六七八九", "12223456789")
_DASHED = regex.compile(r"(\d{1,2})[./](\d{1,2})[./]?(\d{4})?")


class NoPause(Enum):
    """What was typed instead of a pause that can be made."""

    FOREVER = "forever"
    UNKNOWN = "unknown"
    OVER = "over"  # a day in the past
    TOO_LONG = "too long"


@dataclass(frozen=True, slots=True)
class Reading:
    """In which language, zone and moment something was typed."""

    lexicon: Lexicon
    language: str
    zone: ZoneInfo
    now: datetime


def read_pause(typed: str, reading: Reading) -> datetime | NoPause:
    """Return the end of a pause: so many days from now, or the beginning of a day that is named."""
    meant = _without_until(typed[:MOST_TYPED], reading.lexicon)
    words = plain(meant)
    if {words, plain(typed[:MOST_TYPED])} & reading.lexicon.forever:
        return NoPause.FOREVER
    span = _SPAN.fullmatch(words)
    if words.isdecimal() or span is not None:
        days = int(span[1]) * _DAYS_OF[span[2]] if span else int(words[:9])
        return _ends(reading.now + timedelta(days=min(days, 10**5)), reading) if days else NoPause.UNKNOWN
    day = read_day(meant, reading)
    if day is None:
        return NoPause.UNKNOWN
    if (moment := _find_hour(meant, words, reading)) is not None:
        return _ends(moment, reading)
    if day <= reading.now.astimezone(reading.zone).date():
        return NoPause.OVER
    return _ends(datetime.combine(day, time(0), reading.zone), reading)


def _find_hour(meant: str, words: str, reading: Reading) -> datetime | None:
    """Return the moment of `12 hours` and `until 5pm`, which are less than a day; None for what names a day."""
    local = reading.now.astimezone(reading.zone)
    found = _find_moment(meant, words, reading, is_past=False)
    names_day = _DASHED.fullmatch(words) or _ISO.fullmatch(words)
    if found is None or names_day or found.time() in (time(0), local.time().replace(tzinfo=None)):
        return None
    moment = found.replace(tzinfo=reading.zone)
    return moment if local < moment < local + timedelta(days=MOST_HOURS_DAYS) else None


def _ends(until: datetime, reading: Reading) -> datetime | NoPause:
    return until if until <= reading.now + timedelta(days=MOST_PAUSED_DAYS) else NoPause.TOO_LONG


def _without_until(typed: str, lexicon: Lexicon) -> str:
    """Return what was typed without the words for until, which stand before a day or behind it."""
    words = typed.split()
    for length in range(min(LONGEST_UNTIL_WORDS, len(words) - 1), 0, -1):
        if plain(" ".join(words[:length])) in lexicon.until:
            words = words[length:]
        if len(words) > length and plain(" ".join(words[-length:])) in lexicon.until:
            words = words[:-length]
    meant = " ".join(words)
    if not UNSPACED.match(meant):
        return meant
    leading = [each for each in lexicon.until if meant.startswith(each) and meant != each]
    return meant.removeprefix(max(leading, key=len, default=""))


def read_day(typed: str, reading: Reading, *, is_past: bool = False) -> date | None:
    """Return the day that somebody means, the next one that comes, or with `is_past` the last one; None for no day."""
    words = plain(typed[:MOST_TYPED])
    if words.isdecimal():
        return None
    local = reading.now.astimezone(reading.zone)
    words = _HAN_NUMBER.sub(lambda found: found[0].translate(_HAN_DIGITS), _HAN_DAY.sub(r"\2.\1.", words))
    days_ahead = _find_span((plain(typed[:MOST_TYPED]), words), reading.lexicon)
    if days_ahead is not None:
        return local.date() + timedelta(days=days_ahead)
    if (weekday := find_weekday(words, reading.lexicon, local.date(), is_past=is_past)) is not None:
        return weekday
    if dashed := _DASHED.fullmatch(words):
        return _numbered_day(dashed, local.date(), is_past=is_past)
    found = _find_moment(typed[:MOST_TYPED].strip(), words, reading, is_past=is_past)
    return None if found is None else found.date()


def _find_moment(typed: str, words: str, reading: Reading, *, is_past: bool) -> datetime | None:
    """Return the local moment that dateparser reads in one of the forms of what was typed."""
    local = reading.now.astimezone(reading.zone)
    attempts = (_parse(each, reading, local, is_past=is_past) for each in _attempts(typed, words, reading.lexicon))
    return next((found for found in attempts if found is not None), None)


def _find_span(forms: Iterable[str], lexicon: Lexicon) -> int | None:
    """Return how many days ahead a span such as `2 fortnights` ends, of those that no date library reads."""
    for form in forms:
        counted = _NUMBER.match(form)
        number, rest = (counted[0], form[counted.end() :].strip()) if counted else ("1", form)
        names = (rest, rest.partition(" ")[2])  # a word before may be an article
        for name in names:
            if name in lexicon.spans:
                return lexicon.spans[name] * int(number)
    return None


def _attempts(typed: str, words: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the forms in which words are put to dateparser: as typed, with letters that folding drops, and plain.

    A lone `week` is one of them, and a word before may be none of its own.
    """
    without_first = words.partition(" ")[2]
    stems = " ".join(map(lexicon.without_ending, words.split()))
    forms = (typed, words, f"1 {words}", _BEHIND.sub("", typed), stems, without_first, f"1 {without_first}")
    return tuple(dict.fromkeys(form for form in forms if form not in ("", "1 ")))


def _numbered_day(found: regex.Match[str], today: date, *, is_past: bool) -> date | None:
    """Read `5.12.` and `05/12/2026`, the day before the month."""
    try:
        day = date(int(found[3] or today.year), int(found[2]), int(found[1]))
        if found[3] is None and is_past != (day <= today):
            day = day.replace(year=day.year + (-1 if is_past else 1))
    except ValueError:
        return None
    return day


def _parse(words: str, reading: Reading, local: datetime, *, is_past: bool) -> datetime | None:
    languages = list(dict.fromkeys((reading.language, "en")))
    settings = {
        "RELATIVE_BASE": local.replace(tzinfo=None),
        "PREFER_DATES_FROM": "past" if is_past else "future",
        "RETURN_AS_TIMEZONE_AWARE": False,
        "DATE_ORDER": "YMD" if _ISO.fullmatch(words) else "DMY",
    }
    found: datetime | None = dateparser.parse(words, languages=languages, settings=settings)
    return found
