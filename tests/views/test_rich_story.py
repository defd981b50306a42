"""The story as one native page: within the grammar and the limits, with text, sources and notes intact."""

import re
from html import unescape

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.demo.botapi.rich import read_rich
from bot.views.inline_html import write_inline
from bot.views.rich import Block, fits, tags_of, write_blocks
from bot.views.rich_story import rich_forms, story
from bot.views.text import Entity, Style, Text, bold, italic, link, local_date
from storage.model import Article, ArticleText, Bullet, Label, Neighbours, Note, Picture, Source, Status
from tests.make import NOW, make_article, make_frame, make_text

FRAME = make_frame(has_rich=True)
NOBODY = Neighbours(older=None, newer=None)
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=300)
LINES = WORDS.map(lambda words: " ".join(words.split()) or "x")
MARKED = st.builds(
    lambda words, mark, wrap: f"{wrap}{words}{wrap} [{mark}]",
    LINES,
    st.integers(1, 9),
    st.sampled_from(["", "**", "*", "> ", "***"]),
)
ARTICLES = st.builds(
    ArticleText,
    headline=LINES,
    bullets=st.lists(st.builds(Bullet, text=LINES, sources=st.just((1, 2))), max_size=6).map(tuple),
    body=st.lists(MARKED, max_size=30).map(tuple),
    credit_line=st.none() | LINES,
    sources=st.just(
        (
            Source(outlet="The Harbour Gazette", title='A "quoted" <title> & more', url="https://a.example/1?x=1&y=2"),
            Source(outlet="Meridian Wire"),
        )
    ),
    picture=st.none() | st.builds(Picture, url=st.just("https://p.example/1.jpg"), caption=st.none() | LINES, credit=st.none() | LINES),
)  # fmt: skip


def readable(html: str) -> str:
    """Return what is to be read of a page, without blanks."""
    return "".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


@given(ARTICLES, st.lists(LINES, max_size=3))
@settings(max_examples=500, deadline=None)
def test_generated_articles_stay_within_grammar_and_limits_with_all_they_say(
    text: ArticleText, said: list[str]
) -> None:
    notes = tuple(Note(text=each, label=Label.CORRECTION) for each in said)
    article = make_article(7, text, notes=notes)
    forms = rich_forms(FRAME, article)
    assert len(forms) == (2 if text.picture else 1)
    for html in forms:
        message = read_rich({"html": html, "skip_entity_detection": True}, now=NOW.timestamp())
        assert message["blocks"][0]["type"] == "heading"
        page = readable(html)
        every = [text.headline, *(each.text for each in text.bullets), *said]
        assert [each for each in every if "".join(each.split()) not in page] == []
        assert [each.outlet for each in text.sources if "".join(each.outlet.split()) not in page] == []
        assert html.count('<tg-reference name="s') == len(text.sources)


def test_page_of_a_whole_article() -> None:
    body = (
        "The first boat left [at dawn](https://h.example/a?b=1&c=2). [1]", "> We heard **gulls**, he said. [2]", "An < odd & one.",
    )  # fmt: skip
    text = make_text("Ferries", bullets=(Bullet(text="Four boats.", sources=(1, 2)),), body=body)
    notes = (Note(text="A figure.", label=Label.CORRECTION), Note(text="a slip", label=Label.REFILE))
    (html,) = rich_forms(FRAME, make_article(7, text, notes=notes))
    one, two = ('<sup><a href="#s1">[1]</a></sup>', '<sup><a href="#s2">[2]</a></sup>')
    assert html.startswith(
        "<h1>Ferries</h1><p><i>Credited from: The Harbour Gazette, Meridian Wire</i><br/>"
        '<tg-time unix="1795420800" format="Dt">23 November 2026, 09:00 CET</tg-time></p>'
        f"<ul><li>Four boats. {one}{two}</li></ul>"
        f'<p>The first boat left <a href="https://h.example/a?b=1&amp;c=2">at dawn</a>. {one}</p>'
        f"<aside>We heard <b>gulls</b>, he said. {two}</aside><p>An &lt; odd &amp; one.</p>"
        "<details><summary>What changed</summary><p>Correction: A figure.</p></details><hr/><h3><b>Sources</b></h3>"
        '<p><tg-reference name="s1">1. <b>The Harbour Gazette</b>'
    )
    assert html.endswith("<footer>The Dateline · Credited from: The Harbour Gazette, Meridian Wire</footer>")


def test_page_of_a_draft_has_no_date() -> None:
    (html,) = rich_forms(FRAME, make_article(7, published_at=None))
    assert html.startswith(
        "<h1>Ferries go electric</h1><p><i>Credited from: The Harbour Gazette, Meridian Wire</i></p>"
    )


def test_long_story_opens_by_a_tap_behind_its_first_paragraphs() -> None:
    text = make_text(body=tuple(f"Paragraph {place}." for place in range(1, 21)))
    (html,) = rich_forms(FRAME, make_article(7, text))
    ahead, behind = html.split("<details>")
    assert ("Paragraph 8." in ahead, "Paragraph 9." in ahead) == (True, False)
    assert behind.startswith("<summary>Read on</summary><p>Paragraph 9.</p>")
    assert "Paragraph 20." in behind


def test_story_beyond_the_limits_has_no_native_page() -> None:
    for text in (
        make_text(body=("word " * 7000,)), make_text(body=("a",) * 460), make_text(body=("**a** b " * 400,) * 3),
    ):  # fmt: skip
        assert rich_forms(FRAME, make_article(7, text)) == ()
        page = story(FRAME, make_article(7, text), NOBODY)
        assert (page.rich, bool(page.text)) == (None, True)


def test_native_page_is_made_where_the_chat_wants_it_and_never_of_what_is_withdrawn() -> None:
    article = make_article(7)
    assert story(make_frame(), article, NOBODY).rich is None
    withdrawn: Article = make_article(7, status=Status.WITHDRAWN)
    assert story(FRAME, withdrawn, NOBODY).rich is None
    rich = story(FRAME, article, Neighbours(older=6, newer=None)).rich
    assert rich is not None
    assert [button.label for row in rich.buttons for button in row][:4] == ["Sources (2)", "Share", "Save", "◀ Older"]


def test_page_is_set_in_the_direction_of_its_language() -> None:
    for language, is_rtl in (("ar", True), ("fa-IR", True), ("en", False), ("xx-klingon", False)):
        page = story(FRAME, make_article(7, make_text(language=language)), NOBODY)
        assert (page.rich and page.rich.is_rtl) is is_rtl


def test_styles_that_overlap_are_nested() -> None:
    text = Text("abcdef", (Entity(Style.BOLD, 0, 4), Entity(Style.ITALIC, 2, 6)))
    assert write_inline(text, tags_of) == "<b>ab<i>cd</i></b>ef"
    assert write_inline(bold(italic("x") + link("y", "https://e.example")), tags_of) == (
        '<b><i>x</i><a href="https://e.example">y</a></b>'
    )
    assert write_inline(
        Text("abcd", (Entity(Style.BOLD, 0, 2), Entity(Style.ITALIC, 0, 2), Entity(Style.LINK, 1, 1))), tags_of
    ) == ("<b><i>ab</i></b>cd")
    assert write_inline(Text("q", (Entity(Style.QUOTE, 0, 1), Entity(Style.DATE, 0, 1))), tags_of) == "q"
    assert write_inline(local_date("then", NOW), tags_of).startswith('<tg-time unix="')


def test_depth_counts_styles_in_one_another() -> None:
    deep = Text("x", tuple(Entity(Style.BOLD, 0, 1) for _ in range(12)))
    assert not fits([Block(tag="p", text=deep)])
    assert fits([Block(tag="p", text=Text("xy", (Entity(Style.BOLD, 0, 1), Entity(Style.BOLD, 1, 2))))])
    assert fits([])
    assert write_blocks([Block(tag="hr", is_void=True)]) == "<hr/>"
