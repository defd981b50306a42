"""What a pasted page has beside its article: notices behind rules, captions, other stories, a list of sources."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import dropwhile
from operator import not_

import regex

from bot.newsroom.furniture.chrome import is_chrome, is_prose
from bot.newsroom.posts.aggregator import take_blocks
from bot.newsroom.posts.credit_lines import is_credit_line, is_sources_heading
from bot.newsroom.posts.posttext import BULLET

_RULE = regex.compile(r"[-–—*_=~·•.#]{3,}|(?:[-–—*_=~·•]\s+){2,}[-–—*_=~·•]")
_CAPTION_BELOW = regex.compile(r"image caption,?", regex.IGNORECASE)
_SMALL_PART = 0.25  # of the prose that the longest section between two rules has


@dataclass(slots=True)
class Layout:
    """The parts of a page, and the lines that were dropped as furniture."""

    headline: str = ""
    credit: str | None = None
    keys: dict[str, str] = field(default_factory=dict)
    bullets: list[str] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    listed: list[str] = field(default_factory=list)  # the lines of a source list
    listed_at: int = 0
    blocks: list[tuple[str, str]] = field(default_factory=list)  # titles and outlets of an aggregator's list
    dropped: list[str] = field(default_factory=list)


def without_small_sections(lines: list[str], found: Layout) -> list[str]:
    """Leave out what rules cut off the story: a greeting before it, notices behind it."""
    sections: list[list[str]] = [[]]
    for line in lines:
        if _RULE.fullmatch(line):
            sections.append([])
        else:
            sections[-1].append(line)
    weights = [sum(len(line) for line in section if is_prose(line)) for section in sections]
    if len(sections) == 1 or not max(weights):
        return [line for section in sections for line in (*section, "")]
    best = weights.index(max(weights))
    is_kept = [weight >= _SMALL_PART * weights[best] for weight in weights]
    if not any(is_credit_line(line) for section in sections[:-1] for line in section):
        is_kept[-1] = is_kept[-1] or all(is_prose(line) for line in sections[-1] if line)  # an epilogue
    if not _has_own_headline(sections[best]):
        is_kept[:best] = [True] * best
    for section, is_in in zip(sections, is_kept, strict=True):
        found.dropped += [] if is_in else [line for line in section if line]
    return [line for section, is_in in zip(sections, is_kept, strict=True) if is_in for line in (*section, "")]


def _has_own_headline(section: Sequence[str]) -> bool:
    first = next((line for line in section if line and not is_chrome(line)), "")
    return bool(first) and not is_prose(first) and not BULLET.match(first)


def without_captions(lines: list[str], found: Layout) -> list[str]:
    """Leave out what stands under `Image caption,`."""
    captions = {place + 1 for place, line in enumerate(lines[:-1]) if _CAPTION_BELOW.fullmatch(line)}
    found.dropped += [lines[place] for place in sorted(captions) if lines[place]]
    return [line for place, line in enumerate(lines) if place not in captions]


def without_blocks(lines: list[str], found: Layout) -> list[str]:
    """Take out an aggregator's blocks; the first one's title is the headline of what is left."""
    found.blocks, kept = take_blocks(lines)
    if found.blocks:
        return [found.blocks[0][0], "", *(line for line in kept if not is_chrome(line))]
    return kept


def without_listed(lines: list[str], found: Layout) -> list[str]:
    """Cut off a `Sources:` list, if the text has one."""
    at = next((index for index, line in enumerate(lines) if is_sources_heading(line)), None)
    if at is None:
        return lines
    lines = [*lines[: at + 1], *dropwhile(not_, lines[at + 1 :])]
    end = at + 1
    while end < len(lines) and lines[end] and not is_prose(lines[end]):
        end += 1
    found.listed, found.listed_at = lines[at + 1 : end], at + 2
    found.dropped += [line for line in lines[end:] if line and not is_prose(line)]
    return lines[:at] + [line for line in lines[end:] if is_prose(line)]
