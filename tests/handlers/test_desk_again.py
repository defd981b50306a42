"""A worker ends between the deed and its answer: the update is answered again, and the editor is told what is so."""

from dataclasses import replace
from datetime import timedelta

from bot.clock import system_clock
from bot.demo.botapi import people
from bot.publishing import Publishing
from storage.model import Bullet, Label, Status
from storage.store import Storage
from tests.chatting import Chatting
from tests.desking import correct_headline, has_status, last, save_as, until
from tests.handlers.test_desk_corrections import POST
from tests.make import make_png, make_text


async def test_correction_that_is_saved_already_is_not_somebody_elses(desk: Chatting, storage: Storage) -> None:
    ada = desk.ada
    await storage.articles.add([make_text("Harbour")], now=system_clock(), publish=True)
    await correct_headline(ada, "Harbour wall")
    await save_as(ada, "Correction: it was wrong")
    proof = await storage.desk.find_proof(ada.person.id, 1)
    assert proof is not None
    as_before_the_end = Publishing(storage, str(ada.person.id))
    await as_before_the_end.revise(
        1, proof.text, revision=1, note="A wall.", label=Label.CORRECTION, now=system_clock()
    )
    (progress,) = await ada.say("A wall.")
    assert progress["text"].startswith("#1: ")
    assert await storage.desk.find_proof(ada.person.id, 1) is None
    assert (await storage.articles.get(1)).revision == 2


async def test_withdrawal_that_is_done_already_tells_its_progress(desk: Chatting, storage: Storage) -> None:
    ada = desk.ada
    await storage.articles.add([make_text("Harbour")], now=system_clock(), publish=True)
    await ada.say("/withdraw 1")
    (asked,) = await ada.say("It was not true.")
    await Publishing(storage, str(ada.person.id)).withdraw(1, reason="It was not true.", now=system_clock())
    await ada.press(asked, "Withdraw")
    assert last(ada)["text"].startswith("#1: ")
    assert len(await storage.record.list(1)) == 2


async def test_publishing_that_has_begun_already_can_still_be_undone(desk: Chatting, storage: Storage) -> None:
    ada = desk.ada
    _, panel = await ada.say(POST)
    await ada.press(panel, "Publish…")
    question = last(ada)
    for _ in range(2):
        await ada.press(question, "Publish")
        assert last(ada)["text"].startswith("#1 will be published in 10 seconds.")
    await ada.press(last(ada), "Undo")
    assert await has_status(storage, 1, Status.DRAFT)


async def test_what_somebody_else_scheduled_is_not_published_by_a_press(desk: Chatting, storage: Storage) -> None:
    ada = desk.ada
    _, panel = await ada.say(POST)
    await ada.press(panel, "Publish…")
    question = last(ada)
    await ada.press(panel, "Later…")
    await ada.say("tomorrow 08:00")
    at = (await storage.articles.get(1)).publish_at
    toast = await ada.press(question, "Publish")
    assert "scheduled" in toast["text"]
    assert (await storage.articles.get(1)).publish_at == at


async def test_field_that_is_changed_already_is_shown_as_it_is(desk: Chatting, storage: Storage) -> None:
    ada = desk.ada
    _, panel = await ada.say(POST)
    await ada.press(panel, "Bullets")
    await ada.press(panel, "+ Add")
    text = (await storage.articles.get(1)).text
    longer = replace(text, bullets=(*text.bullets, Bullet(text="Gulls stay.")))
    await Publishing(storage, str(ada.person.id)).revise(1, longer, revision=1, now=system_clock())
    preview, _ = await ada.say("Gulls stay.")
    assert preview["text"].count("Gulls stay.") == 1
    assert (await storage.articles.get(1)).text == longer


async def test_post_that_is_here_already_is_opened_and_not_drafted_twice(desk: Chatting, storage: Storage) -> None:
    ada = desk.ada
    await ada.say(POST)
    _, panel = await ada.say(POST)
    assert panel["text"].startswith("This post is here already.\n#1 · draft")
    assert len(await storage.articles.list_by_status(None, limit=5)) == 1


async def test_words_for_an_earlier_question_of_a_correction_stay_at_hand(desk: Chatting, storage: Storage) -> None:
    ada = desk.ada
    await storage.articles.add([make_text("Harbour")], now=system_clock(), publish=True)
    _, panel = await ada.say("/correct 1")
    await ada.press(panel, "Headline")
    await ada.press(panel, "Bullets")
    await ada.press(panel, "✕ 2")
    (stale,) = await ada.say("Harbour wall")
    assert stale["text"] == "Your correction of #1 has moved on since this was asked.\n\nYours:\n\nHarbour wall"
    await ada.press(stale, "Put mine in")
    proof = await storage.desk.find_proof(ada.person.id, 1)
    assert proof is not None
    assert (proof.text.headline, len(proof.text.bullets)) == ("Harbour wall", 1)


async def test_note_for_a_correction_that_has_moved_on_is_said_back(desk: Chatting, storage: Storage) -> None:
    ada = desk.ada
    await storage.articles.add([make_text("Harbour")], now=system_clock(), publish=True)
    _, panel = await ada.say("/correct 1")
    await ada.press(panel, "Bullets")
    await ada.press(panel, "✕ 2")
    proof = await storage.desk.find_proof(ada.person.id, 1)
    assert proof is not None
    await ada.press_raw(panel, f"labels:1:{proof.version}")
    await ada.press(last(ada), "Correction: it was wrong")
    await ada.press(panel, "✕ 1")
    (said,) = await ada.say("A note.")
    assert said["text"] == "#1 has moved on; open it again.\n\nYours:\n\nA note."


async def test_photo_sent_as_a_file_is_a_photo(desk: Chatting, storage: Storage) -> None:
    content = make_png(64, 48)
    people.send_picture_file(desk.world, desk.ada.person, content, POST)
    await desk.ada.settled()

    async def has_picture() -> bool:
        drafts = await storage.articles.list_by_status(None, limit=5)
        return bool(drafts and drafts[0].text.picture)

    await until(has_picture)


async def test_message_that_could_undo_says_that_it_is_published(desk: Chatting, storage: Storage) -> None:
    ada = desk.ada
    _, panel = await ada.say(POST)
    await ada.press(panel, "Publish…")
    await ada.press(last(ada), "Publish")
    waiting = last(ada)
    await Publishing(storage, "1").publish_scheduled(system_clock() + timedelta(seconds=11))

    async def has_said() -> bool:
        shown = desk.world.get_message(ada.chat, waiting["message_id"], "read")
        return str(shown["text"]).startswith("#1 is published.") and await storage.desk.list_over() == ()

    await until(has_said)


async def test_what_is_typed_after_leaving_a_question_is_no_answer_to_it(desk: Chatting, storage: Storage) -> None:
    ada = desk.ada
    _, panel = await ada.say(POST)
    before = (await storage.articles.get(1)).text
    await ada.press(panel, "Headline")
    await ada.press(panel, "◀ Desk")
    assert (await ada.say("valdemar"))[0]["text"].startswith("Search: valdemar")
    await ada.say(POST)  # it is here already, and opened again
    await ada.press(last(ada), "Headline")
    await ada.say("/help")
    assert (await ada.say("valdemar"))[0]["text"].startswith("Search: valdemar")
    assert (await storage.articles.get(1)).text == before
