"""Feeds as they come: RSS, Atom, RDF and JSON Feed, from bytes. Runs in a child process (bot.ingest.reading)."""

import io
import json
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from typing import Any
from urllib.parse import urljoin

import nh3
import regex

from bot.errors import FetchError
from bot.ingest.charsets import decode_text, without_declaration
from bot.ingest.feed_dates import read_date
from bot.ingest.feed_media import Medium, read_media, with_sound_ampersands

MAX_ENTRIES = 500
MAX_TEXT_CHARACTERS = 6_000
_CHARACTER_DIGITS = 7
_MOST_BEFORE = 10_000  # characters
_ROOT = regex.compile(r"<!DOCTYPE|<(?:\w{1,20}:)?(?:rss|feed|RDF)[\s>]", regex.IGNORECASE)
MAX_HTML_CHARACTERS = 1_000_000
_INTERNAL_SUBSET = regex.compile(rb"<!DOCTYPE[^>\[]{0,500}\[", regex.IGNORECASE)
_DATA = regex.compile(r"data:[\w/+.-]{0,60};base64,[\w+/=\s]*")
_CHARACTER = regex.compile(rb"&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));?")
_BLANKS = regex.compile(r"\s+")
_BLOCK = regex.compile(
    r"<(/?(?:br|p|div|[uod]l|li|d[td]|h\d|t[drh]|table|blockquote|section|article|pre|figure|figcaption|hr)\b)",
    regex.IGNORECASE,
)
_JSON_VERSION = regex.compile(r"https?://(?:www\.)?jsonfeed\.org/version/")
_WITHOUT_SCRIPTS = regex.compile(r"</?noscript\b[^<>]{0,200}>", regex.IGNORECASE)  # we run none, and see what is in it
_UNSEEN = {"script", "style", "iframe", "noembed", "noframes"}
_HAS_IMAGE, _OF_IMAGE = regex.compile("<img", regex.IGNORECASE), {
    "src", "width", "height", "style", "data-src", "srcset",
}  # fmt: skip
_IMAGE = regex.compile(r"<img\b[^>]{0,8000}>")
# What is loaded later stands beside a picture in data; of several sizes the first one is named.
_NAMED = (
    regex.compile(r"\ssrc=\"(?!data:)([^\"]{1,2000})\""),
    regex.compile(r"\sdata-src=\"([^\"]{1,2000})\"|\ssrcset=\"([^\s\",]{1,2000})"),
)
_PIXEL = regex.compile(r"\b(?:width|height)\s*(?:=\s*[\"']?[01](?!\d)|:\s*[01]px)", regex.IGNORECASE)


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
    cut: int = 0  # entries behind the first 500


def parse_feed(body: bytes, *, url: str, content_type: str = "") -> FeedFile:
    """Parse a feed. Raises FetchError for what is none."""
    if (text := decode_text(body, content_type)) is not None:
        # One encoding, whatever the file says of itself; nothing may stand before its declaration.
        body = _from_root(without_declaration(text)).encode("utf-8", "replace")
        content_type = "application/xml; charset=utf-8"
    body = _CHARACTER.sub(_sound_character, body.lstrip(b" \t\r\n"))
    if body[:1] == b"{":
        return _parse_json(body, url)
    if _INTERNAL_SUBSET.search(body[:4096]):
        raise FetchError("a feed that defines entities of its own is not read", is_refused=True)
    return _parse_xml(with_sound_ampersands(body), url, content_type)


def _from_root(text: str) -> str:
    """Return a feed without what was printed before it, such as a warning of the program that made it."""
    found = _ROOT.search(text[:_MOST_BEFORE])
    return text[found.start() :] if found else text


def _sound_character(found: Any) -> bytes:
    """Return a numeric reference as it is, or nothing for one that names no character: it would end the parser."""
    digits, base = (found[1], 16) if found[1] else (found[2], 10)
    number = int(digits, base) if len(digits.lstrip(b"0")) <= _CHARACTER_DIGITS else -1
    return found[0] if 0 < number < 0xD800 or 0xE000 <= number <= 0x10FFFF else b""


def _parse_xml(body: bytes, url: str, content_type: str) -> FeedFile:
    import feedparser  # noqa: PLC0415 - in the child only: it costs the bot no memory

    headers = {"content-location": url} | ({"content-type": content_type} if content_type else {})
    # Bytes in a stream, never a string: feedparser would take one for an address or a file's name.
    try:
        # Cleaning an entry's HTML, and its links, takes half of its time; we keep the words and one picture.
        parsed = feedparser.parse(
            io.BytesIO(body), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except (ValueError, TypeError, LookupError, AttributeError, AssertionError, RecursionError) as error:
        raise FetchError(f"this is no feed ({type(error).__name__})") from None  # damaged as its parser cannot tell
    if not parsed.get("version") and not parsed.entries:
        reason = type(parsed.get("bozo_exception")).__name__ if parsed.get("bozo") else "no feed"
        raise FetchError(f"this is no feed ({reason})")
    feed, is_atom = parsed.feed, str(parsed.get("version", "")).startswith("atom")
    entries = parsed.entries[:MAX_ENTRIES]
    media = read_media(body)
    if len(media) < len(entries):
        media = [None] * len(entries)  # broken as XML: whose picture is whose is not known
    language = feed.get("language") or None
    return FeedFile(
        title=plain(feed.get("title") or ""),
        home_url=join_address(feed.get("link"), url),
        language=language,
        entries=tuple(
            _xml_entry(entry, url, medium, language, is_atom=is_atom)
            for entry, medium in zip(entries, media, strict=False)
        ),
        cut=len(parsed.entries) - len(entries),
    )


def _xml_entry(entry: Any, base: str, medium: Medium | None, language: str | None, *, is_atom: bool) -> Entry:
    link = join_address(entry.get("feedburner_origlink") or entry.get("link"), base)
    text = _longest_text(entry)
    html = text.get("value") or ""
    picture = (medium.url, base) if medium else (_first_image(html), text.get("base") or base)
    source = entry.get("source") or {}
    # Feedparser's own `get` answers one for the other. The first that can be read counts.
    moments = (
        read_date(dict.get(entry, name), dict.get(entry, f"{name}_parsed"), language=language)
        for name in ("published", "updated", "created")
    )
    return Entry(
        key=str(entry.get("id") or link or entry.get("title", ""))[:1000],
        title=_title(entry, is_atom=is_atom),
        url=link,
        summary=plain(html),
        authors=_names(author.get("name", "") for author in entry.get("authors", []) if isinstance(author, dict)),
        published_at=next(filter(None, moments), None),
        source=plain(source.get("title") or source.get("value") or "") or None,
        source_url=join_address(source.get("href") or source.get("link"), base),
        picture=join_address(*picture),
        picture_credit=(plain(medium.credit or "") or None) if medium else None,
    )


def _longest_text(entry: Any) -> Any:
    """Return the longest of an entry's texts, with the address to which its own are relative."""
    texts = (*entry.get("content", []), entry.get("summary_detail"), {"value": entry.get("summary")})
    known = (text for text in texts if isinstance(text, dict))  # an element may be called as feedparser's own names are
    return max(known, key=lambda text: len(text.get("value") or ""))


def _title(entry: Any, *, is_atom: bool) -> str:
    """Return an entry's title; Atom says whether it is text, in which nothing is markup (RFC 4287 §3.1.1)."""
    title = str(entry.get("title") or "")
    is_text = is_atom and (entry.get("title_detail") or {}).get("type") == "text/plain"
    return _BLANKS.sub(" ", unescape(title)).strip() if is_text else plain(title)


def _first_image(html: str) -> str | None:
    """Return the first picture in an entry's text that is no counting pixel."""
    if not _HAS_IMAGE.search(html):
        return None
    images = _IMAGE.findall(_written_anew(html[:MAX_HTML_CHARACTERS], {"img": _OF_IMAGE}))
    shown = [image for image in images if not _PIXEL.search(image)]
    found = next((match for named in _NAMED for image in shown if (match := named.search(image))), None)
    return unescape(next(filter(None, found.groups()))) if found else None


def _names(names: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for each in names if (name := _without_address(plain(each or "")))))[:10]


def _without_address(name: str) -> str:
    """Leave out the rest of an e-mail address that feedparser cut in two: `a (Ada Berg`."""
    return name.partition("(")[2].strip() if name.count("(") > name.count(")") else name


def join_address(url: Any, base: str) -> str | None:
    """Return a web address that stands in a file from another; None for what is none."""
    if not isinstance(url, str) or not url.strip():
        return None
    address = url.strip()
    try:
        joined = urljoin(base, f"//{address}" if address.startswith("www.") else address)
    except ValueError:
        return None
    return joined if joined.startswith(("http://", "https://")) and len(joined) <= 2048 else None


def plain(html: str) -> str:
    """Return HTML as plain text on one line; nothing of its markup is left."""
    text = _DATA.sub("", str(html or "")[:MAX_HTML_CHARACTERS].encode("utf-8", "replace").decode())
    if "<" in text or "&" in text:
        from lxml.html import fragments_fromstring  # noqa: PLC0415 - in the child only

        cleaned = _written_anew(_BLOCK.sub(r" <\1", text), {})
        text = "".join(
            part if isinstance(part, str) else str(part.text_content()) for part in fragments_fromstring(cleaned or " ")
        )
    return _BLANKS.sub(" ", text).strip()[:MAX_TEXT_CHARACTERS]


def _written_anew(html: str, kept: dict[str, set[str]]) -> str:
    """Return HTML as a browser reads it, with these elements alone and their attributes, and the text of the others."""
    shown = _WITHOUT_SCRIPTS.sub("", html)
    return nh3.clean(shown, tags=set(kept), attributes=kept, clean_content_tags=_UNSEEN, link_rel=None)


def _parse_json(body: bytes, url: str) -> FeedFile:
    """Parse JSON Feed 1 and 1.1 (https://www.jsonfeed.org/version/1.1)."""
    try:
        feed = json.loads(body, strict=False)  # a line break within a text is common, and plain to read
        items = feed["items"]
        is_feed = _JSON_VERSION.match(str(feed.get("version", ""))) is not None and isinstance(items, list)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        is_feed = False
    if not is_feed:
        raise FetchError("this is no feed (JSON, but no JSON Feed)")
    return FeedFile(
        title=plain(feed.get("title") or ""),
        home_url=join_address(feed.get("home_page_url"), url),
        language=feed.get("language") if isinstance(feed.get("language"), str) else None,
        entries=tuple(_json_entry(item, url) for item in items[:MAX_ENTRIES] if isinstance(item, dict)),
        cut=max(0, len(items) - MAX_ENTRIES),
    )


def _json_entry(item: dict[str, Any], base: str) -> Entry:
    own_id = item.get("id") if _is_web(item.get("id")) else None
    named = (item.get("url"), item.get("external_url"), own_id)
    link = next((address for each in named if (address := join_address(each, base))), None)
    authors = item.get("authors") or [item.get("author") or {}]
    summary = plain(item["content_html"]) if item.get("content_html") else _as_text(item.get("content_text"))
    attached = (each for each in item.get("attachments") or [] if isinstance(each, dict))
    picture = next((each.get("url") for each in attached if str(each.get("mime_type")).startswith("image/")), None)
    picture = picture or _first_image(_as_text(item.get("content_html")))
    moments = (item.get("date_published"), item.get("date_modified"))
    return Entry(
        key=str(item.get("id") or link or item.get("title", ""))[:1000],
        title=_as_text(item.get("title")),
        url=link,
        summary=summary or _as_text(item.get("summary")),
        authors=_names(
            author.get("name", "")
            for author in (authors if isinstance(authors, list) else [])
            if isinstance(author, dict)
        ),
        published_at=next(filter(None, (read_date(str(each or ""), None) for each in moments)), None),
        source_url=join_address(item.get("external_url"), base),
        picture=join_address(item.get("image") or item.get("banner_image") or picture, base),
    )


def _as_text(value: Any) -> str:
    """Return what JSON Feed calls plain text on one line; in it, nothing is markup."""
    text = value if isinstance(value, str | int | float) else ""
    return _BLANKS.sub(" ", unescape(str(text)[:MAX_HTML_CHARACTERS])).strip()[:MAX_TEXT_CHARACTERS]


def _is_web(address: Any) -> bool:
    return isinstance(address, str) and address.strip().startswith(("http://", "https://", "/"))
