"""Which articles a briefing shows."""

from datetime import timedelta

import pytest

from bot.newsroom.selection import Choice, is_wanted, mentions, select_articles
from storage.model import Bullet, Preferences, Source
from tests.make import NOW, make_article, make_text


def test_priority_comes_before_outlets_and_outlets_before_freshness() -> None:
    one_outlet = make_text(sources=(Source(outlet="A"),))
    fresh = make_article(1, one_outlet, published_at=NOW)
    well_sourced = make_article(2, published_at=NOW - timedelta(hours=1))
    urgent = make_article(3, one_outlet, published_at=NOW - timedelta(hours=2), priority=1)

    selection = select_articles([fresh, well_sourced, urgent], Preferences(max_articles=2), cutoff=None)

    assert selection.choices == (Choice(urgent, is_update=False), Choice(well_sourced, is_update=False))
    assert selection.more == 1


def test_what_was_published_before_the_cutoff_is_an_update() -> None:
    corrected = make_article(1, published_at=NOW - timedelta(hours=2), revision=2)
    selection = select_articles([corrected], Preferences(), cutoff=NOW - timedelta(hours=1))
    assert selection.choices == (Choice(corrected, is_update=True),)


@pytest.mark.parametrize(
    ("preferences", "is_so"),
    [
        (Preferences(), True),
        (Preferences(sections=frozenset({"world"})), True),
        (Preferences(sections=frozenset({"sport"})), False),
        (Preferences(languages=frozenset({"en"})), True),
        (Preferences(languages=frozenset({"ar"})), False),
        (Preferences(mutes=frozenset({"FERRIES go"})), False),
        (Preferences(mutes=frozenset({"ferr"})), True),
    ],
)
def test_sections_languages_and_mutes_decide(preferences: Preferences, is_so: bool) -> None:  # noqa: FBT001
    assert is_wanted(make_article(), preferences) is is_so


def test_article_without_a_section_is_in_none() -> None:
    article = make_article(1, make_text(section=None))
    assert not is_wanted(article, Preferences(sections=frozenset({"world"})))


def test_muted_word_is_found_anywhere_without_accents() -> None:
    article = make_article(1, make_text("A", bullets=(Bullet(text="Un café"),), body=("north.",)))
    assert [mentions(article, word) for word in ("cafe", "NORTH", "world", "caf")] == [True, True, True, False]
