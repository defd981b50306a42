"""A story as one native page: typed blocks, written in the grammar of Telegram's rich messages.

What is not built here cannot be written: tags, their nesting and attributes come from `Block` alone, and every text is
escaped. Limits: https://core.telegram.org/bots/api#richmessage; counted with a margin, for what each unit is measured
in is not told.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.views.inline_html import Tags, escape_html, in_order, write_inline
from bot.views.text import Entity, Style, Text

MOST_UTF16 = 30_000  # of 32,768
MOST_BLOCKS = 450  # of 500
MOST_RUNS = 2000  # about 5,800 are refused, and 4,300 already cut
MOST_DEPTH = 12  # of 16

NO_TEXT = Text()
_TAGS = {Style.BOLD: "b", Style.ITALIC: "i"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One element: with text, or with blocks in it, or a void one with attributes alone."""

    tag: str
    text: Text = NO_TEXT
    blocks: tuple["Block", ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()
    is_void: bool = False


def fits(blocks: Sequence[Block]) -> bool:
    """Whether a page stays within Telegram's limits."""
    every = list(_iter_blocks(blocks))
    return (
        sum(block.text.utf16_length for block in every) <= MOST_UTF16
        and len(every) <= MOST_BLOCKS
        and sum(1 + 2 * len(block.text.entities) for block in every) <= MOST_RUNS
        and max(map(_depth, blocks), default=0) <= MOST_DEPTH
    )


def write_blocks(blocks: Sequence[Block]) -> str:
    """Write blocks as HTML of a rich message."""
    return "".join(map(_write, blocks))


def _iter_blocks(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        yield from _iter_blocks(block.blocks)


def _depth(block: Block) -> int:
    inner = max(map(_depth, block.blocks), default=0)
    return 1 + max(inner, _text_depth(block.text))


def _text_depth(text: Text) -> int:
    """Return how deep styles stand in one another; a reference is two."""
    deepest = 0
    open_until: list[int] = []
    for entity in in_order(text.entities):
        open_until = [end for end in open_until if end > entity.start]
        open_until += [entity.end] * (2 if entity.style is Style.REFERENCE else 1)
        deepest = max(deepest, len(open_until))
    return deepest


def _write(block: Block) -> str:
    attributes = "".join(f' {name}="{escape_html(value)}"' for name, value in block.attributes)
    if block.is_void:
        return f"<{block.tag}{attributes}/>"
    inner = write_inline(block.text, tags_of) + write_blocks(block.blocks)
    return f"<{block.tag}{attributes}>{inner}</{block.tag}>"


def tags_of(entity: Entity) -> Tags:
    """Return how a style begins and ends in a rich message."""
    if entity.style is Style.REFERENCE:
        return f'<sup><a href="{escape_html(entity.url or "")}">', "</a></sup>"
    if entity.style is Style.LINK:
        return f'<a href="{escape_html(entity.url or "")}">', "</a>"
    if entity.style is Style.DATE and entity.moment is not None:
        return f'<tg-time unix="{int(entity.moment.timestamp())}" format="Dt">', "</tg-time>"
    tag = _TAGS.get(entity.style)
    return (f"<{tag}>", f"</{tag}>") if tag else ("", "")
