"""A cited page is looked at less and less often, and only what the article rests on counts as changed."""

from datetime import timedelta

import pytest

from bot.newsroom.watching import list_page_changes, next_look
from storage.model import Bullet, PageChange
from tests.make import NOW, make_text

HOUR = timedelta(hours=1)
ARTICLE = make_text("Ferries", bullets=(Bullet(text="The ferry carried 212 passengers."),), body=("It cost €4.",))
TEXT = "The first ferry carried 212 passengers. It was Monday.\nA ticket cost €4. Gulls were heard 17 times."


@pytest.mark.parametrize(
    ("age", "following"), [(0, 1), (0.5, 1), (1, 3), (2.9, 3), (3, 6), (23, 24), (24, 48), (71.9, 72), (72, None)]
)
def test_looks_get_rarer_and_end_after_three_days(age: float, following: int | None) -> None:
    expected = None if following is None else NOW + following * HOUR
    assert next_look(NOW, NOW + age * HOUR) == expected


def test_figure_that_the_article_has_and_the_page_has_no_more_is_a_change() -> None:
    new = TEXT.replace("212", "221").replace("17", "18")
    assert list_page_changes(ARTICLE, before=("Ferries", TEXT), after=("ferries ", new)) == (
        PageChange(
            "figure “212”", "The first ferry carried 212 passengers.", "The first ferry carried 221 passengers."
        ),
    )


def test_headline_counts_once_it_was_seen_and_other_words_do_not() -> None:
    reworded = TEXT.replace("Gulls were heard", "One could hear gulls")
    assert list_page_changes(ARTICLE, before=(None, TEXT), after=("Boats", reworded)) == ()
    assert list_page_changes(ARTICLE, before=("Ferries", TEXT), after=("Boats", TEXT)) == (
        PageChange("headline", "Ferries", "Boats"),
    )


def test_page_without_text_or_a_like_figure_shows_what_it_said() -> None:
    assert list_page_changes(ARTICLE, before=("Ferries", TEXT), after=("", "")) == ()
    without = TEXT.replace(" A ticket cost €4.", "").replace("A ticket cost €4. ", "")
    assert list_page_changes(ARTICLE, before=("Ferries", TEXT), after=("Ferries", without)) == (
        PageChange("figure “€4”", "A ticket cost €4.", ""),
    )
