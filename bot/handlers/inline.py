"""Inline mode: sharing a story's card in any chat."""

from bot.asking import read_number
from bot.i18n import Words
from bot.services import Services
from bot.views.inline import PER_PAGE, inline_result
from storage.model import Article
from storage.words import section_slug

MAX_OFFSET = 1000
SECTION = "section:"


async def inline(services: Services, words: Words, query_id: str, query: str, offset: str) -> None:
    """Answer an inline query: empty shows recent stories, `#12` one, `section:world` those of one, words the rest."""
    frame = services.frame(words, is_private=False)
    start = min(int(offset[:4]), MAX_OFFSET) if offset.isdecimal() else 0
    articles = await _find(services, query.strip(), start)
    has_more = len(articles) > PER_PAGE and start + PER_PAGE <= MAX_OFFSET
    next_offset = str(start + PER_PAGE) if has_more else ""
    results = tuple(inline_result(frame, article) for article in articles[:PER_PAGE])
    key = "inline-start" if results else "inline-nothing"
    button = words(key, publication=services.publication)
    await services.telegram.answer_inline(query_id, results, next_offset=next_offset, button=button)


async def _find(services: Services, query: str, start: int) -> tuple[Article, ...]:
    articles = services.storage.articles
    number = read_number(query) if query.startswith("#") else None
    if number is not None:
        article = await articles.find_published(number)
        return (article,) if article else ()
    if not query:
        return await articles.list_recent(limit=PER_PAGE + 1, offset=start)
    if query.casefold().startswith(SECTION):
        slug = section_slug(query[len(SECTION) :].strip())
        return await articles.list_recent(limit=PER_PAGE + 1, offset=start, section=slug)
    return await services.storage.search.list_matches(query, limit=PER_PAGE + 1, offset=start)
