"""Reports: found in feeds, read from their pages, placed in events."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, Select, and_, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import schema
from storage.batches import batches
from storage.database import Database
from storage.model import FoundReport, Report, ReportState
from storage.outlets import ensure_outlets
from storage.report_rows import found_row, placed_row, report_of, select_reports, text_values

_reports = schema.reports.c
_AT_ONCE = 200


class Reports:
    """What outlets publish."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, found: Sequence[FoundReport], *, section: str | None, now: datetime) -> int:
        """Store what a feed names; what is known already is not stored twice, an edited headline is a new version.

        Return how many are new.
        """
        added = 0
        async with self._database.writing() as connection:
            for some in batches(found, _AT_ONCE):
                added += await self._add_some(connection, some, section, now)
        return added

    async def _add_some(
        self, connection: AsyncConnection, found: Sequence[FoundReport], section: str | None, now: datetime
    ) -> int:
        known = await self._find_known(connection, found)
        times_named = Counter(_entry(report.feed_id, report.key) for report in found)
        new: dict[str, FoundReport] = {}
        for report in found:
            entry = _entry(report.feed_id, report.key)
            same = known.get(report.url_key) or (known.get(entry) if times_named[entry] == 1 else None)
            if same is None:
                new.setdefault(report.url_key, report)
            elif report.title and same.title != report.title and same.key == report.key:
                await self._retitle(connection, same, report, now)
        outlets = await ensure_outlets(connection, self._database, {report.outlet for report in new.values()})
        if new:
            # In one order, whoever stores: two feeds that name the same pages never wait for each other in a ring.
            rows = [found_row(new[url_key], outlets[new[url_key].outlet].id, section, now) for url_key in sorted(new)]
            inserting = self._database.insert(schema.reports).on_conflict_do_nothing()
            await connection.execute(inserting, rows)
        return len(new)

    async def _find_known(self, connection: AsyncConnection, found: Sequence[FoundReport]) -> dict[str, Row[Any]]:
        """Return the reports that are stored, by address and by the feed's own id."""
        columns: tuple[Any, ...] = (
            _reports.id, _reports.title, _reports.version, _reports.feed_id, _reports.url_key, _reports.key
        )  # fmt: skip
        is_same_page = _reports.url_key.in_([report.url_key for report in found])
        feeds = {report.feed_id for report in found}
        is_same_entry = and_(
            _reports.feed_id.in_(feeds), _reports.key.in_([report.key for report in found if report.key])
        )
        rows = (await connection.execute(select(*columns).where(or_(is_same_page, is_same_entry)))).all()
        return {_entry(row.feed_id, row.key): row for row in rows if row.key} | {row.url_key: row for row in rows}

    async def _retitle(self, connection: AsyncConnection, known: Row[Any], report: FoundReport, now: datetime) -> None:
        if known.feed_id != report.feed_id:
            return  # the same page in another feed of the outlet's, under another name
        versions = {"report_id": known.id, "version": known.version, "title": known.title, "seen_at": now}
        inserting = self._database.insert(schema.report_versions).values(**versions)
        await connection.execute(inserting.on_conflict_do_nothing())
        changed = {"title": report.title, "version": known.version + 1}
        await connection.execute(update(schema.reports).where(_reports.id == known.id).values(**changed))

    async def claim_found(self, now: datetime, *, limit: int, lease: timedelta) -> tuple[Report, ...]:
        """Return reports whose pages are to be read, each put off by a lease."""
        query = select_reports().where(_reports.state == ReportState.FOUND, _reports.next_try_at <= now)
        query = query.order_by(_reports.next_try_at, _reports.id).limit(limit)
        async with self._database.writing() as connection:
            rows = (await connection.execute(query.with_for_update(skip_locked=True, of=schema.reports))).all()
            ids = [row.id for row in rows]
            if ids:
                values = {"next_try_at": now + lease, "tries": _reports.tries + 1}
                await connection.execute(update(schema.reports).where(_reports.id.in_(ids)).values(**values))
        return tuple(report_of(row) for row in rows)

    async def list_texts(self, url_keys: Sequence[str]) -> dict[str, str]:
        """Return title and text of the reports of these addresses that are here and were read."""
        query = select(_reports.url_key, _reports.title, _reports.text).where(_reports.text != "")
        texts: dict[str, str] = {}
        async with self._database.reading() as connection:
            for some in batches(url_keys, _AT_ONCE):
                rows = await connection.execute(query.where(_reports.url_key.in_(some)))
                texts |= {row.url_key: f"{row.title}\n{row.text}" for row in rows}
        return texts

    async def list_ids(self, url_keys: Sequence[str]) -> dict[str, int]:
        """Return the ids of the reports of these addresses that are here and were read, by address."""
        query = select(_reports.url_key, _reports.id).where(_reports.text != "")
        ids: dict[str, int] = {}
        async with self._database.reading() as connection:
            for some in batches(url_keys, _AT_ONCE):
                ids |= {key: int(id_) for key, id_ in await connection.execute(query.where(_reports.url_key.in_(some)))}
        return ids

    async def save_text(self, report: Report, *, url_key: str) -> None:
        """Store a report as read; where another has its address already, it is that one's second name and fails."""
        values: dict[str, Any] = {
            **text_values(report.text),
            "title": report.title,
            "language": report.language,
            "authors": list(report.authors),
            "published_at": report.published_at,
            "picture": report.picture,
            "url": report.url,
            "url_key": url_key,
            "state": ReportState.READ,
            "error": None,
        }
        taken = select(_reports.id).where(_reports.url_key == url_key, _reports.id != report.id)
        async with self._database.writing() as connection:
            values["outlet_id"] = (await ensure_outlets(connection, self._database, {report.outlet}))[report.outlet].id
            if await connection.scalar(taken) is not None:
                values = {"state": ReportState.FAILED, "error": "another report has this address"}
            await connection.execute(update(schema.reports).where(_reports.id == report.id).values(**values))

    async def put_off(self, report_id: int, *, error: str, next_try_at: datetime | None) -> None:
        """Remember why a page could not be read; it is tried again then, or never."""
        values: dict[str, Any] = {"error": error, "next_try_at": next_try_at}
        if next_try_at is None:
            values = {"error": error, "state": ReportState.FAILED}
        async with self._database.writing() as connection:
            await connection.execute(update(schema.reports).where(_reports.id == report_id).values(**values))

    async def list_read(self, *, limit: int) -> tuple[Report, ...]:
        """Return reports that are read and belong to no event yet, as they were found."""
        query = select_reports().where(_reports.state == ReportState.READ).order_by(_reports.id).limit(limit)
        return await self._list(query)

    async def list_placed_since(self, moment: datetime, *, after_id: int = 0, limit: int) -> tuple[Report, ...]:
        """Return reports in events, the oldest first: from a moment on, and of that moment those after `after_id`."""
        is_later = or_(_reports.published_at > moment, _reports.id > after_id)
        query = select_reports().where(_reports.state == ReportState.PLACED, _reports.published_at >= moment, is_later)
        return await self._list(query.order_by(_reports.published_at, _reports.id).limit(limit))

    async def list_newest(self, feed_ids: Sequence[int]) -> dict[int, datetime]:
        """Return when each of these feeds brought its newest report."""
        feeds = schema.feeds.c
        # One look at the end of an index for each feed, where grouping would read all reports.
        newest = select(_reports.found_at).where(_reports.feed_id == feeds.id).order_by(_reports.found_at.desc())
        query = select(feeds.id, newest.limit(1).scalar_subquery()).where(feeds.id.in_(feed_ids))
        async with self._database.reading() as connection:
            return {int(feed_id): at for feed_id, at in await connection.execute(query) if at is not None}

    async def count_dropped(self, since: datetime) -> dict[str, int]:
        """Count the reports since then whose pages could not be read, by the reason."""
        query = (
            select(_reports.error, func.count())
            .where(_reports.published_at >= since, _reports.state == ReportState.FAILED)
            .group_by(_reports.error)
        )
        async with self._database.reading() as connection:
            return {error or "no reason": int(number) for error, number in await connection.execute(query)}

    async def count_unread_by_feed(self, since: datetime) -> dict[int, dict[str, int]]:
        """Count each feed's reports since then whose pages could not be read, or not yet, by the reason."""
        query = (
            select(_reports.feed_id, _reports.error, func.count())
            .where(_reports.published_at >= since, _reports.error.is_not(None), _reports.feed_id.is_not(None))
            .group_by(_reports.feed_id, _reports.error)
        )
        counts: dict[int, dict[str, int]] = {}
        async with self._database.reading() as connection:
            for feed_id, error, number in await connection.execute(query):
                counts.setdefault(int(feed_id), {})[error] = int(number)
        return counts

    async def count(self) -> dict[str, int]:
        """Count the reports in each state."""
        query = select(_reports.state, func.count()).group_by(_reports.state)
        async with self._database.reading() as connection:
            found = {state: int(number) for state, number in await connection.execute(query)}
        return {state.value: found.get(state.value, 0) for state in ReportState}

    async def _list(self, query: Select[Any]) -> tuple[Report, ...]:
        async with self._database.reading() as connection:
            return tuple(report_of(row) for row in await connection.execute(query))


def _entry(feed_id: int | None, key: str) -> str:
    """Return a name for an entry of a feed that no address can be."""
    return f"{feed_id} {key}"


async def add_placed(
    connection: AsyncConnection,
    database: Database,
    read: Sequence[tuple[Report, str]],
    event_id: int,
    *,
    now: datetime,
) -> None:
    """Store reports that were read already, by the keys of their addresses, in an event.

    Known ones move there, unless they are what another event's article is made of.
    """
    outlets = await ensure_outlets(connection, database, {report.outlet for report, _ in read})
    rows = [placed_row(report, key, outlets[report.outlet].id, event_id, now) for report, key in read]
    inserting = database.insert(schema.reports)
    drafted = exists().where(schema.events.c.id == _reports.event_id, schema.events.c.article_number.is_not(None))
    moving = inserting.on_conflict_do_update(
        index_elements=["url_key"], set_={"event_id": event_id}, where=or_(_reports.event_id.is_(None), ~drafted)
    )
    await connection.execute(moving, sorted(rows, key=lambda row: str(row["url_key"])))
