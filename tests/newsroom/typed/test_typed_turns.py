"""Pauses until a week, a month or a year turns, and until a part of a day."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.i18n import load_catalog
from bot.newsroom.typed.days import Reading
from bot.newsroom.typed.lexicon import make_lexicon
from bot.newsroom.typed.pauses import NoPause, read_pause
from bot.newsroom.typed.times import TypedTimes, read_times

CATALOG = load_catalog()
NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)  # a Thursday
PAUSES = {
    "11-28": {
        "en": ["until the weekend", "till this weekend"], "es": ["hasta el fin de semana"], "pt": ["até o fim de semana"],
        "fr": ["jusqu'au week-end"], "de": ["bis zum Wochenende"], "it": ["fino al fine settimana"], "ru": ["до выходных"],
        "uk": ["до вихідних"], "tr": ["hafta sonuna kadar"], "ar": ["حتى نهاية الأسبوع"], "fa": ["تا آخر هفته"],
        "hi": ["वीकेंड तक"], "id": ["sampai akhir pekan"], "zh": ["到周末"],
    },
    "11-30": {
        "en": ["over the weekend", "this weekend", "rest of the week", "until next week", "until after the weekend"],
        "es": ["hasta la semana que viene", "toda la semana"], "pt": ["até a semana que vem"], "fr": ["jusqu'à la semaine prochaine"],
        "de": ["bis nächste Woche", "am Wochenende"], "it": ["fino alla settimana prossima"], "ru": ["на выходные", "до следующей недели"],
        "uk": ["до наступного тижня"], "tr": ["gelecek haftaya kadar"], "ar": ["حتى الأسبوع القادم"], "fa": ["تا هفته آینده"],
        "hi": ["अगले हफ्ते तक"], "id": ["sampai minggu depan"], "zh": ["到下周", "整个星期"],
    },
    "12-01": {
        "en": ["until the end of the month", "end of month", "until next month"], "es": ["hasta fin de mes"], "pt": ["até o fim do mês"],
        "fr": ["jusqu'à la fin du mois"], "de": ["bis Monatsende", "bis nächsten Monat"], "it": ["fino a fine mese"],
        "ru": ["до конца месяца"], "uk": ["до кінця місяця"], "tr": ["ay sonuna kadar"], "ar": ["حتى نهاية الشهر"],
        "fa": ["تا پایان ماه"], "hi": ["महीने के अंत तक"], "id": ["sampai akhir bulan"], "zh": ["到月底", "到下个月"],
    },
    "01-01": {
        "en": ["until new year", "until New Year’s", "until the end of the year"], "es": ["hasta año nuevo"], "pt": ["até o ano novo"],
        "fr": ["jusqu'au nouvel an"], "de": ["bis Neujahr"], "it": ["fino a Capodanno"], "ru": ["до Нового года"],
        "uk": ["до Нового року"], "tr": ["yılbaşına kadar"], "ar": ["حتى رأس السنة"], "fa": ["تا سال نو میلادی"],
        "hi": ["नए साल तक"], "id": ["sampai tahun baru"], "zh": ["到元旦"],
    },
    "12-07": {
        "en": ["until the end of next week", "a week and a half", "one and a half weeks"], "es": ["una semana y media", "hasta el final de la semana que viene"], "fr": ["une semaine et demie"],
        "de": ["anderthalb Wochen", "bis Ende nächster Woche"], "ru": ["полторы недели", "до конца следующей недели"],
    },
    "12-25": {
        "en": ["until christmas", "till Xmas"], "es": ["hasta Navidad"], "pt": ["até o Natal"], "fr": ["jusqu'à Noël"],
        "de": ["bis Weihnachten"], "it": ["fino a Natale"], "uk": ["до Різдва"], "tr": ["Noel'e kadar"],
        "ar": ["حتى عيد الميلاد"], "fa": ["تا کریسمس"], "hi": ["क्रिसमस तक"], "id": ["sampai Natal"], "zh": ["到圣诞节"],
    },
    "12-26": {"en": ["over christmas"]},
    "01-07": {"ru": ["до Рождества"]},
    "12-04": {
        "en": ["until friday next week", "next week friday"], "es": ["el viernes de la semana que viene"],
        "de": ["bis Freitag nächster Woche"], "zh": ["下周五"],
    },
}  # fmt: skip
TIMES = {
    "en": {
        "seven": "7:00",
        "at seven thirty": "7:30",
        "half past seven": "7:30",
        "eight pm": "20:00",
        "7 and five pm": "7:00 17:00",
    },
    "es": {"a las siete y media": "7:30", "a la una": "1:00", "ocho y quince": "8:15", "veinte horas": "20:00"},
    "pt": {"sete e meia da noite": "19:30"},
    "fr": {"sept heures trente": "7:30", "vingt heures": "20:00"},
    "de": {"um sieben": "7:00", "halb acht": "7:30", "zwanzig Uhr": "20:00", "um acht abends": "20:00"},
    "it": {"alle otto di sera": "20:00"},
    "ru": {"в семь утра": "7:00", "в восемь вечера": "20:00", "в семь и в девять": "7:00 9:00"},
    "uk": {"о сьомій ранку": "7:00"},
    "tr": {"on iki": "12:00", "akşam sekiz": "20:00"},
    "ar": {"الساعة السابعة صباحا": "7:00", "الحادية عشرة مساء": "23:00"},
    "fa": {"هشت شب": "20:00"},
    "hi": {"सुबह आठ बजे": "8:00"},
    "id": {"jam dua belas siang": "12:00"},
}


def reading(language: str) -> Reading:
    lexicon = make_lexicon(CATALOG.words(language), CATALOG.words("en"))
    return Reading(lexicon, language, ZoneInfo("UTC"), NOW)


@pytest.mark.parametrize(
    ("day", "language", "typed"),
    [
        (day, language, typed)
        for day, languages in PAUSES.items()
        for language, each in languages.items()
        for typed in each
    ],
)
def test_pause_until_a_week_month_or_year_turns(day: str, language: str, typed: str) -> None:
    year = 2027 if day.startswith("01-") else 2026
    assert read_pause(typed, reading(language)) == datetime.fromisoformat(f"{year}-{day}T00:00+00:00")


@pytest.mark.parametrize(
    ("language", "typed", "hour"),
    [("es", "hasta el lunes por la mañana", 6), ("de", "bis Montag Abend", 18), ("fr", "jusqu'à lundi soir", 18)],
)
def test_pause_until_a_part_of_a_day_ends_as_that_begins(language: str, typed: str, hour: int) -> None:
    assert read_pause(typed, reading(language)) == datetime(2026, 11, 30, hour, tzinfo=UTC)


@pytest.mark.parametrize("typed", ["until friday next week sometime", "gibberish evening", "the weekend off"])
def test_words_around_a_turn_are_not_passed_over(typed: str) -> None:
    assert read_pause(typed, reading("en")) is NoPause.UNKNOWN


def test_next_week_is_a_week_from_now_where_no_until_is_said() -> None:
    assert read_pause("next week", reading("en")) == datetime(2026, 12, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "typed", "times"),
    [(language, typed, times) for language, each in TIMES.items() for typed, times in each.items()],
)
def test_hours_are_understood_in_words(language: str, typed: str, times: str) -> None:
    lexicon = reading(language).lexicon
    assert read_times(typed, lexicon) == read_times(times, lexicon)


def test_letters_of_a_working_week_are_its_days() -> None:
    lexicon = reading("en").lexicon
    assert read_times("m-f", lexicon) == TypedTimes(days=frozenset(range(5)))
    assert read_times("a few", lexicon) is None


@pytest.mark.parametrize("typed", ["thirty fifteen", "friday thirty twenty", "twenty thirty thirty"])
def test_minutes_without_an_hour_are_said_back(typed: str) -> None:
    assert read_times(typed, reading("en").lexicon) is None


def test_minutes_belong_to_the_hour_before_them() -> None:
    lexicon = reading("en").lexicon
    assert read_times("seven eight thirty", lexicon) == read_times("7:00 8:30", lexicon)
