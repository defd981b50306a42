"""Cutting text into messages that Telegram takes.

Limits (https://core.telegram.org/bots/api#sendmessage; measured): 4096 characters, of which we count UTF-16 units;
100 entities, the rest silently dropped; about 9,500 bytes of addresses in entities, refused beyond.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import regex

from bot.views.text import Text, join, utf16_length

# Cutting places from the best to the last resort; after each match a new message may begin.
_PLACES = (
    regex.compile(r"\n\s*"),
    regex.compile(r"[.!?…؟।][”\"’')\]»]*\s+|[。！？][”』」]*"),
    regex.compile(r"\s+"),
)
_GRAPHEME = regex.compile(r"\X")


@dataclass(frozen=True, slots=True)
class Budget:
    """What one message may hold."""

    utf16: int = 4096
    entities: int = 100
    payload_bytes: int = 9000

    def holds(self, text: Text) -> bool:
        """Whether a text fits."""
        return (
            text.utf16_length <= self.utf16
            and len(text.entities) <= self.entities
            and sum(entity.payload_bytes for entity in text.entities) <= self.payload_bytes
        )


MESSAGE = Budget()
CAPTION = Budget(utf16=1024)


@dataclass(frozen=True, slots=True)
class Piece:
    """A block, or a part of one, and the index of the block it comes from."""

    block: int
    text: Text


def split(blocks: Iterable[Text], *, budget: Budget = MESSAGE, separator: str = "\n\n") -> tuple[Text, ...]:
    """Pack blocks into as few messages as they need; a block is cut only if it alone is too large for one."""
    groups = pack(blocks, budget=budget, separator=separator)
    return tuple(join(separator, (piece.text for piece in group)) for group in groups)


def pack(blocks: Iterable[Text], *, budget: Budget = MESSAGE, separator: str = "\n\n") -> tuple[tuple[Piece, ...], ...]:
    """Group blocks message by message, in order; a block too large for one becomes several pieces."""
    groups: list[list[Piece]] = []
    joined = Text()
    for index, block in enumerate(blocks):
        for part in _pieces(block.strip(), budget):
            longer = join(separator, [joined, part])
            if groups and budget.holds(longer):
                groups[-1].append(Piece(index, part))
                joined = longer
            else:
                groups.append([Piece(index, part)])
                joined = part
    return tuple(map(tuple, groups))


def _pieces(block: Text, budget: Budget) -> Iterator[Text]:
    while block:
        if budget.holds(block):
            yield block
            return
        end = _cut(block, budget)
        yield block[:end].strip()
        block = block[end:].strip()


def _cut(block: Text, budget: Budget) -> int:
    """Return where to end the first message: at the best place in its second half, else at the best anywhere."""
    limit = _last_fitting(range(1, len(block.plain)), lambda end: budget.holds(block[:end]))
    for place in _PLACES:
        ends = [match.end() for match in place.finditer(block.plain, 0, limit + 1) if 0 < match.end() <= limit]
        if ends and ends[-1] * 2 >= limit:
            return ends[-1]
    graphemes = [match.end() for match in _GRAPHEME.finditer(block.plain) if match.end() <= limit]
    return graphemes[-1] if graphemes else limit


def _last_fitting(ends: Sequence[int], fits: Callable[[int], bool]) -> int:
    """Find the last end that fits by bisection; every shorter one fits too. At least one character is taken."""
    low, high = 0, len(ends) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(ends[middle]) else (low, middle - 1)
    return ends[low]


def shorten(text: str, utf16: int) -> str:
    """Shorten plain text to a number of UTF-16 units, at a word, with an ellipsis."""
    if utf16_length(text) <= utf16:
        return text
    return _pieces_of(text, utf16 - 1).rstrip(" ,.;:–—-") + "…"


def _pieces_of(text: str, utf16: int) -> str:
    return next(iter(_pieces(Text(text), Budget(utf16=utf16)))).plain
