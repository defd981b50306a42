"""What continues what: proposed only where it is clear."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.newsroom.drafts.drafting import draft_article
from bot.newsroom.events.followups import find_earlier
from bot.newsroom.text.terms import language_group
from storage.model import Article, ArticleText, Bullet
from tests.make import make_article, make_text
from tests.newsroom.drafts.test_drafting import load_events

NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)
STORIES = {
    1: (
        "Storm gate at Valdemar holds back the tide",
        "The harbour office closed the gate at Valdemar before midnight.",
    ),
    2: ("Ferry to Ossel raises its fares", "The ferry company wants nine crowns for a ticket to Ossel from March."),
    3: ("School in Lenn opens a library", "Pupils of Lenn carried four thousand books through the rain."),
}


def told(headline: str, bullet: str, *, language: str = "en") -> ArticleText:
    return make_text(headline, bullets=(Bullet(text=bullet),), body=(), language=language)


def published(days_ago: float = 1, language: str = "en") -> list[Article]:
    moment = NOW - timedelta(days=days_ago)
    texts = {number: told(*story, language=language) for number, story in STORIES.items()}
    return [replace(make_article(number, text), published_at=moment) for number, text in texts.items()]


NEXT = told(
    "Valdemar repairs its storm gate", "The harbour office of Valdemar found a crack in the gate after the tide."
)


def test_draft_continues_the_article_about_the_same_rare_things() -> None:
    assert find_earlier(NEXT, published(), now=NOW) == 1


def test_what_shares_only_common_words_continues_nothing() -> None:
    other = told("Council votes on a bridge", "The council of the town wants a new bridge before the summer.")
    assert find_earlier(other, published(), now=NOW) is None


def test_of_two_that_are_alike_none_is_proposed() -> None:
    twin = replace(published()[0], number=4)
    assert find_earlier(NEXT, [*published(), twin], now=NOW) is None


def test_old_articles_and_those_of_other_languages_are_not_continued() -> None:
    assert find_earlier(NEXT, published(days_ago=31), now=NOW) is None
    assert find_earlier(NEXT, published(language="de"), now=NOW) is None
    assert find_earlier(NEXT, [], now=NOW) is None


def test_halves_of_real_events_find_each_other_and_hardly_anything_else(shared: Path) -> None:
    earlier, later = [], []
    events: dict[int, tuple[int, str]] = {}
    for event, reports in enumerate(load_events(shared)):
        for language in sorted({language_group(report.language) for report in reports}):
            own = [report for report in reports if language_group(report.language) == language]
            half = max(1, len(own) // 2)
            article = replace(make_article(len(events) + 1, draft_article(own[:half])), published_at=NOW)
            events[article.number] = (event, language)
            earlier.append(article)
            if len(own) > 1:
                later.append(((event, language), draft_article(own[half:])))
    found = [(of, find_earlier(text, earlier, now=NOW)) for of, text in later]
    others = [
        find_earlier(text, [each for each in earlier if events[each.number] != of], now=NOW) for of, text in later
    ]
    print(len(later), sum(number is not None for _, number in found))  # noqa: T201
    assert [(of, events[number]) for of, number in found if number is not None and events[number] != of] == []
    # A hurricane on its next day, in two languages, and markets before the bank that moves them: other labels, one story.
    assert sum(number is not None for number in others) <= 3
    assert sum(number is not None for _, number in found) >= 0.7 * len(later)
