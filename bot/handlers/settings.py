"""/settings: everything that can be set, and what is set by one press. In groups, administrators only."""

from bot.context import Request
from bot.errors import ReaderError
from bot.views import settings as view

SWITCHES = {"silent": "is_silent", "alerts": "has_alerts"}


async def settings(request: Request) -> None:
    """Answer /settings."""
    subscription = await request.viewed_subscription()
    await request.answer(view.settings(request.framed(subscription), subscription))


async def open_settings(request: Request) -> None:
    """Show the settings: below a briefing, which stays as it is, else in place."""
    subscription = await request.viewed_subscription()
    page = view.settings(request.framed(subscription), subscription)
    is_ours = await request.storage.messages.find(request.chat.id, request.message_id) is not None
    await (request.answer(page) if is_ours else request.replace(page))


async def switch(request: Request) -> None:
    """Turn silence or alerts on or off, as the press says."""
    subscription = await request.own_subscription()
    name, is_on = request.arguments[0], read_switch(request.arguments[1])
    changed = await request.change(subscription, **{SWITCHES[name]: is_on})
    await request.replace(view.settings(request.framed(changed), changed))


def read_switch(word: str) -> bool:
    """Return what a press sets. Raises ReaderError for one of an old keyboard, which meant the other one."""
    if word not in ("on", "off"):
        raise ReaderError("error-old-button")
    return word == "on"


async def set_limit(request: Request) -> None:
    """Take how many stories a briefing may have."""
    subscription = await request.own_subscription()
    limit = int(request.arguments[0])
    if limit not in view.STORY_LIMITS:
        raise ValueError(limit)
    changed = await request.change(subscription, max_articles=limit)
    await request.replace(view.settings(request.framed(changed), changed))
