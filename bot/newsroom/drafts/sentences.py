"""What drafts are made of: reports, and their sentences as far as they can stand in an article."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

import regex

from bot.newsroom.drafts.introductions import Named, read_names
from bot.newsroom.drafts.leaning import leans
from bot.newsroom.drafts.shortening import shorten_sentence
from bot.newsroom.furniture.addressed import leads_elsewhere
from bot.newsroom.furniture.chrome import is_caption
from bot.newsroom.furniture.datelines import without_dateline
from bot.newsroom.furniture.furniture import is_furniture
from bot.newsroom.text.cleaning import clean_line
from bot.newsroom.text.sentences import ends_another, opened, split_sentences
from bot.newsroom.text.terms import content_terms, iter_terms, jaccard, language_group
from bot.newsroom.text.words import count_words
from storage.model import Picture

SAME = 0.3  # sentences that share so many of their terms say the same
MOST_SENTENCES = 40  # of one report that are looked at
_HEAD = 3  # paragraphs in which a bare place may stand before the text
_FEWEST_TERMS, _MOST_CHARACTERS = 4, 420
_ENDS = ".!?…。！？”\"’'»」؟।۔)።։။។"
# Somebody's own words, outside quotation marks: they were cut out of a speech, and whose they are is lost.
_SPEAKS = regex.compile(r"[^“\"«„]*?(?<!\p{Lu}\p{L}+ )\bI\b(?=\s+\p{Ll}|['’](?:m|ve|d|ll)\b)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """One report as drafting sees it."""

    outlet: str
    title: str
    text: str
    url: str | None = None
    published_on: date | None = None
    published_at: datetime | None = None  # where it is known: the newest report wins
    language: str = "en"
    section: str | None = None
    picture: Picture | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence, which report it is of, how near the report's beginning it stands, and the terms it is about."""

    text: str
    short: str  # as a bullet says it
    report: int
    place: int  # among the usable ones
    position: int  # among all
    terms: frozenset[str]
    said: frozenset[str]  # the terms of the short form
    told: float  # the share of a title's terms that it says
    weights: dict[str, float]
    leans: bool  # on the sentence before it
    names: Named
    unintroduced: frozenset[str]  # surnames that its report has told with the whole name before
    words: float  # of the short form

    def __eq__(self, other: object) -> bool:
        """Whether it is the same one, however short it is said."""
        return isinstance(other, Sentence) and (self.report, self.position) == (other.report, other.position)

    def __hash__(self) -> int:
        """Agree with equality."""
        return hash((self.report, self.position))

    def follows(self, other: "Sentence") -> bool:
        """Whether it stands right behind another in its report."""
        return self.report == other.report and self.position == other.position + 1

    @property
    def length(self) -> float:
        """Return the length of its vector."""
        return math.sqrt(sum(weight * weight for weight in self.weights.values())) or 1.0


def share_terms(one: frozenset[str], other: frozenset[str], *, held: float) -> bool:
    """Whether two say the same by their terms: they share many, or so much of the shorter one is in the other."""
    return jaccard(one, other) >= SAME or len(one & other) >= held * min(len(one), len(other))


def cosine(one: Sentence, other: Sentence) -> float:
    """Return how alike two sentences are: 0 for nothing shared, 1 for the same terms."""
    dot = sum(weight * other.weights.get(term, 0.0) for term, weight in one.weights.items())
    return dot / (one.length * other.length)


def choose_language(reports: Sequence[Material]) -> str:
    """Return the language that most of the reports with a text are in; of several, that of the newest, or the first."""
    written = [report for report in reports if report.text.strip()]
    counted = Counter(language_group(report.language) for report in written)
    newest = sorted(written, key=lambda each: each.published_at.timestamp() if each.published_at else 0.0, reverse=True)
    chosen = max((language_group(each.language) for each in newest), key=counted.__getitem__, default="en")
    return next((each.language for each in reports if language_group(each.language) == chosen), "en")


def read_sentences(reports: Sequence[Material], language: str, *, short_words: int, lede_words: int) -> list[Sentence]:
    """Return the usable sentences of the reports in a language, report by report; what is longer is shortened too.

    A report's first sentence is made to fit `lede_words`, where that can be.
    """
    found, counted = [], Counter[str]()
    for number, report in enumerate(reports):
        if language_group(report.language) != language_group(language):
            continue
        place, known = 0, read_names("", language)
        for position, text in enumerate(_split(report.text)):
            terms, names = content_terms(text), read_names(text, language)
            if place < MOST_SENTENCES and _is_usable(text, terms):
                found.append((text, number, place, position, terms, names, names.introduced_in(known)))
                counted.update(terms)
                place += 1
            known = known.joined(names)
    titles = [title for used in sorted({each[1] for each in found}) if (title := content_terms(reports[used].title))]
    return [
        Sentence(
            text,
            short,
            number,
            place,
            position,
            terms,
            terms if short == text else content_terms(short),
            max((len(terms & title) / len(title) for title in titles), default=0.0),
            _weights(text, counted, len(found)),
            leans(text, language),
            names,
            unintroduced,
            count_words(short),
        )
        for text, number, place, position, terms, names, unintroduced in found
        for short in [_shorten(text, language, short_words, lede_words=lede_words if place == 0 else None)]
    ]


def shortened_as_lede(sentence: Sentence, language: str, *, most_words: int) -> Sentence:
    """Return a sentence that tells the news, without what it goes on with where it is longer than that."""
    if sentence.words <= most_words:
        return sentence
    short = shorten_sentence(sentence.text, language, most_words=most_words, is_lede=True)
    return replace(sentence, short=short, said=content_terms(short), words=count_words(short))


def _shorten(text: str, language: str, short_words: int, *, lede_words: int | None) -> str:
    short = shorten_sentence(text, language, most_words=lede_words or short_words)
    if lede_words is None or count_words(short) <= lede_words:
        return short
    return shorten_sentence(text, language, most_words=lede_words, is_lede=True)


_LIST_SIGN = regex.compile(r"^[-–—*•▪‣●▶►■◆]\s+(?=\S)")  # as extraction leaves it of a page's list
_LIST_END = regex.compile(r"(?<=\p{L}|\p{N});(?:\s(?:and|und|et|y|e|и|та))?$")
# A footnote's number, or a picture, behind a sentence.
_BEHIND = regex.compile(
    r"(?<=[.!?…。！？؟।][”\"’'»」)]?)(?:\s?\[\d{1,3}\]|\s?[\p{Extended_Pictographic}\uFE0F\u21A9])+(?=\s|$)"
)


def _split(text: str) -> list[str]:
    paragraphs = [stripped for each in text.split("\n") if (stripped := each.strip())]
    return [
        clean_line(sentence)
        for place, paragraph in enumerate(paragraphs)
        if not is_caption(paragraph) and not leads_elsewhere(paragraph)
        for sentence in split_sentences(without_dateline(_as_sentences(paragraph), is_head=place < _HEAD))
    ]


def _as_sentences(paragraph: str) -> str:
    """Write a list's item as the sentence that it is, and leave out what stands behind sentences."""
    item = _LIST_SIGN.sub("", paragraph)
    return _BEHIND.sub("", item if item == paragraph else _LIST_END.sub(".", item))


def _is_usable(text: str, terms: frozenset[str]) -> bool:
    return (
        len(terms) >= _FEWEST_TERMS
        and len(text) <= _MOST_CHARACTERS
        and text[-1] in _ENDS
        and not _SPEAKS.match(text)
        and not is_furniture(text)
        and not opened(text)
        and not ends_another(text)
    )


def _weights(text: str, counted: Counter[str], total: int) -> dict[str, float]:
    frequencies = Counter(term for term in iter_terms(text) if term in counted)
    return {term: (1 + math.log(n)) * math.log(1 + total / counted[term]) for term, n in frequencies.items()}
