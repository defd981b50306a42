"""The words that people type around times and days, in their language and in English: from CLDR and the catalogue."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

import regex
from babel import Locale
from babel.dates import get_day_names

from bot.i18n import Words
from storage.words import fold

ALL_DAYS = frozenset(range(7))
WEEKDAYS = frozenset(range(5))
_Width = Literal["wide", "abbreviated", "short"]
_WIDTHS: tuple[_Width, ...] = ("wide", "abbreviated", "short")
_CONTEXTS: tuple[Literal["format", "stand-alone"], ...] = ("format", "stand-alone")
_FORENOON = ("am", "morning1", "morning2")
_AFTERNOON = ("pm", "noon", "afternoon1", "afternoon2", "evening1", "evening2")
_NIGHT = ("night1", "night2", "midnight")
_TO = ("to", "through", "thru")
_DASHES = regex.compile(r"\s*(?:[\p{Pd}−~～至]|\bs/d\b)\s*")
_CONTROL = regex.compile(r"\p{Cc}+")
_ABBREVIATED = regex.compile(r"(?<=\p{L})\.")
_MERIDIEM = regex.compile(r"\b([ap]) m\b")
_PERSIAN_DAY = regex.compile(r"\b(يك|دو|سه|چهار|پنج) (شنبه)")  # typed with a blank or without
_WEEKDAY_SUFFIX = regex.compile(r"(?<=\p{L})-feiras?\b")  # Portuguese: segunda-feira, or segunda for short
MIN_PREFIX_LETTERS = 3  # of a day's name
MIN_INFLECTED_LETTERS, LONG_LETTERS = 5, 7
_SHIFTS = (("typed-half-past", 30), ("typed-quarter-past", 15), ("typed-quarter-to", -15), ("typed-half-to", -30))
_APOSTROPHES = str.maketrans(dict.fromkeys("’ʼ‘`´", "'"))


@dataclass(frozen=True)
class Lexicon:
    """What words mean, each as `plain` writes it."""

    days: Mapping[str, int]
    full_days: Mapping[str, int]  # those names that are spelled out
    groups: Mapping[str, frozenset[int]]
    forenoon: frozenset[str]
    afternoon: frozenset[str]
    night: frozenset[str]  # before midnight and behind it
    noon: frozenset[str]
    midnight: frozenset[str]
    shifts: Mapping[str, int]  # minutes that words such as `half past` add to the hour beside them
    following: frozenset[str]  # next, beside a weekday
    past: frozenset[str]  # last, beside a weekday
    spans: Mapping[str, int]  # days in a fortnight, and in what else no date library reads
    endings: tuple[str, ...]  # of names of days, in languages that put one behind the other
    fillers: frozenset[str]
    until: frozenset[str]
    quiet: frozenset[str]
    off: frozenset[str]
    forever: frozenset[str]

    def find_day(self, word: str) -> int | None:
        """Return the weekday that a word names, also begun or inflected; Monday is 0, None where it names none."""
        stems = (word, word.removesuffix("s"), *(word.removesuffix(ending) for ending in self.endings))
        known = [self.full_days.get(stem) for stem in stems]
        if (named := self.days.get(word, next((day for day in known if day is not None), None))) is not None:
            return named
        meant = {day for name, day in self.full_days.items() if _is_begun(word, name) or _is_inflected(word, name)}
        return meant.pop() if len(meant) == 1 else None

    def without_ending(self, word: str) -> str:
        """Return a word without what was put behind it: after an apostrophe, or by a language that does so."""
        stem, apostrophe, _ = word.partition("'")
        if apostrophe or not self.endings:
            return stem
        ending = next((each for each in self.endings if len(word) > len(each) + 2 and word.endswith(each)), "")
        return word.removesuffix(ending)


def _is_begun(word: str, name: str) -> bool:
    return len(word) >= MIN_PREFIX_LETTERS and name.startswith(word)


def _is_inflected(word: str, name: str) -> bool:
    is_alike = abs(len(word) - len(name)) <= 1 + (len(name) >= LONG_LETTERS) and word[: len(name) - 1] == name[:-1]
    return is_alike and len(name) >= MIN_INFLECTED_LETTERS


def plain(typed: str) -> str:
    """Write what was typed without case, accents and what cannot be seen, with plain digits, dashes and blanks."""
    text = "".join(str(unicodedata.digit(char)) if char.isdigit() else char for char in fold(typed))
    text = _CONTROL.sub("", text.translate(_APOSTROPHES))
    text = " ".join(_ABBREVIATED.sub("", _DASHES.sub("-", text)).split())
    text = _PERSIAN_DAY.sub(r"\1\2", text)
    return _WEEKDAY_SUFFIX.sub("", _MERIDIEM.sub(r"\1m", text))


def without_leading(text: str, names: frozenset[str]) -> str | None:
    """Return what follows the first words of a text, where those are one of these names; else None."""
    words = text.split()
    for length in range(len(words), 0, -1):
        if " ".join(words[:length]) in names:
            return " ".join(words[length:])
    return None


@cache
def make_lexicon(words: Words, english: Words) -> Lexicon:
    """Return what people mean who write in a language; English is understood beside it."""
    languages = (english, words)
    locales = tuple(each.locale for each in languages)
    typed = {name: day for each in languages for name, day in _list_numbered(each, "typed-day-names")}
    full = {name: day for locale in locales for name, day in _name_days(locale, ("wide",))}
    groups = {
        name: days
        for each in languages
        for key, days in (
            ("typed-weekdays", WEEKDAYS),
            ("typed-weekends", ALL_DAYS - WEEKDAYS),
            ("typed-every-day", ALL_DAYS),
        )
        for name in _listed(each, key)
    }
    forenoon, afternoon = _name_periods(locales, _FORENOON), _name_periods(locales, _AFTERNOON)
    return Lexicon(
        days={name: day for locale in locales for name, day in _name_days(locale, _WIDTHS)} | typed,
        full_days=full,
        groups=groups,
        forenoon=forenoon | _all_listed(languages, "typed-morning"),
        afternoon=afternoon | _all_listed(languages, "typed-evening"),
        night=_name_periods(locales, _NIGHT) - forenoon - afternoon,
        noon=_all_listed(languages, "typed-noon"),
        midnight=_all_listed(languages, "typed-midnight"),
        shifts={name: minutes for key, minutes in _SHIFTS for each in languages for name in _listed(each, key)},
        following=_all_listed(languages, "typed-next"),
        past=_all_listed(languages, "typed-last"),
        spans={name: days for each in languages for name, days in _list_numbered(each, "typed-spans")},
        endings=tuple(sorted(_listed(words, "typed-endings"), key=len, reverse=True)),
        fillers=_all_listed(languages, "typed-fillers") | _name_leading(locales),
        until=_all_listed(languages, "typed-until") | frozenset(_TO),
        quiet=_all_listed(languages, "typed-quiet"),
        off=_all_listed(languages, "typed-off"),
        forever=_all_listed(languages, "typed-forever"),
    )


def _name_days(locale: Locale, widths: Iterable[_Width]) -> Iterable[tuple[str, int]]:
    for width in widths:
        for context in _CONTEXTS:
            for day, name in get_day_names(width, context=context, locale=locale).items():
                yield plain(name).rstrip("."), day
                yield plain(name).rstrip(".").removeprefix("ال"), day  # people type Arabic's without the article


def _name_periods(locales: Iterable[Locale], wanted: Iterable[str]) -> frozenset[str]:
    """Return the words for parts of the day; of `de la tarde` the last one."""
    return frozenset(
        plain(name).split()[-1]
        for locale in locales
        for context in _CONTEXTS
        for width in ("wide", "abbreviated")
        for period, name in locale.day_periods[context][width].items()
        if period in wanted and plain(name)
    )


def _name_leading(locales: Iterable[Locale]) -> frozenset[str]:
    """Return what stands before the last word of a part of the day: `de la` tarde."""
    names = (
        plain(name)
        for locale in locales
        for context in _CONTEXTS
        for period, name in locale.day_periods[context]["wide"].items()
        if period in (*_FORENOON, *_AFTERNOON, *_NIGHT)
    )
    return frozenset(word for name in names for word in name.split()[:-1])


def _listed(words: Words, key: str) -> list[str]:
    return [plain(each) for each in words(key).split(",") if plain(each)]


def _list_numbered(words: Words, key: str) -> Iterable[tuple[str, int]]:
    for entry in words(key).split(","):
        name, _, number = entry.partition("=")
        if plain(name):
            yield plain(name), int(number)


def _all_listed(languages: Iterable[Words], key: str) -> frozenset[str]:
    return frozenset(name for words in languages for name in _listed(words, key))
