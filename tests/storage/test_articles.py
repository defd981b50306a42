"""Articles in storage, on both engines."""

import asyncio
from datetime import timedelta

import pytest

from storage.errors import NotFound
from storage.model import Neighbours, Section, Source, Status
from storage.store import Storage
from tests.make import NOW, make_article, make_text


async def test_article_comes_back_as_it_was_added(storage: Storage) -> None:
    text = make_text(credit_line="The Harbour Gazette and friends")

    numbers = await storage.articles.add([text, make_text("Other")], now=NOW, publish=True)

    assert numbers == (1, 2)
    assert await storage.articles.get(1) == make_article(1, text, changed_at=NOW)


async def test_draft_is_not_published(storage: Storage) -> None:
    await storage.articles.add([make_text()], now=NOW)

    assert (await storage.articles.get(1)).status is Status.DRAFT
    assert await storage.articles.find_published(1) is None
    assert await storage.articles.list_recent(limit=5) == ()
    assert await storage.articles.find_newest() is None


async def test_missing_article_is_not_found(storage: Storage) -> None:
    with pytest.raises(NotFound, match="there is no article 9"):
        await storage.articles.get(9)
    assert await storage.articles.find(9) is None
    assert await storage.articles.list_numbered([]) == ()


async def test_article_that_fails_leaves_none_of_its_batch(storage: Storage) -> None:
    broken = make_text(sources=(Source(outlet=None),))  # type: ignore[arg-type]  # storage must refuse it whole

    with pytest.raises(Exception):  # noqa: B017, PT011 - whatever it is, nothing may be left
        await storage.articles.add([make_text(), broken], now=NOW)

    assert await storage.articles.list_by_status(None, limit=5) == ()


async def test_recent_is_newest_first_of_all_and_by_section(storage: Storage) -> None:
    for hours, section in ((2, "World"), (0, "Sport"), (1, "World")):
        await storage.articles.add([make_text(section=section)], now=NOW + timedelta(hours=hours), publish=True)
    articles = storage.articles

    assert [each.number for each in await articles.list_recent(limit=9)] == [1, 3, 2]
    assert [each.number for each in await articles.list_recent(limit=1, offset=1)] == [3]
    assert [each.number for each in await articles.list_recent(limit=9, section="world")] == [1, 3]
    assert await articles.count_published(section="sport") == 1
    assert await articles.list_sections() == (Section(slug="sport", name="Sport"), Section(slug="world", name="World"))


async def test_neighbours_are_by_publication_then_number(storage: Storage) -> None:
    await storage.articles.add([make_text()] * 3, now=NOW, publish=True)
    await storage.articles.add([make_text()], now=NOW - timedelta(days=1), publish=True)
    neighbours = [await storage.articles.get_neighbours(await storage.articles.get(number)) for number in (4, 1, 2, 3)]

    assert neighbours == [
        Neighbours(older=None, newer=1),
        Neighbours(older=4, newer=2),
        Neighbours(older=1, newer=3),
        Neighbours(older=2, newer=None),
    ]


async def test_writers_side_by_side_lose_nothing(storage: Storage) -> None:
    await asyncio.gather(
        *(storage.articles.add([make_text(f"Headline {number}")], now=NOW, publish=True) for number in range(40))
    )
    assert await storage.articles.count_published() == 40
    listed = await storage.articles.list_all(after_number=38, limit=9)
    assert [article.number for article in listed] == [39, 40]


async def test_unknown_outlets_are_added_and_known_ones_keep_their_name(storage: Storage) -> None:
    text = make_text(sources=(Source(outlet="The Harbour Gazette"), Source(outlet="trtglobal")))
    await storage.articles.add([text, text], now=NOW)

    names = [source.outlet for source in (await storage.articles.get(2)).text.sources]
    outlets = {outlet.name: outlet for outlet in await storage.outlets.list()}

    assert names == ["The Harbour Gazette", "TRT Global"]
    assert outlets["The Harbour Gazette"].aliases == ("theharbourgazette",)
    assert outlets["TRT Global"].domains == ("trt.global", "trtglobal.com", "trtworld.com")


async def test_shipped_outlets_are_added_once(storage: Storage) -> None:
    before = await storage.outlets.list()
    await storage.outlets.ensure_shipped()
    assert await storage.outlets.list() == before
