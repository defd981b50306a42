"""/recent: the stories so far, newest first."""

from bot import screens
from bot.asking import read_number
from bot.context import Request
from bot.views.lists import PER_PAGE
from storage.words import section_slug


async def recent(request: Request) -> None:
    """Answer /recent, /recent 20 (from the twentieth on) and /recent World."""
    words = " ".join(request.arguments)
    number = read_number(words)
    if number is not None:
        await request.answer(await screens.recent(request, page=max(0, number - 1) // PER_PAGE + 1))
    elif words:
        await request.answer(await screens.recent(request, section=section_slug(words), typed=words))
    else:
        await request.answer(await screens.recent(request))


async def turn_recent(request: Request) -> None:
    """Turn the list's pages in place."""
    *section, page = request.arguments
    target = await screens.recent(request, page=int(page), section=section[0] if section else None)
    await request.replace(target)
