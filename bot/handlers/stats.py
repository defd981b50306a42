"""/stats: what the operation comes to, as a picture and in words; for editors and owners."""

from bot.context import Request
from bot.errors import BotError
from bot.plotting import plot
from bot.stats import gather
from bot.views import stats as view


async def stats(request: Request) -> None:
    """Answer /stats."""
    await request.require_editor()
    found = await gather(request.storage, now=request.now)
    page = view.stats(found)
    try:
        picture = await plot(found, today=request.now.date())
    except BotError:
        await request.answer(page)  # the words are what counts
        return
    await request.services.telegram.send_chart(request.chat.id, picture, caption=page.text)
