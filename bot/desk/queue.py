"""What waits for an editor: events worth an article, and articles by status."""

from datetime import timedelta

from bot.context import Request
from bot.views.desk import PER_PAGE, STATUSES, Filter, Queue

WINDOW = timedelta(hours=72)


async def load_queue(request: Request, filter_: Filter, page: int) -> Queue:
    """Load one page of the queue; the first one where it has grown so short that there is no such page."""
    found = await _load_page(request, filter_, max(1, page))
    is_past = page > 1 and not (found.events or found.articles or found.mistakes or found.changed)
    return await _load_page(request, filter_, 1) if is_past else found


async def _load_page(request: Request, filter_: Filter, page: int) -> Queue:
    offset = (page - 1) * PER_PAGE
    if filter_ is Filter.EVENTS:
        since = request.now - WINDOW
        events = await request.storage.events.list_open(since, limit=PER_PAGE + 1, offset=offset)
        return Queue(filter=filter_, page=page, has_more=len(events) > PER_PAGE, events=events[:PER_PAGE])
    if filter_ is Filter.MISTAKES:
        mistakes = await request.storage.mistakes.list_open(limit=PER_PAGE + 1, offset=offset)
        return Queue(filter=filter_, page=page, has_more=len(mistakes) > PER_PAGE, mistakes=mistakes[:PER_PAGE])
    if filter_ is Filter.PAGES:
        changed = await request.storage.cited_pages.list_changed(limit=PER_PAGE + 1, offset=offset)
        return Queue(filter=filter_, page=page, has_more=len(changed) > PER_PAGE, changed=changed[:PER_PAGE])
    articles = await request.storage.articles.list_in(STATUSES[filter_], limit=PER_PAGE + 1, offset=offset)
    shown = articles[:PER_PAGE]
    blocked = await request.storage.checks.list_blocked([article.number for article in shown])
    return Queue(filter=filter_, page=page, has_more=len(articles) > PER_PAGE, articles=shown, blocked=blocked)
