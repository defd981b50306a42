"""Hours that were set wrongly, and what cannot be meant and is said back."""

from datetime import time

import pytest

from bot.i18n import load_catalog
from bot.newsroom.typed.lexicon import Lexicon, make_lexicon
from bot.newsroom.typed.times import read_hours, read_times

CATALOG = load_catalog()


def lexicon(language: str) -> Lexicon:
    return make_lexicon(CATALOG.words(language), CATALOG.words("en"))


@pytest.mark.parametrize(
    ("language", "typed", "expected"),
    [
        # parts of a day, however far from their middle
        ("es", "3 de la mañana", "3:00"), ("es", "12 de la mañana", "12:00"), ("de", "1 Uhr morgens", "1:00"),
        ("de", "8 Uhr am Abend", "20:00"), ("de", "9 Uhr nachts", "21:00"), ("it", "2 di mattina", "2:00"),
        ("it", "8 del mattino", "8:00"), ("tr", "sabah 3", "3:00"), ("fa", "۲ صبح", "2:00"), ("fa", "۸ بعد از ظهر", "20:00"),
        ("zh", "夜里2点", "2:00"), ("zh", "夜里11点", "23:00"), ("hi", "दोपहर 3 बजे", "15:00"), ("hi", "3 बजे दोपहर", "15:00"),
        ("hi", "तड़के 4 बजे", "4:00"), ("ru", "утром в 8", "8:00"), ("id", "jam 2 dini hari", "2:00"), ("ar", "8 الصبح", "8:00"),
        ("ar", "8 مساءا", "20:00"),
        # numbers in several words
        ("fr", "vingt-deux heures", "22:00"), ("fr", "dix-huit heures", "18:00"), ("en", "twenty two", "22:00"),
        ("pt", "vinte e duas", "22:00"), ("ru", "двадцать два", "22:00"), ("fa", "بیست و دو", "22:00"),
        ("tr", "on sekiz", "18:00"), ("tr", "yirmi bir otuz", "21:30"), ("id", "jam dua puluh satu", "21:00"),
        ("ru", "двадцать пятнадцать", "20:15"), ("en", "eight ten", "8:10"), ("es", "ocho y diez", "8:10"),
        ("it", "otto e dieci", "8:10"), ("de", "acht Uhr zehn", "8:10"), ("fr", "huit heures vingt-cinq", "8:25"),
        ("en", "eight and ten", "8:00 10:00"), ("en", "seven forty-five", "7:45"), ("ru", "полвосьмого", "7:30"),
        ("ru", "полпервого", "12:30"),
        # digits apart
        ("en", "08 00", "8:00"), ("ru", "21-00", "21:00"), ("en", "8-30", "8:30"), ("en", "7 1/2", "7:30"), ("en", "8PM!", "20:00"),
    ],
)  # fmt: skip
def test_hour_is_the_one_that_is_meant(language: str, typed: str, expected: str) -> None:
    read = read_times(typed, lexicon(language))
    assert read is not None
    assert " ".join(f"{slot.at:%-H:%M}" for slot in read.slots) == expected


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("en", "8-10"), ("en", "ten to eight"), ("es", "a las 8 a las 9"), ("en", "8.5"), ("en", "in 2 hours"),
        ("ru", "через 2 часа"), ("en", f"{'8:00 ' * 60}9:00"),
    ],
)  # fmt: skip
def test_what_is_no_time_of_a_briefing_is_said_back(language: str, typed: str) -> None:
    assert read_times(typed, lexicon(language)) is None


@pytest.mark.parametrize(
    ("language", "typed", "days"),
    [
        ("zh", "星期天9点", {6}), ("zh", "周1到周5 8点", {0, 1, 2, 3, 4}), ("zh", "周一、三、五 8点", {0, 2, 4}), ("hi", "इतवार 8 बजे", {6}),
        ("es", "L-V 7:30", {0, 1, 2, 3, 4}), ("ar", "جمعه 8", {4}), ("id", "jum'at 8", {4}), ("pt", "2a, 4a e 6a 7h", {0, 2, 4}),
    ],
)  # fmt: skip
def test_days_go_by_all_their_names(language: str, typed: str, days: set[int]) -> None:
    read = read_times(typed, lexicon(language))
    assert read is not None
    assert [slot.days for slot in read.slots] == [days]


def test_quiet_hours_are_a_range() -> None:
    assert read_hours("22-00", lexicon("en")) == (time(22), time(0))
    assert read_hours("ten to seven", lexicon("en")) == (time(10), time(7))
