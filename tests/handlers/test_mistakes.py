"""A reader reports a mistake under a story; it waits at the desk until an editor settles it."""

from datetime import timedelta

from bot.clock import system_clock
from storage.model import Asked
from storage.store import Storage
from tests.chatting import Chatting
from tests.delivery.test_corrections import correct
from tests.desking import last, person, until
from tests.make import make_text

HOUR = timedelta(hours=1)


async def test_reader_reports_a_mistake_and_an_editor_settles_it(desk: Chatting, storage: Storage) -> None:
    await storage.articles.add([make_text("Harbour")], now=system_clock(), publish=True)
    ada, bob = desk.ada, person(desk, "Bob")
    (story,) = await bob.say("/story 1")
    await bob.press(story, "Report a mistake")
    assert last(bob)["text"].startswith("What is wrong in “Harbour”?")
    (thanks,) = await bob.say("It was four boats, not five.")
    assert thanks["text"] == "Thank you. The editors have it."
    assert (await bob.say("hello"))[0]["text"].startswith("Search: hello\n")
    (queue,) = await ada.say("/desk")
    await ada.press(queue, "Mistakes")
    assert last(ada)["text"].startswith("Desk\n\n1. #1 Harbour\nIt was four boats, not five.\n0 min ago")
    await ada.press(last(ada), "1")
    assert last(ada)["text"] == "#1 Harbour\n\nA reader, 0 min ago:\n\nIt was four boats, not five."
    toast = await ada.press(last(ada), "Settled")
    assert (toast["text"], "No reader has reported" in last(ada)["text"]) == ("Settled.", True)


async def test_what_is_typed_an_hour_later_or_after_never_mind_is_no_mistake(desk: Chatting, storage: Storage) -> None:
    await storage.articles.add([make_text("Harbour")], now=system_clock(), publish=True)
    bob = person(desk, "Bob")
    (story,) = await bob.say("/story 1")
    await bob.press(story, "Report a mistake")
    await bob.press(last(bob), "Never mind")
    await bob.say("hello")
    await storage.desk.ask(bob.chat.id, Asked(what="mistake", number=1, revision=1), now=system_clock() - 2 * HOUR)
    await bob.say("hello again")
    assert await storage.mistakes.list_open(limit=9) == ()


async def test_nobody_fills_the_desk_alone(desk: Chatting, storage: Storage) -> None:
    await storage.articles.add([make_text("Harbour")], now=system_clock(), publish=True)
    bob = person(desk, "Bob")
    (story,) = await bob.say("/story 1")
    for number in range(11):
        await bob.press(story, "Report a mistake")
        (said,) = await bob.say(f"Mistake {number}")
    assert said["text"] == "The editors have 10 of yours to read. Tell them of this one a little later."
    assert len(await storage.mistakes.list_open(limit=99)) == 10


async def test_reporter_hears_once_that_it_was_corrected(desk: Chatting, storage: Storage) -> None:
    await storage.articles.add([make_text("Harbour")], now=system_clock(), publish=True)
    bob, eve = person(desk, "Bob"), person(desk, "Eve")
    for reader in (bob, eve):
        (story,) = await reader.say("/story 1")
        await reader.press(story, "Report a mistake") if reader is bob else None
    await bob.say("It was four boats, not five.")
    await correct(storage)

    async def is_told() -> bool:
        return bool(last(bob)["text"].startswith("You reported a mistake in “Harbour!”, and it was corrected: Four"))

    await until(is_told)
    assert await storage.mistakes.claim_corrected(now=system_clock()) == ()
    assert not any("You reported" in text for text in eve.said())
