"""The names of a headline, as its text shows that they are."""

import pytest

from bot.newsroom.events.headline_names import are_others, find_names


@pytest.mark.parametrize(
    ("title", "lead", "names"),
    [
        ("Quake hits Lenn", "A quake hit the north of Lenn on Monday.", {"lenn"}),
        ("Magnitude 5 Quake Hits Lenn", "A quake hit Lenn. The magnitude was 5.", {"lenn"}),
        ("LENN: QUAKE KILLS TWO", "Two died in Lenn.", {"lenn"}),
        ("Monday quake hits Lenn", "On Monday, a quake hit Lenn.", {"lenn"}),
        ("Police arrest man", "Police in Marn arrested a man.", set()),
        ("地震", "云南地震", set()),
        ("", "", set()),
    ],
)
def test_names_are_what_stands_large_in_mid_sentence_and_never_small(title: str, lead: str, names: set[str]) -> None:
    assert find_names(title, lead).headline == names


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (
            ("Взрыв в Харькове", "Вечером в Харькове был взрыв."),
            ("Взрыв потряс Харьков", "Люди в городе Харьков не спали."),
            False,
        ),
        (
            ("Peru's ferries stop", "All ferries of Peru stand still."),
            ("Peruvian ferries halt", "The Peruvian ferries halted."),
            False,
        ),
        (("Kiev hit", "A blast hit Kiev, said Ada Larsen."), ("Kyiv hit", "A blast hit Kyiv, said Ada Larsen."), False),
        (("Quake hits Lenn", "A quake hit Lenn."), ("Quake hits Tarvos", "A quake hit Tarvos."), True),
        (("Quake", "A quake hit Lenn."), ("Quake hits Tarvos", "A quake hit Tarvos."), False),
    ],
)
def test_reports_are_others_where_they_share_no_name_however_it_is_declined(
    one: tuple[str, str], other: tuple[str, str], *, differ: bool
) -> None:
    assert are_others(find_names(*one), find_names(*other)) == differ
