"""/sources: who reports a story."""

from bot import screens
from bot.asking import asked_number
from bot.context import Request


async def sources(request: Request) -> None:
    """Answer /sources; without a number, for the story replied to, else the newest."""
    await request.answer(await screens.sources(request, await asked_number(request)))


async def open_sources(request: Request) -> None:
    """Open a story's sources below it, or turn their pages in place."""
    number, *page = map(int, request.arguments)
    if page:
        await request.replace(await screens.sources(request, number, page=page[0]))
    else:
        await request.answer(await screens.sources(request, number))
