"""Counts by day, added up and put."""

from datetime import date

from storage.model import CountKind, TopStory
from storage.store import Storage
from tests.make import NOW, make_text

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


async def test_counts_add_up_by_day_and_how_things_stand_is_put(storage: Storage) -> None:
    stats = storage.stats
    await stats.add(MONDAY, CountKind.PRESS, {"story": 2, "sources": 1})
    await stats.add(MONDAY, CountKind.PRESS, {"story": 3})
    await stats.add(TUESDAY, CountKind.PRESS, {"story": 1})
    await stats.put(TUESDAY, CountKind.SUBSCRIPTIONS, {"active": 9, "stopped": 1})
    await stats.put(TUESDAY, CountKind.SUBSCRIPTIONS, {"active": 7, "stopped": 3})
    assert await stats.list_days(MONDAY) == {
        MONDAY: {CountKind.PRESS: {"story": 5, "sources": 1}},
        TUESDAY: {CountKind.PRESS: {"story": 1}, CountKind.SUBSCRIPTIONS: {"active": 7, "stopped": 3}},
    }
    assert list(await stats.list_days(TUESDAY)) == [TUESDAY]
    assert await stats.prune(TUESDAY) == 2
    assert list(await stats.list_days(MONDAY)) == [TUESDAY]


async def test_stories_opened_most_come_first(storage: Storage) -> None:
    await storage.articles.add([make_text("Harbour"), make_text("Gulls")], now=NOW, publish=True)
    await storage.stats.add(MONDAY, CountKind.PRESS, {}, opens={1: 2, 2: 3})
    await storage.stats.add(TUESDAY, CountKind.PRESS, {}, opens={1: 4, 99: 8})
    assert await storage.stats.list_top_stories(MONDAY, limit=3) == (TopStory(1, "Harbour", 6), TopStory(2, "Gulls", 3))
    assert await storage.stats.list_top_stories(TUESDAY, limit=3) == (TopStory(1, "Harbour", 4),)
