"""Whom and what a sentence takes for known: a surname alone, `the victim`. Told first, it hangs in the air."""

from collections.abc import Iterable

import regex

from bot.newsroom.text.terms import FUNCTION_WORDS, iter_terms

_RUN = regex.compile(r"\p{Lu}[\p{L}\p{M}’'-]*(?:\.?\s+\p{Lu}[\p{L}\p{M}’'-]*)*")
_TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady madam señor señora sr sra monsieur mme".split()
)
_KNOWN = regex.compile(
    r"[“\"‘'«„]?(?:The|El|La|Los|Las|Le|Les|Il|Lo|Gli|O|Os|As|Der|Die|Das)\s+(?=\p{Ll})|[“\"‘'«„]?L['’](?=\p{Ll})"
)
_LOOKED_AT = 3  # terms behind the article: what it is, and what is said of it
_WITHOUT_NAMES = (
    "de",
    "zh",
    "ja",
    "ko",
    "ar",
    "fa",
    "hi",
    "th",
    "he",
)  # capitals there tell no name, or there are none


def surnames_in(text: str, language: str) -> frozenset[str]:
    """Return the names that a text has by one word alone, such as `Blake said`."""
    return frozenset(run[0] for run in _runs(text, language) if len(run) == 1) - whole_names(text, language)


def whole_names(text: str, language: str) -> frozenset[str]:
    """Return the last words of the names that a text has whole, such as `Eric Blake`."""
    return frozenset(run[-1] for run in _runs(text, language) if len(run) > 1)


def all_names(texts: Iterable[str], language: str) -> frozenset[str]:
    """Return every word of the names in texts."""
    return frozenset(word for text in texts for run in _runs(text, language) for word in run)


def takes_for_known(text: str, told: frozenset[str]) -> bool:
    """Whether a text begins with what it takes for known, and none of the terms told before is about that."""
    found = _KNOWN.match(text)
    if found is None:
        return False
    first = [term for term in iter_terms(text[found.end() :]) if term not in FUNCTION_WORDS][:_LOOKED_AT]
    return told.isdisjoint(first)


def _runs(text: str, language: str) -> Iterable[list[str]]:
    if language.split("-", maxsplit=1)[0] in _WITHOUT_NAMES:
        return
    for found in _RUN.finditer(text):
        words = [word.rstrip(".") for word in found[0].split()]
        run = [word for word in words if word.casefold() not in FUNCTION_WORDS and word.casefold() not in _TITLES]
        if run:
            yield run
