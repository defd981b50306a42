"""Full-text search, alike on both engines."""

import asyncio

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, text

from bot.publishing import Publishing
from storage import schema
from storage.model import Bullet
from storage.search import MAX_RESULTS
from storage.store import Storage, open_storage
from storage.word_index import VOLUME
from tests.make import NOW, make_text


async def found(storage: Storage, words: str) -> list[int]:
    return [article.number for article in await storage.search.list_matches(words, limit=20)]


async def test_search_finds_headlines_first_then_bullets_then_the_rest(storage: Storage) -> None:
    texts = [
        make_text("One", bullets=(), body=("A whale was seen.",)),
        make_text("A whale"),
        make_text("Two", bullets=(Bullet(text="The whale left."),)),
        make_text("The whale returns"),
        make_text("Nothing here"),
    ]
    await storage.articles.add(texts, now=NOW, publish=True)

    assert await found(storage, "whale") == [4, 2, 3, 1]
    assert [article.number for article in await storage.search.list_matches("whale", limit=2, offset=1)] == [2, 3]
    assert await storage.search.list_matches("whale", limit=2, offset=5000) == ()


@pytest.mark.parametrize(
    ("headline", "query"),
    [
        ("Ukraine talks resume", "ukraine"),
        ("Ukraine talks resume", "TALKS ukra"),
        ("Über die Straße", "uber strasse"),
        ("Переговоры в Женеве", "переговоры женеве"),
        ("北京举行会谈", "会谈"),
        ("محادثات في جنيف", "جنيف"),
        ("हिन्दी समाचार", "समाचार"),
        ("It's 3.5% – or (not)", "3 5"),
    ],
)
async def test_search_folds_case_accents_and_scripts(storage: Storage, headline: str, query: str) -> None:
    await storage.articles.add([make_text(headline), make_text("Other")], now=NOW, publish=True)
    assert await found(storage, query) == [1]


async def test_only_the_last_word_may_be_unfinished(storage: Storage) -> None:
    await storage.articles.add([make_text("Ukrainian talks")], now=NOW, publish=True)
    assert await found(storage, "ukrai talks") == []
    assert await found(storage, "talks ukrai") == [1]
    assert await found(storage, "uk") == []


async def test_drafts_and_withdrawn_articles_are_not_found(storage: Storage) -> None:
    await storage.articles.add([make_text("A whale")], now=NOW)
    assert await found(storage, "whale") == []
    await Publishing(storage, "editor").publish(1, now=NOW)
    assert await found(storage, "whale") == [1]
    await Publishing(storage, "editor").withdraw(1, reason="no", now=NOW)
    assert await found(storage, "whale") == []


async def add_numbered(storage: Storage, headlines: dict[int, str], body: str) -> None:
    """Store published articles under numbers of our own."""
    common = {"language": "en", "created_at": NOW, "modified_at": NOW, "published_at": NOW, "changed_at": NOW}
    words = {"search_bullets": "", "search_body": body, "status": "published", "revision": 1}
    async with storage.database.writing() as connection:
        await connection.execute(
            insert(schema.articles),
            [{"number": n, "search_headline": each.lower(), **words, **common} for n, each in headlines.items()],
        )
        await connection.execute(
            insert(schema.revisions),
            [
                {"article_number": n, "revision": 1, "headline": h, "body": [], "created_at": NOW}
                for n, h in headlines.items()
            ],
        )


async def test_search_goes_through_all_volumes_the_newest_first(storage: Storage) -> None:
    numbers = (1, VOLUME - 1, VOLUME, 3 * VOLUME, 70 * VOLUME + 5, 140 * VOLUME)
    await add_numbered(storage, {number: f"Whale {number}" for number in numbers}, body="the sea")

    assert await found(storage, "whale") == sorted(numbers, reverse=True)
    assert await found(storage, "sea wha") == sorted(numbers, reverse=True)
    assert await found(storage, f"whale {VOLUME}") == [VOLUME]
    assert await found(storage, "sea whale 1") == [1]


async def test_only_the_newest_matches_are_ranked(storage: Storage) -> None:
    old = dict.fromkeys(range(1, 11), "Sea")
    await add_numbered(storage, old | dict.fromkeys(range(11, MAX_RESULTS + 6), "Land") | {3000: "Sea"}, body="the sea")

    numbers = [article.number for article in await storage.search.list_matches("sea", limit=MAX_RESULTS)]

    assert numbers[:5] == [3000, 10, 9, 8, 7]
    assert (len(numbers), len(set(numbers)), numbers[-1]) == (MAX_RESULTS, MAX_RESULTS, 11)


async def test_index_is_whole_after_every_change(sqlite_storage: Storage) -> None:
    await sqlite_storage.articles.add([make_text("A whale"), make_text("Two")], now=NOW, publish=True)
    await sqlite_storage.articles.add([make_text("Three")], now=NOW)
    await Publishing(sqlite_storage, "editor").publish(3, now=NOW)
    await Publishing(sqlite_storage, "editor").withdraw(1, reason="no", now=NOW)
    async with sqlite_storage.database.writing() as connection:
        await connection.execute(text("UPDATE articles SET search_body = 'other words' WHERE number IN (1, 2)"))
        await connection.execute(text("INSERT INTO article_search (article_search) VALUES ('integrity-check')"))

    assert (await found(sqlite_storage, "whale"), await found(sqlite_storage, "other")) == ([], [2])


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    query=st.text(max_size=120)
    | st.sampled_from(['"', "a* OR b", "NEAR(a b)", "headline:x", "-a", "a AND", "\0", "'); --"])
)
def test_no_query_breaks_the_index(database_url: str, query: str) -> None:
    async def search() -> None:
        storage = open_storage(database_url)
        try:
            await storage.search.list_matches(query, limit=3)
        finally:
            await storage.close()

    asyncio.run(search())
