"""Invented outlets on this machine: their feeds and pages, for the demo's newsroom and the tests."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import format_datetime
from html import escape

from aiohttp import web

from bot.clock import Clock
from bot.newsroom.text.tables import read_table

BETWEEN_REPORTS = timedelta(minutes=7)


@dataclass(frozen=True, slots=True)
class OutletReport:
    """One report of an invented outlet."""

    outlet: str
    slug: str
    section: str
    title: str
    text: str
    at: datetime

    @property
    def path(self) -> str:
        """Where its page is."""
        return f"/outlets/{self.outlet}/{self.slug}"


class InventedOutlets:
    """Serves outlets, their feeds, their pages, and a list of them as OPML."""

    def __init__(self, clock: Clock) -> None:
        document = read_table("bot.demo", "outlets.toml")
        self.names: dict[str, str] = document["outlets"]
        began = clock()
        entries = document["reports"]
        self.reports = [
            OutletReport(at=began - BETWEEN_REPORTS * (len(entries) - place), **{**each, "text": each["text"].strip()})
            for place, each in enumerate(entries)
        ]
        self.requests: list[tuple[str, int]] = []  # path and status, in order: what tests look at

    def add_to(self, app: web.Application) -> None:
        """Serve from a web application."""
        app.router.add_get("/outlets/feeds.opml", self._opml)
        app.router.add_get("/outlets/{outlet}/feed.xml", self._feed)
        app.router.add_get("/outlets/{outlet}", self._front)
        app.router.add_get("/outlets/{outlet}/{slug}", self._page)
        app.router.add_get("/robots.txt", self._robots)

    def _answer(self, request: web.Request, body: str, content_type: str) -> web.Response:
        etag = f'"{hashlib.sha256(body.encode()).hexdigest()[:16]}"'
        is_known = request.headers.get("If-None-Match") == etag
        self.requests.append((request.path, 304 if is_known else 200))
        if is_known:
            return web.Response(status=304, headers={"ETag": etag})
        return web.Response(text=body, content_type=content_type, charset="utf-8", headers={"ETag": etag})

    async def _robots(self, request: web.Request) -> web.Response:
        return self._answer(request, "User-agent: *\nDisallow: /private/\n", "text/plain")

    async def _feed(self, request: web.Request) -> web.Response:
        outlet = request.match_info["outlet"]
        if outlet not in self.names:
            raise web.HTTPNotFound
        origin = f"{request.scheme}://{request.host}"
        items = "".join(
            f"<item><title>{escape(each.title)}</title><link>{origin}{each.path}?utm_source=rss</link>"
            f"<guid isPermaLink='false'>{each.outlet}-{each.slug}</guid><pubDate>{format_datetime(each.at)}</pubDate>"
            f"<description>{escape(each.text.splitlines()[0])}</description></item>"
            for each in reversed(self.reports)
            if each.outlet == outlet
        )
        head = (
            f"<title>{escape(self.names[outlet])}</title><link>{origin}/outlets/{outlet}</link><language>en</language>"
        )
        return self._answer(
            request, f"<rss version='2.0'><channel>{head}{items}</channel></rss>", "application/rss+xml"
        )

    async def _front(self, request: web.Request) -> web.Response:
        outlet = request.match_info["outlet"]
        if outlet not in self.names:
            raise web.HTTPNotFound
        link = f"<link rel='alternate' type='application/rss+xml' href='/outlets/{outlet}/feed.xml'>"
        body = (
            f"<!doctype html><html lang='en'><head><title>{self.names[outlet]}</title>{link}</head><body></body></html>"
        )
        return self._answer(request, body, "text/html")

    async def _page(self, request: web.Request) -> web.Response:
        wanted = (request.match_info["outlet"], request.match_info["slug"])
        report = next((each for each in self.reports if (each.outlet, each.slug) == wanted), None)
        if report is None:
            raise web.HTTPNotFound
        paragraphs = "".join(f"<p>{escape(line)}</p>" for line in report.text.splitlines())
        body = (
            f"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>{escape(report.title)} | "
            f"{escape(self.names[report.outlet])}</title><meta property='article:published_time' "
            f"content='{report.at.isoformat()}'></head><body><nav><a href='/'>Home</a> <a href='/more'>More</a></nav>"
            f"<article><h1>{escape(report.title)}</h1>{paragraphs}</article>"
            f"<footer>All rights reserved</footer></body></html>"
        )
        return self._answer(request, body, "text/html")

    async def _opml(self, request: web.Request) -> web.Response:
        origin = f"{request.scheme}://{request.host}"
        outlines = "".join(
            f"<outline text='{escape(name)}' type='rss' xmlUrl='{origin}/outlets/{slug}/feed.xml'/>"
            for slug, name in self.names.items()
        )
        folder = f"<outline text='World'>{outlines}</outline>"
        body = f"<opml version='2.0'><head><title>Invented</title></head><body>{folder}</body></opml>"
        return self._answer(request, body, "text/x-opml")
