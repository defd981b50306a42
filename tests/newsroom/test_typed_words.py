"""Times and days that people say in words, in their language."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.i18n import load_catalog
from bot.newsroom.lexicon import WEEKDAYS, Lexicon, make_lexicon
from bot.newsroom.typed_days import NoPause, Reading, read_day, read_pause
from bot.newsroom.typed_times import read_hours, read_times
from storage.model import Slot

CATALOG = load_catalog()
NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)  # a Thursday
TIMES = {
    "en": {"half past 7": "7:30", "quarter to 8": "7:45", "a quarter past 7 pm": "19:15", "noon": "12:00", "midnight": "0:00", "12 noon": "12:00",
           "12 midnight": "0:00", "8 tonight": "20:00", "8 o clock": "8:00"},
    "es": {"a las 8 y media": "8:30", "8 y media de la tarde": "20:30", "7 y cuarto": "7:15", "8 menos cuarto": "7:45", "mediodía": "12:00", "medianoche": "0:00"},
    "pt": {"7 e meia": "7:30", "meio-dia": "12:00", "meia-noite": "0:00", "às 8h30": "8:30"},
    "fr": {"8h et demie": "8:30", "7 heures et quart": "7:15", "midi": "12:00", "minuit": "0:00", "7 heures 45": "7:45", "8h 18h": "8:00 18:00"},
    "de": {"um halb 8": "7:30", "halb 1": "12:30", "Viertel nach 7": "7:15", "viertel vor 8": "7:45", "18 Uhr 30": "18:30", "8 Uhr 18 Uhr": "8:00 18:00",
           "7.30 Uhr": "7:30", "mittags": "12:00", "Mitternacht": "0:00"},
    "it": {"7 e mezza": "7:30", "7 e un quarto": "7:15", "mezzogiorno": "12:00", "mezzanotte": "0:00"},
    "ru": {"18 ч 30 мин": "18:30", "без четверти 8": "7:45", "полдень": "12:00", "полночь": "0:00", "8 часов 18 часов": "8:00 18:00"},
    "uk": {"опівдні": "12:00", "опівночі": "0:00", "18 год 30 хв": "18:30"},
    "tr": {"8 buçuk": "8:30", "akşam 8 buçuk": "20:30", "öğlen": "12:00", "gece yarısı": "0:00"},
    "ar": {"8 ونصف": "8:30", "الساعة 8 ونصف مساء": "20:30", "منتصف الليل": "0:00", "الظهر": "12:00"},
    "fa": {"8 و نیم": "8:30", "ساعت ۸ و نیم شب": "20:30", "ظهر": "12:00", "نیمه شب": "0:00"},
    "hi": {"साढ़े 7 बजे": "7:30", "सवा 7 बजे": "7:15", "पौने 8 बजे": "7:45", "आधी रात": "0:00", "subah 8 baje": "8:00", "shaam 6 baje": "18:00"},
    "id": {"jam setengah 8": "7:30", "tengah malam": "0:00", "tengah hari": "12:00", "jam 12 siang": "12:00"},
    "zh": {"晚上八点": "20:00", "七点半": "7:30", "早八点": "8:00", "七点十五分": "7:15", "下午三点四十五": "15:45", "十二点": "12:00", "二十点": "20:00",
           "8点一刻": "8:15", "中午": "12:00", "半夜": "0:00"},
}  # fmt: skip
DAYS = {
    ("en", "8 every weekday"): WEEKDAYS,
    ("uk", "з понеділка по п'ятницю о 8"): WEEKDAYS,
    ("ru", "с понедельника по пятницу в 8"): WEEKDAYS,
    ("tr", "pazartesiden cumaya 8"): WEEKDAYS,
    ("hi", "somvar se shukravar 8 baje"): WEEKDAYS,
    ("id", "senin s/d jumat 8"): WEEKDAYS,
    ("zh", "周一三五 8点"): frozenset({0, 2, 4}),
    ("zh", "周一到五八点"): WEEKDAYS,
    ("zh", "星期一至五 8:00"): WEEKDAYS,
    ("zh", "周三八点"): frozenset({2}),
    ("zh", "周五八点"): frozenset({4}),
}
NEXT_MONDAY, NEXT_FRIDAY, TOMORROW = date(2026, 11, 30), date(2026, 12, 4), date(2026, 11, 27)
PAUSES = {
    ("en", "next monday"): NEXT_MONDAY, ("es", "hasta el próximo lunes"): NEXT_MONDAY, ("es", "lunes próximo"): NEXT_MONDAY,
    ("pt", "até segunda que vem"): NEXT_MONDAY, ("fr", "jusqu'à lundi prochain"): NEXT_MONDAY, ("de", "bis nächsten Montag"): NEXT_MONDAY,
    ("it", "fino a lunedì prossimo"): NEXT_MONDAY, ("ru", "до следующего понедельника"): NEXT_MONDAY,
    ("uk", "до наступного понеділка"): NEXT_MONDAY, ("tr", "gelecek pazartesi"): NEXT_MONDAY, ("ar", "الاثنين القادم"): NEXT_MONDAY,
    ("fa", "دوشنبه آینده"): NEXT_MONDAY, ("hi", "अगले सोमवार तक"): NEXT_MONDAY, ("id", "sampai senin depan"): NEXT_MONDAY,
    ("zh", "到下周一"): NEXT_MONDAY, ("zh", "下周五"): NEXT_FRIDAY, ("en", "next friday"): TOMORROW,
    ("tr", "cumaya kadar"): TOMORROW, ("tr", "yarına kadar"): TOMORROW, ("tr", "5 Aralık'a kadar"): date(2026, 12, 5),
    ("ar", "أسبوعين"): date(2026, 12, 10), ("ar", "حتى الغد"): TOMORROW, ("hi", "2 हफ्ते"): date(2026, 12, 10), ("hi", "एक हफ्ता"): date(2026, 12, 3),
    ("id", "minggu depan"): date(2026, 12, 3), ("zh", "两个星期"): date(2026, 12, 10), ("zh", "半个月"): date(2026, 12, 11),
    ("es", "hasta la semana que viene"): date(2026, 12, 3), ("en", "a fortnight"): date(2026, 12, 10),
}  # fmt: skip
LAST_MONDAY = date(2026, 11, 23)
PAST = {
    ("en", "last monday"): LAST_MONDAY, ("es", "el lunes pasado"): LAST_MONDAY, ("pt", "segunda passada"): LAST_MONDAY,
    ("fr", "lundi dernier"): LAST_MONDAY, ("it", "lunedì scorso"): LAST_MONDAY, ("uk", "минулого понеділка"): LAST_MONDAY,
    ("ar", "الاثنين الماضي"): LAST_MONDAY, ("fa", "دوشنبه گذشته"): LAST_MONDAY, ("id", "senin lalu"): LAST_MONDAY,
    ("zh", "上周一"): date(2026, 11, 16), ("fa", "پریروز"): date(2026, 11, 24), ("zh", "上周五"): date(2026, 11, 20),
}  # fmt: skip


def lexicon(language: str) -> Lexicon:
    return make_lexicon(CATALOG.words(language), CATALOG.words("en"))


def reading(language: str) -> Reading:
    return Reading(lexicon(language), language, ZoneInfo("Europe/Berlin"), NOW)


def clock(written: str) -> time:
    hour, minute = map(int, written.split(":"))
    return time(hour, minute)


@pytest.mark.parametrize("language", TIMES)
def test_times_said_in_words_are_understood(language: str) -> None:
    read = {typed: read_times(typed, lexicon(language)) for typed in TIMES[language]}
    found = {typed: tuple(each.at for each in times.slots) if times else None for typed, times in read.items()}
    assert found == {typed: tuple(map(clock, at.split())) for typed, at in TIMES[language].items()}


def test_days_said_in_words_are_understood() -> None:
    found = {(language, typed): read_times(typed, lexicon(language)) for language, typed in DAYS}
    assert {each: times and times.slots for each, times in found.items()} == {
        each: (Slot(time(8), days),) for each, days in DAYS.items()
    }


def test_pauses_end_on_the_day_that_is_said() -> None:
    ends = {(language, typed): read_pause(typed, reading(language)) for language, typed in PAUSES}
    found = {each: end if isinstance(end, NoPause) else end.astimezone(ZoneInfo("Europe/Berlin")).date() for each, end in ends.items()}  # fmt: skip
    assert found == PAUSES


def test_days_that_are_past_are_found() -> None:
    assert {(language, typed): read_day(typed, reading(language), is_past=True) for language, typed in PAST} == PAST


@pytest.mark.parametrize(
    ("typed", "ends"),
    [
        ("12 hours", datetime(2026, 11, 26, 21, tzinfo=UTC)),
        ("90 min", datetime(2026, 11, 26, 10, 30, tzinfo=UTC)),
        ("36 hours", datetime(2026, 11, 27, 21, tzinfo=UTC)),
        ("until 5pm", datetime(2026, 11, 26, 16, tzinfo=UTC)),
        ("forever", NoPause.FOREVER),
        ("indefinitely", NoPause.FOREVER),
    ],
)
def test_pauses_of_hours_end_at_their_moment(typed: str, ends: datetime | NoPause) -> None:
    assert read_pause(typed, reading("en")) == ends


def test_quiet_hours_are_said_in_words_too() -> None:
    typed = {"en": "between 22 and 7", "id": "22 s/d 7", "de": "Mitternacht bis halb 8", "zh": "晚上十点到早上七点"}
    assert {language: read_hours(words, lexicon(language)) for language, words in typed.items()} == {
        "en": (time(22), time(7)),
        "id": (time(22), time(7)),
        "de": (time(0), time(7, 30)),
        "zh": (time(22), time(7)),
    }


@pytest.mark.parametrize("typed", ["next", "half past", "quarter to noon", "next someday", "7 half", "一点六十分"])
def test_what_says_no_time_stays_unknown(typed: str) -> None:
    assert read_times(typed, lexicon("en")) is None


def test_day_that_is_not_a_weekday_keeps_its_words() -> None:
    assert read_day("next blue moon", reading("en")) is None
