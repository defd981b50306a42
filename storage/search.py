"""Full-text search over published articles.

Best first means: all words in the headline, then in headline or bullets, then anywhere; the newest first in each, and
all of it among the newest 2,000 matches.
"""

from functools import partial

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import article_rows, schema
from storage.database import Database
from storage.model import Article
from storage.word_index import Part, Sought, Span, find_numbers
from storage.words import read_query

MAX_RESULTS = 2000


class Search:
    """Finding published articles by their words."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def list_matches(self, words: str, *, limit: int, offset: int = 0) -> tuple[Article, ...]:
        """Return the articles that have all the words and none behind a minus, best first; the last may be begun."""
        query = read_query(words)
        if not query.phrases or offset >= MAX_RESULTS:
            return ()
        sought = Sought(query.phrases, excluded=query.excluded)
        async with self._database.reading() as connection:
            numbers = await self._list_best(connection, sought, wanted=min(offset + limit, MAX_RESULTS))
            return await article_rows.load(connection, numbers[offset:])

    async def _list_best(self, connection: AsyncConnection, sought: Sought, *, wanted: int) -> list[int]:
        newest = await connection.scalar(select(func.max(schema.articles.c.number))) or 0
        find = partial(find_numbers, connection, self._database, sought)
        matches = await find(Part.ANYWHERE, Span.up_to(newest), limit=MAX_RESULTS, at_first=1)
        everywhere, best = set(matches), dict[int, None]()  # a word that is not wanted may stand elsewhere
        for part in (Part.HEADLINE, Part.SUMMARY):
            if matches and len(best) < wanted:
                found = await find(part, Span.around(matches), limit=wanted)
                best |= dict.fromkeys(number for number in found if number in everywhere)
        return list(best | dict.fromkeys(matches))[:wanted]
