"""What each screen shows, read from storage: for chats now, for pages and previews alike."""

from dataclasses import dataclass

from bot.errors import ReaderError
from bot.views.lists import PER_PAGE, page_count
from bot.views.story import UNTOUCHED
from storage.model import Article, Neighbours, Section, Status, StoryState
from storage.store import Storage


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedStory:
    """A story, its neighbours, and how it stands with the chat."""

    article: Article
    neighbours: Neighbours
    state: StoryState = UNTOUCHED


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedList:
    """One page of a list; `page` is the one that there is, where another was asked for."""

    articles: tuple[Article, ...]
    page: int
    total: int
    section: Section | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownSection:
    """A section that does not exist, and those that do."""

    known: tuple[Section, ...]


async def get_article(storage: Storage, number: int) -> Article:
    """Return an article that readers may know of. Raises ReaderError."""
    article = await storage.articles.find(number)
    if article is None or article.status not in (Status.PUBLISHED, Status.WITHDRAWN):
        raise ReaderError("story-unknown", number=str(number))
    return article


async def load_story(storage: Storage, number: int, *, chat_id: int | None = None) -> LoadedStory:
    """Load a story, as a chat sees it where one is named. Raises ReaderError."""
    article = await get_article(storage, number)
    neighbours = await storage.articles.get_neighbours(article)
    state = UNTOUCHED if chat_id is None else await storage.chats.get_story_state(chat_id, number)
    return LoadedStory(article=article, neighbours=neighbours, state=state)


async def load_story_of(storage: Storage, article: Article) -> LoadedStory:
    """Load what stands around a story, whatever its status."""
    return LoadedStory(article=article, neighbours=await storage.articles.get_neighbours(article))


async def load_recent(storage: Storage, *, page: int, section: str | None = None) -> LoadedList | UnknownSection:
    """Load one page of the recent stories, of all sections or of one, by its slug."""
    articles = storage.articles
    known = {each.slug: each for each in await articles.list_sections()} if section is not None else {}
    if section is not None and section not in known:
        return UnknownSection(known=tuple(known.values()))
    total = await articles.count_published(section=section)
    page = max(1, min(page, page_count(total)))
    shown = await articles.list_recent(limit=PER_PAGE, offset=(page - 1) * PER_PAGE, section=section)
    return LoadedList(articles=shown, page=page, total=total, section=known[section] if section is not None else None)


async def load_saved(storage: Storage, chat_id: int, *, page: int) -> LoadedList:
    """Load one page of a chat's bookmarks."""
    total = await storage.chats.count_saved(chat_id)
    page = max(1, min(page, page_count(total)))
    shown = await storage.chats.list_saved(chat_id, limit=PER_PAGE, offset=(page - 1) * PER_PAGE)
    return LoadedList(articles=shown, page=page, total=total)


async def load_following(storage: Storage, chat_id: int, *, page: int) -> LoadedList:
    """Load one page of what a chat follows, each series by its newest instalment."""
    total = await storage.series.count_followed(chat_id)
    page = max(1, min(page, page_count(total)))
    newest = await storage.series.list_newest(chat_id, limit=PER_PAGE, offset=(page - 1) * PER_PAGE)
    return LoadedList(articles=await storage.articles.list_numbered(newest), page=page, total=total)


async def load_found(storage: Storage, query: str, *, page: int) -> LoadedList:
    """Load one page of what a search finds; its total tells only whether there is more."""
    page = max(1, page)
    found = await storage.search.list_matches(query, limit=PER_PAGE + 1, offset=(page - 1) * PER_PAGE)
    has_more = len(found) > PER_PAGE
    return LoadedList(articles=found[:PER_PAGE], page=page, total=page * PER_PAGE + has_more)
