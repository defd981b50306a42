"""Days and spans as people type them: `3`, `2w`, `until friday`, `через 3 дня`, `明天`, `21 November`.

Words are dateparser's; what it does not take by itself, a lone `week` or an inflected weekday, has another form.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

import dateparser
import regex

from bot.newsroom.lexicon import Lexicon, plain
from storage.words import UNSPACED

MOST_TYPED = 60  # characters
MOST_PAUSED_DAYS = 366
LONGEST_UNTIL_WORDS = 3
_SPAN = regex.compile(r"(\d{1,4})\s*([dwmy])")
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
    if words in reading.lexicon.forever:
        return NoPause.FOREVER
    span = _SPAN.fullmatch(words)
    if words.isdecimal() or span is not None:
        days = int(span[1]) * _DAYS_OF[span[2]] if span else int(words[:9])
        return _ends(reading.now + timedelta(days=min(days, 10**5)), reading) if days else NoPause.UNKNOWN
    day = read_day(meant, reading)
    if day is None:
        return NoPause.UNKNOWN
    if day <= reading.now.astimezone(reading.zone).date():
        return NoPause.OVER
    return _ends(datetime.combine(day, time(0), reading.zone), reading)


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
    weekday = reading.lexicon.find_day(words)
    if weekday is not None:
        ahead = (weekday - local.weekday()) % 7
        days = ahead - 7 if is_past else ahead or 7
        return local.date() + timedelta(days=days)
    words = _HAN_NUMBER.sub(lambda found: found[0].translate(_HAN_DIGITS), _HAN_DAY.sub(r"\2.\1.", words))
    if dashed := _DASHED.fullmatch(words):
        return _numbered_day(dashed, local.date(), is_past=is_past)
    for attempt in _attempts(typed[:MOST_TYPED].strip(), words):
        found = _parse(attempt, reading, local, is_past=is_past)
        if found is not None:
            return found
    return None


def _attempts(typed: str, words: str) -> tuple[str, ...]:
    """Return the forms in which words are put to dateparser: as typed, with letters that folding drops, and plain.

    A lone `week` is one of them, and a word before may be none of its own.
    """
    without_first = words.partition(" ")[2]
    return (typed, words, f"1 {words}", *((without_first, f"1 {without_first}") if without_first else ()))


def _numbered_day(found: regex.Match[str], today: date, *, is_past: bool) -> date | None:
    """Read `5.12.` and `05/12/2026`, the day before the month."""
    try:
        day = date(int(found[3] or today.year), int(found[2]), int(found[1]))
        if found[3] is None and is_past != (day <= today):
            day = day.replace(year=day.year + (-1 if is_past else 1))
    except ValueError:
        return None
    return day


def _parse(words: str, reading: Reading, local: datetime, *, is_past: bool) -> date | None:
    languages = list(dict.fromkeys((reading.language, "en")))
    settings = {
        "RELATIVE_BASE": local.replace(tzinfo=None),
        "PREFER_DATES_FROM": "past" if is_past else "future",
        "RETURN_AS_TIMEZONE_AWARE": False,
        "DATE_ORDER": "YMD" if _ISO.fullmatch(words) else "DMY",
    }
    found = dateparser.parse(words, languages=languages, settings=settings)
    return None if found is None else found.date()
