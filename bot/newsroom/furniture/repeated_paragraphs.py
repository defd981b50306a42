"""Furniture that only repetition shows: paragraphs that stand in one site's different stories, in any language."""

import hashlib
from collections import Counter
from collections.abc import Collection, Sequence

from storage.words import squash

LEAST_OTHERS = 2  # stories beside the one that is read
_SAME_STORY = 0.5  # of the shorter one's characters: an update, not another story
_MOST_PARAGRAPHS = 400  # of one report: furniture stands at the ends of longer ones too
_KEPT = 0.5  # of a report's characters stay, or nothing is dropped


def find_repeated(text: str, others: Sequence[str]) -> frozenset[str]:
    """Return digests of a text's paragraphs that stand in others of its site, which tell other stories."""
    own = _paragraphs(text)
    counts: Counter[str] = Counter()
    for other in others:
        theirs = _paragraphs(other)
        common = sum(own[digest] for digest in own.keys() & theirs.keys())
        if common < _SAME_STORY * min(sum(own.values()), sum(theirs.values())):
            counts.update(own.keys() & theirs.keys())
    return frozenset(digest for digest, count in counts.items() if count >= LEAST_OTHERS)


def without_repeated(text: str, digests: Collection[str]) -> str:
    """Return a text without the paragraphs of these digests; one that would lose its half stays as it is."""
    if not digests:
        return text
    kept = [line for line in text.split("\n") if _digest(line) not in digests]
    left = "\n".join(kept).strip("\n")
    return left if len(left) >= _KEPT * len(text) else text


def _paragraphs(text: str) -> dict[str, int]:
    """Return the characters of each paragraph, by its digest."""
    lines = [line for line in text.split("\n") if line.strip()]
    ends = lines if len(lines) <= _MOST_PARAGRAPHS else lines[: _MOST_PARAGRAPHS // 2] + lines[-_MOST_PARAGRAPHS // 2 :]
    return {_digest(line): len(line) for line in ends}


def _digest(line: str) -> str:
    return hashlib.blake2b((squash(line) or line).encode(), digest_size=8).hexdigest()
