"""The newsroom's steps over loopback: conditional polling, errors on the record, copies, and publication by itself."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web

from bot.ingest.pipeline import Pipeline, PipelinePolicy
from bot.ingest.polling import retry_after
from storage.model import Bullet, NewFeed, Status
from storage.store import Storage
from tests.ingest.serving import serving
from tests.make import NOW, make_text

TIDE = (
    "The storm gate at the mouth of Valdemar harbour held back the highest tide in 40 years on Tuesday night. "
    "The sea rose 4.1 metres above its usual level shortly before midnight, the harbour office said. "
    "Engineers had closed the gate at 19:40, four hours earlier than planned, after wind gauges failed. "
)
OWN = (
    "Valdemar escaped a flood when its storm gate withstood a tide of 4.1 metres on Tuesday night. "
    "About 3,200 homes lie below the level that the water reached outside the gate in the harbour. "
    "Mayor Tomas Rehn thanked the crew of eleven who stayed at the controls through the night. "
)


class Site:
    """Outlets whose feed and pages are what a test says."""

    def __init__(self) -> None:
        self.pages: dict[str, str] = {}
        self.feed_status = 200
        self.headers: dict[str, str] = {}
        self.seen: list[tuple[str, str | None]] = []

    async def answer(self, request: web.Request) -> web.Response:
        self.seen.append((request.path, request.headers.get("If-None-Match")))
        if request.path == "/robots.txt":
            return web.Response(status=404)
        if not request.path.endswith("/feed"):
            text = self.pages.get(request.path)
            if text is None:
                return web.Response(status=404)
            body = f"<html lang=en><head><title>Storm gate</title></head><body><article><p>{text}</p></article></body></html>"
            return web.Response(text=body, content_type="text/html")
        if self.feed_status != 200:
            return web.Response(status=self.feed_status, headers=self.headers)
        if request.headers.get("If-None-Match") == '"1"':
            return web.Response(status=304)
        outlet = request.path.split("/")[1]
        items = "".join(
            f"<item><title>Storm gate holds at Valdemar</title><guid>{path}</guid><link>{path}?utm_source=x</link></item>"
            for path in self.pages
            if path.startswith(f"/{outlet}/")
        )
        body = f"<rss version='2.0'><channel><title>{outlet}</title>{items}</channel></rss>"
        return web.Response(text=body, content_type="application/rss+xml", headers={"ETag": '"1"'})


@pytest.fixture
async def site() -> AsyncIterator[tuple[Site, str]]:
    made = Site()
    async with serving(made.answer) as url:
        yield made, url


async def newsroom(storage: Storage, url: str, *outlets: str, auto_publish: bool = False) -> Pipeline:
    feeds = [NewFeed(url=f"{url}/{outlet}/feed", outlet=outlet.title()) for outlet in outlets]
    await storage.feeds.add(feeds, interval=timedelta(minutes=15), now=NOW)
    policy = PipelinePolicy(allow_private=True, host_delay_seconds=0, auto_publish=auto_publish)
    return Pipeline(storage, policy, lambda: NOW)


async def test_second_poll_costs_one_304_and_stores_nothing(sqlite_storage: Storage, site: tuple[Site, str]) -> None:
    made, url = site
    made.pages = {"/gazette/1": TIDE}
    room = await newsroom(sqlite_storage, url, "gazette")
    (first,) = await room.polling.poll_due(NOW)
    await sqlite_storage.feeds.make_due(NOW)
    (second,) = await room.polling.poll_due(NOW)
    await room.close()
    assert (first.entries, first.new, second.entries, second.new) == (1, 1, 0, 0)
    assert [seen for seen in made.seen if seen[0].endswith("feed")] == [
        ("/gazette/feed", None),
        ("/gazette/feed", '"1"'),
    ]
    (feed,) = await sqlite_storage.feeds.list()
    assert (feed.failures, feed.etag, feed.interval_seconds) == (0, '"1"', 1350)


async def test_failing_feed_keeps_its_reason_and_waits_as_told(sqlite_storage: Storage, site: tuple[Site, str]) -> None:
    made, url = site
    made.feed_status, made.headers = 503, {"Retry-After": "7200"}
    room = await newsroom(sqlite_storage, url, "gazette")
    (result,) = await room.polling.poll_due(NOW)
    await room.close()
    (feed,) = await sqlite_storage.feeds.list()
    assert (result.error, feed.error, feed.failures) == ("HTTP 503", "HTTP 503", 1)
    assert feed.next_poll_at is not None
    assert timedelta(hours=2) <= feed.next_poll_at - NOW < timedelta(hours=2.2)


async def test_copy_is_recognised_and_is_no_second_outlet(sqlite_storage: Storage, site: tuple[Site, str]) -> None:
    made, url = site
    made.pages = {"/gazette/1": TIDE, "/wire/1": TIDE + "This is how it was."}
    room = await newsroom(sqlite_storage, url, "gazette", "wire")
    await room.poll()
    await room.read()
    (event_id,) = await sqlite_storage.events.list_recent(limit=5)
    event = await sqlite_storage.events.get(event_id)
    await room.close()
    assert len(event.reports) == 2
    assert len(event.independent_outlets) == 1
    assert await sqlite_storage.articles.list_by_status(None, limit=5) == ()


@pytest.mark.parametrize("auto_publish", [True, False])
async def test_clean_draft_of_two_outlets_is_published_only_where_that_is_wanted(
    sqlite_storage: Storage, site: tuple[Site, str], *, auto_publish: bool
) -> None:
    made, url = site
    made.pages = {"/gazette/1": TIDE, "/wire/1": OWN}
    room = await newsroom(sqlite_storage, url, "gazette", "wire", auto_publish=auto_publish)
    await room.poll()
    await room.read()
    await room.close()
    (article,) = await sqlite_storage.articles.list_by_status(None, limit=5)
    assert article.status is (Status.PUBLISHED if auto_publish else Status.DRAFT)
    assert {source.outlet for source in article.text.sources} == {"Gazette", "Wire"}
    assert {source.url for source in article.text.sources} == {
        f"{url}/gazette/1?utm_source=x",
        f"{url}/wire/1?utm_source=x",  # as the feed gave them
    }


async def test_missing_page_is_given_up_with_its_reason(sqlite_storage: Storage, site: tuple[Site, str]) -> None:
    made, url = site
    made.pages = {"/gazette/1": TIDE}
    room = await newsroom(sqlite_storage, url, "gazette")
    await room.poll()
    made.pages.clear()
    await room.read()
    await room.close()
    assert await sqlite_storage.reports.count() == {"found": 0, "read": 0, "placed": 0, "failed": 1}


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (None, None),
        ("120", 120.0),
        ("Mon, 23 Nov 2026 09:00:00 GMT", 3600.0),
        ("Mon, 23 Nov 2026 07:00:00 GMT", 0.0),
        ("soon", None),
        ("9" * 40, 999_999_999.0),
        ("Thu, 01 Jan 99999999999999999999 00:00:00 GMT", None),
    ],
)
def test_retry_after_is_seconds_or_a_date(value: str | None, seconds: float | None) -> None:
    assert retry_after(value, datetime(2026, 11, 23, 8, tzinfo=UTC)) == seconds


async def test_what_a_site_puts_below_each_story_is_part_of_none(storage: Storage, site: tuple[Site, str]) -> None:
    made, url = site
    call = "Tilaa uutiskirjeemme ja lue päivän tärkeimmät jutut joka aamu sähköpostistasi, kello kuudesta alkaen."
    stories = [TIDE, OWN, TIDE.replace("tide", "snow").replace("gate", "road"), OWN.replace("flood", "fire")]
    made.pages = {f"/gazette/{name}": f"{story}</p><p>{call}" for name, story in zip("abcd", stories, strict=True)}
    room = await newsroom(storage, url, "gazette")
    await room.poll()
    for _ in stories:  # one after the other, and the first ones before anybody can know
        await room.read()
    reports = await storage.reports.list_placed_since(NOW - timedelta(days=9), limit=9)
    await room.close()
    assert [report.text for report in reports if call in report.text] == []
    assert sorted(report.text for report in reports) == sorted(story.strip() for story in stories)


async def test_draft_that_follows_a_published_story_continues_it(storage: Storage, site: tuple[Site, str]) -> None:
    made, url = site
    bullets = (Bullet(text="The storm gate at the mouth of Valdemar harbour stood open on Monday before the tide."),)
    before = make_text("Valdemar harbour tests its storm gate", bullets=bullets)
    await storage.articles.add([before], now=NOW - timedelta(days=1), publish=True)
    made.pages = {"/gazette/1": TIDE, "/wire/1": OWN}
    room = await newsroom(storage, url, "gazette", "wire")
    await room.poll()
    await room.read()
    await room.close()
    (draft,) = await storage.articles.list_by_status(Status.DRAFT, limit=9)
    assert (draft.number, draft.earlier) == (2, 1)
    assert [step.actor for step in await storage.record.list(2)] == ["newsroom", "newsroom"]
