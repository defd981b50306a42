"""Editing a text place by place: what is typed goes in, or one line says why not and nothing changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import ArticleFileError
from bot.newsroom.changes import Change, list_changes
from bot.newsroom.editing import Field, list_lines, remarked_for, with_field, with_line_moved, without_line, write_field
from storage.model import ArticleText, Bullet, Picture, Source
from tests.make import make_text

TEXT = make_text()


@pytest.mark.parametrize(
    ("field", "typed", "position", "name", "expected"),
    [
        (Field.HEADLINE, " New words\n", 0, "headline", "New words"),
        (Field.CREDIT, "Credited from: A, B", 0, "credit_line", "A, B"),
        (Field.CREDIT, "A: the B", 0, "credit_line", "A: the B"),
        (Field.CREDIT, "-", 0, "credit_line", None),
        (Field.SECTION, "Sport", 0, "section", "Sport"),
        (Field.SECTION, "-", 0, "section", None),
        (Field.LANGUAGE, "pt-BR", 0, "language", "pt-BR"),
        (Field.PICTURE, "https://a.example/p.jpg | Gulls | Ada", 0, "picture",
         Picture(url="https://a.example/p.jpg", caption="Gulls", credit="Ada")),
        (Field.PICTURE, "-", 0, "picture", None),
        (Field.BULLET, "• Ten boats. [2]", 1, "bullets", (Bullet(text="Ten boats.", sources=(2,)), TEXT.bullets[1])),
        (Field.BULLET, "More. [1]", 0, "bullets", (*TEXT.bullets, Bullet(text="More.", sources=(1,)))),
        (Field.PARAGRAPH, "It left. [2]", 1, "body", ("It left. [2]", TEXT.body[1])),
        (Field.SOURCE, "A | T | https://a.example/1", 2, "sources",
         (TEXT.sources[0], Source(outlet="A", title="T", url="https://a.example/1"))),
        (Field.LANGUAGE, "EN", 0, "language", "en"),
        (Field.BULLET, "- One. [1]\n\n• Two.", 2, "bullets",
         (TEXT.bullets[0], Bullet(text="One.", sources=(1,)), Bullet(text="Two."))),
        (Field.SOURCE, "7. B", 0, "sources", (*TEXT.sources, Source(outlet="B"))),
        (Field.SOURCE, "3. B", 0, "sources", (*TEXT.sources, Source(outlet="B"))),
    ],
)  # fmt: skip
def test_typed_words_go_into_their_field_and_nowhere_else(
    field: Field, typed: str, position: int, name: str, expected: object
) -> None:
    changed = with_field(TEXT, field, typed, position=position)
    assert getattr(changed, name) == expected
    others = [each for each in ArticleText.__dataclass_fields__ if each != name]
    assert [getattr(changed, each) for each in others] == [getattr(TEXT, each) for each in others]


@pytest.mark.parametrize(
    ("field", "typed", "position", "problem"),
    [
        (Field.HEADLINE, "  ", 0, "this is empty; expected a headline"),
        (Field.HEADLINE, "-", 0, "this is empty; expected a headline"),
        (Field.HEADLINE, "x" * 301, 0, "this has 301 characters; expected a headline of at most 300"),
        (Field.LANGUAGE, "English", 0, "'English' is no language; expected a code such as en or pt-BR"),
        (Field.BULLET, "[1]", 1, "a bullet without words; expected a key point"),
        (Field.BULLET, "Words. [9]", 1, "[9] points at no source; expected a mark from [1] to [2]"),
        (Field.BULLET, "Words.", 9, "there is no place 9; expected one from 1 to 2"),
        (Field.PICTURE, "p.jpg | Gulls", 0, "'p.jpg' is no picture; expected a photo, or its address"),
        (Field.SOURCE, "A | T | ftp://a", 1, "'ftp://a' is no address; expected http:// or https://"),
    ],
)
def test_what_cannot_be_taken_is_said_in_one_line(field: Field, typed: str, position: int, problem: str) -> None:
    with pytest.raises(ArticleFileError) as error:
        with_field(TEXT, field, typed, position=position)
    assert str(error.value) == problem


def test_lines_typed_for_a_source_move_the_marks_of_those_behind_it() -> None:
    changed = with_field(TEXT, Field.SOURCE, "First | One\nSecond | Two", position=1)
    assert [source.outlet for source in changed.sources] == ["First", "Second", TEXT.sources[1].outlet]
    before = [(bullet.text, bullet.sources) for bullet in TEXT.bullets]
    moved = {1: 1, 2: 3}
    assert [(bullet.text, bullet.sources) for bullet in changed.bullets] == [
        (words, tuple(moved[mark] for mark in marks)) for words, marks in before
    ]


def test_source_that_is_dropped_takes_its_marks_along_and_the_others_count_anew() -> None:
    changed = without_line(TEXT, Field.SOURCE, 1)
    assert changed.sources == (TEXT.sources[1],)
    assert [bullet.sources for bullet in changed.bullets] == [(), (1,)]
    assert changed.body == ("The first boat left at dawn.", "Gulls were heard. [1]")


def test_source_that_moves_takes_its_marks_along() -> None:
    changed = with_line_moved(TEXT, Field.SOURCE, 2, 1)
    assert changed.sources == (TEXT.sources[1], TEXT.sources[0])
    assert [bullet.sources for bullet in changed.bullets] == [(2,), (2, 1)]
    assert changed.body == ("The first boat left at dawn. [2]", "Gulls were heard. [1]")


def test_lines_move_and_go() -> None:
    assert with_line_moved(TEXT, Field.BULLET, 2, 1).bullets == (TEXT.bullets[1], TEXT.bullets[0])
    assert without_line(TEXT, Field.PARAGRAPH, 1).body == (TEXT.body[1],)
    with pytest.raises(ArticleFileError):
        without_line(TEXT, Field.BULLET, 3)
    with pytest.raises(ArticleFileError):
        with_line_moved(TEXT, Field.BULLET, 1, 0)


def test_each_field_is_shown_as_it_is_typed() -> None:
    assert list_lines(TEXT, Field.SOURCE) == (
        "The Harbour Gazette | At the plug | https://harbour.example/plug", "Meridian Wire",
    )  # fmt: skip
    picture = make_text(picture=Picture(url="https://a.example/p.jpg", credit="Ada"))
    assert write_field(picture, Field.PICTURE) == "https://a.example/p.jpg | Ada"
    assert write_field(TEXT, Field.PICTURE) == ""
    assert write_field(TEXT, Field.SECTION) == "World"


@given(st.sampled_from([Field.BULLET, Field.PARAGRAPH]), st.integers(1, 2))
def test_line_typed_as_it_is_shown_changes_nothing(field: Field, position: int) -> None:
    shown = list_lines(TEXT, field)[position - 1]
    assert with_field(TEXT, field, shown, position=position) == TEXT


def test_changes_are_listed_in_the_order_of_the_text() -> None:
    after = make_text(
        "Ferries stay",
        bullets=(TEXT.bullets[1], Bullet(text="New.", sources=())),
        sources=(TEXT.sources[0],),
        language="de",
        picture=Picture(url="https://a.example/p.jpg", caption="Gulls", credit="Ada"),
    )
    assert list_changes(TEXT, after) == (
        Change("headline", "Ferries go electric", "Ferries stay"),
        Change("bullet 1", "Four boats replace nine.[1]", ""),
        Change("bullet 2", "", "New.[]".replace("[]", "")),
        Change("credit line", "The Harbour Gazette, Meridian Wire", "The Harbour Gazette"),
        Change("source 2", "Meridian Wire", ""),
        Change("language", "en", "de"),
        Change("picture", "", "https://a.example/p.jpg"),
        Change("caption", "", "Gulls"),
        Change("photographer", "", "Ada"),
    )
    assert list_changes(TEXT, TEXT) == ()


def test_marks_follow_their_sources_into_another_text() -> None:
    turned = with_line_moved(TEXT, Field.SOURCE, 2, 1)
    assert remarked_for(turned, "One. [1]\nTwo. [2] [9]", before=TEXT.sources) == "One. [2]\nTwo. [1] [9]"
    fewer = without_line(TEXT, Field.SOURCE, 1)
    with pytest.raises(ArticleFileError, match=rf"\[1\] was {TEXT.sources[0].outlet}, and is gone"):
        remarked_for(fewer, "One. [1]", before=TEXT.sources)
