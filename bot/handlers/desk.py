"""/desk: the queue, and what is opened from it."""

from bot.context import Request
from bot.desk import work
from bot.desk.queue import WINDOW, load_queue
from bot.views import desk as view
from bot.views import desk_changes
from bot.views.card import card
from bot.views.desk import Filter
from bot.views.desk_coverage import coverage
from bot.views.page import Page
from bot.views.story import as_seen


async def desk(request: Request) -> None:
    """Answer /desk: what waits for an editor."""
    await request.require_editor()
    found = await load_queue(request, Filter.EVENTS, 1)
    if not found.events:
        found = await load_queue(request, Filter.DRAFTS, 1)
    await request.answer(view.queue(request.local_frame, found, now=request.now))


async def turn_desk(request: Request) -> None:
    """Show another part of the queue, in place."""
    await request.require_editor()
    filter_, page = request.arguments
    await request.storage.desk.forget_asked(request.chat.id)
    found = await load_queue(request, Filter(filter_), int(page))
    await request.replace(view.queue(request.local_frame, found, now=request.now))


async def show_coverage(request: Request) -> None:
    """Show what may be missing, in place."""
    await request.require_editor()
    await request.storage.desk.forget_asked(request.chat.id)
    feeds, reports = await request.storage.feeds.list(), request.storage.reports
    newest = await reports.list_newest([feed.id for feed in feeds])
    dropped = await reports.count_dropped(request.now - WINDOW)
    await request.replace(coverage(feeds, newest, dropped, now=request.now))


async def review(request: Request) -> None:
    """Open an article, as readers will see it, with what can be done to it."""
    await request.require_editor()
    await request.storage.desk.forget_asked(request.chat.id)
    await work.show(request, int(request.arguments[0]))


async def show_card(request: Request) -> None:
    """Show an article as it stands in a briefing."""
    await request.require_editor()
    found = await work.get_work(request, int(request.arguments[0]))
    seen = as_seen(found.article, found.text, now=request.now)
    await request.answer(Page(text=card(request.local_frame, seen, position=1)))


async def show_history(request: Request) -> None:
    """Show what was done to an article."""
    await request.require_editor()
    number = int(request.arguments[0])
    steps = await request.storage.record.list(number)
    await request.answer(desk_changes.history_page(request.local_frame, number, steps))
