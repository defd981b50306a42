"""Feeds as they come: RSS, Atom, RDF and JSON Feed, from bytes. Runs in a child process (bot.ingest.reading)."""

import calendar
import io
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin

import nh3
import regex

from bot.errors import FetchError

MAX_ENTRIES = 500
MAX_TEXT_CHARACTERS = 6_000
_INTERNAL_SUBSET = regex.compile(rb"<!DOCTYPE[^>\[]{0,500}\[", regex.IGNORECASE)
_BLANKS = regex.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item of a feed, as parsed; `source` is the outlet it credits, where it credits one."""

    key: str
    title: str
    url: str | None
    summary: str = ""
    authors: tuple[str, ...] = ()
    published_at: datetime | None = None
    source: str | None = None
    source_url: str | None = None
    picture: str | None = None
    picture_credit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedFile:
    """A feed as parsed."""

    title: str
    home_url: str | None
    language: str | None
    entries: tuple[Entry, ...]


def parse_feed(body: bytes, *, url: str, content_type: str = "") -> FeedFile:
    """Parse a feed. Raises FetchError for what is none."""
    start = body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if start == b"{":
        return _parse_json(body, url)
    if _INTERNAL_SUBSET.search(body[:4096]):
        raise FetchError("a feed that defines entities of its own is not read", is_refused=True)
    return _parse_xml(body, url, content_type)


def _parse_xml(body: bytes, url: str, content_type: str) -> FeedFile:
    import feedparser  # noqa: PLC0415 - in the child only: it costs the bot no memory

    headers = {"content-location": url} | ({"content-type": content_type} if content_type else {})
    # Bytes in a stream, never a string: feedparser would take one for an address or a file's name.
    parsed = feedparser.parse(io.BytesIO(body), response_headers=headers, sanitize_html=False)
    if not parsed.get("version") and not parsed.entries:
        reason = type(parsed.get("bozo_exception")).__name__ if parsed.get("bozo") else "no feed"
        raise FetchError(f"this is no feed ({reason})")
    feed = parsed.feed
    return FeedFile(
        title=plain(feed.get("title", "")),
        home_url=_address(feed.get("link"), url),
        language=feed.get("language") or None,
        entries=tuple(_xml_entry(entry, url) for entry in parsed.entries[:MAX_ENTRIES]),
    )


def _xml_entry(entry: Any, base: str) -> Entry:
    link = _address(entry.get("link"), base)
    content = max((part.get("value", "") for part in entry.get("content", [])), key=len, default="")
    summary = entry.get("summary", "")
    picture, credit = _media(entry)
    source = entry.get("source") or {}
    return Entry(
        key=str(entry.get("id") or link or entry.get("title", ""))[:1000],
        title=plain(entry.get("title", "")),
        url=link,
        summary=plain(max(content, summary, key=len)),
        authors=_names(author.get("name", "") for author in entry.get("authors", [])),
        published_at=_moment(entry.get("published_parsed") or entry.get("updated_parsed")),
        source=plain(source.get("title") or source.get("value") or "") or None,
        source_url=_address(source.get("href") or source.get("link"), base),
        picture=_address(picture, base),
        picture_credit=plain(credit or "") or None,
    )


def _names(names: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for each in names if (name := plain(each or ""))))[:10]


def _media(entry: Any) -> tuple[str | None, str | None]:
    for media in entry.get("media_content", []):
        if media.get("url") and (media.get("medium") == "image" or str(media.get("type", "")).startswith("image/")):
            credit = next((each.get("content") for each in entry.get("media_credit", [])), None)
            return media["url"], credit
    for enclosure in entry.get("enclosures", []):
        if str(enclosure.get("type", "")).startswith("image/"):
            return enclosure.get("href"), None
    thumbnails = entry.get("media_thumbnail", [])
    return (thumbnails[0].get("url"), None) if thumbnails else (None, None)


def _moment(parsed: Any) -> datetime | None:
    try:
        return datetime.fromtimestamp(calendar.timegm(parsed), UTC) if parsed else None
    except (ValueError, OverflowError, TypeError, OSError):
        return None


def _address(url: Any, base: str) -> str | None:
    if not isinstance(url, str) or not url.strip():
        return None
    try:
        joined = urljoin(base, url.strip())
    except ValueError:
        return None
    return joined if joined.startswith(("http://", "https://")) and len(joined) <= 2048 else None


def plain(html: str) -> str:
    """Return HTML as plain text on one line; nothing of its markup is left."""
    text = str(html)[:MAX_TEXT_CHARACTERS]
    if "<" in text or "&" in text:
        from lxml.html import fragments_fromstring  # noqa: PLC0415 - in the child only

        cleaned = nh3.clean(regex.sub(r"(?i)<(br|p|div|li|h\d)\b", r" <\1", text), tags=set())
        text = "".join(
            part if isinstance(part, str) else str(part.text_content()) for part in fragments_fromstring(cleaned or " ")
        )
    return _BLANKS.sub(" ", text).strip()


def _parse_json(body: bytes, url: str) -> FeedFile:
    """Parse JSON Feed 1 and 1.1 (https://www.jsonfeed.org/version/1.1)."""
    try:
        feed = json.loads(body)
        items = feed["items"]
        is_feed = str(feed.get("version", "")).startswith("https://jsonfeed.org/") and isinstance(items, list)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        is_feed = False
    if not is_feed:
        raise FetchError("this is no feed (JSON, but no JSON Feed)")
    return FeedFile(
        title=plain(feed.get("title", "")),
        home_url=_address(feed.get("home_page_url"), url),
        language=feed.get("language") if isinstance(feed.get("language"), str) else None,
        entries=tuple(_json_entry(item, url) for item in items[:MAX_ENTRIES] if isinstance(item, dict)),
    )


def _json_entry(item: dict[str, Any], base: str) -> Entry:
    link = _address(item.get("url"), base)
    authors = item.get("authors") or [item.get("author") or {}]
    content = item.get("content_html") or item.get("content_text") or ""
    return Entry(
        key=str(item.get("id") or link or item.get("title", ""))[:1000],
        title=plain(item.get("title") or ""),
        url=link,
        summary=plain(content or item.get("summary") or ""),
        authors=_names(author.get("name", "") for author in authors if isinstance(author, dict)),
        published_at=_iso(item.get("date_published") or item.get("date_modified")),
        source_url=_address(item.get("external_url"), base),
        picture=_address(item.get("image") or item.get("banner_image"), base),
    )


def _iso(value: Any) -> datetime | None:
    try:
        moment = datetime.fromisoformat(value)
    except (ValueError, TypeError):
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
