"""Cited pages: what published articles rest on, and what changed there since."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, select, update

from storage import article_rows, schema
from storage.database import Database
from storage.model import ChangedPage, CitedPage, Decided, Decision, PageChange, Status
from storage.record import write_decision
from storage.report_rows import report_of, select_reports

_cited, _reports, _articles = schema.cited_pages.c, schema.reports.c, schema.articles.c
MOST_CHANGES = 20  # of a page that are remembered: what an editor has seen is not noticed again


class CitedPages:
    """The pages that are looked at again."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def watch(self, cited: Iterable[tuple[int, int, datetime]]) -> None:
        """Let pages be looked at, by article, report and time; those that are known stay as they are."""
        rows = [
            {"article_number": number, "report_id": report_id, "next_look_at": at} for number, report_id, at in cited
        ]
        if rows:
            async with self._database.writing() as connection:
                await connection.execute(self._database.insert(schema.cited_pages).on_conflict_do_nothing(), rows)

    async def claim_due(self, now: datetime, *, limit: int, lease: timedelta) -> tuple[CitedPage, ...]:
        """Return pages that are due, the longest due first; a lease keeps others from looking at them too."""
        query = (
            select(schema.cited_pages)
            .where(_cited.next_look_at <= now)
            .order_by(_cited.next_look_at)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        async with self._database.writing() as connection:
            rows = (await connection.execute(query)).all()
            for row in rows:
                is_own = _is_of(row.article_number, row.report_id)
                putting_off = update(schema.cited_pages).where(is_own).values(next_look_at=now + lease)
                await connection.execute(putting_off)
            loaded = await article_rows.load(connection, [row.article_number for row in rows])
            is_cited = _reports.id.in_([row.report_id for row in rows])
            reports = {row.id: report_of(row) for row in await connection.execute(select_reports().where(is_cited))}
        articles = {article.number: article for article in loaded}
        return tuple(
            CitedPage(article=articles[row.article_number], report=reports[row.report_id], title=row.title)
            for row in rows
        )

    async def note_look(
        self,
        page: CitedPage,
        *,
        title: str | None,
        changes: Sequence[PageChange],
        next_look_at: datetime | None,
        now: datetime,
    ) -> None:
        """Remember what a page is called, what changed there, and when it is looked at again, if it is."""
        is_own = _is_of(page.article.number, page.report.id)
        async with self._database.writing() as connection:
            known = await connection.scalar(select(_cited.changes).where(is_own).with_for_update()) or []
            values: dict[str, Any] = {"title": title, "next_look_at": next_look_at}
            # What an editor has seen once is not noticed again, though the page goes on saying it.
            if new := [each for each in map(asdict, changes) if each not in known]:
                values |= {
                    "changes": [*known, *new][-MOST_CHANGES:],
                    "noticed_at": now,
                }
            await connection.execute(update(schema.cited_pages).where(is_own).values(**values))

    async def list_changed(self, *, limit: int, offset: int = 0) -> tuple[ChangedPage, ...]:
        """Return the pages whose changes no editor has settled, those noticed last first."""
        return await self._list(_select_changed().order_by(_cited.noticed_at.desc()).limit(limit).offset(offset))

    async def find_changed(self, number: int, report_id: int) -> ChangedPage | None:
        """Return one such page, or None where it is settled."""
        found = await self._list(_select_changed().where(_is_of(number, report_id)))
        return found[0] if found else None

    async def _list(self, query: Select[Any]) -> tuple[ChangedPage, ...]:
        async with self._database.reading() as connection:
            rows = (await connection.execute(query)).all()
        return tuple(
            ChangedPage(
                number=row.article_number,
                headline=row.headline,
                report_id=row.report_id,
                outlet=row.outlet,
                url=row.url,
                changes=tuple(PageChange(**each) for each in row.changes or ()),
                noticed_at=row.noticed_at,
            )
            for row in rows
        )

    async def settle(self, number: int, report_id: int, *, noticed_at: datetime, actor: str, now: datetime) -> bool:
        """Let the changes noticed then be settled; return False where they were already, or more came since."""
        is_noticed = and_(_is_of(number, report_id), _cited.noticed_at == noticed_at)
        async with self._database.writing() as connection:
            settling = update(schema.cited_pages).where(is_noticed).values(noticed_at=None)
            is_new = (await connection.execute(settling)).rowcount == 1
            if is_new:
                subject = f"cited page of #{number}, report {report_id}"
                await write_decision(
                    connection, Decided(at=now, actor=actor, decision=Decision.SETTLE, subject=subject)
                )
        return is_new


def _is_of(number: int, report_id: int) -> ColumnElement[bool]:
    return and_(_cited.article_number == number, _cited.report_id == report_id)


def _select_changed() -> Select[Any]:
    query = (
        select(schema.cited_pages, _reports.url, schema.outlets.c.name.label("outlet"))
        .join(schema.reports, _reports.id == _cited.report_id)
        .join(schema.outlets, schema.outlets.c.id == _reports.outlet_id)
        .where(_cited.noticed_at.is_not(None), _articles.status == Status.PUBLISHED)
    )
    return article_rows.with_headline(query, _cited.article_number)
