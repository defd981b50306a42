"""The web pages over real HTTP: each article with its page, lists, feeds, marks for caches, and a strict policy."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import httpx
import pytest

from bot.clock import system_clock
from bot.ingest.feed_file import parse_feed
from bot.publishing import Publishing
from storage.model import Action, Bullet, Label, Picture, Source
from storage.store import Storage
from tests.chatting import button, chatting
from tests.desking import until
from tests.handlers.test_series import publish as publish_one
from tests.make import make_png, make_text
from tests.postgres import free_port

ODD = 'Ferries <script>alert("1")</script> & "friends"'


@asynccontextmanager
async def serving(storage: Storage, **http: Any) -> AsyncIterator[httpx.AsyncClient]:
    port = free_port()
    keys = {"listen": f"127.0.0.1:{port}", "pages": True, "public_url": "https://news.example", **http}
    publication = {"name": "Harbour Notes", "about": "Harbour news.", "contact": "desk@harbour.example"}
    async with (
        chatting(storage, system_clock, http=keys, publication=publication),
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client,
    ):
        await until(lambda: answers(client))
        yield client


async def answers(client: httpx.AsyncClient) -> bool:
    try:
        return (await client.get("/healthz")).status_code == 200
    except httpx.ConnectError:
        return False


async def test_odd_characters_break_no_feed_and_marks_lead_to_the_story(storage: Storage) -> None:
    bullets = (Bullet(text="Four boats.", sources=(1,)),)
    await storage.articles.add(
        [make_text("Odd \uffff \ufffe \x0b text", bullets=bullets)], now=system_clock(), publish=True
    )
    async with serving(storage) as client:
        atom = (await client.get("/feed.atom")).content
        (entry,) = feedparser.parse(atom).entries
        assert 'href="#' not in entry.content[0].value
        assert "https://news.example/story/1#source-1" in entry.content[0].value
        ET.fromstring(atom)  # noqa: S314 - our own


async def test_steps_that_readers_do_not_see_leave_its_date(storage: Storage) -> None:
    await publish(storage, 1)
    async with serving(storage) as client:
        before = (await client.get("/feed.json")).json()["items"][0]["date_modified"]
        later = system_clock() + timedelta(hours=1)
        await Publishing(storage, "7").take(Action.PRIORITISE, 1, priority=5, now=later)
        await asyncio.sleep(1.1)
        assert (await client.get("/feed.json")).json()["items"][0]["date_modified"] == before


async def test_article_says_its_language_where_the_words_around_it_are_english(storage: Storage) -> None:
    await storage.articles.add([make_text("שלום", language="he")], now=system_clock(), publish=True)
    async with serving(storage) as client:
        assert '<article lang="he" dir="rtl">' in (await client.get("/story/1")).text


async def publish(storage: Storage, count: int = 12) -> None:
    texts = [make_text(f"Story {number}", section="World" if number % 2 else "Sport") for number in range(1, count + 1)]
    await storage.articles.add(texts, now=system_clock(), publish=True)


async def test_story_has_all_there_is_and_nothing_of_it_is_markup(storage: Storage) -> None:
    text = make_text(
        ODD,
        bullets=(Bullet(text="Four <b>boats</b>.", sources=(1, 2)),),
        body=("The first boat left [at dawn](https://h.example/a?b=1&c=2). [1]", "> Gulls & co. [2]"),
        picture=Picture(url="https://p.example/1.jpg", caption="A pier", credit="Ada"),
    )
    await storage.articles.add([make_text("Older"), text, make_text("Newer")], now=system_clock(), publish=True)
    async with serving(storage) as client:
        answer = await client.get("/story/2")
        page = answer.text
        assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
        assert "<h1>Ferries &lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt; &amp; &#34;friends&#34;</h1>" in page
        assert '<li>Four &lt;b&gt;boats&lt;/b&gt;. <sup><a href="#source-1">[1]</a></sup>' in page
        assert '<a href="https://h.example/a?b=1&amp;c=2" rel="nofollow noopener">at dawn</a>' in page
        assert "<blockquote><p>Gulls &amp; co." in page
        assert 'id="source-2"' in page
        assert 'href="/story/1"' in page
        assert 'href="/story/3"' in page
        assert '<meta property="og:image" content="https://p.example/1.jpg">' in page
        assert '<link rel="canonical" href="https://news.example/story/2">' in page
        data = json.loads(re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)[0])
        assert (data["@type"], data["headline"], data["abstract"]) == ("NewsArticle", ODD, "Four <b>boats</b>.")
        assert page.count("<script") == 1


async def test_page_is_known_again_until_something_changes(storage: Storage) -> None:
    await publish(storage)
    async with serving(storage) as client:
        first = await client.get("/story/1")
        known = {"If-None-Match": first.headers["etag"]}
        assert (await client.get("/story/1", headers=known)).status_code == 304
        article = await storage.articles.get(1)
        changed = replace(article.text, headline="Story one")
        await Publishing(storage, "7").revise(
            1, changed, revision=1, note="a slip", label=Label.CORRECTION, now=system_clock()
        )
        for _ in range(40):
            answer = await client.get("/story/1", headers=known)
            if answer.status_code == 200:
                break
            await asyncio.sleep(0.1)
        assert ("Story one" in answer.text, "Correction: a slip" in answer.text) == (True, True)
        log = (await client.get("/corrections")).text
        assert ("Story one" in log, "Correction: a slip" in log) == (True, True)


async def test_withdrawn_story_is_gone_with_the_reason(storage: Storage) -> None:
    await publish(storage)
    await Publishing(storage, "7").withdraw(3, reason="It was not true.", now=system_clock())
    async with serving(storage) as client:
        answer = await client.get("/story/3")
        assert answer.status_code == 410
        assert "This story has been withdrawn. Reason: It was not true." in answer.text
        assert ("Four boats" in answer.text.split("</article>")[0], "Four boats" in answer.text) == (False, True)
        assert "Story 3" not in (await client.get("/")).text


async def test_lists_have_pages_and_sections_their_own(storage: Storage) -> None:
    await publish(storage, 20)
    async with serving(storage) as client:
        home, second = (await client.get("/")).text, (await client.get("/?page=2")).text
        assert (home.count("<h3>"), "Story 20<" in home, "Story 12<" in second) == (8, True, True)
        assert 'rel="next" href="?page=2"' in home
        sport = (await client.get("/section/sport")).text
        assert ("Story 20<" in sport, "Story 19<" in sport) == (True, False)
        found = (await client.get("/search", params={"q": "story 7"})).text
        assert ("Story 7<" in found, 'content="noindex"' in found) == (True, True)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/story/99", 404), ("/story/999999999999999", 404), ("/story/x", 404), ("/section/nowhere", 404), ("/nothing", 404),
        ("/?page=999999999999", 200), ("/?page=-1", 200), ("/?page=%00", 200), ("/search?q=", 302), ("/pictures/none.png", 404),
        ("/pictures/..%2f..%2fetc%2fpasswd", 404), ("/section/%00", 404), ("/search?q=" + "x" * 5000, 200),
    ],
)  # fmt: skip
async def test_odd_addresses_have_an_answer(sqlite_storage: Storage, path: str, status: int) -> None:
    await publish(sqlite_storage, 2)
    async with serving(sqlite_storage) as client:
        answer = await client.get(path)
        assert answer.status_code == status
        if "text/html" in answer.headers.get("content-type", ""):
            assert answer.headers["content-security-policy"].startswith("default-src 'none'")


async def test_feeds_are_read_back_by_feedparser_and_by_our_own_parser(storage: Storage) -> None:
    await publish(storage, 3)
    await storage.articles.add([make_text(ODD)], now=system_clock(), publish=True)
    async with serving(storage) as client:
        atom = await client.get("/feed.atom")
        read = feedparser.parse(atom.content)
        assert (read.bozo, read.feed.title) == (False, "Harbour Notes")
        assert [entry.link for entry in read.entries] == [
            f"https://news.example/story/{number}" for number in (4, 3, 2, 1)
        ]
        assert [entry.title for entry in read.entries][1:] == ["Story 3", "Story 2", "Story 1"]
        own = parse_feed(atom.content, url="https://news.example/feed.atom")
        assert [entry.url for entry in own.entries] == [
            f"https://news.example/story/{number}" for number in (4, 3, 2, 1)
        ]
        feed = await client.get("/feed.json")
        assert feed.headers["content-type"].startswith("application/feed+json")
        assert [item["title"] for item in feed.json()["items"]] == [ODD, "Story 3", "Story 2", "Story 1"]
        own = parse_feed(feed.content, url="https://news.example/feed.json", content_type="application/feed+json")
        assert [entry.url for entry in own.entries] == [
            f"https://news.example/story/{number}" for number in (4, 3, 2, 1)
        ]
        assert "<loc>https://news.example/story/4</loc>" in (await client.get("/sitemap.xml")).text
        assert "Sitemap: https://news.example/sitemap.xml" in (await client.get("/robots.txt")).text


async def test_pictures_of_ours_are_served_beside_the_pages(storage: Storage) -> None:
    name = await storage.pictures.add(make_png(64, 48))
    await storage.articles.add([make_text("One", picture=Picture(url=name))], now=system_clock(), publish=True)
    async with serving(storage) as client:
        page = (await client.get("/story/1")).text
        assert f'src="https://news.example/pictures/{name}"' in page
        picture = await client.get(f"/pictures/{name}")
        assert (picture.status_code, picture.headers["content-type"]) == (200, "image/png")


async def test_page_of_an_article_is_in_its_language_and_direction(storage: Storage) -> None:
    await storage.articles.add(
        [make_text("خبر", language="ar", sources=(Source(outlet="إذاعة"),), bullets=(), body=("نص.",))],
        now=system_clock(),
        publish=True,
    )
    async with serving(storage) as client:
        page = (await client.get("/story/1")).text
        assert '<html lang="ar" dir="rtl">' in page
        assert "المصادر" in page


async def test_nothing_is_served_where_no_address_is_named_and_no_pages_unless_wanted(sqlite_storage: Storage) -> None:
    await publish(sqlite_storage, 1)
    async with serving(sqlite_storage, pages=False) as client:
        assert (await client.get("/story/1")).status_code == 404
        assert (await client.get("/healthz")).json() == {"process": "ok"}
        ready = await client.get("/readyz")
        assert (ready.status_code, ready.json()) == (200, {"database": "ok", "telegram": "ok"})


async def test_earlier_story_is_linked(storage: Storage) -> None:
    await publish_one(storage, "Harbour")
    await publish_one(storage, "Harbour strike ends", earlier=1)
    async with serving(storage) as client:
        assert 'Earlier: <a href="/story/1">#1</a>' in (await client.get("/story/2")).text


async def test_story_in_telegram_links_its_page_and_shares_it(storage: Storage) -> None:
    await publish(storage, 1)
    keys = {"listen": f"127.0.0.1:{free_port()}", "pages": True, "public_url": "https://news.example"}
    async with chatting(storage, system_clock, http=keys) as chat:
        (story,) = await chat.ada.say("/story 1")
        links = [each["url"] for each in story["entities"] if each["type"] == "text_link"]
        assert "https://news.example/story/1" in links
        assert "url=https%3A%2F%2Fnews.example%2Fstory%2F1" in button(story, "Share")["url"]
        assert chat.refused() == []
