"""The desk at its edges: overrides of corrections, long lists, refused progress, keyboards of yesterday."""

from dataclasses import replace
from datetime import timedelta

from bot.clock import system_clock
from bot.demo.botapi import people
from bot.demo.botapi.faults import Odd
from bot.newsroom.posts.posttext import write_strict
from bot.publishing import Publishing
from bot.subscribing import change
from storage.model import Action, Bullet, Label, Picture, Source, Status, Watched
from storage.store import Storage
from tests.chatting import Chatting, chatting, labels
from tests.desking import OWNERS, correct_headline, has_status, last, person, until
from tests.handlers.test_desk import page
from tests.ingest.serving import serving
from tests.make import make_png, make_text, read_report

OPEN = {"allow_private_addresses": True, "host_delay_seconds": 0}
BAD_GATEWAY = Odd(b"<html>502</html>", 502)


async def revise(storage: Storage, number: int = 1, *, headline: str = "Right") -> None:
    article = await storage.articles.get(number)
    text = replace(article.text, headline=headline)
    publishing = Publishing(storage, "17")
    await publishing.revise(
        number, text, revision=article.revision, note="a slip", label=Label.CORRECTION, now=system_clock()
    )


async def test_what_was_published_in_spite_of_the_gate_is_corrected_in_spite_of_it(
    desk: Chatting, storage: Storage
) -> None:
    ada = desk.ada
    await read_report(storage, "The gate rose 4.1 metres. It held.")
    cited = (Source(outlet="A", title="The gate", url="https://a.example/1"),)
    bullets = (Bullet(text="It rose 9.3 metres.", sources=(1,)),)
    await storage.articles.add([make_text("Gaet", bullets=bullets, sources=cited, body=())], now=system_clock())
    await Publishing(storage, "1").publish(1, override="measured it myself", now=system_clock())
    panel = await correct_headline(ada, "Gate")
    await ada.press(panel, "Save…")
    assert last(ada)["text"].startswith("The gate blocks this change of #1\n\n✗ blocks: ")
    assert labels(last(ada)) == [["Save in spite of it…"], ["◀ Back"]]
    await ada.press(last(ada), "Save in spite of it…")
    (asked,) = await ada.say("measured twice")
    assert asked["text"].startswith("What kind of change is this to #1?\n\n✗ blocks: ")
    await ada.press(asked, "Refile: a slip")
    await ada.say("A typo.")
    step = (await storage.record.list(1))[-1]
    assert (step.action, step.reason, step.override, step.label) == (
        Action.REVISE, "A typo.", "measured twice", Label.REFILE,
    )  # fmt: skip
    assert (await storage.articles.get(1)).text.headline == "Gate"


async def test_another_change_of_the_text_needs_another_reason(desk: Chatting, storage: Storage) -> None:
    ada = desk.ada
    await read_report(storage, "The gate rose 4.1 metres. It held.")
    cited = (Source(outlet="A", title="The gate", url="https://a.example/1"),)
    await storage.articles.add(
        [make_text("Gate", bullets=(Bullet(text="It held.", sources=(1,)),), sources=cited, body=())],
        now=system_clock(),
    )
    await Publishing(storage, "1").publish(1, now=system_clock())
    panel = await correct_headline(ada, "Gate rose 9.3 metres")
    await ada.press(panel, "Save…")
    await ada.press(last(ada), "Save in spite of it…")
    await ada.say("measured twice")
    await ada.press(panel, "Headline")
    (_, panel) = await ada.say("Gate rose 7.7 metres")
    await ada.press(panel, "Save…")
    assert labels(last(ada)) == [["Save in spite of it…"], ["◀ Back"]]


async def test_story_of_many_paragraphs_is_edited_page_by_page(desk: Chatting, storage: Storage) -> None:
    ada = desk.ada
    body = tuple(f"Paragraph {place} {'of many words ' * 40}[1]" for place in range(1, 71))
    await storage.articles.add([make_text("Long", body=body)], now=system_clock())
    await ada.say("/desk")
    await ada.press_raw(last(ada), "review:1")
    await ada.settled()
    await ada.press(last(ada), "Story")
    for _ in range(5):
        await ada.press(last(ada), "▶")
    assert last(ada)["text"].split("\n\n")[-1].startswith("70. Paragraph 70 ")
    assert labels(last(ada))[-2:] == [["◀", "6 of 6"], ["+ Add", "◀ #1"]]
    await ada.press(last(ada), "▲ 61")
    assert last(ada)["text"].split("\n\n")[-1].startswith("60. Paragraph 61 ")
    await ada.press(last(ada), "▶")
    await ada.press(last(ada), "✎ 70")
    await ada.say("The last one. [1]")
    assert (await storage.articles.get(1)).text.body[69] == "The last one. [1]"
    assert desk.refused() == []


async def test_links_become_drafts_though_their_progress_cannot_be_told(storage: Storage) -> None:
    async with serving(page) as url, chatting(storage, system_clock, owners=OWNERS, newsroom=OPEN) as chat:
        chat.world.faults.odd["editMessageText"].extend([BAD_GATEWAY] * 9)
        await chat.ada.say(f"{url}/a {url}/b")

        async def is_drafted() -> bool:
            return bool(await storage.articles.list_by_status(None, limit=5))

        await until(is_drafted)
        await chat.ada.settled()
        assert "2 of 2 links read. One draft was made." in chat.ada.said()


async def test_same_link_again_opens_the_draft_there_is(storage: Storage) -> None:
    async with serving(page) as url, chatting(storage, system_clock, owners=OWNERS, newsroom=OPEN) as chat:
        for _ in range(2):
            await chat.ada.say(f"{url}/a")
            await until(lambda: _has_panel(chat))
        drafts = await storage.articles.list_by_status(None, limit=5)
        assert [(draft.number, draft.revision) for draft in drafts] == [(1, 1)]
        assert len((await storage.events.get(1)).reports) == 1
        await chat.ada.press(last(chat.ada), "Event")
        assert labels(last(chat.ada)) == [["Open #1"], ["Merge…"], ["◀ Desk"]]
        await chat.ada.press(last(chat.ada), "Open #1")
        assert last(chat.ada)["text"].startswith("#1 · draft")


async def _has_panel(chat: Chatting) -> bool:
    return bool(last(chat.ada)["text"].startswith("#1 · draft"))


async def test_unreachable_progress_message_stops_no_other(desk: Chatting, storage: Storage) -> None:
    ada, bob = desk.ada, person(desk, "Bob")
    await storage.articles.add([make_text("Harbour"), make_text("Gulls")], now=system_clock(), publish=True)
    for number in (1, 2):
        await bob.say(f"/story {number}")
        await revise(storage, number)
    await ada.say("/desk")
    await storage.desk.watch(Watched(correction_id=1, chat_id=424242, message_id=5, said="-"))
    key = (ada.chat.id, last(ada)["message_id"])
    await storage.desk.watch(Watched(correction_id=2, chat_id=key[0], message_id=key[1], said="-"))

    async def is_told() -> bool:
        return bool(desk.world.messages[key]["text"] == "#2: 1 of 1 message corrected.")

    await until(is_told)


async def test_withdrawal_of_what_somebody_corrected_meanwhile_is_asked_again(desk: Chatting, storage: Storage) -> None:
    await storage.articles.add([make_text("Harbour")], now=system_clock(), publish=True)
    await desk.ada.say("/withdraw 1")
    (asked,) = await desk.ada.say("The figure is wrong.")
    await revise(storage)
    toast = await desk.ada.press(asked, "Withdraw")
    assert toast["text"] == "Article 1 is at revision 2 by now, not 1; look at it again."
    assert await has_status(storage, 1, Status.PUBLISHED)


async def test_spiked_breaking_story_alerts_nobody_when_it_is_published_later(desk: Chatting, storage: Storage) -> None:
    ada, bob = desk.ada, person(desk, "Bob")
    await bob.say("/start")
    subscription = await storage.subscriptions.get(bob.chat.id, None)
    await change(storage.subscriptions, subscription, now=system_clock(), has_alerts=True)
    _, panel = await ada.say(write_strict(make_text("Harbour")))
    await ada.press(panel, "Publish…")
    await ada.press(last(ada), "Publish as breaking")
    await ada.press(panel, "Spike")
    await ada.press(last(ada), "Revive")
    await Publishing(storage, "17").publish(1, now=system_clock())
    assert await storage.articles.list_unalerted() == ()


async def test_old_priority_button_says_where_the_article_stands(desk: Chatting, storage: Storage) -> None:
    _, panel = await desk.ada.say(write_strict(make_text("Harbour")))
    await desk.ada.press(panel, "Spike")
    toast = await desk.ada.press(panel, "☆ Priority")
    assert toast["text"].startswith("Article 1 is spiked; this needs ")
    assert (await storage.articles.get(1)).priority == 0


async def test_photo_comes_with_its_caption_and_a_name_of_no_photo_is_refused(desk: Chatting, storage: Storage) -> None:
    ada = desk.ada
    _, panel = await ada.say(write_strict(make_text("Harbour")))
    await ada.press(panel, "Picture")
    (refused,) = await ada.say("p.jpg | cap | Bob")
    assert refused["text"].startswith("'p.jpg' is no picture; expected a photo, or its address.")
    people.send_photo(desk.world, ada.person, make_png(80, 60), "New ferry | Bob")
    await ada.settled()
    name = await storage.pictures.add(make_png(80, 60))
    assert (await storage.articles.get(1)).text.picture == Picture(url=name, caption="New ferry", credit="Bob")


async def test_album_is_answered_once_by_its_caption_or_to_what_was_asked(desk: Chatting, storage: Storage) -> None:
    ada, pictures = desk.ada, (make_png(80, 60), make_png(90, 60), make_png(70, 60))
    people.send_album(desk.world, ada.person, pictures, "What is this?")
    await ada.settled()
    assert [bool(text) for text in ada.said()] == [False, False, False, True]  # three pictures, one answer
    _, panel = await ada.say(write_strict(make_text("Harbour")))
    await ada.press(panel, "Picture")
    people.send_album(desk.world, ada.person, pictures)
    await ada.settled()
    picture = (await storage.articles.get(1)).text.picture
    assert picture is not None
    assert picture.url == await storage.pictures.add(pictures[0])


async def test_old_discard_button_and_an_earlier_proofs_lines_touch_no_later_proof(
    desk: Chatting, storage: Storage
) -> None:
    ada = desk.ada
    await storage.articles.add([make_text("Harbour")], now=system_clock(), publish=True)
    _, panel = await ada.say("/correct 1")
    await ada.press(panel, "Headline")
    _, newer = await ada.say("Gate")
    toast = await ada.press(panel, "Discard")
    assert toast["text"] == "#1 has moved on; open it again."
    proof = await storage.desk.find_proof(ada.person.id, 1)
    assert proof is not None
    assert proof.text.headline == "Gate"
    await ada.press(newer, "Discard")
    assert await storage.desk.find_proof(ada.person.id, 1) is None


async def test_undo_holds_though_somebody_changed_a_word_meanwhile(desk: Chatting, storage: Storage) -> None:
    ada = desk.ada
    _, panel = await ada.say(write_strict(make_text("Harbour")))
    await ada.press(panel, "Publish…")
    await ada.press(last(ada), "Publish")
    undo = last(ada)
    await revise(storage, headline="Other words")
    await ada.press(undo, "Undo")
    assert await has_status(storage, 1, Status.DRAFT)


async def test_embargo_of_what_the_gate_blocks_keeps_its_time(desk: Chatting, storage: Storage) -> None:
    ada = desk.ada
    await read_report(storage, "The gate rose 4.1 metres. It held.")
    cited = (Source(outlet="A", title="The gate", url="https://a.example/1"),)
    bullets = (Bullet(text="It rose 9.3 metres.", sources=(1,)),)
    await storage.articles.add([make_text("Gate", bullets=bullets, sources=cited, body=())], now=system_clock())
    await ada.say("/desk")
    await ada.press_raw(last(ada), "schedule:1:1")
    await ada.settled()
    day = (system_clock() + timedelta(days=40)).date()
    (asked,) = await ada.say(f"{day} 08:00")
    assert asked["text"].startswith("The gate blocks #1. Why publish it all the same?")
    await ada.say("measured twice")
    article = await storage.articles.get(1)
    assert (article.status, f"{article.publish_at:%Y-%m-%d %H:%M}") == (Status.SCHEDULED, f"{day} 08:00")
    assert (await storage.record.list(1))[-1].override == "measured twice"


async def test_long_reason_of_a_withdrawal_is_asked_about(desk: Chatting, storage: Storage) -> None:
    await storage.articles.add([make_text("Harbour")], now=system_clock(), publish=True)
    await desk.ada.say("/withdraw 1")
    (asked,) = await desk.ada.say("It was not true. " * 240)
    await desk.ada.press(asked, "Withdraw")
    assert await has_status(storage, 1, Status.WITHDRAWN)


async def test_number_in_reply_to_a_question_is_its_answer(desk: Chatting, storage: Storage) -> None:
    ada = desk.ada
    _, panel = await ada.say(write_strict(make_text("Harbour")))
    await ada.press(panel, "Headline")
    await ada.say("1984", reply_to=last(ada)["message_id"])
    assert (await storage.articles.get(1)).text.headline == "1984"
