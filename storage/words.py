"""How text becomes words for the full-text index, alike on SQLite and PostgreSQL."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

import regex

# Scripts written without spaces: each character is a word of its own, and a query's run of them a phrase.
UNSPACED_SCRIPTS = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
UNSPACED = regex.compile(rf"[{UNSPACED_SCRIPTS}]")
_WORD = regex.compile(
    rf"[[{UNSPACED_SCRIPTS}]--\p{{M}}]\p{{M}}*|[\p{{L}}\p{{N}}--[{UNSPACED_SCRIPTS}]][\p{{L}}\p{{N}}\p{{M}}--[{UNSPACED_SCRIPTS}]]*",
    regex.V1,
)
_SHOWN = regex.compile(
    rf"[[{UNSPACED_SCRIPTS}]--\p{{M}}]\p{{M}}*|[\p{{L}}\p{{N}}--[{UNSPACED_SCRIPTS}]][\p{{L}}\p{{N}}\p{{M}}\p{{Cf}}--[{UNSPACED_SCRIPTS}]]*",
    regex.V1,
)
_RUN = regex.compile(r"[\p{L}\p{N}\p{M}]+")
# Accents and points that are written or left out. Those of Indic scripts, Thai or kana make other words.
_MARKS = regex.compile(
    r"[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    r"\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
_INVISIBLE = regex.compile(r"\p{Cf}+")  # joiners, soft hyphens, marks of direction: they come along when text is pasted
_HANGUL = regex.compile(r"\p{Hangul}{2,}")  # particles are written at the end of a noun
_OPERATORS = regex.compile(r"(?<!\S)(?:AND|OR|NOT)(?!\S)")  # of other searches: no words that somebody looks for
_EXCLUDED = regex.compile(r"(?<!\S)[-−–—－﹣]{1,2}[\"“”«„']?(?=[\p{L}\p{N}])(\S+)")

# Letters that Unicode does not decompose, as people without them on their keyboard type them.
_PLAIN_LETTERS = str.maketrans({"ʼ": "'", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe"})
# Letters that Arabic, Persian and Urdu keyboards give for the same one, and the line that only stretches a word.
_ARABIC_LETTERS = str.maketrans({"ی": "ي", "ى": "ي", "ک": "ك", "ە": "ه", "ہ": "ه", "ـ": None})
_PUNCTUATION = dict.fromkeys(map(ord, "‘’‚“”„«»‹›–—•·§©®™€£¥"), " ") | {
    code: " " for code in range(128) if not chr(code).isalnum()
}

MAX_SLUG_BYTES = 40  # a button's 64 bytes carry it, with what it does
MAX_QUERY_RUNS = 8
MAX_RUN_CHARACTERS = 64
MIN_PREFIX_CHARACTERS = 3  # a query's last word matches what begins with it from here on


def fold(text: str) -> str:
    """Drop case, accents, vowel points and what cannot be seen: `Перу́`, `peru` and `PERU` are typed as one pleases."""
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN_LETTERS))
    plain = _MARKS.sub("", _INVISIBLE.sub("", decomposed)).translate(_ARABIC_LETTERS)
    return unicodedata.normalize("NFC", plain).casefold()


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


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words to find one after another; where it is only begun, the last one may go on in the text."""

    words: tuple[str, ...]
    is_begun: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """Phrases to find, all of them, and those of which none may be there."""

    phrases: tuple[Phrase, ...]
    excluded: tuple[Phrase, ...] = ()


def read_query(typed: str) -> Query:
    """Turn what a person typed into phrases: one per run of letters, at most eight, the last of which may be begun.

    A word behind a minus is one that they do not want. Nothing else of a query's punctuation survives, so no operator
    of FTS5 or tsquery can be smuggled in.
    """
    plain = _INVISIBLE.sub("", typed)
    excluded = [phrase for match in _EXCLUDED.finditer(plain) if (phrase := as_phrase(match[1])) is not None]
    wanted = _EXCLUDED.sub(" ", plain)
    phrases = read_phrases(_OPERATORS.sub(" ", wanted)) or read_phrases(wanted)
    if phrases and len(phrases[-1].words) == 1 and len(phrases[-1].words[0]) >= MIN_PREFIX_CHARACTERS:
        phrases[-1] = replace(phrases[-1], is_begun=True)
    return Query(tuple(phrases[:MAX_QUERY_RUNS]), tuple(excluded[:MAX_QUERY_RUNS]))


def read_phrases(text: str) -> list[Phrase]:
    """Return each run of letters of a text as the phrase it is found by; a Korean noun is found with its particles."""
    phrases = []
    for run in islice(_RUN.finditer(fold(text)), 2 * MAX_QUERY_RUNS):
        words = tuple(_WORD.findall(run[0][:MAX_RUN_CHARACTERS]))
        if words:
            phrases.append(Phrase(words, is_begun=_HANGUL.fullmatch(words[-1]) is not None))
    return phrases


def as_phrase(text: str) -> Phrase | None:
    """Return all words of a text as one phrase, as it is muted; None where there are none."""
    words = tuple(iter_words(text))
    return Phrase(words, is_begun=_HANGUL.fullmatch(words[-1]) is not None) if words else None


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


def is_match(span: Span, query: Query) -> bool:
    """Whether a word is one the query asked for."""
    return any(
        span.word in phrase.words or (phrase.is_begun and span.word.startswith(phrase.words[-1]))
        for phrase in query.phrases
    )
