"""The ledger as a state machine, against a plain dict, on both engines."""

import asyncio
from datetime import timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from sqlalchemy import text

from storage.model import Claim, DeliveryState, Outcome, Preferences, Result
from storage.plans import Plan
from storage.store import Storage, open_storage
from tests.delivery.test_ledger import TEXT
from tests.make import NOW, ensure_subscription, make_text

CHATS = 4
GRACE = timedelta(hours=1)
OUTCOMES = {
    Outcome.SENT: DeliveryState.SENT,
    Outcome.REFUSED: DeliveryState.REFUSED,
    Outcome.UNCERTAIN: DeliveryState.UNCERTAIN,
    Outcome.LATER: DeliveryState.PENDING,
}


class LedgerMachine(RuleBasedStateMachine):
    """Plans, claims, settles, crashes and recovers; the model knows each delivery's state and epoch."""

    url = ""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.storage: Storage = self.runner.run(self.opened())
        self.states: dict[int, DeliveryState] = {}
        self.chats: dict[int, int] = {}
        self.epochs: dict[int, int] = {}
        self.held: list[Claim] = []
        self.lost: list[Claim] = []
        self.planned = 0

    async def opened(self) -> Storage:
        storage = open_storage(self.url)
        async with storage.database.writing() as connection:
            for table in ("messages", "deliveries", "workers"):
                await connection.execute(text(f"DELETE FROM {table}"))  # noqa: S608 - three names of ours
        if await storage.articles.find(1) is None:
            await storage.articles.add([make_text()], now=NOW, publish=True)
        for chat_id in range(1, CHATS + 1):
            await storage.chats.ensure(chat_id, kind="private", language="en", now=NOW)
            await ensure_subscription(
                storage, chat_id, None, language="en", preferences=Preferences(), next_occurrence=None, now=NOW
            )
        return storage

    def teardown(self) -> None:
        self.runner.run(self.storage.close())
        self.runner.close()

    @rule(chat_id=st.integers(1, CHATS))
    def plan(self, chat_id: int) -> None:
        self.planned += 1
        self.runner.run(self._plan(chat_id))

    async def _plan(self, chat_id: int) -> None:
        subscription = await self.storage.subscriptions.get(chat_id, None)
        plan = Plan(
            subscription=subscription, occurrence=str(self.planned), composition=TEXT, is_silent=False, due_at=NOW,
            expires_at=NOW + GRACE, cutoff=None, follows=False,
        )  # fmt: skip
        await self.storage.plans.carry_out([plan, plan], now=NOW)
        (newest,) = await self.storage.deliveries.list(None, limit=1)
        self.states[newest.id], self.chats[newest.id], self.epochs[newest.id] = DeliveryState.PENDING, chat_id, 0

    @rule(limit=st.integers(1, 5))
    def claim(self, limit: int) -> None:
        claims = self._turn([], limit)
        sending = {self.chats[each] for each, state in self.states.items() if state is DeliveryState.SENDING}
        first: dict[int, int] = {}
        for delivery_id, state in sorted(self.states.items()):
            if state is DeliveryState.PENDING and self.chats[delivery_id] not in sending:
                first.setdefault(self.chats[delivery_id], delivery_id)
        assert [each.delivery_id for each in claims] == sorted(first.values())[:limit]
        for each in claims:
            self.states[each.delivery_id] = DeliveryState.SENDING
            self.epochs[each.delivery_id] += 1
            assert each.epoch == self.epochs[each.delivery_id]
        self.held += claims

    def _turn(self, results: list[Result], limit: int) -> list[Claim]:
        return list(self.runner.run(self.storage.deliveries.turn("w", results, limit=limit, now=NOW, resends=False)))

    @precondition(lambda self: self.held)
    @rule(data=st.data(), outcome=st.sampled_from(sorted(OUTCOMES)))
    def settle(self, data: st.DataObject, outcome: Outcome) -> None:
        held = data.draw(st.sampled_from(self.held))
        self.held.remove(held)
        self._turn([Result(held, outcome, NOW, message_id=held.delivery_id, reason="r")], 0)
        self.states[held.delivery_id] = OUTCOMES[outcome]

    @rule()
    def crash(self) -> None:
        """The worker is gone: all that it held becomes uncertain, and nothing else."""
        self.runner.run(self.storage.deliveries.recover(now=NOW, resends=False))
        for held in self.held:
            self.states[held.delivery_id] = DeliveryState.UNCERTAIN
        self.lost += self.held
        self.held = []

    @precondition(lambda self: self.lost)
    @rule(data=st.data())
    def late_answer(self, data: st.DataObject) -> None:
        """An answer that comes after the crash counts, unless the delivery was claimed or settled since."""
        lost = data.draw(st.sampled_from(self.lost))
        self.lost.remove(lost)
        self._turn([Result(lost, Outcome.SENT, NOW, message_id=lost.delivery_id)], 0)
        open_states = (
            DeliveryState.UNCERTAIN,
            DeliveryState.SENDING,
            DeliveryState.PENDING,
        )  # to be sent again: no need
        is_open = self.states[lost.delivery_id] in open_states
        if is_open and self.epochs[lost.delivery_id] == lost.epoch:
            self.states[lost.delivery_id] = DeliveryState.SENT

    @rule()
    def resend_all(self) -> None:
        self.runner.run(self.storage.deliveries.resend(None, now=NOW, grace=GRACE))
        for delivery_id, state in self.states.items():
            if state is DeliveryState.UNCERTAIN:
                self.states[delivery_id] = DeliveryState.PENDING

    @invariant()
    def ledger_is_the_model(self) -> None:
        found = self.runner.run(self.storage.deliveries.list(None, limit=1000))
        assert {each.id: each.state for each in found} == self.states


def test_ledger_behaves_as_the_model(database_url: str) -> None:
    machine = type("Machine", (LedgerMachine,), {"url": database_url})
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large]
    run_state_machine_as_test(
        machine, settings=settings(max_examples=25, stateful_step_count=25, deadline=None, suppress_health_check=checks)
    )
