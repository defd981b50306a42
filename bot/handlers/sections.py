"""/sections: what a chat follows."""

from bot.asking import read_switch
from bot.context import Request
from bot.errors import ReaderError
from bot.views import settings as view


async def sections(request: Request) -> None:
    """Answer /sections."""
    known = await request.storage.articles.list_sections()
    await request.answer(view.sections(request.frame, await request.viewed_subscription(), known))


async def open_sections(request: Request) -> None:
    """Show the sections, in place."""
    known = await request.storage.articles.list_sections()
    page = int(request.arguments[0]) if request.arguments else 1
    await request.replace(view.sections(request.frame, await request.viewed_subscription(), known, page=page))


async def follow(request: Request) -> None:
    """Follow a section or not, as the press says; without one, follow all."""
    subscription = await request.own_subscription()
    known = await request.storage.articles.list_sections()
    slugs = frozenset(section.slug for section in known)
    chosen = subscription.preferences.sections or slugs
    if not request.arguments:
        chosen = slugs
    else:
        slug, word = request.arguments
        is_on = read_switch(word)
        if slug in slugs:
            chosen = chosen | {slug} if is_on else chosen - {slug}
            if not chosen:
                raise ReaderError("sections-last")
    changed = await request.change(subscription, sections=frozenset() if chosen >= slugs else chosen)
    page = view.page_of(request.arguments[0], known) if request.arguments else 1
    await request.replace(view.sections(request.frame, changed, known, page=page))
