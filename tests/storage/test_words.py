"""How text becomes words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage import words
from storage.words import (
    Phrase,
    Query,
    Span,
    as_phrase,
    fold,
    index_text,
    is_match,
    iter_words,
    read_query,
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
        ("कि की का", "कि की का"),
        ("ที่ดี", "ที่ ดี"),
        ("がか", "が か"),
        ("한국은", "한국은"),
        ("می‌شود و میشود", "ميشود و ميشود"),
        ("soft\u00adhyphen and\u200bzero", "softhyphen andzero"),
    ],
)
def test_text_is_indexed_by_folded_words(text: str, indexed: str) -> None:
    assert index_text(text) == indexed


def phrases(typed: str) -> list[tuple[str, ...]]:
    return [phrase.words for phrase in read_query(typed).phrases]


def test_query_becomes_phrases_without_operators() -> None:
    assert phrases('NOT "a* OR (北京 NEAR') == [("a",), ("北", "京"), ("near",)]
    assert len(phrases("a " * 50)) == 8
    assert phrases("x" * 500) == [("x" * 64,)]
    assert phrases("*()") == phrases("\u093f") == []


def test_last_word_may_be_begun_and_a_korean_noun_has_particles_behind_it() -> None:
    assert read_query("sea gull") == Query((Phrase(("sea",)), Phrase(("gull",), is_begun=True)))
    assert read_query("서울 시장 a") == Query(
        (Phrase(("서울",), is_begun=True), Phrase(("시장",), is_begun=True), Phrase(("a",)))
    )
    assert (as_phrase("서울"), as_phrase("!")) == (Phrase(("서울",), is_begun=True), None)


def test_words_behind_a_minus_are_not_wanted() -> None:
    assert read_query("gate -tide e-mail — x") == Query(
        (Phrase(("gate",)), Phrase(("e",)), Phrase(("mail",)), Phrase(("x",))), (Phrase(("tide",)),)
    )
    assert read_query("-tide") == Query((), (Phrase(("tide",)),))


def test_what_cannot_be_seen_does_not_count() -> None:
    assert read_query("har\u200bbour\ufeff \u2068-tide\u2069") == read_query("harbour -tide")


def test_match_is_found_in_the_text_as_it_is_shown() -> None:
    spans = word_spans("Café Москва́ 北京")
    assert spans == (Span(0, 4, "cafe"), Span(5, 12, "москва"), Span(13, 14, "北"), Span(14, 15, "京"))
    assert [is_match(span, read_query("моск")) for span in spans] == [False, True, False, False]
    assert [is_match(span, read_query("北京")) for span in spans] == [False, False, True, True]
    assert not is_match(spans[0], Query(()))
    assert not is_match(spans[0], read_query("ca"))
    assert [is_match(span, read_query("서울")) for span in word_spans("서울에서 부산")] == [True, False]


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


def test_operators_of_other_searches_are_no_words() -> None:
    assert read_query("tiger AND woods").phrases == read_query("tiger woods").phrases
    assert read_query("tiger OR woods NOT").phrases[0] == Phrase(("tiger",))
    assert read_query("and").phrases == (Phrase(("and",), is_begun=True),)
    assert read_query("NOT").phrases == (Phrase(("not",), is_begun=True),)


def test_apostrophes_of_every_keyboard_are_one() -> None:
    assert list(iter_words("пʼять")) == list(iter_words("п'ять")) == list(iter_words("п’ять")) == ["п", "ять"]
