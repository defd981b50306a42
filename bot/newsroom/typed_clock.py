"""Clock times that are said in words, written as digits: noon, midnight, half past 7, halb 8, 8 y media, साढ़े 7."""

from collections.abc import Sequence

from bot.newsroom.lexicon import Lexicon

LONGEST_WORDS = 3  # of a phrase, as `a quarter past`
_NOON, _MIDNIGHT = "12:00", "0:00"
_HALF_DAY, _DAY = 12 * 60, 24 * 60  # minutes


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
        elif phrase in lexicon.noon | lexicon.midnight and before is None and not following[:1].isdigit():
            found.append(_NOON if phrase in lexicon.noon else _MIDNIGHT)
        else:
            found += tokens[place : place + length]
        place += length
    return found


def _find_phrase(tokens: Sequence[str], place: int, lexicon: Lexicon) -> tuple[str, int]:
    """Return the longest phrase that says a time, else one token, and of how many tokens it is."""
    known = lexicon.shifts.keys() | lexicon.noon | lexicon.midnight
    for length in range(LONGEST_WORDS, 1, -1):
        phrase = " ".join(tokens[place : place + length])
        if phrase in known:
            return phrase, length
    return tokens[place], 1


def _find_last_clock(found: Sequence[str], lexicon: Lexicon) -> int | None:
    """Return where the time stands that a word behind it belongs to: only words as `h` may be between."""
    for place in range(len(found) - 1, -1, -1):
        if found[place][0].isdigit():
            return place
        if found[place] not in lexicon.fillers:
            return None
    return None


def _shift(clock: str, minutes: int) -> str:
    hour, minute = map(int, clock.split(":"))
    day = _HALF_DAY if hour <= _HALF_DAY // 60 else _DAY
    moved = (hour * 60 + minute + minutes) % day
    return f"{moved // 60 or (12 if minutes < 0 else 0)}:{moved % 60:02}"
