"""The names of a headline, as its text shows that they are."""

import pytest

from bot.newsroom.headline_names import find_headline_names


@pytest.mark.parametrize(
    ("title", "lead", "names"),
    [
        ("Quake hits Lenn", "A quake hit the north of Lenn on Monday.", {"lenn"}),
        ("Magnitude 5 Quake Hits Lenn", "A quake hit Lenn. The magnitude was 5.", {"lenn"}),
        ("LENN: QUAKE KILLS TWO", "Two died in Lenn.", {"lenn"}),
        ("Police arrest man", "Police in Marn arrested a man.", set()),
        ("地震", "云南地震", set()),
        ("", "", set()),
    ],
)
def test_names_are_what_stands_large_in_mid_sentence_and_never_small(title: str, lead: str, names: set[str]) -> None:
    assert find_headline_names(title, lead) == names
