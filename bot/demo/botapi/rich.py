"""Rich messages: HTML by the published grammar and measured limits, to the blocks that Telegram gives back.

Stricter than Telegram, which takes some of it in silence: those refusals begin with `strict:`.
"""

import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from typing import Any

from bot.demo.botapi.errors import bad_request
from bot.demo.botapi.rich_blocks import to_blocks
from bot.demo.botapi.urls import normalise_link

MAX_TEXT = 32_768
MAX_BLOCKS = 500
MAX_DEPTH = 16
MAX_MEDIA = 50
MAX_RUNS = 5_800

INLINE = frozenset("b strong i em u ins s strike del code mark sub sup tg-spoiler a tg-reference tg-time br".split())
_FLOW = frozenset("h1 h2 h3 h4 h5 h6 p footer ul ol blockquote aside details figure hr pre img".split())
_CHILDREN: dict[str, frozenset[str]] = {
    "": _FLOW | INLINE, "ul": frozenset({"li"}), "ol": frozenset({"li"}), "li": _FLOW | INLINE,
    "details": _FLOW | INLINE | {"summary"}, "blockquote": _FLOW | INLINE | {"cite"}, "aside": INLINE | {"cite"},
    "figure": frozenset({"img", "figcaption"}), "figcaption": INLINE | {"cite"},
}  # fmt: skip
_ATTRIBUTES: dict[str, frozenset[str]] = {
    "a": frozenset({"href", "name"}), "img": frozenset({"src", "alt", "tg-spoiler"}), "details": frozenset({"open"}),
    "tg-reference": frozenset({"name"}), "tg-time": frozenset({"unix", "format"}),
    "blockquote": frozenset({"expandable"}), "ol": frozenset({"start", "type", "reversed"}),
}  # fmt: skip
_VOID = frozenset({"br", "hr", "img"})
_KNOWN = _FLOW | INLINE | {"li", "summary", "cite", "figcaption"}
_ENTITIES = frozenset("lt gt amp quot apos nbsp hellip mdash ndash lsquo rsquo ldquo rdquo".split())
_MUST_HOLD = frozenset("h1 h2 h3 h4 h5 h6 p li blockquote pre aside summary".split())
_TIME_FORMAT = re.compile(r"r|w?[dD]?[tT]?")
_TIME_AHEAD_SECONDS = 1098 * 86_400


@dataclass(slots=True)
class Node:
    """An element as it is read."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Node | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All that is to be read in it."""
        return "".join(each if isinstance(each, str) else each.text for each in self.children)

    def nodes(self) -> list["Node"]:
        """Return the elements in it, itself first."""
        inner = [found for each in self.children if isinstance(each, Node) for found in each.nodes()]
        return [self, *inner]


def read_rich(message: dict[str, Any], *, now: float) -> dict[str, Any]:
    """Return an InputRichMessage as it will stand in the message. Raises ApiError."""
    if not message.get("html"):
        reason = "rich message must be non-empty"
        raise bad_request("the local Bot API reads rich messages in HTML" if message.get("markdown") else reason)
    reader = _Reader()
    reader.feed(message["html"])
    reader.close()
    if len(reader.open) > 1:
        raise bad_request(f"can't parse entities: can't find end tag corresponding to start tag {reader.open[-1].tag}")
    root = reader.open[0]
    _check(root, now)
    return {"blocks": to_blocks(root), "is_rtl": bool(message.get("is_rtl"))}


class _Reader(HTMLParser):
    """Reads elements; what the grammar does not have is refused at once."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.open = [Node("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _KNOWN:
            raise bad_request(f'can\'t parse entities: unsupported start tag "{tag}"')
        parent = self.open[-1].tag
        if tag not in _CHILDREN.get(parent, INLINE):
            raise bad_request(f"strict: <{tag}> may not stand in <{parent or 'the page'}>")
        if unknown := sorted({name for name, _ in attrs} - _ATTRIBUTES.get(tag, frozenset())):
            raise bad_request(f"strict: <{tag}> has no attribute {unknown[0]}")
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in _VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            raise bad_request(f"strict: <{tag}/> is no void element")
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1].tag != tag:
            raise bad_request(f'can\'t parse entities: unexpected end tag "{tag}"')
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if data.strip() and self.open[-1].tag in ("ul", "ol", "figure"):
            raise bad_request(f"strict: text may not stand in <{self.open[-1].tag}>")
        self.open[-1].children.append(re.sub(r"\s+", " ", data))

    def handle_entityref(self, name: str) -> None:
        if name not in _ENTITIES:
            raise bad_request(f"strict: the entity &{name}; is not supported")
        self.handle_data(unescape(f"&{name};"))

    def handle_charref(self, name: str) -> None:
        self.handle_data(unescape(f"&#{name};"))


def _check(root: Node, now: float) -> None:
    nodes = root.nodes()[1:]
    blocks = [node for node in nodes if node.tag in _FLOW | {"li"}]
    limits = (
        (len(root.text.encode("utf-16-le")) // 2 > MAX_TEXT, "RICH_MESSAGE_TEXT_TOO_LONG"),
        (len(blocks) > MAX_BLOCKS, "RICH_MESSAGE_BLOCKS_TOO_MANY"),
        (_depth(root) > MAX_DEPTH, "RICH_MESSAGE_DEPTH_INVALID"),
        (sum(node.tag == "img" for node in nodes) > MAX_MEDIA, "RICH_MESSAGE_MEDIA_TOO_MANY"),
        (sum(node.tag in INLINE for node in nodes) > MAX_RUNS, "RICH_MESSAGE_TOO_LARGE"),
        (not root.text.strip(), "RICH_MESSAGE_EMPTY"),
        (any(node.tag in _MUST_HOLD and not node.text.strip() for node in nodes), "RICH_MESSAGE_CONTENT_REQUIRED"),
        (any(node.tag in ("ul", "ol") and not node.children for node in nodes), "RICH_MESSAGE_CONTENT_REQUIRED"),
        (any(not _is_time(node, now) for node in nodes if node.tag == "tg-time"), "RICH_MESSAGE_DATE_INVALID"),
        (any(not _is_address(node.attributes.get("src", "")) for node in nodes if node.tag == "img"),
         "RICH_MESSAGE_PHOTO_NO_MEDIA_FOUND"),
    )  # fmt: skip
    for is_broken, reason in limits:
        if is_broken:
            raise bad_request(reason)
    names = {node.attributes["name"] for node in nodes if "name" in node.attributes}
    for node in nodes:
        if node.tag == "a" and "href" in node.attributes:
            _check_link(node.attributes["href"], names)


def _check_link(href: str, names: set[str]) -> None:
    if href.startswith("#"):
        if href[1:] and href[1:] not in names:
            raise bad_request(f"strict: nothing is named {href[1:]}")
    elif not _is_address(href):
        raise bad_request("RICH_MESSAGE_URL_INVALID")


def _is_address(url: str) -> bool:
    return url.startswith(("http://", "https://")) and normalise_link(url) is not None


def _is_time(node: Node, now: float) -> bool:
    unix, shape = node.attributes.get("unix", ""), node.attributes.get("format", "")
    is_shape = _TIME_FORMAT.fullmatch(shape) is not None
    return unix.isdecimal() and 0 < int(unix) <= now + _TIME_AHEAD_SECONDS and is_shape


def _depth(node: Node) -> int:
    return max((1 + _depth(each) for each in node.children if isinstance(each, Node)), default=0)
