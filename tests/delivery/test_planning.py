"""The planner's promises that no clock, pause or quiet hour breaks."""

from datetime import datetime, time, timedelta

import pytest

from bot import subscribing
from bot.delivery.composing import NOTHING_KNOWN, make_composer
from bot.delivery.planning import Planner
from bot.jobs import ClockWatch
from storage.model import ChatState, Occurrence, Preferences, Slot, Subscription
from storage.store import Storage
from tests.make import NOW, ensure_subscription, make_planner, make_text

CHAT = 7
DUE = Occurrence(day=NOW.date(), at=NOW.time(), due_at=NOW)


@pytest.fixture
def planner(storage: Storage) -> Planner:
    return make_planner(storage)


async def subscribe(storage: Storage, **changes: object) -> Subscription:
    await storage.articles.add([make_text()], now=NOW - timedelta(hours=1), publish=True)
    await storage.chats.ensure(CHAT, kind="private", language="en", now=NOW)
    preferences = Preferences(slots=(Slot(NOW.time()),), **changes)  # type: ignore[arg-type]
    subscription, _ = await ensure_subscription(
        storage, CHAT, None, preferences=preferences, next_occurrence=DUE, now=NOW
    )
    return subscription


async def plan(planner: Planner, now: datetime) -> int:
    return sum([count async for count in planner.plan_due(now)])


async def is_silent(storage: Storage, at: datetime) -> bool:
    """Claim what waits, and tell whether it goes without a sound."""
    (claim,) = await storage.deliveries.turn("w", [], limit=5, now=at, resends=False)
    return claim.is_silent


@pytest.mark.parametrize(
    ("goes_at", "silent"), [(timedelta(minutes=5), False), (timedelta(hours=1), True), (timedelta(hours=2), False)]
)
async def test_quiet_hours_are_judged_when_the_message_goes(
    storage: Storage,
    planner: Planner,
    goes_at: timedelta,
    silent: bool,  # noqa: FBT001
) -> None:
    await subscribe(storage, quiet=(time(8, 30), time(9, 30)))
    assert await plan(planner, NOW) == 1
    assert await is_silent(storage, NOW + goes_at) == silent


async def test_clock_that_jumped_ahead_and_back_leaves_no_time_far_ahead(storage: Storage, planner: Planner) -> None:
    await subscribe(storage)
    await plan(planner, NOW + timedelta(days=400))
    far = await storage.subscriptions.get(CHAT, None)
    assert far.next_occurrence is not None
    assert far.next_occurrence.due_at > NOW + timedelta(days=399)
    assert await planner.mend(NOW) == 1
    assert await planner.mend(NOW) == 0
    mended = await storage.subscriptions.get(CHAT, None)
    assert mended.next_occurrence == Occurrence(
        day=NOW.date() + timedelta(days=1), at=NOW.time(), due_at=NOW + timedelta(days=1)
    )


async def test_clock_that_was_a_few_days_ahead_misses_no_briefing(storage: Storage, planner: Planner) -> None:
    await subscribe(storage)
    watch = ClockWatch()
    assert [watch.is_back(now) for now in (NOW, NOW + timedelta(days=6), NOW + timedelta(seconds=9))] == [
        False, False, True,
    ]  # fmt: skip
    await plan(planner, NOW + timedelta(days=6))
    back = NOW - timedelta(hours=1)
    assert await planner.mend(back) == 0  # not yet known to have been ahead
    assert await planner.mend(back, was_ahead=True) == 1
    mended = await storage.subscriptions.get(CHAT, None)
    assert mended.next_occurrence == Occurrence(day=NOW.date(), at=NOW.time(), due_at=NOW)
    assert await plan(planner, NOW) == 1


async def test_long_pause_is_no_time_to_be_mended(storage: Storage, planner: Planner) -> None:
    subscription = await subscribe(storage)
    await subscribing.pause(storage.subscriptions, subscription, until=NOW + timedelta(days=60), now=NOW)
    assert await planner.mend(NOW) == 0


async def test_send_by_hand_passes_over_a_pause_only_when_told(storage: Storage, planner: Planner) -> None:
    subscription = await subscribe(storage)
    await subscribing.pause(storage.subscriptions, subscription, until=NOW + timedelta(days=7), now=NOW)
    assert await planner.plan_now(NOW) == 0
    assert await planner.plan_now(NOW, overrides_pause=True) == 1


async def test_chat_that_is_gone_is_never_due_whatever_is_changed_in_it(storage: Storage, planner: Planner) -> None:
    subscription = await subscribe(storage)
    await storage.chats.set_state(CHAT, ChatState.BLOCKED)
    await subscribing.change(storage.subscriptions, subscription, now=NOW, zone="Asia/Tokyo")
    assert await storage.subscriptions.list_due(NOW + timedelta(days=9), limit=5) == ()
    assert await plan(planner, NOW + timedelta(days=9)) == 0


async def test_briefing_that_came_too_late_is_told_by_the_next(storage: Storage, planner: Planner) -> None:
    """It expires in the very moment in which the next one is planned: what it had is in that one, once."""
    await subscribe(storage)
    assert await plan(planner, NOW) == 1
    await storage.articles.add([make_text("Second")], now=NOW + timedelta(hours=1), publish=True)
    day = timedelta(days=1)
    assert await plan(planner, NOW + day) == 1
    assert await plan(planner, NOW + day) == 1  # a tick later
    (claim,) = await storage.deliveries.turn("w", [], limit=5, now=NOW + day, resends=False)
    (composition,) = (await storage.compositions.list([claim.composition_id or 0])).values()
    assert [shown.number for part in composition.articles for shown in part] == [2, 1]
    assert {state: count for state, count in (await storage.deliveries.count()).items() if count} == {
        "expired": 1,
        "sending": 1,
    }


async def test_briefing_by_hand_tells_what_came_too_late(storage: Storage, planner: Planner) -> None:
    await subscribe(storage)
    assert await plan(planner, NOW) == 1
    await storage.articles.add([make_text("Second")], now=NOW + timedelta(hours=1), publish=True)
    later = NOW + timedelta(hours=4)
    assert await planner.plan_now(later) == 1
    (claim,) = await storage.deliveries.turn("w", [], limit=5, now=later, resends=False)
    (composition,) = (await storage.compositions.list([claim.composition_id or 0])).values()
    assert [shown.number for part in composition.articles for shown in part] == [2, 1]


async def test_article_published_while_briefings_are_composed_comes_with_the_next(
    storage: Storage, planner: Planner
) -> None:
    subscription = await subscribe(storage)
    composer = await make_composer(storage, planner.cache, planner.frames, now=NOW)
    await storage.articles.add([make_text("Second")], now=NOW, publish=True)
    composition = await composer.compose(subscription, due_at=NOW, known=NOTHING_KNOWN)
    assert composition is not None
    assert [shown.number for part in composition.articles for shown in part] == [1]
