"""/pause, /resume and /stop: whether anything comes by itself."""

import asyncio
from datetime import datetime, timedelta

from bot import screens, subscribing
from bot.context import Request
from bot.errors import ReaderError
from bot.newsroom.typed.pauses import NoPause, read_pause
from bot.views import settings as view
from bot.views.dates import written_end
from storage.model import Subscription

PAUSE_DAYS = 1  # by /pause alone
PAUSE_BY_BUTTON_DAYS = 7
_ANSWERS = {NoPause.UNKNOWN: "pause-unknown", NoPause.OVER: "pause-over", NoPause.TOO_LONG: "pause-too-long"}


async def pause(request: Request) -> None:
    """Answer /pause, /pause 10 and /pause until friday."""
    subscription = await request.own_subscription()
    typed = " ".join(request.arguments) or str(PAUSE_DAYS)
    until = await asyncio.to_thread(read_pause, typed, request.reading(subscription))
    if until is NoPause.FOREVER:
        await stop(request)
        return
    if isinstance(until, NoPause):
        raise ReaderError(_ANSWERS[until])
    if subscription.is_stopped:
        raise ReaderError("settings-stopped")  # a pause would promise that something comes behind it
    changed = await _pause(request, subscription, until)
    frame = request.framed(changed)
    day = written_end(frame.words.locale, until.astimezone(frame.zone), now=request.now.astimezone(frame.zone))
    await request.answer(view.said(request.frame, "pause-done", day=day))


async def _pause(request: Request, subscription: Subscription, until: datetime) -> Subscription:
    return await subscribing.pause(request.storage.subscriptions, subscription, until=until, now=request.now)


async def press_pause(request: Request) -> None:
    """Pause for a week, in place."""
    until = request.now + timedelta(days=PAUSE_BY_BUTTON_DAYS)
    changed = await _pause(request, await request.own_subscription(), until)
    await request.replace(screens.settings(request, changed))


async def resume(request: Request) -> None:
    """Answer /resume."""
    changed = await _resume(request)
    await request.answer(screens.settings(request, changed))


async def press_resume(request: Request) -> str:
    """End the pause, in place."""
    changed = await _resume(request)
    await request.replace(screens.settings(request, changed))
    return request.frame.words("resume-done")


async def _resume(request: Request) -> Subscription:
    subscription = await request.own_subscription()
    return await subscribing.resume(request.storage.subscriptions, subscription, now=request.now)


async def stop(request: Request) -> None:
    """Answer /stop; in a topic, say what goes on elsewhere in the group."""
    subscription = await request.own_subscription()
    await subscribing.stop(request.storage.subscriptions, subscription, now=request.now)
    others = await request.storage.subscriptions.list_of_chat(subscription.chat_id)
    count = sum(not each.is_stopped and each.id != subscription.id for each in others)
    page = view.stopped(request.frame, others=count, is_topic=request.thread_id is not None)
    await request.answer(page)
