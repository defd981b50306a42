"""Candidates for briefings: what was published or corrected last, for a profile's sections and languages.

Each section and language is an index walk of its own, so that the cost follows what is returned and not what is stored.
"""

from collections.abc import Sequence
from datetime import datetime
from itertools import product
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, union_all
from sqlalchemy import text as sql

from storage import schema
from storage.database import Database
from storage.model import Candidate, Status
from storage.words import iter_words

_articles = schema.articles.c
_AT_ONCE = 1000
_WIDEST_GAP = 10_000  # article numbers further apart are searched apart

_MENTIONING_SQLITE = sql(
    "SELECT rowid FROM article_search WHERE article_search MATCH :query AND rowid BETWEEN :first AND :last"
)
_MENTIONING_POSTGRESQL = sql(
    "SELECT number FROM articles WHERE number = ANY(:numbers) AND search @@ to_tsquery('simple', :query)"
)


class Candidates:
    """What briefings choose from."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get_version(self) -> tuple[int, datetime | None]:
        """Return what changes whenever candidates may have: the last action on record, and the last publication."""
        last_action = select(func.max(schema.actions.c.id))
        horizon = select(func.max(_articles.changed_at)).where(_articles.status == Status.PUBLISHED)
        async with self._database.reading() as connection:
            return int(await connection.scalar(last_action) or 0), await connection.scalar(horizon)

    async def list(self, sections: frozenset[str], languages: frozenset[str], *, limit: int) -> tuple[Candidate, ...]:
        """Return what is published in these sections and languages (all, where none are named), the newest first."""
        numbers = _newest(sections, languages, limit).subquery()
        newest = select(numbers.c.number).order_by(numbers.c.changed_at.desc(), numbers.c.number.desc()).limit(limit)
        columns = (
            _articles.number, _articles.revision, _articles.priority, _articles.outlets, _articles.published_at,
            _articles.changed_at, _articles.section_slug,
        )  # fmt: skip
        query = select(*columns).where(_articles.number.in_(newest))
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
            )
            for row in rows
        )
        return tuple(sorted(found, key=lambda each: (each.changed_at, each.number), reverse=True))

    async def list_mentioning(self, numbers: Sequence[int], phrases: frozenset[str]) -> frozenset[int]:
        """Return which of these articles mention one of the phrases anywhere in their text."""
        words = [found for phrase in sorted(phrases) if (found := tuple(iter_words(phrase)))]
        if not words or not numbers:
            return frozenset()
        mentioning: set[int] = set()
        async with self._database.reading() as connection:
            if self._database.is_sqlite:
                query = " OR ".join(f'"{" ".join(phrase)}"' for phrase in words)
                for first, last in _ranges(numbers):
                    parameters = {"query": query, "first": first, "last": last}
                    mentioning.update((await connection.scalars(_MENTIONING_SQLITE, parameters)).all())
            else:
                query = " | ".join(f"({' <-> '.join(repr_lexeme(word) for word in phrase)})" for phrase in words)
                for start in range(0, len(numbers), _AT_ONCE):
                    parameters = {"query": query, "numbers": list(numbers[start : start + _AT_ONCE])}
                    mentioning.update((await connection.scalars(_MENTIONING_POSTGRESQL, parameters)).all())
        return frozenset(mentioning.intersection(numbers))


def repr_lexeme(word: str) -> str:
    """Return a folded word as a lexeme of a tsquery."""
    return "'" + word.replace("'", "''") + "'"


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


def _ranges(numbers: Sequence[int]) -> list[tuple[int, int]]:
    ranges: list[list[int]] = []
    for number in sorted(numbers):
        if ranges and number - ranges[-1][1] <= _WIDEST_GAP:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return [(first, last) for first, last in ranges]
