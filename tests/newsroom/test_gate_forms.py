"""Numbers, names and quotations as other countries write them: the gate knows them by what they say."""

import pytest

from bot.newsroom.gate import Kind, check_article
from storage.model import ArticleText, Bullet, Source
from tests.newsroom.test_gate import blocks

NUMBERS = [
    ("12 500 people came", "12,500 people came"),
    ("12\u2009500 people came", "12.500 people came"),
    ("1 234 567,5 tonnes", "1,234,567.5 tonnes"),
    ("1,50,000 voters", "150,000 voters"),
    ("12,34,567.5 rupees", "1,234,567.5 rupees"),
]


@pytest.mark.parametrize(("written", "source"), NUMBERS)
def test_thousands_are_divided_in_many_ways(written: str, source: str) -> None:
    assert (
        blocks(f"In all, {written}.", f"In all, {source}."),
        blocks(f"In all, {source}.", f"In all, {written}."),
    ) == (
        [],
        [],
    )
    assert blocks(f"In all, {written}.", "In all, 77 people came.") != []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("市长说：“我们明天开放大桥”。", "昨天，市长在会上说：“我们明天开放大桥，请放心”。"),
        ("市長は「橋を明日開ける」と述べた。", "記者会見で市長は「橋を明日開ける」と話した。"),
        ("시장은 “다리를 내일 연다”라고 말했다.", "시장은 회견에서 “다리를 내일 연다”고 밝혔다."),
        ("Borgmästaren sade: ”Vi öppnar bron i morgon”.", "”Vi öppnar bron i morgon”, sade borgmästaren."),
        ("»Vi åbner ›broen‹ i morgen«, sagde hun.", "»Vi åbner ›broen‹ i morgen«, sagde borgmesteren."),
    ],
)
def test_quotation_in_any_script_is_found_where_it_was_said_and_blocked_elsewhere(text: str, source: str) -> None:
    assert blocks(text, source) == []
    assert blocks(text, "Nobody said anything.") != []


def warned(text: str, source: str) -> list[str]:
    article = ArticleText(
        headline="The harbour",
        bullets=(Bullet(text=text, sources=(1,)),),
        body=(),
        sources=(Source(outlet="A"),),
    )
    return [
        each.token for each in check_article(article, {1: f"The harbour. {source}"}).findings if each.kind is Kind.NAME
    ]


def test_name_with_a_figure_that_no_source_has_is_warned_of() -> None:
    assert warned("The army sent its F-16 and an A320.", "The army sent its F-35 and an A320.") == ["F-16"]


@pytest.mark.parametrize(
    ("one", "two", "differs"),
    [
        ("100", "102", False),
        ("105", "102", True),
        ("2,000", "1,987", False),
        ("1,900", "1,987", False),
        ("3.2", "3.25", False),
    ],
)
def test_sources_agree_where_the_coarser_number_is_the_finer_one_rounded(one: str, two: str, *, differs: bool) -> None:
    article = ArticleText(
        headline="The harbour",
        bullets=(Bullet(text=f"The flood took {one} houses.", sources=(1, 2)),),
        body=(),
        sources=(Source(outlet="A"), Source(outlet="B")),
    )
    texts = {1: f"The harbour. The flood took {one} houses.", 2: f"The harbour. The flood took {two} houses."}
    verdict = check_article(article, texts)
    assert (Kind.DISAGREEMENT in [each.kind for each in verdict.findings], verdict.is_certain) == (differs, not differs)
