"""Joining, leaving, moving and reopening: what happens to the bot in chats keeps their subscriptions true."""

import asyncio
from dataclasses import dataclass

from bot import subscribing
from bot.delivery.composing import profile_of
from bot.services import Services
from bot.views.greeting import group_greeting
from storage.model import ChatState, RefusalKind

# Telegram tells of a group's new life as a supergroup in two chats at once, in either order
# (https://github.com/tdlib/telegram-bot-api/issues/266).
MIGRATION_SECONDS = 3.0


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
    language, now = services.catalog.words(change.language_code).language, services.clock()
    chats = services.storage.chats
    chat = await chats.ensure(change.chat_id, kind=change.kind, language=language, now=now)
    if chat.state is ChatState.MIGRATED:
        return  # the supergroup has news of its own
    if not change.is_inside:
        state = ChatState.BLOCKED if change.kind == "private" else ChatState.LEFT
        await chats.set_state(change.chat_id, state)
    elif not change.may_write:
        await chats.note_refusal(change.chat_id, None, RefusalKind.NO_RIGHTS, now=now)
    else:
        await _came_back(services, change, language)


async def _came_back(services: Services, change: MembershipChange, language: str) -> None:
    chat_id, subscriptions, chats = change.chat_id, services.storage.subscriptions, services.storage.chats
    await subscribing.come_back(chats, subscriptions, chat_id, now=services.clock())
    if change.kind == "supergroup" and not await subscriptions.list_of_chat(chat_id):
        await asyncio.sleep(MIGRATION_SECONDS)
    known, now = await subscriptions.list_of_chat(chat_id), services.clock()
    if not known and change.kind in ("group", "supergroup"):
        subscription, _ = await services.subscribe(chat_id, None, language=language, now=now)
        frame = services.frame_for(profile_of(subscription, at=now))
        await services.telegram.send(chat_id, group_greeting(frame, subscription))


async def moved(services: Services, old_id: int, new_id: int) -> None:
    """Take note that a group became a supergroup: whatever it was before, the supergroup can be written to."""
    storage = services.storage
    await storage.chats.move(old_id, new_id)
    if old_id != new_id:
        await subscribing.come_back(storage.chats, storage.subscriptions, new_id, now=services.clock())


async def topic_reopened(services: Services, chat_id: int, thread_id: int | None) -> None:
    """Let what is due in a topic come again at once."""
    await services.storage.chats.forget_refusals(chat_id, thread_id)
