"""Events on the desk: opened, drafted, merged and split."""

from bot.context import Request
from bot.desk import work
from bot.errors import EditorError, as_sentence
from bot.views import desk_event as view
from bot.views.desk import PER_PAGE
from storage.errors import Conflict, NotFound
from storage.model import Event


async def open_event(request: Request) -> None:
    """Open an event."""
    await request.require_editor()
    await _show(request, int(request.arguments[0]))


async def draft_event(request: Request) -> None:
    """Draft an article of an event, and open it."""
    await request.require_editor()
    if request.services.links is None:
        raise EditorError("This process does not draft; ask again in a moment.")
    try:
        drafted = await request.services.links.drafting.draft_event(int(request.arguments[0]), request.now)
    except ValueError as error:
        raise EditorError(f"No draft: {error}.") from None
    await work.show(request, drafted.number)


async def ask_merge(request: Request) -> None:
    """Ask which event tells of the same, in place; those that changed last come first."""
    await request.require_editor()
    event_id, page = int(request.arguments[0]), max(1, int(request.arguments[1]))
    event = await _get(request, event_id)
    offset = (page - 1) * PER_PAGE
    found = [
        each for each in await request.storage.events.list_recent(limit=PER_PAGE + 2, offset=offset) if each != event_id
    ]
    others = [await _get(request, each) for each in found[:PER_PAGE]]
    has_more = len(found) > PER_PAGE
    await request.replace(view.merging_page(event, others, page, has_more=has_more, now=request.now))


async def merge(request: Request) -> str:
    """Let another event's reports be this one's, and show it in place."""
    await request.require_editor()
    event_id, other_id = map(int, request.arguments)
    try:
        left = await request.storage.events.merge(event_id, other_id, actor=str(request.person_id), now=request.now)
    except (Conflict, NotFound) as error:
        raise EditorError(as_sentence(error)) from None
    await _show(request, event_id)
    return f"Merged. The other one's draft, #{left}, stays; spike it if it is not needed." if left else "Merged."


async def ask_split(request: Request) -> None:
    """Ask which report tells of something else, in place."""
    await request.require_editor()
    event = await _get(request, int(request.arguments[0]))
    await request.replace(view.splitting_page(event, now=request.now))


async def split(request: Request) -> str:
    """Let a report be an event of its own, and show what is left, in place."""
    await request.require_editor()
    event_id, report_id = map(int, request.arguments)
    try:
        await request.storage.events.split(event_id, report_id, actor=str(request.person_id), now=request.now)
    except (Conflict, NotFound) as error:
        raise EditorError(as_sentence(error)) from None
    await _show(request, event_id)
    return "It is an event of its own now."


async def _show(request: Request, event_id: int) -> None:
    await request.replace(view.event_page(await _get(request, event_id), now=request.now))


async def _get(request: Request, event_id: int) -> Event:
    try:
        event = await request.storage.events.get(event_id)
    except NotFound:
        event = None
    if event is None or not event.reports:
        raise EditorError("This event is merged into another, or too old; /desk shows what there is.")
    return event
