"""Feeds, reports and events in storage, on both engines."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.publishing import Publishing
from storage.errors import NotFound
from storage.lock import Leadership
from storage.model import Action, Check, Feed, FoundReport, NewFeed, Polled, ReportState, Status
from storage.store import Storage, open_storage
from tests.make import NOW, make_text

INTERVAL = timedelta(minutes=15)
LEASE = timedelta(minutes=5)
CHECK = Check(kind="figure", place="bullet 1", token="12", sources=(1, 2), detail="", blocks=True)


async def add_feed(storage: Storage, url: str = "https://a.example/rss", outlet: str = "Gazette") -> Feed:
    await storage.feeds.add([NewFeed(url=url, outlet=outlet, section="World")], interval=INTERVAL, now=NOW)
    return next(feed for feed in await storage.feeds.list() if feed.url == url)


def found(feed: Feed, number: int, **changes: object) -> FoundReport:
    report = FoundReport(
        feed_id=feed.id, outlet=feed.outlet, key=f"k{number}", url=f"https://a.example/{number}",
        url_key=f"a.example/{number}", title=f"Title {number}", summary="S", authors=("Ida",), published_at=NOW,
    )  # fmt: skip
    return replace(report, **changes)  # type: ignore[arg-type]


async def read(storage: Storage, *reports: FoundReport) -> list[int]:
    """Store reports, and read them all."""
    await storage.reports.add(reports, section="World", now=NOW)
    ids = []
    for report in await storage.reports.claim_found(NOW, limit=50, lease=LEASE):
        done = replace(report, text=f"Text of {report.title}", language="en")
        await storage.reports.save_text(done, url_key=report.url.removeprefix("https://"))
        ids.append(report.id)
    return sorted(ids)


async def test_feed_is_added_once_polled_when_due_and_removed(storage: Storage) -> None:
    feed = await add_feed(storage)
    assert await storage.feeds.add([NewFeed(url=feed.url, outlet="Other")], interval=INTERVAL, now=NOW) == 0
    assert [each.url for each in await storage.feeds.claim_due(NOW, limit=5, lease=LEASE)] == [feed.url]
    assert await storage.feeds.claim_due(NOW, limit=5, lease=LEASE) == ()
    await storage.feeds.record(
        Polled(feed_id=feed.id, at=NOW, next_poll_at=NOW + INTERVAL, interval_seconds=900, etag='"x"', title="T")
    )
    (polled,) = await storage.feeds.list()
    assert polled == replace(
        feed, polled_at=NOW, fine_at=NOW, next_poll_at=NOW + INTERVAL, etag='"x"', title="T", failures=0
    )
    await storage.feeds.remove(feed.url)
    with pytest.raises(NotFound):
        await storage.feeds.remove(feed.url)
    with pytest.raises(NotFound):
        await storage.feeds.make_due(NOW, feed.url)


async def test_failures_are_counted_and_forgotten_when_it_is_fine(storage: Storage) -> None:
    feed = await add_feed(storage)
    failed = Polled(feed_id=feed.id, at=NOW, next_poll_at=NOW, interval_seconds=900, error="HTTP 500")
    await storage.feeds.record(failed)
    await storage.feeds.record(failed)
    assert [(each.failures, each.error) for each in await storage.feeds.list()] == [(2, "HTTP 500")]
    assert await storage.feeds.count() == {"feeds": 1, "failing": 1}
    await storage.feeds.record(replace(failed, error=None))
    assert [(each.failures, each.error) for each in await storage.feeds.list()] == [(0, None)]


async def test_two_pollers_never_claim_the_same_feed(storage: Storage) -> None:
    for number in range(12):
        await add_feed(storage, f"https://a.example/{number}")
    claimed = await asyncio.gather(*(storage.feeds.claim_due(NOW, limit=4, lease=LEASE) for _ in range(4)))
    urls = [feed.url for feeds in claimed for feed in feeds]
    assert len(urls) == len(set(urls))


async def test_report_is_stored_once_and_an_edited_headline_is_a_version(storage: Storage) -> None:
    feed = await add_feed(storage)
    assert await storage.reports.add([found(feed, 1), found(feed, 2)], section=None, now=NOW) == 2
    assert await storage.reports.add([found(feed, 1), found(feed, 2)], section=None, now=NOW) == 0
    moved = found(feed, 1, url="https://a.example/one", url_key="a.example/one", title="Edited")
    assert await storage.reports.add([moved], section=None, now=NOW) == 0
    claimed = await storage.reports.claim_found(NOW, limit=5, lease=LEASE)
    assert [(report.title, report.version) for report in claimed] == [("Edited", 2), ("Title 2", 1)]
    assert await storage.reports.claim_found(NOW, limit=5, lease=LEASE) == ()


async def test_page_that_cannot_be_read_is_put_off_and_then_given_up(storage: Storage) -> None:
    feed = await add_feed(storage)
    await storage.reports.add([found(feed, 1)], section=None, now=NOW)
    (report,) = await storage.reports.claim_found(NOW, limit=5, lease=LEASE)
    await storage.reports.put_off(report.id, error="HTTP 500", next_try_at=NOW + INTERVAL)
    assert await storage.reports.claim_found(NOW, limit=5, lease=LEASE) == ()
    (again,) = await storage.reports.claim_found(NOW + INTERVAL, limit=5, lease=LEASE)
    assert (again.tries, again.error) == (1, "HTTP 500")
    await storage.reports.put_off(report.id, error="gone", next_try_at=None)
    assert (await storage.reports.count())["failed"] == 1


async def test_page_under_two_addresses_is_one_report(storage: Storage) -> None:
    feed = await add_feed(storage)
    await storage.reports.add([found(feed, 1), found(feed, 2)], section=None, now=NOW)
    for report in await storage.reports.claim_found(NOW, limit=5, lease=LEASE):
        await storage.reports.save_text(replace(report, text="T", language="en"), url_key="a.example/9")
    assert await storage.reports.count() == {"found": 0, "read": 1, "placed": 0, "failed": 1}


async def test_event_gathers_reports_and_waits_until_somebody_looked(storage: Storage) -> None:
    gazette, wire = await add_feed(storage), await add_feed(storage, "https://b.example/rss", "Wire")
    one, two, three = await read(storage, found(gazette, 1), found(wire, 2), found(gazette, 3))
    event_id = await storage.events.begin(one, now=NOW)
    await storage.events.join(two, event_id, copy_of=one, now=NOW)
    await storage.events.join(three, event_id, copy_of=None, now=NOW)
    event = await storage.events.get(event_id)
    assert [report.id for report in event.reports] == [one, two, three]
    assert {report.state for report in event.reports} == {ReportState.PLACED}
    assert event.independent_outlets == ("Gazette",)
    assert await storage.events.list_waiting(limit=5) == (event_id,)
    await storage.events.stop_waiting(event)
    assert await storage.events.list_waiting(limit=5) == ()
    assert await storage.events.list_recent(limit=5) == (event_id,)
    first = await storage.reports.list_placed_since(NOW - INTERVAL, limit=2)
    rest = await storage.reports.list_placed_since(first[-1].published_at, after_id=first[-1].id, limit=2)
    assert [report.id for report in (*first, *rest)] == [one, two, three]
    with pytest.raises(NotFound):
        await storage.events.get(99)


async def test_draft_is_renewed_until_somebody_publishes_it(storage: Storage) -> None:
    (report,) = await read(storage, found(await add_feed(storage), 1))
    event_id = await storage.events.begin(report, now=NOW)
    event = await storage.events.get(event_id)
    assert await storage.events.save_draft(event, make_text("First"), [CHECK], now=NOW) == (1, 1)
    assert await storage.checks.find(1, 1) == (CHECK,)
    event = await storage.events.get(event_id)
    assert (event.article_number, event.drafted_outlets) == (1, 1)
    assert await storage.events.save_draft(event, make_text("Second"), [], now=NOW) == (1, 2)
    assert await storage.checks.find(1, 2) == ()
    draft = await storage.articles.get(1)
    assert (draft.status, draft.text.headline, draft.revision) == (Status.DRAFT, "Second", 2)
    await Publishing(storage, "editor").publish(1, now=NOW)
    assert await storage.events.save_draft(event, make_text("Third"), [], now=NOW) is None
    assert (await storage.articles.get(1)).text.headline == "Second"
    assert await storage.events.count() == {"events": 1, "drafted": 1}
    assert await storage.checks.find(99, 1) is None


async def test_draft_that_an_editor_changed_is_not_renewed(storage: Storage) -> None:
    (report,) = await read(storage, found(await add_feed(storage), 1))
    event_id = await storage.events.begin(report, now=NOW)
    event = await storage.events.get(event_id)
    await storage.events.save_draft(event, make_text("First"), [CHECK], now=NOW)
    await storage.events.save_draft(event, make_text("Second"), [], now=NOW)
    await Publishing(storage, "17").revise(1, make_text("Theirs"), revision=2, now=NOW)
    assert await storage.events.save_draft(event, make_text("Third"), [], now=NOW) is None
    assert (await storage.articles.get(1)).text.headline == "Theirs"
    assert await storage.events.list_waiting(limit=5) == ()
    assert [(step.actor, step.action, step.revision, step.checks) for step in await storage.record.list(1)] == [
        ("newsroom", Action.ADD, 1, (CHECK,)),
        ("newsroom", Action.REVISE, 2, ()),
        ("17", Action.REVISE, 3, None),
    ]


async def test_one_process_leads_at_a_time(storage: Storage, database_url: str) -> None:
    other = open_storage(database_url)
    first, second = Leadership(storage.database, "x"), Leadership(other.database, "x")
    assert await first.holds()
    assert not await second.holds()
    await first.release()
    assert await second.holds()
    assert await second.holds()
    await second.release()
    await other.close()


async def test_two_entries_on_one_page_and_one_id_for_all_rename_nothing(storage: Storage) -> None:
    feed = await add_feed(storage)
    blog = [found(feed, 1, key="a", title="First"), found(feed, 1, key="b", title="Second")]
    for _ in range(3):
        await storage.reports.add(blog, section=None, now=NOW)
    same_id = [found(feed, number, key="x", title=f"T{number}") for number in (2, 3)]
    assert await storage.reports.add(same_id, section=None, now=NOW) == 2
    assert await storage.reports.add(same_id, section=None, now=NOW) == 0
    claimed = await storage.reports.claim_found(NOW, limit=9, lease=LEASE)
    assert [(report.title, report.version) for report in claimed] == [("First", 1), ("T2", 1), ("T3", 1)]


async def test_outlets_of_one_owner_count_once(storage: Storage) -> None:
    feeds = [await add_feed(storage, f"https://{name}.example/rss", name) for name in ("MSNBC", "CNBC", "Gazette")]
    ids = await read(storage, *(found(feed, number) for number, feed in enumerate(feeds)))
    event_id = await storage.events.begin(ids[0], now=NOW)
    for report_id in ids[1:]:
        await storage.events.join(report_id, event_id, copy_of=None, now=NOW)
    assert (await storage.events.get(event_id)).independent_outlets == ("MSNBC", "Gazette")
