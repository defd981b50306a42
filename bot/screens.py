"""Each screen for a chat: what is loaded for it, and the view that shows it."""

from bot import loading
from bot.context import Request
from bot.delivery.composing import Known, make_composer
from bot.loading import UnknownSection
from bot.views import lists
from bot.views import sources as sources_view
from bot.views import story as story_view
from bot.views.briefing import nothing_new
from bot.views.page import Page
from storage.model import Status


async def story(request: Request, number: int, *, page: int = 1) -> Page:
    """Return one page of a story. Raises ReaderError."""
    loaded = await loading.load_story(request.storage, number, chat_id=request.chat.id)
    return story_view.story(request.frame, loaded.article, loaded.neighbours, is_saved=loaded.is_saved, page=page)


async def sources(request: Request, number: int, *, page: int = 1) -> Page:
    """Return one page of a story's sources; of a withdrawn one, the notice. Raises ReaderError."""
    article = await loading.get_article(request.storage, number)
    if article.status is Status.WITHDRAWN:
        return await story(request, number)
    return sources_view.sources(request.frame, article, page=page)


async def answer_briefing(request: Request) -> None:
    """Send what is new for the chat since its last briefing; once it is sent, it counts as considered."""
    subscription = request.subscription or request.services.unsubscribed(
        request.chat.id, request.thread_id, language=request.frame.words.language
    )
    cache = request.services.briefings
    composer = await make_composer(request.storage, cache, lambda _: request.local_frame, now=request.now)
    place = (request.chat.id, request.thread_id)
    notices = await request.storage.notices.claim(place, now=request.now)
    try:
        alerted = await request.storage.deliveries.list_alerted([subscription.id])
        known = Known(notices, alerted.get(subscription.id, frozenset()))
        answered = await composer.answer(subscription, now=request.now, known=known)
        if answered is None:
            await request.answer(nothing_new(request.local_frame, since=subscription.cutoff))
        else:
            for part, page in enumerate(answered.pages):
                await request.answer(page, part_of=(answered.composition, part))
    except BaseException:
        await request.storage.notices.release(place, notices)
        raise
    if request.subscription is not None and composer.horizon is not None:
        await request.storage.subscriptions.advance_cutoff(subscription.id, composer.horizon)


async def recent(request: Request, *, page: int = 1, section: str | None = None, typed: str | None = None) -> Page:
    """Return one page of the recent stories, of all sections or of one, by its slug."""
    loaded = await loading.load_recent(request.storage, page=page, section=section)
    if isinstance(loaded, UnknownSection):
        return lists.no_section(request.frame, typed or section or "", loaded.known)
    return lists.recent(request.frame, loaded.articles, page=loaded.page, total=loaded.total, section=loaded.section)


async def search(request: Request, query: str, *, page: int = 1) -> Page:
    """Return one page of what a search finds."""
    loaded = await loading.load_found(request.storage, query, page=page)
    has_more = loaded.total > loaded.page * lists.PER_PAGE
    return lists.found(request.frame, loaded.articles, query=query, page=loaded.page, has_more=has_more)


async def saved(request: Request, *, page: int = 1) -> Page:
    """Return one page of the chat's bookmarks."""
    loaded = await loading.load_saved(request.storage, request.chat.id, page=page)
    return lists.saved(request.frame, loaded.articles, page=loaded.page, total=loaded.total)
