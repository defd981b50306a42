"""Feeds as careless programs write them, read as their readers would."""

import json

import pytest

from bot.ingest.feed_file import parse_feed
from bot.ingest.feed_media import read_media
from bot.ingest.page_file import extract_feed_links

URL = "https://a.example/feed"
MEDIA = 'xmlns:media="http://search.yahoo.com/mrss/"'


def rss(item: str, title: str = "Outlet") -> bytes:
    return f'<rss version="2.0" {MEDIA}><channel><title>{title}</title><item>{item}</item></channel></rss>'.encode()


def test_bare_ampersands_stay_as_they_are_written() -> None:
    item = "<title>Q&A: AT&T and R&amp;D</title><description><![CDATA[<p>M&S said R&amp;D</p>]]></description>"
    feed = parse_feed(rss(item, title="H&M Times"), url=URL)
    (entry,) = feed.entries
    assert (feed.title, entry.title, entry.summary) == ("H&M Times", "Q&A: AT&T and R&D", "M&S said R&D")


def test_widest_thumbnail_and_the_photographer_are_taken() -> None:
    item = (
        '<media:thumbnail url="https://a.example/s.jpg" width="75"/>'
        '<media:thumbnail url="https://a.example/l.jpg" width="800"/>'
        '<media:credit role="author">Desk</media:credit><media:credit role="photographer">Ada Larsen</media:credit>'
    )
    (medium,) = read_media(rss(item))
    assert medium is not None
    assert (medium.url, medium.credit) == ("https://a.example/l.jpg", "Ada Larsen")


@pytest.mark.parametrize(
    "image",
    [
        '<img src="data:image/gif;base64,R0" data-src="https://a.example/c.jpg">',
        '<img srcset="https://a.example/c.jpg 1x, https://a.example/d.jpg 2x">',
        '<img data-src="https://a.example/x.jpg"><img src="https://a.example/c.jpg">',
    ],
)
def test_picture_that_is_loaded_later_is_a_picture(image: str) -> None:
    (entry,) = parse_feed(rss(f"<title>T</title><description><![CDATA[{image}]]></description>"), url=URL).entries
    assert entry.picture == "https://a.example/c.jpg"


def test_json_feed_with_odd_values_is_read() -> None:
    item = {
        "id": "1",
        "title": ["T"],
        "content_html": "<p><img src='/c.jpg'>Two\nlines</p>",
        "date_published": "0001-01-01T00:00:00Z",
        "date_modified": "2026-11-24T09:30:00Z",
    }
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Outlet", "items": [item]}
    (entry,) = parse_feed(json.dumps(feed).replace("\\n", "\n").encode(), url=URL).entries
    assert (entry.title, entry.summary, entry.picture) == ("", "Two lines", "https://a.example/c.jpg")
    assert entry.published_at is not None
    assert entry.published_at.year == 2026


def test_feed_of_comments_comes_last_in_any_language_and_odd_types_are_feeds() -> None:
    page = (
        b"<html><head>"
        b'<link rel="alternate" type="application/rss+xml" title="Kommentar-Feed" href="/k">'
        b'<link rel="alternate" type="application/x.atom+xml" title="Nachrichten" href="/n">'
        b'<link rel="feed" type="text/rss+xml" href="/m"></head><body></body></html>'
    )
    found = extract_feed_links(page, url="https://a.example/")
    assert found == ("https://a.example/n", "https://a.example/m", "https://a.example/k")
