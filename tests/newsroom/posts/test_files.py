"""Strict post text and JSON: in, out, and bad input."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import ArticleFileError
from bot.newsroom.outlets.directory import make_directory
from bot.newsroom.posts.article_file import parse_article_file
from bot.newsroom.posts.newsarticle import parse_json, to_newsarticle, write_json
from bot.newsroom.posts.posttext import clean_article, parse_strict, write_strict
from bot.newsroom.text.cleaning import clean_line
from bot.newsroom.text.markup import escape_markup, write_marks
from storage.model import ArticleText, Bullet, Label, Note, Picture, Source, Status
from tests.make import make_article, make_text

NOBODY = make_directory(())

STRICT = """# Ferries go electric

Credited from: The Harbour Gazette
Section: World
Language: en
Picture: https://example.org/p.jpg | A ferry \\| at dawn | Ada / Agency

• Four boats replace nine. [1][2]
- Fares stay [sic] at \\[6] crowns.

The first boat left
at dawn. [1]

\\• not a bullet

> Quiet. [2]

Sources:
1. The Harbour Gazette | At the plug | https://harbour.example/plug | 2026-11-23
2. Meridian Wire
3. Quill | https://quill.example
"""
STRICT_TEXT = ArticleText(
    headline="Ferries go electric",
    credit_line="The Harbour Gazette",
    section="World",
    language="en",
    picture=Picture(url="https://example.org/p.jpg", caption="A ferry | at dawn", credit="Ada / Agency"),
    bullets=(
        Bullet(text="Four boats replace nine.", sources=(1, 2)),
        Bullet(text="Fares stay [sic] at [6] crowns."),
    ),
    body=("The first boat left at dawn. [1]", "• not a bullet", "> Quiet. [2]"),
    sources=(
        Source(
            outlet="The Harbour Gazette",
            title="At the plug",
            url="https://harbour.example/plug",
            published_on=date(2026, 11, 23),
        ),
        Source(outlet="Meridian Wire"),
        Source(outlet="Quill", url="https://quill.example"),
    ),
)


def test_strict_post_text_says_exactly_what_it_means() -> None:
    assert parse_strict(STRICT) == STRICT_TEXT
    assert parse_strict(write_strict(STRICT_TEXT)) == STRICT_TEXT


lines = st.text(max_size=60).map(clean_line)
filled = lines.filter(bool)
optional = st.none() | filled


@st.composite
def article_texts(draw: st.DrawFn) -> ArticleText:
    """Any article of cleaned Unicode."""
    sources = draw(
        st.lists(
            st.builds(
                Source,
                outlet=filled,
                title=optional | st.just("https://a.example/title"),
                url=st.none() | st.sampled_from(["https://a.example/x", "http://b.example/y?z=1|2"]),
                published_on=st.none() | st.dates(),
            ),
            max_size=4,
        )
    )
    numbers = st.lists(st.integers(1, len(sources)), max_size=3, unique=True) if sources else st.just([])
    structural = st.sampled_from(["Sources:", "• x", "\\• x", "# x", "Section: x", "- x", "\\\\Sources:", "> x"])
    paragraph = st.builds(
        lambda text, marks: f"{escape_markup(text)} {write_marks(tuple(marks))}".strip(), filled, numbers
    )
    bullets = draw(st.lists(st.builds(Bullet, text=filled, sources=numbers.map(tuple)), max_size=4))
    body = draw(st.lists(paragraph | structural, min_size=0 if bullets else 1, max_size=4))
    address = st.just("https://a.example/p.jpg") | filled.filter(lambda name: "://" not in name)
    picture = st.builds(Picture, url=address, caption=optional, credit=optional)
    return ArticleText(
        headline=draw(filled),
        bullets=tuple(bullets),
        body=tuple(body),
        credit_line=draw(optional),
        sources=tuple(sources),
        section=draw(optional),
        language=draw(st.sampled_from(["en", "ar", "pt-BR", "zh"])),
        picture=draw(st.none() | picture),
    )


@settings(max_examples=1000)
@given(article_texts())
def test_export_and_import_give_an_equal_article_in_both_formats(text: ArticleText) -> None:
    assert clean_article(text) == text
    assert parse_article_file(write_strict(text).encode(), NOBODY).texts == (text,)
    assert parse_article_file(write_json([text]).encode(), NOBODY).texts == (text,)


def test_several_articles_come_as_an_array_or_as_lines() -> None:
    one, other = make_text("One"), make_text("Other")
    array = write_json([one, other])
    rows = (
        write_json([one]).strip("[]\n").replace("\n", "") + "\n\n" + write_json([other]).strip("[]\n").replace("\n", "")
    )

    assert parse_json(array) == (one, other)
    assert parse_json(rows) == (one, other)


def test_article_is_shown_as_newsarticle_with_number_and_times() -> None:
    article = make_article(
        7, status=Status.PUBLISHED, notes=(Note(text="A figure was wrong.", label=Label.CORRECTION),)
    )

    assert to_newsarticle(article) == {
        "identifier": 7,
        "headline": "Ferries go electric",
        "abstract": ["Four boats replace nine. [1]", "Fares stay. [1][2]"],
        "articleBody": "The first boat left at dawn. [1]\n\nGulls were heard. [2]",
        "citation": [
            {
                "position": 1,
                "publisher": {"name": "The Harbour Gazette"},
                "headline": "At the plug",
                "url": "https://harbour.example/plug",
            },
            {"position": 2, "publisher": {"name": "Meridian Wire"}},
        ],
        "articleSection": "World",
        "inLanguage": "en",
        "datePublished": "2026-11-23T08:00:00+00:00",
        "dateModified": "2026-11-23T08:00:00+00:00",
        "creativeWorkStatus": "published",
        "correction": "A figure was wrong.",
    }
    assert "datePublished" not in to_newsarticle(make_article(7, status=Status.DRAFT, published_at=None))


def test_image_may_be_an_address_alone() -> None:
    (text,) = parse_json('{"headline": "A", "abstract": ["b"], "image": "https://example.org/p.jpg"}')
    assert text.picture == Picture(url="https://example.org/p.jpg")
    (text,) = parse_json('{"headline": "A", "abstract": ["b"], "image": ""}')
    assert text.picture is None


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ("# \n\nBody.", "line 1: the headline is empty; expected # and the headline"),
        ("# A\n", "the article says nothing; expected bullets or a body under the headline"),
        ("# A\nSection: X\nSection: Y\n\nBody.", "line 3: Section stands twice; expected it once"),
        ("# A\nSection:\n\nBody.", "line 2: Section is empty; expected a value, or no such line"),
        ("# A\nLanguage: x y\n\nB.", "line 2: 'x y' is no language; expected a code such as en or pt-BR"),
        ("# A\n• [1]\nSources:\n1. X", "line 2: a bullet without words; expected • and a key point"),
        ("# A\n\nB. [1]", "line 3: [1] points at no source; expected no marks, since there are no sources"),
        ("# A\n• B [3]\nSources:\n1. X", "line 2: [3] points at no source; expected a mark from [1] to [1]"),
        (
            "# A\n\nB.\n\nSources:\n2. X",
            "line 6: '2. X' is not source 1; expected 1. Outlet | title | address | date",
        ),
        (
            "# A\n\nB.\n\nSources:\n1. X | t | u | 2026-01-01 | z",
            "line 6: a source has the wrong fields; expected Outlet | title | address | date",
        ),
        ("# A\n\nB.\n\nSources:\n1. X | t | u", "line 6: 'u' is no address; expected http:// or https://"),
        (
            "# A\n\nB.\n\nSources:\n1. X | t | https://x.example | today",
            "line 6: 'today' is no date; expected a date such as 2025-08-08",
        ),
        ('{"headline": 3}', "headline: got int '3'; expected a valid string"),
        ('{"abstract": []}', "headline: it is missing; expected a value"),
        ('{"headline": "A"}', "the article says nothing; expected abstract or articleBody"),
        ('{"headline": "\\u200b", "abstract": ["b"]}', "headline: it is empty; expected a headline"),
        ('{"headline": "A", "abstract": ["[1]"]}', "abstract: a bullet without words; expected a key point"),
        (
            '{"headline": "A", "abstract": ["b"], "inLanguage": "?"}',
            "inLanguage: '?' is no language; expected a code such as en or pt-BR",
        ),
        (
            '{"headline": "A", "abstract": ["b"], "citation": [{"position": 1, "publisher": {"name": "\\u200b"}}]}',
            "citation: a publisher without a name; expected publisher.name",
        ),
        (
            '{"headline": "A", "abstract": ["b"], "citation": [{"position": 2, "publisher": {"name": "X"}}]}',
            "citation: position 2 out of order; expected 1",
        ),
        (
            '{"headline": "A", "abstract": ["b"], '
            '"citation": [{"position": 1, "publisher": {"name": "X"}, "datePublished": "soon"}]}',
            "citation.datePublished: 'soon' is no date; expected 2025-08-08",
        ),
        (
            '{"headline": "A", "abstract": ["b [2]"]}',
            "[2] points at no source; expected no marks, since there are no sources",
        ),
        (
            '{"headline": "A", "abstract": ["b"], "image": "ftp://x.example/y.jpg"}',
            "image: 'ftp://x.example/y.jpg' is no address; expected http:// or https://, or the name of a file",
        ),
        (
            '{"headline": "A", "abstract": ["b"]}\n{"headline": "B"}',
            "line 2: the article says nothing; expected abstract or articleBody",
        ),
        ("[3]", "the document: got int '3'; expected a valid dictionary"),
        ("{nonsense", "line 1: no JSON: Expecting property name enclosed in double quotes; expected"
         " an object, an array or JSON Lines"),
        ('{"headline": "A", "abstract": ["b"]}\n{oops', "line 2: no JSON: Expecting property name enclosed in double"
         " quotes; expected one object per line"),
        ('{"headline": "A", "abstract": ["b"]}\n{"headline": 1}', "line 2: headline: got int '1'; expected a valid string"),
        ("[" * 200_000, "the JSON is nested too deeply; expected articles"),
        ('{"headline": "A", "abstract": ["b"], "x": ' + "9" * 5000 + "}", "no JSON: Exceeds the limit (4300 digits) for integer"
         " string conversion: value has 5000 di; expected an object, an array or JSON Lines"),
        (
            '{"headline": "A", "abstract": ["b"], "citation": [{"position": 1, "publisher": {"name": "X"}, "url": "https://"}]}',
            "citation.0.url: got str 'https://'; expected an address such as https://example.org/a",
        ),
        (
            "# A\nPicture: ftp://x/y.jpg\n\nB.",
            "line 2: Picture: 'ftp://x/y.jpg' cannot be read; expected an address or a file | caption | credit",
        ),
        ("  \n", "line 1: the file is empty; expected post text or JSON"),
    ],
)  # fmt: skip
def test_bad_files_are_refused_with_place_and_expectation(document: str, message: str) -> None:
    with pytest.raises(ArticleFileError) as caught:
        parse_article_file(document.encode(), NOBODY)
    assert str(caught.value) == message


def test_unknown_json_fields_are_refused_by_name() -> None:
    with pytest.raises(ArticleFileError, match=r"^citation\.0\.publishr: no such field; expected one of .*headline"):
        parse_json('{"headline": "A", "citation": [{"position": 1, "publisher": {"name": "X"}, "publishr": 1}]}')


def test_file_that_is_not_utf8_is_refused_with_its_line() -> None:
    with pytest.raises(ArticleFileError) as caught:
        parse_article_file(b"# A\n\nB\xff", NOBODY)
    assert str(caught.value) == "line 3: the file is not UTF-8 text; expected UTF-8"


def test_quotation_of_several_lines_is_one() -> None:
    assert parse_strict("# A\n\n> One\n> two.\n").body == ("> One two.",)


def test_bracketed_headline_is_no_json() -> None:
    read = parse_article_file(b"[Tallvik] A quiet day\n- One thing happened here.", NOBODY)
    assert read.texts[0].headline == "[Tallvik] A quiet day"


def test_loose_text_is_what_is_neither_strict_nor_json() -> None:
    read = parse_article_file(b"Share\nA quiet day\n- One thing happened here.", NOBODY)
    assert (read.texts[0].headline, read.dropped) == ("A quiet day", ("Share",))
