"""The desk's queue and what opens from it: events, mistakes that readers report, cited pages that changed."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.views import desk, desk_event, desk_reported
from bot.views.desk import Filter, Queue
from bot.views.page import Page, microseconds, parse_moment
from storage.model import ChangedPage, Event, Mistake, PageChange, Report, ReportState, Status
from tests.make import NOW, make_article, make_frame

FRAME = make_frame()
DRAFT = make_article(12, status=Status.DRAFT, published_at=None)
HOUR = timedelta(hours=1)
MISTAKE = Mistake(id=3, number=12, headline="Ferries", chat_id=5, words="It was four.", reported_at=NOW - 3 * HOUR)
CHANGED = ChangedPage(
    number=12, headline="Ferries", report_id=9, outlet="A", url="https://a.example/1", noticed_at=NOW - 2 * HOUR,
    changes=(PageChange("headline", "Four boats", "Five boats"), PageChange("the page", "Four boats", "")),
)  # fmt: skip


def report(number: int, outlet: str, *, minutes: int, copy_of: int | None = None) -> Report:
    return Report(
        id=number, feed_id=1, outlet=outlet, url=f"https://{number}.example", title=f"Report {number}", summary="",
        authors=(), published_at=NOW - timedelta(minutes=minutes), found_at=NOW, language="en", text="T",
        state=ReportState.PLACED, copy_of=copy_of,
    )  # fmt: skip


EVENT = Event(
    id=4, reports=(report(1, "A", minutes=5000), report(2, "B", minutes=300), report(3, "C", minutes=12, copy_of=2))
)


def labels(page: Page) -> list[list[str]]:
    return [[button.label for button in row] for row in page.buttons]


def presses(page: Page) -> list[str]:
    return [button.press or "" for row in page.buttons for button in row]


def test_queue_of_events_says_why_each_ranks() -> None:
    page = desk.queue(FRAME, Queue(filter=Filter.EVENTS, page=2, has_more=True, events=(EVENT,)), now=NOW)
    assert page.text.plain == (
        "Desk\n\n1. Report 1\n2 independent outlets · newest 12 min ago\nFirst: A\n\n" + desk.HOW_TO_DRAFT
    )
    assert labels(page) == [
        ["1"],
        ["◀", "▶"],
        ["• Events", "Drafts", "Pages"],
        ["Scheduled", "Mistakes"],
        ["Published", "Spiked", "Coverage"],
    ]
    assert presses(page)[:3] == ["event:4", "desk:events:1", "desk:events:3"]


def test_queue_of_articles_tells_what_the_gate_blocks_and_when_one_publishes() -> None:
    scheduled = make_article(3, status=Status.SCHEDULED, publish_at=NOW, revision=2)
    found = Queue(filter=Filter.DRAFTS, page=1, has_more=False, articles=(DRAFT, scheduled), blocked=frozenset({12}))
    page = desk.queue(FRAME, found, now=NOW)
    assert page.text.plain.startswith(
        "Desk\n\n1. Ferries go electric\n#12 · draft · the gate blocks it\n\n"
        "2. Ferries go electric\n#3 · scheduled · 23 November 2026, 09:00 · revision 2\n\n"
    )
    empty = desk.queue(FRAME, Queue(filter=Filter.SPIKED, page=1, has_more=False), now=NOW)
    assert "Nothing was spiked." in empty.text.plain


def test_event_lists_who_reports_it_and_leads_to_its_draft() -> None:
    page = desk_event.event_page(EVENT, now=NOW)
    assert page.text.plain == (
        "Report 1\n\n2 independent: A, B\n\nA · 3 days ago\nReport 1\n\nB · 5 h ago\nReport 2\n\n"
        "C · 12 min ago · a copy\nReport 3"
    )
    assert presses(page) == ["draft:4", "merging:4:1", "splitting:4", "desk:events:1"]
    many = replace(EVENT, reports=tuple(report(n, "A", minutes=n) for n in range(23)), article_number=7)
    assert desk_event.event_page(many, now=NOW).text.plain.endswith("and 3 more")
    assert presses(desk_event.event_page(many, now=NOW)) == ["review:7", "merging:4:1", "splitting:4", "desk:events:1"]


def test_events_are_merged_and_split_by_number() -> None:
    other = replace(EVENT, id=5, reports=EVENT.reports[:1], article_number=8)
    page = desk_event.merging_page(EVENT, (EVENT, other), 2, has_more=True, now=NOW)
    assert page.text.plain == (
        "What tells of the same as “Report 1”?\n\n1. Report 1\n3 reports · newest 12 min ago\n\n"
        "2. Report 1\n1 report · newest 3 days ago · #8"
    )
    assert presses(page) == ["merge:4:4", "merge:4:5", "merging:4:1", "merging:4:3", "event:4"]
    alone = desk_event.merging_page(EVENT, (), 1, has_more=False, now=NOW)
    assert (alone.text.plain.endswith("There is no other event."), presses(alone)) == (True, ["event:4"])
    splitting = desk_event.splitting_page(EVENT, now=NOW)
    assert splitting.text.plain.startswith(
        "Which report tells of something else?\n\n1. A · 3 days ago\nReport 1\n\n2. B"
    )
    assert presses(splitting) == ["split:4:1", "split:4:2", "split:4:3", "event:4"]
    assert labels(desk_event.event_page(other, now=NOW))[1] == ["Merge…"]


def test_mistakes_stand_in_the_queue_and_lead_to_their_article() -> None:
    page = desk.queue(FRAME, Queue(filter=Filter.MISTAKES, page=1, has_more=False, mistakes=(MISTAKE,)), now=NOW)
    assert page.text.plain.startswith("Desk\n\n1. #12 Ferries\nIt was four.\n3 h ago\n\n")
    assert presses(page)[0] == "reported:3"
    opened = desk_reported.mistake_page(MISTAKE, now=NOW)
    assert opened.text.plain == "#12 Ferries\n\nA reader, 3 h ago:\n\nIt was four."
    assert presses(opened) == ["review:12", "settled:3", "desk:mistakes:1"]


def test_changed_pages_stand_in_the_queue_with_what_they_say_by_now() -> None:
    page = desk.queue(FRAME, Queue(filter=Filter.PAGES, page=1, has_more=False, changed=(CHANGED,)), now=NOW)
    assert page.text.plain.startswith("Desk\n\n1. #12 Ferries\nA changed: headline, the page\n2 h ago\n\n")
    assert presses(page)[0] == "changed:12:9"
    opened = desk_reported.changed_page(CHANGED, now=NOW)
    assert opened.text.plain == (
        "#12 Ferries\n\nA changed its page, 2 h ago:\n\nthe page\n− Four boats\n+ (gone)\n\n"
        "headline\n− Four boats\n+ Five boats"
    )
    assert presses(opened) == ["review:12", f"seen:12:9:{microseconds(CHANGED.noticed_at)}", "desk:pages:1"]
    assert parse_moment(str(microseconds(CHANGED.noticed_at))) == CHANGED.noticed_at
    with pytest.raises(ValueError, match="9999"):
        parse_moment("9" * 30)
