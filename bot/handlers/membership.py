"""Joining and leaving: what happens to the bot in chats keeps their subscriptions true."""

from dataclasses import dataclass

from bot import subscribing
from bot.context import Services
from bot.views.greeting import group_greeting
from storage.model import ChatState


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipChange:
    """What the bot is in a chat now: inside or not, and whether it may write there."""

    chat_id: int
    kind: str
    language_code: str | None
    is_inside: bool
    may_write: bool


async def membership_changed(services: Services, change: MembershipChange) -> None:
    """Take note of being added, removed, blocked, unblocked or silenced."""
    language = services.catalog.words(change.language_code).language
    await services.storage.chats.ensure(change.chat_id, kind=change.kind, language=language, now=services.clock())
    if not change.is_inside:
        state = ChatState.BLOCKED if change.kind == "private" else ChatState.LEFT
        await services.storage.chats.set_state(change.chat_id, state)
    elif not change.may_write:
        await services.storage.chats.set_state(change.chat_id, ChatState.FORBIDDEN)
    else:
        await _came_back(services, change, language)


async def _came_back(services: Services, change: MembershipChange, language: str) -> None:
    chat_id, now = change.chat_id, services.clock()
    known = await services.storage.subscriptions.list_of_chat(chat_id)
    await services.storage.chats.set_state(chat_id, ChatState.ACTIVE)
    for subscription in known:
        if not subscription.is_stopped:
            # What was due meanwhile is past; the next one comes on time.
            await subscribing.change(services.storage.subscriptions, subscription, now=now)
    if not known and change.kind in ("group", "supergroup"):
        subscription, _ = await services.subscribe(chat_id, None, language=language, now=now)
        await services.telegram.send(chat_id, group_greeting(services.frame_for(subscription), subscription))
