"""Pictures of feeds' entries, each with its own credit (https://www.rssboard.org/media-rss)."""

from dataclasses import dataclass
from typing import Any

import regex

_IMAGE = regex.compile(r"\.(?:jpe?g|png|webp|gif|avif)(?:$|[?&#])", regex.IGNORECASE)
_OTHER = regex.compile(r"\.(?:mp[34]|m4[av]|mov|webm|og[gv]|wav|pdf|m3u8|aac|flac)(?:$|[?&#])", regex.IGNORECASE)
_DIGITS = regex.compile(r"[0-9]{1,6}")
_BARE_AMPERSAND = regex.compile(rb"&(?!#?\w{1,20};)")
_CDATA, _CDATA_END = b"<![CDATA[", b"]]>"
_MOST_MEDIA = 40


@dataclass(frozen=True, slots=True)
class Medium:
    """A picture that an entry has: where, how wide or else how high, who took it."""

    url: str
    size: int
    credit: str | None = None


def with_sound_ampersands(body: bytes) -> bytes:
    """Return a feed whose bare ampersands are written as XML wants them: `M&S closes`; in CDATA they are right."""
    begun, *sections = body.split(_CDATA)
    sound = [_BARE_AMPERSAND.sub(b"&amp;", begun)]
    for section in sections:
        inside, end, behind = section.partition(_CDATA_END)
        sound.append(_CDATA + inside + end + _BARE_AMPERSAND.sub(b"&amp;", behind))
    return b"".join(sound)


def read_media(body: bytes) -> list[Medium | None]:
    """Return the best picture of each entry of a feed, in order; nothing where it cannot be read as XML."""
    from lxml import etree  # noqa: PLC0415 - in the child only

    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        return []
    return [_best(entry) for entry in root.iter("{*}item", "{*}entry")] if root is not None else []


def _best(entry: Any) -> Medium | None:
    media = [
        Medium(element.get("url") or element.get("href") or "", _size(element), _credit(element, entry))
        for element in list(entry.iter("{*}content", "media:content", "{*}enclosure", "{*}link"))[:_MOST_MEDIA]
        if _is_image(element)
    ]
    if media:
        return max(media, key=lambda medium: medium.size)
    thumbnails = [each for each in entry.iter("{*}thumbnail", "media:thumbnail") if each.get("url")][:_MOST_MEDIA]
    thumbnail = max(thumbnails, key=_size, default=None)
    if thumbnail is not None:
        return Medium(thumbnail.get("url"), 0, _credit(_without_film(thumbnail), entry))
    named = map(_named, entry.iter("{*}image"))
    url = next((each for each in named if each.startswith(("http://", "https://", "/"))), None)
    return None if url is None else Medium(url, 0)


def _named(image: Any) -> str:
    """Return the address that an `<image>` names: as RSS does, within it, else by itself."""
    inside = next((each.text for each in image.iterchildren("{*}url") if each.text), None)
    return str(image.get("href") or image.get("url") or inside or "".join(image.itertext())).strip()


def _without_film(thumbnail: Any) -> Any:
    """Return where to look for a thumbnail's credit: not in the film whose picture it is, which is another's work."""
    around = thumbnail.getparent()
    is_film = around is not None and around.tag.rpartition("}")[2].rpartition(":")[2] == "content"
    return around.getparent() if is_film else thumbnail


def _is_image(element: Any) -> bool:
    name = element.tag.rpartition("}")[2].rpartition(":")[2]
    url = element.get("url") or element.get("href") or ""
    if not url or (name == "link" and element.get("rel") != "enclosure"):
        return False
    kind, medium = (element.get("type") or "").casefold(), (element.get("medium") or "").casefold()
    if kind.startswith("image/") or medium == "image":
        return True
    if medium or (kind and "/" in kind and kind != "application/octet-stream"):
        return False
    path = url.partition("?")[0]
    return _IMAGE.search(path) is not None or (name == "content" and not _OTHER.search(path))


def _size(element: Any) -> int:
    sizes = (_DIGITS.match((element.get(name) or "").strip()) for name in ("width", "height"))
    return next((int(size[0]) for size in sizes if size), 0)


def _credit(element: Any, entry: Any) -> str | None:
    """Return who is credited for a medium: within it, else within the group around it, else within the entry."""
    place = element
    while place is not None:
        named = [each for each in place.iterchildren("{*}credit") if each.text]
        credit = min(named, key=_is_of_no_photographer, default=None)  # who took it, before who wrote
        if credit is not None or place is entry:
            return credit.text.strip() if credit is not None else None
        place = place.getparent()
    return None


def _is_of_no_photographer(credit: Any) -> bool:
    return "photo" not in (credit.get("role") or "")
