"""Formatted text, markup, and cutting it into messages."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from bot.newsroom.text.cleaning import clean_text
from bot.newsroom.text.markup import escape_markup
from bot.views.markup import bullet_text, paragraph_text, plain_paragraph
from bot.views.splitter import Budget, Piece, pack, shorten, split
from bot.views.text import (
    Entity,
    Style,
    Text,
    bold,
    is_linkable,
    italic,
    join,
    link,
    local_date,
    quotation,
    utf16_length,
)
from storage.model import Bullet, Source
from tests.make import NOW

SOURCES = (Source(outlet="A", url="https://a.example/x"), Source(outlet="B"))


def test_pieces_keep_their_entities_in_place() -> None:
    text = "x" + bold("ab" + italic("c")) + "-" + link("d", "https://d.example")

    assert text == Text(
        "xabc-d",
        (
            Entity(Style.BOLD, 1, 4),
            Entity(Style.ITALIC, 3, 4),
            Entity(Style.LINK, 5, 6, "https://d.example"),
        ),
    )
    assert text[2:4] == Text("bc", (Entity(Style.BOLD, 0, 2), Entity(Style.ITALIC, 1, 2)))


def test_strip_moves_the_entities() -> None:
    assert (" \n" + bold("a ")).strip() == Text("a", (Entity(Style.BOLD, 0, 1),))
    assert Text("  ").strip() == Text("")


def test_nothing_is_styled_where_nothing_stands() -> None:
    assert (bold(""), join(", ", ["", "a", Text(), italic("b")])) == (
        Text(),
        Text("a, b", (Entity(Style.ITALIC, 3, 4),)),
    )


def test_date_and_quotation_are_entities() -> None:
    assert local_date("now", NOW).entities == (Entity(Style.DATE, 0, 3, moment=NOW),)
    assert quotation("q").entities == (Entity(Style.QUOTE, 0, 1),)


@pytest.mark.parametrize(
    ("url", "is_good"),
    [
        ("https://example.org/a?b=c#d", True),
        ("http://127.0.0.1:8080/x", True),
        ("https://müller.example", True),
        ("javascript:alert(1)", False),
        ("https://localhost/x", False),
        ("https://exa mple.org", False),
        ("https://example.org/a b", False),
        ("https://exam<ple.org", False),
        ("https://[::1/x", False),
        ("https://example.org:port/", False),
        ("ftp://example.org", False),
        ("example.org", False),
    ],
)
def test_only_addresses_that_telegram_takes_are_linked(url: str, is_good: bool) -> None:  # noqa: FBT001
    assert is_linkable(url) is is_good
    assert bool(link("x", url).entities) is is_good


def test_paragraph_has_emphasis_links_and_linked_marks() -> None:
    text = paragraph_text("A **b *c*** [d](https://d.example) \\[1] [1][2] [9]", SOURCES)

    assert text == Text(
        "A b c d [1] [1][2] [9]",
        (
            Entity(Style.BOLD, 2, 5),
            Entity(Style.ITALIC, 4, 5),
            Entity(Style.LINK, 6, 7, "https://d.example"),
            Entity(Style.LINK, 12, 15, "https://a.example/x"),
        ),
    )


def test_quotation_is_a_paragraph_that_starts_like_one() -> None:
    assert paragraph_text("> So *quiet*.", ()) == Text(
        "So quiet.", (Entity(Style.QUOTE, 0, 9), Entity(Style.ITALIC, 3, 8))
    )


def test_bullet_carries_its_marks() -> None:
    assert bullet_text(Bullet(text="*b*", sources=(1,)), SOURCES) == Text(
        "• *b* [1]", (Entity(Style.LINK, 6, 9, "https://a.example/x"),)
    )


def test_plain_paragraph_has_words_alone() -> None:
    assert plain_paragraph("A **b** [1] [d](https://d.example)") == "A b d"


@given(st.text())
def test_escaped_text_reads_as_itself(raw: str) -> None:
    line = " ".join(clean_text(raw).split())
    assert paragraph_text(escape_markup(line), SOURCES) == Text(line)


def test_blocks_are_packed_into_as_few_messages_as_needed() -> None:
    budget = Budget(utf16=10)
    assert split([Text("aaaa"), Text("bbbb"), Text("cccc")], budget=budget) == (Text("aaaa\n\nbbbb"), Text("cccc"))
    assert pack([Text("aaaa bbbb cccc"), Text("d")], budget=budget) == (
        (Piece(0, Text("aaaa bbbb")),),
        (Piece(0, Text("cccc")), Piece(1, Text("d"))),
    )


@pytest.mark.parametrize(
    ("block", "parts"),
    [
        ("One line.\nTwo is longer.", ("One line.", "Two is longer.")),
        ("One is it. Two is longer", ("One is it.", "Two is longer")),
        ("abcdefghijklmnopqrstuvwxyz", ("abcdefghijklmno", "pqrstuvwxyz")),
        ("ab 👩‍👩‍👧‍👦👩‍👩‍👧‍👦", ("ab 👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦")),
    ],
)
def test_large_block_is_cut_at_the_best_place(block: str, parts: tuple[str, ...]) -> None:
    assert tuple(part.plain for part in split([Text(block)], budget=Budget(utf16=15))) == parts


def test_cluster_larger_than_a_message_is_cut_anyway() -> None:
    assert split([Text("a" + "\u0301" * 9)], budget=Budget(utf16=4))[0] == Text("a" + "\u0301" * 3)


def test_entities_and_addresses_count_too() -> None:
    many = join(" ", [bold("x")] * 250)
    assert [len(part.entities) for part in split([many])] == [100, 100, 50]
    heavy = join(" ", [link("x", "https://a.example/" + "y" * 982)] * 20)
    assert [len(part.entities) for part in split([heavy])] == [9, 9, 2]


texts = st.text(alphabet=st.one_of(st.characters(codec="utf-8"), st.sampled_from("ab .\n👍🏽🇩🇪é")), max_size=80)


@given(st.lists(st.tuples(texts, st.booleans()), max_size=8), st.integers(8, 40))
def test_split_loses_nothing_and_breaks_nothing(parts: list[tuple[str, bool]], utf16: int) -> None:
    budget = Budget(utf16=utf16, entities=3, payload_bytes=60)
    block = join(" ", [bold(text) if is_bold else Text(text) for text, is_bold in parts])

    pieces = split([block], budget=budget)

    assert all(budget.holds(piece) and piece == piece.strip() for piece in pieces)
    assert all(0 <= each.start < each.end <= len(piece.plain) for piece in pieces for each in piece.entities)
    assert "".join("".join(piece.plain.split()) for piece in pieces) == "".join(block.plain.split())
    clusters = regex.findall(r"\X", block.plain)
    if all(utf16_length(cluster) <= utf16 for cluster in clusters):
        found = [cluster for piece in pieces for cluster in regex.findall(r"\X", piece.plain) if cluster.strip()]
        assert [cluster.strip() for cluster in found] == [each.strip() for each in clusters if each.strip()]


def test_shorten_ends_at_a_word() -> None:
    assert (shorten("short", 10), shorten("a longer line, than fits", 16)) == ("short", "a longer line…")
