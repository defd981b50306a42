"""Placing reports in events: the window that is kept, read again, and left behind."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.ingest.grouping import Grouping
from bot.newsroom.events.clustering import WINDOW
from storage.errors import Conflict, NotFound
from storage.model import Decision, FoundReport, NewFeed
from storage.store import Storage
from tests.make import NOW, make_text

HOUR = timedelta(hours=1)
TIDE = (
    "The storm gate at the mouth of Valdemar harbour held back the highest tide in 40 years on Tuesday night. "
    "The sea rose 4.1 metres above its usual level shortly before midnight, the harbour office said."
)
CHESS = "Maren Holt won the chess title of the northern islands after 31 moves against Ilse Askel in the last round."


async def read(storage: Storage, number: int, text: str, *, outlet: str = "A", age: timedelta = HOUR) -> None:
    """Store a report that is read and not placed yet."""
    await storage.feeds.add([NewFeed(url="https://a.example/f", outlet="A")], interval=HOUR, now=NOW)
    url = f"https://a.example/{number}"
    found = FoundReport(
        feed_id=1, outlet=outlet, key=str(number), url=url, url_key=url, title=text[:40], summary="",
        published_at=NOW - age,
    )  # fmt: skip
    await storage.reports.add([found], section=None, now=NOW)
    (report,) = await storage.reports.claim_found(NOW, limit=1, lease=HOUR)
    await storage.reports.save_text(replace(report, text=text, language="en"), url_key=url)


async def placed(storage: Storage) -> list[tuple[int, int | None, int | None]]:
    """Return each report in an event, with its event and what it is a copy of."""
    reports = await storage.reports.list_placed_since(NOW - 10 * WINDOW, limit=100)
    return sorted((report.id, report.event_id, report.copy_of) for report in reports)


async def test_copies_of_the_newest_texts_of_an_event_are_known_by_them_also_after_a_restart(
    sqlite_storage: Storage,
) -> None:
    grouping = Grouping(sqlite_storage, WINDOW)
    await read(sqlite_storage, 1, TIDE, outlet="A")
    await read(sqlite_storage, 2, CHESS, outlet="B")
    await read(sqlite_storage, 3, f"Our own line. {TIDE}", outlet="B")
    assert await grouping.place_read(NOW) == 3
    grouping.forget()
    await read(sqlite_storage, 4, f"Another line. {TIDE}", outlet="C")
    await read(sqlite_storage, 5, f"The outlet's own again. {TIDE}", outlet="A")
    assert await grouping.place_read(NOW) == 2
    assert await placed(sqlite_storage) == [(1, 1, None), (2, 2, None), (3, 1, 1), (4, 1, 1), (5, 1, 3)]


async def test_reports_that_the_window_left_behind_attract_nothing(sqlite_storage: Storage) -> None:
    grouping = Grouping(sqlite_storage, WINDOW)
    await read(sqlite_storage, 1, TIDE, age=HOUR)
    await grouping.place_read(NOW)
    later = NOW + WINDOW - HOUR
    await read(sqlite_storage, 2, TIDE, outlet="B", age=timedelta(0))
    assert await grouping.place_read(later) == 1
    await read(sqlite_storage, 3, CHESS, outlet="B", age=timedelta(0))
    await grouping.place_read(later + 2 * HOUR)
    await read(sqlite_storage, 4, TIDE, outlet="C", age=timedelta(0))
    await grouping.place_read(later + 2 * HOUR)
    assert await placed(sqlite_storage) == [(1, 1, None), (2, 1, 1), (3, 2, None), (4, 3, None)]


async def test_report_that_comes_too_late_for_the_window_is_placed_and_not_kept(sqlite_storage: Storage) -> None:
    grouping = Grouping(sqlite_storage, WINDOW)
    for number in (1, 2):
        await read(sqlite_storage, number, TIDE, outlet=str(number), age=WINDOW + HOUR)
    assert await grouping.place_read(NOW) == 2
    assert await placed(sqlite_storage) == [(1, 1, None), (2, 2, None)]


async def test_others_have_their_turn_while_a_window_is_read_or_forgotten(sqlite_storage: Storage) -> None:
    for number in range(1, 121):
        await read(sqlite_storage, number, f"{TIDE} {number}", outlet=str(number))
    while await Grouping(sqlite_storage, WINDOW).place_read(NOW):
        pass
    turns = 0

    async def take_turns() -> None:
        nonlocal turns
        while True:
            await asyncio.sleep(0)
            turns += 1

    others = asyncio.ensure_future(take_turns())
    grouping = Grouping(sqlite_storage, WINDOW)
    await grouping.place_read(NOW)
    while_read, turns = turns, 0
    assert grouping._known is not None
    await grouping._known.forget(NOW)
    others.cancel()
    assert (while_read >= 120, turns) == (True, 12)


async def test_events_that_editors_merged_gather_what_comes_after(storage: Storage) -> None:
    grouping = Grouping(storage, WINDOW)
    await read(storage, 1, TIDE, outlet="A")
    await read(storage, 2, CHESS, outlet="B")
    await grouping.place_read(NOW)
    await storage.events.merge(1, 2, actor="9", now=NOW)
    await read(storage, 3, CHESS.replace("31", "32"), outlet="C")
    assert await grouping.place_read(NOW) == 1
    assert await placed(storage) == [(1, 1, None), (2, 1, None), (3, 1, 2)]
    assert [event.id for event in await storage.events.list_open(NOW - HOUR, limit=5, offset=0)] == [1]


async def test_report_that_editors_split_off_takes_its_copies_and_gathers_its_own(storage: Storage) -> None:
    grouping = Grouping(storage, WINDOW)
    await read(storage, 1, TIDE, outlet="A")
    await read(storage, 2, TIDE + " Rain fell.", outlet="B")
    await read(storage, 3, CHESS, outlet="C")
    await grouping.place_read(NOW)
    await storage.events.merge(1, 2, actor="9", now=NOW)
    new = await storage.events.split(1, 1, actor="9", now=NOW)
    assert await placed(storage) == [(1, new, None), (2, new, 1), (3, 1, None)]
    found = await storage.record.list_decisions(limit=9)
    assert [(each.decision, each.subject, each.detail) for each in found] == [
        (Decision.SPLIT, "event 1", f"report 1 is event {new}"),
        (Decision.MERGE, "event 1", "with event 2"),
    ]
    with pytest.raises(Conflict, match="this report is all that the event has"):
        await storage.events.split(1, 3, actor="9", now=NOW)
    with pytest.raises(NotFound):
        await storage.events.split(1, 2, actor="9", now=NOW)
    await read(storage, 4, TIDE + " Snow fell.", outlet="D")
    await grouping.place_read(NOW)
    assert (await placed(storage))[-1] == (4, new, 1)


async def test_report_on_its_way_to_an_event_that_is_merged_meanwhile_is_placed_later(storage: Storage) -> None:
    await read(storage, 1, TIDE, outlet="A")
    await read(storage, 2, CHESS, outlet="B")
    grouping = Grouping(storage, WINDOW)
    await grouping.place_read(NOW)
    await read(storage, 3, CHESS.replace("31", "32"), outlet="C")
    await storage.events.merge(1, 2, actor="9", now=NOW)
    assert await storage.events.join(3, 2, copy_of=None, now=NOW) is False
    assert (await storage.reports.count())["read"] == 1
    await grouping.place_read(NOW)
    assert (await placed(storage))[-1] == (3, 1, 2)


async def test_draft_goes_along_with_a_merge_unless_there_is_one_already(storage: Storage) -> None:
    for number, text in enumerate((TIDE, CHESS), 1):
        await read(storage, number, text, outlet=str(number))
    await Grouping(storage, WINDOW).place_read(NOW)
    await storage.events.save_draft(await storage.events.get(2), make_text("Chess"), [], now=NOW)
    await storage.events.merge(1, 2, actor="9", now=NOW)
    assert (await storage.events.get(1)).article_number == 1
    assert ((await storage.events.get(2)).article_number, await storage.events.list_recent(limit=9)) == (None, (1,))
    with pytest.raises(NotFound):
        await storage.events.merge(1, 2, actor="9", now=NOW)
    with pytest.raises(Conflict):
        await storage.events.merge(1, 1, actor="9", now=NOW)


async def test_event_that_changes_while_it_is_drafted_goes_on_waiting(storage: Storage) -> None:
    grouping = Grouping(storage, WINDOW)
    for number, text in enumerate((TIDE, CHESS), 1):
        await read(storage, number, text, outlet=str(number))
    await grouping.place_read(NOW)
    before = await storage.events.get(1)
    assert await storage.events.merge(1, 2, actor="9", now=NOW) is None
    await storage.events.stop_waiting(before)
    assert await storage.events.save_draft(before, make_text("Tide"), [], now=NOW) == (1, 1)
    assert await storage.events.list_waiting(limit=5) == (1,)
    await storage.events.save_draft(await storage.events.get(1), make_text("Both"), [], now=NOW)
    assert await storage.events.list_waiting(limit=5) == ()


async def test_event_merged_away_while_it_is_drafted_gets_no_draft_and_one_it_has_is_named(storage: Storage) -> None:
    grouping = Grouping(storage, WINDOW)
    for number, text in enumerate((TIDE, CHESS), 1):
        await read(storage, number, text, outlet=str(number))
    await grouping.place_read(NOW)
    merged = await storage.events.get(2)
    await storage.events.save_draft(await storage.events.get(1), make_text("Tide"), [], now=NOW)
    await storage.events.save_draft(merged, make_text("Chess"), [], now=NOW)
    assert await storage.events.merge(1, 2, actor="9", now=NOW) == 2
    assert await storage.events.save_draft(merged, make_text("Chess again"), [], now=NOW) is None
