"""Whom and what a sentence takes for known: a surname alone, `the victim`. Told first, it hangs in the air."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

import regex

from bot.newsroom.facts.figure_words import date_of
from bot.newsroom.text.terms import FUNCTION_WORDS, iter_terms, language_group

_RUN = regex.compile(r"\p{Lu}[\p{L}\p{M}’'-]*(?:\.?\s+\p{Lu}[\p{L}\p{M}’'-]*)*")
_OWN = regex.compile(r"(?:['’]s)?\.?$")  # Blake's
_TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady madam señor señora sr sra monsieur mme".split()
)
_TITLED = regex.compile(rf"\b(?i:{'|'.join(sorted(_TITLES))})\.?\s(\p{{Lu}}[\p{{L}}\p{{M}}’'-]*)")
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
# Malay says it behind the noun.
_KNOWN_BEHIND = {"ms": regex.compile(r"[“\"‘'«„]?(?P<what>(?:[\p{L}-]+\s){1,3}?)(?:itu|tersebut|berkenaan)\b")}
_LOOKED_AT = 3  # terms behind the article: what it is, and what is said of it
# Capitals there tell no name, or there are none.
_WITHOUT_NAMES = ("de", "zh", "ja", "ko", "ar", "fa", "hi", "th", "he")


@dataclass(frozen=True, slots=True)
class Named:
    """Who is named in a text, and how."""

    surnames: frozenset[str]  # by one word alone
    titled: frozenset[str]  # of these, behind Mr or Dr: in some names the surname comes first
    whole: frozenset[str]  # by the last word of a whole name (Eric Blake)
    wholes: frozenset[str]  # by any word of a whole name
    words: frozenset[str]  # by any word at all

    def joined(self, other: "Named") -> "Named":
        """Return who is named here or there."""
        return Named(*(getattr(self, each.name) | getattr(other, each.name) for each in fields(self)))

    def introduced_in(self, other: "Named") -> frozenset[str]:
        """Return those named by one word here of whom another text tells the whole name."""
        return (self.surnames & other.whole) | (self.titled & other.wholes)


def read_names(text: str, language: str) -> Named:
    """Return the names in a text; none where capitals tell none."""
    runs = [] if language_group(language) in _WITHOUT_NAMES else list(_iter_runs(text))
    whole = frozenset(run[-1] for run in runs if len(run) > 1)
    wholes = frozenset(word for run in runs if len(run) > 1 for word in run)
    alone = frozenset(run[0] for run in runs if len(run) == 1) - whole
    titled = frozenset(map(_bare, _TITLED.findall(text))) & alone - wholes
    return Named(alone, titled, whole, wholes, frozenset(word for run in runs for word in run))


def takes_for_known(text: str, told: frozenset[str], language: str) -> bool:
    """Whether a text begins with what it takes for known, and none of the terms told before is about that."""
    key = language_group(language)
    if (behind := _KNOWN_BEHIND.get(key)) and (found := behind.match(text)):
        what = found["what"]
    elif (before := _KNOWN.get(key)) and (found := before.match(text)):
        what = text[found.end() :]
    else:
        return False
    return told.isdisjoint([term for term in iter_terms(what) if term not in FUNCTION_WORDS][:_LOOKED_AT])


def _iter_runs(text: str) -> Iterator[list[str]]:
    for found in _RUN.finditer(text):
        run = [word for each in found[0].split() if _is_of_name(word := _bare(each))]
        if run:
            yield run


def _bare(word: str) -> str:
    return _OWN.sub("", word)


def _is_of_name(word: str) -> bool:
    return word.casefold() not in FUNCTION_WORDS and word.casefold() not in _TITLES and date_of(word) is None
