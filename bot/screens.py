"""Each screen in one place: what is read from storage for it, and the view that shows it."""

from bot.context import Request
from bot.delivery.composing import make_composer
from bot.errors import ReaderError
from bot.views import lists
from bot.views import sources as sources_view
from bot.views import story as story_view
from bot.views.briefing import nothing_new
from bot.views.page import Page
from storage.model import Article, Preferences, Status, Subscription


async def get_article(request: Request, number: int) -> Article:
    """Return an article that readers may know of. Raises ReaderError."""
    article = await request.storage.articles.find(number)
    if article is None or article.status not in (Status.PUBLISHED, Status.WITHDRAWN):
        raise ReaderError("story-unknown", number=str(number))
    return article


async def story(request: Request, number: int, *, page: int = 1) -> Page:
    """Return one page of a story. Raises ReaderError."""
    article = await get_article(request, number)
    neighbours = await request.storage.articles.get_neighbours(article)
    is_saved = await request.storage.chats.has_saved(request.chat.id, number)
    return story_view.story(request.frame, article, neighbours, is_saved=is_saved, page=page)


async def sources(request: Request, number: int, *, page: int = 1) -> Page:
    """Return one page of a story's sources; of a withdrawn one, the notice. Raises ReaderError."""
    article = await get_article(request, number)
    if article.status is Status.WITHDRAWN:
        return await story(request, number)
    return sources_view.sources(request.frame, article, page=page)


async def answer_briefing(request: Request) -> None:
    """Send what is new for the chat since its last briefing; once it is sent, it counts as considered."""
    subscription = request.subscription or _visitor(request)
    composer = await make_composer(request.storage, request.services.candidates, lambda _: request.local_frame)
    pages = await composer.pages(subscription, now=request.now)
    for page in pages or (nothing_new(request.local_frame, since=subscription.cutoff),):
        await request.answer(page)
    if request.subscription is not None and composer.horizon is not None:
        await request.storage.subscriptions.advance_cutoff(subscription.id, composer.horizon)


def _visitor(request: Request) -> Subscription:
    """Return what a chat without a subscription sees: everything."""
    preferences = Preferences(max_articles=request.services.max_articles)
    language = request.frame.words.language
    return Subscription(
        id=0, chat_id=request.chat.id, thread_id=request.thread_id, language=language, preferences=preferences
    )


async def recent(request: Request, *, page: int = 1, section: str | None = None, typed: str | None = None) -> Page:
    """Return one page of the recent stories, of all sections or of one, by its slug."""
    articles = request.storage.articles
    known = {each.slug: each for each in await articles.list_sections()}
    if section is not None and section not in known:
        return lists.no_section(request.frame, typed or section, tuple(known.values()))
    total = await articles.count_published(section=section)
    page = max(1, min(page, lists.page_count(total)))
    shown = await articles.list_recent(limit=lists.PER_PAGE, offset=(page - 1) * lists.PER_PAGE, section=section)
    return lists.recent(
        request.frame, shown, page=page, total=total, section=known[section] if section is not None else None
    )


async def search(request: Request, query: str, *, page: int = 1) -> Page:
    """Return one page of what a search finds."""
    offset = (max(page, 1) - 1) * lists.PER_PAGE
    found = await request.storage.search.list_matches(query, limit=lists.PER_PAGE + 1, offset=offset)
    shown, has_more = found[: lists.PER_PAGE], len(found) > lists.PER_PAGE
    return lists.found(request.frame, shown, query=query, page=max(page, 1), has_more=has_more)


async def saved(request: Request, *, page: int = 1) -> Page:
    """Return one page of the chat's bookmarks."""
    chats, chat_id = request.storage.chats, request.chat.id
    total = await chats.count_saved(chat_id)
    page = max(1, min(page, lists.page_count(total)))
    shown = await chats.list_saved(chat_id, limit=lists.PER_PAGE, offset=(page - 1) * lists.PER_PAGE)
    return lists.saved(request.frame, shown, page=page, total=total)
