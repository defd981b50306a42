"""Clock times that are said in words, written as digits: noon, midnight, half past 7, halb 8, 8 y media, साढ़े 7."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.newsroom.typed.lexicon import Lexicon
from storage.words import UNSPACED

SEPARATOR = ","
_LARGEST_OF_ONE_WORD = 10
_LEAST_MINUTES = 10  # that are said behind an hour: five past eight is said in another way
LONGEST_WORDS = 3  # of a phrase, as `a quarter past`
_NOON, _MIDNIGHT = "12:00", "0:00"
_NOON_HOURS, _MIDNIGHT_HOURS = frozenset({11, 12, 1, 2}), frozenset({12, 0, 1, 2})
_HALF_DAY, _DAY = 12 * 60, 24 * 60  # minutes


@dataclass(slots=True)
class _Hour:
    """An hour that minutes may follow: where it stands, whether in words, and whether `and` stands behind it."""

    place: int
    is_spelled: bool
    is_joined: bool = False

    def takes(self, minutes: int, lexicon: Lexicon) -> bool:
        """Whether a number behind it is its minutes: `seven thirty`, `ocho y diez`, `7 30`; 8 and 10 are two hours."""
        if minutes >= _DAY // 60:
            return minutes < 60
        return minutes >= _LEAST_MINUTES and self.is_spelled and (not self.is_joined or lexicon.joins_minutes)


def write_numbers(tokens: Sequence[str], lexicon: Lexicon) -> list[str]:
    """Return tokens with hours that are said in words as digits: `seven thirty` as `7:30`, `zwanzig Uhr` as `20:00`."""
    found: list[str] = []
    place = 0
    hour: _Hour | None = None
    while place < len(tokens):
        _, length = _find_phrase(tokens, place, lexicon)
        number = _read_whole_hour(tokens[place]) if length == 1 else None  # `un quarto` is none
        is_spelled = number is None
        if length == 1 and number is None:
            number, length = _find_number(tokens, place, lexicon)
        if number is not None and hour is not None and hour.takes(number, lexicon):
            found[hour.place] = f"{found[hour.place].split(':')[0]}:{number:02}"
            hour = None
        elif number is not None and (number < _DAY // 60 or not is_spelled):
            hour = _Hour(len(found), is_spelled)
            found.append(f"{number}:00")
        else:
            hour = hour if tokens[place] in lexicon.fillers else None
            if hour is not None and tokens[place] in lexicon.conjunctions:
                hour.is_joined = True
            found += tokens[place : place + length]
        place += length
    return found


def _read_whole_hour(token: str) -> int | None:
    """Return the number that a token of digits without minutes is; None for another token."""
    hour, colon, minutes = token.partition(":")
    return int(hour) if colon and minutes == "00" else None


def _find_number(tokens: Sequence[str], place: int, lexicon: Lexicon) -> tuple[int | None, int]:
    """Return the number that words say, and of how many tokens it is; None where they say none."""
    pair = lexicon.numbers.get(" ".join(tokens[place : place + 2]), 0)
    if pair > _LARGEST_OF_ONE_WORD:  # smaller ones are no numbers: a few, ein paar
        return pair, 2
    word = tokens[place]
    if word in lexicon.fillers or lexicon.find_day(word) is not None:
        return None, 1
    return lexicon.numbers.get(word, lexicon.numbers.get(lexicon.without_ending(word))), 1


def resolve_words(tokens: Sequence[str], lexicon: Lexicon) -> list[str]:
    """Return tokens with those that say a clock time as `7:30`; `12` beside `noon` stays, with its part of the day."""
    found: list[str] = []
    place = 0
    while place < len(tokens):
        phrase, length = _find_phrase(tokens, place, lexicon)
        following = tokens[place + length] if place + length < len(tokens) else ""
        before = _find_last_clock(found, lexicon)
        if phrase in lexicon.shifts and following[:1].isdigit():
            found.append(_shift(following, lexicon.shifts[phrase]))
            length += 1
        elif phrase in lexicon.shifts and before is not None:
            found[before] = _shift(found[before], lexicon.shifts[phrase])
        elif length > 1 and phrase in lexicon.parts and phrase not in lexicon.noon | lexicon.midnight:
            found.append(phrase)
        elif phrase in lexicon.noon | lexicon.midnight:
            beside = (found[before] if before is not None else "", following)
            is_part = _is_beside_own_hour(phrase, *beside, lexicon)
            found.append(phrase if is_part else _NOON if phrase in lexicon.noon else _MIDNIGHT)
        else:
            found += tokens[place : place + length]
        place += length
    return found


def _is_beside_own_hour(phrase: str, before: str, following: str, lexicon: Lexicon) -> bool:
    """Whether a word for noon or midnight is said of the hour beside it: `12 noon`, `1 Uhr mittags`, `中午11点`.

    Where it is a word for the afternoon, too, it is said of any hour of that: `दोपहर 3 बजे`.
    """
    if UNSPACED.match(phrase) and following[:1].isdigit():
        return True
    hours = _MIDNIGHT_HOURS
    if phrase in lexicon.noon:
        spans = lexicon.hours_of(phrase) or ()
        hours = _NOON_HOURS | {hour - 12 for first, last in spans for hour in range(13, 24) if first <= hour <= last}
    return any(clock[:1].isdigit() and int(clock.split(":")[0]) in hours for clock in (before, following))


def _find_phrase(tokens: Sequence[str], place: int, lexicon: Lexicon) -> tuple[str, int]:
    """Return the longest phrase that says a time, else one token, and of how many tokens it is."""
    known = lexicon.shifts.keys() | lexicon.noon | lexicon.midnight | lexicon.parts.keys()
    for length in range(LONGEST_WORDS, 1, -1):
        phrase = " ".join(tokens[place : place + length])
        if phrase in known:
            return phrase, length
    return tokens[place], 1


def _find_last_clock(found: Sequence[str], lexicon: Lexicon) -> int | None:
    """Return where the time stands that a word behind it belongs to: only words as `h` may be between, no `and`."""
    for place in range(len(found) - 1, -1, -1):
        if found[place][0].isdigit():
            return place
        if found[place] not in lexicon.fillers or found[place] in lexicon.conjunctions:
            return None
    return None


def _shift(clock: str, minutes: int) -> str:
    hour, minute = map(int, clock.split(":"))
    is_said = 1 <= hour <= _HALF_DAY // 60  # on a clock face, where 12 comes before 1
    moved = (hour * 60 + minute + minutes) % (_HALF_DAY if is_said else _DAY)
    return f"{moved // 60 or (12 if is_said else 0)}:{moved % 60:02}"
