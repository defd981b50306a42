"""What briefings choose from: by section and language, before anything is cut; and what mentions a muted phrase."""

from storage.model import Bullet
from storage.store import Storage
from tests.make import NOW, make_text


async def numbers(storage: Storage, sections: str = "", languages: str = "", limit: int = 100) -> list[int]:
    found = await storage.candidates.list(frozenset(sections.split()), frozenset(languages.split()), limit=limit)
    return [each.number for each in found]


async def test_candidates_are_chosen_by_section_and_language_before_they_are_cut(storage: Storage) -> None:
    texts = [
        make_text("a", section="World", language="en"),
        make_text("b", section="Sport", language="pt-BR"),
        make_text("c", section=None, language="en"),
    ]
    await storage.articles.add(texts, now=NOW, publish=True)
    await storage.articles.add([make_text(section="World")] * 30, now=NOW, publish=True)
    await storage.articles.add([make_text("draft", section="Sport")], now=NOW)
    assert await numbers(storage, "sport", limit=5) == [2]
    assert await numbers(storage, languages="pt", limit=5) == [2]
    assert await numbers(storage, "world sport", "pt", limit=5) == [2]
    assert await numbers(storage, "sport", "en") == []
    assert await numbers(storage, limit=3) == [33, 32, 31]
    assert await numbers(storage) == list(range(33, 0, -1))


async def test_mentions_are_found_anywhere_without_case_or_accents(storage: Storage) -> None:
    texts = [
        make_text("Ferries go electric"),
        make_text("A", bullets=(Bullet(text="Un café"),), body=("north.",)),
        make_text("B", bullets=(), body=("go, ferries",)),
    ]
    await storage.articles.add(texts, now=NOW, publish=True)
    for phrase, mentioning in (
        ("CAFE", {2}), ("NORTH", {2}), ("caf", set()), ("ferries go", {1}), ("ferr", set()), ("…", set()),
    ):  # fmt: skip
        assert await storage.candidates.list_mentioning([1, 2, 3], frozenset({phrase})) == mentioning
    assert await storage.candidates.list_mentioning([2, 3], frozenset({"cafe", "go ferries"})) == {2, 3}
    assert await storage.candidates.list_mentioning([], frozenset({"cafe"})) == frozenset()
