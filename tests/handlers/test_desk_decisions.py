"""What is decided at the desk besides what is done to articles: on record, with who and when."""

from bot.clock import system_clock
from storage.model import Decided, Decision
from storage.store import Storage
from tests.chatting import Chatting
from tests.desking import last, person
from tests.make import make_text


async def _list(storage: Storage) -> list[tuple[str, Decision, str, str]]:
    found = await storage.record.list_decisions(limit=9)
    return [(each.actor, each.decision, each.subject, each.detail) for each in found]


async def test_editors_that_are_named_and_removed_are_on_record(desk: Chatting, storage: Storage) -> None:
    ada, bob = desk.ada, person(desk, "Bob")
    actor, editor = str(ada.person.id), f"editor {bob.person.id}"
    for _ in range(2):  # the second time they are one already
        await ada.say(f"/editors {bob.person.id}")
    assert await _list(storage) == [(actor, Decision.NAME, editor, "")]
    await ada.press_raw(last(ada), f"unname:{bob.person.id}")
    await ada.press_raw(last(ada), f"unname:{bob.person.id}")
    assert await _list(storage) == [(actor, Decision.UNNAME, editor, ""), (actor, Decision.NAME, editor, "")]


async def test_mistake_that_is_settled_is_on_record_once(desk: Chatting, storage: Storage) -> None:
    ada, bob = desk.ada, person(desk, "Bob")
    await storage.articles.add([make_text("Harbour")], now=system_clock(), publish=True)
    (story,) = await bob.say("/story 1")
    await bob.press(story, "Report a mistake")
    await bob.say("It was four boats.")
    await ada.say("/desk")
    for _ in range(2):
        await ada.press_raw(last(ada), "settled:1")
    assert await _list(storage) == [(str(ada.person.id), Decision.SETTLE, "mistake 1 of #1", "")]


async def test_record_is_listed_page_by_page(storage: Storage) -> None:
    for number in (1, 2, 3):
        await storage.editors.add(number, named_by="9", now=system_clock())
    newest, middle = await storage.record.list_decisions(limit=2)
    assert [each.subject for each in (newest, middle)] == ["editor 3", "editor 2"]
    (oldest,) = await storage.record.list_decisions(limit=9, below=middle.id)
    assert oldest == Decided(
        id=oldest.id, at=oldest.at, actor="9", decision=Decision.NAME, subject="editor 1", detail=""
    )
