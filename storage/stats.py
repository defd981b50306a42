"""Counts by day, of everybody together: added up as they come, read by day."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Table, delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import schema
from storage.database import Database
from storage.model import CountKind, TopStory

_counts, _opens = schema.daily_counts.c, schema.story_opens.c
_articles, _revisions = schema.articles.c, schema.revisions.c


class Stats:
    """What is counted by day."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(
        self, day: date, kind: CountKind, counts: Mapping[str, int], *, opens: Mapping[int, int] | None = None
    ) -> None:
        """Add to what was counted of a kind on a day, and to how often stories were opened."""
        counted = [{"day": day, "kind": kind, "name": name, "count": count} for name, count in counts.items()]
        opened = [{"day": day, "article_number": number, "count": count} for number, count in (opens or {}).items()]
        async with self._database.writing(may_be_lost=True) as connection:  # both or neither: they may be added again
            await self._write(connection, schema.daily_counts, counted, is_added=True)
            await self._write(connection, schema.story_opens, opened, is_added=True)

    async def put(self, day: date, kind: CountKind, counts: Mapping[str, int]) -> None:
        """Let a day's counts of a kind be these: they are how something stands."""
        counted = [{"day": day, "kind": kind, "name": name, "count": count} for name, count in counts.items()]
        async with self._database.writing(may_be_lost=True) as connection:
            await self._write(connection, schema.daily_counts, counted, is_added=False)

    async def _write(
        self, connection: AsyncConnection, table: Table, rows: Sequence[Mapping[str, Any]], *, is_added: bool
    ) -> None:
        if not rows:
            return
        inserting = self._database.insert(table)
        new = inserting.excluded["count"]
        updating = inserting.on_conflict_do_update(
            index_elements=table.primary_key.columns.keys(),
            set_={"count": table.c["count"] + new if is_added else new},
        )
        await connection.execute(updating, rows)

    async def list_days(self, since: date) -> dict[date, dict[CountKind, dict[str, int]]]:
        """Return what was counted on each day since one, the earliest first."""
        times = _counts["count"].label("times")  # a row's own `count` is a method
        query = select(_counts.day, _counts.kind, _counts.name, times).where(_counts.day >= since).order_by(_counts.day)
        days: dict[date, dict[CountKind, dict[str, int]]] = {}
        async with self._database.reading() as connection:
            for row in await connection.execute(query):
                days.setdefault(row.day, {}).setdefault(CountKind(row.kind), {})[row.name] = row.times
        return days

    async def list_top_stories(self, since: date, *, limit: int) -> tuple[TopStory, ...]:
        """Return the stories that were opened most often since a day."""
        total = func.sum(_opens["count"])
        most = (
            select(_opens.article_number, total.label("opens"))
            .where(_opens.day >= since)
            .group_by(_opens.article_number)
            .order_by(total.desc(), _opens.article_number.desc())
            .limit(limit)
            .subquery()
        )
        query = (
            select(most.c.article_number, _revisions.headline, most.c.opens)
            .join(schema.articles, _articles.number == most.c.article_number)
            .join(
                schema.revisions,
                (_revisions.article_number == _articles.number) & (_revisions.revision == _articles.revision),
            )
            .order_by(most.c.opens.desc(), most.c.article_number.desc())
        )
        async with self._database.reading() as connection:
            return tuple(
                TopStory(number, headline, int(opens)) for number, headline, opens in await connection.execute(query)
            )

    async def prune(self, before: date) -> int:
        """Forget the counts of days long gone; return how many."""
        async with self._database.writing() as connection:
            counts = await connection.execute(delete(schema.daily_counts).where(_counts.day < before))
            opens = await connection.execute(delete(schema.story_opens).where(_opens.day < before))
        return int(counts.rowcount + opens.rowcount)
