"""What readers may rely on: nothing falls between two briefings, refusals pass, a pause is kept, a stop ends."""

import asyncio
import json
from datetime import datetime, timedelta

import pytest

from bot.demo.botapi.faults import Odd
from storage.model import ChatState, Occurrence, Preferences, Refusal, RefusalKind, Slot
from storage.store import Storage
from tests.chatting import Chatting, chatting
from tests.delivery.test_dispatching import Clock, until
from tests.make import NOW, ensure_subscription, make_planner, make_text

DAY = timedelta(days=1)
SENT_AT = NOW.replace(hour=7)  # 08:00 in Berlin
CHANGES: dict[str, tuple[str, ...]] = {
    "west by an hour": ("/schedule London",),
    "west by six hours": ("/schedule America/New_York",),
    "east by eight hours": ("/schedule Tokyo",),
    "east and back": ("/schedule Tokyo", "/schedule Berlin"),
    "west and back": ("/schedule London", "/schedule Berlin"),
    "a later time of the same day": ("/schedule 9",),
    "an earlier time": ("/schedule 7:30",),
    "the same time again": ("/schedule 9", "/schedule 8"),
    "another zone and time": ("/schedule 8:30", "/schedule London"),
    "a stop and a start": ("/stop", "/schedule London", "/resume"),
    "a pause that ends": ("/pause 1", "/schedule London", "/resume"),
    "weekdays": ("/schedule 8:00 18:00 mon-fri", "/schedule London"),
}


async def publish(storage: Storage, headline: str, at: datetime) -> None:
    await storage.articles.add([make_text(headline)], now=at, publish=True)


@pytest.mark.parametrize("change", CHANGES)
async def test_nothing_falls_between_two_briefings_whatever_changes(sqlite_storage: Storage, change: str) -> None:
    clock = Clock()
    clock.now = SENT_AT - timedelta(hours=1)
    async with chatting(sqlite_storage, clock) as chat:
        for command in ("/start", "/schedule 8", "/schedule Berlin"):
            await chat.ada.say(command)
        await publish(sqlite_storage, "Before", clock.now)
        clock.now = SENT_AT
        await until(sqlite_storage, sent=1)
        await publish(sqlite_storage, "Between", SENT_AT + timedelta(minutes=10))
        clock.now = SENT_AT + timedelta(minutes=20)
        for command in CHANGES[change]:
            await chat.ada.say(command)
        promised = (await sqlite_storage.subscriptions.get(chat.ada.chat.id, None)).next_occurrence
        assert promised is not None
        clock.now = promised.due_at
        await until(sqlite_storage, sent=2)
        second = chat.ada.said()[-1]
        clock.now = promised.due_at + DAY
        await chat.ada.say("/briefing")
    assert second.count("Between") == 1
    assert [sum(f". {headline}\n" in text for text in chat.ada.said()) for headline in ("Before", "Between")] == [1, 1]


REFUSALS = {
    "Bad Request: not enough rights to send text messages to the chat": RefusalKind.NO_RIGHTS,
    "Bad Request: CHAT_WRITE_FORBIDDEN": RefusalKind.NO_RIGHTS,
    "Bad Request: need administrator rights in the channel chat": RefusalKind.NO_RIGHTS,
    "Bad Request: chat not found": RefusalKind.NOT_FOUND,
    "Bad Request: PEER_ID_INVALID": RefusalKind.NOT_FOUND,
    "Bad Request: TOPIC_CLOSED": RefusalKind.CLOSED,
    "Bad Request: message thread not found": RefusalKind.CLOSED,
    "Forbidden: something nobody has heard of": RefusalKind.UNKNOWN,
}


def refuse(chat: Chatting, description: str) -> None:
    """Let the next message be refused."""
    code = 403 if description.startswith("Forbidden") else 400
    body = {"ok": False, "error_code": code, "description": description}
    chat.world.faults.odd["sendMessage"].append(Odd(json.dumps(body).encode(), code))


async def refused_days(chat: Chatting, clock: Clock, description: str, days: int) -> None:
    """Let one briefing a day be due and be refused."""
    for day in range(days):
        clock.now = NOW + day * DAY - timedelta(minutes=1)
        await publish(chat.storage, f"Day {day}", clock.now)
        refuse(chat, description)
        clock.now = NOW + day * DAY
        await until(chat.storage, refused=day + 1)


@pytest.mark.parametrize("description", REFUSALS)
async def test_one_refusal_is_told_in_settings_and_passes(sqlite_storage: Storage, description: str) -> None:
    clock = Clock()
    async with chatting(sqlite_storage, clock) as chat:
        await chat.group.say("/start")
        await refused_days(chat, clock, description, 1)
        (settings,) = await chat.group.say("/settings")
        kept = await sqlite_storage.subscriptions.get(chat.group.chat.id, None)
        clock.now = NOW + DAY
        await until(sqlite_storage, refused=1, sent=1)
        (after,) = await chat.group.say("/settings")
    again = NOW + timedelta(hours=20)
    assert kept.refusal == Refusal(kind=REFUSALS[description], since=NOW, days=1, retry_at=again)
    assert "Monday, 23 November" in settings["text"]
    assert settings["text"] != after["text"]
    assert "1. Day 0" in "".join(chat.group.said())


async def due_at(storage: Storage, chat_id: int) -> datetime | None:
    occurrence = (await storage.subscriptions.get(chat_id, None)).next_occurrence
    return occurrence.due_at if occurrence is not None else None


@pytest.mark.parametrize(("days", "state"), [(1, ChatState.ACTIVE), (2, ChatState.ACTIVE), (3, ChatState.LEFT)])
async def test_chat_not_found_is_gone_after_three_different_days(
    sqlite_storage: Storage, days: int, state: ChatState
) -> None:
    clock = Clock()
    async with chatting(sqlite_storage, clock) as chat:
        await chat.group.say("/start")
        await refused_days(chat, clock, "Bad Request: chat not found", days)
        calls = len(chat.world.calls)
        clock.now = NOW + days * DAY
        if state is ChatState.ACTIVE:
            await until(sqlite_storage, refused=days, sent=1)
        else:
            await asyncio.sleep(2.5)  # two turns of the planner
            assert len(chat.world.calls) == calls
            await chat.group.say("/start")  # shows all there is: nothing is left for the briefing due now
            async with asyncio.timeout(10):
                while await due_at(sqlite_storage, chat.group.chat.id) == clock.now:
                    await asyncio.sleep(0.02)
            await publish(sqlite_storage, "Back", clock.now)
            clock.now += DAY
            await until(sqlite_storage, refused=days, sent=1)


async def test_reopened_topic_gets_its_next_briefing_though_its_trial_is_weeks_away(sqlite_storage: Storage) -> None:
    clock = Clock()
    async with chatting(sqlite_storage, clock) as chat:
        group, storage = chat.group.chat, chat.storage
        group.type, group.is_forum = "supergroup", True
        await storage.chats.ensure(group.id, kind="supergroup", language="en", now=clock.now)
        due = Occurrence(day=NOW.date(), at=NOW.time(), due_at=NOW)
        preferences = Preferences(slots=(Slot(NOW.time()),))
        await ensure_subscription(storage, group.id, 5, preferences=preferences, next_occurrence=due, now=clock.now)
        await refused_days(chat, clock, "Bad Request: TOPIC_CLOSED", 2)
        resting = await storage.subscriptions.get(group.id, 5)
        clock.now = NOW + DAY + timedelta(hours=1)
        service = {"forum_topic_reopened": {}, "message_thread_id": 5, "is_topic_message": True}
        chat.world.queue_update("message", chat.world.post(group, chat.ada.person.user(), service))
        await chat.group.settled()
        clock.now = NOW + 2 * DAY
        await until(storage, refused=2, sent=1)
    assert resting.refusal is not None
    assert resting.refusal.retry_at > NOW + 6 * DAY
    assert "Day 0" in chat.group.said()[-1]


@pytest.mark.parametrize(
    ("said", "later", "comes"),
    [
        (("/pause 7",), timedelta(days=1), False),
        (("/pause 7",), timedelta(days=7, minutes=1), True),
        (("/pause 7", "/resume"), timedelta(days=1), True),
        (("/stop",), timedelta(days=1), False),
        (("/stop", "/pause 7", "/resume"), timedelta(days=1), True),
    ],
)
async def test_send_to_all_keeps_every_pause(
    storage: Storage,
    said: tuple[str, ...],
    later: timedelta,
    comes: bool,  # noqa: FBT001
) -> None:
    clock = Clock()
    async with chatting(storage, clock) as chat:
        for command in ("/start", "/schedule 23:00", *said):
            await chat.ada.say(command)
        await publish(storage, "News", clock.now)
    planner = make_planner(storage)
    assert await planner.plan_now(clock.now + later) == int(comes)
