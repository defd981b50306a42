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
_FIRST_LASTS = timedelta(minutes=1)  # whoever begins gets a briefing at once: one that is due now would be it again
_HAPPENED_SINCE = timedelta(days=2)  # zones are a day apart at most


async def subscribe(
    chats: Chats, subscriptions: Subscriptions, begun: Subscription, *, now: datetime
) -> tuple[Subscription, bool]:
    """Return the chat's subscription, begun with these values or begun again; and whether it is new."""
    preferences = begun.preferences
    following = next_occurrence(preferences.slots, ZoneInfo(preferences.zone), now=now + _FIRST_LASTS)
    subscription, is_new = await subscriptions.ensure(replace(begun, next_occurrence=following), now=now)
    await chats.set_state(begun.chat_id, ChatState.ACTIVE)
    if not is_new and (subscription.is_stopped or subscription.next_occurrence is None):
        subscription = await resume(subscriptions, subscription, now=now)
    return subscription, is_new


async def come_back(chats: Chats, subscriptions: Subscriptions, chat_id: int, *, now: datetime) -> None:
    """Let briefings come to a chat again that could not be written to: what was due meanwhile is past."""
    await chats.set_state(chat_id, ChatState.ACTIVE)
    await chats.forget_refusals(chat_id, None)
    for subscription in await subscriptions.list_of_chat(chat_id):
        if not subscription.is_stopped:
            await change(subscriptions, subscription, now=now)


async def change(
    subscriptions: Subscriptions, subscription: Subscription, *, now: datetime, is_anew: bool = False, **changes: Any
) -> Subscription:
    """Change preferences; the next occurrence follows from now on, or from the end of a pause.

    `is_anew` forgets the next occurrence that there was, also if nothing is changed.
    """
    preferences = replace(subscription.preferences, **changes)
    changed = replace(subscription, preferences=preferences)
    if is_anew:
        changed = replace(changed, next_occurrence=None)
    return await _save(subscriptions, subscription, changed, now, is_anew=is_anew)


async def pause(
    subscriptions: Subscriptions, subscription: Subscription, *, until: datetime, now: datetime
) -> Subscription:
    """Let nothing come until then."""
    paused = replace(subscription, paused_until=until)
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


def next_of(subscription: Subscription, *, now: datetime) -> Occurrence | None:
    """Return when something comes next after now, whatever was due before; None where nothing does."""
    return _following(replace(subscription, next_occurrence=None), subscription, now)


async def _save(
    subscriptions: Subscriptions,
    was: Subscription,
    becomes: Subscription,
    now: datetime,
    *,
    skips: str | None = None,
    is_anew: bool = False,
) -> Subscription:
    happened = await subscriptions.list_happened(was.id, since=now - _HAPPENED_SINCE)
    changed = replace(becomes, next_occurrence=_following(becomes if is_anew else was, becomes, now, happened=happened))
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
