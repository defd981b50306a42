"""What people type: times, days, quiet hours, pauses and zones, in their language and in English."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.i18n import load_catalog
from bot.newsroom.typed.days import Reading, read_day
from bot.newsroom.typed.lexicon import ALL_DAYS, WEEKDAYS, Lexicon, make_lexicon, without_leading
from bot.newsroom.typed.pauses import NoPause, read_pause
from bot.newsroom.typed.times import TypedTimes, read_hours, read_times
from storage.model import Slot

CATALOG = load_catalog()
NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)  # a Thursday
WEEKEND = ALL_DAYS - WEEKDAYS


def lexicon(language: str = "en") -> Lexicon:
    return make_lexicon(CATALOG.words(language), CATALOG.words("en"))


def slots(*entries: tuple[str, frozenset[int]]) -> TypedTimes:
    return TypedTimes(slots=tuple(Slot(time.fromisoformat(at), days) for at, days in entries))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("8", slots(("08:00", ALL_DAYS))),
        ("8pm", slots(("20:00", ALL_DAYS))),
        ("8 pm", slots(("20:00", ALL_DAYS))),
        ("8 p. m.", slots(("20:00", ALL_DAYS))),
        ("7:30 AM", slots(("07:30", ALL_DAYS))),
        ("0800", slots(("08:00", ALL_DAYS))),
        ("730", slots(("07:30", ALL_DAYS))),
        ("1830", slots(("18:30", ALL_DAYS))),
        ("8.30", slots(("08:30", ALL_DAYS))),
        ("8h30", slots(("08:30", ALL_DAYS))),
        ("٨:٣٠", slots(("08:30", ALL_DAYS))),
        ("12am weekends", slots(("00:00", WEEKEND))),
        ("7:30 18.00", slots(("07:30", ALL_DAYS), ("18:00", ALL_DAYS))),
        ("8am, 6pm mon-fri", slots(("08:00", WEEKDAYS), ("18:00", WEEKDAYS))),
        ("7:30 mon-fri 10:00 sat,sun", slots(("07:30", WEEKDAYS), ("10:00", WEEKEND))),
        ("mon–fri 7:30 sat 10", slots(("07:30", WEEKDAYS), ("10:00", frozenset({5})))),
        ("8 mon to fri", slots(("08:00", WEEKDAYS))),
        ("9 sat-mon wed", slots(("09:00", frozenset({5, 6, 0, 2})))),
        ("8 mon 8 fri", slots(("08:00", frozenset({0, 4})))),
        ("every day at 8 o'clock", slots(("08:00", ALL_DAYS))),
        ("20 hours", slots(("20:00", ALL_DAYS))),
        ("mon-fri", TypedTimes(days=WEEKDAYS)),
        ("Mondays", TypedTimes(days=frozenset({0}))),
        ("8\u200b:30", slots(("08:30", ALL_DAYS))),
        ("25:00", None),
        ("13pm", None),
        ("8:60", None),
        ("8 someday", None),
        ("8 mon-xyz", None),
        ("sat 8 sun", None),
        ("12345", None),
        ("Berlin", None),
        ("at", None),
        ("8 🌅", None),
        ("", None),
    ],
)
def test_times_are_read_as_people_type_them(typed: str, read: TypedTimes | None) -> None:
    assert read_times(typed, lexicon()) == read


@pytest.mark.parametrize(
    ("language", "typed", "read"),
    [
        ("es", "7:30 lun-vie", slots(("07:30", WEEKDAYS))),
        ("es", "8 de la tarde", slots(("20:00", ALL_DAYS))),
        ("pt", "8h seg a sex", slots(("08:00", WEEKDAYS))),
        ("fr", "8h30 du lundi au vendredi", slots(("08:30", WEEKDAYS))),
        ("de", "Mo–Fr 8 Uhr", slots(("08:00", WEEKDAYS))),
        ("it", "alle 8 sabato", slots(("08:00", frozenset({5})))),
        ("id", "jam 8 senin", slots(("08:00", frozenset({0})))),
        ("fr", "8 heures du matin", slots(("08:00", ALL_DAYS))),
        ("fr", "8 h 30", slots(("08:30", ALL_DAYS))),
        ("it", "fine-settimana alle 9", slots(("09:00", WEEKEND))),
        ("ru", "пн-пт 7:30 сб 10", slots(("07:30", WEEKDAYS), ("10:00", frozenset({5})))),
        ("ru", "в 8 вечера в пятницу", slots(("20:00", frozenset({4})))),
        ("ru", "по понедельникам и по пятницам в 8", slots(("08:00", frozenset({0, 4})))),
        ("ru", "с пн по пт в 8", slots(("08:00", WEEKDAYS))),
        ("uk", "з пн по п’ятницю о 8", slots(("08:00", WEEKDAYS))),
        ("ru", "20 вечера", slots(("20:00", ALL_DAYS))),
        ("uk", "о 8 щодня", slots(("08:00", ALL_DAYS))),
        ("tr", "saat 8'de", slots(("08:00", ALL_DAYS))),
        ("tr", "pzt-cum 8", slots(("08:00", WEEKDAYS))),
        ("ar", "الاثنين ٨", slots(("08:00", frozenset({0})))),
        ("fa", "شنبه ۸", slots(("08:00", frozenset({5})))),
        ("fa", "چهار شنبه ۸", slots(("08:00", frozenset({2})))),
        ("ar", "كل يوم جمعة 8", slots(("08:00", frozenset({4})))),
        ("ar", "8 بعد الظهر", slots(("20:00", ALL_DAYS))),
        ("hi", "सुबह 8 बजे", slots(("08:00", ALL_DAYS))),
        ("zh", "每天8点", slots(("08:00", ALL_DAYS))),
        ("zh", "周一到周五早上8点30", slots(("08:30", WEEKDAYS))),
        ("zh", "下午3点", slots(("15:00", ALL_DAYS))),
        ("zh", "8点半", slots(("08:30", ALL_DAYS))),
        ("zh", "每甲8点", None),
        ("pt", "8 segunda-feira", slots(("08:00", frozenset({0})))),
        ("pt", "segundas e quartas às 8 da noite", slots(("20:00", frozenset({0, 2})))),
        ("es", "11 de la noche", slots(("23:00", ALL_DAYS))),
        ("es", "2 de la noche", slots(("02:00", ALL_DAYS))),
    ],
)
def test_times_are_read_in_the_persons_own_language(language: str, typed: str, read: TypedTimes | None) -> None:
    assert read_times(typed, lexicon(language)) == read


@pytest.mark.parametrize("language", CATALOG.languages)
def test_every_day_of_every_language_is_known_by_each_of_its_names(language: str) -> None:
    known = lexicon(language)
    assert {known.find_day(name) for name in known.full_days} == set(range(7))
    assert all(read_times(f"8 {name}", known) is not None for name in known.full_days if " " not in name)


@given(st.text(max_size=400), st.sampled_from(CATALOG.languages))
def test_nothing_that_is_typed_is_an_error(typed: str, language: str) -> None:
    known = lexicon(language)
    read_times(typed, known)
    read_hours(typed, known)


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("22-7", ("22:00", "07:00")),
        ("22:30 - 07:00", ("22:30", "07:00")),
        ("10 pm to 7 am", ("22:00", "07:00")),
        ("22—7", ("22:00", "07:00")),
        ("22", None),
        ("7-7", None),
        ("mon-fri", None),
        ("soon", None),
    ],
)
def test_quiet_hours_are_read_as_people_type_them(typed: str, hours: tuple[str, str] | None) -> None:
    read = read_hours(typed, lexicon())
    assert (read and tuple(each.isoformat("minutes") for each in read)) == hours


def reading(language: str = "en", zone: str = "Europe/Berlin") -> Reading:
    return Reading(lexicon(language), language, ZoneInfo(zone), NOW)


def berlin(day: int, month: int = 11, year: int = 2026) -> datetime:
    return datetime(year, month, day, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.mark.parametrize(
    ("language", "typed", "until"),
    [
        ("en", "3", NOW + timedelta(days=3)),
        ("en", "٣", NOW + timedelta(days=3)),
        ("en", "2w", NOW + timedelta(days=14)),
        ("en", "1 m", NOW + timedelta(days=30)),
        ("en", "2 weeks", berlin(10, 12)),
        ("en", "week", berlin(3, 12)),
        ("en", "until friday", berlin(27)),
        ("en", "thursday", berlin(3, 12)),
        ("en", "tomorrow", berlin(27)),
        ("en", "dec 1", berlin(1, 12)),
        ("en", "5.12.", berlin(5, 12)),
        ("en", "2/1", berlin(2, 1, 2027)),
        ("en", "2026-12-05", berlin(5, 12)),
        ("ru", "до пятницы", berlin(27)),
        ("ru", "понедельник", berlin(30)),  # which begins with a word for until
        ("ru", "до понедельника", berlin(30)),
        ("uk", "понеділок", berlin(30)),
        ("ru", "через 3 дня", berlin(29)),
        ("ru", "на неделю", berlin(3, 12)),
        ("ru", "3 дня", berlin(29)),
        ("zh", "明天", berlin(27)),
        ("zh", "3天", berlin(29)),
        ("zh", "到周五", berlin(27)),
        ("tr", "1 Aralık", berlin(1, 12)),
        ("tr", "yarın", berlin(27)),
        ("hi", "शुक्रवार तक", berlin(27)),
        ("zh", "两周", berlin(10, 12)),
        ("es", "hasta el viernes", berlin(27)),
        ("ar", "غدا", berlin(27)),
        ("en", "forever", NoPause.FOREVER),
        ("en", "0", NoPause.UNKNOWN),
        ("en", "soon", NoPause.UNKNOWN),
        ("en", "in 99999999 years", NoPause.UNKNOWN),
        ("en", "31.2.", NoPause.UNKNOWN),
        ("en", "yesterday", NoPause.OVER),
        ("en", "5.12.2025", NoPause.OVER),
        ("en", "367", NoPause.TOO_LONG),
        ("en", "9999999999999", NoPause.TOO_LONG),
        ("en", "2y", NoPause.TOO_LONG),
    ],
)
def test_pauses_are_read_as_people_type_them(language: str, typed: str, until: datetime | NoPause) -> None:
    assert read_pause(typed, reading(language)) == until


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("yesterday", date(2026, 11, 25)),
        ("wednesday", date(2026, 11, 25)),
        ("thursday", date(2026, 11, 19)),
        ("21 november", date(2026, 11, 21)),
        ("21.11.", date(2026, 11, 21)),
        ("1.12.", date(2025, 12, 1)),
        ("2026-11-21", date(2026, 11, 21)),
        ("11月21日", date(2026, 11, 21)),
        ("someday", None),
        ("12", None),
    ],
)
def test_days_that_were_are_read_as_people_type_them(typed: str, day: date | None) -> None:
    assert read_day(typed, reading(), is_past=True) == day


@given(st.text(max_size=80))
def test_no_pause_that_is_typed_is_an_error(typed: str) -> None:
    until = read_pause(typed, reading())
    assert isinstance(until, NoPause) or NOW < until <= NOW + timedelta(days=366)


def test_leading_words_are_taken_off_the_longest_first() -> None:
    known = lexicon("es")
    assert without_leading("horas de silencio 22-7", known.quiet | {"horas de silencio"}) == "22-7"
    assert without_leading("berlin", known.quiet) is None
