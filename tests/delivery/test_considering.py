"""Nothing counts as considered that was not delivered: a chat, two planners and whatever happens meanwhile.

The model is plain: every article that the cutoff has passed is in the window of a delivery that may have arrived.
"""

import asyncio
import itertools
import os
import shutil
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from sqlalchemy import select

from bot import subscribing
from bot.delivery.composing import make_composer
from bot.delivery.planning import Planner
from storage import schema
from storage.model import ChatState, Claim, DeliveryState, Outcome, Preferences, RefusalKind, Result, Slot, Subscription
from storage.plans import Plan
from storage.store import Storage, open_storage
from tests.make import NOW, make_planner, make_text

EXAMPLES = int(os.environ.get("SOAK_EXAMPLES", "25"))
CHAT = 7
GRACE = timedelta(hours=3)
ZONES = ("Asia/Tokyo", "Europe/Berlin", "Europe/London", "America/New_York")
MAY_HAVE_ARRIVED = (DeliveryState.PENDING, DeliveryState.SENDING, DeliveryState.SENT, DeliveryState.UNCERTAIN)
Window: TypeAlias = tuple[datetime | None, datetime]


class ConsideringMachine(RuleBasedStateMachine):
    """One chat with two times a day; planners look, and act on what they saw some steps later."""

    template = folder = Path()
    numbers = itertools.count()

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.now = NOW - timedelta(hours=1)
        self.seen: dict[int, list[Plan]] = {}
        self.held: list[Claim] = []
        self.published: list[datetime] = []
        self.windows: dict[int, Window] = {}  # of each delivery
        self.was_uncertain: set[int] = set()
        self.shown: list[Window] = []  # to who asked for a briefing
        self.storage: Storage = self.runner.run(self._opened())
        self.planners = [make_planner(self.storage) for _ in range(2)]

    async def _opened(self) -> Storage:
        path = self.folder / f"{next(self.numbers)}.db"
        shutil.copy(self.template, path)
        storage = open_storage(f"sqlite:///{path}")
        await storage.chats.ensure(CHAT, kind="private", language="en", now=self.now)
        begun = Subscription(
            id=0, chat_id=CHAT, thread_id=None, language="en",
            preferences=Preferences(slots=(Slot(time(8)), Slot(time(18))), zone=ZONES[1]),
        )  # fmt: skip
        subscription, _ = await subscribing.subscribe(storage.chats, storage.subscriptions, begun, now=self.now)
        await storage.subscriptions.advance_cutoff(subscription.id, self.now)
        return storage

    async def _subscription(self) -> Subscription:
        return await self.storage.subscriptions.get(CHAT, None)

    def teardown(self) -> None:
        self.runner.run(self.storage.close())
        self.runner.close()

    @rule()
    def publish(self) -> None:
        self.now += timedelta(minutes=1)
        self.runner.run(self.storage.articles.add([make_text()], now=self.now, publish=True))
        self.published.append(self.now)

    @rule(minutes=st.sampled_from((5, 60, 600, 1500)))
    def wait(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    @rule(minutes=st.sampled_from((0, 10)))
    def wait_until_due(self, minutes: int) -> None:
        """Something is published, and the next time comes, or passes by."""
        self.publish()
        following = self.runner.run(self._subscription()).next_occurrence
        if following is not None:
            self.now = max(self.now, following.due_at + timedelta(minutes=minutes))

    @rule(planner=st.integers(0, 1))
    def look(self, planner: int) -> None:
        self.seen[planner] = self.runner.run(self._look(self.planners[planner]))

    async def _look(self, planner: Planner) -> list[Plan]:
        due = await self.storage.subscriptions.list_due(self.now, limit=10)
        composer = await make_composer(self.storage, planner.cache, planner.frames, now=self.now)
        plans = [await planner.find_plan(each, composer, self.now) for each in due]
        return [plan for plan in plans if plan is not None]

    @precondition(lambda self: self.seen)
    @rule(data=st.data())
    def act(self, data: st.DataObject) -> None:
        planner = data.draw(st.sampled_from(sorted(self.seen)))
        self.runner.run(self.storage.plans.carry_out(self.seen.pop(planner), now=self.now))

    @rule()
    def plan(self) -> None:
        """Look and act in one go, until nothing is due."""
        self.runner.run(self._plan())

    async def _plan(self) -> None:
        async with asyncio.timeout(10):
            async for _ in self.planners[0].plan_due(self.now):
                pass

    @rule()
    def send_by_hand(self) -> None:
        self.runner.run(self.planners[1].plan_now(self.now))

    @rule()
    def ask(self) -> None:
        """The reader asks for what is new."""
        before = self.runner.run(self._subscription())
        if self.published:
            self.runner.run(self.storage.subscriptions.advance_cutoff(before.id, self.published[-1]))
            self.shown.append((before.cutoff, self.published[-1]))

    @rule(zone=st.sampled_from(ZONES))
    def move(self, zone: str) -> None:
        self._change(zone=zone)

    @rule(hour=st.sampled_from((7, 8, 9)))
    def change_time(self, hour: int) -> None:
        self._change(slots=(Slot(time(hour)), Slot(time(18))))

    def _change(self, **changes: Any) -> None:
        async def change() -> None:
            subscription = await self._subscription()
            await subscribing.change(self.storage.subscriptions, subscription, now=self.now, **changes)

        self.runner.run(change())

    @rule(what=st.sampled_from(("stop", "resume", "pause")))
    def command(self, what: str) -> None:
        async def obey() -> None:
            subscription = await self._subscription()
            if what == "pause":
                await subscribing.pause(
                    self.storage.subscriptions, subscription, until=self.now + timedelta(days=1), now=self.now
                )
            else:
                act = subscribing.stop if what == "stop" else subscribing.resume
                await act(self.storage.subscriptions, subscription, now=self.now)

        self.runner.run(obey())

    @rule(state=st.sampled_from((ChatState.BLOCKED, ChatState.ACTIVE)))
    def block(self, state: ChatState) -> None:
        self.runner.run(self.storage.chats.set_state(CHAT, state))

    @rule()
    def claim(self) -> None:
        self.held += self.runner.run(self._turn([], limit=1))

    @precondition(lambda self: self.held)
    @rule(
        outcome=st.sampled_from((Outcome.SENT, Outcome.REFUSED, Outcome.LATER, Outcome.UNCERTAIN)), passes=st.booleans()
    )
    def settle(self, outcome: Outcome, passes: bool) -> None:  # noqa: FBT001
        held = self.held.pop()
        refused = outcome is Outcome.REFUSED
        result = Result(
            held, outcome, self.now, message_id=held.delivery_id, reason="r",
            refusal=RefusalKind.NO_RIGHTS if refused and passes else None,
            chat_state=ChatState.BLOCKED if refused and not passes else None,
        )  # fmt: skip
        self.runner.run(self._turn([result], limit=0))

    async def _turn(self, results: list[Result], *, limit: int) -> tuple[Claim, ...]:
        return await self.storage.deliveries.turn("w", results, limit=limit, now=self.now, resends=False)

    @rule()
    def recover(self) -> None:
        """The worker is gone; what it held is uncertain, and what came too late expires."""
        self.held = []
        self.runner.run(self.storage.deliveries.recover(now=self.now, resends=False))

    @rule()
    def resend(self) -> None:
        self.runner.run(self.storage.deliveries.resend(None, now=self.now, grace=GRACE))

    @invariant()
    def what_was_considered_may_have_arrived(self) -> None:
        cutoff, arrived = self.runner.run(self._read())
        windows = [*arrived, *self.shown]
        considered = [at for at in self.published if cutoff is not None and at <= cutoff]
        assert [at for at in considered if not any(is_within(at, window) for window in windows)] == []

    async def _read(self) -> tuple[datetime | None, list[Window]]:
        """Return the cutoff, and the windows of what may have arrived."""
        deliveries = schema.deliveries.c
        columns = (deliveries.id, deliveries.cutoff_before, deliveries.cutoff_after, deliveries.state, deliveries.part)
        async with self.storage.database.reading() as connection:
            rows = (await connection.execute(select(*columns))).all()
        for row in rows:
            if row.cutoff_after is not None:
                self.windows[row.id] = row.cutoff_before, row.cutoff_after
            self.was_uncertain |= {row.id} if row.state == DeliveryState.UNCERTAIN else set()
        arrived = [row.id for row in rows if row.state in MAY_HAVE_ARRIVED or row.part or row.id in self.was_uncertain]
        return (await self._subscription()).cutoff, [self.windows[each] for each in arrived if each in self.windows]


def is_within(at: datetime, window: Window) -> bool:
    before, after = window
    return (before is None or before < at) and at <= after


@pytest.mark.timeout(600)  # shrinking what fails takes minutes
def test_what_was_considered_may_have_arrived(sqlite_template: Path, tmp_path: Path) -> None:
    machine = type("Machine", (ConsideringMachine,), {"template": sqlite_template, "folder": tmp_path})
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    run_state_machine_as_test(
        machine,
        settings=settings(max_examples=EXAMPLES, stateful_step_count=40, deadline=None, suppress_health_check=checks),
    )
