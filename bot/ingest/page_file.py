"""Article pages: the text a reader reads, and what the page says of itself. Runs in a child (bot.ingest.reading)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import regex

from bot.errors import FetchError
from bot.ingest.charsets import decode_text
from bot.ingest.feed_file import join_address
from bot.ingest.page_structure import keep_story
from bot.newsroom.drafts.headlines import strip_site
from bot.newsroom.furniture.walls import without_walls
from bot.newsroom.outlets.urls import as_web_address
from bot.newsroom.text.cleaning import clean_text
from storage.words import squash

MAX_TEXT_CHARACTERS = 100_000
_HEADING = 15  # characters: a shorter one may be a label
_FEEDS = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/json", "text/xml",
    "application/xml", "application/rdf+xml", "application/rss", "application/atom", "text/rss+xml", "text/atom+xml",
    "application/x.atom+xml", "application/x-rss+xml", "application/xml+rss", "text/rss",
)  # fmt: skip
_NAMES_FEED = {"alternate", "feed"}  # the latter of the HTML that browsers know as h-feed
_OF_COMMENTS = regex.compile(
    r"comment|kommentar|comentario|comentário|commenti|reactions|reacties|комментар|コメント|评论|評論"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFile:
    """An article page as read; `text` has a paragraph a line."""

    title: str
    text: str
    authors: tuple[str, ...] = ()
    published_on: date | None = None
    language: str | None = None
    site: str | None = None
    canonical_url: str | None = None
    picture: str | None = None


def parse_page(body: bytes, *, url: str = "", content_type: str = "") -> PageFile:
    """Read an article page with trafilatura, for precision. Raises FetchError where there is no article in it."""
    import trafilatura  # noqa: PLC0415 - in the child only: it costs the bot no memory

    document = trafilatura.load_html(decode_text(body, content_type) or body)
    if document is None:
        raise FetchError("this is no page")
    keep_story(document, url=url)
    language, written = document.get("lang"), document.findtext(".//title") or ""
    found: Any = trafilatura.bare_extraction(
        document,
        url=url or None,
        favor_precision=True,
        include_comments=False,
        with_metadata=True,
        # Only what the page says of itself: a year in its footer is no date of publication.
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    heading = " ".join("".join(next((each.itertext() for each in document.iter("h1")), ())).split())[:500]
    title = _title(found.title or "", " ".join(written.split()), heading, found.sitename or "") if found else ""
    text = _without_title(clean_text(found.text or "").strip(), title) if found else ""
    if found is None or not text or text.count("\ufffd") * 20 > len(text):
        raise FetchError("no article was found on the page")
    text = without_walls(text)
    if not text:
        raise FetchError("the page asks for something instead of telling its story", is_refused=True)
    return PageFile(
        title=title,
        text=text[:MAX_TEXT_CHARACTERS],
        authors=tuple(name.strip() for name in (found.author or "").split(";") if name.strip())[:10],
        published_on=_date(found.date),
        language=str(language).split("-")[0].lower() if language else None,
        site=found.sitename or None,
        canonical_url=found.url or None,
        picture=found.image or None,
    )


def _title(found: str, written: str, heading: str, site: str) -> str:
    """Return what a page is called, without its site's name; what is found may be nothing but that name."""
    if found and heading and _begins_alike(found, heading):
        return heading  # the same words, as the page itself shows them
    own = (each for each in (found, written, heading) if each and squash(each) != squash(site))
    return strip_site(next(own, found), site)


def _begins_alike(title: str, heading: str) -> bool:
    return squash(heading) != squash(title) and squash(title).startswith(squash(heading)) and len(heading) >= _HEADING


def _without_title(text: str, title: str) -> str:
    first, _, rest = text.partition("\n")
    return rest.strip() if rest and first.strip().casefold() == title.strip().casefold() else text


def _date(value: Any) -> date | None:
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def extract_feed_links(body: bytes, *, url: str) -> tuple[str, ...]:
    """Return the feeds a page names in its head; raises FetchError for what is no page (https://www.rssboard.org/rss-autodiscovery)."""
    from lxml import html  # noqa: PLC0415 - in the child only

    try:
        document = html.fromstring(body)
    except (ValueError, AssertionError, TypeError):
        return ()
    except Exception as error:  # noqa: BLE001 - lxml's ParserError is no subclass of anything named
        raise FetchError(f"this is no page ({type(error).__name__})") from None
    base = next((join_address(each.get("href"), url) for each in document.iter("base")), None) or url
    links = [link for link in document.iter("link", "LINK") if _NAMES_FEED & {*(link.get("rel") or "").lower().split()}]
    feeds = [link for link in links if (link.get("type") or "").split(";")[0].strip().lower() in _FEEDS]
    feeds.sort(key=_is_of_comments)  # a site's news first
    found = (join_address(as_web_address(link.get("href") or ""), base) for link in feeds)
    return tuple(dict.fromkeys(address for address in found if address))


def _is_of_comments(link: Any) -> bool:
    return _OF_COMMENTS.search(f"{link.get('title')} {link.get('href')}".lower()) is not None
