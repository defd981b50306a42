"""The ledger, on both engines: claims, results, recovery; and as a state machine against a plain model."""

import asyncio
import time
from datetime import timedelta
from itertools import pairwise

import pytest

from bot import subscribing
from storage.model import (
    ChatState,
    Claim,
    Composition,
    DeliveryState,
    Occurrence,
    Outcome,
    Preferences,
    Result,
    Shown,
    Slot,
    Subscription,
)
from storage.plans import Plan
from storage.store import Storage
from tests.make import NOW, ensure_subscription, make_text

LEASE = timedelta(seconds=60)
TEXT = Composition(key="k", bodies=('{"text":"hi"}',), articles=((Shown(1, 1, 1),),))
TWO_PARTS = Composition(key="two", bodies=('{"text":"a"}', '{"text":"b"}'), articles=((Shown(1, 1, 1),), ()))


async def subscribe(storage: Storage, *chat_ids: int) -> list[Subscription]:
    for chat_id in chat_ids:
        await storage.chats.ensure(chat_id, kind="private", language="en", now=NOW)
        await ensure_subscription(
            storage, chat_id, None, language="en", preferences=Preferences(), next_occurrence=None, now=NOW
        )
    return [await storage.subscriptions.get(chat_id, None) for chat_id in chat_ids]


async def plan(storage: Storage, *chat_ids: int, occurrence: str = "today", composition: Composition = TEXT) -> None:
    if await storage.articles.find(1) is None:
        await storage.articles.add([make_text()], now=NOW, publish=True)
    plans = [
        Plan(
            subscription=subscription,
            occurrence=occurrence,
            composition=composition,
            is_silent=False,
            due_at=NOW,
            expires_at=NOW + timedelta(hours=3),
            cutoff=None,
            follows=False,
        )
        for subscription in await subscribe(storage, *chat_ids)
    ]
    await storage.plans.carry_out(plans, now=NOW)


async def claim(storage: Storage, *results: Result, worker: str = "w", limit: int = 10, now=NOW) -> list[Claim]:  # type: ignore[no-untyped-def]
    return list(await storage.deliveries.turn(worker, results, limit=limit, now=now, resends=False))


async def states(storage: Storage) -> dict[str, int]:
    return {state: number for state, number in (await storage.deliveries.count()).items() if number}


def sent(held: Claim, message_id: int = 7) -> Result:
    return Result(held, Outcome.SENT, NOW, message_id=message_id)


async def test_occurrence_is_planned_once(storage: Storage) -> None:
    await plan(storage, 1, 2)
    await plan(storage, 1, 2)
    assert await states(storage) == {"pending": 2}


async def test_claimed_message_is_sent_and_remembered_with_what_it_shows(storage: Storage) -> None:
    await plan(storage, 1)
    (held,) = await claim(storage)
    assert await states(storage) == {"sending": 1}
    assert await claim(storage, sent(held)) == []
    assert await states(storage) == {"sent": 1}
    message = await storage.messages.find(1, 7)
    assert message is not None
    assert message.articles == (Shown(1, 1, 1),)


async def test_workers_never_hold_the_same_message(storage: Storage) -> None:
    await plan(storage, *range(1, 41))
    held = await asyncio.gather(*(claim(storage, worker=f"w{number}", limit=9) for number in range(8)))
    ids = [each.delivery_id for claims in held for each in claims]
    assert len(ids) == len(set(ids))
    assert await states(storage) == {"sending": len(ids)} | ({"pending": 40 - len(ids)} if len(ids) < 40 else {})


async def test_one_chat_gets_its_messages_one_after_the_other(storage: Storage) -> None:
    await plan(storage, 1, occurrence="first")
    await plan(storage, 1, occurrence="second")
    (first,) = await claim(storage)
    assert await claim(storage) == []
    (second,) = await claim(storage, sent(first))
    assert second.delivery_id > first.delivery_id


async def test_parts_go_in_order_and_keep_their_distance(storage: Storage) -> None:
    await plan(storage, 1, composition=TWO_PARTS)
    (first,) = await claim(storage)
    later = NOW + timedelta(seconds=1)
    result = Result(first, Outcome.SENT, NOW, message_id=5, retry_at=later, chat_free_at=later)
    assert await claim(storage, result) == []
    (second,) = await claim(storage, now=later)
    assert (first.part, second.part) == (0, 1)
    await claim(storage, sent(second, 6))
    assert await states(storage) == {"sent": 1}


async def test_crash_after_the_claim_leaves_the_delivery_uncertain(storage: Storage) -> None:
    await plan(storage, 1)
    await storage.workers.renew_lease("w", timedelta(seconds=-1), now=NOW)
    (held,) = await claim(storage)

    assert await storage.deliveries.recover(now=NOW, resends=False) == 1

    assert await states(storage) == {"uncertain": 1}
    assert await claim(storage, worker="another") == []
    await claim(storage, sent(held))
    assert await states(storage) == {"sent": 1}, "a late answer of the same claim still counts"


async def test_living_worker_keeps_what_it_holds(storage: Storage) -> None:
    await plan(storage, 1)
    await storage.workers.renew_lease("w", LEASE, now=NOW)
    await claim(storage)
    assert await storage.deliveries.recover(now=NOW, resends=False) == 0
    assert await states(storage) == {"sending": 1}


async def test_resend_claims_anew_and_the_old_claim_settles_nothing(storage: Storage) -> None:
    await plan(storage, 1)
    (old,) = await claim(storage)
    await storage.deliveries.recover(now=NOW, resends=True)
    (new,) = await claim(storage)
    await claim(storage, Result(old, Outcome.REFUSED, NOW, reason="late"))
    assert (new.epoch, await states(storage)) == (old.epoch + 1, {"sending": 1})


async def test_operator_resends_or_leaves_uncertain_ones(storage: Storage) -> None:
    await plan(storage, 1, 2)
    await claim(storage)
    await storage.deliveries.recover(now=NOW, resends=False)
    (one, other) = await storage.deliveries.list(DeliveryState.UNCERTAIN, limit=5)
    assert await storage.deliveries.resend([one.id], now=NOW, grace=LEASE) == 1
    assert await storage.deliveries.leave(None, now=NOW) == 1
    assert await storage.deliveries.leave([other.id], now=NOW) == 0
    assert await states(storage) == {"pending": 1, "skipped": 1}


async def test_too_late_is_expired_and_not_claimed(storage: Storage) -> None:
    await plan(storage, 1)
    late = NOW + timedelta(hours=4)
    assert await claim(storage, now=late) == []
    await storage.deliveries.recover(now=late, resends=False)
    assert await states(storage) == {"expired": 1}


async def test_blocked_chat_is_refused_once_and_skipped_from_then_on(storage: Storage) -> None:
    await plan(storage, 1, occurrence="first")
    await plan(storage, 1, occurrence="second")
    (held,) = await claim(storage)
    await claim(storage, Result(held, Outcome.REFUSED, NOW, reason="blocked", chat_state=ChatState.BLOCKED))
    assert await states(storage) == {"refused": 1, "skipped": 1}
    chat = await storage.chats.find(1)
    assert chat is not None
    assert chat.state is ChatState.BLOCKED


async def test_migrated_group_gets_its_message_under_the_new_id(storage: Storage) -> None:
    await plan(storage, -5)
    (held,) = await claim(storage)
    (again,) = await claim(storage, Result(held, Outcome.MIGRATED, NOW, new_chat_id=-1005))
    assert (again.chat_id, again.delivery_id) == (-1005, held.delivery_id)
    assert (await storage.subscriptions.get(-1005, None)).chat_id == -1005
    assert await storage.subscriptions.find(-5, None) is None


async def test_migration_merges_with_the_subscription_of_the_new_group(storage: Storage) -> None:
    await plan(storage, -5, -1005)
    held = {each.chat_id: each for each in await claim(storage)}
    await claim(storage, Result(held[-5], Outcome.MIGRATED, NOW, new_chat_id=-1005), sent(held[-1005]))
    assert await states(storage) == {"sent": 1, "skipped": 1}


async def test_due_subscription_moves_on_once(storage: Storage) -> None:
    await storage.articles.add([make_text()], now=NOW, publish=True)
    await storage.chats.ensure(1, kind="private", language="en", now=NOW)
    due = Occurrence(day=NOW.date(), at=NOW.time(), due_at=NOW)
    following = Occurrence(day=NOW.date() + timedelta(days=1), at=NOW.time(), due_at=NOW + timedelta(days=1))
    preferences = Preferences(slots=(Slot(NOW.time()),))
    subscription, _ = await ensure_subscription(
        storage, 1, None, language="en", preferences=preferences, next_occurrence=due, now=NOW
    )
    assert await storage.subscriptions.list_due(NOW, limit=5) == (subscription,)
    one = Plan(
        subscription=subscription, occurrence="o", composition=TEXT, is_silent=False, due_at=NOW,
        expires_at=NOW + LEASE, cutoff=NOW, next_occurrence=following,
    )  # fmt: skip
    await asyncio.gather(*(storage.plans.carry_out([one], now=NOW) for _ in range(4)))
    moved = await storage.subscriptions.get(1, None)
    assert (moved.next_occurrence, moved.cutoff, await states(storage)) == (following, NOW, {"pending": 1})
    assert await storage.subscriptions.list_due(NOW, limit=5) == ()


@pytest.mark.parametrize("count", [1, 7])
async def test_shared_slots_are_taken_once(storage: Storage, count: int) -> None:
    if storage.database.is_sqlite:
        pytest.skip("on SQLite one process sends, with a budget of its own")
    interval = timedelta(seconds=4)  # far longer than an answer may be late here
    slots = []
    for _ in range(5):
        wait = await storage.deliveries.reserve_slots("b", count, interval, ahead=timedelta(hours=1))
        assert wait is not None
        slots.append(time.monotonic() + wait)
    distances = [(later - sooner) / interval.total_seconds() for sooner, later in pairwise(slots)]
    assert [round(distance) for distance in distances] == [count] * 4
    assert await storage.deliveries.reserve_slots("b", 1, interval, ahead=timedelta(0)) is None


async def test_who_stopped_or_paused_or_is_gone_gets_nothing_sent_again(storage: Storage) -> None:
    await plan(storage, 1, 2, 3, 4)
    claims = await claim(storage)
    unknown = [Result(each, Outcome.UNCERTAIN, NOW, reason="no answer") for each in claims]
    assert await claim(storage, *unknown) == []
    _, stopped, paused, _ = await subscribe(storage, 1, 2, 3, 4)
    await subscribing.stop(storage.subscriptions, stopped, now=NOW)
    await subscribing.pause(storage.subscriptions, paused, until=NOW + timedelta(days=1), now=NOW)
    await storage.chats.set_state(4, ChatState.BLOCKED)
    assert await storage.deliveries.resend(None, now=NOW, grace=timedelta(hours=3)) == 1
    assert [each.chat_id for each in await claim(storage)] == [1]


async def test_long_send_is_not_overdue_while_something_is_on_its_way(storage: Storage) -> None:
    await plan(storage, 1, 2)
    later = NOW + timedelta(minutes=16)
    assert await storage.deliveries.count_overdue(later) == 2
    (under_way,) = await claim(storage, limit=1)
    assert await storage.deliveries.count_overdue(later) == 0
    assert await claim(storage, Result(under_way, Outcome.SENT, NOW, message_id=9), limit=0) == []
    assert await storage.deliveries.count_overdue(later) == 1
