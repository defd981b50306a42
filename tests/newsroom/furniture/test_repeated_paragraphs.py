"""Furniture that only repetition shows."""

from hypothesis import given
from hypothesis import strategies as st

from bot.newsroom.furniture.repeated_paragraphs import find_repeated, without_repeated

CALL = "Tilaa uutiskirjeemme ja lue päivän tärkeimmät jutut joka aamu."
MOTTO = "HARBOUR POST — since 1904"


def story(name: str, paragraphs: int = 4) -> str:
    """Return a story of its own, between what the site puts before and behind each."""
    own = [f"{name}: paragraph {number} of what happened there, at some length." for number in range(paragraphs)]
    return "\n".join([MOTTO, *own, CALL])


def test_paragraphs_of_three_different_stories_are_furniture_in_any_language() -> None:
    text = story("Gate")
    repeated = find_repeated(text, [story("Ferry"), story("School")])
    assert without_repeated(text, repeated) == "\n".join(text.split("\n")[1:-1])


def test_two_stories_are_too_few_to_tell() -> None:
    assert find_repeated(story("Gate"), [story("Ferry")]) == frozenset()


def test_an_update_of_the_same_story_says_nothing_about_furniture() -> None:
    updates = [story("Gate", paragraphs) for paragraphs in (5, 6, 7)]
    assert find_repeated(story("Gate"), updates) == frozenset()


def test_a_report_that_would_lose_its_half_stays_as_it_is() -> None:
    text = f"{MOTTO}\nShort.\n{CALL}"
    repeated = find_repeated(text, [story("Ferry"), story("School")])
    assert without_repeated(text, repeated) == text


def test_nothing_repeated_changes_nothing() -> None:
    assert without_repeated(f"\n{CALL}\n", ()) == f"\n{CALL}\n"


@given(st.lists(st.text("ab\n é", max_size=30), max_size=6), st.text("ab\n é", max_size=60))
def test_what_is_left_are_lines_of_the_text_in_their_order(others: list[str], text: str) -> None:
    left = without_repeated(text, find_repeated(text, others)).split("\n")
    lines = iter(text.split("\n"))
    assert all(line in lines for line in left)
