"""/start: the greeting and a first briefing; a start parameter opens what it names."""

from dataclasses import replace

from bot import screens
from bot.context import Request
from bot.views.greeting import greeting
from bot.views.privacy import asked_for


async def start(request: Request) -> None:
    """Answer /start."""
    payload = request.arguments[0] if request.arguments else ""
    noun, _, name = payload.partition("_")
    if noun == "story" and name.isdecimal():
        await request.answer(await screens.story(request, int(name[:9])))
    elif noun == "sources" and name.isdecimal():
        await request.answer(await screens.sources(request, int(name[:9])))
    elif payload == "saved":
        await request.answer(await screens.saved(request))
    elif payload == "following":
        await request.answer(await screens.following(request))
    elif payload in ("export", "forget"):
        await request.answer(asked_for(request.frame, payload))
    elif noun == "section" and name:
        await request.answer(await screens.recent(request, section=name))
    else:
        # In a group, whoever may not change what it gets is greeted, and nothing begins again by it.
        if request.frame.is_private or await request.is_administrator():
            request = replace(request, subscription=await request.begin_subscription())
        await request.answer(greeting(request.frame, request.subscription))
        await screens.answer_briefing(request)
