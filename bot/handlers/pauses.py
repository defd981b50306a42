"""/pause, /resume and /stop: whether anything comes by itself."""

from zoneinfo import ZoneInfo

from bot import subscribing
from bot.context import Request
from bot.views import settings as view
from bot.views.dates import written_day
from storage.model import Subscription

MOST_PAUSED_DAYS = 365
PAUSE_BY_BUTTON_DAYS = 7


async def pause(request: Request) -> None:
    """Answer /pause and /pause 10."""
    days = int(request.arguments[0][:4]) if request.arguments and request.arguments[0].isdecimal() else 1
    changed = await _pause(request, min(max(days, 1), MOST_PAUSED_DAYS))
    until = changed.paused_until or request.now
    local, now = (moment.astimezone(ZoneInfo(changed.preferences.zone)) for moment in (until, request.now))
    day = written_day(request.frame.words.locale, local, now=now)
    await request.answer(view.said(request.frame, "pause-done", day=day))


async def _pause(request: Request, days: int) -> Subscription:
    subscription = await request.own_subscription()
    return await subscribing.pause(request.storage.subscriptions, subscription, days=days, now=request.now)


async def press_pause(request: Request) -> None:
    """Pause for a week, in place."""
    changed = await _pause(request, PAUSE_BY_BUTTON_DAYS)
    await request.replace(view.settings(request.framed(changed), changed))


async def resume(request: Request) -> None:
    """Answer /resume."""
    changed = await _resume(request)
    await request.answer(view.settings(request.framed(changed), changed))


async def press_resume(request: Request) -> str:
    """End the pause, in place."""
    changed = await _resume(request)
    await request.replace(view.settings(request.framed(changed), changed))
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
    page = view.stopped(request.frame, others=count)
    await request.answer(page)
