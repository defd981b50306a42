"""/saved: the chat's bookmarks."""

from bot import screens
from bot.context import Request
from bot.views.lists import saved_elsewhere


async def saved(request: Request) -> None:
    """Answer /saved; in a group, by a button that opens the person's own in private."""
    if request.frame.is_private:
        await request.answer(await screens.saved(request))
    else:
        await request.answer(saved_elsewhere(request.frame))


async def turn_saved(request: Request) -> None:
    """Turn the list's pages in place."""
    await request.replace(await screens.saved(request, page=int(request.arguments[0])))
