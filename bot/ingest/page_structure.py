"""What a page's structure says is not its story, or is a part of it. Runs in a child (bot.ingest.reading)."""

from typing import Any
from urllib.parse import urljoin, urlsplit

_LEAST_OWN_CHARACTERS = 300  # without spaces; an article with less is a list of others, or of posts
_LEAST_PART_CHARACTERS = 150
_LEAST_CARD_LINKS = 3
_PROSE = 0.8  # of the characters of a part of a story are in its paragraphs
_LIVE = "LiveBlogPosting"  # https://schema.org/LiveBlogPosting: its inner articles are the story
_HEADINGS = ("h2", "h3", "h4", "h5")


def keep_story(document: Any, *, url: str = "") -> None:
    """Take cards and teasers of other stories out of a page, and put together a story that advertisements cut.

    `document` is lxml's, changed in place; `url` is the page's own address.
    """
    _drop_inner_articles(document)
    _drop_linked_headings(document, url)
    _drop_link_cards(document)
    _join_parts(document)


def _drop_inner_articles(document: Any) -> None:
    """An article inside an article is a related one (https://html.spec.whatwg.org/multipage/sections.html)."""
    if any(_LIVE in (script.text or "") for script in document.iter("script")):
        return
    for outer in document.xpath("//article[not(ancestor::article)][.//article]"):
        inner = outer.xpath(".//article[.//a[@href]]")
        others = sum(_length(each) for each in outer.xpath("./descendant::article[count(ancestor::article)=1]"))
        if _length(outer) - others >= _LEAST_OWN_CHARACTERS:
            for each in inner:
                _drop(each)


def _drop_linked_headings(document: Any, url: str) -> None:
    """A heading that is nothing but a link to another page is that page's."""
    for heading in list(document.iter(*_HEADINGS)):
        links = heading.xpath("./ancestor::a[@href] | .//a[@href]")
        if len(links) == 1 and _length(links[0]) >= _length(heading) and _is_elsewhere(links[0].get("href"), url):
            _drop(heading)


def _is_elsewhere(address: str, url: str) -> bool:
    try:
        there, here = urlsplit(urljoin(url, address)), urlsplit(url)
    except ValueError:
        return False
    return there.scheme in ("http", "https", "") and bool(there.path) and there.path != here.path


def _drop_link_cards(document: Any) -> None:
    """Several links in the middle of a sentence, and no word beside them, are a card that opens on a touch."""
    for span in document.xpath(f"//p//span[count(.//a[@href]) >= {_LEAST_CARD_LINKS}]"):
        if _length(span) <= sum(_length(link) for link in span.iter("a")):
            _drop(span)


def _join_parts(document: Any) -> None:
    """Parts of one story, alike in class and in one article, become one: an extractor takes the first of them."""
    for article in document.xpath("//article[not(ancestor::article)]"):
        parts: dict[str, list[Any]] = {}
        for part in article.xpath(".//div[@class][count(./p) >= 2]"):
            own = sum(_length(paragraph) for paragraph in part.iterchildren("p"))
            if own > max(_length(part) * _PROSE, _LEAST_PART_CHARACTERS):
                parts.setdefault(part.get("class"), []).append(part)
        for first, *others in parts.values():
            if any(other.getparent() is first.getparent() for other in others):
                continue  # they stand in one another's order already
            for other in others:
                first.extend(list(other))
                _drop(other)


def _length(element: Any) -> int:
    return len("".join("".join(element.itertext()).split()))


def _drop(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        element.drop_tree()
