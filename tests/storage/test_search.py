"""Full-text search, alike on both engines."""

import asyncio

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.publishing import Publishing
from storage.model import Bullet
from storage.store import Storage, open_storage
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
