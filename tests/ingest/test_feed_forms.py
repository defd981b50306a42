"""Forms of dates, links and pictures that some feeds alone have."""

import pytest

from bot.ingest.feed_dates import read_date
from bot.ingest.feed_file import join_address, parse_feed, plain
from bot.ingest.feed_media import read_media


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("20261124T0930Z", "2026-11-24 09:30"),
        ("20261127T0930+0100", "2026-11-27 08:30"),
        ("2026-W48-2", "2026-11-24 00:00"),
        ("2026-W99-2", None),
    ],
)
def test_iso_dates_without_hyphens_and_by_weeks_are_read(written: str, moment: str | None) -> None:
    read = read_date(written, None)
    assert (read and f"{read:%Y-%m-%d %H:%M}") == moment


def test_link_without_a_scheme_leads_to_its_host() -> None:
    assert join_address("www.b.example/2", "https://a.example/dir/feed") == "https://www.b.example/2"


def test_picture_of_rss_is_its_address_and_not_its_title_too() -> None:
    item = "<item><image><url>https://a.example/i.jpg</url><title>Logo</title></image></item>"
    (medium,) = read_media(f"<rss><channel>{item}</channel></rss>".encode())
    assert medium is not None
    assert medium.url == "https://a.example/i.jpg"


def test_largest_picture_is_taken_by_its_height_where_no_width_is_said() -> None:
    media = "".join(f'<media:content url="https://a.example/{size}.jpg" height="{size}"/>' for size in (75, 900))
    feed = f'<rss xmlns:media="http://search.yahoo.com/mrss/"><channel><item>{media}</item></channel></rss>'
    (medium,) = read_media(feed.encode())
    assert medium is not None
    assert medium.url == "https://a.example/900.jpg"


@pytest.mark.parametrize("host", ["harbour.example", "harbour.media", "harbour.london"])
def test_author_is_a_name_whatever_address_stands_before_it(host: str) -> None:
    item = f"<item><title>T</title><link>https://a.example/1</link><author>ada@{host} (Ada Berg)</author></item>"
    (entry,) = parse_feed(f"<rss><channel>{item}</channel></rss>".encode(), url="https://a.example/f").entries
    assert entry.authors == ("Ada Berg",)


def test_picture_in_a_text_is_relative_to_what_the_text_says() -> None:
    content = '<content type="html" xml:base="z/">&lt;img src="p.png"&gt; Four ferries started.</content>'
    body = (
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/x/"><title>A</title>'
        f'<entry xml:base="y/"><id>1</id><title>Ferries</title><link href="1.html"/>{content}</entry></feed>'
    )
    (entry,) = parse_feed(body.encode(), url="https://feeds.example/a").entries
    assert (entry.url, entry.picture) == ("https://a.example/x/y/1.html", "https://a.example/x/y/z/p.png")


@pytest.mark.parametrize(
    "image",
    [
        "<img src=https://a.example/p.jpg width=600>",
        '<img alt="Up > down" src="https://a.example/p.jpg">',
        "<img alt=\"x\"src='https://a.example/p.jpg'>",
        '<IMG SRC="https://a.example/p.jpg" STYLE="height: 40px">',
        '<img src="data:image/gif;base64,R0lGOD"><img src="https://a.example/p.jpg">',
        '<img data-src="x.jpg"><noscript><img src="https://a.example/p.jpg"></noscript>',
        '<!-- <img src="https://a.example/old.jpg"> --><img src="https://a.example/p.jpg">',
        '<img src="https://a.example/1.gif" width=1 height=1><img src="https://a.example/p.jpg">',
    ],
)
def test_picture_of_a_text_is_found_however_it_is_written(image: str) -> None:
    item = (
        f"<item><title>T</title><link>https://a.example/1</link><description><![CDATA[{image}]]></description></item>"
    )
    (entry,) = parse_feed(
        f"<rss version='2.0'><channel>{item}</channel></rss>".encode(), url="https://a.example"
    ).entries
    assert entry.picture == "https://a.example/p.jpg"


def test_elements_called_as_the_parsers_own_names_cost_no_feed() -> None:
    item = "<item><title>T</title><link>https://a.example/1</link><summary_detail>x</summary_detail><authors>x</authors></item>"
    (entry,) = parse_feed(
        f"<rss version='2.0'><channel>{item}</channel></rss>".encode(), url="https://a.example"
    ).entries
    assert (entry.title, entry.authors) == ("T", ())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Four ferries<noscript> started.</noscript>", "Four ferries started."),
        ('Four ferries started.<iframe src="x"><a href="y">a video</a></iframe>', "Four ferries started."),
        ("<noscript><img src='/p.jpg'></noscript>Four ferries started.", "Four ferries started."),
        ("<style>p { color: red }</style>Four ferries started.<script>track()</script>", "Four ferries started."),
    ],
)
def test_markup_that_browsers_take_for_text_is_no_words_of_an_entry(text: str, said: str) -> None:
    assert plain(text) == said
