"""Loose post text: articles as pasted from pages."""

from pathlib import Path

import pytest

from bot.errors import ArticleFileError
from bot.newsroom.outlets.attribution import extract_outlets
from bot.newsroom.outlets.directory import make_directory
from bot.newsroom.posts.article_file import parse_article_file
from bot.newsroom.posts.loose import parse_loose
from bot.newsroom.text.language import guess_language
from storage.model import ArticleText, Bullet, Picture, Source
from storage.outlets import read_shipped_outlets

DIRECTORY = make_directory(read_shipped_outlets())

PAGE = """
Harbour lights go out - Morning Example
MORNINGEXAMPLE
Menu
Harbour lights go out after ninety years

Credited from: NORTHWINDPOST, Reuters

• The lamps were lit in 1936 and are now in a museum.
• A storm had broken two of them, as reported by Reuters.

The lamps of the old harbour went out on Friday evening, according to northwindpost. Children counted down.

ADVERTISEMENT

Nobody had repaired them for years, officials said. A museum took all forty, Reuters and the BBC reported.

Share this article:
next-picture
Recent posts
Another headline of another day
"""


def test_page_is_read_as_an_article() -> None:
    read = parse_loose(PAGE, DIRECTORY)

    assert read.text == ArticleText(
        headline="Harbour lights go out after ninety years",
        credit_line="NORTHWINDPOST, Reuters",
        bullets=(
            Bullet(text="The lamps were lit in 1936 and are now in a museum."),
            Bullet(text="A storm had broken two of them, as reported by Reuters.", sources=(2,)),
        ),
        body=(
            "The lamps of the old harbour went out on Friday evening, according to northwindpost. [1]"
            " Children counted down.",
            "Nobody had repaired them for years, officials said."
            " A museum took all forty, Reuters and the BBC reported. [2][3]",
        ),
        sources=(Source(outlet="NORTHWINDPOST"), Source(outlet="Reuters"), Source(outlet="BBC")),
        language="en",
    )
    assert read.dropped == (
        "Harbour lights go out - Morning Example", "MORNINGEXAMPLE", "Menu",
        "ADVERTISEMENT", "Share this article:", "next-picture", "Recent posts", "Another headline of another day",
    )  # fmt: skip


def test_seed_page_is_read_as_an_article(shared: Path) -> None:
    content = (shared / "seed-article.txt").read_bytes()
    lines = content.decode().split("\n")

    read = parse_article_file(content, DIRECTORY)

    (text,) = read.texts
    assert text.headline == "Xi Jinping Supports Improved US-Russia Relations Amid Upcoming Trump-Putin Talks"
    assert text.credit_line == "TRT Global"
    assert [source.outlet for source in text.sources] == ["TRT Global", "CNA", "Indiatimes", "Al Jazeera", "SCMP"]
    assert [bullet.sources for bullet in text.bullets] == [()] * 5
    assert [f"  • {bullet.text}" for bullet in text.bullets] == [line for line in lines if line.startswith("  •")]
    marks = (" [1][2][3]", " [4][5]", " [1][3]", " [5][4]")
    paragraphs = [paragraph.replace(mark, "") for paragraph, mark in zip(text.body, marks, strict=True)]
    assert paragraphs == [line for line in lines if len(line) > 200]
    assert (text.language, text.section, text.picture) == ("en", None, None)
    assert len(read.dropped) == 8


def test_text_without_credit_line_takes_the_line_before_the_first_bullet() -> None:
    read = parse_loose("Home\nA quiet day\n- One thing happened here.\n- Another did not.\n", DIRECTORY)

    assert (read.text.headline, read.dropped) == ("A quiet day", ("Home",))
    assert [bullet.text for bullet in read.text.bullets] == ["One thing happened here.", "Another did not."]


def test_text_without_bullets_takes_the_line_before_the_story() -> None:
    read = parse_loose("A quiet day\n\nNothing happened in the harbour today.\n", DIRECTORY)

    assert (read.text.headline, read.text.body) == ("A quiet day", ("Nothing happened in the harbour today.",))


def test_headline_with_a_full_stop_is_the_first_line() -> None:
    read = parse_loose("Nothing happened in the harbour.\nIt was a very quiet day for all.\n", DIRECTORY)

    assert read.text.headline == "Nothing happened in the harbour."
    assert read.text.body == ("It was a very quiet day for all.",)


def test_keys_and_source_list_are_taken_as_written() -> None:
    text = parse_loose(
        "A quiet day\nSection: World\nLanguage: de\nPicture: https://example.org/p.jpg | Quiet | Ada\n"
        "• Nothing happened, says one. [1]\n\nNobody came, neighbours say. [2]\n"
        "It stayed quiet, according to Reuters.\n\n"
        "Sources:\n1. Harbour Gazette | Quiet | https://example.org/q | 2026-11-01\n2. Meridian Wire\n\nShare\n",
        DIRECTORY,
    ).text

    assert (text.section, text.language) == ("World", "de")
    assert text.picture == Picture(url="https://example.org/p.jpg", caption="Quiet", credit="Ada")
    assert text.bullets == (Bullet(text="Nothing happened, says one.", sources=(1,)),)
    assert text.body == (
        "Nobody came, neighbours say. [2]",
        "It stayed quiet, according to Reuters. [3]",
    )
    assert [source.outlet for source in text.sources] == ["Harbour Gazette", "Meridian Wire", "Reuters"]


def test_language_that_is_none_is_guessed() -> None:
    text = parse_loose("Ein Tag\nLanguage: Deutsch bitte\n• Es ist heute nichts geschehen, sagt man hier.\n", DIRECTORY)
    assert text.text.language == "de"
    assert guess_language("اليوم لم يحدث شيء في الميناء") == "ar"


def test_wrapped_lines_are_one_paragraph_and_wrapped_bullets_one_bullet() -> None:
    read = parse_loose(
        "A quiet day\n• A bullet that goes on\nin the next line.\n\n"
        "This paragraph was wrapped by a mail program at about seventy-two\n"
        "characters, so that its lines are of nearly the same length and do\n"
        "not end in a sentence.\n",
        DIRECTORY,
    ).text
    assert read.bullets == (Bullet(text="A bullet that goes on in the next line."),)
    assert len(read.body) == 1


def test_subheading_between_paragraphs_is_kept() -> None:
    body = parse_loose(
        "A quiet day\n\nNothing happened in the harbour today.\n\nWhat comes next\n\nNobody knows what comes next.\n",
        DIRECTORY,
    ).text.body
    assert body == ("Nothing happened in the harbour today.", "What comes next", "Nobody knows what comes next.")


@pytest.mark.parametrize(
    ("headline", "kept"),
    [
        ("A quiet day | Reuters", "A quiet day"),
        ("A quiet day - Morning Example", "A quiet day"),
        ("A quiet day - and a loud night", "A quiet day - and a loud night"),
    ],
)
def test_site_name_is_cut_off_the_headline(headline: str, kept: str) -> None:
    page = f"MORNING EXAMPLE\n{headline}\nCredits: Reuters\n• Nothing happened today at all.\n"
    assert parse_loose(page, DIRECTORY).text.headline == kept


def test_signs_of_markup_in_pasted_text_stay_signs() -> None:
    text = parse_loose("A quiet day\n\nIt cost *5* and [1] more than \\_ last year did.\n", DIRECTORY).text
    assert text.body == ("It cost \\*5\\* and \\[1] more than \\\\\\_ last year did.",)


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("Share\n", "line 1: no headline was found; expected a headline, then bullets or a body"),
        ("Only this", "line 1: no headline was found; expected a headline, then bullets or a body"),
        (
            "\nCredited from: Reuters\n• One thing happened here.",
            "line 2: no headline above the credit line; expected a headline on a line of its own",
        ),
        ("A day\nCredited from: Reuters\n", "nothing but a headline was found; expected bullets or a body under it"),
        (
            "A day\n• One thing happened. [3]\nSources:\n1. Reuters\n",
            "[3] points at no source; expected a mark from [1] to [1]",
        ),
        (
            "A day\n\nOne more thing has happened. [3]\nSources:\n1. Reuters\n",
            "[3] points at no source; expected a mark from [1] to [1]",
        ),
    ],
)
def test_bad_pages_are_refused(page: str, message: str) -> None:
    with pytest.raises(ArticleFileError) as caught:
        parse_loose(page, DIRECTORY)
    assert str(caught.value) == message


def test_attribution_is_found_where_the_outlet_is_only_in_the_credit_line() -> None:
    directory = DIRECTORY.extended(["Zenith"])
    assert extract_outlets("as seen by zenith", directory) == ("Zenith",)


def test_bylines_and_dates_around_the_headline_are_dropped_and_listed() -> None:
    page = (
        "SITE\nBig storm hits the coast\nBy Carla Voss\nMay 5, 2025, 10:14 AM GMT\nListen to this article\n"
        "Credited from: BBC, NORTHPOST\n\n* Two piers fell in the night.\n\n"
        "Two piers fell, as noted by northpost and the BBC.\n\nTHE COST\n\nIt will cost 4 million, experts say.\n\n"
        "Click to share on Facebook (Opens in new window)\n© 2025 Site. All rights reserved.\n"
    )
    read = parse_loose(page, DIRECTORY)
    assert (read.text.headline, read.text.credit_line) == ("Big storm hits the coast", "BBC, NORTHPOST")
    assert read.text.body == (
        "Two piers fell, as noted by northpost and the BBC. [2][1]",
        "THE COST",
        "It will cost 4 million, experts say.",
    )
    assert read.dropped == (
        "SITE", "By Carla Voss", "May 5, 2025, 10:14 AM GMT", "Listen to this article",
        "Click to share on Facebook (Opens in new window)", "© 2025 Site. All rights reserved.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("page", "headline"),
    [
        ("Rates left unchanged\n\n- Rates unchanged\n- Banks cheer\n\nThe bank kept its rate.", "Rates left unchanged"),
        (
            "Copyright law changes in Europe\nCredits: Reuters\n\nIt changed on Friday.",
            "Copyright law changes in Europe",
        ),
        ("More in Gaza are hungry, UN says\n\n- Half a million need food.", "More in Gaza are hungry, UN says"),
        ("عنوان الخبر هنا\nالمصدر: الجزيرة\n• نقطة أولى في الخبر", "عنوان الخبر هنا"),
    ],
)
def test_headline_is_found_where_words_mislead(page: str, headline: str) -> None:
    assert parse_loose(page, DIRECTORY).text.headline == headline


def test_sentences_that_begin_like_furniture_stay_in_the_story() -> None:
    sentence = "Published by the ministry on Friday, the report says that more is to come next year."
    assert parse_loose(f"A quiet day\n\n{sentence}\n", DIRECTORY).text.body == (sentence,)


def test_address_in_brackets_is_without_them() -> None:
    page = "A quiet day\n\nNothing happened in Marn on Friday.\n\nSources:\nMarn Ledger (https://ledger.example/7)\n"
    assert [source.url for source in parse_loose(page, DIRECTORY).text.sources] == ["https://ledger.example/7"]
