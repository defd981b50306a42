"""The screens about a reader themselves: language, zone, quiet hours, what is kept, and what came of a report."""

from dataclasses import replace
from datetime import time

from bot.i18n import load_catalog
from bot.newsroom.typed.zones import Place
from bot.views import privacy as view
from bot.views.briefing import as_of, briefing
from bot.views.languages import find_language, languages, name_language
from bot.views.lists import following_elsewhere, saved_elsewhere
from bot.views.mistakes import corrected
from bot.views.page import Page
from bot.views.settings import quiet_hours
from bot.views.text import Text
from bot.views.zones import list_countries, written_zone, zones
from storage.model import CorrectedMistake, Preferences, Subscription
from tests.make import NOW, make_article, make_frame

FRAME = make_frame()
CATALOG = load_catalog()
ENGLISH, RUSSIAN = CATALOG.words("en"), CATALOG.words("ru")
READER = Subscription(id=1, chat_id=5, thread_id=None, language="en", preferences=Preferences())


def labels(page: Page) -> list[str]:
    return [button.label for row in page.buttons for button in row]


def test_languages_are_offered_by_their_own_names() -> None:
    page = languages(FRAME, ("ar", "en", "zh"), chosen="zh")
    assert labels(page) == ["As in Telegram", "العربية", "English", "✓ 中文", "◀ Settings"]
    assert labels(languages(FRAME, ("en",), chosen=None))[0] == "✓ As in Telegram"
    assert name_language("es") == "Español"


def test_language_is_found_by_code_or_any_of_its_names() -> None:
    known = CATALOG.languages
    named = ["ES", "español", "Spanish", "испанский"]
    assert [find_language(typed, known, RUSSIAN) for typed in named] == ["es"] * 4
    assert [find_language(typed, known, ENGLISH) for typed in ("Klingon", "!", "")] == [None] * 3


def test_chosen_language_goes_before_that_of_telegram() -> None:
    chosen = replace(READER, preferences=replace(READER.preferences, language="ru"))
    assert (READER.spoken_language, chosen.spoken_language) == ("en", "ru")


def test_zones_are_written_with_the_sign_that_people_use() -> None:
    written = [written_zone(zone) for zone in ("Etc/GMT-3", "Etc/GMT+5", "Etc/GMT", "Europe/Berlin")]
    assert written == ["UTC+3", "UTC−5", "Etc/GMT", "Europe/Berlin"]


def test_places_that_are_called_alike_are_told_apart_by_country_or_zone() -> None:
    places = (
        Place("America/Chicago", "Springfield", "US"),
        Place("America/New_York", "Springfield", "US"),
        Place("Asia/Karachi", "Hyderabad", "PK"),
        Place("Europe/Dublin"),
    )
    assert labels(zones(FRAME, READER, places))[:4] == [
        "Springfield, United States · Chicago", "Springfield, United States · New York", "Hyderabad, Pakistan",
        "Dublin",
    ]  # fmt: skip
    assert list_countries(ENGLISH, RUSSIAN)["германия"] == list_countries(ENGLISH, RUSSIAN)["germany"] == "DE"


def test_quiet_hours_are_shown_with_how_to_change_them() -> None:
    quiet = replace(READER, preferences=replace(READER.preferences, quiet=(time(22), time(7))))
    assert quiet_hours(FRAME, quiet).text.plain.startswith("Quiet hours: 22:00–07:00. What comes then")
    assert quiet_hours(FRAME, READER).text.plain == "No quiet hours are set. /schedule quiet 22-7 sets them."


def test_publication_is_described_in_its_own_words_where_it_has_some() -> None:
    own = view.Imprint(about="Harbour news.", contact="desk@harbour.example", corrections_policy="We correct.")
    assert view.about(FRAME, own).text.plain == (
        "The Dateline\n\nHarbour news.\n\nWe correct.\n\nContact: desk@harbour.example\n\n/privacy"
    )
    assert "is a small newsroom" in view.about(FRAME, view.Imprint()).text.plain


def test_what_is_kept_is_listed_with_for_how_long() -> None:
    days = {"privacy-messages": 90, "privacy-deliveries": 30, "privacy-updates": 2}
    text = view.privacy(FRAME, days).text.plain
    assert (text.count("\n• "), "for 90 days" in text, "/forget deletes it now" in text) == (7, True, True)


def test_forgetting_is_asked_once_and_its_end_is_said() -> None:
    assert labels(view.forget_question(FRAME)) == ["Delete everything", "Keep it"]
    assert view.forgotten(FRAME).text.plain.startswith("Done: everything about this chat is deleted.")
    assert view.kept(FRAME).text.plain == "Nothing was deleted."
    assert labels(view.elsewhere(FRAME, "export")) == ["/export"]
    assert view.asked_for(FRAME, "export").text.plain == "/export – All I keep about you, as a file"
    assert labels(saved_elsewhere(FRAME)) == ["Saved"]
    assert labels(following_elsewhere(FRAME)) == ["Following"]


def test_reporter_is_told_what_was_corrected() -> None:
    told = corrected(FRAME, CorrectedMistake(chat_id=5, headline="Harbour", note="Four boats."))
    assert told.text.plain == "You reported a mistake in “Harbour”, and it was corrected: Four boats."


def test_briefing_of_a_day_says_so_where_there_is_room() -> None:
    (page,) = briefing(FRAME, (make_article(1),), now=NOW)
    headed = as_of(FRAME, page, "Monday, 23 November")
    assert headed.text.plain.startswith("Briefing of Monday, 23 November, as corrected\n\n☀️ Morning briefing")
    full = replace(page, text=Text("x" * 4096))
    assert as_of(FRAME, full, "Monday") == full
