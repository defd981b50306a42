"""Articles: adding, reading, and the moves between their states."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import article_rows, schema, shelves
from storage.database import Database
from storage.errors import Conflict, NotFound
from storage.model import Article, ArticleText, Neighbours, Section, Status

_articles = schema.articles.c
_PUBLISHED = _articles.status == Status.PUBLISHED


class Articles:
    """What we publish, by permanent number."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, texts: Sequence[ArticleText], *, now: datetime, publish: bool = False) -> tuple[int, ...]:
        """Add articles, all or none, as drafts or published at once; return their numbers in the order given."""
        status = Status.PUBLISHED if publish else Status.DRAFT
        numbers = []
        async with self._database.writing() as connection:
            for text in texts:
                number = await article_rows.insert_article(connection, self._database, text, status=status, now=now)
                numbers.append(number)
            if publish:
                await shelves.add_to_shelves(connection, self._database, numbers)
        return tuple(numbers)

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

    async def find_published(self, number: int) -> Article | None:
        """Return one article if readers may see it, or None."""
        article = await self.find(number)
        return article if article and article.status is Status.PUBLISHED else None

    async def find_newest(self) -> Article | None:
        """Return the article published last, or None."""
        newest = await self.list_recent(limit=1)
        return newest[0] if newest else None

    async def list_numbered(self, numbers: Iterable[int]) -> tuple[Article, ...]:
        """Return these articles in the order asked for; numbers that do not exist are left out."""
        async with self._database.reading() as connection:
            return await article_rows.load(connection, list(numbers))

    async def list_recent(self, *, limit: int, offset: int = 0, section: str | None = None) -> tuple[Article, ...]:
        """Return published articles, newest first; or those of one section's slug."""
        async with self._database.reading() as connection:
            numbers = await shelves.list_shelved(connection, section, limit=limit, offset=offset)
            return await article_rows.load(connection, numbers)

    async def list_since(self, cutoff: datetime | None, horizon: datetime, *, limit: int) -> tuple[Article, ...]:
        """Return what a briefing may show: published, or corrected, after the cutoff and up to the horizon."""
        query = select(_articles.number).where(_PUBLISHED, _articles.changed_at <= horizon).limit(limit)
        newest = (_articles.published_at.desc(), _articles.number.desc())
        if cutoff is None:  # all there is: the newest of it, by the index
            return await self._list(query.order_by(*newest))
        query = query.where(_articles.changed_at > cutoff)
        return await self._list(query.order_by(_articles.priority.desc(), *newest))

    async def find_horizon(self) -> datetime | None:
        """Return the last publication or correction: what a briefing made now has considered."""
        query = select(func.max(_articles.changed_at)).where(_PUBLISHED)
        async with self._database.reading() as connection:
            horizon: datetime | None = await connection.scalar(query)
        return horizon

    async def count_published(self, *, section: str | None = None) -> int:
        """Count the published articles that list_recent would page through."""
        async with self._database.reading() as connection:
            return await shelves.count_shelved(connection, section)

    async def list_by_status(self, status: Status | None, *, limit: int) -> tuple[Article, ...]:
        """Return the articles in one status (or any), newest number first."""
        query = select(_articles.number).order_by(_articles.number.desc()).limit(limit)
        return await self._list(query if status is None else query.where(_articles.status == status))

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

    async def publish(self, number: int, *, now: datetime) -> None:
        """Publish a draft. Raises NotFound, or Conflict if it is not one that can be published."""
        unpublished = (Status.DRAFT, Status.IN_REVIEW, Status.SCHEDULED)
        async with self._database.writing() as connection:
            changed_at = await article_rows.change_time(connection, self._database, now)
            values = {"status": Status.PUBLISHED, "published_at": now, "modified_at": now, "changed_at": changed_at}
            await self._step(connection, number, unpublished, values)
            await shelves.add_to_shelves(connection, self._database, [number])

    async def withdraw(self, number: int, *, reason: str, now: datetime) -> None:
        """Withdraw a published article, with the reason readers will see. Raises NotFound or Conflict."""
        values = {"status": Status.WITHDRAWN, "modified_at": now, "withdrawal_reason": reason}
        async with self._database.writing() as connection:
            await shelves.take_from_shelves(connection, self._database, [number])
            await self._step(connection, number, (Status.PUBLISHED,), values)

    async def _step(
        self, connection: AsyncConnection, number: int, allowed: tuple[Status, ...], values: dict[str, Any]
    ) -> None:
        moved = await connection.execute(
            update(schema.articles).where(_articles.number == number, _articles.status.in_(allowed)).values(**values)
        )
        if moved.rowcount == 1:
            return
        status = await connection.scalar(select(_articles.status).where(_articles.number == number))
        if status is None:
            raise NotFound("article", number)
        raise Conflict(f"article {number} is {status}; this needs {' or '.join(allowed)}")

    async def _list(self, query: Select[int]) -> tuple[Article, ...]:
        async with self._database.reading() as connection:
            numbers = (await connection.scalars(query)).all()
            return await article_rows.load(connection, numbers)
