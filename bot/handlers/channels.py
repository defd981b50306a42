"""Channels: connected from private chat by their administrator, with the chat picker or a forwarded post."""

from dataclasses import replace

from bot import screens
from bot.context import Request
from bot.errors import ReaderError
from bot.views import settings as view
from bot.views.page import Wish


async def ask_channel(request: Request) -> None:
    """Ask the phone for a channel."""
    if not request.frame.is_private:
        raise ReaderError("error-old-button")
    await request.answer(view.ask(request.frame, Wish.CHANNEL))


async def take_channel(request: Request) -> None:
    """Connect the channel a person shared, if they and the bot may; then show its settings."""
    channel, telegram = request.shared_channel, request.services.telegram
    if channel is None or request.person_id is None:
        return
    if not await telegram.may_post(channel.id):
        raise ReaderError("channel-no-rights")
    if not await telegram.is_administrator(channel.id, request.person_id):
        raise ReaderError("channel-admins")
    language = request.frame.words.language
    await request.storage.chats.ensure(channel.id, kind="channel", language=language, now=request.now)
    subscription, _ = await request.services.subscribe(channel.id, None, language=language, now=request.now)
    await request.answer(view.connected(request.frame, channel.title, subscription))
    aimed = replace(request, target_id=channel.id, subscription=subscription)
    await aimed.answer(screens.settings(aimed, subscription))
