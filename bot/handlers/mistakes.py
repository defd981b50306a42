"""Mistakes: reported by readers under a story, settled by editors at the desk."""

from bot import mistakes
from bot.context import Request
from bot.desk.queue import load_queue
from bot.errors import EditorError
from bot.views import desk as desk_view
from bot.views import desk_reported as view
from bot.views.desk import Filter
from bot.views.page import parse_moment


async def ask(request: Request) -> None:
    """Ask a reader what is wrong in a story."""
    await mistakes.ask(request, int(request.arguments[0]))


async def cancel(request: Request) -> str:
    """Ask the reader nothing any more."""
    await request.storage.desk.forget_asked(request.chat.id)
    return request.frame.words("mistake-cancelled")


async def open_mistake(request: Request) -> None:
    """Show a reader's words, in place."""
    await request.require_editor()
    mistake = await request.storage.mistakes.find_open(int(request.arguments[0]))
    if mistake is None:
        raise EditorError("Somebody has settled this one already.")
    await request.replace(view.mistake_page(mistake, now=request.now))


async def settle_mistake(request: Request) -> str:
    """Let a mistake be settled, and show the others, in place."""
    await request.require_editor()
    is_new = await request.storage.mistakes.settle(
        int(request.arguments[0]), actor=str(request.person_id), now=request.now
    )
    await _show(request, Filter.MISTAKES)
    return "Settled." if is_new else "It was settled already."


async def open_changed(request: Request) -> None:
    """Show what changed on a cited page, in place."""
    await request.require_editor()
    number, report_id = map(int, request.arguments)
    page = await request.storage.cited_pages.find_changed(number, report_id)
    if page is None:
        raise EditorError("Somebody has settled this one already.")
    await request.replace(view.changed_page(page, now=request.now))


async def settle_changed(request: Request) -> str:
    """Let a page's changes be settled, and show the others, in place."""
    await request.require_editor()
    number, report_id = map(int, request.arguments[:2])
    noticed_at = parse_moment(request.arguments[2])
    pages = request.storage.cited_pages
    is_new = await pages.settle(number, report_id, noticed_at=noticed_at, actor=str(request.person_id), now=request.now)
    if not is_new and (page := await pages.find_changed(number, report_id)) is not None:
        await request.replace(view.changed_page(page, now=request.now))
        return "More has changed there since: have another look."
    await _show(request, Filter.PAGES)
    return "Settled." if is_new else "It was settled already."


async def _show(request: Request, filter_: Filter) -> None:
    found = await load_queue(request, filter_, 1)
    await request.replace(desk_view.queue(request.local_frame, found, now=request.now))
