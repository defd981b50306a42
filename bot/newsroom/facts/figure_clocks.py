"""Times of day as countries write them: `5:30 p.m.`, `17.30 Uhr`, `17h30`, `в 17.30`, `5:30 de la tarde`.

A time's value has twelve hours, and its half of the day is its unit: 17:30 is `clock 5:30` of `pm`. Where nothing tells
the half, there is no unit.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from bot.newsroom.facts.figure_words import UNITS

_NOON = 12
_AM = (
    r"(?:am|a\.\s?m\.?)|утра|ночи|ранку|de\sla\s(?:mañana|madrugada)|da\s(?:manhã|madrugada)|du\smatin|morgens|vormittags"
    r"|del\smattino|di\smattina|صباحًا|صباحاً|صباحا|صبح|بامداد|pagi"
)
_PM = (
    r"(?:pm|p\.\s?m\.?)|вечера|пополудни|вечора|de\sla\s(?:tarde|noche)|da\s(?:tarde|noite)|du\ssoir|de\sl['’]après-midi"
    r"|abends|nachmittags|di\ssera|del\spomeriggio|مساءً|مساءا|مساء|عصر|شب|sore|malam"
)
_HOURS = r"Uhr|hrs|horas|heures|h|ч\.?|год\.?|часов|часа|годині?|बजे"
_ZONES = r"(?-i:GMT|UTC|BST|CET|EST|EDT|ET|IST|WIB|MSK)"
_END = r"(?!\p{L})"
# Before 17.30, which is no number then.
_AT = r"\bpukul|\bjam|\bkl\.?|\balle(?:\sore)?|\bore|\bsaat|\bв|\bо|\bum|\ba\slas|\bàs"
_FOLLOWING = regex.compile(r"\s?(%|\p{L}+)")
_COUNTED = frozenset("раза раз рази franken kronen mal punkte prozentpunkte".split())
_BEHIND_AM = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday GMT UTC BST EST EDT ET CET IST".split()
)
_CLOCK = regex.compile(
    rf"""(?<![\p{{N}}.,:/]|(?<![\dmM.])[-–]|[\p{{Latin}}\p{{Cyrillic}}]-?)(?P<hour>[01]?\d|2[0-4])
    (?:
      (?::|\s?[hH]\s?)(?P<minute>[0-5]\d)(?![\d:]|[.,]\d)
      | \.(?P<minute>[0-5]\d)(?!\d|[.,:]\d)
        (?:(?=\s?(?:{_AM}|{_PM}|{_ZONES}|{_HOURS}){_END})|(?P<said>(?<=(?:{_AT})\s\d{{1,2}}\.\d\d)))
      | (?=\s?(?:{_AM}|{_PM}){_END}|\sUhr\b|\sबजे)
      | (?<=(?:\bà|\ba\slas|\bàs|\bв|\bо|\bsaat|\balle)\s(?:[01]?\d|2[0-4]))
        (?:(?=\s?h(?![\p{{L}}\d])|\s(?:heures|horas|часов|часа|годині)\b)
          |(?<=(?:\bsaat|\balle)\s\d{{1,2}})(?=['’]\p{{L}}|\s*(?:[.;!?)]|,\s|$)|\s(?:di|del|in|a|e|ve|için)\b))
    )
    (?:\s?(?P<hours>{_HOURS}){_END})?(?:,?\s?(?:(?P<am>{_AM})|(?P<pm>{_PM})){_END})?
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
        if (match["said"] is not None and _counts(text, match.end())) or _is_german(match, text):
            continue
        half, end = "am" if match["am"] else "pm" if match["pm"] else None, match.end()
        if match["hours"] and (match["am"] or "").casefold() == "am":
            half, end = None, match.end("hours")  # 5 Uhr am Montag
        yield Clock(match.start(), end, *clock_of(match["hour"], match["minute"] or "00", half))


def _counts(text: str, end: int) -> bool:
    """Whether what follows says that a number with a point was no time: в 2.25 раза, um 12.50 Franken."""
    following = _FOLLOWING.match(text, end)
    return following is not None and (following[1].casefold() in UNITS or following[1].casefold() in _COUNTED)


def _is_german(match: "regex.Match[str]", text: str) -> bool:
    """Whether an `am` behind a bare number is German: Platz 3 am Ende; but `at 3 am Monday`."""
    is_bare = match["minute"] is None and match["hours"] is None and (match["am"] or "").casefold() == "am"
    following = _FOLLOWING.match(text, match.end()) if is_bare else None
    return following is not None and following[1][0].isupper() and following[1] not in _BEHIND_AM


def clock_of(hour: str, minute: str, half: str | None) -> tuple[str, str | None]:
    """Return a time's value and half; of 13 hours and more, of none, and of those written 05 the half is known."""
    number = int(hour)
    if number > _NOON or (half is None and hour[0] == "0"):
        half = "pm" if _NOON <= number < 2 * _NOON else "am"
    return f"clock {number % _NOON or _NOON}:{minute}", half
