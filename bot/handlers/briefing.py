"""/briefing: what is new for this chat, now; and answering a briefing with a number."""

import asyncio
from dataclasses import replace

from bot import screens
from bot.asking import read_number
from bot.context import Request
from bot.errors import ReaderError
from bot.newsroom.typed.days import read_day


async def briefing(request: Request) -> None:
    """Answer /briefing, and /briefing yesterday; who asks for it in private is subscribed by it. Raises ReaderError."""
    typed = " ".join(request.arguments)
    if typed:
        subscription = request.subscription or request.services.unsubscribed(
            request.chat.id, request.thread_id, language=request.frame.words.language
        )
        day = await asyncio.to_thread(read_day, typed, request.reading(subscription), is_past=True)
        if day is None or day > request.now.astimezone(request.local_frame.zone).date():
            raise ReaderError("briefing-day-unknown")
        await screens.answer_briefing_of(request, day)
        return
    if request.frame.is_private and request.subscription is None:
        request = replace(request, subscription=await request.begin_subscription())
    await screens.answer_briefing(request)


async def open_numbered(request: Request) -> None:
    """Answer a group's reply that is a number: open that story of the briefing replied to. Raises ReaderError.

    `#12` is the story's own number, in answer to whichever message of ours.
    """
    number = read_number(request.text) or 0
    if request.text.strip().startswith("#"):
        page = await screens.story(request, number) if await _answers_us(request) else None
    else:
        page = await screens.numbered(request, number, message_id=request.replied_to)
    if page is not None:  # a number in answer to somebody else is not for us
        await request.answer(page)


async def _answers_us(request: Request) -> bool:
    replied_to = request.replied_to
    return replied_to is not None and await request.storage.messages.find(request.chat.id, replied_to) is not None
