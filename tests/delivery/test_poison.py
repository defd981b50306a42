"""Chats that cannot be written to, and groups that migrate, in the middle of a send: the others never notice."""

import asyncio
from collections import Counter
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from bot.clock import system_clock
from bot.demo.botapi.members import change_membership, migrate
from bot.demo.botapi.serve import TallyWorld
from bot.demo.botapi.world import Chat, World
from storage.model import ChatState, DeliveryState, Preferences, Slot
from storage.store import Storage
from tests.chatting import Chatting, chatting, served
from tests.crashing import plan_send
from tests.faulting import LEASE, dispatching
from tests.make import NOW, ensure_subscription, make_text

READERS, GROUPS, MIGRATIONS = 600, 60, 47
POISONS = ("blocked", "deactivated", "kicked", "closed topic", "deleted topic", "no rights")


class Clock:
    now = NOW - timedelta(minutes=5)

    def __call__(self) -> datetime:
        return self.now


def poison(world: World, number: int, group: Chat, person_id: int) -> tuple[int, ChatState]:
    """Let one chat go bad; return it and what is to be known of it."""
    kind = POISONS[number % len(POISONS)]
    person = world.people[person_id]
    if kind == "blocked":
        person.has_blocked = True
        return person.id, ChatState.BLOCKED
    if kind == "deactivated":
        person.is_deactivated = True
        return person.id, ChatState.BLOCKED
    if kind == "kicked":
        group.has_bot = False
        return group.id, ChatState.LEFT
    if kind == "no rights":
        group.may_write = False
        return group.id, ChatState.ACTIVE  # it is tried again
    group.is_forum = True
    group.closed_threads[7] = "TOPIC_CLOSED" if kind == "closed topic" else "message thread not found"
    return group.id, ChatState.ACTIVE  # its other topics go on


async def subscribe(storage: Storage, chat_id: int, thread_id: int | None = None) -> None:
    kind = "private" if chat_id > 0 else "group"
    await storage.chats.ensure(chat_id, kind=kind, language="en", now=NOW)
    await ensure_subscription(storage,
        chat_id, thread_id, language="en", preferences=Preferences(slots=(Slot(NOW.time()),)), next_occurrence=None,
        now=NOW,
    )  # fmt: skip


async def populate(chat: Chatting, storage: Storage) -> tuple[dict[int, ChatState], dict[int, int]]:
    """Subscribe everybody; return the chats that are bad, and the groups that migrate."""
    world = chat.world
    people = [world.add_person(f"R{number}") for number in range(READERS)]
    for person in people:
        person.has_started = True
        await subscribe(storage, person.id)
    bad: dict[int, ChatState] = {}
    moved: dict[int, int] = {}
    for number in range(GROUPS + MIGRATIONS):
        group = world.add_chat(-1000 - number, "group", f"G{number}", set())
        is_poisoned = number < 12
        thread = 7 if is_poisoned and POISONS[number % 6].endswith("topic") else None
        await subscribe(storage, group.id, thread)
        if is_poisoned:
            chat_id, state = poison(world, number, group, people[number].id)
            bad[chat_id] = state
        elif number >= GROUPS:
            moved[group.id] = -100_000_000 - number
            migrate(world, group, moved[group.id])
            if number % 4 == 0:  # the new group is subscribed already
                await subscribe(storage, moved[group.id])
    return bad, moved


@pytest.mark.timeout(90)
async def test_dead_chats_and_migrations_in_mid_send_leave_the_others_alone(sqlite_storage: Storage) -> None:
    clock = Clock()
    async with chatting(sqlite_storage, clock) as chat:
        bad, moved = await populate(chat, sqlite_storage)
        await sqlite_storage.articles.add([make_text("New")], now=clock.now, publish=True)
        await make_due(sqlite_storage)
        clock.now = NOW
        await settled(sqlite_storage, now=clock.now)
        first = Counter(int(call[1]["chat_id"]) for call in chat.world.calls if call[0] == "sendMessage")
        chat.world.calls.clear()
        await sqlite_storage.articles.add([make_text("Newer")], now=NOW, publish=True)
        clock.now = NOW + timedelta(days=1)
        await settled(sqlite_storage, now=clock.now)
        second = Counter(int(call[1]["chat_id"]) for call in chat.world.calls if call[0] == "sendMessage")

        person = chat.world.people[next(chat_id for chat_id in bad if chat_id > 0)]
        change_membership(chat.world, chat.world.chats[person.id], person, "member")
        await chat.ada.settled()
        back = await sqlite_storage.subscriptions.get(person.id, None)
    arrived = Counter(key[0] for key in chat.world.messages)

    everybody = {person.id for person in chat.world.people.values()} - {chat.ada.person.id}
    untouched = (everybody | {-1000 - number for number in range(GROUPS)}) - set(bad)
    assert {chat_id: arrived[chat_id] for chat_id in untouched} == dict.fromkeys(untouched, 2)
    assert {chat_id: arrived[new] for chat_id, new in moved.items()} == dict.fromkeys(moved, 2)
    # What may pass is tried once more the next day; what is final costs no second call.
    calls = {chat_id: (1, 0, 0) if state is not ChatState.ACTIVE else (1, 1, 0) for chat_id, state in bad.items()}
    assert {chat_id: (first[chat_id], second[chat_id], arrived[chat_id]) for chat_id in bad} == calls
    assert all(first[old] <= 1 and second[old] == 0 and arrived[old] == 0 for old in moved)
    states = {}
    for chat_id in bad:
        known = await sqlite_storage.chats.find(chat_id)
        states[chat_id] = known.state if known else None
    assert states == bad | {person.id: ChatState.ACTIVE}
    assert back.next_occurrence is not None


async def make_due(storage: Storage) -> None:
    """Let every subscription be due at NOW."""
    async with storage.database.writing() as connection:
        await connection.exec_driver_sql(
            "UPDATE subscriptions SET next_due_at = ?, next_day = ?, next_time = ?",
            (NOW.timestamp(), NOW.date().isoformat(), "08:00:00.000000"),
        )


async def settled(storage: Storage, *, now: datetime) -> None:
    """Wait until nothing is due, pending or being sent."""
    async with asyncio.timeout(60):
        while True:
            due = await storage.subscriptions.list_due(now, limit=1)
            counts = await storage.deliveries.count()
            if not due and not counts["pending"] and not counts["sending"]:
                return
            await asyncio.sleep(0.05)


async def test_delivery_whose_text_is_gone_holds_up_no_other(storage: Storage) -> None:
    world = TallyWorld()
    people = [world.add_person(f"R{number}") for number in range(4)]
    for person in people:
        person.has_started = True
    people[1].has_blocked = True
    await plan_send(storage, 4, first=people[0].id)
    async with storage.database.writing() as connection:
        await connection.execute(text("UPDATE deliveries SET composition_id = NULL WHERE id = 1"))
    await storage.workers.renew_lease("w", LEASE, now=system_clock())
    async with served(world) as url, dispatching(storage, url, "w") as dispatcher, asyncio.timeout(10):
        while (await storage.deliveries.count())["pending"] or not dispatcher.is_idle:
            await dispatcher.step()
            await asyncio.sleep(0.01)
    left = await storage.deliveries.list(None, limit=5)
    assert [(each.state, each.reason) for each in sorted(left, key=lambda each: each.id)] == [
        (DeliveryState.SKIPPED, "its text is gone"),
        (DeliveryState.REFUSED, "Forbidden: bot was blocked by the user"),
        (DeliveryState.SENT, None),
        (DeliveryState.SENT, None),
    ]
