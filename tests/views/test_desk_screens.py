"""The desk's screens, word by word."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.newsroom.changes import Change
from bot.newsroom.editing import Field
from bot.views import desk, desk_article, desk_changes, desk_incoming
from bot.views.desk_article import Work
from bot.views.desk_coverage import coverage
from bot.views.page import Page
from bot.views.story import as_seen, preview
from storage.model import (
    Action,
    Asked,
    Check,
    Feed,
    Label,
    Neighbours,
    Progress,
    Proof,
    Recorded,
    Status,
    Vote,
)
from tests.make import NOW, make_article, make_frame, make_text

FRAME = make_frame()
DRAFT = make_article(12, status=Status.DRAFT, published_at=None)
WORK = Work(article=DRAFT, text=DRAFT.text, version=1)
BLOCKS = Check(kind="figure", place="bullet 1", token="12", sources=(1, 2), detail="", blocks=True)
WARNS = replace(BLOCKS, kind="name", token="Ada", sources=(), blocks=False)


def labels(page: Page) -> list[list[str]]:
    return [[button.label for button in row] for row in page.buttons]


def presses(page: Page) -> list[str]:
    return [button.press or "" for row in page.buttons for button in row]


def test_editors_are_listed_and_can_be_removed_but_for_the_owner() -> None:
    page = desk.editors_page(((1, True), (5, False)))
    assert page.text.plain.startswith("Editors\n\n1 · owner\n5\n\n")
    assert presses(page) == ["unname:5"]


def test_panel_of_a_draft_offers_every_field_and_step() -> None:
    voted = desk_article.panel(FRAME, WORK, (), votes={Vote.UP: 1204})
    assert voted.text.plain.endswith("\n👍 1,204 · 👎 0")
    page = desk_article.panel(FRAME, WORK, (BLOCKS, WARNS), said="A draft.")
    assert page.text.plain == (
        "A draft.\n#12 · draft · revision 1\n"
        "✗ blocks: figure “12” in bullet 1: not in [1][2]\n! warns: name “Ada” in bullet 1: no source says it"
    )
    assert labels(page) == [
        ["Headline", "Bullets", "Story"], ["Credit", "Sources", "Picture"], ["Section", "Language", "☆ Priority"],
        ["Publish…", "Later…", "Spike"], ["Briefing", "History", "Series…"], ["◀ Desk"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("status", "steps", "last"),
    [
        (Status.PUBLISHED, [["Correct", "Withdraw…"]], ["Series…"]),
        (Status.SPIKED, [["Revive"]], []),
        (Status.SCHEDULED, [["Unschedule"]], ["Series…"]),
        (Status.WITHDRAWN, [], []),
    ],
)
def test_panel_offers_the_steps_of_each_status(status: Status, steps: list[list[str]], last: list[str]) -> None:
    article = make_article(12, status=status, publish_at=NOW, priority=1, earlier=11)
    page = desk_article.panel(FRAME, Work(article=article, text=article.text, version=1), None)
    assert [row for row in labels(page) if row[0] not in ("Headline", "Credit", "Section")] == [
        *steps, ["Briefing", "History", *last], ["◀ Desk"],
    ]  # fmt: skip
    assert (
        "continues #11\npriority 1\nThe gate could not check it: none of the pages it cites is here." in page.text.plain
    )
    assert ("publishes 23 November" in page.text.plain) == (status is Status.SCHEDULED)


@pytest.mark.parametrize(
    ("status", "part"),
    [
        (Status.DRAFT, "drafts"),
        (Status.IN_REVIEW, "drafts"),
        (Status.SCHEDULED, "scheduled"),
        (Status.PUBLISHED, "published"),
        (Status.WITHDRAWN, "published"),
        (Status.SPIKED, "spiked"),
    ],
)
def test_way_back_leads_to_the_part_of_the_desk_where_the_article_stands(status: Status, part: str) -> None:
    article = make_article(12, status=status)
    page = desk_article.panel(FRAME, Work(article=article, text=article.text, version=1), None, event_id=7)
    assert presses(page)[-2:] == [f"desk:{part}:1", "event:7"]


def test_panel_of_a_correction_in_the_making_saves_or_discards() -> None:
    work = Work(article=make_article(12), text=make_text("New"), version=3, is_proof=True)
    page = desk_article.panel(FRAME, work, ())
    assert page.text.plain == (
        "#12 · correction in the making, not saved yet · revision 1\n✓ The gate found nothing to object to."
    )
    assert labels(page)[2:4] == [["Section", "Language"], ["Save…", "Discard"]]


def test_many_findings_are_counted() -> None:
    assert desk_article.findings((BLOCKS,) * 14).plain.endswith("\nand 2 more")


def test_lists_are_edited_line_by_line() -> None:
    page = desk_article.lines_page(WORK, Field.BULLET, ("One. [1]", "Two."))
    assert page.text.plain == "Bullets of #12\n\n1. One. [1]\n\n2. Two."
    assert labels(page) == [["✎ 1", "✕ 1"], ["✎ 2", "▲ 2", "✕ 2"], ["+ Add", "◀ #12"]]
    assert desk_article.lines_page(WORK, Field.SOURCE, ()).text.plain == "Sources of #12\n\n(none)"


def test_long_lists_have_pages_of_a_dozen_lines() -> None:
    lines = [f"Line {number}." for number in range(1, 27)]
    page = desk_article.lines_page(WORK, Field.PARAGRAPH, lines, page=desk_article.page_of(13))
    assert labels(page)[0] == ["✎ 13", "▲ 13", "✕ 13"]
    assert labels(page)[-2:] == [["◀", "2 of 3", "▶"], ["+ Add", "◀ #12"]]
    last = desk_article.lines_page(WORK, Field.PARAGRAPH, lines, page=99)
    assert last.text.plain == "Story of #12\n\n25. Line 25.\n\n26. Line 26."


def test_questions_show_what_stands_there_now() -> None:
    assert desk_article.question(Field.SECTION, 12, 0, "World").text.plain == (
        "Send the new section of #12.\n\nIts name; - for none.\n\nNow it says:\n\nWorld"
    )
    assert desk_article.question(Field.BULLET, 12, 0, "").text.plain.startswith("Send a bullet for #12.\n\n")
    assert desk_article.question(Field.SOURCE, 12, 2, "A").text.plain.startswith("Send the new source 2 of #12.")
    assert labels(desk_article.asks("Why?")) == [["Cancel"]]
    assert desk_article.refused("No.", "x").text.plain == "No.\n\nSend it again, changed.\n\nYou typed:\n\nx"
    assert desk_article.refused("No.", "").text.plain == "No.\n\nSend it again, changed."


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (Status.PUBLISHED, "#12 is published; /correct 12 changes it."),
        (Status.WITHDRAWN, "#12 is withdrawn; nothing of it is changed any more."),
        (Status.SPIKED, "#12 is spiked; revive it first."),
        (Status.SCHEDULED, "#12 is scheduled; unschedule it first."),
        (Status.DRAFT, "#12 has moved on; open it again."),
    ],
)
def test_what_takes_no_change_says_why(status: Status, sentence: str) -> None:
    assert desk_article.state_sentence(replace(make_article(12), status=status)) == sentence


def test_words_that_nothing_is_done_with_can_be_copied() -> None:
    assert desk_article.dropped("It is over.", "Mine").text.plain == "It is over.\n\nYours:\n\nMine"
    assert desk_article.dropped("It is over.", "").text.plain == "It is over."
    gone = desk_article.line_is_gone(Asked(what="bullet", number=12, revision=1, position=2, typed="Mine"), 3)
    assert gone.text.plain.startswith("That bullet of #12 is not there any more as it was. Add yours as a new one?")
    assert presses(gone) == ["mine:12:3", "review:12"]


def test_conflict_shows_what_the_other_one_changed_and_ones_own_words() -> None:
    changes = (Change("headline", "A", ""),)
    asked = Asked(what="headline", number=12, revision=1, typed="Mine")
    page = desk_changes.conflict(asked, make_article(12, revision=2), changes)
    assert page.text.plain == (
        "Somebody changed #12 meanwhile; it is at revision 2 now.\n\nYours:\n\nMine\n\nheadline\n− A\n+ (nothing)"
    )
    many = desk_changes.conflict(
        asked, make_article(12), tuple(Change("bullet", "A" * 290, "B" * 290) for _ in range(9))
    )
    assert ("Yours:\n\nMine" in many.text.plain, many.text.plain.endswith("… and more.")) == (True, True)
    assert many.text.utf16_length <= 4096
    assert presses(page) == ["mine:12:2", "review:12"]
    assert presses(desk_changes.conflict(None, make_article(12), changes)) == ["review:12"]


def test_labels_show_all_that_a_correction_changes() -> None:
    work = Work(article=make_article(12), text=make_text("New"), version=3, is_proof=True)
    changes = (Change("headline", "Ferries go electric", "New"),)
    page = desk_changes.labels_page(work, changes, ())
    assert page.text.plain == "What kind of change is this to #12?\n\nheadline\n− Ferries go electric\n+ New"
    assert presses(page) == ["label:correction:12:3", "label:update:12:3", "label:refile:12:3", "review:12"]
    blocked = desk_changes.labels_page(work, changes, (BLOCKS,))
    assert blocked.text.plain.startswith("The gate blocks this change of #12\n\n✗ blocks: ")
    assert presses(blocked) == ["despite:12:3", "review:12"]
    overridden = desk_changes.labels_page(replace(work, override="read it"), changes, (BLOCKS,))
    assert presses(overridden) == presses(page)


def test_whoever_is_overtaken_reads_what_their_proof_changes_by_now() -> None:
    proof, article = Proof(number=12, revision=2, version=3, text=make_text("Mine")), make_article(12, revision=2)
    page = desk_changes.overtaken(article, proof, ("headline",), note="It was wrong.")
    assert page.text.plain == (
        "Somebody corrected #12 meanwhile; theirs is in your proof now. Both of you changed this, and yours stands in "
        "it: headline. Saved now, it would change this:\n\nYour note was: It was wrong.\n\n"
        "headline\n− Ferries go electric\n+ Mine"
    )
    same = desk_changes.overtaken(article, replace(proof, text=article.text), ())
    assert same.text.plain.endswith("Saved now, it would change this:\n\nNothing any more.")


@pytest.mark.parametrize(
    ("label", "progress", "line"),
    [
        (Label.CORRECTION, Progress(), "#12: corrected …"),
        (Label.CORRECTION, Progress(is_over=True), "#12: corrected; no message showed it."),
        (Label.CORRECTION, Progress(waiting=3), "#12: 0 of 3 messages corrected …"),
        (Label.CORRECTION, Progress(corrected=1204, gone=6, out_of_reach=3, is_over=True),
         "#12: 1,204 of 1,210 messages corrected; 6 gone; 3 out of reach."),
        (Label.WITHDRAWAL, Progress(corrected=2, is_over=True), "#12: 2 of 2 messages withdrawn."),
    ],
)  # fmt: skip
def test_progress_is_one_line(label: Label, progress: Progress, line: str) -> None:
    assert desk_changes.progress_line(12, label, progress) == line
    assert desk_article.said(line).text.plain == line


def test_history_is_read_from_the_last_step_back() -> None:
    steps = (
        Recorded(at=NOW, actor="7", action=Action.PUBLISH, number=12, revision=1, override="read it", checks=(BLOCKS,)),
        Recorded(at=NOW, actor="7", action=Action.REVISE, number=12, revision=2, reason="ten", label=Label.CORRECTION),
    )
    assert desk_changes.history_page(FRAME, 12, steps).text.plain == (
        "History of #12\n\n23 November 2026, 09:00 · 7 · revise (correction) · revision 2\nten\n\n"
        "23 November 2026, 09:00 · 7 · publish · revision 1\nin spite of 1 finding: read it"
    )


def test_links_tell_what_became_of_each() -> None:
    class Failed:
        url, reason = "https://a.example/1", "HTTP 404"

    assert desk_incoming.reading(1, 3).text.plain == "Reading: 1 of 3 …"
    page = desk_incoming.drafted({4: True, 5: False}, 3, (Failed(),))
    assert (
        page.text.plain == "2 of 3 links read. One draft was made. Here already: #5.\n\n✗ https://a.example/1: HTTP 404"
    )
    assert presses(page) == ["review:4", "review:5"]
    none = desk_incoming.drafted({}, 12, (Failed(),) * 12)
    assert none.text.plain.startswith("0 of 12 links read. No draft was made.\n\n")
    assert (none.text.plain.endswith("and 2 more"), none.buttons) == (True, ())


def test_words_to_a_question_of_an_earlier_correction_stay_at_hand() -> None:
    page = desk_changes.stale_proof(WORK, Asked(what="headline", number=12, revision=1, typed="Mine"))
    assert page.text.plain == "Your correction of #12 has moved on since this was asked.\n\nYours:\n\nMine"
    assert presses(page) == ["mine:12:1", "review:12"]


def test_coverage_names_what_may_be_missing_and_why() -> None:
    day = timedelta(days=1)
    feeds = [
        Feed(id=1, url="u1", outlet="Silent", section="World", fine_at=NOW),
        Feed(id=2, url="u2", outlet="Dead", section="World", failures=9, fine_at=NOW - 2 * day, error="HTTP 500"),
        Feed(id=3, url="u3", outlet="New", failures=1),
        Feed(id=4, url="u4", outlet="Fine", section="Sport", fine_at=NOW),
        *(Feed(id=n, url=f"u{n}", outlet=f"Dead {n}", failures=9) for n in range(10, 20)),
    ]
    newest = {1: NOW - 5 * day, 2: NOW - 5 * day, 4: NOW}
    page = coverage(feeds, newest, {"HTTP 404": 2, "no text": 7}, now=NOW)
    assert page.text.plain.startswith(
        "Coverage\n\nSections whose feeds are mostly dead\nWorld: 1 of 2 feeds\n\n"
        "Feeds that do not answer\nDead: HTTP 500\nNew: no answer yet\n"
    )
    assert page.text.plain.endswith(
        "and 2 more\n\nFeeds that answer and bring nothing\nSilent: nothing for 5 days\n\n"
        "Reports dropped in three days\n7 × no text\n2 × HTTP 404"
    )
    assert coverage([], {}, {}, now=NOW).text.plain.endswith("There are no feeds yet: dateline feed add.")
    assert coverage(feeds[3:4], {}, {}, now=NOW).text.plain.endswith("Every feed answers and brings reports.")


def test_preview_is_what_readers_will_see_without_their_buttons() -> None:
    seen = as_seen(DRAFT, make_text("New"), now=NOW)
    page = preview(FRAME, seen, Neighbours(older=None, newer=None))
    assert page.text.plain.startswith("New\nCredited from: The Harbour Gazette, Meridian Wire\n")
    assert (page.buttons, page.articles, page.shows) == ((), (), None)
