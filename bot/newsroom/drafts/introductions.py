"""Whom and what a sentence takes for known: a surname alone, `the victim`. Told first, it hangs in the air."""

from collections.abc import Iterable

import regex

from bot.newsroom.facts.figure_words import date_of
from bot.newsroom.text.terms import FUNCTION_WORDS, iter_terms

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


def surnames_in(text: str, language: str) -> frozenset[str]:
    """Return the names that a text has by one word alone, such as `Blake said`."""
    return frozenset(run[0] for run in _runs(text, language) if len(run) == 1) - whole_names(text, language)


def whole_names(text: str, language: str) -> frozenset[str]:
    """Return the last words of the names that a text has whole, such as `Eric Blake`."""
    return frozenset(run[-1] for run in _runs(text, language) if len(run) > 1)


def all_names(texts: Iterable[str], language: str) -> frozenset[str]:
    """Return every word of the names in texts."""
    return frozenset(word for text in texts for run in _runs(text, language) for word in run)


def takes_for_known(text: str, told: frozenset[str], language: str) -> bool:
    """Whether a text begins with what it takes for known, and none of the terms told before is about that."""
    known = _KNOWN.get(_primary(language))
    found = known.match(text) if known else None
    if found is None:
        return False
    first = [term for term in iter_terms(text[found.end() :]) if term not in FUNCTION_WORDS][:_LOOKED_AT]
    return told.isdisjoint(first)


def _runs(text: str, language: str) -> Iterable[list[str]]:
    """Yield the names of a text, word by word."""
    if _primary(language) in _WITHOUT_NAMES:
        return
    for found in _RUN.finditer(text):
        run = [word for each in found[0].split() if _is_of_name(word := _OWN.sub("", each))]
        if run:
            yield run


def _is_of_name(word: str) -> bool:
    return word.casefold() not in FUNCTION_WORDS and word.casefold() not in _TITLES and date_of(word) is None


def _primary(language: str) -> str:
    return language.split("-", maxsplit=1)[0].casefold()
