"""Planning: from due subscriptions to rows of the ledger, in one transaction, safe to repeat."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import bindparam, case, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import schema
from storage.audience import is_paused
from storage.batches import batches
from storage.chat_moves import expire
from storage.compositions import ensure_compositions
from storage.database import Database
from storage.model import ChatState, Composition, DeliveryKind, DeliveryState, Notice, Occurrence, Subscription
from storage.notices import list_untold, tell

_subscriptions = schema.subscriptions.c


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to do about one due subscription.

    `occurrence` names what is delivered, once for ever; `composition` is None for nothing to send. `follows` tells
    whether the subscription moves on to `next_occurrence` (an operator's own send leaves the schedule alone).
    `quiet` is when it goes without a sound, whatever it is otherwise.
    """

    subscription: Subscription
    occurrence: str
    composition: Composition | None
    is_silent: bool
    due_at: datetime
    expires_at: datetime
    cutoff: datetime | None
    next_occurrence: Occurrence | None = None
    follows: bool = True
    is_missed: bool = False  # too late to be sent: recorded, and nothing is considered
    overrides_pause: bool = False
    quiet: tuple[datetime, datetime] | None = None
    kind: DeliveryKind = DeliveryKind.BRIEFING
    alerted_change_at: datetime | None = None  # when the article of an alert was published or updated

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What it tells of corrections."""
        return self.composition.profile.notices if self.composition and self.composition.profile else ()


class _Current(NamedTuple):
    due_at: datetime | None
    is_paused: bool
    cutoff: datetime | None


class Plans:
    """The scheduler's side of the ledger."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def carry_out(self, plans: Sequence[Plan], *, now: datetime) -> int:
        """Insert the deliveries and move the subscriptions on, each together or not at all; return how many to send.

        What somebody stopped, paused, blocked or moved meanwhile is left alone, as is what was planned before the
        cutoff moved: an earlier delivery came too late, or a briefing was asked for. No occurrence is inserted twice:
        whose delivery is not inserted has considered nothing.
        """
        planned = 0
        for some in batches(plans):
            async with self._database.writing() as connection:
                planned += await self._carry_out(connection, some, now)
        return planned

    async def skip(self, moves: Sequence[tuple[int, Occurrence | None]], *, cutoff: datetime | None) -> None:
        """Let subscriptions, by id, come next as said, with all that was published until the cutoff as told."""
        rows = [_moved(number, following, cutoff) for number, following in moves]
        async with self._database.writing() as connection:
            await connection.execute(_MOVE_ON, rows)

    async def expire(self, now: datetime) -> None:
        """Send nothing any more that is too late: what is planned from here on has what it would have told."""
        async with self._database.writing() as connection:
            await expire(connection, now=now)

    async def _carry_out(self, connection: AsyncConnection, plans: Sequence[Plan], now: datetime) -> int:
        await expire(connection, schema.deliveries.c.subscription_id.in_(_ids(plans)), now=now)
        current = await self._list_current(connection, plans, now)
        plans = await _without_told([plan for plan in plans if _is_current(plan, current)], connection)
        compositions = {plan.composition.key: plan.composition for plan in plans if plan.composition}
        ids = await ensure_compositions(connection, self._database, list(compositions.values()), now)
        rows = [_delivery_row(plan, ids, now) for plan in plans if plan.composition or plan.is_missed]
        inserted: dict[tuple[int, str], int] = {}
        if rows:
            deliveries = schema.deliveries.c
            inserting = self._database.insert(schema.deliveries).on_conflict_do_nothing(
                index_elements=["subscription_id", "occurrence"]
            )
            added = await connection.execute(
                inserting.returning(deliveries.subscription_id, deliveries.occurrence, deliveries.id), rows
            )
            inserted = {(row.subscription_id, row.occurrence): row.id for row in added}
        told = [(_place(plan), plan.notices, inserted[_key(plan)]) for plan in plans if _key(plan) in inserted]
        await tell(connection, told, now=now)
        moves = [_move(plan, considers=_considers(plan, inserted)) for plan in plans if plan.follows]
        if moves:
            await connection.execute(_MOVE_ON, moves)
        considered = [
            {"subscription": plan.subscription.id, "new_cutoff": plan.cutoff}
            for plan in plans
            if not plan.follows and plan.cutoff and _considers(plan, inserted)
        ]
        if considered:
            await connection.execute(_CONSIDER, considered)
        return sum(_key(plan) in inserted and not plan.is_missed for plan in plans)

    async def _list_current(
        self, connection: AsyncConnection, plans: Sequence[Plan], now: datetime
    ) -> dict[int, _Current]:
        """Return the planned subscriptions that may still get something, as they are now."""
        chats = schema.chats.c
        query = (
            select(_subscriptions.id, _subscriptions.next_due_at, is_paused(now), _subscriptions.cutoff)
            .join(schema.chats, chats.id == _subscriptions.chat_id)
            .where(_subscriptions.id.in_(_ids(plans)))
            .where(~_subscriptions.is_stopped, chats.state == ChatState.ACTIVE)
            .order_by(_subscriptions.id)
            .with_for_update(of=schema.subscriptions)
        )
        rows = await connection.execute(query)
        return {number: _Current(due_at, bool(rests), cutoff) for number, due_at, rests, cutoff in rows}


def _ids(plans: Sequence[Plan]) -> set[int]:
    return {plan.subscription.id for plan in plans}


def _is_current(plan: Plan, current: dict[int, _Current]) -> bool:
    now = current.get(plan.subscription.id)
    if now is None:
        return False
    # Compare and set: whoever comes second moves nothing.
    if plan.cutoff is not None and now.cutoff != plan.subscription.cutoff:
        return False
    if not plan.follows:
        return plan.overrides_pause or not now.is_paused
    was = plan.subscription.next_occurrence
    return was is not None and now.due_at == was.due_at


def _key(plan: Plan) -> tuple[int, str]:
    return plan.subscription.id, plan.occurrence


def _place(plan: Plan) -> tuple[int, int | None]:
    return plan.subscription.chat_id, plan.subscription.thread_id


async def _without_told(plans: Sequence[Plan], connection: AsyncConnection) -> list[Plan]:
    """Leave out plans that would tell what their chat has heard of meanwhile: they are made anew."""
    chats = {plan.subscription.chat_id for plan in plans if plan.notices}
    if not chats:
        return list(plans)
    untold = await list_untold(connection, chats)

    def is_untold(plan: Plan) -> bool:
        chat_id, thread_id = _place(plan)
        return all((notice.correction_id, chat_id, thread_id or 0) in untold for notice in plan.notices)

    return [plan for plan in plans if is_untold(plan)]


def _considers(plan: Plan, inserted: Container[tuple[int, str]]) -> bool:
    """Whether what was published up to the plan's cutoff counts as considered: it is in the ledger, or not wanted."""
    return not plan.is_missed and (plan.composition is None or _key(plan) in inserted)


# It never moves back: the reader may have asked for a briefing meanwhile.
_NEW_CUTOFF = bindparam("new_cutoff", type_=schema.Instant())
_LATER_CUTOFF = case(
    (func.coalesce(_subscriptions.cutoff < _NEW_CUTOFF, _NEW_CUTOFF.is_not(None)), _NEW_CUTOFF),
    else_=_subscriptions.cutoff,
)
# By id alone: that they are due is known of rows that are locked, and many are due at the same moment.
_MOVE_ON = (
    update(schema.subscriptions)
    .where(_subscriptions.id == bindparam("subscription"))
    .values(
        next_due_at=bindparam("due_at"),
        next_day=bindparam("day"),
        next_time=bindparam("at"),
        cutoff=_LATER_CUTOFF,
    )
)
_CONSIDER = (
    update(schema.subscriptions).where(_subscriptions.id == bindparam("subscription")).values(cutoff=_LATER_CUTOFF)
)


def _move(plan: Plan, *, considers: bool) -> dict[str, Any]:
    return _moved(plan.subscription.id, plan.next_occurrence, plan.cutoff if considers else None)


def _moved(subscription_id: int, following: Occurrence | None, cutoff: datetime | None) -> dict[str, Any]:
    return {
        "subscription": subscription_id,
        "due_at": following.due_at if following else None,
        "day": following.day if following else None,
        "at": following.at if following else None,
        "new_cutoff": cutoff,
    }


def _delivery_row(plan: Plan, ids: dict[str, int], now: datetime) -> dict[str, Any]:
    before = plan.subscription.cutoff
    if plan.alerted_change_at is not None:
        # An alert that ends unsent gives its article back to the briefings, which left it out; what came since, too.
        before = plan.alerted_change_at - timedelta(microseconds=1)
    return {
        "kind": plan.kind,
        "subscription_id": plan.subscription.id,
        "occurrence": plan.occurrence,
        "chat_id": plan.subscription.chat_id,
        "thread_id": plan.subscription.thread_id or 0,
        "composition_id": ids[plan.composition.key] if plan.composition else None,
        "is_silent": plan.is_silent,
        "quiet_from": plan.quiet[0] if plan.quiet else None,
        "quiet_until": plan.quiet[1] if plan.quiet else None,
        "state": DeliveryState.EXPIRED if plan.is_missed else DeliveryState.PENDING,
        "due_at": plan.due_at,
        "expires_at": plan.expires_at,
        "part": 0,
        "epoch": 0,
        "cutoff_before": before,
        "cutoff_after": None if plan.is_missed else plan.alerted_change_at or plan.cutoff,
        "reason": "too late to be sent" if plan.is_missed else None,
        "settled_at": now if plan.is_missed else None,
    }
