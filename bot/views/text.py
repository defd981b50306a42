"""Formatted text: plain text with entities, built piece by piece. What is put in stays text, whatever it says."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from urllib.parse import urlsplit


class Style(StrEnum):
    """The entities we use (https://core.telegram.org/bots/api#messageentity)."""

    BOLD = "bold"
    ITALIC = "italic"
    QUOTE = "blockquote"
    FOLDED = "expandable_blockquote"
    LINK = "text_link"
    DATE = "date_time"
    REFERENCE = "reference"  # a mark that leads to a footnote; of native pages alone


@dataclass(frozen=True, slots=True)
class Entity:
    """A style over `start` to `end` (exclusive), counted in characters."""

    style: Style
    start: int
    end: int
    url: str | None = None
    moment: datetime | None = None

    @property
    def payload_bytes(self) -> int:
        """How much it weighs in Telegram's limit on a message's entities."""
        return len(self.url.encode()) if self.url else 0


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text and the entities over it."""

    plain: str = ""
    entities: tuple[Entity, ...] = ()

    def __add__(self, other: "Text | str") -> "Text":
        """Put another text behind this one."""
        other = Text(other) if isinstance(other, str) else other
        return Text(self.plain + other.plain, self.entities + tuple(_moved(other.entities, len(self.plain))))

    def __radd__(self, other: str) -> "Text":
        """Put plain text in front of this one."""
        return Text(other) + self

    def __bool__(self) -> bool:
        """Whether there is anything to read."""
        return bool(self.plain)

    def __getitem__(self, part: slice) -> "Text":
        """Cut out a part; entities that reach over the cut are clipped."""
        start, stop, _step = part.indices(len(self.plain))
        clipped = (
            replace(entity, start=max(entity.start, start) - start, end=min(entity.end, stop) - start)
            for entity in self.entities
            if entity.start < stop and entity.end > start
        )
        return Text(self.plain[start:stop], tuple(clipped))

    def strip(self) -> "Text":
        """Cut blanks at both ends: Telegram does, and would move what we count."""
        start = len(self.plain) - len(self.plain.lstrip())
        return self[start : max(start, len(self.plain.rstrip()))]

    @property
    def utf16_length(self) -> int:
        """Its length in UTF-16 code units, never less than in code points, which Telegram's limit counts."""
        return utf16_length(self.plain)


def _moved(entities: Iterable[Entity], by: int) -> Iterable[Entity]:
    return (Entity(each.style, each.start + by, each.end + by, each.url, each.moment) for each in entities)


def utf16_length(text: str) -> int:
    """Count UTF-16 code units, in which entities are placed."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _styled(inner: Text | str, style: Style, url: str | None = None, moment: datetime | None = None) -> Text:
    inner = Text(inner) if isinstance(inner, str) else inner
    if not inner.plain:
        return inner
    return Text(inner.plain, (Entity(style, 0, len(inner.plain), url, moment), *inner.entities))


def bold(inner: Text | str) -> Text:
    """Set in bold."""
    return _styled(inner, Style.BOLD)


def italic(inner: Text | str) -> Text:
    """Set in italics."""
    return _styled(inner, Style.ITALIC)


def quotation(inner: Text | str) -> Text:
    """Set as a block quotation."""
    return _styled(inner, Style.QUOTE)


def folded(inner: Text) -> Text:
    """Set as a quotation that opens by a tap; quotations in it are none: Telegram lets none stand in another."""
    kept = tuple(entity for entity in inner.entities if entity.style is not Style.QUOTE)
    return _styled(Text(inner.plain, kept), Style.FOLDED)


def with_folds_merged(text: Text) -> Text:
    """Return a text in which folds with nothing but blank lines between them are one: a tap opens all of it."""
    merged: list[Entity] = []
    last: int | None = None  # the place of the last fold
    for entity in text.entities:
        if entity.style is not Style.FOLDED:
            merged.append(entity)
        elif last is not None and not text.plain[merged[last].end : entity.start].strip():
            merged[last] = replace(merged[last], end=entity.end)
        else:
            last = len(merged)
            merged.append(entity)
    return Text(text.plain, tuple(merged))


def link(label: str, url: str | None) -> Text:
    """Link a label; where the address is none that Telegram takes, the label stays plain."""
    return _styled(label, Style.LINK, url=url) if url and is_linkable(url) else Text(label)


def local_date(label: str, moment: datetime) -> Text:
    """Show a moment in each reader's own zone; the label is for clients that cannot."""
    return _styled(label, Style.DATE, moment=moment)


def join(separator: str, parts: Iterable[Text | str]) -> Text:
    """Join the parts that are not empty."""
    plain: list[str] = []
    entities: list[Entity] = []
    length = -len(separator)
    for part in parts:
        if part:
            text = Text(part) if isinstance(part, str) else part
            length += len(separator)
            plain.append(text.plain)
            entities += _moved(text.entities, length)
            length += len(text.plain)
    return Text(separator.join(plain), tuple(entities))


def is_linkable(url: str) -> bool:
    """Whether Telegram takes an address in a link or button: http(s), a host with a dot, nothing odd in it."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        _port = parts.port
    except ValueError:
        return False
    if parts.scheme not in ("http", "https") or "." not in host.strip("."):
        return False
    return all(character.isalnum() or character in "-._" for character in host) and not any(map(str.isspace, url))
