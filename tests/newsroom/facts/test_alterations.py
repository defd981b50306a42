"""The fact gate on sentences that say something else than their source, kind by kind, in eight languages."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.newsroom.facts.evidence import make_evidence
from bot.newsroom.facts.figures import extract_figures
from bot.newsroom.facts.gate import Finding, Kind, check_article, check_sentence
from storage.model import Bullet, Source
from tests.make import make_text

CASES: dict[str, dict[str, Any]] = tomllib.loads(Path(__file__).with_name("alterations.toml").read_text("utf-8"))
BLOCKED = {"figure", "scale", "unit", "sign", "date", "weekday", "month", "moved"}
ALTERED = [
    pytest.param(language, kind, was, now, id=f"{language}-{kind}-{now}")
    for language, case in CASES.items()
    for kind, was, now in case["altered"]
]
DERIVED = "Three in ten homes"  # what nobody but a reader works out


def check(language: str, sentence: str) -> tuple[Finding, ...]:
    return check_sentence(sentence, {1: make_evidence("\n".join(CASES[language]["text"]))})


@pytest.mark.parametrize(("language", "kind", "was", "now"), ALTERED)
def test_altered_sentence_is_found(language: str, kind: str, was: str, now: str) -> None:
    sentence = next(each for each in CASES[language]["text"] if was in each)
    findings = check(language, sentence.replace(was, now))
    assert any(finding.blocks for finding in findings) if kind in BLOCKED else findings


@pytest.mark.parametrize("language", CASES)
def test_sentence_as_it_was_reported_is_borne(language: str) -> None:
    assert [check(language, sentence) for sentence in CASES[language]["text"]] == [()] * len(CASES[language]["text"])


@pytest.mark.parametrize("language", CASES)
def test_other_words_for_the_same_do_not_block(language: str) -> None:
    blocked = [each for each in CASES[language]["paraphrased"] if any(found.blocks for found in check(language, each))]
    assert [each for each in blocked if not each.startswith(DERIVED)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("3億5000万円", [("350000000", "yen")]), ("三十二人", [("32", None)]), ("2025年", [("2025", None)]), ("3千万", [("30000000", None)]),
        ("12月", [("month 12", None)]), ("13月", [("13", None)]), ("一二三", []), ("百分之三十", [("30", "percent")]), ("周日", [("weekday 6", None)]),
        ("3만 5천 명", [("35000", None)]), ("9월 22일 화요일", [("month 9", "day 22"), ("22", "month 9"), ("weekday 1", None)]),
        ("1,234万人", [("12340000", None)]), ("1.5.2万", [("15200", None)]), ("5月6月", [("month 5", None), ("month 6", None)]),
        ("千", []), ("9月，3万人", [("month 9", None), ("30000", None)]), ("5 de de mayo", [("5", None), ("month 5", None)]), ("零下五十度", [("-50", "degree")]), ("2026-09-22", [("2026", None), ("month 9", "day 22"), ("22", "month 9")]), ("22.09.2026", [("22", "month 9"), ("month 9", "day 22"), ("2026", None)]),
        ("mars 3", [("month 3", "day 3"), ("3", "month 3")]), ("Mars has 2 moons", [("2", None)]), ("on 5 to", [("5", None)]),
        ("5 degrees below zero, 7 below", [("-5", "degree"), ("7", None)]), ("a degree below zero", [("0", None)][:0]),
        ("en 2022, 10 km", [("2022", None), ("10", "km")]), ("22 de septiembre", [("22", "month 9"), ("month 9", "day 22")]),
    ],
)  # fmt: skip
def test_figures_of_many_languages(text: str, found: list[tuple[str, str | None]]) -> None:
    assert [(figure.value, figure.unit) for figure in extract_figures(text) if figure.is_sure] == found


def test_token_of_native_digits_stands_as_it_was_written() -> None:
    assert [figure.token for figure in extract_figures("١٢٫٥ مليون")] == ["١٢٫٥ مليون"]


def test_outlets_that_are_credited_are_no_unknown_names() -> None:
    article = make_text(
        bullets=(Bullet(text="The old pier of Marn closed for good.", sources=(1,)),),
        body=("The old pier of Marn closed for good, according to Tallvik Post. [1]",),
        sources=(Source(outlet="Tallvik Post"),),
    )
    verdict = check_article(article, {1: f"{article.headline}\nThe old pier of Marn closed for good."})
    assert (verdict.findings, verdict.is_certain) == ((), True)


def test_figure_in_a_credited_outlets_name_is_none_of_the_storys() -> None:
    article = make_text(
        bullets=(),
        body=("The old pier of Marn closed for good, according to 20 Minutos. [1]",),
        sources=(Source(outlet="20 Minutos"),),
    )
    assert check_article(article, {1: f"{article.headline}\nThe old pier of Marn closed for good."}).findings == ()


def test_turned_sense_and_unknown_names_need_an_editor_but_do_not_block() -> None:
    article = make_text(
        "H", bullets=(Bullet(text="The old pier of Marn will never open again soon.", sources=(1,)),), body=()
    )
    verdict = check_article(article, {1: "The old pier of Marn will open again soon."})
    assert [(each.kind, each.token) for each in verdict.findings] == [(Kind.SENSE, "never")]
    assert (verdict.is_clean, verdict.is_certain) == (True, False)


def test_number_of_many_digits_and_odd_texts_raise_nothing() -> None:
    for text in ("9" * 6000, "9" * 6000 + "%", "(" * 6000, "“" * 3000, "9月" * 2000, "5 km below zero " * 500):
        evidence = make_evidence(text)
        check_sentence(text, {1: evidence})


def test_roundings_and_years_are_no_disagreement() -> None:
    def told(other: str) -> list[str]:
        article = make_text(
            "H", bullets=(Bullet(text="Divers found 5,384 wooden boats in Marn harbour.", sources=(1,)),), body=()
        )
        sources = {
            1: "H. Divers found 5,384 wooden boats in Marn harbour.",
            2: f"Divers found {other} wooden boats in Marn harbour.",
        }
        return [each.detail for each in check_article(article, sources).findings if each.kind is Kind.DISAGREEMENT]

    assert told("8,534 old and") == []  # what they are counted as is another thing
    assert (told("5,400"), told("8,534"), told("5,384")) == ([], ["[2] says 8,534"], [])
