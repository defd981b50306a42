"""Lists of stories: recent, saved, found."""

from bot.views.lists import following, found, no_section, recent, saved
from bot.views.page import Button
from storage.model import (
    Bullet,
    Neighbours,
    Section,
)
from tests.make import make_article, make_frame, make_text

FRAME = make_frame()
NOBODY = Neighbours(older=None, newer=None)


def test_recent_lists_stories_with_their_commands() -> None:
    page = recent(FRAME, (make_article(7), make_article(6, published_at=None)), page=1, total=20)
    assert page.text.plain == (
        "Recent\n\nFerries go electric\nWorld · 23 November 2026, 09:00 CET\n/story_7\n\n"
        "Ferries go electric\nWorld\n/story_6"
    )
    assert page.buttons == ((Button(label="1/3 ▶", press="recent:2"),),)
    assert recent(FRAME, (), page=1, total=0).text.plain == "No stories yet."


def test_recent_of_a_section_turns_its_own_pages() -> None:
    section = Section(slug="world", name="World")
    page = recent(FRAME, (make_article(7),), page=2, total=20, section=section)
    assert page.text.plain.startswith("Recent · World\n")
    assert [button.press for button in page.buttons[0]] == ["recent:world:1", "recent:world:3"]
    assert recent(make_frame(is_private=False), (make_article(7),), page=2, total=20).buttons == ()


def test_unknown_section_lists_those_that_are() -> None:
    section = Section(slug="world", name="World")
    assert no_section(FRAME, "Sport", (section,)).text.plain == "There is no section “Sport”.\nSections: World"
    assert no_section(FRAME, "Sport", ()).text.plain == "There is no section “Sport”."


def test_saved_lists_bookmarks() -> None:
    assert saved(FRAME, (make_article(7),), page=1, total=1).text.plain.startswith("Saved\n\nFerries")
    assert saved(FRAME, (), page=1, total=0).buttons == ((Button(label="Recent", press="recent:1"),),)


def test_following_lists_newest_instalments() -> None:
    assert following(FRAME, (make_article(7),), page=1, total=1).text.plain.startswith("Following\n\nFerries")
    assert following(FRAME, (), page=1, total=0).text.plain.startswith("You follow nothing yet.")


def test_search_shows_why_a_story_was_found() -> None:
    far = make_text("Far", bullets=(Bullet(text="nothing"),), body=("one " * 60 + "gulls argue " + "two " * 60,))
    page = found(FRAME, (make_article(7), make_article(8, far)), query="gul", page=1, has_more=True)

    first, second = page.text.plain.split("\n\n")[1:]
    assert first == "Ferries go electric\nGulls were heard.\n/story_7"
    assert second.startswith("Far\n…one one ")
    assert "gulls argue two" in second
    assert second.endswith("two…\n/story_8")
    emphasised = {page.text.plain[each.start : each.end] for each in page.text.entities}
    assert {"Gulls", "gulls"} <= emphasised
    assert page.buttons == ((Button(label="1/2 ▶", press="search:2"),),)


def test_matches_side_by_side_are_one_highlight() -> None:
    text = make_text("A", bullets=(Bullet(text="北京上海，北京"),))
    page = found(FRAME, (make_article(7, text),), query="北京 上海", page=1, has_more=False)
    highlights = [page.text.plain[each.start : each.end] for each in page.text.entities]
    assert highlights == ["北京 上海", "A", "北京上海", "北京"]


def test_search_for_a_headline_shows_the_first_bullet() -> None:
    page = found(
        FRAME,
        (make_article(7), make_article(8, make_text(bullets=(), body=()))),
        query="electric",
        page=1,
        has_more=False,
    )
    assert page.text.plain == (
        "Search: electric\n\nFerries go electric\nFour boats replace nine.\n/story_7\n\nFerries go electric\n/story_8"
    )
    nothing = found(FRAME, (), query="x", page=1, has_more=False)
    assert nothing.text.plain == "Search: x\n\nNothing found. Try fewer or other words."
