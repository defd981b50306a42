"""Incidents that are going on, and which of them the owners know."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import delete, select, update

from storage import schema
from storage.database import Database
from storage.model import Incident, OpenIncident

_incidents = schema.incidents.c


class Incidents:
    """What goes wrong now."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def list(self) -> tuple[OpenIncident, ...]:
        """Return the incidents that are open, the oldest first."""
        query = select(schema.incidents).order_by(_incidents.began_at, _incidents.key)
        async with self._database.reading() as connection:
            rows = (await connection.execute(query)).all()
        return tuple(
            OpenIncident(
                incident=Incident(key=row.key, said=row.said, is_urgent=row.is_urgent),
                began_at=row.began_at,
                is_told=row.is_told,
            )
            for row in rows
        )

    async def open(self, incidents: Sequence[Incident], *, now: datetime) -> None:
        """Remember incidents that have begun; those that are open already stay as they are."""
        rows = [
            {"key": each.key, "said": each.said, "is_urgent": each.is_urgent, "began_at": now, "is_told": False}
            for each in incidents
        ]
        if rows:
            async with self._database.writing() as connection:
                await connection.execute(self._database.insert(schema.incidents).on_conflict_do_nothing(), rows)

    async def note_told(self, keys: Collection[str]) -> None:
        """Remember that the owners know of these."""
        async with self._database.writing() as connection:
            told = update(schema.incidents).where(_incidents.key.in_(sorted(keys))).values(is_told=True)
            await connection.execute(told)

    async def close(self, keys: Collection[str]) -> None:
        """Forget incidents that are over."""
        async with self._database.writing() as connection:
            await connection.execute(delete(schema.incidents).where(_incidents.key.in_(sorted(keys))))
