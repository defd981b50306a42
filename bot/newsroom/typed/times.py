"""Times and days as people type them: `7:30 18:00`, `8 pm mon-fri 10:00 sat,sun`, `每天8点`, `22-7`."""

from dataclasses import dataclass, field
from datetime import time
from itertools import zip_longest

import regex

from bot.newsroom.typed.clock import SEPARATOR, resolve_words, write_numbers
from bot.newsroom.typed.han import write_plainly
from bot.newsroom.typed.hours import find_hour, rewrite_clocks
from bot.newsroom.typed.lexicon import ALL_DAYS, Lexicon, plain
from bot.newsroom.typed.spelled import write_spelled
from storage.model import Slot
from storage.words import UNSPACED

MOST_TYPED = 300  # characters
LONGEST_NAME_WORDS = 3  # of a group of days, as `every week day`
# A time as digits, with what stands between hour and minutes; else a run of letters, or a dash.
_HOUR = "(?:h|uhr|ч|час|часа|часов|год|heures?|horas?|ore)"
_TOKEN = regex.compile(
    rf"(?P<digits>\d{{1,4}})(?!\d)(?:[:.點点时時](?P<minutes>\d{{2}}(?!\d)|半)"
    rf"| ?{_HOUR}(?: |(?=\d))(?P<said>\d{{2}})(?!\d| ?{_HOUR}(?!\p{{L}})))?|(?P<word>\p{{L}}[\p{{L}}\p{{M}}'’]*)|-"
)
_FROM = ("den", "dan", "ten", "tan")  # of Turkish
_HYPHENATED = regex.compile(r"\p{L}+(?:-\p{L}+)+")  # fine-settimana
# Hours and minutes with a blank or a dash between, where the second can be no hour: 21-00, 8-30.
_APART = regex.compile(r"(?<=(?<![\d:.])\d{1,2})(?:[ -](?=00(?![\d:.]))|-(?=(?:2[4-9]|[3-5]\d)(?![\d:.])))")
_SKIPPED = regex.compile(r"[\s,;&/،、，.:'!()]+")
_SEPARATING = regex.compile(r"[,;&/،、，]")


@dataclass(slots=True)
class _Group:
    times: list[time] = field(default_factory=list)
    days: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class TypedTimes:
    """What was typed: slots, or days alone that the chat's times are to have."""

    slots: tuple[Slot, ...] = ()
    days: frozenset[int] = frozenset()


def read_times(typed: str, lexicon: Lexicon) -> TypedTimes | None:
    """Return the times and days that a person typed; None where a word is neither, nor stands beside them.

    Days belong to the times before them, or behind them where days come first; `7:30 18:00 mon-fri` is both on each.
    """
    items = _read_items(_with_minutes(typed), lexicon, takes_ranges=False)
    if not items:
        return None
    days_first = isinstance(items[0], frozenset)
    groups = [_Group()]
    for item in items:
        group = groups[-1]
        if isinstance(item, time):
            if group.days and not days_first:
                groups.append(group := _Group())
            group.times.append(item)
        else:
            if group.times and days_first:
                groups.append(group := _Group())
            group.days |= item
    by_time: dict[time, frozenset[int]] = {}
    for group in groups:
        for at in group.times:
            by_time[at] = by_time.get(at, frozenset()) | (group.days or ALL_DAYS)
    if not by_time:
        return TypedTimes(days=groups[0].days)
    if not all(group.times for group in groups):
        return None  # days without a time, beside times: whose they are is not clear
    return TypedTimes(slots=tuple(Slot(at, days) for at, days in sorted(by_time.items())))


def read_hours(typed: str, lexicon: Lexicon) -> tuple[time, time] | None:
    """Return quiet hours typed as `22-7` or `10 pm to 7 am`; None if they are none."""
    items = _read_items(typed, lexicon, takes_ranges=True)
    if items is None or len(items) != 2:
        return None
    first, last = items
    if isinstance(first, frozenset) or isinstance(last, frozenset) or first == last:
        return None
    return first, last


@dataclass(slots=True)
class _Clock:
    """Digits of a time, and the part of the day that stands beside them."""

    hour: int
    minute: int
    part: str = ""


_Item = time | frozenset[int]


def _with_minutes(typed: str) -> str:
    return _APART.sub(":", typed)


def _read_items(typed: str, lexicon: Lexicon, *, takes_ranges: bool) -> list[_Item] | None:
    """Return times and days in the order typed; None where anything else stands among them.

    From one time to another is no time of a briefing: only quiet hours take ranges.
    """
    if len(typed) > MOST_TYPED:
        return None
    text = rewrite_clocks(write_plainly(plain(write_spelled(typed.casefold()))))
    tokens = None if text is None else _split(text, lexicon)
    if tokens is None:
        return None
    tokens = resolve_words(_with_ranges(write_numbers(tokens, lexicon), lexicon), lexicon)
    row = _Row()
    place = 0
    while place < len(tokens):
        taken, days = _read_days(tokens, place, lexicon)
        if days is not None:
            row.add_days(days)
        elif not row.take(tokens, place, lexicon):
            return None
        place += taken
    if row.part or (row.has_range_of_times and not takes_ranges):
        return None  # a part of a day without a time
    read = [_read_clock(item, lexicon) if isinstance(item, _Clock) else item for item in row.items]
    return None if None in read else [item for item in read if item is not None]


@dataclass(slots=True)
class _Row:
    """What is read so far, and what the next word is read by."""

    items: list[_Clock | frozenset[int]] = field(default_factory=list)
    part: str = ""  # of the day, before its time
    is_range: bool = False
    is_list: bool = False  # `on Mondays and on Fridays`, where the word for on is that for until
    has_range_of_times: bool = False

    def add_days(self, days: frozenset[int]) -> None:
        """Add days; of two with a dash between, all from the one to the other."""
        last = self.items[-1] if self.items else None
        if self.is_range and isinstance(last, frozenset) and len(last) + len(days) <= 2:
            (first,), (final,) = last, days
            self.items[-1] = frozenset((first + step) % 7 for step in range((final - first) % 7 + 1))
        else:
            self.items.append(days)
        self.is_range = self.is_list = False

    def take(self, tokens: list[str], place: int, lexicon: Lexicon) -> bool:
        """Take a word that names no day; return whether it may stand here."""
        word = tokens[place]
        if word[0].isdigit():
            hour, minute = map(int, word.split(":"))
            self.has_range_of_times |= self.is_range and bool(self.items) and isinstance(self.items[-1], _Clock)
            self.items.append(_Clock(hour, minute, self.part))
            self.is_range, self.is_list, self.part = False, False, ""
        elif lexicon.hours_of(word) is not None and not _leads_to_part(tokens, place, lexicon):
            return self._take_part(word, is_of_next=_is_of_next(tokens, place, lexicon))
        elif word == "-" or (word in lexicon.until and not self.is_list):
            self.is_range = True
        elif word == SEPARATOR or (word in lexicon.fillers and word not in lexicon.until):
            self.is_list = True
        else:
            return word in lexicon.until
        return True

    def _take_part(self, word: str, *, is_of_next: bool) -> bool:
        last = self.items[-1] if self.items else None
        if self.part:
            return False  # two parts of a day for one time
        if isinstance(last, _Clock) and not last.part and not is_of_next:
            last.part = word
        else:
            self.part = word
        return True


def _split(text: str, lexicon: Lexicon) -> list[str] | None:
    tokens: list[str] = []
    place = 0
    while place < len(text):
        if skipped := _SKIPPED.match(text, place):
            is_between_digits = bool(tokens) and tokens[-1][0].isdigit() and text[skipped.end() :][:1].isdigit()
            if ":" in skipped[0] and tokens and tokens[-1][0].isdigit():
                return None  # as 7:5, which is no time
            if skipped[0] == "." and is_between_digits:
                return None  # as 8.5
            if tokens and _SEPARATING.search(skipped[0]):
                tokens.append(SEPARATOR)
            place = skipped.end()
            continue
        hyphenated = _HYPHENATED.match(text, place)
        if hyphenated and hyphenated[0] in lexicon.groups.keys() | lexicon.midnight | lexicon.parts.keys():
            tokens.append(hyphenated[0])
            place = hyphenated.end()
            continue
        match = _TOKEN.match(text, place)
        if match is None:
            return None
        place = match.end()
        if match["digits"]:
            tokens.append(_clock_digits(match["digits"], match["minutes"] or match["said"]))
        else:
            tokens += _split_run(match[0], lexicon)
    return tokens


def _with_ranges(tokens: list[str], lexicon: Lexicon) -> list[str]:
    """Put a dash between two days where the first one's ending says `from`: pazartesiden cumaya."""
    found: list[str] = []
    for token, following in zip_longest(tokens, tokens[1:], fillvalue=""):
        found.append(token)
        if token.endswith(_FROM) and token[:-3] in lexicon.full_days and lexicon.find_day(following) is not None:
            found.append("-")
    return found


def _clock_digits(digits: str, minutes: str | None) -> str:
    """Write `8`, `0800`, `730` and `8.30`, or 8点半, as `8:00`, `08:00`, `7:30` and `8:30`."""
    if minutes == "半":
        minutes = "30"
    if minutes is None and len(digits) in (3, 4):
        digits, minutes = digits[:-2], digits[-2:]
    return f"{digits}:{minutes or '00'}"


def _split_run(run: str, lexicon: Lexicon) -> list[str]:
    """Split a run of letters of a script that has no blanks, by the longest words that are known."""
    if run.isascii() or _is_known(run, lexicon):
        return [run]
    for end in range(len(run) - 1, 0, -1):
        if _is_known(run[:end], lexicon):
            rest = _split_run(run[end:], lexicon)
            return [run[:end], *rest] if all(_is_known(each, lexicon) for each in rest) else [run]
    return [run]


def _is_known(word: str, lexicon: Lexicon) -> bool:
    known = (
        lexicon.days,
        lexicon.groups,
        lexicon.fillers,
        lexicon.until,
        lexicon.noon,
        lexicon.midnight,
        lexicon.shifts,
    )
    return any(word in each for each in known) or lexicon.hours_of(word) is not None


def _read_days(tokens: list[str], place: int, lexicon: Lexicon) -> tuple[int, frozenset[int] | None]:
    """Return how many tokens were read, and the days they name."""
    for length in range(LONGEST_NAME_WORDS, 0, -1):
        name = " ".join(tokens[place : place + length])
        if name in lexicon.groups:
            following = lexicon.find_day(tokens[place + length]) if place + length < len(tokens) else None
            if following is not None and lexicon.groups[name] == ALL_DAYS:
                return length + 1, frozenset({following})  # `every day Friday`, as Arabic says it
            return length, lexicon.groups[name]
    word = tokens[place]
    is_other = word[0].isdigit() or word in lexicon.fillers | lexicon.until
    day = None if is_other else lexicon.find_day(word)
    return 1, None if day is None else frozenset({day})


def _leads_to_part(tokens: list[str], place: int, lexicon: Lexicon) -> bool:
    """Whether a word only leads to a part of the day: `am` in `am Abend`, which alone is one in English."""
    following = tokens[place + 1] if place + 1 < len(tokens) else ""
    return tokens[place] in lexicon.fillers and lexicon.hours_of(following) is not None


def _is_of_next(tokens: list[str], place: int, lexicon: Lexicon) -> bool:
    """Whether a part of the day is said of the time behind it: `morning 8`, `8 ve akşam 9`, `8点下午3点`."""
    following = tokens[place + 1] if place + 1 < len(tokens) else ""
    before = tokens[place - 1] if place else ""
    is_begun_anew = before in lexicon.conjunctions or before == SEPARATOR or bool(UNSPACED.match(tokens[place]))
    return following[:1].isdigit() and (is_begun_anew or not before)


def _read_clock(clock: _Clock, lexicon: Lexicon) -> time | None:
    hour = find_hour(clock.hour, clock.part, lexicon)
    return time(hour, clock.minute) if hour is not None and hour < 24 and clock.minute < 60 else None
