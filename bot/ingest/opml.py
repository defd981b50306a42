"""OPML: lists of feeds in and out (http://opml.org/spec2.opml); folders become sections."""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent
from xml.sax.saxutils import quoteattr

import regex
from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from bot.errors import BotError
from bot.ingest.charsets import decode_text, without_declaration
from bot.newsroom.outlets.names import outlet_name
from bot.newsroom.outlets.urls import as_web_address, find_host
from bot.newsroom.text.cleaning import clean_line
from storage.model import Feed, NewFeed

MAX_FEEDS = 5000
_OUTLINE = regex.compile(r"<outline\s+(?P<attributes>[^\0]*?)\s*(?P<end>/?)>(?=\s*<(?:/?outline|/body|!--))")
_ATTRIBUTE = regex.compile(r"([\w:]+)\s*=\s*\"([^\0]*?)\"(?=\s+[\w:]+\s*=\s*\"|\s*$)")
_STRAY = regex.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)")


@dataclass(frozen=True, slots=True)
class _Outline:
    element: Element
    section: str | None


def read_opml(content: bytes) -> tuple[NewFeed, ...]:
    """Return the feeds of an OPML file, each address once. Raises BotError for what is none."""
    root = _parse(_plain_utf8(content))
    body = next((child for child in root if _local(child.tag) == "body"), None)
    if _local(root.tag) != "opml" or body is None:
        raise BotError("this is no OPML: expected <opml> with a <body>")
    feeds: dict[str, NewFeed] = {}
    waiting = [_Outline(element, None) for element in body]
    while waiting and len(feeds) < MAX_FEEDS:
        outline = waiting.pop(0)
        feed = _feed(outline)
        if feed is not None:
            feeds.setdefault(feed.url, feed)
        name = _attribute(outline.element, "text", "title") or outline.section
        inside = [_Outline(child, name) for child in outline.element]
        waiting = inside + waiting
    return tuple(feeds.values())


def _plain_utf8(content: bytes) -> bytes:
    """Return a list in UTF-8 from its first element on, whatever it was written in, and says of itself."""
    text = decode_text(content)
    text = content.decode("cp1252", "replace") if text is None else text
    return without_declaration(text).encode("utf-8", "replace")


def _local(tag: object) -> str:
    return str(tag).rpartition("}")[2].lower()


def _parse(content: bytes) -> Element:
    """Parse a file; what is a little broken, as lists made by hand are, is mended, but no entity is ever expanded."""
    try:
        root: Element = fromstring(content)
    except DefusedXmlException as error:
        raise BotError(f"this is no OPML: {type(error).__name__}") from None
    except (ParseError, ValueError, LookupError) as error:
        try:
            root = fromstring(_mended(content.decode("utf-8", "replace")))
        except (ParseError, DefusedXmlException, ValueError):
            raise BotError(f"this is no OPML: {error}") from None
    return root


def _mended(text: str) -> str:
    """Return a list whose attributes hold bare ampersands, quotes and tags, as many do, with these escaped."""
    return _STRAY.sub("&amp;", _OUTLINE.sub(_mended_outline, text))


def _mended_outline(outline: "regex.Match[str]") -> str:
    attributes: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(outline["attributes"]):
        attributes.setdefault(name, quoteattr(unescape(value)))
    return f"<outline {' '.join(f'{name}={value}' for name, value in attributes.items())}{outline['end']}>"


def _feed(outline: _Outline) -> NewFeed | None:
    url = as_web_address(_attribute(outline.element, "xmlurl", "url"))
    if not url.startswith(("http://", "https://")) or not find_host(url):
        return None
    home = _attribute(outline.element, "htmlurl")
    title = _attribute(outline.element, "title", "text") or outlet_name("", url)
    return NewFeed(
        url=url,
        outlet=outlet_name(_attribute(outline.element, "text") or title, url),
        title=title,
        section=outline.section,
        home_url=home if home.startswith(("http://", "https://")) else None,
    )


def _attribute(element: Element, *names: str) -> str:
    """Return the first attribute that says something, however its name is spelt."""
    written = {name.lower(): value for name, value in element.items()}
    return next((clean_line(value) for name in names if (value := written.get(name, "")).strip()), "")


def write_opml(feeds: Iterable[Feed], *, title: str) -> bytes:
    """Return feeds as OPML 2.0, a folder for each section."""
    root = Element("opml", version="2.0")
    SubElement(SubElement(root, "head"), "title").text = title
    body = SubElement(root, "body")
    folders: dict[str, Element] = {}
    for feed in feeds:
        parent = body
        if feed.section:
            if feed.section not in folders:
                folders[feed.section] = SubElement(body, "outline", text=feed.section, title=feed.section)
            parent = folders[feed.section]
        # Readers show the text: there the outlet stands, which reading the file again gives back.
        outline = SubElement(parent, "outline", type="rss", text=feed.outlet, title=feed.title or feed.outlet)
        outline.set("xmlUrl", feed.url)
        if feed.home_url:
            outline.set("htmlUrl", feed.home_url)
    indent(root)
    written = io.BytesIO()
    ElementTree(root).write(written, encoding="utf-8", xml_declaration=True)
    return written.getvalue() + b"\n"
