"""What Telegram makes of a text and its entities: cleaning, trimming, nesting, limits."""

import re
from typing import Any

from bot.demo.botapi.errors import bad_request
from bot.demo.botapi.html import Entity, parse_html, sort_key
from bot.demo.botapi.urls import normalise_link

MAX_RAW_BYTES = 32768
MAX_TEXT = 4096  # code points
MAX_CAPTION = 1024
MAX_ENTITIES = 100
MAX_PAYLOAD_BYTES = 9500

_DELETED = re.compile("[\r\u2028-\u202e\u0333\u033f\u030a]")
_CONTROL = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f]")
_INVISIBLE = re.compile("[\\s\u200b\u200c\u200d\u2060\ufeff\u00ad\u3164\u115f\u1160\u2800]*")
_FOUND = re.compile(
    r"(?P<bot_command>(?<![\w/<])/[a-zA-Z0-9_]{1,32}(?:@\w{3,32})?(?![\w/]))"
    r"|(?P<url>https?://[^\s<>\"]+[^\s<>\".,;:!?)\]])"
    r"|(?P<mention>(?<![\w@/])@[a-zA-Z]\w{2,31})"
    r"|(?P<hashtag>(?<![\w#/&])#(?=\w*[^\W\d_])\w{1,256})"
)
_AUTOMATIC = frozenset({"bot_command", "url", "mention", "hashtag", "cashtag", "email", "phone_number", "bank_card"})
_PRE_LIKE = frozenset({"pre", "code", "date_time"})
_CONTINUOUS = frozenset({"text_link", "text_mention", "custom_emoji", "url", "mention", "hashtag", "bot_command"})


def read_text(parameters: dict[str, Any], key: str, entities_key: str, limit: int) -> tuple[str, list[Entity]]:
    """Return a call's text as it will stand in the message, with its entities. Raises ApiError."""
    raw = parameters.get(key, "")
    if len(raw.encode("utf-8", "surrogatepass")) > MAX_RAW_BYTES:
        raise bad_request("text is too long")
    text, entities = _parse(raw, parameters.get("parse_mode"), parameters.get(entities_key, []))
    text, entities = _clean(text, entities)
    if len(text) > limit:
        raise bad_request("message is too long" if key != "caption" else "message caption is too long")
    entities = sorted(_nested(entities), key=sort_key)[:MAX_ENTITIES]
    if sum(len(entity.get("url", "").encode()) for entity in entities) > MAX_PAYLOAD_BYTES:
        raise bad_request("ENTITIES_TOO_LONG")
    return text, with_automatic(text, entities)


def is_blank(text: str) -> bool:
    """Whether a text shows nothing."""
    return _INVISIBLE.fullmatch(text) is not None


def _parse(raw: str, mode: str | None, given: list[Entity]) -> tuple[str, list[Entity]]:
    if mode:
        if mode.lower() != "html":
            raise bad_request("unsupported parse_mode: the local Bot API reads HTML and entities")
        return parse_html(raw)
    return raw, [_checked(entity, raw) for entity in given if entity["type"] not in _AUTOMATIC]


def _checked(entity: Entity, text: str) -> Entity:
    total = utf16(text)
    offset, length = entity["offset"], entity["length"]
    if offset < 0 or offset > total:
        raise bad_request(f"receive an entity with incorrect offset {offset}")
    if (end := offset + length) > total:
        beginning = f"entity beginning at UTF-16 offset {offset}"
        raise bad_request(f"{beginning} ends after the end of the text at UTF-16 offset {end}")
    checked = dict(entity)
    if entity["type"] == "text_link":
        url = normalise_link(entity.get("url", ""))
        if url is None:
            raise bad_request(f"entity URL '{entity.get('url', '')}' is invalid: Wrong HTTP URL")
        checked["url"] = url
    if entity["type"] == "date_time" and entity.get("unix_time", 0) <= 0:
        raise bad_request("can't parse MessageEntity: invalid unix_time")
    return checked


def utf16(text: str) -> int:
    """Count UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _clean(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Replace controls, drop what Telegram drops, trim; move the entities along."""
    units: list[int] = []  # old UTF-16 unit → new UTF-16 unit
    kept: list[str] = []
    position = 0
    for character in text:
        width = 2 if character > "\uffff" else 1
        units += [position] * width
        if not _DELETED.match(character):
            kept.append(" " if _CONTROL.match(character) else character)
            position += width
    units.append(position)
    moved = [
        _placed(entity, units[entity["offset"]], units[entity["offset"] + entity["length"]]) for entity in entities
    ]
    return _trim("".join(kept), moved)


def _trim(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    trimmed = text.rstrip(" \n")
    first = min((entity["offset"] for entity in entities), default=len(text))
    lead = min(len(trimmed) - len(trimmed.lstrip(" \n")), first)
    trimmed = trimmed[lead:]
    end = utf16(trimmed)
    placed = (
        _placed(entity, entity["offset"] - lead, min(end, entity["offset"] + entity["length"] - lead))
        for entity in entities
    )
    return trimmed, [entity for entity in placed if entity["length"] > 0]


def _placed(entity: Entity, start: int, end: int) -> Entity:
    return {**entity, "offset": start, "length": end - start}


def _nested(entities: list[Entity]) -> list[Entity]:
    """Drop what may not stand inside another: anything in code, links in links, quotations in quotations."""
    kept: list[Entity] = []
    for entity in sorted(entities, key=sort_key):
        around = [other for other in kept if _touches(other, entity)]
        in_code = any(other["type"] in _PRE_LIKE for other in around)
        twice = entity["type"] in _CONTINUOUS and any(other["type"] in _CONTINUOUS for other in around)
        quoted = "blockquote" in entity["type"] and any("blockquote" in other["type"] for other in around)
        holds_style = entity["type"] in _PRE_LIKE and any("blockquote" not in other["type"] for other in around)
        if holds_style and not in_code:
            kept = [other for other in kept if not _touches(other, entity) or "blockquote" in other["type"]]
        elif in_code or twice or quoted:
            continue
        kept.append(entity)
    return kept


def _touches(one: Entity, other: Entity) -> bool:
    return bool(one["offset"] < other["offset"] + other["length"] and other["offset"] < one["offset"] + one["length"])


def with_automatic(text: str, entities: list[Entity]) -> list[Entity]:
    """Add the entities that Telegram finds by itself: commands, addresses, mentions, hashtags."""
    blocked = [entity for entity in entities if entity["type"] in _PRE_LIKE | _CONTINUOUS]
    found = []
    for match in _FOUND.finditer(text):
        entity = {"type": match.lastgroup, "offset": utf16(text[: match.start()]), "length": utf16(match[0])}
        if not any(_touches(entity, other) for other in blocked):
            found.append(entity)
    return sorted([*entities, *found], key=sort_key)
