"""Formatted text as HTML: every character is escaped, and tags come from the styles alone."""

from collections.abc import Callable, Sequence

from bot.views.text import Entity, Text

Tags = tuple[str, str]  # how a style begins, and how it ends
TagsOf = Callable[[Entity], Tags]


def escape_html(text: str) -> str:
    """Escape what HTML would read as its own, in texts and attributes."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def in_order(entities: Sequence[Entity]) -> list[Entity]:
    """Return styles as they begin, the outer one first."""
    return sorted(entities, key=lambda entity: (entity.start, -entity.end))


def write_inline(text: Text, tags_of: TagsOf) -> str:
    """Write a text with its styles; where two overlap, the later one ends with the earlier."""
    parts: list[str] = []
    _write_range(text.plain, (0, len(text.plain)), in_order(text.entities), tags_of, parts)
    return "".join(parts)


def _write_range(plain: str, span: tuple[int, int], entities: list[Entity], tags_of: TagsOf, parts: list[str]) -> None:
    at, end = span
    index = 0
    while index < len(entities):
        entity = entities[index]
        first, last = max(entity.start, at), min(entity.end, end)
        index += 1
        if first >= last:
            continue
        parts.append(_escape_text(plain[at:first]))
        inner: list[Entity] = []
        while index < len(entities) and entities[index].start < last:
            inner.append(entities[index])
            index += 1
        opening, closing = tags_of(entity)
        parts.append(opening)
        _write_range(plain, (first, last), inner, tags_of, parts)
        parts.append(closing)
        at = last
    parts.append(_escape_text(plain[at:end]))


def _escape_text(text: str) -> str:
    return escape_html(text).replace("\n", "<br/>")
