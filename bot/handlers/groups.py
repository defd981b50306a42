"""What a button does in a group or channel: it opens for whoever pressed it, and nobody else sees anything."""

from dataclasses import replace

from bot import screens
from bot.context import Request
from bot.views.page import Opened, Page


async def open_story(request: Request) -> Opened | None:
    """Open a story for its presser alone."""
    number = int(request.arguments[0])
    page = await screens.story(request, number)
    request.services.opens.count_story(number)
    return await _open(request, page, f"story_{number}")


async def open_sources(request: Request) -> Opened | None:
    """Open a story's sources for their presser alone."""
    number = int(request.arguments[0])
    return await _open(request, await screens.sources(request, number), f"sources_{number}")


async def _open(request: Request, page: Page, payload: str) -> Opened | None:
    """Show a page to the presser in place, or open the private chat where that cannot be done."""
    is_shown = (
        request.chat.kind in ("group", "supergroup")
        and request.person_id is not None
        and await request.services.telegram.ephemeral.show(
            request.chat.id,
            replace(page, rich=None),
            person_id=request.person_id,
            press_id=request.press_id,
            thread_id=request.thread_id,
        )
    )
    return None if is_shown else Opened(request.frame.deep_link(payload))
