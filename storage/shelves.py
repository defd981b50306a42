"""Shelves: the published articles in order of time and number, of each section and of all, cut up and counted.

A list's length is a sum over shelves, and a page far back is found by its shelf: nothing walks through a million rows.
The first shelf of a section begins before every article; one that has grown to twice its size is cut.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Select,
    Text,
    UnaryExpression,
    and_,
    asc,
    case,
    desc,
    func,
    insert,
    literal,
    select,
    tuple_,
    union_all,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import schema
from storage.batches import batches
from storage.database import Database
from storage.model import Status

SHELF = 1000
ALL = ""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_PUBLICATION_LOCK = 762_433_102

_articles = schema.articles.c
_shelves = schema.article_shelves.c
_start = tuple_(_shelves.starts_at, _shelves.starts_number)
_PLACES = select(_articles.published_at, _articles.number)
Order = tuple[UnaryExpression[Any], ...]
_NEWEST_FIRST: Order = (desc("published_at"), desc("number"))
_OLDEST_FIRST: Order = (asc("published_at"), asc("number"))
Place = tuple[datetime, int]  # an article's: its publication and its number


async def lock_publications(connection: AsyncConnection, database: Database) -> None:
    """Let no other transaction publish or withdraw before this one ends; on SQLite none can."""
    await database.hold(connection, _PUBLICATION_LOCK)


async def add_to_shelves(connection: AsyncConnection, database: Database, numbers: Sequence[int]) -> None:
    """Count articles that have just been published, or moved to another section; the rest of these is left out."""
    await lock_publications(connection, database)
    for section, places in (await _places(connection, numbers)).items():
        await _count(connection, section, places, 1)


async def take_from_shelves(connection: AsyncConnection, database: Database, numbers: Sequence[int]) -> None:
    """Count articles no more that are about to be withdrawn, or moved to another section: to call before that."""
    await lock_publications(connection, database)
    for section, places in (await _places(connection, numbers)).items():
        await _count(connection, section, places, -1)


@asynccontextmanager
async def moving(connection: AsyncConnection, database: Database, number: int) -> AsyncIterator[None]:
    """Count an article where it stands after what is done meanwhile: publishing, withdrawing, changing its section."""
    await take_from_shelves(connection, database, [number])
    yield
    await add_to_shelves(connection, database, [number])


async def count_shelved(connection: AsyncConnection, section: str | None) -> int:
    """Count the published articles of a section's slug, or all."""
    query = select(func.sum(_shelves.published)).where(_shelves.section_slug == (section or ALL))
    return int(await connection.scalar(query) or 0)


async def list_shelved(connection: AsyncConnection, section: str | None, *, limit: int, offset: int) -> Sequence[int]:
    """Return the numbers of published articles of a section's slug, or of all, newest first."""
    places = _shelved(section or ALL)
    start, newer = await _start_of_newer(connection, section or ALL, offset) if offset else (None, 0)
    if start is None:
        query = places.order_by(*_NEWEST_FIRST).limit(limit).offset(offset)
        return [int(row.number) for row in await connection.execute(query)]
    behind = _ordered(_older(places, start), _NEWEST_FIRST, limit=limit, offset=offset - newer)
    return [int(row.number) for row in await connection.execute(behind)]


async def find_neighbours(connection: AsyncConnection, place: Place) -> tuple[int | None, int | None]:
    """Return the numbers of the articles published just before and just after a place."""
    older = await connection.execute(_ordered(_older(_shelved(ALL), place), _NEWEST_FIRST, limit=1))
    newer = await connection.execute(_ordered(_newer(_shelved(ALL), place), _OLDEST_FIRST, limit=1))
    before, after = older.one_or_none(), newer.one_or_none()
    return before.number if before else None, after.number if after else None


# What is older or newer than a place, in two parts: no index of SQLite looks for a pair of time and number, so it would
# walk through all that was published in one moment.
def _older(places: Select[Place], place: Place) -> tuple[Select[Place], Select[Place]]:
    at, number = place
    beside = places.where(_articles.published_at == at, _articles.number < number)
    return beside, places.where(_articles.published_at < at)


def _newer(places: Select[Place], place: Place) -> tuple[Select[Place], Select[Place]]:
    at, number = place
    beside = places.where(_articles.published_at == at, _articles.number > number)
    return beside, places.where(_articles.published_at > at)


def _ordered(
    parts: tuple[Select[Place], Select[Place]], order: Order, *, limit: int, offset: int = 0
) -> CompoundSelect[Place]:
    # Each part has its own limit, for PostgreSQL reads a union to its end before it sorts.
    limited = (part.order_by(*order).limit(limit + offset).subquery() for part in parts)
    return union_all(*map(select, limited)).order_by(*order).limit(limit).offset(offset)


async def _start_of_newer(connection: AsyncConnection, section: str, offset: int) -> tuple[Place | None, int]:
    """Return where the last shelf begins that lies wholly within the newest `offset`, and how many stand up to it."""
    newest = (_shelves.starts_at.desc(), _shelves.starts_number.desc())
    newer = func.sum(_shelves.published).over(order_by=newest).label("newer")
    counted = select(_shelves.starts_at, _shelves.starts_number, newer).where(_shelves.section_slug == section)
    within = counted.subquery().c
    query = select(within.starts_at, within.starts_number, within.newer).where(within.newer <= offset)
    row = (await connection.execute(query.order_by(within.starts_at, within.starts_number).limit(1))).one_or_none()
    return ((row[0], int(row[1])), int(row[2])) if row else (None, 0)


def _shelved(section: str) -> Select[Place]:
    published = _PLACES.where(_articles.status == Status.PUBLISHED)
    return published if section == ALL else published.where(_articles.section_slug == section)


async def _places(connection: AsyncConnection, numbers: Sequence[int]) -> dict[str, list[Place]]:
    """Return the places of those that are published, in order, by section."""
    # By number alone: were the status asked for as well, SQLite would rather walk through all that are published.
    query = select(_articles.status, _articles.section_slug, _articles.published_at, _articles.number)
    places: dict[str, list[Place]] = defaultdict(list)
    for some in batches(numbers):
        rows = await connection.execute(query.where(_articles.number.in_(some)))
        for status, section, published_at, number in rows:
            if status == Status.PUBLISHED:
                for each in _both(section):
                    places[each].append((published_at, number))
    return {section: sorted(found) for section, found in places.items()}


def _both(section: str | None) -> Iterable[str]:
    return (ALL,) if section is None else (ALL, section)


async def _count(connection: AsyncConnection, section: str, places: list[Place], step: int) -> None:
    """Change the counts of the shelves on which these stand, shelf by shelf."""
    while places:
        shelf, following = await _shelf_of(connection, section, places[0])
        inside = bisect_left(places, following) if following else len(places)
        counting = update(schema.article_shelves).where(_is_shelf(section, shelf))
        counting = counting.values(published=_shelves.published + step * inside)
        published = await connection.scalar(counting.returning(_shelves.published))
        if published is not None and published > 2 * SHELF:
            await _cut(connection, section, shelf, int(published))
        places = places[inside:]


async def _shelf_of(connection: AsyncConnection, section: str, place: Place) -> tuple[Place, Place | None]:
    """Return where the shelf of a place begins, and the shelf behind it; a section's first shelf is made here."""
    starts = select(_shelves.starts_at, _shelves.starts_number).where(_shelves.section_slug == section).limit(1)
    newest = (_shelves.starts_at.desc(), _shelves.starts_number.desc())
    shelf = (await connection.execute(starts.where(_start <= place).order_by(*newest))).one_or_none()
    if shelf is None:
        first = {"section_slug": section, "starts_at": _EPOCH, "starts_number": 0, "published": 0}
        await connection.execute(insert(schema.article_shelves).values(**first))
        return (_EPOCH, 0), None
    oldest = (_shelves.starts_at, _shelves.starts_number)
    following = (await connection.execute(starts.where(_start > place).order_by(*oldest))).one_or_none()
    return (shelf[0], int(shelf[1])), (following[0], int(following[1])) if following else None


async def _cut(connection: AsyncConnection, section: str, shelf: Place, published: int) -> None:
    """Leave a thousand on a shelf, and put what stands behind them on new ones."""
    start, number = shelf
    newer = _newer(_shelved(section), (start, number - 1))
    standing = _ordered(newer, _OLDEST_FIRST, limit=published).subquery().c
    order = (standing.published_at, standing.number)
    before = (func.row_number().over(order_by=order) - 1).label("before")
    placed = select(standing.published_at, standing.number, before).subquery().c
    is_first = placed.before % SHELF == 0

    def at_start(column: ColumnElement[Any]) -> ColumnElement[Any]:
        return func.max(case((is_first, column)))

    cut = select(literal(section, Text()), at_start(placed.published_at), at_start(placed.number), func.count())
    cut = cut.where(placed.before >= SHELF).group_by(placed.before // SHELF)
    columns = ["section_slug", "starts_at", "starts_number", "published"]
    await connection.execute(insert(schema.article_shelves).from_select(columns, cut))
    await connection.execute(update(schema.article_shelves).where(_is_shelf(section, shelf)).values(published=SHELF))


def _is_shelf(section: str, shelf: Place) -> ColumnElement[bool]:
    at, number = shelf
    return and_(_shelves.section_slug == section, _shelves.starts_at == at, _shelves.starts_number == number)
