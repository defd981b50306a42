"""Elements of a rich message as the blocks and rich texts that Telegram gives back."""

from collections.abc import Sequence
from typing import Any, Protocol

Json = dict[str, Any]

_STYLES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "code": "code", "mark": "marked",
    "sub": "subscript", "sup": "superscript", "tg-spoiler": "spoiler",
}  # fmt: skip


class Element(Protocol):
    """What was read: a tag with attributes, and what stands in it."""

    @property
    def tag(self) -> str: ...
    @property
    def attributes(self) -> dict[str, str]: ...
    @property
    def children(self) -> Sequence[Any]: ...


def to_blocks(root: Element) -> list[Json]:
    """Return what stands in an element as blocks; loose text becomes a paragraph."""
    blocks: list[Json] = []
    loose: list[Any] = []

    def end_loose() -> None:
        text = _merged([_inline(each) for each in loose])
        if text != "" and not (isinstance(text, str) and not text.strip()):
            blocks.append({"type": "paragraph", "text": text})
        loose.clear()

    for each in root.children:
        if isinstance(each, str) or each.tag not in _BLOCKS:
            loose.append(each)
            continue
        end_loose()
        blocks.append(_BLOCKS[each.tag](each))
    end_loose()
    return blocks


def _texts(element: Element, *, without: tuple[str, ...] = ()) -> Any:
    kept = [each for each in element.children if isinstance(each, str) or each.tag not in without]
    return _merged([_inline(each) for each in kept])


def _merged(texts: list[Any]) -> Any:
    """Merge plain runs, as the server does; one text alone is no list."""
    merged: list[Any] = []
    for text in texts:
        if isinstance(text, str) and merged and isinstance(merged[-1], str):
            merged[-1] += text
        elif text != "":
            merged.append(text)
    return merged[0] if len(merged) == 1 else merged or ""


def _inline(element: Any) -> Any:
    if isinstance(element, str) or element.tag == "br":
        return element if isinstance(element, str) else "\n"
    inner, attributes = _texts(element), element.attributes
    if element.tag == "tg-reference":
        return {"type": "reference", "name": attributes["name"], "text": inner}
    if element.tag == "tg-time":
        unix = int(attributes["unix"])
        return {"type": "date_time", "text": inner, "unix_time": unix, "date_time_format": attributes.get("format", "")}
    if element.tag == "a":
        return _link(attributes.get("href", ""), inner)
    return {"type": _STYLES[element.tag], "text": inner}


def _link(href: str, inner: Any) -> Json:
    if href.startswith("#"):
        return {"type": "reference_link", "reference_name": href[1:], "text": inner}
    return {"type": "url", "url": href, "text": inner}


def _heading(element: Element) -> Json:
    return {"type": "heading", "size": int(element.tag[1]), "text": _texts(element)}


def _child(element: Element, tag: str) -> Any:
    return next((each for each in element.children if not isinstance(each, str) and each.tag == tag), None)


def _caption(element: Element) -> Json:
    caption = _child(element, "figcaption")
    if caption is None:
        return {}
    cite = _child(caption, "cite")
    return {"caption": {"text": _texts(caption, without=("cite",)), "credit": _texts(cite) if cite else ""}}


def _figure(element: Element) -> Json:
    image = _child(element, "img")
    source = image.attributes["src"]
    photo = [{"file_id": source, "file_unique_id": source[-32:], "width": 1280, "height": 720}]
    return {"type": "photo", "photo": photo, **_caption(element)}


def _cited(kind: str, element: Element) -> Json:
    cite = _child(element, "cite")
    return {"type": kind, "text": _texts(element, without=("cite",)), "credit": _texts(cite) if cite else ""}


def _list(element: Element) -> Json:
    items = [{"blocks": to_blocks(each)} for each in element.children if not isinstance(each, str)]
    return {"type": "list", "items": items, "is_ordered": element.tag == "ol"}


def _details(element: Element) -> Json:
    summary = _child(element, "summary")
    rest = _Rest(element)
    return {
        "type": "details",
        "summary": _texts(summary) if summary else "",
        "blocks": to_blocks(rest),
        "is_open": "open" in element.attributes,
    }


class _Rest:
    """A details element without its summary."""

    tag = "details"

    def __init__(self, element: Element) -> None:
        self.attributes = element.attributes
        self.children = [each for each in element.children if isinstance(each, str) or each.tag != "summary"]


def _quotation(element: Element) -> Json:
    if "expandable" in element.attributes:
        return _cited("expandable_blockquote", element)
    cite = _child(element, "cite")
    inner = [each for each in element.children if each is not cite]
    held = _Rest(element)
    held.children = inner
    return {"type": "blockquote", "blocks": to_blocks(held), "credit": _texts(cite) if cite else ""}


_BLOCKS: dict[str, Any] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    "p": lambda each: {"type": "paragraph", "text": _texts(each)},
    "footer": lambda each: {"type": "footer", "text": _texts(each)},
    "pre": lambda each: {"type": "pre", "text": _texts(each)},
    "hr": lambda _: {"type": "divider"},
    "ul": _list,
    "ol": _list,
    "aside": lambda each: _cited("pullquote", each),
    "blockquote": _quotation,
    "details": _details,
    "figure": _figure,
    "img": lambda each: {
        "type": "photo",
        "photo": [{"file_id": each.attributes["src"], "file_unique_id": "", "width": 1280, "height": 720}],
    },
}  # fmt: skip
