"""Articles: adding, reading, and the moves between their states."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import chain
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import article_rows, article_writing, schema, shelves
from storage.checks import save_checks
from storage.corrections import begin_correction
from storage.database import Database
from storage.errors import Conflict, NotFound
from storage.model import Action, Article, ArticleText, Label, Neighbours, Section, Shown, Status, Step
from storage.record import write_record
from storage.series import continue_series
from storage.text_hash import find_numbers, hash_texts

_articles = schema.articles.c
_PUBLISHED = _articles.status == Status.PUBLISHED
DUE_AT_ONCE = 100
_WAITING = "waiting"


class Articles:
    """What we publish, by permanent number."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(
        self, texts: Sequence[ArticleText], *, now: datetime, publish: bool = False, actor: str = "import"
    ) -> tuple[int, ...]:
        """Add articles, all or none, as drafts or published at once; return their numbers in the order given."""
        status = Status.PUBLISHED if publish else Status.DRAFT
        async with self._database.writing() as connection:
            numbers = await article_writing.insert_articles(connection, self._database, texts, status=status, now=now)
            await write_record(connection, _first_steps(numbers, status, actor, now))
            if publish:
                await shelves.add_to_shelves(connection, self._database, numbers)
        return numbers

    async def add_missing(
        self, texts: Sequence[ArticleText], *, now: datetime, publish: bool = False, actor: str = "import"
    ) -> tuple[tuple[int, bool], ...]:
        """Add those articles that are no article's current text yet, all or none; equal ones are added once.

        Return each one's number in the order given, and whether that article was added.
        """
        status = Status.PUBLISHED if publish else Status.DRAFT
        async with self._database.writing() as connection:
            found = await article_writing.insert_missing(connection, self._database, texts, status=status, now=now)
            added = dict.fromkeys(number for number, is_new in found if is_new)
            await write_record(connection, _first_steps(added, status, actor, now))
            if publish:
                await shelves.add_to_shelves(connection, self._database, list(added))
        return found

    async def list_missing(self, texts: Sequence[ArticleText]) -> tuple[ArticleText, ...]:
        """Return those of these texts that are no article's current text."""
        async with self._database.reading() as connection:
            hashes = await hash_texts(connection, texts)
            known = await find_numbers(connection, hashes)
        return tuple(text for each, text in zip(hashes, texts, strict=True) if each not in known)

    async def get(self, number: int) -> Article:
        """Return one article, whatever its status. Raises NotFound."""
        article = await self.find(number)
        if article is None:
            raise NotFound("article", number)
        return article

    async def find(self, number: int) -> Article | None:
        """Return one article, whatever its status, or None."""
        async with self._database.reading() as connection:
            found = await article_rows.load(connection, [number])
        return found[0] if found else None

    async def list_texts(self, article: Article) -> dict[int, ArticleText]:
        """Return what each revision of an article says, by revision."""
        async with self._database.reading() as connection:
            return await article_rows.load_texts(connection, article)

    async def find_published(self, number: int) -> Article | None:
        """Return one article if readers may see it, or None."""
        article = await self.find(number)
        return article if article and article.status is Status.PUBLISHED else None

    async def find_newest(self) -> Article | None:
        """Return the article published last, or None."""
        newest = await self.list_recent(limit=1)
        return newest[0] if newest else None

    async def are_current(self, shown: Collection[Shown]) -> bool:
        """Whether what a message shows of articles is how they stand now."""
        current = {each.number: each for each in await self.list_numbered(each.number for each in shown)}
        return all(
            (article := current.get(each.number)) is not None
            and (article.revision, article.status is Status.WITHDRAWN) == (each.revision, each.is_withdrawn)
            for each in shown
        )

    async def list_numbered(self, numbers: Iterable[int]) -> tuple[Article, ...]:
        """Return these articles in the order asked for; numbers that do not exist are left out."""
        async with self._database.reading() as connection:
            return await article_rows.load(connection, list(numbers))

    async def list_recent(self, *, limit: int, offset: int = 0, section: str | None = None) -> tuple[Article, ...]:
        """Return published articles, newest first; or those of one section's slug."""
        async with self._database.reading() as connection:
            numbers = await shelves.list_shelved(connection, section, limit=limit, offset=offset)
            return await article_rows.load(connection, numbers)

    async def count_published(self, *, section: str | None = None) -> int:
        """Count the published articles that list_recent would page through."""
        async with self._database.reading() as connection:
            return await shelves.count_shelved(connection, section)

    async def list_by_status(
        self, status: Status | None, *, limit: int, below: int | None = None
    ) -> tuple[Article, ...]:
        """Return the articles in one status (or any), newest number first, from below a number on."""
        query = select(_articles.number).order_by(_articles.number.desc()).limit(limit)
        if below is not None:
            query = query.where(_articles.number < below)
        return await self._list(query if status is None else query.where(_articles.status == status))

    async def list_scheduled(self, now: datetime) -> tuple[Article, ...]:
        """Return the scheduled articles whose time has come, the earliest first."""
        query = select(_articles.number).where(_articles.publish_at <= now).order_by(_articles.publish_at)
        found = await self._list(query.limit(DUE_AT_ONCE))
        return tuple(article for article in found if article.status is Status.SCHEDULED)

    async def find_last_change(self) -> datetime | None:
        """Return when something was published or corrected last."""
        is_published = _articles.status == Status.PUBLISHED
        query = select(_articles.changed_at).where(is_published).order_by(_articles.changed_at.desc()).limit(1)
        async with self._database.reading() as connection:
            moment: datetime | None = await connection.scalar(query)
        return moment

    async def list_unalerted(self) -> tuple[Article, ...]:
        """Return published articles that are breaking, and whose alerts are not planned yet."""
        is_waiting = _articles.alerts == schema.written(_WAITING)
        found = await self._list(select(_articles.number).where(is_waiting).order_by(_articles.number))
        return tuple(article for article in found if article.status is Status.PUBLISHED)

    async def note_alerted(self, number: int) -> None:
        """Remember that an article's alerts are planned."""
        async with self._database.writing() as connection:
            planned = update(schema.articles).where(_articles.number == number).values(alerts="planned")
            await connection.execute(planned)

    async def list_changed(self, *, after: datetime, limit: int) -> tuple[tuple[Article, ...], datetime]:
        """Return articles that were published or corrected after a moment, and the last one's moment."""
        query = select(_articles.number, _articles.changed_at).where(_PUBLISHED, _articles.changed_at > after)
        async with self._database.reading() as connection:
            rows = (await connection.execute(query.order_by(_articles.changed_at).limit(limit))).all()
            articles = await article_rows.load(connection, [row.number for row in rows])
        return articles, rows[-1].changed_at if rows else after

    async def list_in(self, statuses: Sequence[Status], *, limit: int, offset: int) -> tuple[Article, ...]:
        """Return articles in these statuses, the highest number first."""
        query = select(_articles.number).order_by(_articles.number.desc()).limit(offset + limit)
        async with self._database.reading() as connection:
            # Each status is walked from its end: sorting several would read a million to show seven.
            walks = [(await connection.scalars(query.where(_articles.status == each))).all() for each in statuses]
            numbers = sorted(chain.from_iterable(walks), reverse=True)
            return await article_rows.load(connection, numbers[offset : offset + limit])

    async def list_all(self, *, after_number: int, limit: int) -> tuple[Article, ...]:
        """Return articles of any status with higher numbers than this, in order of number."""
        query = select(_articles.number).where(_articles.number > after_number)
        return await self._list(query.order_by(_articles.number).limit(limit))

    async def get_neighbours(self, article: Article) -> Neighbours:
        """Return the published articles just before and just after one, by publication."""
        if article.published_at is None:
            return Neighbours(older=None, newer=None)
        place = (article.published_at, article.number)
        async with self._database.reading() as connection:
            older, newer = await shelves.find_neighbours(connection, place)
        return Neighbours(older=older, newer=newer)

    async def list_sections(self) -> tuple[Section, ...]:
        """Return the sections that have published articles, by name."""
        query = (
            select(schema.sections)
            .where(
                select(_articles.number).where(_PUBLISHED, _articles.section_slug == schema.sections.c.slug).exists()
            )
            .order_by(schema.sections.c.name)
        )
        async with self._database.reading() as connection:
            rows = (await connection.execute(query)).all()
        return tuple(Section(slug=row.slug, name=row.name) for row in rows)

    async def take(self, step: Step) -> None:
        """Take a step that leaves the text alone. Raises NotFound, or Conflict if it stands elsewhere by now."""
        values: dict[str, Any] = {"modified_at": step.now}
        if step.to is not None:
            values |= {"status": step.to, "publish_at": step.publish_at}  # only what is scheduled has one
        if step.priority is not None:
            values["priority"] = step.priority
        async with self._database.writing() as connection:
            if step.to is Status.PUBLISHED:
                changed_at = await article_writing.change_time(connection, self._database, step.now)
                values |= {"published_at": step.now, "changed_at": changed_at}
            if step.to is Status.WITHDRAWN:
                values["withdrawal_reason"] = step.reason
            if step.action in (Action.SCHEDULE, Action.UNSCHEDULE, Action.SPIKE):
                values["alerts"] = _WAITING if step.is_breaking else None
            async with shelves.moving(connection, self._database, step.number):
                moved = await connection.execute(update(schema.articles).where(_is_expected(step)).values(**values))
            if moved.rowcount != 1:
                await _explain(connection, step)
            if step.earlier is not None:
                await continue_series(connection, step)
            if step.to is Status.WITHDRAWN:
                await begin_correction(connection, step, step.revision, Label.WITHDRAWAL)
            await save_checks(connection, self._database, step)
            await write_record(connection, [step])

    async def revise(self, step: Step, text: ArticleText) -> int:
        """Put a newer text in the place of the step's revision; return its number. Raises NotFound or Conflict.

        Where readers have seen the article, every message that shows it follows.
        """
        async with self._database.writing() as connection:
            async with shelves.moving(connection, self._database, step.number):
                written = await article_writing.revise(connection, self._database, step, text)
            if written is None:
                await _explain(connection, step)
                raise AssertionError("what was not revised is explained")
            revision, status = written
            if status is Status.PUBLISHED:
                await begin_correction(connection, step, revision, step.label or Label.CORRECTION)
            revised = replace(step, revision=revision)
            await save_checks(connection, self._database, revised)
            await write_record(connection, [revised])
        return revision

    async def _list(self, query: Select[int]) -> tuple[Article, ...]:
        async with self._database.reading() as connection:
            numbers = (await connection.scalars(query)).all()
            return await article_rows.load(connection, numbers)


def _first_steps(numbers: Iterable[int], status: Status, actor: str, now: datetime) -> list[Step]:
    action = Action.PUBLISH if status is Status.PUBLISHED else Action.ADD
    return [
        Step(number=number, revision=1, action=action, allowed=(), to=status, actor=actor, now=now)
        for number in numbers
    ]


def _is_expected(step: Step) -> ColumnElement[bool]:
    is_due = true() if step.due_by is None else _articles.publish_at <= step.due_by
    return and_(
        _articles.number == step.number,
        _articles.revision == step.revision,
        _articles.status.in_(step.allowed),
        is_due,
    )


async def _explain(connection: AsyncConnection, step: Step) -> None:
    """Raise what keeps a step from being taken."""
    query = select(_articles.status, _articles.revision, _articles.publish_at).where(_articles.number == step.number)
    found = (await connection.execute(query)).one_or_none()
    if found is None:
        raise NotFound("article", step.number)
    if found.status not in step.allowed:
        raise Conflict(f"article {step.number} is {found.status}; this needs {' or '.join(step.allowed)}")
    if step.due_by is not None and found.publish_at is not None and found.publish_at > step.due_by:
        raise Conflict(f"article {step.number} is scheduled for {found.publish_at:%Y-%m-%d %H:%M} UTC by now")
    raise Conflict(
        f"article {step.number} is at revision {found.revision} by now, not {step.revision}; look at it again"
    )
