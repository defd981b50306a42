"""Finding a site's feed from any address of it."""

from bot.errors import FetchError
from bot.ingest.feed_file import FeedFile
from bot.ingest.fetching import Fetched, Fetcher
from bot.ingest.reading import Readers
from bot.newsroom.outlets.directory import Directory
from bot.newsroom.outlets.names import outlet_name
from bot.newsroom.outlets.urls import as_web_address
from storage.model import NewFeed

MOST_TRIED = 40


async def discover(
    fetcher: Fetcher, readers: Readers, directory: Directory, url: str, *, section: str | None = None
) -> NewFeed:
    """Return the feed at an address, or the first one that the page there names. Raises FetchError."""
    answer = await _get(fetcher, as_web_address(url))
    try:
        return _new_feed(directory, await _read(readers, answer), answer.url, section)
    except FetchError as error:
        reasons, empty = [], None
        for link in (await readers.extract_feed_links(answer.body, url=answer.url))[:MOST_TRIED]:
            try:
                found = await _get(fetcher, link)
                file = await _read(readers, found)
                feed = _new_feed(directory, file, found.url, section)
                if file.entries:
                    return feed
                empty = empty or feed
            except FetchError as failed:
                reasons.append(f"{link}: {failed.reason}")
        if empty is not None:
            return empty
        if reasons:
            raise FetchError(f"it names feeds, and none can be read: {'; '.join(reasons)}") from None
        raise FetchError(f"{error.reason}, and no page that names one") from None


async def _get(fetcher: Fetcher, url: str) -> Fetched:
    answer = await fetcher.fetch(url)
    if answer.status != 200:
        raise FetchError(f"HTTP {answer.status}")
    return answer


async def _read(readers: Readers, answer: Fetched) -> FeedFile:
    content_type = answer.headers.get("content-type", "")
    return await readers.read_feed(answer.body, url=answer.url, content_type=content_type)


def _new_feed(directory: Directory, file: FeedFile, url: str, section: str | None) -> NewFeed:
    known = directory.find_by_url(file.home_url or url) or directory.find_by_url(url)
    return NewFeed(
        url=url,
        outlet=known or outlet_name(file.title, url),
        title=file.title,
        section=section,
        home_url=file.home_url,
    )
