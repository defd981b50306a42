"""Which message was the last briefing of a place."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import insert

from storage import schema
from storage.model import Composition, Message, Preferences, Profile, Shown, Shows
from storage.store import Storage
from tests.make import NOW, ensure_subscription, make_text

CHAT = 5


async def record(
    storage: Storage,
    message_id: int,
    *,
    shows: tuple[Shown, ...] = (),
    is_alert: bool = False,
    made_at: datetime | None = None,
) -> None:
    """Remember a message that a briefing, or an alert, was sent as."""
    at = made_at or NOW + timedelta(minutes=message_id)
    profile = Profile(language="en", is_private=True, preferences=Preferences(), at=at, cutoff=None, is_alert=is_alert)
    composition = Composition(key=f"key {message_id}", bodies=("{}",), articles=(shows,), profile=profile)
    message = Message(
        chat_id=CHAT,
        message_id=message_id,
        shows=Shows.BRIEFING,
        sent_at=NOW + timedelta(minutes=message_id),
        articles=shows,
    )
    await storage.messages.record(message, part_of=(composition, 0))


@pytest.fixture
async def filled(storage: Storage) -> Storage:
    """A chat with a briefing, one with nothing new, and an alert behind them."""
    await storage.chats.ensure(CHAT, kind="private", language="en", now=NOW)
    await storage.articles.add([make_text()] * 2, now=NOW, publish=True)
    await record(storage, 1, shows=(Shown(1, 1, 1),))
    await record(storage, 2)
    await record(storage, 3, shows=(Shown(2, 1, 1),), is_alert=True)
    return storage


async def test_story_by_its_number_is_one_of_the_last_briefing_with_stories_not_of_an_alert(filled: Storage) -> None:
    last = await filled.messages.find_last_briefing(CHAT, None)
    assert last is not None
    assert (last.message_id, last.articles) == (1, (Shown(1, 1, 1),))


async def test_briefing_between_two_moments_is_no_alert(filled: Storage) -> None:
    async def find(first_minute: int, last_minute: int) -> str | None:
        since, until = (NOW + timedelta(minutes=each) for each in (first_minute, last_minute))
        found = await filled.messages.find_briefing(CHAT, None, since=since, until=until)
        return None if found is None else (await filled.compositions.list([found]))[found].key

    assert [await find(0, 9), await find(1, 2), await find(3, 9), await find(4, 9)] == ["key 2", "key 1", None, None]


async def test_briefing_that_is_shown_again_is_of_the_day_it_was_made_on(filled: Storage) -> None:
    await record(filled, 30, shows=(Shown(1, 1, 1),), made_at=NOW + timedelta(minutes=1))
    since, until = NOW + timedelta(minutes=20), NOW + timedelta(minutes=60)
    assert await filled.messages.find_briefing(CHAT, None, since=since, until=until) is None


async def test_briefing_that_came_by_itself_goes_before_one_that_was_asked_for(filled: Storage) -> None:
    subscription, _ = await ensure_subscription(
        filled, CHAT, None, preferences=Preferences(), next_occurrence=None, now=NOW
    )
    scheduled = await filled.messages.find_briefing(CHAT, None, since=NOW, until=NOW + timedelta(minutes=2))
    delivery = {
        "subscription_id": subscription.id, "occurrence": "x", "chat_id": CHAT, "thread_id": 0, "composition_id": scheduled,
        "is_silent": False, "state": "sent", "due_at": NOW, "expires_at": NOW, "part": 1, "epoch": 1,
    }  # fmt: skip
    async with filled.database.writing() as connection:
        await connection.execute(insert(schema.deliveries).values(delivery))
    assert await filled.messages.find_briefing(CHAT, None, since=NOW, until=NOW + timedelta(minutes=9)) == scheduled
