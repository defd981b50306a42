"""Changing subscriptions: the new preferences, and with them the next occurrence."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.newsroom.schedule import next_occurrence
from storage.chats import Chats
from storage.model import ChatState, Preferences, Slot, Subscription
from storage.subscriptions import Subscriptions

MOST_MUTES = 50


async def subscribe(
    chats: Chats,
    subscriptions: Subscriptions,
    chat_id: int,
    thread_id: int | None,
    *,
    language: str,
    zone: str,
    at: time,
    max_articles: int,
    now: datetime,
) -> tuple[Subscription, bool]:
    """Return the chat's subscription, begun with these values or begun again; and whether it is new."""
    preferences = Preferences(slots=(Slot(at),), zone=zone, max_articles=max_articles)
    following = next_occurrence(preferences.slots, ZoneInfo(zone), now=now)
    subscription, is_new = await subscriptions.ensure(
        chat_id, thread_id, language=language, preferences=preferences, next_occurrence=following, now=now
    )
    await chats.set_state(chat_id, ChatState.ACTIVE)
    if not is_new and (subscription.is_stopped or subscription.next_occurrence is None):
        subscription = await resume(subscriptions, subscription, now=now)
    return subscription, is_new


async def change(
    subscriptions: Subscriptions, subscription: Subscription, *, now: datetime, **changes: Any
) -> Subscription:
    """Change preferences; the next occurrence follows from now on, or from the end of a pause."""
    preferences = replace(subscription.preferences, **changes)
    return await _save(subscriptions, replace(subscription, preferences=preferences), now)


async def pause(subscriptions: Subscriptions, subscription: Subscription, *, days: int, now: datetime) -> Subscription:
    """Let nothing come for some days."""
    return await _save(subscriptions, replace(subscription, paused_until=now + timedelta(days=days)), now)


async def resume(subscriptions: Subscriptions, subscription: Subscription, *, now: datetime) -> Subscription:
    """End a pause or a stop."""
    return await _save(subscriptions, replace(subscription, paused_until=None, is_stopped=False), now)


async def stop(subscriptions: Subscriptions, subscription: Subscription, *, now: datetime) -> Subscription:
    """Let nothing come by itself any more."""
    return await _save(subscriptions, replace(subscription, is_stopped=True), now)


async def _save(subscriptions: Subscriptions, subscription: Subscription, now: datetime) -> Subscription:
    preferences, start = subscription.preferences, now
    if subscription.paused_until is not None and subscription.paused_until > now:
        start = subscription.paused_until
    following = None
    if not subscription.is_stopped:
        following = next_occurrence(preferences.slots, ZoneInfo(preferences.zone), now=start)
    changed = replace(subscription, next_occurrence=following)
    await subscriptions.save(changed)
    return changed
