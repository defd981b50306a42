"""Drafting without a model: bullets and a short story of sentences that the reports themselves contain."""

from collections.abc import Sequence

import regex

from bot.newsroom.drafts.bullets import OF_ONE, OF_SEVERAL, choose_bullets, introduced, score_sentences, with_headline
from bot.newsroom.drafts.headlines import choose_headline, clean_headline
from bot.newsroom.drafts.sentences import Material, Sentence, choose_language, read_sentences
from bot.newsroom.drafts.shortening import DATE_IN_BRACKETS
from bot.newsroom.drafts.story import write_story
from bot.newsroom.text.terms import language_group
from storage.model import ArticleText, Bullet, Source

__all__ = ["Material", "draft_article"]

BORNE = 0.75  # a sentence of which another report says so much is borne by it too
# Thursday (Sep 22): a report of that week need not have it.
_DATED = regex.compile(DATE_IN_BRACKETS)


def draft_article(reports: Sequence[Material]) -> ArticleText:
    """Return a draft of one event's reports, the most important first. Raises ValueError where they have no text.

    It is in one language, that of most reports; the others are among its sources.
    """
    language = choose_language(reports)
    own = [report for report in reports if language_group(report.language) == language_group(language)]
    taste = OF_ONE if len(own) == 1 else OF_SEVERAL
    sentences = read_sentences(reports, language, short_words=taste.short_words, lede_words=taste.lede_words)
    if not sentences:
        raise ValueError("the reports have no text")
    scores = score_sentences(sentences, reports, taste)
    chosen = choose_bullets(sentences, scores, reports, taste)
    headline = choose_headline(reports, sentences, language) or chosen[0].short
    chosen = introduced(with_headline(headline, chosen, sentences, scores, taste, language))

    def bearers(sentence: Sentence) -> tuple[int, ...]:
        return _bearers(sentence.text, sentence.terms, sentence, sentences)

    ranked = sorted(sentences, key=lambda each: -scores[each])
    lead = reports[chosen[0].report]
    return ArticleText(
        headline=headline,
        bullets=tuple(
            Bullet(text=each.short, sources=_bearers(each.short, each.said, each, sentences)) for each in chosen
        ),
        body=write_story(reports, ranked, chosen, bearers, language),
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
        language=language,
        picture=next((report.picture for report in (lead, *reports) if report.picture), None),
    )


def _bearers(printed: str, terms: frozenset[str], sentence: Sentence, sentences: Sequence[Sentence]) -> tuple[int, ...]:
    """Return the numbers of the reports that bear what is printed of a sentence: its own, and all that say as much."""
    numbers = _numbers(printed)
    others = {
        each.report
        for each in sentences
        if each.report != sentence.report
        and len(each.terms & terms) >= BORNE * len(terms)
        and numbers <= _numbers(each.text)
    }
    return tuple(number + 1 for number in sorted({sentence.report, *others}))


def _numbers(text: str) -> set[str]:
    return set(regex.findall(r"\d+", _DATED.sub("", text)))
