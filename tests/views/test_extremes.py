"""Cards at their edges: marks, one outlet alone, and articles of any size; every screen still opens."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.views.briefing import briefing
from bot.views.card import card, credit_line
from bot.views.inline import inline_result
from bot.views.lists import found, recent
from bot.views.sources import sources as sources_screen
from bot.views.splitter import MESSAGE
from bot.views.story import story
from bot.views.text import Style
from storage.model import Bullet, Neighbours, Source
from tests.make import NOW, make_article, make_frame, make_text

FRAME = make_frame()
NOBODY = Neighbours(older=None, newer=None)


def test_marks_of_sources_stand_in_briefings_where_they_are_wanted_and_their_links_fit() -> None:
    marked = replace(FRAME, has_marks=True)
    assert card(marked, make_article(1)).plain.splitlines()[1:3] == [
        "• Four boats replace nine. [1]",
        "• Fares stay. [1][2]",
    ]
    address = "https://news.example/articles/" + "a" * 440
    sources = tuple(Source(outlet=f"Outlet {number}", url=f"{address}{number}") for number in range(1, 6))
    bullets = tuple(Bullet(text=f"Point {number}.", sources=(1, 2, 3, 4, 5)) for number in range(1, 7))
    heavy = make_article(1, text=make_text("Heavy", bullets=bullets, sources=sources))
    (page,) = briefing(marked, (heavy,), now=NOW)
    assert [f"• Point {number}." in page.text.plain.splitlines() for number in range(1, 7)] == [True] * 6
    assert page.text.plain.splitlines()[-1] == "Credited from: Outlet 1, Outlet 2 and 3 more"


def test_story_of_one_outlet_alone_says_so_beside_its_credit() -> None:
    alone = (Source(outlet="The Harbour Gazette", url="https://gazette.example/1"),)
    article = make_article(1, text=make_text("Alone", sources=alone, bullets=()))
    line = "Credited from: The Harbour Gazette · One outlet"
    assert card(FRAME, article).plain.splitlines()[-1] == line
    long = replace(article.text, credit_line="x" * 900)
    shortened = credit_line(FRAME.words, long, most_utf16=100)
    assert (len(shortened) <= 100, shortened.endswith("… · One outlet")) == (True, True)


@given(
    headline=st.integers(1, 3000),
    section=st.integers(0, 4000),
    points=st.integers(0, 40),
    marks=st.integers(0, 20),
    has_marks=st.booleans(),
    address=st.integers(0, 1900),
)
@settings(max_examples=60, deadline=None)
def test_every_screen_opens_whatever_an_article_holds(
    *, headline: int, section: int, points: int, marks: int, has_marks: bool, address: int
) -> None:
    frame = replace(FRAME, has_marks=has_marks)
    sources = tuple(
        Source(outlet=f"Outlet {number}", title="T" * 300, url=f"https://a.example/{'a' * address}{number}")
        for number in range(1, 21)
    )
    bullets = tuple(Bullet(text="Point. " * 90, sources=tuple(range(1, marks + 1))) for _ in range(points))
    text = make_text("H" * headline, bullets=bullets, sources=sources, section="S" * section or None)
    articles = tuple(make_article(number, text=text) for number in range(1, 11))
    pages = [
        *briefing(frame, articles, now=NOW),
        *(story(frame, articles[0], NOBODY, page=page) for page in range(1, 4)),
        *(sources_screen(frame, articles[0], page=page) for page in range(1, 4)),
        recent(frame, articles[:8], page=1, total=8),
        found(frame, articles[:8], query="point " * 40, page=1, has_more=True),
        inline_result(frame, articles[0]).page,
    ]
    assert all(MESSAGE.holds(page.text) for page in pages)
    assert all(sum(map(len, page.buttons)) <= 100 for page in pages)
    assert inline_result(frame, articles[0]).page.text.plain.splitlines()[-1].startswith("Credited from: ")


def test_long_storys_later_paragraphs_open_by_a_tap() -> None:
    body = tuple(f"{'> ' if place == 5 else ''}Paragraph {place} {'of many words ' * 20}. [1]" for place in range(1, 8))
    page = story(FRAME, make_article(7, make_text(body=body)), NOBODY)
    (fold,) = (entity for entity in page.text.entities if entity.style is Style.FOLDED)
    opened = page.text.plain[fold.start : fold.end]
    assert (opened[:12], opened.count("\n\n"), "Paragraph 7" in opened) == ("Paragraph 4 ", 3, True)
    assert Style.QUOTE not in {entity.style for entity in page.text.entities}
    short = story(FRAME, make_article(7, make_text(body=body[:4])), NOBODY)
    assert Style.FOLDED not in {entity.style for entity in short.text.entities}


def test_long_story_turns_pages_in_place() -> None:
    article = make_article(7, make_text(body=("word " * 700 + "end.",) * 3))
    first, middle, last = (story(FRAME, article, NOBODY, page=page) for page in (1, 2, 99))

    assert [[button.label for button in page.buttons[0]] for page in (first, middle, last)] == [
        ["1/3 ▶"],
        ["◀", "2/3 ▶"],
        ["◀ 3/3"],
    ]
    assert [button.press for button in middle.buttons[0]] == ["page:7:1", "page:7:3"]
    assert last.buttons[0][0].press == "page:7:2"
