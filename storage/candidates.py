"""Candidates for briefings: what was published or corrected last, for a profile's sections and languages.

Each section and language is an index walk of its own, so that the cost follows what is returned and not what is stored.
"""

from collections.abc import Sequence
from datetime import datetime
from itertools import product
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select, union_all

from storage import schema
from storage.database import Database
from storage.model import Article, Candidate, Status
from storage.word_index import Part, Sought, Span, find_numbers
from storage.words import as_phrase, section_slug

_articles = schema.articles.c


def candidate_of(article: Article) -> Candidate:
    """Return a published article as briefings choose by it."""
    section = article.text.section
    moment = article.published_at or article.modified_at
    return Candidate(
        number=article.number,
        revision=article.revision,
        priority=article.priority,
        outlets=0,
        published_at=moment,
        changed_at=moment,
        section=section_slug(section) if section else None,
    )


def _last_correction() -> Any:
    return select(func.coalesce(func.max(schema.corrections.c.id), 0)).scalar_subquery()


class Candidates:
    """What briefings choose from."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get_version(self) -> tuple[int, datetime | None]:
        """Return what changes whenever candidates may have: how far the record is, and the last publication.

        PostgreSQL may commit an action behind a later one's; corrections keep the order of their commits.
        """
        last_action = select(func.coalesce(func.max(schema.actions.c.id), 0) + _last_correction())
        horizon = select(func.max(_articles.changed_at)).where(_articles.status == Status.PUBLISHED)
        query = select(last_action.scalar_subquery(), horizon.scalar_subquery())
        async with self._database.reading() as connection:
            number, changed_at = (await connection.execute(query)).one()
        return int(number or 0), changed_at

    async def list(self, sections: frozenset[str], languages: frozenset[str], *, limit: int) -> tuple[Candidate, ...]:
        """Return what is published in these sections and languages (all, where none are named), the newest first."""
        numbers = _newest(sections, languages, limit).subquery()
        newest = select(numbers.c.number).order_by(numbers.c.changed_at.desc(), numbers.c.number.desc()).limit(limit)
        return await self._list(_articles.number.in_(newest))

    async def list_series(self, series: frozenset[int], *, since: datetime | None) -> tuple[Candidate, ...]:
        """Return what is published of these series and changed since a moment, the newest first."""
        numbers = sorted(series)
        is_of_them = or_(_articles.number.in_(numbers), _articles.series.in_(numbers))
        is_new = [] if since is None else [_articles.changed_at > since]
        return await self._list(is_of_them, _articles.status == Status.PUBLISHED, *is_new)

    async def _list(self, *conditions: ColumnElement[bool]) -> tuple[Candidate, ...]:
        columns = (
            _articles.number, _articles.revision, _articles.priority, _articles.outlets, _articles.published_at,
            _articles.changed_at, _articles.section_slug, _articles.series,
        )  # fmt: skip
        query = select(*columns).where(*conditions)
        async with self._database.reading() as connection:
            rows = (await connection.execute(query)).all()
        found = (
            Candidate(
                number=row.number,
                revision=row.revision,
                priority=row.priority,
                outlets=row.outlets,
                published_at=row.published_at or row.changed_at,
                changed_at=row.changed_at,
                section=row.section_slug,
                series=row.series,
            )
            for row in rows
        )
        return tuple(sorted(found, key=lambda each: (each.changed_at, each.number), reverse=True))

    async def list_mentioning(self, numbers: Sequence[int], phrases: frozenset[str]) -> frozenset[int]:
        """Return which of these articles mention one of the phrases anywhere in their text."""
        wanted = tuple(found for phrase in sorted(phrases) if (found := as_phrase(phrase)))
        if not wanted or not numbers:
            return frozenset()
        sought, span = Sought(wanted, is_any=True), Span.around(numbers)
        everything = span.newest - span.oldest + 1
        async with self._database.reading() as connection:
            every = await find_numbers(connection, self._database, sought, Part.ANYWHERE, span, limit=everything)
        return frozenset(every).intersection(numbers)


def _newest(sections: frozenset[str], languages: frozenset[str], limit: int) -> Select[Any] | Any:
    """Return the query for numbers and times: one index walk for each section and language."""
    walks = []
    all_of_them: list[str | None] = [None]
    for section, language in product(sorted(sections) or all_of_them, sorted(languages) or all_of_them):
        conditions: list[ColumnElement[bool]] = [_articles.status == Status.PUBLISHED]
        if section is not None:
            conditions.append(_articles.section_slug == section)
        if language is not None:
            conditions.append(_articles.primary_language == language)
        walk = select(_articles.number, _articles.changed_at).where(*conditions)
        walk = walk.order_by(_articles.changed_at.desc(), _articles.number.desc()).limit(limit)
        walks.append(select(walk.subquery()))
    return walks[0] if len(walks) == 1 else union_all(*walks)
