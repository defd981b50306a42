"""Shelves: lists that know their length and where a page begins, on both engines."""

import random
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, select

from bot.publishing import Publishing
from storage import schema, shelves
from storage.errors import Conflict
from storage.migrate import upgrade
from storage.store import Storage, open_storage
from tests.conftest import new_postgres_database
from tests.make import NOW, make_text
from tests.storage.filling import upgrade_to

SECTIONS = ("world", "sport", None)
Shelved = dict[int, tuple[datetime, str | None]]


def _row(number: int, published_at: datetime, section: str | None) -> dict[str, Any]:
    return {
        "number": number, "status": "published", "revision": 1, "language": "en", "section_slug": section,
        "created_at": NOW, "modified_at": NOW, "published_at": published_at, "changed_at": published_at,
        "search_headline": f"whale {number}", "search_bullets": "", "search_body": "",
    }  # fmt: skip


async def _add(storage: Storage, articles: Shelved) -> None:
    async with storage.database.writing() as connection:
        await connection.execute(insert(schema.articles), [_row(number, *rest) for number, rest in articles.items()])
        await shelves.add_to_shelves(connection, storage.database, list(articles))


async def _withdraw(storage: Storage, number: int) -> None:
    articles = schema.articles
    async with storage.database.writing() as connection, shelves.moving(connection, storage.database, number):
        await connection.execute(articles.update().where(articles.c.number == number).values(status="withdrawn"))


async def _add_sections(storage: Storage) -> None:
    async with storage.database.writing() as connection:
        rows = [{"slug": slug, "name": slug.title()} for slug in SECTIONS if slug]
        await connection.execute(insert(schema.sections), rows)


def _newest_first(articles: Shelved, section: str | None) -> list[int]:
    places = [(at, number) for number, (at, slug) in articles.items() if section in (None, slug)]
    return [number for _, number in sorted(places, reverse=True)]


async def _check(storage: Storage, articles: Shelved) -> None:
    """Compare what the shelves say with what is there, page by page."""
    async with storage.database.reading() as connection:
        for section in (None, "world", "sport"):
            expected = _newest_first(articles, section)
            assert await shelves.count_shelved(connection, section) == len(expected)
            for offset in {0, 1, 999, 1000, 1001, 1999, 2000, len(expected) // 2, len(expected) - 3, len(expected)}:
                page = await shelves.list_shelved(connection, section, limit=8, offset=offset)
                assert (section, offset, list(page)) == (section, offset, expected[offset : offset + 8])
        await _check_counts(connection, articles)


async def _check_counts(connection: Any, articles: Shelved) -> None:
    table = schema.article_shelves.c
    rows = (await connection.execute(select(*table).order_by(table.starts_at, table.starts_number))).all()
    for section in ("", "world", "sport"):
        found = [((at, number), published) for slug, at, number, published in rows if slug == section]
        ends = [start for start, _ in found[1:]] + [(NOW + timedelta(days=999), 0)]
        places = sorted((at, number) for number, (at, slug) in articles.items() if section in ("", slug))
        counted = [
            sum(1 for place in places if start <= place < end) for (start, _), end in zip(found, ends, strict=True)
        ]
        assert [published for _, published in found] == counted
        assert max(counted, default=0) <= 2 * shelves.SHELF


def _invent(numbers: Iterable[int], dice: random.Random, published_at: datetime | None = None) -> Shelved:
    return {
        number: (published_at or NOW - timedelta(minutes=dice.randrange(9000)), dice.choice(SECTIONS))
        for number in numbers
    }


async def test_shelves_know_every_page_whatever_the_order_of_publication(storage: Storage) -> None:
    dice = random.Random(3)
    await _add_sections(storage)
    articles: Shelved = {}
    at_once = (_invent(range(1, 2501), dice, NOW), _invent(range(2501, 2503), dice, NOW))
    spread = [_invent(range(start, start + 700), dice) for start in (3001, 4001, 5001)]
    for batch in (*spread[:1], *at_once, *spread[1:]):
        await _add(storage, batch)
        articles |= batch
    await _check(storage, articles)

    for number in dice.sample(sorted(articles), 40):
        await _withdraw(storage, number)
        del articles[number]
    await _check(storage, articles)


async def test_what_is_not_published_stands_on_no_shelf(storage: Storage) -> None:
    await storage.articles.add([make_text()] * 2, now=NOW)
    async with storage.database.writing() as connection:
        await shelves.add_to_shelves(connection, storage.database, [1, 2])
    assert await storage.articles.count_published() == 0
    await Publishing(storage, "editor").publish(2, now=NOW)
    assert await _counts(storage) == {None: 1, "world": 1, "sport": 0}


async def test_articles_change_shelves_with_their_section_and_leave_them_when_withdrawn(storage: Storage) -> None:
    publishing = Publishing(storage, "editor")
    await storage.articles.add([make_text()] * 2, now=NOW, publish=True)
    await storage.articles.add([make_text()], now=NOW)

    await publishing.revise(1, make_text(section="Sport"), revision=1, note="its section", now=NOW)
    await publishing.revise(3, make_text(section="Sport"), revision=1, note="its section", now=NOW)
    assert await _counts(storage) == {None: 2, "world": 1, "sport": 1}

    await publishing.withdraw(1, reason="no", now=NOW)
    assert await _counts(storage) == {None: 1, "world": 1, "sport": 0}
    with pytest.raises(Conflict):
        await publishing.withdraw(1, reason="again", now=NOW)
    assert await _counts(storage) == {None: 1, "world": 1, "sport": 0}


async def _counts(storage: Storage) -> dict[str | None, int]:
    return {section: await storage.articles.count_published(section=section) for section in (None, "world", "sport")}


async def _check_upgrade(url: str) -> None:
    storage = open_storage(url)
    async with storage.database.migrating() as connection:
        await connection.run_sync(upgrade_to, "0005")
    await _add_sections(storage)
    dice = random.Random(5)
    articles = _invent(range(1, 2101), dice, NOW) | _invent(range(2101, 4001), dice)
    text = {"article_number": 3999, "revision": 1, "headline": "Whale 3999", "body": [], "created_at": NOW}
    async with storage.database.writing() as connection:
        await connection.execute(insert(schema.articles), [_row(number, *rest) for number, rest in articles.items()])
        await connection.execute(insert(schema.revisions), text)

    await upgrade(storage.database)

    await _check(storage, articles)
    await storage.close()


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
async def test_articles_of_an_earlier_revision_are_shelved(
    engine: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    if engine == "sqlite":
        await _check_upgrade(f"sqlite:///{tmp_path / 'old.db'}")
    else:
        async with new_postgres_database(request.getfixturevalue("postgres_server")) as url:
            await _check_upgrade(url)
