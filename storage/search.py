"""Full-text search over published articles.

Best first means: all words in the headline, then in headline or bullets, then anywhere; the newest first in each, and
all of it among the newest 2,000 matches.
"""

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import article_rows, schema
from storage.database import Database
from storage.model import Article
from storage.word_index import Part, Sought, find_numbers
from storage.words import MIN_PREFIX_CHARACTERS, query_phrases

MAX_RESULTS = 2000


class Search:
    """Finding published articles by their words."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def list_matches(self, words: str, *, limit: int, offset: int = 0) -> tuple[Article, ...]:
        """Return the articles that have all the words, best first; the last word may be unfinished."""
        phrases = query_phrases(words)
        if not phrases or offset >= MAX_RESULTS:
            return ()
        last = phrases[-1]
        sought = Sought(phrases, is_unfinished=len(last) == 1 and len(last[0]) >= MIN_PREFIX_CHARACTERS)
        async with self._database.reading() as connection:
            numbers = await self._list_best(connection, sought, wanted=min(offset + limit, MAX_RESULTS))
            return await article_rows.load(connection, numbers[offset:])

    async def _list_best(self, connection: AsyncConnection, sought: Sought, *, wanted: int) -> list[int]:
        newest = await connection.scalar(select(func.max(schema.articles.c.number))) or 0

        async def find(part: Part, *, oldest: int, limit: int, **at_first: int) -> list[int]:
            bounds = {"newest": newest, "oldest": oldest, "limit": limit, **at_first}
            return await find_numbers(connection, self._database, sought, part, **bounds)

        matches = await find(Part.ANYWHERE, oldest=0, limit=MAX_RESULTS, at_first=1)
        best: dict[int, None] = {}
        for part in (Part.HEADLINE, Part.SUMMARY):
            if matches and len(best) < wanted:
                best |= dict.fromkeys(await find(part, oldest=matches[-1], limit=wanted))
        return list(best | dict.fromkeys(matches))[:wanted]
