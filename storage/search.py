"""Full-text search over published articles.

Best first means: all words in the headline, then in headline or bullets, then anywhere; the newest first in each.
Each of the three asks the index for its newest matches only, so a common word costs no more than a rare one.
"""

from sqlalchemy import text as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import article_rows
from storage.database import Database
from storage.model import Article, Status
from storage.words import MIN_PREFIX_CHARACTERS, query_phrases

# Column filters of FTS5, weight letters of tsquery.
_TIERS = (
    ("{search_headline} : ", "A"),
    ("{search_headline search_bullets} : ", "AB"),
    ("", "ABC"),
)
MAX_RESULTS = 2000

_SQLITE = """
    SELECT article_search.rowid FROM article_search JOIN articles ON articles.number = article_search.rowid
    WHERE article_search MATCH :query AND articles.status = :published
    ORDER BY article_search.rowid DESC LIMIT :limit
"""
_POSTGRESQL = """
    SELECT number FROM articles
    WHERE search @@ to_tsquery('simple', :query) AND status = :published
    ORDER BY number DESC LIMIT :limit
"""


class Search:
    """Finding published articles by their words."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def list_matches(self, words: str, *, limit: int, offset: int = 0) -> tuple[Article, ...]:
        """Return the articles that have all the words, best first; the last word may be unfinished."""
        phrases = query_phrases(words)
        wanted = min(offset + limit, MAX_RESULTS)
        if not phrases or offset >= MAX_RESULTS:
            return ()
        numbers: dict[int, None] = {}
        async with self._database.reading() as connection:
            for columns, weights in _TIERS:
                for number in await self._tier(connection, phrases, columns, weights, wanted):
                    numbers.setdefault(number)
                if len(numbers) >= wanted:
                    break
            return await article_rows.load(connection, list(numbers)[offset:wanted])

    async def _tier(
        self,
        connection: AsyncConnection,
        phrases: tuple[tuple[str, ...], ...],
        columns: str,
        weights: str,
        limit: int,
    ) -> list[int]:
        if self._database.is_sqlite:
            statement, query = sql(_SQLITE), _fts5_query(phrases, columns)
        else:
            statement, query = sql(_POSTGRESQL), _tsquery(phrases, weights)
        parameters = {"query": query, "published": Status.PUBLISHED.value, "limit": limit}
        return [int(number) for number in await connection.scalars(statement, parameters)]


def _is_prefix(phrases: tuple[tuple[str, ...], ...], phrase: tuple[str, ...]) -> bool:
    return phrase is phrases[-1] and len(phrase) == 1 and len(phrase[0]) >= MIN_PREFIX_CHARACTERS


def _fts5_query(phrases: tuple[tuple[str, ...], ...], columns: str) -> str:
    quoted = [f'"{" ".join(phrase)}"{"*" if _is_prefix(phrases, phrase) else ""}' for phrase in phrases]
    return f"{columns}({' AND '.join(quoted)})"


def _tsquery(phrases: tuple[tuple[str, ...], ...], weights: str) -> str:
    def lexeme(word: str, phrase: tuple[str, ...]) -> str:
        return f"'{word}':{'*' if _is_prefix(phrases, phrase) else ''}{weights}"

    return " & ".join(f"({' <-> '.join(lexeme(word, phrase) for word in phrase)})" for phrase in phrases)
