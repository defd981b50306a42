"""Changing subscriptions: the new preferences, and with them the next occurrence."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.newsroom.schedule import next_occurrence
from storage.chats import Chats
from storage.model import ChatState, Occurrence, Subscription
from storage.subscriptions import Subscriptions

MOST_MUTES = 50
_HAPPENED_SINCE = timedelta(days=2)  # zones are a day apart at most


async def subscribe(
    chats: Chats, subscriptions: Subscriptions, begun: Subscription, *, now: datetime
) -> tuple[Subscription, bool]:
    """Return the chat's subscription, begun with these values or begun again; and whether it is new."""
    preferences = begun.preferences
    following = next_occurrence(preferences.slots, ZoneInfo(preferences.zone), now=now)
    subscription, is_new = await subscriptions.ensure(replace(begun, next_occurrence=following), now=now)
    await chats.set_state(begun.chat_id, ChatState.ACTIVE)
    if not is_new and (subscription.is_stopped or subscription.next_occurrence is None):
        subscription = await resume(subscriptions, subscription, now=now)
    return subscription, is_new


async def change(
    subscriptions: Subscriptions, subscription: Subscription, *, now: datetime, **changes: Any
) -> Subscription:
    """Change preferences; the next occurrence follows from now on, or from the end of a pause."""
    preferences = replace(subscription.preferences, **changes)
    return await _save(subscriptions, subscription, replace(subscription, preferences=preferences), now)


async def pause(subscriptions: Subscriptions, subscription: Subscription, *, days: int, now: datetime) -> Subscription:
    """Let nothing come for some days."""
    paused = replace(subscription, paused_until=now + timedelta(days=days))
    return await _save(subscriptions, subscription, paused, now, skips="paused by the reader")


async def resume(subscriptions: Subscriptions, subscription: Subscription, *, now: datetime) -> Subscription:
    """End a pause or a stop; where something was refused, it is tried again at the next time."""
    resumed = replace(subscription, paused_until=None, is_stopped=False, refusal=None)
    return await _save(subscriptions, subscription, resumed, now)


async def stop(subscriptions: Subscriptions, subscription: Subscription, *, now: datetime) -> Subscription:
    """Let nothing come by itself any more."""
    return await _save(
        subscriptions, subscription, replace(subscription, is_stopped=True), now, skips="stopped by the reader"
    )


async def _save(
    subscriptions: Subscriptions, was: Subscription, becomes: Subscription, now: datetime, *, skips: str | None = None
) -> Subscription:
    happened = await subscriptions.list_happened(was.id, since=now - _HAPPENED_SINCE)
    changed = replace(becomes, next_occurrence=_following(was, becomes, now, happened=happened))
    # An occurrence that stays is not written: the planner may be moving it on in this moment.
    await subscriptions.save(changed, moves=changed.next_occurrence != was.next_occurrence, skips=skips)
    return changed


def _following(
    was: Subscription, becomes: Subscription, now: datetime, *, happened: frozenset[tuple[date, time]] = frozenset()
) -> Occurrence | None:
    """Return when something comes next; what is due already still comes, whatever is changed in that moment.

    `happened` are the local dates and times that came already: none comes twice, whatever zone it comes in.
    """
    if becomes.is_stopped:
        return None
    preferences, kept, start = becomes.preferences, was.next_occurrence, now
    if becomes.paused_until is not None and becomes.paused_until > now:
        start = becomes.paused_until
    is_same = _schedule(was) == _schedule(becomes)
    if kept is not None and (is_same or (kept.due_at <= now and start == now)):
        return kept
    return next_occurrence(preferences.slots, ZoneInfo(preferences.zone), now=start, happened=happened)


def _schedule(subscription: Subscription) -> tuple[object, ...]:
    preferences = subscription.preferences
    return preferences.slots, preferences.zone, subscription.paused_until, subscription.is_stopped
