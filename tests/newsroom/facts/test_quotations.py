"""Quotations in the marks of many languages."""

import pytest

from bot.newsroom.facts.quotations import extract_quotations


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“One,” she said, “and two.”", ["One,", "and two."]),
        ("He's the teachers' man, 'they say'.", ["they say"]),
        ("ended here.” And “a new one", ["ended here.", "a new one"]),
        ('He said "so" and "more', ["so", "more"]),
        ('it ended" he said', ["it ended"]),
        ("«Oui» et „nein“ und 「好」", ["Oui", "nein", "好"]),
        ("“Outer ‘inner’ end”", ["Outer ‘inner’ end"]),
        ('say "" nothing', []),
    ],
)
def test_quotations_are_found_in_marks_of_many_languages(text: str, found: list[str]) -> None:
    assert [quotation.text for quotation in extract_quotations(text)] == found
