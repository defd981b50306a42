"""How text becomes words for the full-text index, alike on SQLite and PostgreSQL."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import regex

# Scripts written without spaces: each character is a word of its own, and a query's run of them a phrase.
_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_WORD = regex.compile(rf"[{_UNSPACED}]|[\p{{L}}\p{{N}}--[{_UNSPACED}]]+", regex.V1)
_SHOWN = regex.compile(rf"[{_UNSPACED}]|[\p{{L}}\p{{N}}\p{{M}}--[{_UNSPACED}]]+", regex.V1)
_RUN = regex.compile(r"[\p{L}\p{N}]+")
_MARKS = regex.compile(r"\p{M}+")

# Letters that Unicode does not decompose, as people without them on their keyboard type them.
_PLAIN_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe"})
_PUNCTUATION = dict.fromkeys(map(ord, "‘’‚“”„«»‹›–—•·§©®™€£¥"), " ") | {
    code: " " for code in range(128) if not chr(code).isalnum()
}

MAX_SLUG_BYTES = 40  # a button's 64 bytes carry it, with what it does
MAX_QUERY_RUNS = 8
MAX_RUN_CHARACTERS = 64
MIN_PREFIX_CHARACTERS = 3  # a query's last word matches what begins with it from here on


def fold(text: str) -> str:
    """Drop case, accents and vowel points, so that `Перу́`, `peru` and `PERU` are typed as one pleases."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN_LETTERS))
    return unicodedata.normalize("NFC", _MARKS.sub("", decomposed)).casefold()


def squash(name: str) -> str:
    """Reduce a name to its folded letters and digits: `TRT Global`, `trtglobal` and `TRT-Global` are one."""
    return "".join(_RUN.findall(fold(name)))


def iter_words(text: str) -> Iterator[str]:
    """Yield the folded words of a text, in order."""
    yield from _find_words(fold(text))


def _find_words(folded: str) -> list[str]:
    plain = folded.translate(_PUNCTUATION)
    # Most of what is in Latin letters: several times faster, and the same words.
    return plain.split() if plain.isascii() else _WORD.findall(folded)


def index_text(text: str) -> str:
    """Return what the full-text index stores for a text: its words, a blank between."""
    return " ".join(_find_words(fold(text)))


def section_slug(name: str) -> str:
    """Return a section's name as it stands in links: `Science & Space` is `science_space`."""
    slug = "_".join(iter_words(name)) or "section"
    while len(slug.encode()) > MAX_SLUG_BYTES:
        slug = slug[:-1]
    return slug.rstrip("_")


def query_phrases(query: str) -> tuple[tuple[str, ...], ...]:
    """Turn what a person typed into phrases to find, all of them: one per run of letters, at most eight.

    Nothing of a query's punctuation survives, so no operator of FTS5 or tsquery can be smuggled in.
    """
    runs = _RUN.findall(fold(query))[:MAX_QUERY_RUNS]
    return tuple(tuple(_WORD.findall(run[:MAX_RUN_CHARACTERS])) for run in runs)


@dataclass(frozen=True, slots=True)
class Span:
    """One word of a text: where it stands, and how it is indexed."""

    start: int
    end: int
    word: str


def word_spans(text: str) -> tuple[Span, ...]:
    """Return the words of a text with their places, for showing where a query matched."""
    return tuple(
        Span(match.start(), match.end(), folded) for match in _SHOWN.finditer(text) if (folded := fold(match[0]))
    )


def is_match(span: Span, phrases: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a word is one the query asked for; the query's last word may be unfinished."""
    words = {word for phrase in phrases for word in phrase}
    last = phrases[-1] if phrases else ()
    is_prefix = len(last) == 1 and len(last[0]) >= MIN_PREFIX_CHARACTERS and span.word.startswith(last[0])
    return span.word in words or is_prefix
