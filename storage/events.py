"""Events: reports that tell of the same happening, and the drafts made of them."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import exists, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import article_writing, schema
from storage.checks import save_checks
from storage.database import Database
from storage.errors import Conflict, NotFound
from storage.installation import find_fact, save_fact
from storage.model import Action, ArticleText, Check, Decided, Decision, Event, Report, ReportState, Status, Step
from storage.record import write_decision, write_record
from storage.report_rows import list_of_event, report_of
from storage.reports import add_placed

_events = schema.events.c
_reports = schema.reports.c
_articles, _actions = schema.articles.c, schema.actions.c
DRAFTER = "newsroom"
_REGROUPED = "events_regrouped"  # a mark of the last time that editors merged or split
_HAS_REPORTS = exists().where(_reports.event_id == _events.id)
MOST_LOOKED_AT = 500  # events of the window that may be worth an article


class Events:
    """What the reports tell of."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def begin(self, report_id: int, *, now: datetime) -> int:
        """Begin an event with its first report; return its id."""
        async with self._database.writing() as connection:
            event_id = await _begin(connection, now, waits_since=now)
            await _place(connection, report_id, event_id, None)
        return event_id

    async def join(self, report_id: int, event_id: int, *, copy_of: int | None, now: datetime) -> bool:
        """Add a report to an event; return False where an editor has merged that into another meanwhile."""
        async with self._database.writing() as connection:
            if not await _touch(connection, event_id, now):
                return False
            await _place(connection, report_id, event_id, copy_of)
        return True

    async def merge(self, event_id: int, other_id: int, *, actor: str, now: datetime) -> int | None:
        """Let the reports of another event be this one's, and its draft too where this one has none.

        The other one stays, empty, until it is pruned: its id is nobody else's meanwhile. Return the number of its
        draft where that stays behind.
        Raises NotFound, or Conflict for an event and itself.
        """
        if event_id == other_id:
            raise Conflict("an event cannot be merged with itself")
        async with self._database.writing() as connection:
            rows = (
                await connection.execute(
                    select(schema.events)
                    .where(_events.id.in_([event_id, other_id]), _HAS_REPORTS)
                    .order_by(_events.id)
                    .with_for_update()
                )
            ).all()
            found = {row.id: row for row in rows}
            for each in (event_id, other_id):
                if each not in found:
                    raise NotFound("event", each)
            moved = update(schema.reports).where(_reports.event_id == other_id).values(event_id=event_id)
            await connection.execute(moved)
            own, other = found[event_id], found[other_id]
            goes_along = own.article_number is None and other.article_number is not None
            left = {"waits_since": None, "article_number": None if goes_along else other.article_number}
            await connection.execute(update(schema.events).where(_events.id == other_id).values(**left))
            if goes_along:
                draft = {"article_number": other.article_number, "drafted_outlets": other.drafted_outlets}
                await connection.execute(update(schema.events).where(_events.id == event_id).values(**draft))
            await _touch(connection, event_id, now)
            await _note_regrouped(connection, self._database)
            merged = Decided(
                at=now,
                actor=actor,
                decision=Decision.MERGE,
                subject=f"event {event_id}",
                detail=f"with event {other_id}",
            )
            await write_decision(connection, merged)
        return None if goes_along else other.article_number

    async def split(self, event_id: int, report_id: int, *, actor: str, now: datetime) -> int:
        """Let a report, with its copies, be an event of its own; return that one's id. Raises NotFound or Conflict."""
        is_own = or_(_reports.id == report_id, _reports.copy_of == report_id)
        async with self._database.writing() as connection:
            await connection.execute(select(_events.id).where(_events.id == event_id).with_for_update())
            ids = await _list_report_ids(connection, event_id)
            if report_id not in ids:
                raise NotFound("report in this event", report_id)
            moving = set((await connection.scalars(select(_reports.id).where(is_own))).all()) & ids
            if moving == ids:
                raise Conflict("this report is all that the event has")
            new_id = await _begin(connection, now, waits_since=now)
            moved = update(schema.reports).where(_reports.id.in_(moving)).values(event_id=new_id)
            await connection.execute(moved)
            original = update(schema.reports).where(_reports.id == report_id).values(copy_of=None)
            await connection.execute(original)
            # Its draft knew a report that is gone: it is made again.
            anew = update(schema.events).where(_events.id == event_id).values(drafted_outlets=0)
            await connection.execute(anew)
            await _touch(connection, event_id, now)
            await _note_regrouped(connection, self._database)
            detail = f"report {report_id} is event {new_id}"
            split = Decided(at=now, actor=actor, decision=Decision.SPLIT, subject=f"event {event_id}", detail=detail)
            await write_decision(connection, split)
        return new_id

    async def find_regrouped(self) -> str | None:
        """Return a mark that changes whenever editors merge or split events; None where nobody has."""
        async with self._database.reading() as connection:
            return await find_fact(connection, _REGROUPED)

    async def gather(self, read: Sequence[tuple[Report, str]], *, now: datetime) -> int:
        """Let reports that an editor brings, by the keys of their addresses, be one event; return its id.

        Where one of them is told of by an article already, the others join that one's event; else they begin a new one,
        and those that are here already come along from wherever they were.
        """
        is_brought = _reports.url_key.in_([key for _, key in read])
        drafted = select(_events.id).join(schema.reports, _reports.event_id == _events.id)
        drafted = drafted.where(is_brought, _events.article_number.is_not(None)).order_by(_events.id).limit(1)
        async with self._database.writing() as connection:
            event_id = await connection.scalar(drafted)
            if event_id is None:
                event_id = await _begin(connection, now, waits_since=None)
            await add_placed(connection, self._database, read, event_id, now=now)
        return int(event_id)

    async def list_open(self, since: datetime, *, limit: int, offset: int) -> tuple[Event, ...]:
        """Return events without an article that changed since then: most independent outlets first, then the newest."""
        outlets = func.count(_reports.outlet_id.distinct())
        recent = (
            select(_events.id)
            .where(_events.changed_at >= since, _events.article_number.is_(None))
            .order_by(_events.changed_at.desc())
            .limit(MOST_LOOKED_AT)
        )
        query = (
            select(_reports.event_id)
            .where(_reports.event_id.in_(recent), _reports.copy_of.is_(None))
            .group_by(_reports.event_id)
            .order_by(outlets.desc(), func.max(_reports.published_at).desc())
            .limit(limit)
            .offset(offset)
        )
        async with self._database.reading() as connection:
            ids = (await connection.scalars(query)).all()
        return tuple([await self.get(int(event_id)) for event_id in ids if event_id is not None])

    async def get(self, event_id: int) -> Event:
        """Return an event with its reports. Raises NotFound."""
        async with self._database.reading() as connection:
            row = (await connection.execute(select(schema.events).where(_events.id == event_id))).one_or_none()
            if row is None:
                raise NotFound("event", event_id)
            reports = tuple(report_of(each) for each in await connection.execute(list_of_event(event_id)))
        return Event(id=row.id, reports=reports, article_number=row.article_number, drafted_outlets=row.drafted_outlets)

    async def find_of_article(self, number: int) -> int | None:
        """Return the id of the event that an article was drafted of, while its reports are kept."""
        query = select(_events.id).where(_events.article_number == number, _HAS_REPORTS)
        async with self._database.reading() as connection:
            return await connection.scalar(query)

    async def list_waiting(self, *, limit: int) -> tuple[int, ...]:
        """Return the ids of events that reports joined since somebody looked, the longest waiting first."""
        query = select(_events.id).where(_events.waits_since.is_not(None)).order_by(_events.waits_since, _events.id)
        async with self._database.reading() as connection:
            return tuple((await connection.scalars(query.limit(limit))).all())

    async def list_recent(self, *, limit: int, offset: int = 0) -> tuple[int, ...]:
        """Return the ids of the events that changed last, the newest first."""
        query = select(_events.id).where(_HAS_REPORTS).order_by(_events.changed_at.desc(), _events.id.desc())
        async with self._database.reading() as connection:
            return tuple((await connection.scalars(query.limit(limit).offset(offset))).all())

    async def stop_waiting(self, event: Event) -> None:
        """Let an event wait no more, until the next report joins; it goes on where one did since it was looked at."""
        async with self._database.writing() as connection:
            await connection.execute(select(_events.id).where(_events.id == event.id).with_for_update())
            if await _list_report_ids(connection, event.id) == _report_ids(event):
                await connection.execute(update(schema.events).where(_events.id == event.id).values(waits_since=None))

    async def save_draft(
        self, event: Event, text: ArticleText, checks: Sequence[Check], *, now: datetime
    ) -> tuple[int, int] | None:
        """Store an event's draft with what the gate found; a newer text takes the place of one nobody touched.

        Return the article's number and revision; None where an editor has taken it on, changed its draft, or merged it
        into another. Where its reports are others by now, it goes on waiting.
        """
        async with self._database.writing() as connection:
            # Read anew: somebody else may have drafted the event since it was looked at.
            query = select(_events.article_number).where(_events.id == event.id).with_for_update()
            drafted = await connection.scalar(query)
            report_ids = await _list_report_ids(connection, event.id)
            if not report_ids:
                return None
            revision: int | None = 1
            action = Action.ADD if drafted is None else Action.REVISE
            if drafted is None:
                inserting = article_writing.insert_articles(
                    connection, self._database, [text], status=Status.DRAFT, now=now
                )
                (number,) = await inserting
            else:
                number = int(drafted)
                revision = await self._revise_draft(connection, number, text, now)
            await _record_draft(connection, event, number, is_current=report_ids == _report_ids(event))
            if revision is None:
                return None
            draft = Step(
                number=number, revision=revision, action=action, allowed=(), to=None, actor=DRAFTER, now=now,
                checks=tuple(checks),
            )  # fmt: skip
            await save_checks(connection, self._database, draft)
            await write_record(connection, [draft])
        return number, revision

    async def _revise_draft(
        self, connection: AsyncConnection, number: int, text: ArticleText, now: datetime
    ) -> int | None:
        """Put a newer text in the place of a draft that nobody touched; return its revision, or None."""
        touched = exists().where(_actions.article_number == number, _actions.actor != DRAFTER)
        query = select(_articles.revision).where(_articles.number == number, ~touched).with_for_update()
        current = await connection.scalar(query)
        if current is None:
            return None
        step = Step(
            number=number, revision=current, action=Action.REVISE, allowed=(Status.DRAFT,), to=None, actor=DRAFTER,
            now=now,
        )  # fmt: skip
        written = await article_writing.revise(connection, self._database, step, text)
        return written[0] if written else None

    async def count(self) -> dict[str, int]:
        """Count the events, and those with a draft."""
        query = select(func.count(), func.count(_events.article_number)).select_from(schema.events)
        async with self._database.reading() as connection:
            total, drafted = (await connection.execute(query)).one()
        return {"events": int(total), "drafted": int(drafted)}


def _report_ids(event: Event) -> set[int]:
    return {report.id for report in event.reports}


async def _list_report_ids(connection: AsyncConnection, event_id: int) -> set[int]:
    return set((await connection.scalars(select(_reports.id).where(_reports.event_id == event_id))).all())


async def _record_draft(connection: AsyncConnection, event: Event, number: int, *, is_current: bool) -> None:
    values: dict[str, Any] = {"article_number": number, "drafted_outlets": len(event.independent_outlets)}
    if is_current:
        values["waits_since"] = None
    await connection.execute(update(schema.events).where(_events.id == event.id).values(**values))


async def _begin(connection: AsyncConnection, now: datetime, *, waits_since: datetime | None) -> int:
    values = {"created_at": now, "changed_at": now, "drafted_outlets": 0, "waits_since": waits_since}
    return int((await connection.execute(insert(schema.events).values(**values).returning(_events.id))).scalar_one())


async def _touch(connection: AsyncConnection, event_id: int, now: datetime) -> bool:
    values = {"changed_at": now, "waits_since": func.coalesce(_events.waits_since, now)}
    touching = update(schema.events).where(_events.id == event_id, _HAS_REPORTS).values(**values)
    return (await connection.execute(touching)).rowcount == 1


async def _note_regrouped(connection: AsyncConnection, database: Database) -> None:
    await save_fact(connection, database, _REGROUPED, secrets.token_hex(8))


async def _place(connection: AsyncConnection, report_id: int, event_id: int, copy_of: int | None) -> None:
    values = {"event_id": event_id, "copy_of": copy_of, "state": ReportState.PLACED}
    await connection.execute(update(schema.reports).where(_reports.id == report_id).values(**values))
