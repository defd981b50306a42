"""Summaries: what became of a briefing or an alert, counted once its last delivery is settled."""

from datetime import datetime

from sqlalchemy import func, select, update

from storage import schema
from storage.database import Database
from storage.model import BriefingSummary, DeliveryKind, DeliveryState

_compositions, _deliveries = schema.compositions.c, schema.deliveries.c
_UNSETTLED = (DeliveryState.PENDING, DeliveryState.SENDING)


class Summaries:
    """Counts of compositions, each taken once."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def list_open(self, *, before: datetime) -> dict[int, datetime]:
        """Return compositions made before a moment that were not summed up yet, with when they were made."""
        query = select(_compositions.id, _compositions.created_at).where(
            _compositions.logged_at.is_(None), _compositions.created_at < before
        )
        async with self._database.reading() as connection:
            return {row.id: row.created_at for row in (await connection.execute(query)).all()}

    async def claim(self, composition_id: int, *, now: datetime) -> BriefingSummary | None:
        """Sum a composition up; None while something of it is to be sent, or if it was summed up before."""
        is_of_it = _deliveries.composition_id == composition_id
        unsettled = select(_deliveries.id).where(is_of_it, _deliveries.state.in_(_UNSETTLED)).limit(1)
        async with self._database.reading() as connection:
            if await connection.scalar(unsettled) is not None:
                return None
        claimed = (
            update(schema.compositions)
            .where(_compositions.id == composition_id, _compositions.logged_at.is_(None))
            .values(logged_at=now)
        )
        async with self._database.writing() as connection:
            if not (await connection.execute(claimed)).rowcount:
                return None
        return await self._sum_up(composition_id)

    async def _sum_up(self, composition_id: int) -> BriefingSummary:
        shown = schema.composition_articles.c
        articles = select(shown.article_number).where(shown.composition_id == composition_id)
        states = (
            select(_deliveries.kind, _deliveries.state, func.count())
            .where(_deliveries.composition_id == composition_id, _deliveries.kind != DeliveryKind.EDIT)
            .group_by(_deliveries.kind, _deliveries.state)
        )
        span = select(func.min(_deliveries.due_at), func.max(_deliveries.settled_at)).where(
            _deliveries.composition_id == composition_id, _deliveries.state == DeliveryState.SENT
        )
        async with self._database.reading() as connection:
            counts = (await connection.execute(states)).all()
            began_at, ended_at = (await connection.execute(span)).one()
            numbers = (await connection.scalars(articles.order_by(shown.part, shown.position))).all()
        return BriefingSummary(
            composition_id=composition_id,
            kind=DeliveryKind(counts[0].kind) if counts else DeliveryKind.BRIEFING,
            articles=tuple(numbers),
            counts={DeliveryState(state): count for _, state, count in counts},
            began_at=began_at,
            ended_at=ended_at,
        )
