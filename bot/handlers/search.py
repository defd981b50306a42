"""/search: stories by their words."""

from bot import screens
from bot.context import Request
from bot.errors import ReaderError


async def search(request: Request) -> None:
    """Answer /search words."""
    query = " ".join(request.arguments)
    if not query:
        raise ReaderError("search-ask")
    await request.answer(await screens.search(request, query))


async def turn_search(request: Request) -> None:
    """Turn the pages of what was found, in place; the query stands in the message itself."""
    if not request.message_bold:
        raise ReaderError("error-list-gone")
    page = await screens.search(request, request.message_bold, page=int(request.arguments[0]))
    await request.replace(page)
