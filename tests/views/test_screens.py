"""The screens: whole pages for whole values."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.i18n import Words, load_catalog
from bot.views.briefing import briefing, nothing_new
from bot.views.card import card, credit_line
from bot.views.greeting import greeting, help_page
from bot.views.inline import inline_result
from bot.views.lists import page_count
from bot.views.page import Button, Page, press, rows
from bot.views.sources import sources
from bot.views.splitter import MESSAGE
from bot.views.story import page_buttons, story
from bot.views.text import Style, Text
from storage.model import (
    Bullet,
    Label,
    Neighbours,
    Note,
    Picture,
    Preferences,
    Shown,
    Shows,
    Source,
    Status,
    StoryState,
    Vote,
)
from tests.make import NOW, make_article, make_frame, make_text

FRAME = make_frame()
NOBODY = Neighbours(older=None, newer=None)


def test_briefing_shows_cards_numbers_and_what_is_more() -> None:
    articles = (make_article(7), make_article(3, make_text("Rates held", bullets=(), credit_line="Kestrel")))

    (page,) = briefing(FRAME, articles, now=NOW, more=7)

    assert page.text.plain == (
        "☀️ Morning briefing · Monday, 23 November\n2 stories · 1 min\n\n"
        "1. Ferries go electric\n• Four boats replace nine.\n• Fares stay.\n"
        "Credited from: The Harbour Gazette, Meridian Wire\n\n"
        "2. Rates held\nCredited from: Kestrel\n\n"
        "+7 more · /recent"
    )
    assert page.buttons == (
        (Button(label="1", press="story:7"), Button(label="2", press="story:3")),
        (Button(label="Settings", press="settings"),),
    )
    assert (page.shows, page.articles) == (Shows.BRIEFING, (Shown(1, 7, 1), Shown(2, 3, 1)))


@pytest.mark.parametrize(
    ("hours", "name"), [(0, "☀️ Morning briefing"), (6, "🌤️ Afternoon briefing"), (12, "🌙 Evening briefing")]
)
def test_briefing_is_named_after_the_part_of_the_day(hours: int, name: str) -> None:
    (page,) = briefing(FRAME, (make_article(),), now=NOW + timedelta(hours=hours))
    assert page.text.plain.startswith(name)


def test_long_briefing_is_split_between_articles_and_its_last_page_has_the_buttons() -> None:
    long = make_text(bullets=tuple(Bullet(text="word " * 140 + str(place)) for place in range(3)))
    articles = tuple(make_article(number, long) for number in range(1, 7))

    pages = briefing(FRAME, articles, now=NOW)

    assert [[each.position for each in page.articles] for page in pages] == [[1, 2, 3], [4, 5, 6]]
    assert [len(page.buttons) for page in pages] == [0, 3]


def test_update_is_marked() -> None:
    assert card(FRAME, make_article(), is_update=True).plain.startswith("Update · Ferries go electric")


def test_group_briefing_offers_its_stories_and_no_settings() -> None:
    (page,) = briefing(make_frame(is_private=False), (make_article(7),), now=NOW)
    assert page.buttons == ((Button(label="1", press="story:7"),),)


def test_empty_briefing_offers_the_next_tap() -> None:
    assert nothing_new(FRAME, Preferences(), since=NOW, now=NOW) == Page(
        text=Text("Nothing new since 09:00."), buttons=((Button(label="Recent", press="recent:1"),),)
    )
    unpublished = nothing_new(FRAME, Preferences(), since=None, now=NOW)
    assert unpublished.text.plain.startswith("Nothing has been published yet.")
    muted = nothing_new(FRAME, Preferences(mutes=frozenset({"golf"})), since=None, now=NOW)
    assert muted.text.plain.startswith("Nothing fits your settings yet.")
    later = nothing_new(FRAME, Preferences(), since=NOW, now=NOW + timedelta(days=1))
    assert later.text.plain == "Nothing new since Monday, 23 November, 09:00."


def test_credit_line_is_drawn_from_sources_where_nobody_wrote_one() -> None:
    many = make_text(sources=tuple(Source(outlet=name) for name in "ABCDE"))
    assert credit_line(FRAME.words, many) == "Credited from: A, B and 3 more"
    assert credit_line(FRAME.words, make_text(sources=())) == ""


def test_story_shows_everything() -> None:
    page = story(
        FRAME,
        make_article(7, notes=(Note(text="A figure was wrong.", label=Label.CORRECTION),)),
        Neighbours(older=6, newer=8),
    )

    assert page.text.plain == (
        "Ferries go electric\nCredited from: The Harbour Gazette, Meridian Wire\n23 November 2026, 09:00 CET\n\n"
        "• Four boats replace nine. [1]\n• Fares stay. [1][2]\n\n"
        "The first boat left at dawn. [1]\n\nGulls were heard. [2]\n\n"
        "Correction: A figure was wrong."
    )
    assert [[button.label for button in row] for row in page.buttons] == [
        ["Sources (2)", "Share", "Save"],
        ["◀ Older", "Newer ▶"],
        ["Follow", "👍", "👎"],
        ["Report a mistake"],
    ]
    assert [button.press for row in page.buttons for button in row] == [
        "sources:7", None, "save:7:1", "older:7", "newer:7", "follow_story:7:1:1", "vote:7:1:up", "vote:7:1:down", "mistake:7",
    ]  # fmt: skip
    assert page.buttons[0][1].url == (
        "https://t.me/share/url?url=https%3A%2F%2Ft.me%2Fdateline_bot%3Fstart%3Dstory_7&text=Ferries+go+electric"
    )
    assert Style.DATE in {entity.style for entity in page.text.entities}


def test_story_that_continues_another_links_it_its_page_and_offers_its_card() -> None:
    frame = make_frame(has_inline=True, pages_url="https://news.example")
    page = story(frame, make_article(7, earlier=3), NOBODY)
    assert page.text.plain.split("\n")[3] == "Earlier: #3"
    assert page.text.plain.endswith("On the web")
    assert "https%3A%2F%2Fnews.example%2Fstory%2F7" in share_of(page)
    assert share_of(story(make_frame(has_inline=True), make_article(7), NOBODY)) == "#7"


def share_of(page: Page) -> str:
    (button,) = (each for row in page.buttons for each in row if each.label == "Share")
    return button.url or button.inline or ""


def test_story_without_sources_or_neighbours_has_fewer_buttons() -> None:
    text = make_text(sources=(), bullets=(Bullet(text="b"),), body=())
    page = story(
        FRAME,
        make_article(1, text, published_at=None),
        NOBODY,
        state=StoryState(is_saved=True, is_followed=True, vote=Vote.UP),
    )
    assert [[button.label for button in row] for row in page.buttons] == [
        ["Share", "Saved"], ["Following", "✓ 👍", "👎"], ["Report a mistake"],
    ]  # fmt: skip
    assert [each.press for each in page.buttons[1][:2]] == ["follow_story:1:1:0", "vote:1:1:none"]
    assert page.text.plain == "Ferries go electric\n\n• b"


def test_story_in_a_group_has_no_pages_to_turn() -> None:
    article = make_article(7, make_text(body=("word " * 700 + "end.",) * 3))
    page = story(make_frame(is_private=False), article, NOBODY)
    assert [[button.label for button in row] for row in page.buttons] == [["Full story", "Sources (2)", "Share"]]


def test_picture_is_a_preview_where_it_has_an_address_and_a_photo_where_not() -> None:
    public = Picture(url="https://example.org/p.jpg", credit="Ada")
    stored = Picture(url="abc.jpg")
    local = Picture(url="http://localhost/p.jpg")

    def shown(picture: Picture, picture_origin: str | None = None) -> tuple[str | None, Picture | None]:
        page = story(make_frame(picture_origin=picture_origin), make_article(1, make_text(picture=picture)), NOBODY)
        return page.preview, page.photo

    assert shown(public) == ("https://example.org/p.jpg", None)
    assert shown(stored) == (None, stored)
    assert shown(stored, "https://d.example") == ("https://d.example/pictures/abc.jpg", None)
    assert shown(local) == (None, None)
    page = story(FRAME, make_article(1, make_text(picture=public)), NOBODY)
    assert page.text.plain.endswith("Picture: Ada")


def test_withdrawn_story_is_a_notice() -> None:
    article = make_article(7, status=Status.WITHDRAWN, withdrawal_reason="It was not true.")
    page = story(FRAME, article, NOBODY)
    assert page.text.plain == "Ferries go electric\n\nThis story has been withdrawn.\n\nReason: It was not true."
    assert page.buttons == ()
    assert story(FRAME, replace(article, withdrawal_reason=None), NOBODY).text.plain.endswith("withdrawn.")
    wordy = replace(article, text=make_text("Ferries " * 90), withdrawal_reason="It was not true. " * 400)
    assert MESSAGE.holds(story(FRAME, wordy, NOBODY).text)


def test_sources_say_who_bears_what() -> None:
    text = make_text(
        sources=(
            Source(outlet="A", title="At the plug", url="https://a.example/x", published_on=date(2026, 11, 22)),
            Source(outlet="B", url="https://b.example/y", published_on=date(2026, 11, 21)),
            Source(outlet="A"),
        )
    )
    page = sources(FRAME, make_article(7, text))

    assert page.text.plain == (
        "Sources\nFerries go electric\n\n"
        "1. A · 22 November 2026\nAt the plug\nbears points 1 and 2\n\n"
        "2. B · 21 November 2026\nb.example\nbears point 2\n\n"
        "3. A\n\n"
        "2 independent outlets\nFirst published by B"
    )
    assert page.buttons == ((Button(label="Story", press="story:7"),),)
    assert sources(make_frame(is_private=False), make_article(7)).buttons == ()


def test_story_without_sources_says_so() -> None:
    page = sources(FRAME, make_article(7, make_text(sources=(), bullets=(), body=("b",))))
    assert page.text.plain == "Sources\nFerries go electric\n\nThis story names no sources."


def test_pages_are_counted_from_one() -> None:
    assert [page_count(total) for total in (0, 8, 9)] == [1, 1, 2]
    assert page_buttons(FRAME, 1, 1, ("recent",)) == ()
    assert rows((None,), ()) == ()
    assert press("page", 7, 2) == "page:7:2"


def test_greeting_and_help_are_short() -> None:
    assert greeting(FRAME, None).text.plain.startswith("Welcome to The Dateline.\n\n")
    assert (
        help_page(FRAME, ("start", "help")).text.plain.split("\n\n")[1] == "/start – Begin here\n/help – What I can do"
    )


def test_inline_result_is_the_card_with_a_way_to_the_story() -> None:
    picture = Picture(url="https://example.org/p.jpg")
    result = inline_result(FRAME, make_article(7, make_text(picture=picture)))

    assert (result.id, result.title, result.description, result.thumbnail) == (
        "7.1", "Ferries go electric", "Four boats replace nine.", "https://example.org/p.jpg",
    )  # fmt: skip
    assert result.page.text.plain.startswith("Ferries go electric\n• Four boats")
    assert result.page.buttons == ((Button(label="Full story", url="https://t.me/dateline_bot?start=story_7"),),)
    without = inline_result(FRAME, make_article(7, make_text(bullets=())))
    assert without.description == "Credited from: The Harbour Gazette, Meridian Wire"


def test_words_fall_back_to_english() -> None:
    catalog = load_catalog()
    assert catalog.words("xx-YY").language == "en"
    assert catalog.words(None)("story-share") == "Share"
    with pytest.raises(LookupError):
        catalog.words("en")("no-such-key")
    assert isinstance(catalog.words("en"), Words)
