"""Cited pages are read again over real HTTP: what changed comes to the desk, once, and not for ever."""

from datetime import timedelta

import pytest
from aiohttp import web

from bot.ingest.pipeline import Pipeline, PipelinePolicy
from bot.newsroom.outlets.urls import url_key
from storage.model import Bullet, FoundReport, NewFeed, PageChange, Source
from storage.store import Storage
from tests.ingest.serving import serving
from tests.make import NOW, make_text

HOUR = timedelta(hours=1)
TEXT = (
    "The first electric ferry carried 212 passengers across the harbour at dawn on Monday. "
    "The harbour company said that four electric ferries replace nine old diesel boats. "
    "Neighbours had complained about the noise of the diesel boats for years."
)


class Page:
    """One page, as a test wants it to be."""

    title, text, status = "Ferries start", TEXT, 200

    async def answer(self, request: web.Request) -> web.Response:
        if request.path == "/robots.txt" or self.status != 200:
            return web.Response(status=self.status if request.path != "/robots.txt" else 404)
        html = (
            f"<html lang=en><head><title>{self.title}</title></head><body><article><h1>{self.title}</h1>"
            f"<p>{self.text}</p></article></body></html>"
        )
        return web.Response(text=html, content_type="text/html")


class Room:
    """A newsroom at a time, with one published article that cites the page."""

    def __init__(self, storage: Storage) -> None:
        self.storage = storage
        self.now = NOW
        policy = PipelinePolicy(allow_private=True, host_delay_seconds=0)
        self.pipeline = Pipeline(storage, policy, lambda: self.now)

    async def publish(self, url: str) -> None:
        await self.storage.feeds.add([NewFeed(url=f"{url}/feed", outlet="A")], interval=HOUR, now=NOW)
        found = FoundReport(
            feed_id=1, outlet="A", key="k", url=f"{url}/1", url_key=url_key(f"{url}/1"), title="Ferries", summary=""
        )
        await self.storage.reports.add([found], section=None, now=NOW)
        await self.pipeline.read()
        cited = (Source(outlet="A", url=f"{url}/1"), Source(outlet="B", url="https://b.example/never-read"))
        bullets = (Bullet(text="The ferry carried 212 passengers.", sources=(1,)),)
        await self.storage.articles.add([make_text(sources=cited, bullets=bullets)], now=NOW, publish=True)

    async def look_after(self, hours: float) -> list[PageChange]:
        self.now = NOW + hours * HOUR
        await self.pipeline.watch()
        changed = await self.storage.cited_pages.list_changed(limit=9)
        return [change for page in changed for change in page.changes]


async def test_changed_headline_and_figure_come_to_the_desk_until_they_are_settled(storage: Storage) -> None:
    page, room = Page(), Room(storage)
    async with serving(page.answer) as url:
        await room.publish(url)
        assert await room.look_after(0) == []
        assert await room.look_after(1) == []
        page.title, page.text = "Ferries start late", TEXT.replace("212", "221")
        assert await room.look_after(2) == []
        changed = await room.look_after(3)
        assert changed == [
            PageChange("headline", "Ferries start", "Ferries start late"),
            PageChange(
                "figure “212”", TEXT.split(". ", maxsplit=1)[0] + ".", TEXT.replace("212", "221").split(". ")[0] + "."
            ),
        ]
        assert await room.look_after(6) == changed
        seen = await storage.cited_pages.find_changed(1, 1)
        assert seen is not None
        earlier = seen.noticed_at - HOUR
        assert not await storage.cited_pages.settle(
            1, 1, noticed_at=earlier, actor="9", now=NOW
        )  # more changed than the editor saw
        assert await storage.cited_pages.settle(1, 1, noticed_at=seen.noticed_at, actor="9", now=NOW)
        assert not await storage.cited_pages.settle(1, 1, noticed_at=seen.noticed_at, actor="9", now=NOW)
        assert await room.look_after(12) == []
        page.status = 410
        assert await room.look_after(24) == [*changed, PageChange("the page", "Ferries", "")]
        await room.pipeline.close()
    assert await storage.cited_pages.claim_due(NOW + 9000 * HOUR, limit=9, lease=HOUR) == ()


@pytest.mark.parametrize("status", [403, 429, 500, 503])
async def test_page_that_does_not_answer_is_no_change_and_ends_after_three_days(storage: Storage, status: int) -> None:
    page, room = Page(), Room(storage)
    async with serving(page.answer) as url:
        await room.publish(url)
        page.status = status
        looks = [await room.look_after(hours) for hours in (1, 3, 6, 12, 24, 48, 72, 100)]
        await room.pipeline.close()
    assert looks == [[]] * 8
    assert await storage.cited_pages.claim_due(NOW + 9000 * HOUR, limit=9, lease=HOUR) == ()


async def test_page_of_a_withdrawn_article_is_looked_at_no_more(storage: Storage) -> None:
    page, room = Page(), Room(storage)
    async with serving(page.answer) as url:
        await room.publish(url)
        await room.look_after(0)
        await room.pipeline.drafting.publishing.withdraw(1, reason="No.", now=NOW)
        page.status = 404
        assert await room.look_after(1) == []
        await room.pipeline.close()
    assert await storage.cited_pages.claim_due(NOW + 9000 * HOUR, limit=9, lease=HOUR) == ()
