"""Joining and leaving: what happens to the bot in chats keeps their subscriptions true."""

from telegram import ChatMemberUpdated

from bot import subscribing
from bot.context import Services
from bot.views.greeting import group_greeting
from storage.model import ChatState

_INSIDE = ("member", "administrator", "creator")


async def membership_changed(services: Services, change: ChatMemberUpdated) -> None:
    """Take note of being added, removed, blocked, unblocked or silenced."""
    chat, now = change.chat, services.clock()
    words = services.catalog.words(change.from_user.language_code)
    await services.storage.chats.ensure(chat.id, kind=chat.type, language=words.language, now=now)
    status = change.new_chat_member.status
    if status == "restricted" and not getattr(change.new_chat_member, "can_send_messages", True):
        await services.storage.chats.set_state(chat.id, ChatState.FORBIDDEN)
    elif status not in _INSIDE and status != "restricted":
        state = ChatState.BLOCKED if chat.type == "private" else ChatState.LEFT
        await services.storage.chats.set_state(chat.id, state)
    else:
        await _came_back(services, change, words.language)


async def _came_back(services: Services, change: ChatMemberUpdated, language: str) -> None:
    chat, now = change.chat, services.clock()
    known = await services.storage.subscriptions.find(chat.id, None)
    await services.storage.chats.set_state(chat.id, ChatState.ACTIVE)
    if known is not None and not known.is_stopped:
        # What it was due meanwhile is past; the next one comes on time.
        await subscribing.change(services.storage.subscriptions, known, now=now)
    elif known is None and chat.type in ("group", "supergroup"):
        subscription, _ = await services.subscribe(chat.id, None, language=language, now=now)
        page = group_greeting(services.frame_for(subscription), subscription)
        await services.telegram.send(chat.id, page)
