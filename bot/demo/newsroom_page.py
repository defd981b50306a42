"""A page of the demo that shows the newsroom at work: feeds, events, and drafts with what the fact gate found."""

from html import escape
from importlib import resources

from aiohttp import web

from storage.model import Article, Check, Event, Feed, Status
from storage.store import Storage

_STORAGE = web.AppKey("newsroom_storage", Storage)
MOST = 30


def add_newsroom_page(app: web.Application, storage: Storage) -> None:
    """Serve the page."""
    app[_STORAGE] = storage
    app.router.add_get("/newsroom", _page)


async def _page(request: web.Request) -> web.Response:
    storage = request.app[_STORAGE]
    drafts = await storage.articles.list_by_status(Status.DRAFT, limit=MOST)
    checked = [(draft, await storage.checks.find(draft.number, draft.revision) or ()) for draft in drafts]
    events = [await storage.events.get(event_id) for event_id in await storage.events.list_recent(limit=MOST)]
    template = resources.files("bot.demo").joinpath("page/newsroom.html").read_text("utf-8")
    page = template.replace("<!--drafts-->", "".join(_draft(*each) for each in checked) or _empty("No drafts yet."))
    page = page.replace("<!--events-->", "".join(map(_event, events)) or _empty("Nothing read yet."))
    page = page.replace("<!--feeds-->", "".join(map(_feed, await storage.feeds.list())))
    return web.Response(text=page, content_type="text/html", charset="utf-8", headers={"Cache-Control": "no-store"})


def _empty(words: str) -> str:
    return f"<p class=faint>{words}</p>"


def _draft(draft: Article, checks: tuple[Check, ...]) -> str:
    text = draft.text
    bullets = "".join(f"<li>{escape(each.text)} <sup>{_marks(each.sources)}</sup></li>" for each in text.bullets)
    sources = "".join(
        f"<li>{escape(each.outlet)}: <a href='{escape(each.url or '')}'>{escape(each.title or '')}</a></li>"
        for each in text.sources
    )
    findings = "".join(
        f"<li class='{'blocks' if each.blocks else 'warns'}'>{escape(f'{each.kind} “{each.token}”, {each.place}')}</li>"
        for each in checks
    )
    verdict = f"<ul>{findings}</ul>" if findings else "<p class=fine>The fact gate found nothing.</p>"
    return (
        f"<article><h3>{escape(text.headline)}</h3><ul>{bullets}</ul><ol class=faint>{sources}</ol>{verdict}</article>"
    )


def _marks(numbers: tuple[int, ...]) -> str:
    return "".join(f"[{number}]" for number in numbers)


def _event(event: Event) -> str:
    reports = "".join(
        f"<li>{escape(each.outlet)}: {escape(each.title)}{' (copy)' if each.copy_of else ''}</li>"
        for each in event.reports
    )
    outlets = len(event.independent_outlets)
    word = "independent outlet" if outlets == 1 else "independent outlets"
    return f"<article><p class=faint>{outlets} {word}</p><ul>{reports}</ul></article>"


def _feed(feed: Feed) -> str:
    health = feed.error or ("fine" if feed.polled_at else "not polled yet")
    return f"<tr><td>{escape(feed.outlet)}</td><td>{escape(health)}</td></tr>"
