"""/saved: the chat's bookmarks."""

from bot import screens
from bot.context import Request


async def saved(request: Request) -> None:
    """Answer /saved."""
    await request.answer(await screens.saved(request))


async def turn_saved(request: Request) -> None:
    """Turn the list's pages in place."""
    await request.replace(await screens.saved(request, page=int(request.arguments[0])))
