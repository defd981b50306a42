"""Drafting without a model: bullets and a short story of sentences that the reports themselves contain.

Sentences near the beginning that share most with the rest are chosen, none saying what another says already.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import regex

from bot.newsroom.cleaning import clean_line
from bot.newsroom.furniture import is_furniture, without_dateline
from bot.newsroom.headlines import clean_headline
from bot.newsroom.markup import escape_markup
from bot.newsroom.sentences import opened, split_sentences
from bot.newsroom.terms import content_terms, iter_terms, jaccard
from storage.model import ArticleText, Bullet, Picture, Source

BULLETS_OF_ONE = 3
MOST_BULLETS = 5
MOST_STORY_SENTENCES = 8
MOST_SENTENCES = 40  # of one report that are looked at
SAME = 0.3  # bullets that share so much say the same
BORNE = 0.6  # a sentence of which another report has so much is borne by it too
# Chosen by ROUGE on real articles (tests/newsroom/test_drafting.py), as what makes a poor bullet below.
LEAD_DECAY = 0.26  # what comes first matters more
EASY_WORDS = 22  # a longer sentence is a worse bullet
LENGTH_DECAY = 0.5
REPEATS = 0.5  # how much what is chosen already counts against a sentence

_FEWEST_TERMS, _MOST_CHARACTERS = 4, 420
_NEEDS_WHAT_CAME_BEFORE = regex.compile(
    r"[“\"‘'«]?(?:he|she|it|they|this|that|these|those|but|and|however|his|her|their|also|still|meanwhile)\b",
    regex.IGNORECASE,
)
# What makes a sentence a poor bullet, and how much of its score it keeps.
_POOR = (
    (_NEEDS_WHAT_CAME_BEFORE, 0.85),
    (regex.compile(r"[“\"‘'«]"), 0.7),  # it opens with a quotation
    (regex.compile(r".*\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Yy]ou|me|us)\b"), 0.8),  # somebody speaks
    (regex.compile(r".*\?[”\"’'»]?$"), 0.7),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """One report as drafting sees it."""

    outlet: str
    title: str
    text: str
    url: str | None = None
    published_on: date | None = None
    language: str = "en"
    section: str | None = None
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence, which report it is of, and how near the report's beginning it stands."""

    text: str
    report: int
    place: int
    terms: frozenset[str]
    weights: dict[str, float]

    @property
    def length(self) -> float:
        return math.sqrt(sum(weight * weight for weight in self.weights.values())) or 1.0


def draft_article(reports: Sequence[Material]) -> ArticleText:
    """Return a draft of one event's reports, the most important first. Raises ValueError where they have no text."""
    sentences = _sentences(reports)
    if not sentences:
        raise ValueError("the reports have no text")
    scores = _scores(sentences)
    most = BULLETS_OF_ONE if len(reports) == 1 else MOST_BULLETS
    chosen = _choose(sentences, scores, most=most, reports=len(reports))
    story = _story(sentences, scores, chosen)
    lead = reports[chosen[0].report]
    return ArticleText(
        headline=clean_headline(lead.title, lead.outlet) or chosen[0].text,
        bullets=tuple(Bullet(text=each.text, sources=_bearers(each, sentences)) for each in chosen),
        body=story,
        sources=tuple(
            Source(
                outlet=report.outlet,
                title=clean_headline(report.title, report.outlet) or None,
                url=report.url,
                published_on=report.published_on,
            )
            for report in reports
        ),
        section=next((report.section for report in reports if report.section), None),
        language=lead.language,
        picture=next((report.picture for report in (lead, *reports) if report.picture), None),
    )


def _sentences(reports: Sequence[Material]) -> list[_Sentence]:
    found, counted = [], Counter[str]()
    for number, report in enumerate(reports):
        place = 0
        for paragraph in report.text.split("\n"):
            for raw in split_sentences(without_dateline(paragraph.strip())):
                text = clean_line(raw)
                terms = content_terms(text)
                if place < MOST_SENTENCES and _is_usable(text, terms):
                    found.append((text, number, place, terms))
                    counted.update(terms)
                    place += 1
    return [
        _Sentence(text, number, place, terms, _weights(text, counted, len(found)))
        for text, number, place, terms in found
    ]


def _is_usable(text: str, terms: frozenset[str]) -> bool:
    return (
        len(terms) >= _FEWEST_TERMS
        and len(text) <= _MOST_CHARACTERS
        and text[-1] in ".!?…。！？”\"’'»」؟।)"
        and not is_furniture(text)
        and not opened(text)
    )


def _weights(text: str, counted: Counter[str], total: int) -> dict[str, float]:
    frequencies = Counter(term for term in iter_terms(text) if term in counted)
    return {term: (1 + math.log(n)) * math.log(1 + total / counted[term]) for term, n in frequencies.items()}


def _scores(sentences: list[_Sentence]) -> dict[int, float]:
    """Score each sentence by its share in the whole, and by its place."""
    centroid: Counter[str] = Counter()
    for sentence in sentences:
        for term, weight in sentence.weights.items():
            centroid[term] += weight / sentence.length  # type: ignore[assignment]
    length = math.sqrt(sum(weight * weight for weight in centroid.values())) or 1.0
    scores = {}
    for index, sentence in enumerate(sentences):
        dot = sum(weight * centroid[term] for term, weight in sentence.weights.items())
        central = dot / (sentence.length * length)
        scores[index] = central * math.exp(-LEAD_DECAY * sentence.place) * _fitness(sentence.text)
    return scores


def _fitness(text: str) -> float:
    """Return how well a sentence stands alone as a bullet: 1 for short and plain ones, less for others."""
    too_long = max(0.0, math.log(len(text.split()) / EASY_WORDS))
    kept = math.prod(share for pattern, share in _POOR if pattern.match(text))
    return kept * math.exp(-LENGTH_DECAY * too_long)


def _choose(sentences: list[_Sentence], scores: dict[int, float], *, most: int, reports: int) -> list[_Sentence]:
    """Choose the bullets one by one: high in score, unlike those chosen, and from several reports where there are."""
    chosen: list[_Sentence] = []
    left = dict(scores)
    while left and len(chosen) < most:
        used = {each.report for each in chosen}

        def worth(index: int, used: set[int] = used) -> tuple[float, int]:
            sentence = sentences[index]
            likeness = max((_cosine(sentence, each) for each in chosen), default=0.0)
            fresh = 1.25 if reports > 1 and used and sentence.report not in used else 1.0
            return fresh * scores[index] * (1 - REPEATS * likeness), -index

        index = max(left, key=worth)
        del left[index]
        if all(jaccard(sentences[index].terms, each.terms) < SAME for each in chosen):
            chosen.append(sentences[index])
    return chosen


def _cosine(one: _Sentence, other: _Sentence) -> float:
    dot = sum(weight * other.weights.get(term, 0.0) for term, weight in one.weights.items())
    return dot / (one.length * other.length)


def _bearers(bullet: _Sentence, sentences: list[_Sentence]) -> tuple[int, ...]:
    """Return the numbers of the reports that bear a sentence: its own, and those that say as much."""
    others = {
        sentence.report
        for sentence in sentences
        if sentence.report != bullet.report
        and len(sentence.terms & bullet.terms) >= BORNE * len(bullet.terms)
        and _numbers(bullet.text) <= _numbers(sentence.text)
    }
    return tuple(number + 1 for number in sorted({bullet.report, *others}))


def _numbers(text: str) -> set[str]:
    return set(regex.findall(r"\d+", text))


def _story(sentences: list[_Sentence], scores: dict[int, float], bullets: list[_Sentence]) -> tuple[str, ...]:
    """Return a short story: the best of what the bullets leave out, a paragraph for each report, with its mark."""
    left = sorted((index for index in scores), key=lambda index: (-scores[index], index))
    chosen = list(bullets)
    picked: list[_Sentence] = []
    for index in left:
        sentence = sentences[index]
        if len(picked) < MOST_STORY_SENTENCES and all(jaccard(sentence.terms, each.terms) < SAME for each in chosen):
            picked.append(sentence)
            chosen.append(sentence)
    paragraphs = []
    for report in dict.fromkeys(sentence.report for sentence in [*bullets, *picked]):
        own = sorted((each for each in picked if each.report == report), key=lambda each: each.place)
        if own:
            paragraphs.append(" ".join(f"{escape_markup(each.text)} [{report + 1}]" for each in own))
    return tuple(paragraphs)
