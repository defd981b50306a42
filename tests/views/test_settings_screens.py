"""The settings' screens."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from bot.newsroom.typed.lexicon import WEEKDAYS
from bot.newsroom.typed.zones import Place
from bot.views import settings as view
from bot.views import zones as zones_view
from bot.views.greeting import greeting, group_greeting
from bot.views.languages import reading
from bot.views.page import Ask, Button, Page, Wish, aimed, parse_aimed, showing
from bot.views.text import Text
from storage.model import Occurrence, Picture, Preferences, Refusal, RefusalKind, Section, Slot, Subscription
from tests.make import NOW, make_frame

FRAME = make_frame()
NEXT = Occurrence(day=NOW.date(), at=time(9), due_at=NOW)
DAILY = Subscription(
    id=1,
    chat_id=5,
    thread_id=None,
    language="en",
    preferences=Preferences(slots=(Slot(time(9)),), zone="Europe/Berlin"),
    next_occurrence=NEXT,
)


def changed(**changes: object) -> Subscription:
    return replace(DAILY, preferences=replace(DAILY.preferences, **changes))  # type: ignore[arg-type]


def labels(page: Page) -> list[list[str]]:
    return [[button.label for button in row] for row in page.buttons]


def test_settings_say_everything_in_a_few_lines() -> None:
    full = changed(quiet=(time(22), time(7)), mutes=frozenset({"golf"}), sections=frozenset({"world"}), max_articles=3)
    page = view.settings(FRAME, full, now=NOW)
    assert page.text.plain == (
        "Settings\n\nTimes: 09:00 every day\nTime zone: Europe/Berlin\nSections: world\n"
        "Up to 3 stories in a briefing\nLanguage: English\nMuted: golf\nQuiet hours: 22:00–07:00\n\n"
        "Next briefing: Monday, 23 November, 09:00."
    )
    assert labels(page) == [
        ["Times", "Time zone", "Sections"],
        ["Silent", "✓ Breaking alerts"],
        ["Source marks", "✓ Pictures"],
        ["Native story pages"],
        ["Say when nothing is new"],
        ["Quiet hours", "Muted"],
        ["Language", "Story languages"],
        ["✓ 3", "5", "8", "10"],
        ["Pause for a week"],
        ["Connect a channel"],
    ]


def test_settings_of_a_resting_chat_offer_to_resume() -> None:
    stopped = view.settings(FRAME, replace(DAILY, is_stopped=True), now=NOW)
    paused = view.settings(FRAME, replace(DAILY, paused_until=NOW + timedelta(days=1)), now=NOW)
    assert stopped.text.plain.endswith("Stopped: nothing comes by itself. Resume whenever you like.")
    assert labels(stopped)[-2] == labels(paused)[-2] == ["Resume"]


def test_times_and_days_read_as_a_phrase() -> None:
    words = FRAME.words
    assert view.describe_slots(words, ()) == "none"
    assert view.describe_slots(words, (Slot(time(7)), Slot(time(18), WEEKDAYS))) == "07:00 every day; 18:00 on weekdays"
    assert view.describe_slots(words, (Slot(time(7), frozenset({5, 6})),)) == "07:00 on Sat and Sun"


def test_times_screen_ticks_what_is_chosen() -> None:
    page = view.times(FRAME, changed(slots=(Slot(time(7, 30), WEEKDAYS),)), now=NOW)
    assert labels(page)[0] == ["06:00", "07:00", "✓ 07:30"]
    assert labels(page)[-2:] == [["✓ Weekdays only", "Time zone"], ["◀ Settings"]]
    none = view.times(FRAME, replace(changed(slots=()), next_occurrence=None), now=NOW)
    assert "No times are set" in none.text.plain
    assert labels(none)[-2] == ["Weekdays only", "Time zone"]


def test_zones_screen_offers_common_ones_or_what_was_meant() -> None:
    assert labels(zones_view.zones(FRAME, DAILY))[0] == ["London", "✓ Berlin", "Moscow"]
    assert labels(zones_view.zones(FRAME, DAILY, (Place("America/New_York"),))) == [
        ["New York"],
        ["📍 From my location"],
        ["◀ Settings"],
    ]
    assert "I know no such city" in zones_view.zones(FRAME, DAILY, ()).text.plain


def test_sections_screen_ticks_all_or_some() -> None:
    known = (Section(slug="sport", name="Sport"), Section(slug="world", name="World"))
    assert labels(view.sections(FRAME, DAILY, known)) == [["✓ All"], ["✓ Sport", "✓ World"], ["◀ Settings"]]
    some = view.sections(FRAME, changed(sections=frozenset({"world"})), known)
    assert labels(some) == [["All"], ["Sport", "✓ World"], ["◀ Settings"]]


def test_many_sections_have_pages_and_a_long_line_is_shortened() -> None:
    known = tuple(Section(slug=f"s{number}", name=f"Section {number} {'x' * 90}") for number in range(98))
    page = view.sections(FRAME, DAILY, known, page=view.page_of("s50", known))
    assert labels(page)[-2] == ["◀", "2/3 ▶"]
    assert (page.buttons[1][0].press, sum(map(len, page.buttons)) <= 100) == ("follow:s40:off", True)
    full = changed(sections=frozenset(f"{'y' * 38}{number}" for number in range(98)))
    assert len(view.settings(FRAME, full, now=NOW).text.plain) < 1000
    assert view.page_of("nothing", known) == 1


def test_mutes_screen_has_a_button_for_each() -> None:
    page = view.mutes(FRAME, changed(mutes=frozenset({"golf", "polo"})))
    assert labels(page) == [["✕ golf", "✕ polo"], ["◀ Settings"]]
    assert view.mutes(FRAME, DAILY).text.plain.startswith("Muted\n\nnothing\n\n")


def test_one_sentence_is_a_page() -> None:
    assert view.said(FRAME, "settings-changed") == Page(text=Text("Saved."))


def test_greetings_say_what_comes_when() -> None:
    page = greeting(FRAME, DAILY)
    assert "You get a briefing at 09:00 every day (Europe/Berlin)." in page.text.plain
    assert labels(page) == [["Times", "Time zone", "Sections"]]
    stopped = greeting(FRAME, replace(DAILY, is_stopped=True))
    assert "Stopped: nothing comes by itself." in stopped.text.plain
    assert group_greeting(FRAME, DAILY).text.plain.startswith(
        "Hello! The Dateline brings this group a briefing at 09:00"
    )


def test_channel_is_set_up_from_private_chat_without_a_button_to_connect_another() -> None:
    page = view.settings(FRAME, replace(DAILY, chat_id=-1001), now=NOW)
    assert page.text.plain.startswith("Channel settings\n")
    assert labels(page)[-1] == ["Pause for a week"]


def test_pages_that_ask_the_phone_say_what_for() -> None:
    asked = view.ask(FRAME, Wish.LOCATION)
    assert asked.ask == Ask(wish=Wish.LOCATION, label="📍 Share my location")
    assert zones_view.located(FRAME, "Europe/Lisbon") == Page(
        text=Text("Your time zone is Europe/Lisbon."), ask=Ask(wish=Wish.NOTHING)
    )
    connected = view.connected(FRAME, "Harbour Notes", DAILY)
    assert connected.text.plain == "Harbour Notes gets a briefing at 09:00 every day (Europe/Berlin). Change it here:"


def test_buttons_aimed_at_a_channel_carry_its_id_and_say_what_they_said() -> None:
    page = aimed(Page(text=Text(""), buttons=((Button(label="a", press="times"), Button(label="b", url="u")),)), -1009)
    assert [button.press for button in page.buttons[0]] == ["@-1009:times", None]
    assert parse_aimed("@-1009:in:Asia/Tokyo") == (-1009, "in:Asia/Tokyo")
    assert [parse_aimed(data) for data in ("times", "@5:times", "@-x:y", "@-" + "9" * 30)] == [
        (None, data) for data in ("times", "@5:times", "@-x:y", "@-" + "9" * 30)
    ]


def test_settings_of_a_chat_that_takes_nothing_say_why_and_since_when() -> None:
    refusal = Refusal(kind=RefusalKind.CLOSED, since=NOW, days=1, retry_at=NOW + timedelta(hours=20))
    page = view.settings(FRAME, replace(DAILY, refusal=refusal), now=NOW)
    assert page.text.plain.split("\n\n")[-1] == (
        "Since Monday, 23 November nothing could be sent here: the topic is closed. I try again.\n"
        "Next briefing: Monday, 23 November, 09:00."
    )


def test_stop_in_a_topic_says_what_goes_on_elsewhere() -> None:
    in_topic = view.stopped(FRAME, others=0, is_topic=True).text.plain
    assert in_topic.startswith("Nothing comes by itself in this topic any more.")
    done = "Nothing comes by itself any more. Your settings are kept; /start or /resume begins again."
    assert view.stopped(FRAME, others=0) == Page(text=Text(done))
    assert view.stopped(FRAME, others=1).text.plain == (
        f"{done}\n\nOne other topic of this group still gets briefings; send /stop there too."
    )


def test_languages_of_stories_are_ticked_and_said() -> None:
    everything = reading(FRAME, ("de", "en"), DAILY)
    assert everything.text.plain == "Story languages\n\nAll"
    assert labels(everything) == [["✓ All"], ["Deutsch", "English"], ["◀ Settings"]]
    german = reading(FRAME, ("de", "en"), changed(languages=frozenset({"de"})))
    assert german.text.plain == "Story languages\n\nDeutsch"
    assert [button.press for row in german.buttons for button in row] == [
        "read",
        "read:de:off",
        "read:en:on",
        "settings",
    ]
    assert "Story languages: Deutsch" in view.settings(FRAME, changed(languages=frozenset({"de"})), now=NOW).text.plain


def test_frame_shows_what_a_chat_wants_and_the_bot_offers() -> None:
    wishes = Preferences(has_marks=True, has_rich=True, has_pictures=False)
    shown = showing(FRAME, wishes)
    assert (shown.has_marks, shown.has_rich, shown.has_pictures) == (True, True, False)
    assert not showing(replace(FRAME, offers_rich=False), wishes).has_rich
    assert shown.picture_address(Picture(url="https://a.example/p.jpg")) is None


def test_next_briefing_of_another_year_names_it() -> None:
    january = replace(NEXT, day=date(2027, 1, 2), due_at=datetime(2027, 1, 2, 8, tzinfo=UTC))
    page = view.settings(FRAME, replace(DAILY, next_occurrence=january), now=NOW)
    assert page.text.plain.endswith("Next briefing: Saturday, 2 January 2027, 09:00.")
