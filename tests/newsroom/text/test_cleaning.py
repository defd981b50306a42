"""Cleaning text from outside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.newsroom.text import cleaning
from bot.newsroom.text.cleaning import clean_line, clean_text


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("tab\there", "tab here"),
        ("zero\u200bwidth\ufeff\u00ad", "zerowidth"),
        ("\u202eevil\u202c \u2066x\u2069", "evil x"),
        ("bell\x07", "bell"),
        ("cafe\u0301", "café"),
        ("क्‍ष and 👩‍👩‍👧", "क्‍ष and 👩‍👩‍👧"),
        ("h" + "\u0302" * 9, "ĥ" + "\u0302" * 4),
        ("flag \U0001f3f4\U000e0067\U000e007f", "flag \U0001f3f4"),
        ("end \t \nnext", "end\nnext"),
    ],
)
def test_what_a_reader_cannot_see_is_dropped(dirty: str, clean: str) -> None:
    assert clean_text(dirty) == clean


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once
    line = clean_line(text)
    assert clean_line(line) == line
    assert "\n" not in line


def test_plain_text_is_what_thorough_cleaning_leaves_alone() -> None:
    plain = [f"a{character}b \n" for character in map(chr, range(0x10000)) if cleaning._PLAIN.fullmatch(character)]
    assert len(plain) > 20_000
    assert [text for text in plain if clean_text(text) != cleaning._clean_thoroughly(text)] == []


@given(st.text(st.characters(max_codepoint=0x3200)))
def test_short_way_and_thorough_way_clean_alike(text: str) -> None:
    assert clean_text(text) == cleaning._clean_thoroughly(text)
