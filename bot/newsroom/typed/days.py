"""Days as people type them: `friday`, `in 3 days`, `明天`, `21 November`, `5.12.`.

Words are dateparser's; what it does not take by itself, a lone `week` or an inflected weekday, has another form.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import dateparser
import regex

from bot.newsroom.typed.han import write_days, write_numbers_of_days
from bot.newsroom.typed.lexicon import Lexicon, plain
from bot.newsroom.typed.spelled import write_spelled
from bot.newsroom.typed.weekdays import find_weekday

MOST_TYPED = 60  # characters
MOST_NUMBER_WORDS = 3
_NUMBER = regex.compile(r"\d{1,4}")
_BEHIND = regex.compile(r"['’]\p{L}{1,3}\b")  # Turkish puts a case behind a name: 5 Aralık'a
_ISO = regex.compile(r"\d{4}-\d{1,2}-\d{1,2}")
_HAN_DAY = regex.compile(r"(\d{1,2})月(\d{1,2})[日号號]")
# The fifth, in words and signs of Europe; a date library drops what stands behind the number.
_ORDINAL = regex.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|o|a|-?го|-?е|-?ое)(?![\p{L}\d])")
_DAY_NUMBER = regex.compile(r"(?<![\d.:/-])\d{1,2}(?![\d.:/]\d|\d)")
# No clock says this: what dateparser counts from now keeps it, what it takes for a day of a month does not.
_MICROSECOND = 123_457
MOST_MONTHS = 12
_DASHED = regex.compile(r"(\d{1,2})[./](\d{1,2})[./]?(\d{4})?")


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


def with_number(words: str, lexicon: Lexicon) -> str:
    """Write the number that words begin with as digits, without what leads to it: `for three days` as `3 days`."""
    rest = words.split()
    while len(rest) > 1 and rest[0] in lexicon.fillers and not _beginswith_number(rest, lexicon):
        rest = rest[1:]
    for length in range(min(len(rest), MOST_NUMBER_WORDS), 0, -1):
        number = lexicon.numbers.get(" ".join(rest[:length]))
        if number is not None:
            return " ".join([str(number), *rest[length:]])
    return words


def _beginswith_number(words: list[str], lexicon: Lexicon) -> bool:
    return any(" ".join(words[:length]) in lexicon.numbers for length in range(1, MOST_NUMBER_WORDS + 1))


def read_day(typed: str, reading: Reading, *, is_past: bool = False) -> date | None:
    """Return the day that somebody means, the next one that comes, or with `is_past` the last one; None for no day."""
    typed = write_spelled(typed)
    as_typed = plain(typed)
    if as_typed.isdecimal() or len(typed) > MOST_TYPED:
        return None
    words = write_numbers_of_days(write_days(_HAN_DAY.sub(r"\2.\1.", as_typed)))
    words = _ORDINAL.sub(r"\1", with_number(words, reading.lexicon))
    # `on gün` is ten days in Turkish, and in English a day.
    is_filler = words[:1].isdigit() and as_typed.partition(" ")[0] in reading.lexicon.fillers
    days_ahead = _find_span((words,) if is_filler else (as_typed, words), reading.lexicon)
    if days_ahead is not None:
        return reading.today + timedelta(days=days_ahead)
    bare = _without_fillers(words, reading.lexicon)
    if (weekday := find_weekday(bare, reading.lexicon, reading.today, is_past=is_past)) is not None:
        return weekday
    if dashed := _DASHED.fullmatch(words):
        return _numbered_day(dashed, reading.today, is_past=is_past)
    found = find_moment(typed.strip(), words, reading, is_past=is_past)
    if found is None or _names_another(words, found, reading.lexicon):
        return None  # a day was named, and another was understood
    return found.date()


def _names_another(words: str, found: datetime, lexicon: Lexicon) -> bool:
    if (named := _name_weekdays(words, lexicon)) and found.weekday() not in named:
        return True
    numbers = {int(number) for number in _DAY_NUMBER.findall(words)}
    names_month = any(plain(word) in lexicon.months for word in words.split())
    return names_month and bool(numbers) and found.day not in numbers  # 30 February


def _without_fillers(words: str, lexicon: Lexicon) -> str:
    """Return what stands behind words that only lead to a day: `el mar` as `mar`."""
    rest = words.split()
    while len(rest) > 1 and rest[0] in lexicon.fillers and rest[0] not in lexicon.following | lexicon.past:
        rest = rest[1:]
    return " ".join(rest)


def _name_weekdays(words: str, lexicon: Lexicon) -> set[int]:
    return {lexicon.full_days[word] for word in words.split() if word in lexicon.full_days}


def find_moment(typed: str, words: str, reading: Reading, *, is_past: bool) -> datetime | None:
    """Return the local moment that dateparser reads in one of the forms of what was typed."""
    local = reading.now.astimezone(reading.zone)
    spelled, counted = _attempts(typed, words, reading.lexicon)
    for form in (*spelled, *counted):
        found = _parse(form, reading, local, is_past=is_past)
        # `1 week` is counted from now, and `1 zzz` is the first of a month.
        if found is not None and (found.microsecond or form not in counted):
            return found.replace(microsecond=local.microsecond) if found.microsecond else found
    return None


def counts_days(words: str, reading: Reading) -> bool:
    """Whether words are a length of time, as `week` and `fortnight` are."""
    if words in reading.lexicon.spans:
        return True
    local = reading.now.astimezone(reading.zone)
    one, two = (_parse(form, reading, local, is_past=False) for form in (words, f"2 {words}"))
    return two is not None and two != one and bool(two.microsecond)  # `2 tomorrow` is tomorrow


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


def _attempts(typed: str, words: str, lexicon: Lexicon) -> tuple[list[str], list[str]]:
    """Return the forms in which words are put to dateparser: as typed, with letters that folding drops, and plain.

    Behind them come those of a lone `week`; a word before it may only lead to it, and no other is passed over.
    """
    without_first = _without_filler(words, lexicon)
    stems = " ".join(map(lexicon.without_ending, words.split()))
    is_number_spelled = words[:1].isdigit() and not typed[:1].isdigit()  # `on gün`: ten in Turkish, one in English
    first = "" if is_number_spelled else typed
    spelled = list(filter(None, dict.fromkeys((first, words, _BEHIND.sub("", first), stems, without_first))))
    return spelled, [
        f"1 {form}" for form in dict.fromkeys((words, without_first)) if form and form[:1] not in "0123456789"
    ]


def _without_filler(words: str, lexicon: Lexicon) -> str:
    first, _, rest = words.partition(" ")
    return rest if first in lexicon.fillers or lexicon.numbers.get(first) == 1 else words


def names_date(words: str, lexicon: Lexicon) -> bool:
    """Whether words name a day by a number, as `5.12.`, `2026-12-05`, `5 december` and `12月5日` do."""
    if _ISO.fullmatch(words) or _HAN_DAY.search(words) or any(plain(word) in lexicon.months for word in words.split()):
        return True
    found = _DASHED.fullmatch(words)
    return found is not None and int(found[2]) <= MOST_MONTHS


def _numbered_day(found: regex.Match[str], today: date, *, is_past: bool) -> date | None:
    """Read `5.12.` and `05/12/2026`, the day before the month, unless there is no such month: `12/25/2026`."""
    number, month = int(found[1]), int(found[2])
    if number <= MOST_MONTHS < month:
        number, month = month, number
    try:
        day = date(int(found[3] or today.year), month, number)
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
        "RELATIVE_BASE": local.replace(tzinfo=None, microsecond=_MICROSECOND),
        "PREFER_DATES_FROM": "past" if is_past else "future",
        "PREFER_DAY_OF_MONTH": "first" if _is_month(words, reading.lexicon) else "current",
        "RETURN_AS_TIMEZONE_AWARE": False,
        "DATE_ORDER": "YMD" if _ISO.fullmatch(words) else "DMY",
    }
    found: datetime | None = dateparser.parse(words, languages=languages, settings=settings)
    return found
