"""Libraries used on something small, in the way the bot uses them: some that can be imported do not work."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from bot.errors import FetchError
from bot.i18n import DEFAULT_LANGUAGE, load_catalog
from bot.ingest.feed_dates import read_date
from bot.ingest.opml import read_opml
from bot.ingest.reading import Readers, opened_readers
from bot.libraries import reason
from bot.newsroom.text.language import guess_language
from bot.newsroom.typed.zones import get_zone_at
from bot.plotting import plot
from bot.views.markup import plain_paragraph
from storage.model import Statistics

_URL = "https://outlet.example/feed"
_TEXT = (
    "The storm gate at the harbour held back the tide on Tuesday night, and no cellar in the old town was flooded. "
    "The harbour office closed the gate before the wind came, and opened it again when the ferries began to sail. "
    "The next high water is expected at the end of the week, and the office will look at the hinges until then."
)
_PAGE = f"<html><head><title>Gate</title></head><body><article><h1>Gate</h1><p>{_TEXT}</p></article></body></html>"
_FEED = (
    '<rss version="2.0"><channel><title>Outlet</title><item><title>Gate</title><link>https://outlet.example/1</link>'
    "<description>&lt;p&gt;The gate &lt;b&gt;held&lt;/b&gt;.&lt;/p&gt;</description></item></channel></rss>"
)
_RULES = b"User-agent: *\nDisallow: /feed/private"
_OPML = b'<opml version="2.0"><body><outline text="Outlet" xmlUrl="https://outlet.example/feed"/></body></opml>'


async def _reads_page(readers: Readers) -> bool:
    return (await readers.read_page(_PAGE.encode())).text == _TEXT


async def _reads_feed(readers: Readers) -> bool:
    feed = await readers.read_feed(_FEED.encode(), url=_URL)
    return [entry.summary for entry in feed.entries] == ["The gate held."]


async def _reads_rules(readers: Readers) -> bool:
    may = [await readers.read_robots(_RULES, url=url, agent="Dateline") for url in (_URL, f"{_URL}/private")]
    return may == [True, False]


async def _reads_date(_: Readers) -> bool:
    read = await asyncio.to_thread(read_date, "Tue, 24 Nov 2026 01:00:00 MSK", None)
    return read == datetime(2026, 11, 23, 22, tzinfo=UTC)


async def _reads_list(_: Readers) -> bool:
    return [feed.url for feed in read_opml(_OPML)] == [_URL]


async def _guesses_language(_: Readers) -> bool:
    return await asyncio.to_thread(guess_language, _TEXT) == "en"  # most of a second, while the child reads


async def _finds_zone(_: Readers) -> bool:
    return get_zone_at(52.5, 13.4) == "Europe/Berlin"


async def _knows_summer_time(_: Readers) -> bool:
    return datetime(2026, 7, 1, 12, tzinfo=UTC).astimezone(ZoneInfo("Europe/Berlin")).hour == 14


async def _reads_markup(_: Readers) -> bool:
    return plain_paragraph("The *gate* [held](https://outlet.example/1).") == "The gate held."


async def _has_words(_: Readers) -> bool:
    return bool(load_catalog().words(DEFAULT_LANGUAGE)("story-sources", count=2))


async def _draws(_: Readers) -> bool:
    nothing: Mapping[str, int] = {}
    empty = Statistics(
        chats=nothing, subscriptions=nothing, deliveries=nothing, articles=nothing, updates=nothing,
        days={}, top_stories=(),
    )  # fmt: skip
    return (await plot(empty, today=date(2026, 11, 23))).startswith(b"\x89PNG")


TRIALS: Mapping[str, Callable[[Readers], Awaitable[bool]]] = {
    "trafilatura": _reads_page,  # this and the next in a child, as when the bot runs
    "feedparser": _reads_feed,
    "dateparser": _reads_date,
    "protego": _reads_rules,
    "defusedxml": _reads_list,
    "py3langid": _guesses_language,
    "tzfpy": _finds_zone,
    "tzdata": _knows_summer_time,
    "markdown-it-py": _reads_markup,
    "matplotlib": _draws,
    "fluent.runtime": _has_words,
}


async def find_unusable() -> dict[str, str]:
    """Return the libraries that do not do what they are needed for, each with the reason."""
    async with opened_readers() as readers:
        reasons = await asyncio.gather(*(_failure(works(readers)) for works in TRIALS.values()))
    return {library: why for library, why in zip(TRIALS, reasons, strict=True) if why is not None}


async def _failure(trial: Awaitable[bool]) -> str | None:
    try:
        return None if await trial else "it works otherwise than expected"
    except FetchError as error:
        return error.reason
    except Exception as error:  # noqa: BLE001 - a broken library raises anything
        return reason(error)
