"""The limiter: slots of the bot, of each chat's seconds and of each group's minutes, for bulk and replies together."""

import asyncio
import time
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.cli.brief import make_frames
from bot.config import Config
from bot.delivery.bodies import Bodies
from bot.delivery.bulk import Bulk
from bot.delivery.dispatcher import Dispatcher, Policy
from bot.delivery.limits import USED_SHARE, Limiter, Limits, OwnBudget, SharedBudget
from bot.delivery.transport import Transport
from storage.store import Storage
from tests.delivery.test_edges import ledger, plan
from tests.make import NOW


async def test_who_waits_for_a_slot_is_released_at_the_end_and_not_uncertain(storage: Storage) -> None:
    for chat_id in range(1, 21):
        await plan(storage, chat_id)
    limits = Limits()
    limiter = Limiter(limits, OwnBudget(limits, time.monotonic), time.monotonic)
    limiter.pause(600)
    bulk = Bulk(Transport(is_local=True), "http://127.0.0.1:9", "1:x")
    bodies = Bodies(storage, make_frames(Config()), lambda: NOW)
    worker = Dispatcher(storage.deliveries, bodies, bulk, limiter, Policy(), worker_id="w", clock=lambda: NOW)
    running = asyncio.ensure_future(worker.run())
    async with asyncio.timeout(10):
        while (await storage.deliveries.count())["sending"] < 16:
            await asyncio.sleep(0.02)
        worker.stop()
        await running
    assert {state for _, _, state in await ledger(storage)} == {"pending"}


async def test_reply_goes_before_all_bulk_that_waits() -> None:
    limits = Limits(overall_per_second=50, chat_per_second=0)
    limiter = Limiter(limits, OwnBudget(limits, time.monotonic), time.monotonic)
    order: list[str] = []

    async def bulk() -> None:
        await limiter.wait_for_slot(5)
        order.append("bulk")

    async def reply() -> None:
        await limiter.wait_for_reply(6)
        order.append("reply")

    waiting = [asyncio.ensure_future(bulk()) for _ in range(60)]
    await asyncio.sleep(0.2)
    before = len(order)
    await asyncio.gather(*(reply() for _ in range(5)))
    passed = order[before:].count("bulk")
    await asyncio.gather(*waiting)
    assert passed <= 6 + 5  # those that had a slot already, a tenth of a second ahead, and a little jitter


async def test_bulk_to_a_group_waits_until_its_minute_has_room_beside_what_people_asked(storage: Storage) -> None:
    await plan(storage, -7)
    await plan(storage, 8)
    limits = Limits(overall_per_second=0)
    limiter = Limiter(limits, OwnBudget(limits, lambda: 100.0), lambda: 100.0)
    for _ in range(20):
        await limiter.wait_for_reply(-7)
    bodies = Bodies(storage, make_frames(Config()), lambda: NOW)
    bulk = Bulk(Transport(is_local=True), "http://127.0.0.1:9", "1:x")  # nobody is there: who is asked cannot answer
    worker = Dispatcher(storage.deliveries, bodies, bulk, limiter, Policy(), worker_id="w", clock=lambda: NOW)
    running = asyncio.ensure_future(worker.run())

    async def find_reasons() -> dict[int, tuple[str | None, datetime]]:
        return {each.chat_id: (each.reason, each.due_at) for each in await storage.deliveries.list(None, limit=2)}

    async with asyncio.timeout(10):
        while (await find_reasons())[-7][0] is None:
            await asyncio.sleep(0.02)
    worker.stop()
    await running
    reason = "the group had as many messages as it may get in a minute"
    assert (await find_reasons())[-7] == (reason, NOW + timedelta(seconds=60))


async def test_limiter_forgets_chats_that_no_limit_counts_any_more() -> None:
    moment = 0.0
    limits = Limits(overall_per_second=0)
    limiter = Limiter(limits, OwnBudget(limits, lambda: moment), lambda: moment)
    for chat_id in range(1, 7000):
        moment += 1
        await limiter.wait_for_reply(chat_id)
    assert len(limiter._sent) <= 5002
    for number in range(30_000):
        moment += 0.01
        await limiter.wait_for_slot(-1 - number % 7)
    assert max(len(sent) for sent in limiter._sent.values()) == 20


@given(
    st.lists(st.tuples(st.floats(0, 0.2), st.booleans()), max_size=300),
    st.sampled_from((0.5, 1, 3, 30, 100)),
)
def test_late_slots_are_used_and_no_second_has_more_than_the_limit(
    moves: list[tuple[float, bool]], rate: float
) -> None:
    moment, used = 100.0, list[float]()
    budget = OwnBudget(Limits(overall_per_second=rate), lambda: moment)
    for seconds, is_late in moves:
        moment += seconds
        if budget.use(0.5 if is_late else 0.0):
            used.append(moment)
    window = max(1.0, 1 / (rate * USED_SHARE))
    for place, at in enumerate(used):
        assert sum(at <= each < at + window for each in used[place:]) <= max(1, rate * window)


def test_late_slot_is_lost_only_where_its_second_is_full_or_others_send_too(storage: Storage) -> None:
    moment = 100.0
    own = OwnBudget(Limits(), lambda: moment)
    assert [own.use(0.2) for _ in range(30)] == [True] * 29 + [False]
    moment += 1.01
    assert own.use(5.0)
    shared = SharedBudget(storage.deliveries, "bot", Limits().interval)
    assert (shared.use(0.02), shared.use(0.2)) == (True, False)
