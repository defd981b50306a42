"""The publication's web site: what each page loads, and its template."""

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from importlib import resources
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined

from bot import loading
from bot.errors import ReaderError
from bot.http.page_cache import Rendered, make_rendered
from bot.i18n import Words, is_right_to_left
from bot.loading import UnknownSection
from bot.services import Services
from bot.views.dates import written_moment
from bot.views.lists import page_count
from bot.views.page import Frame
from bot.views.splitter import shorten
from bot.views.web import Teaser, WebStory, teaser, web_story
from storage.model import Article, Correction, Label

RECENT = 8
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # https://www.w3.org/TR/xml/#charsets
IN_FEEDS = 30
IN_SITEMAP = 1000
MOST_PAGES = 10_000
SECTIONS_NAMED = 12
CORRECTIONS_SHOWN = 100
QUERY_CHARACTERS = 300
SHARED_UTF16 = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What every page says of the site."""

    name: str
    about: str
    contact: str
    policy: str
    url: str
    bot: str
    style: str


class Site:
    """Renders pages; `public_url` is the address under which the world reaches them."""

    def __init__(self, services: Services, public_url: str) -> None:
        self._services = services
        self._url = public_url
        self._templates = Environment(
            loader=PackageLoader("bot.http"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
        )
        imprint = services.imprint
        self._about = About(
            name=services.publication,
            about=imprint.about,
            contact=imprint.contact,
            policy=imprint.corrections_policy,
            url=public_url,
            bot=f"https://t.me/{services.username}" if services.username else "",
            style=hashlib.sha256(stylesheet().encode()).hexdigest()[:12],
        )

    async def home(self, page: int) -> Rendered:
        """Return a page of the recent stories."""
        return await self._recent(None, page)

    async def section(self, slug: str, page: int) -> Rendered:
        """Return a page of a section's stories."""
        return await self._recent(slug, page)

    async def _recent(self, slug: str | None, page: int) -> Rendered:
        frame = self._frame(None)
        found = await loading.load_recent(self._services.storage, page=page, section=slug)
        if isinstance(found, UnknownSection):
            return await self.missing(frame.words("recent-no-section", section=slug or ""))
        name = found.section.name if found.section else None
        words = frame.words
        return await self._render(
            "list.html",
            frame.words,
            here=slug,
            heading=name or words("recent-title"),
            teasers=[teaser(frame, each) for each in found.articles],
            nothing=words("recent-empty"),
            page=found.page,
            pages=page_count(found.total),
            base="?",
            is_search=False,
        )

    async def search(self, query: str, page: int) -> Rendered:
        """Return a page of what a search finds."""
        frame, query = self._frame(None), " ".join(query[:QUERY_CHARACTERS].split())
        found = await loading.load_found(self._services.storage, query, page=page)
        words = frame.words
        return await self._render(
            "list.html",
            words,
            here=None,
            heading=f"{words('search-title')} {query}",
            query=query,
            teasers=[teaser(frame, each) for each in found.articles],
            nothing=words("search-empty"),
            page=found.page,
            pages=page_count(found.total),
            base=f"?{urlencode({'q': query})}&",
            is_search=True,
        )

    async def story(self, number: int) -> Rendered:
        """Return a story's page: of a withdrawn one, the notice."""
        storage = self._services.storage
        try:
            loaded = await loading.load_story(storage, number)
        except ReaderError as error:
            return await self.missing(self._frame(None).words(error.key, **error.values))
        article, beside = loaded.article, loaded.neighbours
        frame, address = self._frame(article.text.language), self.address(number)
        around = await storage.articles.list_numbered(each for each in (beside.older, beside.newer) if each)
        teasers = {each.number: teaser(frame, each) for each in around}
        recent = await storage.articles.list_recent(limit=RECENT)
        words = frame.words
        shown = web_story(frame, article, address=address)
        return await self._render(
            "story.html",
            words,
            here=None,
            story=shown,
            address=address,
            share=self._share_address(shown, address),
            open_in_bot=f"{self._about.bot}?start=story_{number}" if self._about.bot else "",
            neighbours=(
                (words("story-older"), teasers.get(beside.older or 0)),
                (words("story-newer"), teasers.get(beside.newer or 0)),
            ),
            recent=[teaser(frame, each) for each in recent if each.number != number],
            direction=shown.teaser.direction,
            status=410 if shown.withdrawn is not None else 200,
        )

    async def corrections(self) -> Rendered:
        """Return the log of corrections and withdrawals, the last one first."""
        frame = self._frame(None)
        listed = await self._services.storage.corrections.list_latest(limit=CORRECTIONS_SHOWN)
        entries = [self._correction(frame, each, headline) for each, headline in listed]
        return await self._render("corrections.html", frame.words, here=None, corrections=entries)

    def _correction(self, frame: Frame, correction: Correction, headline: str) -> dict[str, Any]:
        said = correction.note or ""
        if correction.label is Label.WITHDRAWAL:
            said = f"{frame.words('story-withdrawn')} {said}".rstrip()
        else:
            said = frame.words("story-note", label=correction.label.value, note=said)
        moment = correction.at.astimezone(frame.zone)
        written = written_moment(frame.words.locale, moment)
        return {
            "number": correction.number, "headline": headline, "said": said, "moment": moment.isoformat(),
            "written": written,
        }  # fmt: skip

    async def missing(self, heading: str) -> Rendered:
        """Return the page for what is not here."""
        return await self._render("message.html", self._frame(None).words, here=None, heading=heading, status=404)

    async def missing_page(self) -> Rendered:
        """Return the page for an address that names nothing."""
        return await self.missing(self._frame(None).words("web-missing"))

    async def atom(self) -> Rendered:
        """Return the newest stories as an Atom feed (RFC 4287)."""
        articles = await self._services.storage.articles.list_recent(limit=IN_FEEDS)
        entries = [self._entry(each) for each in articles]
        updated = max((each["updated"] for each in entries), default=_written(datetime(1970, 1, 1, tzinfo=UTC)))
        text = self._templates.get_template("feed.atom").render(site=self._about, entries=entries, updated=updated)
        return make_rendered(_NOT_XML.sub("", text), "application/atom+xml")

    async def json_entries(self) -> tuple[About, list[dict[str, Any]]]:
        """Return what the JSON feed says of the site, and its newest stories."""
        articles = await self._services.storage.articles.list_recent(limit=IN_FEEDS)
        return self._about, [self._entry(each) for each in articles]

    async def sitemap(self) -> Rendered:
        """Return the addresses of the newest stories (https://www.sitemaps.org/protocol.html)."""
        articles = await self._services.storage.articles.list_recent(limit=IN_SITEMAP)
        entries = [{"address": self.address(each.number), "updated": _written(each.revised_at)} for each in articles]
        text = self._templates.get_template("sitemap.xml").render(site=self._about, entries=entries)
        return make_rendered(text, "application/xml")

    def _entry(self, article: Article) -> dict[str, Any]:
        frame, address = self._frame(article.text.language), self.address(article.number)
        shown = web_story(frame, article, address=address)
        bullets = "".join(f"<li>{each}</li>" for each in shown.bullets)
        body = "".join(f"<p>{each}</p>" for _, each in shown.paragraphs)
        own = shown.teaser
        return {
            "headline": own.headline,
            "address": address,
            "language": own.language,
            "published": own.moment,
            "updated": _written(article.revised_at),
            "section": own.section,
            "summary": own.first,
            "picture": own.picture.address if own.picture else None,
            "content": ((f"<ul>{bullets}</ul>" if bullets else "") + body).replace('href="#', f'href="{address}#'),
        }

    def address(self, number: int) -> str:
        """Return a story's own address."""
        return f"{self._url}/story/{number}"

    def _share_address(self, story: WebStory, address: str) -> str:
        text = shorten(story.teaser.headline, SHARED_UTF16)
        return f"https://t.me/share/url?{urlencode({'url': address, 'text': text}, quote_via=quote)}"

    def _frame(self, language: str | None) -> Frame:
        words = self._services.catalog.words(language)
        frame = self._services.frame(words, is_private=True)
        return replace(frame, picture_origin=self._url)  # pictures of ours are served beside the pages

    async def _render(
        self, name: str, words: Words, *, status: int = 200, direction: str | None = None, **values: Any
    ) -> Rendered:
        sections = await self._services.storage.articles.list_sections()
        text = self._templates.get_template(name).render(
            t=words,
            site=self._about,
            language=words.language,
            direction=direction or ("rtl" if is_right_to_left(words.language) else "ltr"),
            sections=sections[:SECTIONS_NAMED],
            **values,
        )
        return make_rendered(text, status=status)


def _written(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


@cache
def stylesheet() -> str:
    """Return the style sheet."""
    return resources.files("bot.http").joinpath("static/style.css").read_text("utf-8")


__all__ = ["About", "Site", "Teaser", "stylesheet"]
