"""Planning: from due subscriptions to rows of the ledger, in one transaction, safe to repeat."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, case, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import schema
from storage.database import Database
from storage.model import Composition, DeliveryState, Occurrence, Subscription


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to do about one due subscription.

    `occurrence` names what is delivered, once for ever; `composition` is None for nothing to send. `follows` tells
    whether the subscription moves on to `next_occurrence` (an operator's own send leaves the schedule alone).
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


class Plans:
    """The scheduler's side of the ledger."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def carry_out(self, plans: Sequence[Plan], *, now: datetime) -> None:
        """Insert the deliveries and move the subscriptions on.

        A subscription that somebody else moved meanwhile is not moved again, and no occurrence is inserted twice.
        """
        async with self._database.writing() as connection:
            compositions = {plan.composition.key: plan.composition for plan in plans if plan.composition}
            ids = await self._ensure_compositions(connection, compositions, now)
            rows = [_delivery_row(plan, ids, now) for plan in plans if plan.composition or plan.expires_at <= now]
            if rows:
                inserting = self._database.insert(schema.deliveries)
                keys = ["subscription_id", "occurrence"]
                await connection.execute(inserting.on_conflict_do_nothing(index_elements=keys), rows)
            moves = [_move(plan) for plan in plans if plan.follows]
            if moves:
                await connection.execute(_MOVE_ON, moves)
            considered = [
                {"subscription": plan.subscription.id, "new_cutoff": plan.cutoff}
                for plan in plans
                if not plan.follows and plan.cutoff
            ]
            if considered:
                await connection.execute(_CONSIDER, considered)

    async def _ensure_compositions(
        self, connection: AsyncConnection, compositions: dict[str, Composition], now: datetime
    ) -> dict[str, int]:
        if not compositions:
            return {}
        table, shown = schema.compositions, schema.composition_articles
        values = [{"key": each.key, "bodies": list(each.bodies), "created_at": now} for each in compositions.values()]
        await connection.execute(self._database.insert(table).on_conflict_do_nothing(index_elements=["key"]), values)
        rows = await connection.execute(select(table.c.key, table.c.id).where(table.c.key.in_(compositions)))
        ids = {key: int(composition_id) for key, composition_id in rows}
        articles = [
            {
                "composition_id": ids[each.key],
                "part": part,
                "position": article.position,
                "article_number": article.number,
                "revision": article.revision,
            }
            for each in compositions.values()
            for part, articles in enumerate(each.articles)
            for article in articles
        ]
        if articles:
            await connection.execute(self._database.insert(shown).on_conflict_do_nothing(), articles)
        return ids


# It never moves back: the reader may have asked for a briefing meanwhile.
_NEW_CUTOFF = bindparam("new_cutoff", type_=schema.Instant())
_LATER_CUTOFF = case(
    (func.coalesce(schema.subscriptions.c.cutoff < _NEW_CUTOFF, _NEW_CUTOFF.is_not(None)), _NEW_CUTOFF),
    else_=schema.subscriptions.c.cutoff,
)
# Compare and set: whoever comes second finds another due time and moves nothing.
_MOVE_ON = (
    update(schema.subscriptions)
    .where(
        schema.subscriptions.c.id == bindparam("subscription"),
        schema.subscriptions.c.next_due_at == bindparam("was_due_at"),
    )
    .values(
        next_due_at=bindparam("due_at"),
        next_day=bindparam("day"),
        next_time=bindparam("at"),
        cutoff=_LATER_CUTOFF,
    )
)
_CONSIDER = (
    update(schema.subscriptions)
    .where(schema.subscriptions.c.id == bindparam("subscription"))
    .values(cutoff=_LATER_CUTOFF)
)


def _move(plan: Plan) -> dict[str, Any]:
    following, was = plan.next_occurrence, plan.subscription.next_occurrence
    return {
        "subscription": plan.subscription.id,
        "was_due_at": was.due_at if was else None,
        "due_at": following.due_at if following else None,
        "day": following.day if following else None,
        "at": following.at if following else None,
        "new_cutoff": plan.cutoff,
    }


def _delivery_row(plan: Plan, ids: dict[str, int], now: datetime) -> dict[str, Any]:
    is_late = plan.expires_at <= now
    return {
        "subscription_id": plan.subscription.id,
        "occurrence": plan.occurrence,
        "chat_id": plan.subscription.chat_id,
        "thread_id": plan.subscription.thread_id or 0,
        "composition_id": ids[plan.composition.key] if plan.composition else None,
        "is_silent": plan.is_silent,
        "state": DeliveryState.EXPIRED if is_late else DeliveryState.PENDING,
        "due_at": plan.due_at,
        "expires_at": plan.expires_at,
        "part": 0,
        "epoch": 0,
        "reason": "too late to be sent" if is_late else None,
        "settled_at": now if is_late else None,
    }
