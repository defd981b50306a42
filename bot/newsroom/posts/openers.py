"""Openers: what stands before each line of a list, be it a bullet, a pictograph, a number or a time."""

from collections.abc import Sequence
from itertools import groupby

import regex

from bot.newsroom.furniture.stamps import is_counter, is_stamp
from bot.newsroom.posts.posttext import BULLET
from storage.words import UNSPACED

_OPENER = regex.compile(
    r"""(?P<picture>\p{Extended_Pictographic}[\uFE0F\u200D\p{Extended_Pictographic}\p{Emoji_Modifier}]*)\s*(?=[\p{L}\p{N}“"«])
    | (?P<keycap>\d\uFE0F?\u20E3)\s*
    | (?P<number>\(?\d{1,2}(?:[.)/]\)?\s+|-\s+|、\s*))(?=\S)
    | (?P<roman>\(?(?-i:iv|v?i{1,3}|ix|x)[.)]\s+)(?=\S)
    | (?P<letter>\(?(?-i:\p{Ll}|\p{Arabic})\)\s+|(?-i:\p{Lu})\)\s+)(?=\S)
    | (?P<circled>[\u2460-\u2473]\s*)(?=\S)
    | (?P<han>[一二三四五六七八九十]{1,2}、\s*)(?=\S)
    | (?P<clock>\d{1,2}[:.hH]\d{2})(?:\s*(?:[ap]\.?m\.?|uhr|h))?\s*[-–—:|]?\s+(?=\p{L})
    | (?P<sign>[・•●▪▲✓✔✅☑➤➜➡►▶→»›√※★☆♦❖⁃∙])\s*(?=\S)""",
    regex.VERBOSE | regex.IGNORECASE,
)
_FIRST_LETTERS = ("a", "A", "а", "А", "أ", "ا")
_STEPS = (1, ord("ب") - ord("أ"))  # from the first letter to the second
_LEAST_WORDS = 2
_LEAST_UNSPACED = 4


def find_bullets(lines: Sequence[str]) -> dict[int, str]:
    """Return the lines of the first list, by place, without their openers.

    A bullet opens a list by itself; any other opener where two lines in a row, blank ones apart, have its like.
    """
    openers = {place: _read(line) for place, line in enumerate(lines) if line}
    for kind, group in groupby(openers, key=lambda place: openers[place][0]):
        run = list(group)
        is_list = kind == "bullet" or (kind and len(run) > 1)
        if is_list and _is_ordered(kind, [lines[each].strip("( ") for each in run[:2]]):
            return {each: lines[each][openers[each][1] :].strip() for each in run}
    return {}


def _is_ordered(kind: str, lines: Sequence[str]) -> bool:
    """Whether a list by letters or numerals begins with the first ones; any other list does."""
    if kind == "roman":
        return lines[0].startswith(("i)", "i."))
    if kind != "letter":
        return True
    first, second = (line[0] for line in lines)
    return first in _FIRST_LETTERS and ord(second) - ord(first) in _STEPS


def has_opener(line: str) -> bool:
    """Whether a line may be one of a list."""
    return bool(_read(line)[0])


def _read(line: str) -> tuple[str, int]:
    """Return what kind of opener a line has, and where its words begin; nothing where no words follow."""
    if (bullet := BULLET.match(line)) and _has_words(line[bullet.end() :]):
        return "bullet", bullet.end()
    match = None if is_counter(line) or is_stamp(line) else _OPENER.match(line)
    if match is None or not _has_words(line[match.end() :]):
        return "", 0
    return match.lastgroup or "", match.end()


def _has_words(text: str) -> bool:
    return len(text.split()) >= _LEAST_WORDS or len(UNSPACED.findall(text)) >= _LEAST_UNSPACED
