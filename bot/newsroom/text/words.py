"""How many words a text has, in any script."""

import regex

from storage.words import UNSPACED

_WORD = regex.compile(r"[\p{L}\p{N}]+")
_UNSPACED_PER_WORD = 1.7  # characters


def count_words(text: str) -> float:
    """Return how many words a text has; in scripts without blanks, by their usual length."""
    unspaced = len(UNSPACED.findall(text))
    spaced = len(_WORD.findall(UNSPACED.sub(" ", text))) if unspaced else len(text.split())
    return spaced + unspaced / _UNSPACED_PER_WORD
