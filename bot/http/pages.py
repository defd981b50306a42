"""Routes of the web site: an address to its page, sent with marks by which clients know it again."""

import json
from collections.abc import Awaitable, Callable
from urllib.parse import quote

from aiohttp import web

from bot.http.page_cache import PageCache, Rendered, make_rendered
from bot.http.site import MOST_PAGES, Site, stylesheet
from storage.store import Storage

SECURITY = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self' https: http:; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
FRESH = "public, max-age=0, must-revalidate"
A_YEAR = "public, max-age=31536000, immutable"
_PICTURE_TYPES = {"png": "image/png", "jpg": "image/jpeg", "webp": "image/webp", "gif": "image/gif"}
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Pages:
    """Answers requests for pages."""

    def __init__(self, site: Site, storage: Storage) -> None:
        self._site = site
        self._storage = storage
        self._cache = PageCache(storage.candidates.get_version)

    def add_to(self, app: web.Application) -> None:
        """Serve the site from a web application."""
        site = self._site
        routes: dict[str, Handler] = {
            "/": self._cached(lambda request: lambda: site.home(_page(request))),
            "/section/{slug}": self._cached(
                lambda request: lambda: site.section(request.match_info["slug"][:200], _page(request))
            ),
            r"/story/{number:\d{1,15}}": self._cached(
                lambda request: lambda: site.story(int(request.match_info["number"]))
            ),
            "/corrections": self._cached(lambda _: site.corrections),
            "/feed.atom": self._cached(lambda _: site.atom),
            "/feed.json": self._cached(lambda _: self._json_feed),
            "/sitemap.xml": self._cached(lambda _: site.sitemap),
            "/search": self._search,
            "/style.css": self._style,
            "/robots.txt": self._robots,
            r"/pictures/{name}": self._picture,
        }
        for path, handler in routes.items():
            app.router.add_get(path, handler)
        app.middlewares.append(self._say_what_is_missing)

    @web.middleware
    async def _say_what_is_missing(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Answer an address that names nothing with a page that leads on."""
        try:
            return await handler(request)
        except web.HTTPNotFound:
            if request.method != "GET" or request.path.startswith("/pictures/"):
                raise
            return _send(request, await self._site.missing_page())

    def _cached(self, find: Callable[[web.Request], Callable[[], Awaitable[Rendered]]]) -> Handler:
        async def answer(request: web.Request) -> web.StreamResponse:
            key = f"{request.path}?{_page(request)}"
            return _send(request, await self._cache.get(key, find(request)))

        return answer

    async def _search(self, request: web.Request) -> web.StreamResponse:
        query = request.query.get("q", "").strip()
        if not query:
            raise web.HTTPFound("/")
        return _send(request, await self._site.search(query, _page(request)))

    async def _json_feed(self) -> Rendered:
        """Return the newest stories as a JSON feed (https://www.jsonfeed.org/version/1.1/)."""
        about, entries = await self._site.json_entries()
        items = [
            {
                "id": each["address"],
                "url": each["address"],
                "title": each["headline"],
                "summary": each["summary"],
                "content_html": each["content"],
                "date_published": each["published"],
                "date_modified": each["updated"],
                "language": each["language"],
                **({"image": each["picture"]} if each["picture"] else {}),
                **({"tags": [each["section"]]} if each["section"] else {}),
            }
            for each in entries
        ]
        feed = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": about.name,
            "home_page_url": f"{about.url}/",
            "feed_url": f"{about.url}/feed.json",
            **({"description": about.about} if about.about else {}),
            "items": items,
        }
        return make_rendered(json.dumps(feed, ensure_ascii=False), "application/feed+json")

    async def _style(self, request: web.Request) -> web.StreamResponse:
        return _send(request, make_rendered(stylesheet(), "text/css"), cache_control=A_YEAR)

    async def _robots(self, request: web.Request) -> web.StreamResponse:
        address = self._site.address(0).removesuffix("/story/0")
        text = f"User-agent: *\nDisallow: /search\nSitemap: {address}/sitemap.xml\n"
        return _send(request, make_rendered(text, "text/plain"))

    async def _picture(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["name"]
        stored = await self._storage.pictures.find(name)
        type_ = _PICTURE_TYPES.get(name.rpartition(".")[2])
        if stored is None or type_ is None:
            raise web.HTTPNotFound(headers=SECURITY)
        headers = {**SECURITY, "Cache-Control": A_YEAR, "ETag": f'"{quote(name)}"'}
        if _knows(request, headers["ETag"]):
            return web.Response(status=304, headers=headers)
        return web.Response(body=stored.content, content_type=type_, headers=headers)


def _page(request: web.Request) -> int:
    number = request.query.get("page", "1")
    return min(int(number), MOST_PAGES) if number.isascii() and number.isdecimal() and len(number) < 9 else 1


def _knows(request: web.Request, etag: str) -> bool:
    """Whether a client has this already (RFC 9110, 13.1.2)."""
    known = request.headers.get("If-None-Match", "")
    return known == "*" or etag in (each.strip().removeprefix("W/") for each in known.split(","))


def _send(request: web.Request, rendered: Rendered, *, cache_control: str = FRESH) -> web.Response:
    headers = {**SECURITY, "Cache-Control": cache_control, "ETag": rendered.etag}
    if rendered.status == 200 and _knows(request, rendered.etag):
        return web.Response(status=304, headers=headers)
    headers["Content-Type"] = f"{rendered.media_type}; charset=utf-8"
    return web.Response(status=rendered.status, body=rendered.body, headers=headers)
