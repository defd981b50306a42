"""What an editor typed goes where it was asked for, or nowhere, and is never lost."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.clock import system_clock
from bot.publishing import Publishing
from storage.model import Action, Bullet, Source, Status
from storage.store import Storage
from tests.chatting import Chatting, button, labels
from tests.desking import correct_headline, has_status, last, open_draft, person, save_as
from tests.make import make_text

HOUR = timedelta(hours=1)


async def _age_question(desk: Chatting, *, by: timedelta) -> None:
    asked = await desk.storage.desk.find_asked(desk.ada.chat.id)
    assert asked is not None
    await desk.storage.desk.ask(desk.ada.chat.id, asked, now=system_clock() - by)


async def test_words_long_after_a_question_are_no_answer_to_it(desk: Chatting, storage: Storage) -> None:
    ada = desk.ada
    await storage.articles.add([make_text("Harbour")], now=system_clock(), publish=True)
    await correct_headline(ada, "Harbour wall")
    question = await save_as(ada, "Correction: it was wrong")
    await _age_question(desk, by=2 * HOUR)
    await ada.say("ferries")
    assert (await storage.articles.get(1)).text.headline == "Harbour"
    await ada.say("It was a wall.", reply_to=question["message_id"])  # who replies to it means it
    assert (await storage.articles.get(1)).text.headline == "Harbour wall"


async def test_reply_to_an_earlier_question_is_no_answer_to_a_later_one(desk: Chatting, storage: Storage) -> None:
    ada = desk.ada
    await storage.articles.add([make_text("Harbour")], now=system_clock())
    panel = await open_draft(ada)
    await ada.press(panel, "Headline")
    question = last(ada)
    await ada.press(panel, "Section")
    (said,) = await ada.say("Harbour wall", reply_to=question["message_id"])
    assert said["text"].startswith("This answers an earlier question")
    text = (await storage.articles.get(1)).text
    assert (text.headline, text.section) == ("Harbour", "World")


async def test_question_ends_where_its_article_takes_no_change_any_more(desk: Chatting, storage: Storage) -> None:
    ada = desk.ada
    await storage.articles.add([make_text("Harbour")], now=system_clock())
    panel = await open_draft(ada)
    await ada.press(panel, "Headline")
    await Publishing(storage, "9").publish(1, now=system_clock())
    (said,) = await ada.say("Harbour wall")
    assert said["text"] == "#1 is published; /correct 1 changes it.\n\nYours:\n\nHarbour wall"
    assert await storage.desk.find_asked(ada.chat.id) is None
    for label in ("Headline", "Bullets", "Later…", "Publish…"):
        assert (await ada.press(panel, label))["text"] == "#1 is published; /correct 1 changes it."
    await ada.say("/desk")
    assert await storage.desk.find_asked(ada.chat.id) is None


async def test_correction_opens_with_what_others_corrected_since(desk: Chatting, storage: Storage) -> None:
    ada, bob = desk.ada, person(desk, "Bob")
    await ada.say(f"/editors {bob.person.id}")
    await storage.articles.add([make_text("Harbour")], now=system_clock(), publish=True)
    _, panel = await bob.say("/correct 1")
    await bob.press(panel, "Credit")
    _, stale = await bob.say("The harbour office")
    text = (await storage.articles.get(1)).text
    publishing = Publishing(storage, "9")
    await publishing.revise(1, replace(text, headline="Wall"), revision=1, note="A wall.", now=system_clock())
    await bob.press(stale, "Save…")
    assert last(bob)["text"].startswith("Somebody corrected #1 meanwhile; theirs is in your proof now.")
    assert "Wall" not in last(bob)["text"]
    newer = replace((await storage.articles.get(1)).text, section="Sport")
    await publishing.revise(1, newer, revision=2, note="It is sport.", now=system_clock())
    preview, panel = await bob.say("/correct 1")
    assert panel["text"].startswith("Somebody corrected #1 meanwhile; theirs is in your proof now.\n")
    assert (preview["text"].startswith("Wall\n"), "The harbour office" in preview["text"]) == (True, True)
    await save_as(bob, "Refile: a slip")
    await bob.say("Whose it is.")
    text = (await storage.articles.get(1)).text
    assert (text.headline, text.credit_line, text.section) == ("Wall", "The harbour office", "Sport")


async def test_note_is_shown_to_whom_a_correction_overtook(desk: Chatting, storage: Storage) -> None:
    ada = desk.ada
    await storage.articles.add([make_text("Harbour")], now=system_clock(), publish=True)
    await correct_headline(ada, "Wall")
    await save_as(ada, "Correction: it was wrong")
    text = replace((await storage.articles.get(1)).text, headline="Pier")
    await Publishing(storage, "9").revise(1, text, revision=1, note="A pier.", now=system_clock())
    (said,) = await ada.say("It was a wall.")
    assert "Both of you changed this, and yours stands in it: headline." in said["text"]
    assert "Your note was: It was a wall." in said["text"]
    assert await storage.desk.find_asked(ada.chat.id) is None


async def test_correction_of_what_was_withdrawn_meanwhile_says_so(desk: Chatting, storage: Storage) -> None:
    ada = desk.ada
    await storage.articles.add([make_text("Harbour")], now=system_clock(), publish=True)
    await correct_headline(ada, "Wall")
    await save_as(ada, "Correction: it was wrong")
    await Publishing(storage, "9").withdraw(1, reason="Not so.", now=system_clock())
    (said,) = await ada.say("It was a wall.")
    assert said["text"] == "#1 is withdrawn; nothing of it is changed any more.\n\nYours:\n\nIt was a wall."


async def test_words_for_a_line_go_to_that_line_wherever_it_stands_by_now(desk: Chatting, storage: Storage) -> None:
    ada = desk.ada
    bullets = tuple(Bullet(text=f"Fact {letter}.", sources=(2,)) for letter in "ABCD")
    sources = tuple(Source(outlet=name) for name in ("One", "Two", "Three"))
    await storage.articles.add([make_text("Harbour", bullets=bullets, sources=sources, body=())], now=system_clock())
    await ada.press(await open_draft(ada), "Bullets")
    await ada.press(last(ada), "✎ 2")
    text = (await storage.articles.get(1)).text
    fewer = tuple(replace(each, sources=(1,)) for each in text.bullets[1:])
    theirs = replace(text, bullets=fewer, sources=text.sources[1:])
    await Publishing(storage, "9").revise(1, theirs, revision=1, now=system_clock())
    await ada.say("Fact B, better. [2]")
    await ada.press(last(ada), "Put mine in")
    assert [(each.text, each.sources) for each in (await storage.articles.get(1)).text.bullets] == [
        ("Fact B, better.", (1,)), ("Fact C.", (1,)), ("Fact D.", (1,)),
    ]  # fmt: skip


async def test_words_for_a_line_that_is_gone_become_a_new_one_if_wanted(desk: Chatting, storage: Storage) -> None:
    ada = desk.ada
    await storage.articles.add([make_text("Harbour")], now=system_clock())
    await ada.press(await open_draft(ada), "Bullets")
    await ada.press(last(ada), "✎ 1")
    text = (await storage.articles.get(1)).text
    theirs = replace(text, bullets=text.bullets[1:], sources=text.sources[:1])
    theirs = replace(theirs, bullets=tuple(replace(each, sources=()) for each in theirs.bullets), body=())
    await Publishing(storage, "9").revise(1, theirs, revision=1, now=system_clock())
    await ada.say("Mine. [2]")
    await ada.press(last(ada), "Put mine in")
    assert last(ada)["text"].startswith(f"[2] was {text.sources[1].outlet}, and is gone")
    await ada.say("Mine. [1]")
    await ada.press(last(ada), "Put mine in")
    assert last(ada)["text"].startswith("That bullet of #1 is not there any more as it was.")
    await ada.press(last(ada), "Add mine")
    assert [each.text for each in (await storage.articles.get(1)).text.bullets] == [text.bullets[1].text, "Mine."]


async def test_marks_of_a_line_that_is_gone_name_the_outlets_that_were_meant(desk: Chatting, storage: Storage) -> None:
    ada = desk.ada
    sources = tuple(Source(outlet=name) for name in ("One", "Two", "Three"))
    bullets = (Bullet(text="Fact A.", sources=(1,)), Bullet(text="Fact B.", sources=(3,)))
    await storage.articles.add([make_text("Harbour", bullets=bullets, sources=sources, body=())], now=system_clock())
    await ada.press(await open_draft(ada), "Bullets")
    await ada.press(last(ada), "✎ 1")
    text = (await storage.articles.get(1)).text
    theirs = replace(text, bullets=(Bullet(text="Fact B.", sources=(2,)),), sources=text.sources[1:])
    await Publishing(storage, "9").revise(1, theirs, revision=1, now=system_clock())
    await ada.say("Mine. [3]")
    await ada.press(last(ada), "Put mine in")
    await ada.press(last(ada), "Add mine")
    assert (await storage.articles.get(1)).text.bullets == (
        Bullet(text="Fact B.", sources=(2,)),
        Bullet(text="Mine.", sources=(2,)),
    )


async def test_marks_typed_into_a_proof_name_the_outlets_that_were_meant(desk: Chatting, storage: Storage) -> None:
    ada = desk.ada
    sources = tuple(Source(outlet=name) for name in ("One", "Two", "Three"))
    bullets = (Bullet(text="Fact A.", sources=(2,)),)
    text = make_text("Harbour", bullets=bullets, sources=sources, body=())
    await storage.articles.add([text], now=system_clock(), publish=True)
    _, panel = await ada.say("/correct 1")
    await ada.press(panel, "Bullets")
    await ada.press(panel, "+ Add")
    proof = await storage.desk.find_proof(ada.person.id, 1)
    assert proof is not None
    await ada.press_raw(panel, f"drop:source:1:{proof.version}:1")
    await ada.say("Fact B. [3]")
    await ada.press(last(ada), "Put mine in")
    proof = await storage.desk.find_proof(ada.person.id, 1)
    assert proof is not None
    assert [(each.text, each.sources) for each in proof.text.bullets] == [("Fact A.", (1,)), ("Fact B.", (2,))]


async def test_withdraw_button_of_an_earlier_version_says_what_to_do(desk: Chatting, storage: Storage) -> None:
    await storage.articles.add([make_text("Harbour")], now=system_clock(), publish=True)
    await desk.ada.say("/withdraw 1")
    (asked,) = await desk.ada.say("It was not true.")
    assert (await desk.ada.press_raw(asked, "withdrawn:1"))["text"].startswith("You have typed another reason since")
    assert await has_status(storage, 1, Status.PUBLISHED)


async def test_breaking_behind_a_publication_under_way_is_refused(desk: Chatting, storage: Storage) -> None:
    ada = desk.ada
    await storage.articles.add([make_text("Harbour")], now=system_clock())
    await ada.press(await open_draft(ada), "Publish…")
    confirmation = last(ada)
    await ada.press(confirmation, "Publish")
    assert "goes out without an alert" in (await ada.press(confirmation, "Publish as breaking"))["text"]
    waiting = last(ada)
    await ada.press(waiting, "Undo")
    await ada.press(confirmation, "Publish as breaking")
    assert (await storage.articles.get(1)).is_breaking
    await Publishing(storage, "9").publish(1, now=system_clock())
    assert (await ada.press(confirmation, "Publish"))["text"] == "#1 is published already."


async def test_undo_is_of_its_own_publication_and_of_no_embargo(desk: Chatting, storage: Storage) -> None:
    ada = desk.ada
    await storage.articles.add([make_text("Harbour")], now=system_clock())
    await ada.press(await open_draft(ada), "Publish…")
    await ada.press(last(ada), "Publish")
    undo = button(last(ada), "Undo")["callback_data"]
    await ada.press(last(ada), "Undo")
    await Publishing(storage, "9").schedule(1, at=system_clock() + 24 * HOUR, now=system_clock())
    assert "is not waiting any more" in (await ada.press_raw(last(ada), undo))["text"]
    assert await has_status(storage, 1, Status.SCHEDULED)


async def test_withdrawal_is_for_the_reason_above_its_button(desk: Chatting, storage: Storage) -> None:
    ada = desk.ada
    await storage.articles.add([make_text("Harbour")], now=system_clock(), publish=True)
    (first,) = await ada.say("/withdraw 1 Reason one.")
    assert first["text"].endswith("Reason one.")
    (second,) = await ada.say("Reason two.")
    assert "another reason" in (await ada.press(first, "Withdraw"))["text"]
    await ada.press(second, "Withdraw")
    assert (await storage.articles.get(1)).withdrawal_reason == "Reason two."
    assert (await ada.press(second, "Cancel"))["text"] == "There is nothing to cancel any more."


async def test_reason_of_letters_that_nobody_sees_is_none(desk: Chatting, storage: Storage) -> None:
    await storage.articles.add([make_text("Harbour")], now=system_clock(), publish=True)
    await desk.ada.say("/withdraw 1")
    (said,) = await desk.ada.say("\u200b\u3164")
    assert said["text"].startswith("This is empty; send a reason for readers.")


async def test_lines_that_are_pasted_become_lines(desk: Chatting, storage: Storage) -> None:
    ada = desk.ada
    await storage.articles.add([make_text("Harbour")], now=system_clock())
    await ada.press(await open_draft(ada), "Bullets")
    await ada.press(last(ada), "+ Add")
    await ada.say("• One. [1]\n• Two. [2]\n\n- Three.")
    bullets = (await storage.articles.get(1)).text.bullets[-3:]
    assert bullets == (
        Bullet(text="One.", sources=(1,)), Bullet(text="Two.", sources=(2,)), Bullet(text="Three."),
    )  # fmt: skip


async def test_headline_alone_is_not_published(desk: Chatting, storage: Storage) -> None:
    ada = desk.ada
    await storage.articles.add([make_text("Harbour", bullets=(), body=())], now=system_clock())
    await ada.press(await open_draft(ada), "Publish…")
    assert "a headline and nothing else" in (await ada.press(last(ada), "Publish"))["text"]
    assert [step.action for step in await storage.record.list(1)] == [Action.ADD]


@pytest.mark.parametrize("typed", ["9999-12-31 23:59", "2626-01-01 08:00"])
async def test_embargo_without_end_is_refused(desk: Chatting, storage: Storage, typed: str) -> None:
    ada = desk.ada
    await storage.articles.add([make_text("Harbour")], now=system_clock())
    await ada.press(await open_draft(ada), "Later…")
    (said,) = await ada.say(typed)
    assert said["text"].startswith("I do not understand this time;")
    (said,) = await ada.say(f"{system_clock().date() - timedelta(days=1)} 08:00")
    assert "is over; name a time to come, or publish it now" in said["text"]
    assert await has_status(storage, 1, Status.DRAFT)


async def test_queue_that_has_grown_shorter_shows_its_first_page(desk: Chatting, storage: Storage) -> None:
    await storage.articles.add([make_text("Harbour")], now=system_clock())
    await desk.ada.say("/desk")
    await desk.ada.press_raw(last(desk.ada), "desk:drafts:9")
    await desk.ada.settled()
    assert "Harbour" in last(desk.ada)["text"]
    assert ["1"] in labels(last(desk.ada))


async def test_story_number_is_nobody_to_be_named(desk: Chatting, storage: Storage) -> None:
    await storage.articles.add([make_text("Harbour")], now=system_clock(), publish=True)
    await desk.ada.say("/editors")
    assert (await desk.ada.say("1"))[0]["text"].startswith("Which briefing?")
    (said,) = await desk.ada.say("/editors 123456789 987654321")
    assert said["text"] == "An editor is named by their numeric id, like /editors 123456789."
    assert await storage.editors.list() == ()
