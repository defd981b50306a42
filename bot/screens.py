"""Each screen for a chat: what is loaded for it, and the view that shows it."""

from datetime import date, datetime, time, timedelta

from bot import loading
from bot.context import Request
from bot.delivery.composing import Known, make_composer
from bot.delivery.rendering import render_pages
from bot.errors import ReaderError
from bot.loading import UnknownSection
from bot.views import lists, rich_story
from bot.views import settings as settings_view
from bot.views import sources as sources_view
from bot.views.briefing import as_of, nothing_new
from bot.views.dates import written_day
from bot.views.page import Page
from storage.model import Shows, Status, Subscription

BRIEFINGS_KEPT_DAYS = 30


def settings(request: Request, subscription: Subscription) -> Page:
    """Return what a subscription's chat has set."""
    return settings_view.settings(request.framed(subscription), subscription, now=request.now)


async def story(request: Request, number: int, *, page: int = 1) -> Page:
    """Return one page of a story. Raises ReaderError."""
    loaded = await loading.load_story(request.storage, number, chat_id=request.chat.id)
    return rich_story.story(request.local_frame, loaded.article, loaded.neighbours, state=loaded.state, page=page)


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
    frame = request.framed(subscription)
    composer = await make_composer(request.storage, cache, lambda _: frame, now=request.now)
    place = (request.chat.id, request.thread_id)
    notices = await request.storage.notices.claim(place, now=request.now)
    has_told = False
    try:
        alerted = await request.storage.deliveries.list_alerted([subscription.id])
        followed = await request.storage.series.list_followed([request.chat.id])
        known = Known(notices, alerted.get(subscription.id, frozenset()), followed.get(request.chat.id, frozenset()))
        answered = await composer.answer(subscription, now=request.now, known=known)
        if answered is None:
            preferences, since = subscription.preferences, subscription.cutoff
            await request.answer(nothing_new(frame, preferences, since=since, now=request.now))
        else:
            for part, page in enumerate(answered.pages):
                await request.answer(page, part_of=(answered.composition, part))
                has_told = True
    except BaseException:
        if not has_told:
            await request.storage.notices.release(place, notices)
        raise
    if request.subscription is not None and composer.horizon is not None:
        await request.storage.subscriptions.advance_cutoff(subscription.id, composer.horizon)


async def numbered(request: Request, number: int, *, message_id: int | None = None) -> Page | None:
    """Return the story of this number in a briefing: the one that a message is part of, else the chat's last one.

    None where there is no such briefing. Raises ReaderError where it has no such number.
    """
    messages = request.storage.messages
    if message_id is not None:
        message = await messages.find(request.chat.id, message_id)
    else:
        message = await messages.find_last_briefing(request.chat.id, request.thread_id)
    if message is None or message.shows is not Shows.BRIEFING:
        return None
    parts = await request.storage.compositions.list([message.composition_id]) if message.composition_id else {}
    shown = [each for composition in parts.values() for part in composition.articles for each in part]
    found = next((each for each in shown or message.articles if each.position == number), None)
    if found is None:
        raise ReaderError("error-number", number=str(number))
    return await story(request, found.number)


async def answer_briefing_of(request: Request, day: date) -> None:
    """Send the last briefing that came on a day, as it reads now. Raises ReaderError where none did."""
    zone, written = request.local_frame.zone, written_day(request.frame.words.locale, day, now=request.now.date())
    if (request.now.astimezone(zone).date() - day).days > BRIEFINGS_KEPT_DAYS:
        raise ReaderError("briefing-too-old", days=BRIEFINGS_KEPT_DAYS)
    begin = datetime.combine(day, time(0), zone)
    storage, frames = request.storage, request.services.frame_for
    key = await storage.messages.find_briefing(
        request.chat.id, request.thread_id, since=begin, until=begin + timedelta(days=1)
    )
    found = (await storage.compositions.list([key])).get(key) if key is not None else None
    rendered = await render_pages(storage, frames, found, in_parts=True) if found is not None else None
    if rendered is None:
        raise ReaderError("briefing-none-of", day=written)
    composition, (first, *others) = rendered
    headed = as_of(request.frame, first, written)
    for part, page in enumerate((headed, *others)):
        await request.answer(page, part_of=(composition, part))


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


async def following(request: Request, *, page: int = 1) -> Page:
    """Return one page of what the chat follows."""
    loaded = await loading.load_following(request.storage, request.chat.id, page=page)
    return lists.following(request.frame, loaded.articles, page=loaded.page, total=loaded.total)


async def saved(request: Request, *, page: int = 1) -> Page:
    """Return one page of the chat's bookmarks."""
    loaded = await loading.load_saved(request.storage, request.chat.id, page=page)
    return lists.saved(request.frame, loaded.articles, page=loaded.page, total=loaded.total)
