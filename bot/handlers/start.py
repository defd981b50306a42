"""/start: the greeting and a first briefing; a start parameter opens what it names."""

from bot import screens
from bot.context import Request
from bot.views.greeting import greeting


async def start(request: Request) -> None:
    """Answer /start."""
    payload = request.arguments[0] if request.arguments else ""
    noun, _, name = payload.partition("_")
    if noun == "story" and name.isdecimal():
        await request.answer(await screens.story(request, int(name[:9])))
    elif noun == "section" and name:
        await request.answer(await screens.recent(request, section=name))
    else:
        await request.answer(greeting(request.frame))
        for page in await screens.briefing(request):
            await request.answer(page)
