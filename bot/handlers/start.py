"""/start: the greeting and a first briefing; a start parameter opens what it names."""

from dataclasses import replace

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
        if request.subscription is not None or request.frame.is_private:
            request = await _subscribed(request)
        await request.answer(greeting(request.frame, request.subscription))
        await screens.answer_briefing(request)


async def _subscribed(request: Request) -> Request:
    language = request.frame.words.language
    chat_id, thread_id = request.chat.id, request.thread_id
    subscription, _ = await request.services.subscribe(chat_id, thread_id, language=language, now=request.now)
    return replace(request, subscription=subscription)
