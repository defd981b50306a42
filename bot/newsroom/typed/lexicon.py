"""The words that people type around times and days, in their language and in English: from CLDR and the catalogue."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

import regex
from babel import Locale
from babel.dates import get_day_names, get_month_names

from bot.i18n import Words
from storage.words import UNSPACED, fold

ALL_DAYS = frozenset(range(7))
WEEKDAYS = frozenset(range(5))
_Width = Literal["wide", "abbreviated", "short"]
_WIDTHS: tuple[_Width, ...] = ("wide", "abbreviated", "short")
_CONTEXTS: tuple[Literal["format", "stand-alone"], ...] = ("format", "stand-alone")
# Hours of the parts of a day that CLDR's rules leave open, and of those that the catalogue names.
_HALVES = {"am": (0, 12), "pm": (12, 24), "noon": (10, 14), "midnight": (22, 29)}
_MORNING, _EVENING, _NIGHT = (3, 12), (15, 24), (20, 29)
_HOUR_SECONDS = 3600
_TO = ("to", "through", "thru")
_DASHES = regex.compile(r"\s*(?:[\p{Pd}−~～至]|\bs/d\b)\s*")
_CONTROL = regex.compile(r"\p{Cc}+")
_ABBREVIATED = regex.compile(r"(?<=\p{L})\.")
_MERIDIEM = regex.compile(r"\b([ap]) m\b")
_PERSIAN_DAY = regex.compile(r"\b(يك|دو|سه|چهار|پنج) (شنبه)")  # typed with a blank or without
_WEEKDAY_SUFFIX = regex.compile(r"(?<=\p{L})-feiras?\b")  # Portuguese: segunda-feira, or segunda for short
_ELISION = regex.compile(r"(?<!\p{L})(?:l|d)'(?=\p{L}{3})")  # de l'après-midi
# Traditional forms of what is typed about times; the catalogue has the simplified ones.
_SIMPLIFIED = str.maketrans(
    "點週兩個後禮號時鐘靜關閉無沒長遠從與還為設雙這間發訊內擾請",
    "点周两个后礼号时钟静关闭无没长远从与还为设双这间发讯内扰请",
)  # fmt: skip
MIN_PREFIX_LETTERS = 3  # of a day's name
MIN_INFLECTED_LETTERS, LONG_LETTERS = 5, 7
_SHIFTS = (("typed-half-past", 30), ("typed-quarter-past", 15), ("typed-quarter-to", -15), ("typed-half-to", -30))
_APOSTROPHES = str.maketrans(dict.fromkeys("’ʼ‘`´", "'"))


@dataclass(frozen=True)
class Lexicon:
    """What words mean, each as `plain` writes it."""

    days: Mapping[str, int]
    full_days: Mapping[str, int]  # those names that are spelled out
    months: frozenset[str]
    groups: Mapping[str, frozenset[int]]
    parts: Mapping[str, frozenset[tuple[int, int]]]  # of the day: from which hours to which; over 24 is the next day
    conjunctions: frozenset[str]
    numbers: Mapping[str, int]
    noon: frozenset[str]
    midnight: frozenset[str]
    shifts: Mapping[str, int]  # minutes that words such as `half past` add to the hour beside them
    following: frozenset[str]  # next, beside a weekday
    past: frozenset[str]  # last, beside a weekday
    next_week: frozenset[str]
    next_week_ends: frozenset[str]
    feasts: Mapping[str, str]  # each with its month and day, as 12-25
    week_ends: frozenset[str]  # end of the week, after the weekend
    next_month: frozenset[str]
    month_ends: frozenset[str]
    year_ends: frozenset[str]  # New Year, too
    spans: Mapping[str, int]  # days in a fortnight, and in what else no date library reads
    endings: tuple[str, ...]  # of names of days, in languages that put one behind the other
    fillers: frozenset[str]
    until: frozenset[str]
    since: frozenset[str]  # from when something is: no end is named by it
    quiet: frozenset[str]
    off: frozenset[str]
    forever: frozenset[str]

    @property
    def joins_minutes(self) -> bool:
        """Whether `and` stands between an hour and its minutes, as in `8 y media`."""
        return any(shift.partition(" ")[0] in self.conjunctions for shift in self.shifts)

    def find_day(self, word: str) -> int | None:
        """Return the weekday that a word names, also begun or inflected; Monday is 0, None where it names none."""
        stems = (word, word.removesuffix("s"), *(word.removesuffix(ending) for ending in self.endings))
        known = [self.full_days.get(stem) for stem in stems]
        if (named := self.days.get(word, next((day for day in known if day is not None), None))) is not None:
            return named
        meant = {day for name, day in self.full_days.items() if _is_begun(word, name) or _is_inflected(word, name)}
        return meant.pop() if len(meant) == 1 else None

    def hours_of(self, word: str) -> frozenset[tuple[int, int]] | None:
        """Return the hours of a part of the day; None for a word that names none."""
        return self.parts.get(_without_article(word))

    def is_about_time(self, words: str) -> bool:
        """Whether all of what was typed are words around times, so that no place is meant by them."""
        known = self.off | self.forever | self.fillers | self.until | self.groups.keys() | self.numbers.keys()
        each = words.split()
        return words in known or all(word in known or self.hours_of(word) is not None for word in each)

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
    text = _ELISION.sub("", _CONTROL.sub(" ", text.translate(_APOSTROPHES).translate(_SIMPLIFIED)))
    text = " ".join(_ABBREVIATED.sub("", _DASHES.sub("-", text)).split())
    text = _PERSIAN_DAY.sub(r"\1\2", text)
    return _WEEKDAY_SUFFIX.sub("", _MERIDIEM.sub(r"\1m", text))


def without_leading(text: str, names: frozenset[str]) -> str | None:
    """Return what follows the first words of a text, where those are one of these names; else None."""
    words = text.split()
    for length in range(len(words), 0, -1):
        if " ".join(words[:length]) in names:
            return " ".join(words[length:])
    begun = max((name for name in names if UNSPACED.match(name) and text.startswith(name)), key=len, default=None)
    return None if begun is None else text.removeprefix(begun).strip()


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
    return Lexicon(
        days={name: day for locale in locales for name, day in _name_days(locale, _WIDTHS)} | typed,
        full_days=full,
        months=frozenset(name for locale in locales for name in _name_months(locale)),
        groups=groups,
        parts=_name_parts(languages),
        conjunctions=frozenset(word for locale in locales for word in _list_conjunctions(locale)),
        numbers={name: number for each in languages for name, number in _list_numbered(each, "typed-numbers")},
        noon=_all_listed(languages, "typed-noon"),
        midnight=_all_listed(languages, "typed-midnight"),
        shifts={name: minutes for key, minutes in _SHIFTS for each in languages for name in _listed(each, key)},
        following=_all_listed(languages, "typed-next"),
        past=_all_listed(languages, "typed-last"),
        next_week=_all_listed(languages, "typed-next-week"),
        next_week_ends=_all_listed(languages, "typed-next-week-ends"),
        feasts={name: day for each in languages for name, day in _list_dated(each, "typed-feasts")},
        week_ends=_all_listed(languages, "typed-week-ends"),
        next_month=_all_listed(languages, "typed-next-month"),
        month_ends=_all_listed(languages, "typed-month-ends"),
        year_ends=_all_listed(languages, "typed-year-ends"),
        spans={name: days for each in languages for name, days in _list_numbered(each, "typed-spans")},
        endings=tuple(sorted(_listed(words, "typed-endings"), key=len, reverse=True)),
        fillers=_all_listed(languages, "typed-fillers") | _name_leading(locales),
        until=_all_listed(languages, "typed-until") | frozenset(_TO),
        since=_all_listed(languages, "typed-since"),
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


def _name_months(locale: Locale) -> Iterable[str]:
    for context in _CONTEXTS:
        yield from map(plain, get_month_names("wide", context=context, locale=locale).values())


def _name_parts(languages: Iterable[Words]) -> dict[str, frozenset[tuple[int, int]]]:
    """Return the hours of each part of a day by its word; of `de la tarde` by the last one."""
    found: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for words in languages:
        for name, period in _list_periods(words.locale):
            for each in {plain(name), plain(name).split()[-1]}:
                found[_without_article(each)] |= _hours_of(words.locale, period)
        for key, hours in (
            ("typed-morning", _MORNING),
            ("typed-evening", _EVENING),
            ("typed-night", _NIGHT),
            ("typed-noon", _HALVES["noon"]),
            ("typed-midnight", _HALVES["midnight"]),
        ):
            for each in _listed(words, key):
                found[_without_article(each)].add(hours)
    return {name: frozenset(hours) for name, hours in found.items()}


def _without_article(word: str) -> str:
    return word.removeprefix("ال")


def _list_periods(locale: Locale) -> Iterable[tuple[str, str]]:
    for context in _CONTEXTS:
        for width in ("wide", "abbreviated"):
            for period, name in locale.day_periods[context][width].items():
                yield name, period


def _hours_of(locale: Locale, period: str) -> set[tuple[int, int]]:
    """Return the hours of a period by CLDR's rules: a morning lasts until noon, and behind 24 comes the next day."""
    if period in _HALVES:
        return {_HALVES[period]}
    hours = set()
    for rule in locale.day_period_rules.get(None, {}).get(period, ()):
        first, last = rule.get("from", 0) // _HOUR_SECONDS, rule.get("before", 0) // _HOUR_SECONDS
        hours.add((first, 12 if period.startswith("morning") else last + (24 if last <= first else 0)))
    return hours


def _list_conjunctions(locale: Locale) -> list[str]:
    return plain(locale.list_patterns["standard"]["2"].replace("{0}", " ").replace("{1}", " ")).split()


def _name_leading(locales: Iterable[Locale]) -> frozenset[str]:
    """Return what stands before the last word of a part of the day: `de la` tarde."""
    names = (plain(name) for locale in locales for name, _ in _list_periods(locale))
    return frozenset(word for name in names for word in name.split()[:-1])


def _listed(words: Words, key: str) -> list[str]:
    return [plain(each) for each in words(key).split(",") if plain(each)]


def _list_numbered(words: Words, key: str) -> Iterable[tuple[str, int]]:
    for entry in words(key).split(","):
        name, _, number = entry.partition("=")
        if plain(name):
            yield plain(name), int(number)


def _list_dated(words: Words, key: str) -> Iterable[tuple[str, str]]:
    for entry in words(key).split(","):
        name, _, day = entry.partition("=")
        yield plain(name), day.strip()


def _all_listed(languages: Iterable[Words], key: str) -> frozenset[str]:
    return frozenset(name for words in languages for name in _listed(words, key))
