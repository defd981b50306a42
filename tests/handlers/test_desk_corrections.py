"""Corrections and withdrawals from the desk, and two editors at one article."""

from bot.clock import system_clock
from bot.newsroom.posts.posttext import write_strict
from storage.model import Action, Label, Status
from storage.store import Storage
from tests.chatting import Chatting
from tests.desking import correct_headline, has_status, last, open_draft, person, save_as, until
from tests.make import make_text

POST = write_strict(make_text("Harbour"))


async def test_correction_is_changed_on_a_proof_saved_with_a_note_and_its_progress_told(
    desk: Chatting, storage: Storage
) -> None:
    ada, bob = desk.ada, person(desk, "Bob")
    await storage.articles.add([make_text("Harbour")], now=system_clock(), publish=True)
    (story,) = await bob.say("/story 1")
    _, panel = await ada.say("/correct 1")
    assert panel["text"].startswith(
        "Change it here; readers see nothing until you save it.\n#1 · correction in the making, not saved yet"
    )
    await ada.press(panel, "Bullets")
    await ada.press(panel, "✕ 2")
    await ada.press(panel, "✎ 1")
    _, panel = await ada.say("Four boats replace ten. [1]")
    assert "Fares stay." in (await bob.say("/story 1"))[0]["text"]
    await ada.press(panel, "Save…")
    assert last(ada)["text"].startswith(
        "What kind of change is this to #1?\n\nbullet 1\n− Four boats replace nine.[1]\n+ Four"
    )
    await ada.press(last(ada), "Correction: it was wrong")
    (progress,) = await ada.say("Ten boats, not nine.")
    key = (ada.chat.id, progress["message_id"])

    async def is_told() -> bool:
        return bool(desk.world.messages[key]["text"] == "#1: 2 of 2 messages corrected.")

    await until(is_told)
    corrected = desk.world.messages[bob.chat.id, story["message_id"]]["text"]
    assert ("Four boats replace ten." in corrected, "Fares stay." in corrected) == (True, False)
    assert "Correction: Ten boats, not nine." in corrected
    last_step = (await storage.record.list(1))[-1]
    assert (last_step.action, last_step.label, last_step.reason) == (
        Action.REVISE,
        Label.CORRECTION,
        "Ten boats, not nine.",
    )
    assert await storage.desk.find_proof(ada.person.id, 1) is None


async def test_withdrawal_asks_for_the_reason_and_once_more(desk: Chatting, storage: Storage) -> None:
    ada, bob = desk.ada, person(desk, "Bob")
    await storage.articles.add([make_text("Harbour")], now=system_clock(), publish=True)
    await bob.say("/story 1")
    (question,) = await ada.say("/withdraw 1")
    assert question["text"] == "Why is #1 withdrawn?\n\nReaders see the reason in its place."
    (asked,) = await ada.say("It was not true.")
    assert asked["text"] == "Withdraw #1? Its text is replaced in 1 message by:\n\nHarbour\n\nIt was not true."
    assert await has_status(storage, 1, Status.PUBLISHED)
    await ada.press(asked, "Withdraw")
    article = await storage.articles.get(1)
    assert (article.status, article.withdrawal_reason) == (Status.WITHDRAWN, "It was not true.")


async def test_second_editor_is_shown_the_difference_and_loses_no_text(desk: Chatting, storage: Storage) -> None:
    ada, bob = desk.ada, person(desk, "Bob")
    await ada.say(f"/editors {bob.person.id}")
    _, panel = await ada.say(POST)
    await bob.press(await open_draft(bob), "Headline")
    await ada.press(panel, "Headline")
    await ada.say("Adas")
    (shown,) = await bob.say("Bobs")
    assert shown["text"] == (
        "Somebody changed #1 meanwhile; it is at revision 2 now.\n\nYours:\n\nBobs\n\nheadline\n− Harbour\n+ Adas"
    )
    assert (await storage.articles.get(1)).text.headline == "Adas"
    await bob.press(shown, "Put mine in")
    assert (await storage.articles.get(1)).text.headline == "Bobs"


async def test_second_of_two_corrections_is_shown_the_first_and_keeps_its_proof(
    desk: Chatting, storage: Storage
) -> None:
    ada, bob = desk.ada, person(desk, "Bob")
    await ada.say(f"/editors {bob.person.id}")
    await storage.articles.add([make_text("Harbour")], now=system_clock(), publish=True)
    for editor, headline in ((ada, "Adas"), (bob, "Bobs")):
        await correct_headline(editor, headline)
    await save_as(ada, "Refile: a slip")
    await ada.say("A slip.")
    await bob.press(last(bob), "Save…")
    assert last(bob)["text"].endswith("headline\n− Adas\n+ Bobs")
    assert (await storage.articles.get(1)).text.headline == "Adas"
    await bob.press(last(bob), "Open my proof of #1")
    await bob.press(last(bob), "Save…")
    await bob.press(last(bob), "Refile: a slip")
    await bob.say("A slip.")
    assert (await storage.articles.get(1)).text.headline == "Bobs"
