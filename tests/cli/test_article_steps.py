"""`dateline article`: what editors do, for scripts."""

import json
from pathlib import Path

import pytest

from bot.newsroom.posts.posttext import write_strict
from tests.cli.conftest import Dateline
from tests.make import make_text


@pytest.fixture
def published(dateline: Dateline) -> Dateline:
    """The command line with one published article."""
    _write(dateline.folder / "one.txt", "One")
    dateline("article", "import", "one.txt", "--publish")
    return dateline


def _write(path: Path, headline: str) -> None:
    path.write_text(write_strict(make_text(headline)), "utf-8")


def test_correction_makes_a_revision_with_a_note_and_stands_in_the_history(published: Dateline) -> None:
    _write(published.folder / "two.txt", "Two")
    correcting = ("article", "correct", "1", "two.txt", "--note", "Two, not one.")
    assert published(*correcting).endswith("Two  (revision 2)\n")
    assert "says exactly this already" in published(*correcting, code=1)
    *_, last = json.loads(published("article", "show", "1", "--history", "--json"))
    assert {key: last[key] for key in ("actor", "action", "revision", "label", "reason", "changes")} == {
        "actor": "command line",
        "action": "revise",
        "revision": 2,
        "label": "correction",
        "reason": "Two, not one.",
        "changes": [{"place": "headline", "before": "One", "after": "Two"}],
    }
    shown = published("article", "show", "1", "--history")
    assert shown.endswith(
        "command line  revise (correction), revision 2: Two, not one.\n    headline\n      - One\n      + Two\n"
    )


def test_second_of_two_who_correct_one_revision_is_told(published: Dateline) -> None:
    for name, code in (("Two", 0), ("Three", 1)):
        _write(published.folder / "new.txt", name)
        said = published("article", "correct", "1", "new.txt", "--note", "x", "--revision", "1", code=code)
    assert "article 1 is at revision 2 by now, not 1; look at it again" in said


@pytest.mark.parametrize(
    ("arguments", "code", "problem"),
    [
        (("withdraw", "1", "--reason", ""), 2, "say why, in words"),
        (("correct", "1", "one.txt", "--note", " "), 2, "say why, in words"),
        (("correct", "1", "one.txt", "--note", "x", "--label", "withdrawal"), 2, "article withdraw"),
        (("correct", "1", "none.txt", "--note", "x"), 1, "none.txt: No such file or directory"),
        (("schedule", "1", "--at", "soon"), 1, "expected a day and a time like 2026-11-24 08:00"),
        (("schedule", "1", "--at", "2020-01-01 08:00"), 1, "2020-01-01 08:00 UTC is over"),
        (("spike", "1"), 1, "article 1 is published"),
    ],
)
def test_bad_input_is_told_and_changes_nothing(
    published: Dateline, arguments: tuple[str, ...], code: int, problem: str
) -> None:
    before = published("article", "show", "1", "--history", "--json")
    assert problem in " ".join(published("article", *arguments, code=code).split())
    assert published("article", "show", "1", "--history", "--json") == before


def test_draft_is_scheduled_spiked_and_revived(dateline: Dateline) -> None:
    _write(dateline.folder / "one.txt", "One")
    dateline("article", "import", "one.txt")
    assert "scheduled" in dateline("article", "schedule", "1", "--at", "2099-01-01 08:00")
    assert "draft" in dateline("article", "unschedule", "1")
    assert "spiked" in dateline("article", "spike", "1", "--reason", "old news")
    assert json.loads(dateline("article", "revive", "1", "--json"))["creativeWorkStatus"] == "draft"
    steps = json.loads(dateline("article", "show", "1", "--history", "--json"))
    assert [(step["action"], step["reason"]) for step in steps] == [
        ("add", None), ("schedule", None), ("unschedule", None), ("spike", "old news"), ("revive", None),
    ]  # fmt: skip


def test_json_of_a_withdrawn_article_says_so(published: Dateline) -> None:
    withdrawn = json.loads(published("article", "withdraw", "1", "--reason", "It was not true.", "--json"))
    assert (withdrawn["creativeWorkStatus"], withdrawn["correction"]) == ("withdrawn", "It was not true.")
