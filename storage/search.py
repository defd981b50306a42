"""Full-text search over published articles.

Best first means: all words in the headline, then in headline or bullets, then anywhere; the newest first in each, and
all of it among the newest 2,000 matches. The index keeps the words of each volume of numbers apart, and the newest
volumes are asked first: what a search costs follows the matches it looks at, not what is stored.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy import text as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import article_rows, schema
from storage.database import Database
from storage.model import Article
from storage.words import MIN_PREFIX_CHARACTERS, query_phrases

MAX_RESULTS = 2000
VOLUME = 8192  # numbers; the index's words begin with their volume, as four hexadecimal digits
_MOST_VOLUMES = 64  # of SQLite's asked at once

_HEADLINE, _BULLETS, _ANYWHERE = range(3)
_COLUMNS = ("{headline} : ", "{headline bullets} : ", "")  # of FTS5
_LEVELS = (("h",), ("h", "b"), ("w",))  # letters before PostgreSQL's words: GIN knows no columns

_SQLITE = """
    SELECT rowid FROM article_search WHERE article_search MATCH :query AND rowid >= :oldest
    ORDER BY rowid DESC LIMIT :limit
"""
# Volume by volume, until there are enough. The fence keeps the planner from walking through all articles by number,
# reading the words of each, where it expects to come upon enough of them.
_POSTGRESQL = """
    SELECT found.number FROM generate_series(CAST(:newest AS INTEGER), CAST(:last AS INTEGER), -1) AS volume
    CROSS JOIN LATERAL (
        WITH matches AS MATERIALIZED (
            SELECT number FROM article_search
            WHERE words @@ to_tsquery('simple', replace(:query, '/', lpad(to_hex(volume), 4, '0')))
        )
        SELECT number FROM matches ORDER BY number DESC
    ) AS found
    WHERE found.number >= :oldest LIMIT :limit
"""


@dataclass(frozen=True, slots=True)
class _Matching:
    """One search: its phrases, over volumes up to the newest."""

    connection: AsyncConnection
    is_sqlite: bool
    phrases: tuple[tuple[str, ...], ...]
    newest: int

    async def list(self, where: int, *, oldest: int, limit: int) -> list[int]:
        """Return the newest numbers whose words match there, down to the oldest number."""
        last = oldest // VOLUME
        if not self.is_sqlite:
            values = {"query": self._tsquery(_LEVELS[where]), "newest": self.newest, "last": last}
            found = await self.connection.scalars(sql(_POSTGRESQL), {**values, "oldest": oldest, "limit": limit})
            return list(found)
        numbers: list[int] = []
        volume, count = self.newest, 1 if where == _ANYWHERE else _MOST_VOLUMES
        while volume >= last and len(numbers) < limit:
            volumes = range(volume, max(volume - count, last - 1), -1)
            values = {"query": self._fts5_query(_COLUMNS[where], volumes), "oldest": oldest}
            numbers += await self.connection.scalars(sql(_SQLITE), {**values, "limit": limit - len(numbers)})
            volume, count = volumes[-1] - 1, min(self.newest - volumes[-1] + 1, _MOST_VOLUMES)
        return numbers

    def _fts5_query(self, columns: str, volumes: Sequence[int]) -> str:
        def in_volume(volume: int) -> str:
            quoted = (
                '"' + " ".join(f"{volume:04x}{word}" for word in phrase) + ('"*' if self._is_prefix(phrase) else '"')
                for phrase in self.phrases
            )
            return f"({' AND '.join(quoted)})"

        return f"{columns}({' OR '.join(map(in_volume, volumes))})"

    def _tsquery(self, levels: tuple[str, ...]) -> str:
        """Return a tsquery with a slash for the volume."""

        def on_level(phrase: tuple[str, ...], level: str) -> str:
            end = ":*" if self._is_prefix(phrase) else ""
            return " <-> ".join(f"'{level}/{word}'{end}" for word in phrase)

        def on_any(phrase: tuple[str, ...]) -> str:
            return f"({' | '.join(f'({on_level(phrase, level)})' for level in levels)})"

        return " & ".join(map(on_any, self.phrases))

    def _is_prefix(self, phrase: tuple[str, ...]) -> bool:
        return phrase is self.phrases[-1] and len(phrase) == 1 and len(phrase[0]) >= MIN_PREFIX_CHARACTERS


class Search:
    """Finding published articles by their words."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def list_matches(self, words: str, *, limit: int, offset: int = 0) -> tuple[Article, ...]:
        """Return the articles that have all the words, best first; the last word may be unfinished."""
        phrases = query_phrases(words)
        if not phrases or offset >= MAX_RESULTS:
            return ()
        async with self._database.reading() as connection:
            newest = await connection.scalar(select(func.max(schema.articles.c.number))) or 0
            matching = _Matching(connection, self._database.is_sqlite, phrases, newest // VOLUME)
            numbers = await _list_best(matching, wanted=min(offset + limit, MAX_RESULTS))
            return await article_rows.load(connection, numbers[offset:])


async def _list_best(matching: _Matching, *, wanted: int) -> list[int]:
    """Return the best of the newest matches."""
    matches = await matching.list(_ANYWHERE, oldest=0, limit=MAX_RESULTS)
    best: dict[int, None] = {}
    for where in (_HEADLINE, _BULLETS):
        if matches and len(best) < wanted:
            best |= dict.fromkeys(await matching.list(where, oldest=matches[-1], limit=wanted))
    return list(best | dict.fromkeys(matches))[:wanted]
