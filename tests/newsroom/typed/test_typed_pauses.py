"""Pauses that were set wrongly, and what is said back instead of being set."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.i18n import load_catalog
from bot.newsroom.typed.days import Reading, read_day
from bot.newsroom.typed.lexicon import make_lexicon
from bot.newsroom.typed.pauses import NoPause, read_pause

CATALOG = load_catalog()
NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)  # a Thursday


def reading(language: str) -> Reading:
    return Reading(make_lexicon(CATALOG.words(language), CATALOG.words("en")), language, ZoneInfo("UTC"), NOW)


@pytest.mark.parametrize(
    ("language", "typed", "end"),
    [
        # a day and a time
        ("de", "bis morgen 9 Uhr", "27.11. 09:00"), ("es", "hasta mañana a las 9", "27.11. 09:00"), ("fr", "jusqu'à demain 9h", "27.11. 09:00"),
        ("ru", "до завтра 9 утра", "27.11. 09:00"), ("it", "fino a domani alle 9", "27.11. 09:00"), ("pt", "até amanhã às 9", "27.11. 09:00"),
        ("en", "until tomorrow 9", "27.11. 09:00"), ("en", "until friday 6pm", "27.11. 18:00"), ("en", "until 6pm friday", "27.11. 18:00"),
        ("en", "until 5 december 18:00", "05.12. 18:00"), ("ar", "حتى الجمعة الساعة 6 مساء", "27.11. 18:00"),
        ("en", "until friday evening", "27.11. 18:00"), ("en", "until sunday night", "29.11. 21:00"), ("en", "until the evening", "26.11. 18:00"),
        ("it", "fino alle 18", "26.11. 18:00"), ("en", "until friday 12 december", None),
        # numbers in words
        ("tr", "on gün", "06.12. 00:00"), ("tr", "on hafta", "04.02. 00:00"), ("fr", "dix-huit jours", "14.12. 00:00"),
        ("fr", "vingt et un jours", "17.12. 00:00"), ("ru", "двадцать один день", "17.12. 00:00"),
        # days by number and name
        ("es", "hasta el mar", "01.12. 00:00"), ("pt", "até 6ª", "27.11. 00:00"), ("zh", "到周5", "27.11. 00:00"),
        ("en", "until 2027", "01.01. 00:00"), ("en", "until 12/25/2026", "25.12. 00:00"), ("fr", "ce week-end", "30.11. 00:00"),
        ("en", "today", "27.11. 00:00"), ("hi", "3 दिन के लिए", "29.11. 00:00"), ("hi", "3 दिन तक", "29.11. 00:00"),
        ("en", "from tomorrow until friday", "27.11. 00:00"),
    ],
)  # fmt: skip
def test_pause_ends_when_it_is_meant_to(language: str, typed: str, end: str | None) -> None:
    read = read_pause(typed, reading(language))
    assert (f"{read:%d.%m. %H:%M}" if isinstance(read, datetime) else None) == end


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("en", "from friday"), ("de", "ab Freitag"), ("fr", "dès vendredi"), ("pt", "desde sexta"), ("id", "mulai jumat"),
        ("ar", "من الجمعة"), ("fa", "از جمعه"), ("hi", "शुक्रवार से"), ("en", "1,5 weeks"), ("de", "2,5 Tage"), ("en", "3 4"),
        ("en", "1/2"), ("en", "1.5"), ("en", "y"), ("en", "m"), ("en", "am"), ("en", "pm"), ("en", "second"), ("en", "zzz"),
        ("en", "?"), ("en", "the"), ("en", "until 30 february"), ("en", "x" * 61),
    ],
)  # fmt: skip
def test_what_names_no_end_is_said_back(language: str, typed: str) -> None:
    assert read_pause(typed, reading(language)) is NoPause.UNKNOWN


@pytest.mark.parametrize("typed", ["zzz", "31 november", "?"])
def test_what_names_no_day_is_none(typed: str) -> None:
    assert read_day(typed, reading("en"), is_past=True) is None


@pytest.mark.parametrize("typed", ["until forever", "forever"])
def test_pause_without_an_end_is_a_stop(typed: str) -> None:
    assert read_pause(typed, reading("en")) is NoPause.FOREVER
