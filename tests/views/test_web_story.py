"""A story as its web page has it: each value whole, and every stranger's character escaped."""

import json
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from bot.views.text import Entity, Style, Text
from bot.views.web import Teaser, WebPicture, WebSource, WebStory, _html, json_ld, teaser, web_story
from storage.model import Bullet, Label, Note, Picture, Source, Status
from tests.make import NOW, make_article, make_frame, make_text

FRAME = make_frame(pages_url="https://news.example", picture_origin="https://news.example")
ADDRESS = "https://news.example/story/7"
SOURCES = (
    Source(outlet="The Harbour Gazette", title="Boats <3", url="https://a.example/1?x=1&y=2", published_on=date(2026, 11, 22)),
    Source(outlet="Meridian Wire", url="javascript:alert(1)"),
)  # fmt: skip
TEXT = make_text(
    bullets=(Bullet(text="Four boats & nine.", sources=(1, 2)),),
    body=("The **first** boat left [at dawn](https://h.example/a?b=1&c=2). [1]", "> We heard <gulls>, *he* said. [2]"),
    sources=SOURCES,
    section="World",
    picture=Picture(url="https://p.example/1.jpg", caption="A ferry", credit="Ada"),
)
NOTES = (
    Note(text="A fare was wrong.", label=Label.CORRECTION),
    Note(text="A comma.", label=Label.REFILE),
    Note(text="Fares stay.", label=Label.UPDATE),
)


def test_story_has_all_of_the_article() -> None:
    article = make_article(7, TEXT, notes=NOTES, earlier=3)
    story = web_story(FRAME, article, address=ADDRESS)
    assert replace(story, data=json_ld({})) == WebStory(
        teaser=Teaser(
            number=7,
            headline="Ferries go electric",
            first="Four boats & nine.",
            section="World",
            section_slug="world",
            written=story.teaser.written,
            moment=NOW.isoformat(timespec="seconds"),
            picture=WebPicture(address="https://p.example/1.jpg", caption="A ferry", credit="Ada"),
            language="en",
            direction="ltr",
        ),
        credit="Credited from: The Harbour Gazette, Meridian Wire",
        bullets=(
            Markup(
                'Four boats &amp; nine. <sup><a href="#source-1">[1]</a></sup><sup><a href="#source-2">[2]</a></sup>'
            ),
        ),
        paragraphs=(
            (
                False,
                Markup(
                    'The <b>first</b> boat left <a href="https://h.example/a?b=1&amp;c=2" rel="nofollow noopener">at dawn</a>.'
                    ' <sup><a href="#source-1">[1]</a></sup>'
                ),
            ),
            (True, Markup('We heard &lt;gulls&gt;, <i>he</i> said. <sup><a href="#source-2">[2]</a></sup>')),
        ),
        sources=(
            WebSource(
                number=1,
                outlet="The Harbour Gazette",
                title="Boats <3",
                address="https://a.example/1?x=1&y=2",
                day=story.sources[0].day,
            ),
            WebSource(number=2, outlet="Meridian Wire", title="", address=None, day=""),
        ),
        outlets=2,
        notes=("Correction: A fare was wrong.", "Update: Fares stay."),
        earlier=3,
        withdrawn=None,
        data=json_ld({}),
    )


def test_data_of_a_story_is_schema_org_s() -> None:
    data = json.loads(web_story(FRAME, make_article(7, TEXT, notes=NOTES), address=ADDRESS).data)
    assert (data["correction"], data["image"], data["articleSection"]) == (
        ["A fare was wrong."],
        "https://p.example/1.jpg",
        "World",
    )
    assert data["citation"][0] == {
        "@type": "CreativeWork",
        "name": "Boats <3",
        "url": "https://a.example/1?x=1&y=2",
        "publisher": {"@type": "Organization", "name": "The Harbour Gazette"},
        "datePublished": "2026-11-22",
    }


def test_withdrawn_story_says_why_and_nothing_that_it_said() -> None:
    article = make_article(7, TEXT, notes=NOTES, status=Status.WITHDRAWN, withdrawal_reason="It was wrong.")
    story = web_story(FRAME, article, address=ADDRESS)
    assert (story.withdrawn, story.bullets, story.paragraphs, story.sources, story.notes, story.teaser.picture) == (
        "It was wrong.", (), (), (), (), None,
    )  # fmt: skip
    assert "boats" not in story.data
    assert web_story(FRAME, replace(article, withdrawal_reason=None), address=ADDRESS).withdrawn == ""


def test_teaser_begins_with_the_first_bullet_else_the_first_paragraph_else_nothing() -> None:
    firsts = [
        teaser(FRAME, make_article(7, make_text(section=None, **changes))).first
        for changes in ({}, {"bullets": (), "body": ("> It **was** so. [1]",)}, {"bullets": (), "body": ()})
    ]
    assert firsts == ["Four boats replace nine.", "It was so.", ""]
    assert teaser(FRAME, make_article(7, make_text(section=None))).section_slug == ""
    assert teaser(FRAME, make_article(7, make_text(language="ar"))).direction == "rtl"
    assert teaser(make_frame(), make_article(7, make_text(picture=Picture(url="ab12.jpg")))).picture is None


def test_style_that_pages_do_not_know_leaves_its_words() -> None:
    assert _html(Text("a < b", (Entity(Style.QUOTE, 0, 1),))) == "a &lt; b"


@given(st.recursive(st.text() | st.none(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_no_data_ends_its_script(value: object) -> None:
    written = json_ld({"value": value})
    assert not set("<>&") & set(written)
    assert json.loads(written) == {"value": value}
