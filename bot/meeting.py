"""Which chat an update is about: met for the first time, back again, or a supergroup that it became."""

from dataclasses import replace
from datetime import datetime

from telegram import Chat as TelegramChat

from bot import subscribing
from bot.services import Services
from storage.model import Chat, ChatState, Subscription


async def meet(
    services: Services, chat: TelegramChat, thread_id: int | None, language: str, now: datetime
) -> tuple[Chat, Subscription | None]:
    """Return the chat that somebody writes or presses in, and its subscription or its topic's.

    Whoever does can be written to: a chat that was given up is back. What still came from a group that became a
    supergroup is about that one.
    """
    storage = services.storage
    found = await storage.subscriptions.find_with_chat(chat.id, thread_id)
    if found is None:
        return await storage.chats.ensure(chat.id, kind=chat.type, language=language, now=now), None
    known, subscription = found
    if known.state is ChatState.MIGRATED:
        successor = await storage.chats.find_successor(chat.id)
        found = await storage.subscriptions.find_with_chat(successor, thread_id) if successor is not None else None
        known, subscription = found or (known, subscription)
    elif known.state is not ChatState.ACTIVE:
        await subscribing.come_back(storage.chats, storage.subscriptions, chat.id, now=now)
        subscription = await storage.subscriptions.find(chat.id, thread_id)
    if known.language != language and chat.type == "private":  # their Telegram speaks another one by now
        await storage.chats.set_language(chat.id, language)
        subscription = replace(subscription, language=language) if subscription else None
    return known, subscription
