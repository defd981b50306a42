"""/following: what the chat follows, each by its newest instalment."""

from bot import screens
from bot.context import Request
from bot.views.lists import following_elsewhere


async def following(request: Request) -> None:
    """Answer /following; in a group, by a button that opens the person's own in private."""
    if request.frame.is_private:
        await request.answer(await screens.following(request))
    else:
        await request.answer(following_elsewhere(request.frame))


async def turn_following(request: Request) -> None:
    """Turn the list's pages in place."""
    await request.replace(await screens.following(request, page=int(request.arguments[0])))
