"""Feeds as they come: each kind is one that was met, and what its publisher meant."""

import gzip
import json
from datetime import UTC, datetime
from typing import Any

import pytest
from aiohttp import web

from bot.errors import FetchError
from bot.ingest.charsets import decode_text
from bot.ingest.discovery import discover
from bot.ingest.feed_dates import read_date
from bot.ingest.feed_file import parse_feed
from bot.ingest.fetching import Fetcher
from bot.ingest.pipeline import Pipeline, PipelinePolicy
from bot.ingest.polling import outlet_of
from bot.ingest.reading import opened_readers
from bot.newsroom.outlets.directory import make_directory
from storage.model import Feed, NewFeed
from storage.outlets import read_shipped_outlets
from storage.store import Storage
from tests.ingest.serving import serving
from tests.make import NOW

URL = "https://a.example/feed"
DIRECTORY = make_directory(read_shipped_outlets())


def rss(item: str, *, head: str = "", title: str = "Marn Ledger") -> str:
    return (
        f"{head}<rss version='2.0' xmlns:media='http://search.yahoo.com/mrss/'><channel><title>{title}</title>"
        f"<link>https://a.example/</link>{item}</channel></rss>"
    )


def item(inside: str = "", *, title: str = "Pier", link: str = "https://a.example/1") -> str:
    return f"<item><title>{title}</title><link>{link}</link>{inside}</item>"


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("cp-1251", "cp1251"), ("win-1251", "cp1251"), ("windows1251", "cp1251"), ("x-cp1251", "cp1251"),
        ("KOI8-R", "koi8-r"), ("x-sjis", "cp932"), ("GB2312", "gb18030"), ("utf8mb4", "utf-8"), ("euc-kr", "cp949"),
    ],
)  # fmt: skip
def test_encoding_is_known_by_any_of_its_names(label: str, codec: str) -> None:
    title = {"cp932": "港の灯台", "gb18030": "港口灯塔", "cp949": "항구 등대"}.get(codec, "Паром отменён")
    for head in (f"<?xml version='1.0' encoding='{label}'?>", f"\n  <?xml version='1.0' encoding='{label}'?>"):
        body = rss(item(title=title), head=head).encode(codec)
        assert [entry.title for entry in parse_feed(body, url=URL, content_type="text/xml").entries] == [title]


def test_header_says_how_to_read_what_does_not_say_it_itself() -> None:
    body = "<p>Ibáñez of Møllevik</p>".encode("latin-1")
    assert decode_text(body, "text/html; charset=ISO-8859-1") == "<p>Ibáñez of Møllevik</p>"
    assert decode_text(body, "text/html; charset=no-such") is None
    for label in ("hex", "base64", "idna", "unicode_escape", "undefined"):
        assert decode_text(b"<a>\xff", f"text/html; charset={label}") is None
    assert decode_text("ø".encode(), "text/html; charset=iso-8859-1") == "ø"  # it can be nothing but UTF-8
    assert decode_text("\ufeffø".encode("utf-16-le")) == "ø"


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("Tue, 24 Nov 2026 01:00:00 CET", datetime(2026, 11, 24, 0, tzinfo=UTC)),
        ("Tue, 24 Nov 2026 01:00:00 MSK", datetime(2026, 11, 23, 22, tzinfo=UTC)),
        ("Tue, 24 Nov 2026 01:00:00 JST", datetime(2026, 11, 23, 16, tzinfo=UTC)),
        ("Tue, 24 Nov 2026 01:00:00 GMT", datetime(2026, 11, 24, 1, tzinfo=UTC)),
        ("24. November 2026 09:30", datetime(2026, 11, 24, 9, 30, tzinfo=UTC)),
        ("1795510800", datetime(2026, 11, 24, 9, 0, tzinfo=UTC)),
        ("Mon, 01 Jan 0001 00:00:00 +0000", None),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None),
        ("yesterday or so", None),
    ],
)
def test_date_is_read_as_written_and_one_that_cannot_be_is_none(written: str, moment: datetime | None) -> None:
    (entry,) = parse_feed(rss(item(f"<pubDate>{written}</pubDate>")).encode(), url=URL).entries
    assert entry.published_at == moment


def test_atom_text_is_text_and_html_is_markup() -> None:
    def title(kind: str, words: str) -> str:
        body = (
            f"<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><id>x</id><entry><title type='{kind}'>{words}"
            "</title><link href='https://a.example/1'/><id>a</id></entry></feed>"
        )
        return parse_feed(body.encode(), url=URL).entries[0].title

    assert title("text", "The &lt;marquee&gt; tag") == "The <marquee> tag"
    assert title("html", "The &lt;b&gt;bold&lt;/b&gt; tag") == "The bold tag"


def test_each_picture_has_its_own_credit_and_the_widest_counts() -> None:
    group = (
        "<media:group><media:content url='https://a.example/v.mp4' type='video/mp4'><media:credit>Film</media:credit>"
        "</media:content><media:content url='https://a.example/s.jpg' width='100'/>"
        "<media:content url='https://a.example/l.jpg' width='900'><media:credit>Ada</media:credit></media:content>"
        "</media:group>"
    )
    items = item(group) + item("<enclosure url='https://a.example/b.jpg' length='1'/>") + item(
        "<enclosure url='https://a.example/c.mp3' length='1'/><media:credit>Whole</media:credit>"
        "<media:thumbnail url='https://a.example/t.png'/>"
    ) + item()  # fmt: skip
    entries = parse_feed(rss(items).encode(), url=URL).entries
    assert [(entry.picture, entry.picture_credit) for entry in entries] == [
        ("https://a.example/l.jpg", "Ada"), ("https://a.example/b.jpg", None), ("https://a.example/t.png", "Whole"),
        (None, None),
    ]  # fmt: skip


def test_picture_within_a_text_does_not_eat_the_text() -> None:
    picture = f"<img src='data:image/png;base64,{'A' * 9000}'>"
    inside = f"<description><![CDATA[{picture}<p>Four ferries started.</p>]]></description>"
    assert parse_feed(rss(item(inside)).encode(), url=URL).entries[0].summary == "Four ferries started."


def test_json_feed_leads_where_its_items_do() -> None:
    feed: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1", "title": None,
        "items": [
            {"id": "1", "external_url": "https://a.example/out", "title": "Out"},
            {"id": "https://a.example/id", "title": "Id"}, {"id": 3, "url": "/c", "title": None, "content_text": "Words."},
            {"id": "x", "authors": 5},
        ],
    }  # fmt: skip
    read = parse_feed(json.dumps(feed).encode(), url=URL)
    assert (read.title, [(entry.url, entry.title) for entry in read.entries]) == (
        "",
        [("https://a.example/out", "Out"), ("https://a.example/id", "Id"), ("https://a.example/c", ""), (None, "")],
    )


def test_outlet_is_who_serves_the_page_and_not_who_is_named() -> None:
    feed = Feed(id=1, url="https://a.example/feed", outlet="Marn Ledger", home_url="https://www.reuters.com/")
    assert [outlet_of(url, feed, DIRECTORY) for url in (
        "https://a.example/1", "https://www.reuters.com/world/1", "https://www.bbc.co.uk/news/1", "https://b.example/1"
    )] == ["Marn Ledger", "Reuters", "BBC", "b.example"]  # fmt: skip


async def test_story_that_a_feed_claims_of_another_outlet_is_none_of_that_outlets(sqlite_storage: Storage) -> None:
    """The page is not there: what the feed says in its place proves nothing about whose it is."""
    lie = f"<description>{'The harbour burned for nine days. ' * 20}</description><source url='https://x'>BBC</source>"

    async def answer(request: web.Request) -> web.Response:
        if request.path == "/feed":
            return web.Response(text=rss(item(lie, link="http://localhost:1/news")), content_type="application/rss+xml")
        return web.Response(status=404)

    async with serving(answer) as url:
        await sqlite_storage.feeds.add([NewFeed(url=f"{url}/feed", outlet="Liar")], interval=NOW - NOW, now=NOW)
        room = Pipeline(sqlite_storage, PipelinePolicy(allow_private=True, host_delay_seconds=0), lambda: NOW)
        await room.poll()
        (report,) = await sqlite_storage.reports.claim_found(NOW, limit=5, lease=PipelinePolicy().fastest)
        await room.close()
    assert (report.outlet, report.summary) == ("localhost", "")


async def test_packed_members_are_read_to_the_end_and_cut_ones_are_refused() -> None:
    whole = [gzip.compress(b"one " * 50), gzip.compress(b"two " * 50)]
    bodies = {
        "/members": (b"".join(whole), "gzip"), "/bare": (b"".join(whole), ""), "/cut": (whole[0][:-9], "gzip"),
        "/barecut": (whole[0][:-9], ""), "/empty": (b"", "gzip"),
    }  # fmt: skip

    async def answer(request: web.Request) -> web.Response:
        body, encoding = bodies[request.path]
        headers = {"Content-Encoding": encoding} if encoding else {}
        return web.Response(body=body, headers=headers)

    fetcher = Fetcher(allow_private=True, host_delay_seconds=0)
    async with serving(answer) as url:
        for path in ("/members", "/bare"):
            assert (await fetcher.fetch(url + path)).body == b"one " * 50 + b"two " * 50
        for path in ("/cut", "/barecut"):
            with pytest.raises(FetchError, match="it ends in the middle"):
                await fetcher.fetch(url + path)
        assert (await fetcher.fetch(f"{url}/empty")).body == b""
    await fetcher.close()


async def test_feed_that_moved_is_followed_and_one_that_is_gone_is_asked_no_more(sqlite_storage: Storage) -> None:
    async def answer(request: web.Request) -> web.Response:
        if request.path == "/gone":
            return web.Response(status=410)
        if request.path != "/new":
            return web.Response(status=301 if request.path == "/old" else 302, headers={"Location": "/new"})
        return web.Response(text=rss(item()), content_type="application/rss+xml")

    feeds = sqlite_storage.feeds
    async with serving(answer) as url:
        for path in ("old", "away", "gone"):
            await feeds.add([NewFeed(url=f"{url}/{path}", outlet=path)], interval=NOW - NOW, now=NOW)
        room = Pipeline(sqlite_storage, PipelinePolicy(allow_private=True, host_delay_seconds=0), lambda: NOW)
        await room.poll()
        await room.close()
        found = {feed.outlet: (feed.url, feed.error) for feed in await feeds.list()}
        assert found == {
            "old": (f"{url}/new", None), "away": (f"{url}/away", None),
            "gone": (f"{url}/gone", "gone for good (HTTP 410): it is asked no more"),
        }  # fmt: skip
    assert (
        await feeds.claim_due(NOW.replace(year=2100), limit=9, lease=PipelinePolicy().fastest, url=f"{url}/gone") == ()
    )


async def test_site_is_asked_for_each_feed_that_it_names() -> None:
    async def answer(request: web.Request) -> web.Response:
        if request.path == "/":
            links = "".join(
                f"<link rel=alternate type=application/rss+xml href=/{n}>" for n in ("dead", "page", "feed")
            )
            return web.Response(text=f"<html><head>{links}</head></html>", content_type="text/html")
        if request.path == "/feed":
            return web.Response(text=rss(item()), content_type="application/rss+xml")
        return web.Response(status=404 if request.path == "/dead" else 200, text="<p>no feed</p>")

    fetcher = Fetcher(allow_private=True, host_delay_seconds=0)
    async with serving(answer) as url, opened_readers() as readers:
        for typed in (url, url.replace("http", "feed")):
            found = await discover(fetcher, readers, DIRECTORY, typed)
            assert (found.url, found.outlet) == (f"{url}/feed", "Marn Ledger")
    await fetcher.close()


@pytest.mark.parametrize(
    ("written", "language", "moment"),
    [
        ("2026/11/24 09:30", None, "2026-11-24 09:30"),
        ("2026年11月24日 09:30", "zh", "2026-11-24 09:30"),
        ("2026. 11. 24. 09:30", "ko", "2026-11-24 09:30"),
        ("20261124T093000Z", None, "2026-11-24 09:30"),
        ("Tue, 24 Nov 2026 1:00 PM EST", None, "2026-11-24 18:00"),
        ("Tue, 24 Nov 2026 01:00:00 UTC+03:00", None, "2026-11-23 22:00"),
        ("Tue, 24 Nov 2026 01:00:00 GMT+2", None, "2026-11-23 23:00"),
        ("Tue, 24 Nov 2026 01:00:00 Europe/Berlin", None, "2026-11-24 00:00"),
        ("Thu, 24 Dez 2026 09:30:00 +0100", "de", "2026-12-24 08:30"),
        ("Mon, 23 Nov 2026 24:00:00 GMT", None, "2026-11-24 00:00"),
        ("04.05.2026 09:30", "de", "2026-05-04 09:30"),
        ("04/05/2026 09:30", "fr", "2026-05-04 09:30"),
        ("04/05/2026 09:30", "en-us", "2026-04-05 09:30"),
        ("Tue, 24 Nov 2026 09:30:00 IST", None, "2026-11-24 04:00"),
        ("Tue Nov 24 2026 09:30:00 GMT+0100 (Central European Standard Time)", None, "2026-11-24 08:30"),
        ("2026-11-24T09Z", None, "2026-11-24 09:00"),
        ("20261124093000", None, "2026-11-24 09:30"),
        ("November 2026", "en", None),
        ("-62135596800", None, None),
        ("soon", None, None),
    ],
)
def test_date_of_any_form_is_the_moment_it_names(written: str, language: str | None, moment: str | None) -> None:
    read = read_date(written, None, language=language)
    assert (read and f"{read:%Y-%m-%d %H:%M}") == moment


@pytest.mark.parametrize(
    ("body", "content_type", "text"),
    [
        ("<?xml version='1.0'?>Паром".encode("utf-16-be"), "", "<?xml version='1.0'?>Паром"),
        ("<!-- kept --><?xml encoding='windows-1251'?>Паром".encode("cp1251"), "", "Паром"),
        ("<?xml encoding='windows-1251'?>Паром".encode("cp1251"), "text/xml; charset=iso-8859-1", "Паром"),
        ("渡轮".encode("gb2312"), "text/xml; charset=gb_2312-80", "渡轮"),
        ("フェリー".encode("iso2022_jp"), "text/html; charset=iso-2022-jp", "フェリー"),
        ("<html lang=da>Møllevik".encode("cp1252"), "", "Møllevik"),
        ("cöuncil größer".encode() + b" \x92", "", "cöuncil größer ’"),
        (b"\x89PNG\xff\xfe\x00", "", None),
    ],
)
def test_characters_are_those_that_were_meant(body: bytes, content_type: str, text: str | None) -> None:
    read = decode_text(body, content_type)
    assert (read if read is None else read[-len(text or "") :]) == text


def test_json_feed_says_plain_text_and_relative_addresses() -> None:
    item = {
        "id": "7", "url": "news/7", "title": "AT&T <b> wins", "content_text": "if a<b then c",
        "attachments": [{"url": "/p.jpg", "mime_type": "image/jpeg"}], "date_published": 1795510800,
    }  # fmt: skip
    feed = {"version": "http://jsonfeed.org/version/1", "title": "T", "items": [item]}
    (entry,) = parse_feed(json.dumps(feed).encode(), url="https://a.example/feeds/all.json").entries
    assert (entry.title, entry.summary) == ("AT&T <b> wins", "if a<b then c")
    assert (entry.url, entry.picture) == ("https://a.example/feeds/news/7", "https://a.example/p.jpg")
    assert entry.published_at == datetime(2026, 11, 24, 9, tzinfo=UTC)
