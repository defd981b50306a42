"""Choosing a draft's bullets: sentences near the beginning that share most with the rest, and none says another's."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import regex

from bot.newsroom.drafts.sentences import Material, Sentence, cosine, share_terms, shortened_as_lede
from bot.newsroom.text.terms import content_terms

HELD = 0.55  # as do two of which one has so much of the other
HELD_OF_MORE = 0.45  # of bullets beyond those that there must be
ALIKE = 0.5  # cosine of two that do
RIVAL = 0.5  # cosine of sentences that tell the same, of which the newest report's is taken
# Chosen by ROUGE on real articles (tests/newsroom/drafts/test_drafting.py), as what makes a poor bullet below.
LENGTH_DECAY = 0.5
REPEATS = 0.45  # how much what is chosen already counts against a sentence
FEWEST_BULLETS = 3
WEAK = 0.2  # of the first one's score: what is worth less is left out, once there are enough
UNTITLED = 2.0  # worth of a lede that says nothing of the titles, where one that says all has 1 more
LONGER_LEDE = 1.25  # times as long as it should be: better a long lede than another one
BACKGROUND = 0.7  # of its score is left to a sentence that tells of an earlier year
LEFT_OUT_TERMS, LEFT_OUT_SHARE = 2, 0.34  # of a headline's terms that no bullet has, and of them another sentence
FRESH = 1.3  # how much more a report's first bullet counts
UNINTRODUCED = 0.5  # of its worth is left to a sentence that names somebody by a surname nobody has read yet


@dataclass(frozen=True, slots=True)
class Taste:
    """How bullets are chosen: where there is much to choose from, more strictly."""

    bullets: int
    short_words: int  # longer sentences lose their asides
    most_words: int  # and what is still longer is no bullet, while there are others
    lede_words: int  # but for the first one, that is the news itself
    easy_words: float  # a longer sentence is a worse bullet
    lead_decay: float  # what comes first matters more
    leaning: float  # how much of its score a sentence keeps that asks for the one before it


OF_ONE = Taste(
    bullets=3, short_words=24, most_words=60, lede_words=60, easy_words=20, lead_decay=0.24, leaning=0.7
)  # fmt: skip
OF_SEVERAL = Taste(
    bullets=5, short_words=29, most_words=30, lede_words=32, easy_words=12.5, lead_decay=0.25, leaning=0.4
)  # fmt: skip

_YEAR = regex.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d%]|[.,]\d)")
# What makes a sentence a poor bullet, and how much of its score it keeps.
_POOR = (
    (regex.compile(r"[“\"‘'«「„]"), 0.7),  # it opens with a quotation
    (regex.compile(r"[^“\"«]*\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Yy]ou|me)\b"), 0.5),  # somebody speaks
    (regex.compile(r".*[?？؟][”\"’'»]?$"), 0.7),
    (regex.compile(r".*\b(?:reached for comment|requests? for comment|declined to comment|for comment)[.]$"), 0.3),
)


def score_sentences(sentences: Sequence[Sentence], reports: Sequence[Material], taste: Taste) -> dict[Sentence, float]:
    """Score each sentence by its share in the whole, and by its place."""
    centroid: Counter[str] = Counter()
    for sentence in sentences:
        for term, weight in sentence.weights.items():
            centroid[term] += weight / sentence.length  # type: ignore[assignment]
    length = math.sqrt(sum(weight * weight for weight in centroid.values())) or 1.0
    return {
        each: sum(weight * centroid[term] for term, weight in each.weights.items())
        / (each.length * length)
        * math.exp(-taste.lead_decay * each.place)
        * _fitness(each, taste)
        * (BACKGROUND if _is_of_earlier_year(each, reports[each.report]) else 1.0)
        for each in sentences
    }


def _is_of_earlier_year(sentence: Sentence, report: Material) -> bool:
    """Whether all years that a sentence names are before the one that it was published in."""
    years = list(map(int, _YEAR.findall(sentence.text)))
    return report.published_on is not None and bool(years) and max(years) < report.published_on.year


def _fitness(sentence: Sentence, taste: Taste) -> float:
    """Return how well a sentence stands alone as a bullet: 1 for short and plain ones, less for others."""
    too_long = max(0.0, math.log(max(sentence.words, 1) / taste.easy_words))
    kept = math.prod(share for pattern, share in _POOR if pattern.match(sentence.text))
    return kept * (taste.leaning if sentence.leans else 1.0) * math.exp(-LENGTH_DECAY * too_long)


def choose_bullets(
    sentences: Sequence[Sentence],
    scores: dict[Sentence, float],
    reports: Sequence[Material],
    taste: Taste,
) -> list[Sentence]:
    """Choose the bullets one by one: high in score, unlike those chosen, and from several reports where there are."""
    chosen: list[Sentence] = []
    left = {each for each in sentences if each.words <= taste.most_words} or set(sentences)
    lede = _find_lede(sentences, scores, taste) if taste is OF_SEVERAL else None
    if lede is not None:
        chosen.append(_newest(lede, left, reports))
        left -= {lede, *chosen}
    while left and len(chosen) < taste.bullets:
        used = {each.report for each in chosen}
        known = frozenset[str]().union(*(each.names.words for each in chosen))

        def worth(each: Sentence, used: set[int] = used, known: frozenset[str] = known) -> tuple[float, int, int]:
            likeness = max((cosine(each, other) for other in chosen), default=0.0)
            fresh = FRESH if used and each.report not in used else 1.0
            clear = 1.0 if each.unintroduced <= known else UNINTRODUCED
            return fresh * clear * scores[each] * (1 - REPEATS * likeness), -each.report, -each.place

        clear = {each for each in left if not each.leans or any(each.follows(other) for other in chosen)}
        if not clear and len(chosen) >= FEWEST_BULLETS:
            break
        best = max(clear or left, key=worth)
        if len(chosen) >= FEWEST_BULLETS and scores[best] < WEAK * scores[chosen[0]]:
            break
        left.discard(best)
        newest = _newest(best, left, reports)
        held = HELD if len(chosen) < FEWEST_BULLETS else HELD_OF_MORE
        if not any(_say_the_same(newest, each, held) for each in chosen):
            chosen.append(newest)
            left.discard(newest)
    return chosen


def with_headline(
    headline: str,
    chosen: list[Sentence],
    sentences: Sequence[Sentence],
    scores: dict[Sentence, float],
    taste: Taste,
    language: str,
) -> list[Sentence]:
    """Let the last bullet be what the headline says and none of the bullets does, where a sentence has it."""
    missing = content_terms(headline) - frozenset[str]().union(*(each.said for each in chosen))
    least = max(LEFT_OUT_TERMS, LEFT_OUT_SHARE * len(missing))
    having = [
        (len(each.terms & missing), scores[each], fitted)
        for each in sentences
        if len(each.terms & missing) >= least
        and not each.leans
        and not any(_say_the_same(each, other, HELD) for other in chosen)
        and (fitted := shortened_as_lede(each, language, most_words=taste.most_words)).words <= taste.most_words
    ]
    if not having:
        return chosen
    _, _, best = max(having, key=lambda found: found[:2])
    return [*chosen[: taste.bullets - 1], best]


def introduced(chosen: Sequence[Sentence]) -> list[Sentence]:
    """Put whoever is introduced before what names them by a surname, and what leans on a bullet behind that one.

    The first bullet stays the first.
    """
    ordered = list(chosen[:1])
    for each in chosen[1:]:
        behind = (at + 1 for at, other in enumerate(ordered) if each.leans and each.follows(other))
        named = (at for at, other in enumerate(ordered) if at and other.names.introduced_in(each.names))
        ordered.insert(next(chain(behind, named), len(ordered)), each)
    return ordered


def _find_lede(sentences: Sequence[Sentence], scores: dict[Sentence, float], taste: Taste) -> Sentence | None:
    """Return the sentence at a report's beginning that a bullet can hold, and that says most of what titles say."""
    longest = LONGER_LEDE * taste.lede_words
    firsts = [each for each in sentences if each.place == 0 and each.words <= longest and not each.leans]
    return max(firsts, key=lambda each: scores[each] * (UNTITLED + each.told), default=None)


def _say_the_same(one: Sentence, other: Sentence, held: float) -> bool:
    return share_terms(one.said, other.said, held=held) or cosine(one, other) >= ALIKE


def _newest(sentence: Sentence, others: set[Sentence], reports: Sequence[Material]) -> Sentence:
    """Return what the newest report says of the same, where reports have times: figures grow old."""
    at = reports[sentence.report].published_at
    if at is None:
        return sentence
    rivals = [
        (later, cosine(each, sentence), each)
        for each in others
        if (later := reports[each.report].published_at) is not None
        and later > at
        and not each.leans
        and cosine(each, sentence) >= RIVAL
    ]
    return max(rivals, key=lambda found: found[:2])[2] if rivals else sentence
