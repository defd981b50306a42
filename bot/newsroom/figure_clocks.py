"""Times of day as countries write them: `5:30 p.m.`, `17.30 Uhr`, `17h30`, `в 17.30`, `5:30 de la tarde`.

A time's value has twelve hours, and its half of the day is its unit: 17:30 is `clock 5:30` of `pm`. Where nothing tells
the half, there is no unit.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

_NOON = 12
_AM = (
    r"a\.?\s?m\b\.?|утра|ночи|ранку|de\sla\s(?:mañana|madrugada)|da\s(?:manhã|madrugada)|du\smatin|morgens|vormittags"
    r"|del\smattino|di\smattina|صباحًا|صباحاً|صباحا|صبح|بامداد|pagi"
)
_PM = (
    r"p\.?\s?m\b\.?|вечера|пополудни|вечора|de\sla\s(?:tarde|noche)|da\s(?:tarde|noite)|du\ssoir|de\sl['’]après-midi"
    r"|abends|nachmittags|di\ssera|del\spomeriggio|مساءً|مساءا|مساء|عصر|شب|sore|malam"
)
_HOURS = r"Uhr|hrs|horas|ч(?:\.|(?!\p{L}))|год(?:\.|(?!\p{L}))"
# Before 17.30, which is no number then.
_AT = r"\bpukul|\bjam|\bkl\.?|\balle(?:\sore)?|\bore|\bsaat|\bв|\bо|\bum|\ba\slas|\bàs"
_CLOCK = regex.compile(
    rf"""(?<![\p{{N}}.,:/-]|[\p{{Latin}}\p{{Cyrillic}}]-?)(?P<hour>[01]?\d|2[0-4])
    (?:
      (?::|\s?[hH]\s?)(?P<minute>[0-5]\d)(?![\d:]|[.,]\d)
      | \.(?P<minute>[0-5]\d)(?!\d|[.,:]\d)
        (?:(?=\s?(?:{_AM}|{_PM}|GMT|BST|EST|ET\b|{_HOURS}))|(?<=(?:{_AT})\s\d{{1,2}}\.\d\d))
      | (?=\s?(?:{_AM}|{_PM})|\sUhr)
    )
    (?:\s?(?:{_HOURS}))?(?:,?\s?(?:(?P<am>{_AM})|(?P<pm>{_PM})))?
    """,
    regex.VERBOSE | regex.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: where it stands, `clock 5:30`, and its half, `am` or `pm`, where something tells it."""

    start: int
    end: int
    value: str
    half: str | None


def iter_clocks(text: str, start: int, stop: int) -> Iterator[Clock]:
    """Yield the times of day in a part of a text, in order."""
    for match in _CLOCK.finditer(text, start, stop):
        half = "am" if match["am"] else "pm" if match["pm"] else None
        yield make_clock(match.start(), match.end(), match["hour"], match["minute"] or "00", half)


def make_clock(start: int, end: int, hour: str, minute: str, half: str | None) -> Clock:
    """Return a time of day; of 13 hours and more, of none, and of those written 05 the half is known."""
    number = int(hour)
    if half is None and (number > _NOON or hour[0] == "0"):
        half = "pm" if _NOON <= number < 2 * _NOON else "am"
    return Clock(start, end, f"clock {number % _NOON or _NOON}:{minute}", half)
