"""Whom and what a sentence takes for known: a surname alone, `the victim`. Told first, it hangs in the air."""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from bot.newsroom.facts.figure_words import date_of
from bot.newsroom.text.terms import FUNCTION_WORDS, iter_terms, language_group

_RUN = regex.compile(r"\p{Lu}[\p{L}\p{M}’'-]*(?:\.?\s+\p{Lu}[\p{L}\p{M}’'-]*)*")
_OWN = regex.compile(r"(?:['’]s)?\.?$")  # Blake's
_TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady madam señor señora sr sra monsieur mme".split()
)
_ARTICLES = {
    "en": "the",
    "es": "el|la|los|las",
    "pt": "os?|as?",
    "fr": "les?|la",
    "it": "il|lo|la|gli|le|i",
    "de": "der|die|das",
}
_KNOWN = {
    key: regex.compile(rf"[“\"‘'«„]?(?:(?i:{words})\s+|(?i:l)['’])(?=\p{{Ll}})") for key, words in _ARTICLES.items()
}
_LOOKED_AT = 3  # terms behind the article: what it is, and what is said of it
# Capitals there tell no name, or there are none.
_WITHOUT_NAMES = ("de", "zh", "ja", "ko", "ar", "fa", "hi", "th", "he")


@dataclass(frozen=True, slots=True)
class Named:
    """Who is named in a text: by one word alone, by the last word of a whole name (`Eric Blake`), by any word."""

    surnames: frozenset[str]
    whole: frozenset[str]
    words: frozenset[str]


def read_names(text: str, language: str) -> Named:
    """Return the names in a text; none where capitals tell none."""
    runs = [] if language_group(language) in _WITHOUT_NAMES else list(_iter_runs(text))
    whole = frozenset(run[-1] for run in runs if len(run) > 1)
    alone = frozenset(run[0] for run in runs if len(run) == 1)
    return Named(alone - whole, whole, frozenset(word for run in runs for word in run))


def takes_for_known(text: str, told: frozenset[str], language: str) -> bool:
    """Whether a text begins with what it takes for known, and none of the terms told before is about that."""
    known = _KNOWN.get(language_group(language))
    found = known.match(text) if known else None
    if found is None:
        return False
    first = [term for term in iter_terms(text[found.end() :]) if term not in FUNCTION_WORDS][:_LOOKED_AT]
    return told.isdisjoint(first)


def _iter_runs(text: str) -> Iterator[list[str]]:
    for found in _RUN.finditer(text):
        run = [word for each in found[0].split() if _is_of_name(word := _OWN.sub("", each))]
        if run:
            yield run


def _is_of_name(word: str) -> bool:
    return word.casefold() not in FUNCTION_WORDS and word.casefold() not in _TITLES and date_of(word) is None
