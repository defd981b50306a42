"""Blocks of a news aggregator: a title, an outlet's name, how long ago that was; the name at either end."""

from collections.abc import Sequence

import regex

from bot.newsroom.furniture.chrome import is_prose
from bot.newsroom.furniture.stamps import is_stamp
from storage.words import squash

_LINES = 3  # of a block
_TITLE = regex.compile(r"(.{8,}?)\s+[-–—|]\s+(\S.{0,48})")
_LONGEST_TITLE = 300
_MOST_WORDS_OF_NAME, _LEAST_WORDS_OF_TITLE = 4, 3

Block = tuple[str, str]  # a title, and an outlet's name


def take_blocks(lines: Sequence[str]) -> tuple[list[Block], list[str]]:
    """Return the blocks of a page, and its other lines."""
    blocks: list[Block] = []
    kept: list[str] = []
    place = 0
    while place < len(lines):
        three = lines[place : place + _LINES]
        following = lines[place + _LINES : place + 2 * _LINES]
        # That a name stands first is told by a second block, or by one before it.
        named = _read_named(three)
        block = _read_titled(three) or (named if named and (blocks or _read_named(following)) else None)
        if block is None:
            kept.append(lines[place])
            place += 1
        else:
            blocks.append(block)
            place += _LINES
    return blocks, kept


def _read_titled(three: Sequence[str]) -> Block | None:
    """Read a title that ends in an outlet's name, the name again, how long ago."""
    match = _TITLE.fullmatch(three[0][:_LONGEST_TITLE])
    if match and len(three) == _LINES and three[1] and squash(match[2]) == squash(three[1]) and is_stamp(three[2]):
        return match[1], match[2]
    return None


def _read_named(three: Sequence[str]) -> Block | None:
    """Read an outlet's name, a title, how long ago."""
    if len(three) < _LINES or not all(three) or not is_stamp(three[2]):
        return None
    name, title = three[0], three[1][:_LONGEST_TITLE]
    is_name = len(name.split()) <= _MOST_WORDS_OF_NAME and not is_stamp(name)
    is_title = len(title.split()) >= _LEAST_WORDS_OF_TITLE and not is_stamp(title) and not is_prose(title)
    return (title, name) if is_name and is_title else None
