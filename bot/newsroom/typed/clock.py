"""Clock times that are said in words, written as digits: noon, midnight, half past 7, halb 8, 8 y media, साढ़े 7."""

from collections.abc import Sequence

from bot.newsroom.typed.lexicon import Lexicon
from storage.words import UNSPACED

SEPARATOR = ","
_LARGEST_OF_ONE_WORD = 10
_SAID_MINUTES = frozenset({15, 20, 30})  # of those that the catalogue counts to
LONGEST_WORDS = 3  # of a phrase, as `a quarter past`
_NOON, _MIDNIGHT = "12:00", "0:00"
_NOON_HOURS, _MIDNIGHT_HOURS = frozenset({11, 12, 1, 2}), frozenset({12, 0, 1, 2})
_HALF_DAY, _DAY = 12 * 60, 24 * 60  # minutes


def write_numbers(tokens: Sequence[str], lexicon: Lexicon) -> list[str]:
    """Return tokens with hours that are said in words as digits: `seven thirty` as `7:30`, `zwanzig Uhr` as `20:00`."""
    found: list[str] = []
    place = 0
    hour_at: int | None = None  # where an hour in words stands that minutes may follow
    while place < len(tokens):
        _, length = _find_phrase(tokens, place, lexicon)
        number = None  # `un quarto` is none
        if length == 1:
            number, length = _find_number(tokens, place, lexicon)
        if number in _SAID_MINUTES and hour_at is not None:
            found[hour_at] = f"{found[hour_at].split(':')[0]}:{number}"
            hour_at = None
        elif number is not None and number < _DAY // 60:
            hour_at = len(found)
            found.append(f"{number}:00")
        else:
            hour_at = hour_at if tokens[place] in lexicon.fillers else None
            found += tokens[place : place + length]
        place += length
    return found


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
            is_part = _is_beside_own_hour(phrase, *beside, is_noon=phrase in lexicon.noon)
            found.append(phrase if is_part else _NOON if phrase in lexicon.noon else _MIDNIGHT)
        else:
            found += tokens[place : place + length]
        place += length
    return found


def _is_beside_own_hour(phrase: str, before: str, following: str, *, is_noon: bool) -> bool:
    """Whether a word for noon or midnight is said of the hour beside it: `12 noon`, `1 Uhr mittags`, `中午11点`."""
    if UNSPACED.match(phrase) and following[:1].isdigit():
        return True
    hours = _NOON_HOURS if is_noon else _MIDNIGHT_HOURS
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
