"""How text becomes words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage import words
from storage.words import (
    Span,
    fold,
    index_text,
    is_match,
    iter_words,
    query_phrases,
    section_slug,
    squash,
    word_spans,
)


@pytest.mark.parametrize(
    ("text", "indexed"),
    [
        ("Перу́ and PERÚ", "перу and peru"),
        ("Łódź, Ærø & Straße", "lodz aero strasse"),
        ("北京2008年", "北 京 2008 年"),
        ("الكِتاب", "الكتاب"),
        ("don't e-mail", "don t e mail"),
    ],
)
def test_text_is_indexed_by_folded_words(text: str, indexed: str) -> None:
    assert index_text(text) == indexed


def test_query_becomes_phrases_without_operators() -> None:
    assert query_phrases('NOT "a* OR (北京 NEAR') == (("not",), ("a",), ("or",), ("北", "京"), ("near",))
    assert len(query_phrases("a " * 50)) == 8
    assert query_phrases("x" * 500) == (("x" * 64,),)
    assert query_phrases("*()") == ()


def test_match_is_found_in_the_text_as_it_is_shown() -> None:
    spans = word_spans("Café Москва́ 北京")
    assert spans == (Span(0, 4, "cafe"), Span(5, 12, "москва"), Span(13, 14, "北"), Span(14, 15, "京"))
    assert [is_match(span, query_phrases("моск")) for span in spans] == [False, True, False, False]
    assert [is_match(span, query_phrases("北京")) for span in spans] == [False, False, True, True]
    assert not is_match(spans[0], ())
    assert not is_match(spans[0], query_phrases("ca"))


def test_names_are_squashed_and_sections_slugged() -> None:
    assert {squash(name) for name in ("TRT Global", "trtglobal", "T.R.T.-GLOBAL")} == {"trtglobal"}
    assert section_slug("Science & Space") == "science_space"
    assert section_slug("!!!") == "section"
    assert section_slug("Наука, технологии, окружающая среда") == "наука_технологии_окру"


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert list(iter_words(index_text(text))) == list(iter_words(text))


@given(st.text(st.characters(max_codepoint=0x2200)))
def test_words_in_latin_letters_are_found_as_all_others_are(text: str) -> None:
    assert list(iter_words(text)) == words._WORD.findall(fold(text))
