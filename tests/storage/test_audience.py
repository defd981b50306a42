"""Who gets what is published now, counted."""

from datetime import timedelta

from bot import subscribing
from storage.model import ChatState, Preferences
from storage.store import Storage
from tests.make import NOW, ensure_subscription

SPORT = Preferences(sections=frozenset({"sport"}))


async def test_who_stopped_or_paused_or_cannot_be_written_to_is_not_counted(storage: Storage) -> None:
    for chat_id, wishes in enumerate((Preferences(), SPORT, SPORT, SPORT, SPORT, SPORT), 1):
        await storage.chats.ensure(chat_id, kind="private", language="en", now=NOW)
        await ensure_subscription(storage, chat_id, None, preferences=wishes, next_occurrence=None, now=NOW)
    _, _, stopped, paused, resumed, _ = [await storage.subscriptions.get(chat_id, None) for chat_id in range(1, 7)]
    await subscribing.stop(storage.subscriptions, stopped, now=NOW)
    await subscribing.pause(storage.subscriptions, paused, until=NOW + timedelta(days=1), now=NOW)
    await subscribing.pause(storage.subscriptions, resumed, until=NOW + timedelta(days=1), now=NOW)
    await storage.chats.set_state(6, ChatState.BLOCKED)
    counted = [dict(await storage.audience.count_by_preferences(now=NOW + timedelta(days=days))) for days in (0, 2)]
    assert counted == [{Preferences(): 1, SPORT: 1}, {Preferences(): 1, SPORT: 3}]
