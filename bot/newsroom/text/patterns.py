"""Long patterns, one line of words after the other."""

import regex


def any_of(*patterns: str) -> regex.Pattern[str]:
    """Return what finds any of several patterns, in capitals or not."""
    return regex.compile("|".join(f"(?:{each})" for each in patterns), regex.IGNORECASE)


def any_word_of(*patterns: str) -> regex.Pattern[str]:
    """Return what finds any of several patterns where a word begins: much sooner than each with its own `\\b`."""
    return regex.compile(rf"\b(?:{'|'.join(patterns)})", regex.IGNORECASE)
