"""Which earlier article a new one continues: one about the same rare things, clearly more so than any other."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from bot.newsroom.text.terms import content_terms, language_group
from storage.model import Article, ArticleText

# Chosen on labelled news, so that hardly any proposal is wrong (tests/newsroom/events/test_followups.py).
NEAR = 0.17
CLEARLY = 1.5  # so much nearer than the next one
FEWEST_SHARED = 4  # terms
_AS_IF_KNOWN = 50  # articles more than there are: among few, no word is common
LOOKED_BACK = timedelta(days=30)


def find_earlier(text: ArticleText, earlier: Sequence[Article], *, now: datetime) -> int | None:
    """Return the number of the published article that a text continues; None where it is none, or not clear which."""
    known = [
        (article.number, _terms(article.text))
        for article in earlier
        if article.published_at is not None
        and article.published_at >= now - LOOKED_BACK
        and language_group(article.text.language) == language_group(text.language)
    ]
    own = _terms(text)
    counts = Counter(term for _, terms in known for term in terms)
    scored = sorted(((_near(own, terms, counts, len(known)), number) for number, terms in known), reverse=True)
    if not scored or scored[0][0] < NEAR or (len(scored) > 1 and scored[0][0] < CLEARLY * scored[1][0]):
        return None
    return scored[0][1]


def _terms(text: ArticleText) -> frozenset[str]:
    return content_terms(" ".join([text.headline, *(bullet.text for bullet in text.bullets)]))


def _near(own: frozenset[str], other: frozenset[str], counts: Counter[str], total: int) -> float:
    shared = own & other
    if len(shared) < FEWEST_SHARED:
        return 0.0
    lengths = _weight(own, counts, total) * _weight(other, counts, total)
    return _weight(shared, counts, total) / math.sqrt(lengths) if lengths else 0.0


def _weight(terms: Iterable[str], counts: Counter[str], total: int) -> float:
    return sum(math.log((_AS_IF_KNOWN + total) / (0.5 + counts[term])) ** 2 for term in terms)
