"""Paragraphs that a feed's reports have in common, and the reports they are taken out of."""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import delete, select, tuple_, update

from storage import schema
from storage.database import Database
from storage.report_rows import text_values

MOST_KNOWN = 200  # of one feed, the newest
_AT_ONCE = 300
_repeated = schema.repeated_paragraphs.c
_reports = schema.reports.c


class RepeatedParagraphs:
    """A feed's furniture, by digests."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def list_digests(self, feed_id: int) -> frozenset[str]:
        """Return what is known of a feed."""
        query = select(_repeated.digest).where(_repeated.feed_id == feed_id)
        async with self._database.reading() as connection:
            newest = query.order_by(_repeated.found_at.desc()).limit(MOST_KNOWN)
            return frozenset((await connection.scalars(newest)).all())

    async def list_texts(self, feed_id: int, *, limit: int) -> dict[int, str]:
        """Return the texts of a feed's newest reports, by the report's id."""
        query = select(_reports.id, _reports.text).where(_reports.feed_id == feed_id, _reports.text != "")
        async with self._database.reading() as connection:
            rows = await connection.execute(query.order_by(_reports.found_at.desc(), _reports.id).limit(limit))
            return {int(id_): text for id_, text in rows}

    async def prune(self, before: datetime) -> int:
        """Forget what was found long ago, a few at a time; what still repeats is found again. Return how many."""
        key = (_repeated.feed_id, _repeated.digest)
        old = select(*key).where(_repeated.found_at < before).order_by(_repeated.found_at).limit(_AT_ONCE)
        async with self._database.writing() as connection:
            keys = [tuple(row) for row in await connection.execute(old)]
            await connection.execute(delete(schema.repeated_paragraphs).where(tuple_(*key).in_(keys)))
        return len(keys)

    async def save(self, feed_id: int, digests: Collection[str], cleaned: Mapping[int, str], *, now: datetime) -> None:
        """Remember digests of a feed; let reports have these texts."""
        rows = [{"feed_id": feed_id, "digest": digest, "found_at": now} for digest in sorted(digests)]
        inserting = self._database.insert(schema.repeated_paragraphs).on_conflict_do_nothing()
        async with self._database.writing() as connection:
            await connection.execute(inserting, rows)
            for report_id, text in sorted(cleaned.items()):
                changing = update(schema.reports).where(_reports.id == report_id)
                await connection.execute(changing.values(**text_values(text)))
