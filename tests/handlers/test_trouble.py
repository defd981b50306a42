"""What goes wrong between the bot and Telegram: nothing is lost, and nobody waits for somebody else."""

import asyncio

import asyncpg

from bot.demo.botapi import people
from bot.demo.botapi.members import change_membership
from bot.publishing import Publishing
from storage.model import ChatState, Preferences, Slot
from storage.store import open_storage
from tests.chatting import Chatting, chatting
from tests.make import NOW, ensure_subscription, make_text


async def publish(chat: Chatting, headline: str) -> None:
    await chat.storage.articles.add([make_text(headline)], now=NOW, publish=True)


async def test_update_of_an_unknown_shape_stops_nobody(chat: Chatting) -> None:
    chat.world.queue_update("message", {"message_id": 9, "poll": {"options": [{"text": "a"}]}})
    assert (await chat.ada.say("/help"))[0]["text"].startswith("What I can do")


async def test_answer_that_got_lost_on_the_way_is_given_again(chat: Chatting) -> None:
    chat.world.faults.by_chat[chat.ada.chat.id] = "reset_before"
    asking = asyncio.ensure_future(chat.ada.say("/help"))
    await asyncio.sleep(0.2)
    chat.world.faults.by_chat.clear()
    assert (await asking)[0]["text"].startswith("What I can do")


async def test_briefing_that_could_not_be_sent_is_not_lost(chat: Chatting) -> None:
    await chat.ada.say("/start")
    await publish(chat, "One")
    chat.ada.chat.may_write = False
    await chat.ada.say("/briefing")
    chat.ada.chat.may_write = True
    assert "1. One" in (await chat.ada.say("/briefing"))[0]["text"]


async def test_slow_chat_holds_up_nobody_else(chat: Chatting) -> None:
    bo = chat.world.add_person("Bo")
    chat.world.faults.by_chat[chat.ada.chat.id] = "hang"
    people.write(chat.world, chat.ada.person, chat.ada.chat, "/help")
    people.write(chat.world, bo, chat.world.chats[bo.id], "/help")
    async with asyncio.timeout(5):
        while not any(key[0] == bo.id and message["from"]["is_bot"] for key, message in chat.world.messages.items()):
            await asyncio.sleep(0.02)
        people.write(chat.world, bo, chat.world.chats[bo.id], "/recent")
        while sum(key[0] == bo.id for key in chat.world.messages) < 4:
            await asyncio.sleep(0.02)
    chat.world.faults.by_chat.clear()


async def test_hundred_waiting_updates_of_one_slow_chat_hold_up_nobody_else(chat: Chatting) -> None:
    bo = chat.world.add_person("Bo")
    chat.world.faults.by_chat[chat.ada.chat.id] = "hang"
    for _ in range(120):
        people.write(chat.world, chat.ada.person, chat.ada.chat, "/help")
    await asyncio.sleep(1)
    people.write(chat.world, bo, chat.world.chats[bo.id], "/help")
    async with asyncio.timeout(10):
        while not any(key[0] == bo.id and message["from"]["is_bot"] for key, message in chat.world.messages.items()):
            await asyncio.sleep(0.02)
    chat.world.faults.by_chat.clear()


async def test_topics_come_back_with_their_group(chat: Chatting) -> None:
    group = chat.group.chat
    storage, slots = chat.storage, (Slot(NOW.time()),)
    await storage.chats.ensure(group.id, kind="supergroup", language="en", now=NOW)
    for thread in (5, 9):
        await ensure_subscription(
            storage,
            group.id,
            thread,
            language="en",
            preferences=Preferences(slots=slots),
            next_occurrence=None,
            now=NOW,
        )
    change_membership(chat.world, group, chat.ada.person, "kicked")
    change_membership(chat.world, group, chat.ada.person, "member")
    await chat.group.settled()
    known = await storage.subscriptions.list_of_chat(group.id)
    assert [(each.thread_id, each.next_occurrence is not None) for each in known] == [(5, True), (9, True)]


async def test_membership_is_noted_once_the_database_is_back(postgres_url: str, postgres_server: str) -> None:
    storage = open_storage(postgres_url)
    name = postgres_url.rsplit("/", 1)[1]
    async with chatting(storage) as chat:
        await chat.ada.say("/start")
        admin = await asyncpg.connect(postgres_server)
        await admin.execute(f"ALTER DATABASE {name} WITH ALLOW_CONNECTIONS false")
        await admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", name)
        change_membership(chat.world, chat.ada.chat, chat.ada.person, "kicked")
        await asyncio.sleep(1)
        assert chat.world.updates, "it is not confirmed before it is kept"
        await admin.execute(f"ALTER DATABASE {name} WITH ALLOW_CONNECTIONS true")
        await admin.close()
        async with asyncio.timeout(15):
            while (known := await storage.chats.find(chat.ada.chat.id)) is None or known.state is ChatState.ACTIVE:
                await asyncio.sleep(0.1)
    await storage.close()
    assert known.state is ChatState.BLOCKED


async def test_answer_that_has_to_wait_shows_what_is_so_by_then(chat: Chatting) -> None:
    await chat.storage.articles.add([make_text("Harbour"), make_text("Gulls")], now=NOW, publish=True)
    publishing = Publishing(chat.storage, "9")
    for number, command in ((1, "/story 1"), (2, "/briefing")):
        known = set(chat.world.messages)
        chat.world.faults.by_chat[chat.ada.chat.id] = "429"
        saying = asyncio.create_task(chat.ada.say(command))
        await asyncio.sleep(0.5)
        await publishing.withdraw(number, reason="It was not so.", now=NOW)
        chat.world.faults.by_chat.clear()
        await saying
        sent = [message["text"] for key, message in chat.world.messages.items() if key not in known]
        assert not any("Four boats replace nine." in text for text in sent if number == 1)
        assert not any("Gulls" in text for text in sent if number == 2 and "Withdrawn" not in text)
