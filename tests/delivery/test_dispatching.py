"""The whole way out: from a due subscription to the chat, over real HTTP; and the ways it can go wrong."""

import asyncio
import time
from datetime import datetime, timedelta

import pytest

from bot.clock import system_clock
from bot.delivery.limits import Limiter, Limits, OwnBudget
from bot.demo.botapi.members import change_membership, migrate
from storage.model import ChatState, Occurrence, Preferences, Slot
from storage.store import Storage
from tests.chatting import chatting
from tests.crashing import plan_send
from tests.make import NOW, ensure_subscription, make_text


class Clock:
    """A clock that tests move."""

    def __init__(self) -> None:
        self.now = NOW - timedelta(minutes=5)

    def __call__(self) -> datetime:
        return self.now


async def until(storage: Storage, **expected: int) -> None:
    """Wait until the ledger's counts are these."""
    async with asyncio.timeout(10):
        while {state: count for state, count in (await storage.deliveries.count()).items() if count} != expected:
            await asyncio.sleep(0.02)


async def test_new_reader_gets_tomorrows_briefing_and_nothing_twice(sqlite_storage: Storage) -> None:
    clock = Clock()
    async with chatting(sqlite_storage, clock) as chat:
        await sqlite_storage.articles.add([make_text("Old")], now=clock.now, publish=True)
        await chat.ada.say("/start")
        await sqlite_storage.articles.add([make_text("New")], now=clock.now, publish=True)
        clock.now = NOW  # 08:00 UTC, the configured time
        await until(sqlite_storage, sent=1)
        briefing = chat.ada.said()[-1]
        clock.now = NOW + timedelta(days=1)
        await asyncio.sleep(1.5)

    assert briefing.startswith("☀️ Morning briefing · Monday, 23 November\n1 story · 1 min\n\n1. New\n")
    assert len([text for text in chat.ada.said() if "Morning briefing" in text]) == 2
    subscription = await sqlite_storage.subscriptions.get(chat.ada.chat.id, None)
    assert subscription.next_occurrence is not None
    assert subscription.next_occurrence.due_at == NOW + timedelta(days=2)


async def test_reply_to_a_delivered_briefing_opens_its_story(sqlite_storage: Storage) -> None:
    clock = Clock()
    async with chatting(sqlite_storage, clock) as chat:
        await chat.ada.say("/start")
        await sqlite_storage.articles.add([make_text("New")], now=clock.now, publish=True)
        clock.now = NOW
        await until(sqlite_storage, sent=1)
        briefing = max(chat.world.messages)
        (story,) = await chat.ada.say("1", reply_to=briefing[1])
    assert story["text"].startswith("New\n")


async def test_late_beyond_the_grace_is_expired_and_the_next_comes_on_time(sqlite_storage: Storage) -> None:
    clock = Clock()
    async with chatting(sqlite_storage, clock) as chat:
        await chat.ada.say("/start")
        await sqlite_storage.articles.add([make_text("New")], now=clock.now, publish=True)
        clock.now = NOW + timedelta(hours=4)
        await until(sqlite_storage, expired=1)
        clock.now = NOW + timedelta(days=1, minutes=1)
        await until(sqlite_storage, expired=1, sent=1)
    assert chat.ada.said()[-1].count("1. New") == 1


@pytest.mark.parametrize(
    ("trouble", "state"),
    [
        ("blocked", ChatState.BLOCKED),
        ("deactivated", ChatState.BLOCKED),
        ("kicked", ChatState.LEFT),
        ("no rights", ChatState.ACTIVE),
    ],
)
async def test_dead_chats_cost_one_call_and_the_others_none(
    sqlite_storage: Storage, trouble: str, state: ChatState
) -> None:
    clock = Clock()
    async with chatting(sqlite_storage, clock) as chat:
        await chat.ada.say("/start")
        await chat.group.say("/start")
        reader = chat.group if trouble in ("kicked", "no rights") else chat.ada
        person = chat.ada.person
        person.has_blocked, person.is_deactivated = trouble == "blocked", trouble == "deactivated"
        reader.chat.has_bot, reader.chat.may_write = trouble != "kicked", trouble != "no rights"
        await sqlite_storage.articles.add([make_text("New")], now=clock.now, publish=True)
        clock.now = NOW
        await until(sqlite_storage, sent=1, refused=1)
        clock.now = NOW + timedelta(days=1)
        await sqlite_storage.articles.add([make_text("Newer")], now=clock.now, publish=True)
        # Whoever may not write is asked once more the next day: that may pass.
        await until(sqlite_storage, sent=2, refused=1 if state is not ChatState.ACTIVE else 2)
    found = await sqlite_storage.chats.find(reader.chat.id)
    assert found is not None
    assert found.state is state


async def test_reader_who_comes_back_is_subscribed_again(sqlite_storage: Storage) -> None:
    clock = Clock()
    async with chatting(sqlite_storage, clock) as chat:
        await chat.ada.say("/start")
        change_membership(chat.world, chat.ada.chat, chat.ada.person, "kicked")
        await chat.ada.settled()
        gone = await sqlite_storage.chats.find(chat.ada.chat.id)
        change_membership(chat.world, chat.ada.chat, chat.ada.person, "member")
        await chat.ada.settled()
        back = await sqlite_storage.chats.find(chat.ada.chat.id)
        subscription = await sqlite_storage.subscriptions.get(chat.ada.chat.id, None)
    assert gone is not None
    assert back is not None
    assert (gone.state, back.state) == (ChatState.BLOCKED, ChatState.ACTIVE)
    assert subscription.next_occurrence is not None


async def test_group_is_greeted_when_the_bot_joins(sqlite_storage: Storage) -> None:
    async with chatting(sqlite_storage) as chat:
        chat.group.chat.has_bot = False
        change_membership(chat.world, chat.group.chat, chat.ada.person, "member")
        await chat.group.settled()
    assert chat.group.said() == [
        "Hello! Dateline brings this group a briefing at 08:00 every day (UTC). Administrators change that with /settings."
    ]


async def test_group_that_became_a_supergroup_gets_its_briefing_there_once(sqlite_storage: Storage) -> None:
    clock = Clock()
    async with chatting(sqlite_storage, clock) as chat:
        await chat.group.say("/start")
        moved = migrate(chat.world, chat.group.chat, -100777)
        await sqlite_storage.articles.add([make_text("New")], now=clock.now, publish=True)
        clock.now = NOW
        await until(sqlite_storage, sent=1)
    texts = [message["text"] for message in chat.world.messages.values() if message["chat"]["id"] == moved.id]
    assert len(texts) == 1
    assert (await sqlite_storage.subscriptions.get(moved.id, None)).chat_id == moved.id


async def test_equal_profiles_share_one_composition(sqlite_storage: Storage) -> None:
    clock = Clock()
    due = Occurrence(day=NOW.date(), at=NOW.time(), due_at=NOW)
    for number in range(60):
        preferences = Preferences(slots=(Slot(NOW.time()),), max_articles=3 if number % 2 else 5)
        await sqlite_storage.chats.ensure(1001 + number, kind="private", language="en", now=clock.now)
        await ensure_subscription(
            sqlite_storage,
            1001 + number,
            None,
            language="en",
            preferences=preferences,
            next_occurrence=due,
            now=clock.now,
        )
    async with chatting(sqlite_storage, clock) as chat:
        for number in range(60):
            chat.world.add_person(f"R{number}").has_started = True
        await sqlite_storage.articles.add([make_text("New")], now=clock.now, publish=True)
        chat.ada.person.has_started = True
        clock.now = NOW
        await until(sqlite_storage, sent=60)
    delivered = [call for call in chat.world.calls if call[0] == "sendMessage"]
    assert len(delivered) == 60
    assert len({str(sorted((k, v) for k, v in call[1].items() if k != "chat_id")) for call in delivered}) == 1


async def test_replies_burst_to_three_and_then_keep_their_distance() -> None:
    limits = Limits(overall_per_second=0, chat_per_second=10)
    limiter = Limiter(limits, OwnBudget(limits, time.monotonic), time.monotonic)
    start = time.monotonic()
    times = []
    for _ in range(7):
        await limiter.wait_for_reply(5)
        times.append(time.monotonic() - start)
    assert all(at < 0.2 for at in times[:3])
    assert all(later - sooner >= 0.29 for sooner, later in zip(times, times[3:], strict=False))


async def test_pause_holds_everything_as_long_as_told() -> None:
    limits = Limits()
    limiter = Limiter(limits, OwnBudget(limits, time.monotonic), time.monotonic)
    limiter.pause(0.3)
    start = time.monotonic()
    await limiter.wait_for_slot(5)
    assert time.monotonic() - start >= 0.3


async def test_uncertain_delivery_is_visible_after_a_page_that_is_no_answer(sqlite_storage: Storage) -> None:
    clock = Clock()
    async with chatting(sqlite_storage, clock) as chat:
        await chat.ada.say("/start")
        chat.world.faults.by_chat[chat.ada.chat.id] = "html"
        await sqlite_storage.articles.add([make_text("New")], now=clock.now, publish=True)
        clock.now = NOW
        await until(sqlite_storage, uncertain=1)
    (delivery,) = await sqlite_storage.deliveries.list(None, limit=5)
    assert delivery.reason == "an answer that is none (HTTP 502)"


async def test_told_to_wait_the_delivery_comes_later_and_once(sqlite_storage: Storage) -> None:
    clock = Clock()
    async with chatting(sqlite_storage, clock) as chat:
        await chat.ada.say("/start")
        chat.world.faults.by_chat[chat.ada.chat.id] = "429"
        await sqlite_storage.articles.add([make_text("New")], now=clock.now, publish=True)
        clock.now = NOW
        async with asyncio.timeout(10):
            while not [call for call in chat.world.calls if call[2] == 429]:
                await asyncio.sleep(0.02)
        await until(sqlite_storage, pending=1)
        chat.world.faults.by_chat.clear()
        clock.now = NOW + timedelta(seconds=2)
        await until(sqlite_storage, sent=1)
    assert len([text for text in chat.ada.said() if "1. New" in text]) == 1


async def test_copied_database_delivers_nothing_before_it_is_sure_that_nobody_else_polls(
    sqlite_storage: Storage,
) -> None:
    await plan_send(sqlite_storage, 3)
    await sqlite_storage.installation.save("identity", "where it was copied from")
    async with chatting(sqlite_storage, system_clock):
        await asyncio.sleep(1.0)
    assert (await sqlite_storage.deliveries.count())["pending"] == 3
