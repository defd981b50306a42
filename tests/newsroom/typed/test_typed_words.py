"""Times and days that people say in words, in their language."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.i18n import load_catalog
from bot.newsroom.typed.days import Reading, read_day
from bot.newsroom.typed.lexicon import WEEKDAYS, Lexicon, make_lexicon, plain
from bot.newsroom.typed.pauses import NoPause, read_pause
from bot.newsroom.typed.times import read_hours, read_times
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
    ("es", "hasta la semana que viene"): date(2026, 11, 30), ("en", "a fortnight"): date(2026, 12, 10),
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


SAID_OTHERWISE = {
    ("en", "half past 12"): "12:30", ("es", "12 y media"): "12:30", ("it", "12 e mezza"): "12:30", ("fr", "midi et demi"): "12:30",
    ("pt", "meio-dia e meia"): "12:30", ("it", "mezzogiorno e un quarto"): "12:15", ("fr", "midi et quart"): "12:15", ("en", "quarter to 1"): "12:45",
    ("en", "noon, 6pm"): "12:00 18:00", ("fr", "midi, 19h"): "12:00 19:00", ("en", "noon and midnight"): "0:00 12:00", ("en", "noon, midnight"): "0:00 12:00",
    ("zh", "中午和晚上8点"): "12:00 20:00", ("tr", "öğle ve akşam 8"): "12:00 20:00", ("fr", "12h30 et minuit"): "0:00 12:30",
    ("id", "jam 11 siang"): "11:00", ("id", "jam 10 siang"): "10:00", ("hi", "दोपहर 11 बजे"): "11:00", ("zh", "中午11点"): "11:00", ("de", "1 Uhr mittags"): "13:00",
    ("zh", "晚上12点"): "0:00", ("pt", "12 da noite"): "0:00", ("es", "12 de la noche"): "0:00", ("es", "12 de la mañana"): "12:00", ("id", "jam 12 malam"): "0:00",
    ("fr", "3 heures de l'après-midi"): "15:00", ("tr", "8'i 10 geçe"): "8:10", ("en", "7 : 30"): "7:30", ("en", "7:30:00"): "7:30", ("en", "8:00\n18:00"): "8:00 18:00",
    ("zh", "8點"): "8:00", ("zh", "半夜12点"): "0:00", ("ar", "٣ العصر"): "15:00", ("tr", "sabah 8 ve akşam 6"): "8:00 18:00", ("zh", "8点下午3点"): "8:00 15:00",
}  # fmt: skip
NO_TIMES = [
    ("en", "7:5"), ("en", "every 2 hours"), ("es", "cada 8 horas"), ("en", "7 am and pm"), ("en", "7:30 am pm"), ("en", "7:60"), ("en", "morning evening 8"),
    ("en", "morning"), ("en", "20 pm"), ("id", "setiap 2 jam"),
]  # fmt: skip
UNTIL = {
    ("es", "tres días"): date(2026, 11, 29), ("it", "tre giorni"): date(2026, 11, 29), ("tr", "üç gün"): date(2026, 11, 29),
    ("ar", "ثلاثة أيام"): date(2026, 11, 29), ("fa", "ده روز"): date(2026, 12, 6), ("fr", "quinze jours"): date(2026, 12, 11),
    ("id", "dua minggu"): date(2026, 12, 10), ("id", "sampai Minggu"): date(2026, 11, 29), ("tr", "iki hafta"): date(2026, 12, 10),
    ("es", "pasado mañana"): date(2026, 11, 28), ("pt", "depois de amanhã"): date(2026, 11, 28), ("hi", "परसों तक"): date(2026, 11, 28),
    ("it", "dopodomani"): date(2026, 11, 28), ("id", "lusa"): date(2026, 11, 28), ("ar", "بعد غد"): date(2026, 11, 28), ("tr", "öbür gün"): date(2026, 11, 28),
    ("pt", "até dia 5"): date(2026, 12, 5), ("pt", "até o dia 1"): date(2026, 12, 1), ("en", "until the 5th"): date(2026, 12, 5), ("zh", "到5号"): date(2026, 12, 5),
    ("ru", "до 1-го декабря"): date(2026, 12, 1), ("pt", "até 1º de dezembro"): date(2026, 12, 1), ("it", "fino al primo dicembre"): date(2026, 12, 1),
    ("en", "until january"): date(2027, 1, 1), ("ru", "до января"): date(2027, 1, 1), ("de", "halbes Jahr"): date(2027, 5, 27), ("ru", "полтора месяца"): date(2027, 1, 10),
    ("fr", "1 an"): date(2027, 11, 26), ("zh", "十天"): date(2026, 12, 6), ("zh", "兩週"): date(2026, 12, 10), ("de", "für eine Woche"): date(2026, 12, 3),
    ("uk", "добу"): TOMORROW, ("en", "1 month"): date(2026, 12, 26), ("de", "bis 1.12."): date(2026, 12, 1), ("en", "for three days"): date(2026, 11, 29),
}  # fmt: skip
NO_PAUSES = [
    ("en", "xyz days"), ("es", "sesenta y tantos días"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "typed"), list(SAID_OTHERWISE))
def test_times_are_those_that_people_mean(language: str, typed: str) -> None:
    read = read_times(typed, lexicon(language))
    assert read is not None
    assert [f"{slot.at.hour}:{slot.at:%M}" for slot in read.slots] == SAID_OTHERWISE[language, typed].split()


@pytest.mark.parametrize(("language", "typed"), NO_TIMES)
def test_what_may_be_another_time_is_said_back(language: str, typed: str) -> None:
    assert read_times(typed, lexicon(language)) is None


@pytest.mark.parametrize(("language", "typed"), list(UNTIL))
def test_no_word_of_a_pause_is_passed_over(language: str, typed: str) -> None:
    until = read_pause(typed, reading(language))
    assert isinstance(until, datetime)
    assert until.astimezone(ZoneInfo("Europe/Berlin")).date() == UNTIL[language, typed]


@pytest.mark.parametrize(("language", "typed"), NO_PAUSES)
def test_a_pause_with_a_word_that_is_not_understood_is_said_back(language: str, typed: str) -> None:
    assert read_pause(typed, reading(language)) is NoPause.UNKNOWN


@pytest.mark.parametrize(
    ("language", "typed", "moment"),
    [
        ("de", "bis 18 Uhr", datetime(2026, 11, 26, 17, tzinfo=UTC)),
        ("fr", "jusqu'à 18h", datetime(2026, 11, 26, 17, tzinfo=UTC)),
        ("es", "hasta las 6", datetime(2026, 11, 27, 5, tzinfo=UTC)),
        ("en", "until noon", datetime(2026, 11, 26, 11, tzinfo=UTC)),
    ],
)
def test_a_pause_until_an_hour_ends_when_it_strikes_next(language: str, typed: str, moment: datetime) -> None:
    assert read_pause(typed, reading(language)) == moment


def test_a_day_that_its_month_does_not_have_is_in_the_next_that_has_it() -> None:
    until = read_pause("until the 31st", reading("en"))
    assert isinstance(until, datetime)
    assert until.astimezone(ZoneInfo("Europe/Berlin")).date() == date(2026, 12, 31)
    assert isinstance(read_pause("until the 32nd", reading("en")), NoPause)


@pytest.mark.parametrize(("typed", "is_about"), [("never", True), ("in the morning", True), ("Morning Hill", False)])
def test_words_around_times_name_no_place(typed: str, is_about: bool) -> None:  # noqa: FBT001
    assert lexicon("en").is_about_time(plain(typed)) is is_about
