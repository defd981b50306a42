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

from bot.newsroom.typed.han import write_numbers_of_days
from bot.newsroom.typed.lexicon import Lexicon, plain
from bot.newsroom.typed.times import read_times
from bot.newsroom.typed.turns import find_turn
from bot.newsroom.typed.weekdays import find_weekday
from storage.words import UNSPACED

MOST_TYPED = 60  # characters
MOST_PAUSED_DAYS = 366
LONGEST_UNTIL_WORDS = 3
MOST_HOURS_DAYS = 3
MOST_NUMBER_WORDS = 3
_SPAN = regex.compile(r"(\d{1,4})\s*([dwmy])")
_NUMBER = regex.compile(r"\d{1,4}")
_BEHIND = regex.compile(r"['’]\p{L}{1,3}\b")  # Turkish puts a case behind a name: 5 Aralık'a
_DAYS_OF = {"d": 1, "w": 7, "m": 30, "y": 365}
_ISO = regex.compile(r"\d{4}-\d{1,2}-\d{1,2}")
_HAN_DAY = regex.compile(r"(\d{1,2})月(\d{1,2})[日号號]")
# The fifth, in words and signs of Europe; a date library drops what stands behind the number.
_ORDINAL = regex.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|o|a|-?го|-?е|-?ое)(?![\p{L}\d])")
_DAY_OF_MONTH = regex.compile(
    r"(?:(?:the|el|o|le|il|den|dem|dia|giorno|tanggal|tgl) )*"
    r"(\d{1,2})(?P<sign>\.|st|nd|rd|th|er|o|a|-?го|-?е|-?ое|[号日])?"
)
MOST_DAYS_TO_A_DAY = 63  # from one 31st to the next there are two months at most
MOST_MONTHS = 12
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

    @property
    def today(self) -> date:
        """The local day."""
        return self.now.astimezone(self.zone).date()

    def begin(self, day: date) -> datetime:
        """Return when a day begins there."""
        return datetime.combine(day, time(0), self.zone)


def read_pause(typed: str, reading: Reading) -> datetime | NoPause:
    """Return the end of a pause: so many days from now, or the beginning of a day that is named."""
    meant = _without_until(typed[:MOST_TYPED], reading.lexicon)
    words = plain(meant)
    if {words, plain(typed[:MOST_TYPED])} & reading.lexicon.forever:
        return NoPause.FOREVER
    words = _with_number(words, reading.lexicon)
    span = _SPAN.fullmatch(words)
    if words.isdecimal() or span is not None:
        days = int(span[1]) * _DAYS_OF[span[2]] if span else int(words[:9])
        return _ends(reading.now + timedelta(days=min(days, 10**5)), reading) if days else NoPause.UNKNOWN
    is_until = meant != " ".join(typed[:MOST_TYPED].split())
    if is_until and (moment := _find_day_of_month(words, reading) or _find_clock(meant, reading)) is not None:
        return _ends(moment, reading)
    if (turn := find_turn(words, reading.lexicon, reading.today, is_until=is_until)) is not None:
        return _ends(reading.begin(turn), reading)
    end = _read_end(meant, words, reading)
    return _read_part_of_day(words, reading) if end is NoPause.UNKNOWN else end


def _read_part_of_day(words: str, reading: Reading) -> datetime | NoPause:
    """Read a day with a part of it behind, which no date library reads: `lunes por la mañana`, `Freitag Abend`."""
    rest = words.split()
    hours = reading.lexicon.hours_of(rest[-1]) if len(rest) > 1 else None
    if not hours:
        return NoPause.UNKNOWN
    rest = rest[:-1]
    while len(rest) > 1 and rest[-1] in reading.lexicon.fillers:
        rest = rest[:-1]
    end = _read_end(" ".join(rest), " ".join(rest), reading)
    return end + timedelta(hours=min(first for first, _ in hours)) if isinstance(end, datetime) else end


def _read_end(meant: str, words: str, reading: Reading) -> datetime | NoPause:
    day = read_day(meant, reading)
    if day is None:
        return NoPause.UNKNOWN
    if (moment := _find_hour(meant, words, reading)) is not None:
        return _ends(moment, reading)
    if day <= reading.today:
        return NoPause.OVER
    return _ends(reading.begin(day), reading)


def _find_day_of_month(words: str, reading: Reading) -> datetime | None:
    """Return the beginning of the next day of a month that has this number: `the 5th`, `dia 5`, `5号`."""
    found = _DAY_OF_MONTH.fullmatch(words)
    if found is None or (found[0].isdecimal() and not found["sign"]) or not 1 <= int(found[1]) <= 31:
        return None
    coming = (reading.today + timedelta(days=ahead) for ahead in range(1, MOST_DAYS_TO_A_DAY))
    day = next(each for each in coming if each.day == int(found[1]))
    return reading.begin(day)


def _find_clock(meant: str, reading: Reading) -> datetime | None:
    """Return when a time of the day comes next: `until 18:00`, `bis 18 Uhr`, `hasta las 6`."""
    is_number = meant.isdecimal() or _is_day_and_month(plain(meant))
    read = None if is_number else read_times(meant, reading.lexicon)
    if read is None or len(read.slots) != 1 or len(read.slots[0].days) != 7:
        return None
    local = reading.now.astimezone(reading.zone)
    at = read.slots[0].at
    is_over = at <= local.time().replace(tzinfo=None)
    return datetime.combine(local.date() + timedelta(days=is_over), at, reading.zone)


def _with_number(words: str, lexicon: Lexicon) -> str:
    """Write the number that words begin with as digits, without what leads to it: `for three days` as `3 days`."""
    rest = words.split()
    while len(rest) > 1 and rest[0] in lexicon.fillers and not _begins_with_number(rest, lexicon):
        rest = rest[1:]
    for length in range(min(len(rest), MOST_NUMBER_WORDS), 0, -1):
        number = lexicon.numbers.get(" ".join(rest[:length]))
        if number is not None:
            return " ".join([str(number), *rest[length:]])
    return words


def _begins_with_number(words: list[str], lexicon: Lexicon) -> bool:
    return any(" ".join(words[:length]) in lexicon.numbers for length in range(1, MOST_NUMBER_WORDS + 1))


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
    words = write_numbers_of_days(_HAN_DAY.sub(r"\2.\1.", words))
    words = _ORDINAL.sub(r"\1", _with_number(words, reading.lexicon))
    days_ahead = _find_span((plain(typed[:MOST_TYPED]), words), reading.lexicon)
    if days_ahead is not None:
        return reading.today + timedelta(days=days_ahead)
    if (weekday := find_weekday(words, reading.lexicon, reading.today, is_past=is_past)) is not None:
        return weekday
    if dashed := _DASHED.fullmatch(words):
        return _numbered_day(dashed, reading.today, is_past=is_past)
    found = _find_moment(typed[:MOST_TYPED].strip(), words, reading, is_past=is_past)
    if found is None or ((named := _name_weekdays(words, reading.lexicon)) and found.weekday() not in named):
        return None  # a day was named, and another was understood
    return found.date()


def _name_weekdays(words: str, lexicon: Lexicon) -> set[int]:
    return {lexicon.full_days[word] for word in words.split() if word in lexicon.full_days}


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
        names = (rest, _without_filler(rest, lexicon), lexicon.without_ending(rest))
        for name in names:
            if name in lexicon.spans and (counted or lexicon.find_day(name) is None):  # `minggu` is Sunday, too
                return lexicon.spans[name] * int(number)
    return None


def _attempts(typed: str, words: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the forms in which words are put to dateparser: as typed, with letters that folding drops, and plain.

    A lone `week` is one of them; a word before it may only lead to it, and no other is passed over.
    """
    without_first = _without_filler(words, lexicon)
    stems = " ".join(map(lexicon.without_ending, words.split()))
    forms = (typed, words, f"1 {words}", _BEHIND.sub("", typed), stems, without_first, f"1 {without_first}")
    return tuple(dict.fromkeys(form for form in forms if form not in ("", "1 ")))


def _without_filler(words: str, lexicon: Lexicon) -> str:
    first, _, rest = words.partition(" ")
    return rest if first in lexicon.fillers or lexicon.numbers.get(first) == 1 else words


def _is_day_and_month(words: str) -> bool:
    found = _DASHED.fullmatch(words)
    return found is not None and int(found[2]) <= MOST_MONTHS


def _numbered_day(found: regex.Match[str], today: date, *, is_past: bool) -> date | None:
    """Read `5.12.` and `05/12/2026`, the day before the month."""
    try:
        day = date(int(found[3] or today.year), int(found[2]), int(found[1]))
        if found[3] is None and is_past != (day <= today):
            day = day.replace(year=day.year + (-1 if is_past else 1))
    except ValueError:
        return None
    return day


def _is_month(words: str, lexicon: Lexicon) -> bool:
    """Whether a month is named and no day of it: until January is until its first."""
    return not any(char.isdigit() for char in words) and any(plain(word) in lexicon.months for word in words.split())


def _parse(words: str, reading: Reading, local: datetime, *, is_past: bool) -> datetime | None:
    languages = list(dict.fromkeys((reading.language, "en")))
    settings = {
        "RELATIVE_BASE": local.replace(tzinfo=None),
        "PREFER_DATES_FROM": "past" if is_past else "future",
        "PREFER_DAY_OF_MONTH": "first" if _is_month(words, reading.lexicon) else "current",
        "RETURN_AS_TIMEZONE_AWARE": False,
        "DATE_ORDER": "YMD" if _ISO.fullmatch(words) else "DMY",
    }
    found: datetime | None = dateparser.parse(words, languages=languages, settings=settings)
    return found
