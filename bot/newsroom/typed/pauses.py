"""The end of a pause as people type it: `3`, `2w`, `until friday`, `until friday 6pm`, `через 3 дня`, `fino alle 9`."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from enum import Enum

import regex

from bot.newsroom.typed.days import (
    MOST_TYPED,
    Reading,
    counts_days,
    find_moment,
    names_date,
    read_day,
    with_number,
)
from bot.newsroom.typed.lexicon import Lexicon, plain
from bot.newsroom.typed.spelled import write_spelled
from bot.newsroom.typed.times import read_times
from bot.newsroom.typed.turns import find_turn
from bot.newsroom.typed.weekdays import find_weekday
from storage.words import UNSPACED

MOST_PAUSED_DAYS = 366
LONGEST_UNTIL_WORDS = 3
MOST_HOURS_DAYS = 3
MOST_DAYS_TO_A_DAY = 63  # from one 31st to the next there are two months at most
_SHORTEST = timedelta(minutes=1)
_SPAN = regex.compile(r"(\d{1,4})\s*([dwmy])")
_DAYS_OF = {"d": 1, "w": 7, "m": 30, "y": 365}
_DAY_OF_MONTH = regex.compile(
    r"(?:(?:the|el|o|le|il|den|dem|dia|giorno|tanggal|tgl) )*"
    r"(\d{1,2})(?P<sign>\.|st|nd|rd|th|er|o|a|-?го|-?е|-?ое|[号日])?"
)
# What may mean several things: a lone letter, two numbers, and parts of a day or week.
_UNCLEAR = regex.compile(r"\p{Latin}|\d+ \d+|\d+[.,]\d+ ?\p{L}+|am|pm")
_FRACTION = regex.compile(r"[0-3][.,]5|1/2")
_YEAR = regex.compile(r"20\d\d")
_PORTUGUESE_DAY = regex.compile(r"([2-6])a")  # 6ª is Friday
_HALVES = ("am", "pm")


class NoPause(Enum):
    """What was typed instead of a pause that can be made."""

    FOREVER = "forever"
    UNKNOWN = "unknown"
    OVER = "over"  # a day in the past
    TOO_LONG = "too long"


def read_pause(typed: str, reading: Reading) -> datetime | NoPause:
    """Return the end of a pause: so many days from now, or the beginning of a day that is named."""
    if len(typed) > MOST_TYPED:
        return NoPause.UNKNOWN
    lexicon, whole = reading.lexicon, " ".join(write_spelled(typed).split())
    if plain(whole) in lexicon.forever:
        return NoPause.FOREVER
    rest = _without_since(whole, lexicon)
    meant = _without_until(rest, lexicon) if rest is not None else ""
    words = with_number(plain(meant), lexicon)
    is_until = meant != whole
    if plain(meant) in lexicon.forever:
        return NoPause.FOREVER
    if rest is None or _UNCLEAR.fullmatch(words) or (not is_until and _FRACTION.fullmatch(words)):
        return NoPause.UNKNOWN
    if (days := _find_days(words)) is not None and not (is_until and _YEAR.fullmatch(words)):
        return _ends(reading.now + timedelta(days=min(days, 10**5)), reading) if days else NoPause.UNKNOWN
    named = _find_named(meant, words, reading, is_until=is_until)
    return named or _read_end(meant, words, reading, is_until=is_until)


def _find_days(words: str) -> int | None:
    span = _SPAN.fullmatch(words)
    if span is not None:
        return int(span[1]) * _DAYS_OF[span[2]]
    return int(words[:9]) if words.isdecimal() else None


def _find_named(meant: str, words: str, reading: Reading, *, is_until: bool) -> datetime | NoPause | None:
    """Return the end that no date library reads: a day and a time, a day of a month, a turn; None for other words."""
    if (
        moment := _find_day_with_time(meant, reading) or _find_part_of_day(words, reading, is_until=is_until)
    ) is not None:
        return _ends(moment, reading)
    if is_until:
        if _YEAR.fullmatch(words):
            return _ends(reading.begin(date(int(words), 1, 1)), reading)
        if (moment := _find_day_of_month(words, reading) or _find_clock(meant, words, reading)) is not None:
            return _ends(moment, reading)
    turn = find_turn(words, reading.lexicon, reading.today, is_until=is_until)
    return None if turn is None else _ends(reading.begin(turn), reading)


def _read_end(meant: str, words: str, reading: Reading, *, is_until: bool) -> datetime | NoPause:
    day = read_day(meant, reading)
    if day is None:
        return NoPause.UNKNOWN
    if (moment := _find_hour(meant, words, reading)) is not None:
        return _ends(moment, reading)
    if day == reading.today and not is_until:
        day += timedelta(days=1)  # for today
    return _ends(reading.begin(day), reading)


def _ends(until: datetime, reading: Reading) -> datetime | NoPause:
    if until <= reading.now:
        return NoPause.OVER
    if until < reading.now + _SHORTEST:
        return NoPause.UNKNOWN
    return until if until <= reading.now + timedelta(days=MOST_PAUSED_DAYS) else NoPause.TOO_LONG


def _find_day_with_time(meant: str, reading: Reading) -> datetime | None:
    """Return a day that is named with a time beside it: `tomorrow 9`, `friday at 6 pm`, `morgen 9 Uhr`."""
    for day_words, time_words in _iter_halves(plain(meant).split()):
        at = _read_time(time_words, day_words, reading)
        day = read_day(" ".join(day_words), reading) if at is not None and _is_named(day_words, reading) else None
        if at is not None and day is not None:
            return datetime.combine(day, at, reading.zone)
    return None


def _iter_halves(words: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    for place in range(1, len(words)):
        yield words[:place], words[place:]
    for place in range(1, len(words)):
        if any(char.isdigit() for char in words[0]) and not words[0].isdecimal():  # 6pm friday, and not 2 weeks
            yield words[place:], words[:place]


def _read_time(words: list[str], day_words: list[str], reading: Reading) -> time | None:
    """Return a time of the day; a bare number behind a weekday or a month is a day, and a year is none."""
    if len(words) == 1 and words[0].isdecimal() and (len(words[0]) > 2 or not _is_near(day_words, reading)):
        return None
    read = read_times(" ".join(words), reading.lexicon)
    if read is None or len(read.slots) != 1 or len(read.slots[0].days) != 7:
        return None
    return read.slots[0].at


def _is_named(words: list[str], reading: Reading) -> bool:
    """Whether words name a day, and count none: `tomorrow`, `5 december`, but not `3 days` or `a week`."""
    name = " ".join(word for word in words if word not in reading.lexicon.fillers | reading.lexicon.until)
    if not name or any(char.isdigit() for char in name):
        return names_date(name, reading.lexicon)
    return find_weekday(name, reading.lexicon, reading.today, is_past=False) is not None or not counts_days(
        name, reading
    )


def _is_near(words: list[str], reading: Reading) -> bool:
    """Whether words name tomorrow or the day after, which have no number: behind them a number is an hour."""
    name = " ".join(words)
    if find_weekday(name, reading.lexicon, reading.today, is_past=False) or not _is_named(words, reading):
        return False
    day = read_day(name, reading)
    return day is not None and timedelta(0) <= day - reading.today <= timedelta(days=2)


def _find_part_of_day(words: str, reading: Reading, *, is_until: bool) -> datetime | None:
    """Return when a part of a day begins: `lunes por la mañana`, `friday evening`, `until the evening`."""
    rest = words.split()
    is_clock = bool(rest) and rest[-1] in reading.lexicon.noon | reading.lexicon.midnight
    hours = reading.lexicon.hours_of(rest[-1]) if rest and not is_clock and rest[-1] not in _HALVES else None
    if not hours:
        return None
    begins = timedelta(hours=min(first for first, _ in hours))
    rest = rest[:-1]
    while rest and rest[-1] in reading.lexicon.fillers:
        rest = rest[:-1]
    if not rest:
        moment = reading.begin(reading.today) + begins
        return (moment if moment > reading.now else moment + timedelta(days=1)) if is_until else None
    day = read_day(" ".join(rest), reading) if _is_named(rest, reading) else None
    return None if day is None else reading.begin(day) + begins


def _find_day_of_month(words: str, reading: Reading) -> datetime | None:
    """Return the beginning of the next day of a month that has this number: `the 5th`, `dia 5`, `5号`."""
    found = _DAY_OF_MONTH.fullmatch(words)
    if found is None or (found[0].isdecimal() and not found["sign"]) or not 1 <= int(found[1]) <= 31:
        return None
    if (weekday := _PORTUGUESE_DAY.fullmatch(words)) and reading.language.startswith("pt"):
        ahead = (int(weekday[1]) - 2 - reading.today.weekday()) % 7 or 7
        return reading.begin(reading.today + timedelta(days=ahead))
    coming = (reading.today + timedelta(days=ahead) for ahead in range(1, MOST_DAYS_TO_A_DAY))
    day = next(each for each in coming if each.day == int(found[1]))
    return reading.begin(day)


def _find_clock(meant: str, words: str, reading: Reading) -> datetime | None:
    """Return when a time of the day comes next: `until 18:00`, `bis 18 Uhr`, `hasta las 6`; none for `3 days`."""
    number, _, counted = words.partition(" ")
    is_span = number.isdecimal() and bool(counted) and counts_days(counted, reading)
    at = (
        None
        if is_span or words.isdecimal() or names_date(words, reading.lexicon)
        else _read_time(meant.split(), [], reading)
    )
    if at is None:
        return None
    local = reading.now.astimezone(reading.zone)
    is_over = at <= local.time().replace(tzinfo=None)
    return datetime.combine(local.date() + timedelta(days=is_over), at, reading.zone)


def _find_hour(meant: str, words: str, reading: Reading) -> datetime | None:
    """Return the moment of `12 hours` and `until 5pm`, which are less than a day; None for what names a day."""
    local = reading.now.astimezone(reading.zone)
    found = find_moment(meant, words, reading, is_past=False)
    if (
        found is None
        or names_date(words, reading.lexicon)
        or found.time() in (time(0), local.time().replace(tzinfo=None))
    ):
        return None
    moment = found.replace(tzinfo=reading.zone)
    return moment if local < moment < local + timedelta(days=MOST_HOURS_DAYS) else None


def _without_since(typed: str, lexicon: Lexicon) -> str | None:
    """Return what was typed behind `from today until`; None where only a beginning is named: `from friday`."""
    words = [plain(word) for word in typed.split()]
    leads = any(" ".join(words[:length]) in lexicon.since for length in range(1, LONGEST_UNTIL_WORDS + 1))
    is_since = leads or bool(words and words[-1] in lexicon.since)
    if not is_since and not any(UNSPACED.match(each) and typed.startswith(each) for each in lexicon.since):
        return typed
    until = next((place for place, word in enumerate(words) if place and word in lexicon.until - lexicon.since), None)
    return None if until is None else " ".join(typed.split()[until:])


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
