"""The desk: from what somebody sends to a published article, and corrections, in a private chat."""

import asyncio

import pytest
from aiohttp import web

from bot.clock import system_clock
from bot.demo.botapi import people
from bot.demo.botapi.world import FIRST_PERSON_ID, World
from bot.newsroom.posts.posttext import write_strict
from storage.model import Action, Preferences, Status
from storage.store import Storage
from tests.chatting import Chatting, button, chatting, labels
from tests.desking import OWNERS, has_status, last, person, until
from tests.ingest.serving import serving
from tests.make import NOW, ensure_subscription, make_png, make_text

POST = write_strict(make_text("Harbour"))
PNG = make_png(64, 48)
PAGES = {
    "a": ("Harbour gets electric ferries", "The harbour company bought four electric ferries on Monday. They replace nine old "
          "boats that burned diesel for thirty years. The first electric ferry left the harbour at dawn with 212 passengers. "
          "Fares stay as they are until spring, the harbour company said."),
    "b": ("Electric ferries start in the harbour", "Four electric ferries started in the harbour on Monday. The harbour company "
          "said that the ferries replace nine old diesel boats. The first ferry carried 212 passengers at dawn. "
          "Neighbours had complained about the noise of the diesel boats for years."),
    "c": ("Four electric ferries replace nine boats", "Nine old diesel boats were replaced by four electric ferries in the "
          "harbour on Monday, the harbour company said. The first ferry left at dawn. The ferries are charged at night "
          "with power from the wind park off the coast. Fares stay until spring."),
}  # fmt: skip


async def test_pasted_post_becomes_a_draft_that_is_edited_published_and_read(desk: Chatting, storage: Storage) -> None:
    ada, bob = desk.ada, person(desk, "Bob")
    preview, panel = await ada.say(POST)
    assert preview["text"].startswith("Harbour\nCredited from: The Harbour Gazette, Meridian Wire")
    assert panel["text"].startswith("A draft of your post.\n#1 · draft · revision 1\n")
    await ada.press(panel, "Headline")
    assert last(ada)["text"] == "Send the new headline of #1.\n\nNow it says:\n\nHarbour"
    preview, panel = await ada.say("Ferries at last")
    assert preview["text"].startswith("Ferries at last\n")
    for chat_id, wishes in ((7, Preferences()), (8, Preferences(sections=frozenset({"sport"})))):
        await storage.chats.ensure(chat_id, kind="private", language="en", now=NOW)
        await ensure_subscription(storage, chat_id, None, preferences=wishes, next_occurrence=None, now=NOW)
    await ada.press(panel, "Publish…")
    assert last(ada)["text"].startswith("Publish #1 to 1 chat?\n\nFerries at last\n\n")
    await ada.press(last(ada), "Publish")
    assert await has_status(storage, 1, Status.SCHEDULED)
    assert (await bob.say("/story 1"))[0]["text"] == "There is no story #1."
    await until(lambda: has_status(storage, 1, Status.PUBLISHED))
    (story,) = await bob.say("/story 1")
    assert story["text"].startswith("Ferries at last\n")
    assert [(step.action, step.actor) for step in await storage.record.list(1)] == [
        (Action.ADD, str(FIRST_PERSON_ID)), (Action.REVISE, str(FIRST_PERSON_ID)),
        (Action.SCHEDULE, str(FIRST_PERSON_ID)), (Action.PUBLISH, "newsroom"),
    ]  # fmt: skip


async def test_undo_within_ten_seconds_leaves_no_trace_at_any_reader(desk: Chatting, storage: Storage) -> None:
    _, panel = await desk.ada.say(POST)
    await desk.ada.press(panel, "Publish…")
    await desk.ada.press(last(desk.ada), "Publish")
    waiting = last(desk.ada)
    undo = button(waiting, "Undo")["callback_data"]
    await desk.ada.press(waiting, "Undo")
    assert last(desk.ada)["text"].startswith("Undone. No reader has seen anything of it.\n#1 · draft")
    await asyncio.sleep(11)
    article = await storage.articles.get(1)
    assert (article.status, article.published_at, await storage.articles.count_published()) == (Status.DRAFT, None, 0)
    assert "is not waiting any more" in (await desk.ada.press_raw(waiting, undo))["text"]
    counted = desk.world.messages[desk.ada.chat.id, waiting["message_id"]]
    assert (counted["text"], labels(counted)) == ("#1 was not published: it is draft now.", [["Open #1"]])


async def page(request: web.Request) -> web.Response:
    found = PAGES.get(request.path.strip("/"))
    if found is None:
        return web.Response(status=404, text="gone")
    title, text = found
    paragraphs = "".join(f"<p>{each}.</p>" for each in text.rstrip(".").split(". "))
    html = (
        f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{paragraphs}</article></body></html>"
    )
    return web.Response(text=html, content_type="text/html")


async def test_three_links_become_a_published_article_in_few_steps_though_the_bot_restarts(storage: Storage) -> None:
    """Between any two steps the bot is stopped and started again: what an editor does is in the database."""
    world, steps = World(system_clock), 0
    keys = {"newsroom": {"allow_private_addresses": True, "host_delay_seconds": 0}}
    now = system_clock()
    await storage.chats.ensure(77, kind="private", language="en", now=now)
    await ensure_subscription(storage, 77, None, preferences=Preferences(), next_occurrence=None, now=now)
    async with serving(page) as url:
        typed = [
            f"{url}/a\n{url}/b {url}/c\n{url}/none",
            "Electric ferries at last",
            "Ferries replace nine boats. [1][2]",
        ]
        presses = ["Headline", None, "Bullets", "✎ 1", None, "Publish…", "Publish"]
        async with chatting(storage, system_clock, world=world, owners=OWNERS, **keys) as chat:
            said = await chat.ada.say(typed.pop(0))
            await until(lambda: _is_drafted(storage))
            await chat.ada.settled()
            told = said[0] if said else last(chat.ada)
            assert world.messages[told["chat"]["id"], told["message_id"]]["text"] == (
                f"3 of 4 links read. One draft was made.\n\n✗ {url}/none: HTTP 404"
            )
        steps += 1
        for press in presses:
            async with chatting(storage, system_clock, world=world, owners=OWNERS, **keys) as chat:
                if press is None:
                    await chat.ada.say(typed.pop(0))
                else:
                    await chat.ada.press(last(chat.ada), press)
            steps += 1
        async with chatting(storage, system_clock, world=world, owners=OWNERS, **keys) as chat:
            await until(lambda: has_status(storage, 1, Status.PUBLISHED))
    article = await storage.articles.get(1)
    assert (article.text.headline, article.text.bullets[0].text, len(article.text.sources), steps < 20) == (
        "Electric ferries at last", "Ferries replace nine boats.", 3, True,
    )  # fmt: skip
    assert await storage.checks.find(1, 1) is not None


async def _is_drafted(storage: Storage) -> bool:
    return bool(await storage.articles.list_by_status(None, limit=1))


@pytest.mark.parametrize(
    ("field", "typed", "problem"),
    [
        ("Headline", "x" * 301, "This has 301 characters; expected a headline of at most 300."),
        ("Section", "y" * 101, "This has 101 characters; expected a section's name of at most 100."),
        ("Language", "English", "'English' is no language; expected a code such as en or pt-BR."),
        ("Picture", "ftp://a.example/p.jpg", "Picture: 'ftp://a.example/p.jpg' cannot be read; expected an address"),
    ],
)
async def test_bad_input_gets_one_line_and_stays_at_hand(
    desk: Chatting, storage: Storage, field: str, typed: str, problem: str
) -> None:
    _, panel = await desk.ada.say(POST)
    await desk.ada.press(panel, field)
    (refused,) = await desk.ada.say(typed)
    assert refused["text"].startswith(problem)
    assert refused["text"].endswith(f"Send it again, changed.\n\nYou typed:\n\n{typed}")
    assert (await storage.articles.get(1)).revision == 1
    asked = await storage.desk.find_asked(desk.ada.person.id)
    assert asked is not None
    assert asked.typed == typed
    await desk.ada.press(refused, "Cancel")
    assert await storage.desk.find_asked(desk.ada.person.id) is None


async def test_photo_with_a_caption_and_a_forwarded_post_become_drafts(desk: Chatting, storage: Storage) -> None:
    ada = desk.ada
    people.send_photo(desk.world, ada.person, PNG, POST)
    await ada.settled()
    picture = (await storage.articles.get(1)).text.picture
    assert picture is not None
    assert (await storage.pictures.find(picture.url)) is not None
    channel = desk.world.add_chat(-1009, "channel", "Harbour Notes", {ada.person.id})
    people.forward_post(desk.world, ada.person, channel, "Gulls are back\n\nThe gulls came back to the pier at noon.")
    await ada.settled()
    article = await storage.articles.get(2)
    assert (article.text.headline, article.text.credit_line) == ("Gulls are back", "Harbour Notes")
    (said,) = await ada.say("hello")
    assert said["text"] == "Search: hello\n\nNothing found. Try fewer or other words."


async def test_draft_is_scheduled_spiked_and_revived(desk: Chatting, storage: Storage) -> None:
    ada = desk.ada
    _, panel = await ada.say(POST)
    await ada.press(panel, "Later…")
    (said,) = await ada.say("soon")
    assert said["text"].startswith("I do not understand this time; type it like 18:30")
    _, panel = await ada.say("tomorrow 08:00")
    assert panel["text"].startswith("Scheduled.\n#1 · scheduled · revision 1 · publishes ")
    for label, status in (("Unschedule", "draft"), ("Spike", "spiked"), ("Revive", "draft")):
        await ada.press(last(ada), label)
        assert f"#1 · {status} · revision 1" in last(ada)["text"]
    await ada.press(last(ada), "☆ Priority")
    assert (await storage.articles.get(1)).priority == 1
    await ada.press(last(ada), "History")
    assert last(ada)["text"].startswith("History of #1\n\n")
    await ada.say("/desk")
    assert labels(last(ada))[0] == ["1"]
