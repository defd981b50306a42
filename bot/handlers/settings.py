"""/settings: everything that can be set, and what is set by one press. In groups, administrators only."""

from bot import screens
from bot.asking import read_switch
from bot.context import Request
from bot.views import settings as view

SWITCHES = {
    "silent": "is_silent",
    "alerts": "has_alerts",
    "marks": "has_marks",
    "rich": "has_rich",
    "pictures": "has_pictures",
    "empty": "says_nothing_new",
}


async def settings(request: Request) -> None:
    """Answer /settings."""
    subscription = await request.viewed_subscription()
    await request.answer(screens.settings(request, subscription))


async def open_settings(request: Request) -> None:
    """Show the settings: below a briefing, which stays as it is, else in place."""
    subscription = await request.viewed_subscription()
    await request.replace(screens.settings(request, subscription))


async def switch(request: Request) -> None:
    """Turn silence or alerts on or off, as the press says."""
    subscription = await request.own_subscription()
    name, is_on = request.arguments[0], read_switch(request.arguments[1])
    changed = await request.change(subscription, **{SWITCHES[name]: is_on})
    await request.replace(screens.settings(request, changed))


async def set_limit(request: Request) -> None:
    """Take how many stories a briefing may have."""
    subscription = await request.own_subscription()
    limit = int(request.arguments[0])
    if limit not in view.STORY_LIMITS:
        raise ValueError(limit)
    changed = await request.change(subscription, max_articles=limit)
    await request.replace(screens.settings(request, changed))
