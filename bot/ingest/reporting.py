"""Reading reports from their pages."""

import asyncio
import logging
import textwrap
from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from urllib.parse import urlsplit

from bot.clock import Clock
from bot.errors import FetchError
from bot.ingest.fetching import Fetcher
from bot.ingest.page_file import PageFile
from bot.ingest.polling import retry_after
from bot.ingest.reading import Readers
from bot.ingest.robots import Robots
from bot.newsroom.furniture.repeated_paragraphs import find_repeated, without_repeated
from bot.newsroom.outlets.directory import make_directory
from bot.newsroom.outlets.urls import are_same_site, find_canonical, find_url_key, url_key
from bot.newsroom.text.cleaning import clean_line
from bot.newsroom.text.language import guess_language
from bot.newsroom.text.sentences import split_sentences
from storage.errors import StorageUnavailable
from storage.model import Report
from storage.store import Storage

log = logging.getLogger("dateline.ingest")

AT_ONCE = 100  # most of them wait for a site
BEGUN_AT_ONCE = 8  # so few are claimed by one query
LOOK_AGAIN_SECONDS = 1.0
LEASE = timedelta(minutes=5)
MOST_TRIES = 3
TITLE_CHARACTERS = 120  # of a post that has no title
BESIDE_IT = 30  # of a feed's reports, by which its furniture is known
ENOUGH_SUMMARY = 400  # characters of a feed's own text that can stand for a page that cannot be read
ACCEPT = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1"


@dataclass(frozen=True, slots=True)
class Reporting:
    """Reads the pages of reports that feeds have named."""

    storage: Storage
    fetcher: Fetcher
    readers: Readers
    robots: Robots
    _saving: asyncio.Lock = field(default_factory=asyncio.Lock)  # one by one: each knows the others

    async def read_found(self, clock: Clock) -> AsyncGenerator[int]:
        """Read all reports that are found, many side by side; yield how many were tried, whenever some are.

        A page that keeps one waiting holds up no other: as soon as one is read, the next is begun.
        """
        running: set[asyncio.Task[None]] = set()
        try:
            while True:
                free = AT_ONCE - len(running)
                found = await self.storage.reports.claim_found(clock(), limit=min(free, BEGUN_AT_ONCE), lease=LEASE)
                running |= {asyncio.create_task(self._read_safely(report, clock())) for report in found}
                if not running:
                    return
                has_more = len(found) == BEGUN_AT_ONCE and len(running) < AT_ONCE
                seconds = 0 if has_more else LOOK_AGAIN_SECONDS
                done, running = await asyncio.wait(running, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    task.result()
                if done:
                    yield len(done)
        finally:
            for task in running:
                task.cancel()
            await asyncio.gather(*running, return_exceptions=True)

    async def _read_safely(self, report: Report, now: datetime) -> None:
        try:
            await self._read(report, now)
        except (StorageUnavailable, OSError):
            raise
        except Exception:  # an edge: one page's oddity is on its own record, and the others are read
            log.exception("report %s could not be read", report.url)
            await self.storage.reports.put_off(report.id, error="a mistake of ours", next_try_at=None)

    async def _read(self, report: Report, now: datetime) -> None:
        try:
            read, url = await self.read_page(report, now)
        except FetchError as error:
            await self._failed(report, error, now)
            return
        await self._save(read, url, now)

    async def read_page(self, report: Report, now: datetime) -> tuple[Report, str]:
        """Return a report with what its page says, and the page's own address. Raises FetchError."""
        page, url = await self._page(report, now)
        return _with_page(report, page), url

    async def _page(self, report: Report, now: datetime) -> tuple[PageFile, str]:
        if not await self.robots.may_fetch(report.url, now_seconds=now.timestamp()):
            raise FetchError("robots.txt asks not to", is_refused=True)
        answer = await self.fetcher.fetch(report.url, accept=ACCEPT)
        if answer.status != 200:
            asked = retry_after(answer.headers.get("retry-after"), now)
            is_refused = answer.status in (401, 402, 403, 404, 410, 451)
            raise FetchError(f"HTTP {answer.status}", is_refused=is_refused, retry_after_seconds=asked)
        content_type = answer.headers.get("content-type", "text/html")
        if not content_type.strip().casefold().startswith(("text/html", "application/xhtml")):
            raise FetchError("this is no page", is_refused=True)
        await self._check_way(report.url, answer.url, now)
        page = await self.readers.read_page(answer.body, url=answer.url, content_type=content_type)
        return page, find_canonical(page.canonical_url, answer.url)

    async def _check_way(self, url: str, found: str, now: datetime) -> None:
        """Raise FetchError where a page led to one that may not be fetched, or to nothing but its site's home page."""
        if found == url:
            return
        if not await self.robots.may_fetch(found, now_seconds=now.timestamp()):
            raise FetchError("robots.txt asks not to", is_refused=True)
        if are_same_site(found, url) and not urlsplit(found).path.strip("/") and urlsplit(url).path.strip("/"):
            raise FetchError("it leads to its site's home page", is_refused=True)

    async def _failed(self, report: Report, error: FetchError, now: datetime) -> None:
        is_last = error.is_refused or report.tries + 1 >= MOST_TRIES
        if is_last and len(report.summary) >= ENOUGH_SUMMARY:
            text = PageFile(title=report.title, text=report.summary)
            await self._save(_with_page(report, text), report.url, now)
            return
        log.info("report %s: %s", report.url, error.reason)
        asked = timedelta(seconds=min(error.retry_after_seconds or 0, 86_400))
        again = None if is_last else now + max(timedelta(minutes=5 * 3**report.tries), asked)
        await self.storage.reports.put_off(report.id, error=error.reason, next_try_at=again)

    async def _save(self, report: Report, url: str, now: datetime) -> None:
        address = clean_line(url)
        if (key := find_url_key(address)) is None:
            address, key = report.url, url_key(report.url)
        if not are_same_site(address, report.url):  # the page is another's than the address was: who serves it counts
            directory = make_directory(await self.storage.outlets.list())
            report = replace(report, outlet=directory.name_server(address))
        async with self._saving:
            text = await self._without_furniture(report, now)
            read = replace(report, url=address, text=text)
            await self.storage.reports.save_text(read, url_key=key)

    async def _without_furniture(self, report: Report, now: datetime) -> str:
        """Return a report's text without what its feed's other stories have too; those lose it as well."""
        if report.feed_id is None:
            return report.text
        others = await self.storage.repeated_paragraphs.list_texts(report.feed_id, limit=BESIDE_IT)
        # After the texts: whoever cleaned those meanwhile has said why.
        known = await self.storage.repeated_paragraphs.list_digests(report.feed_id)
        others.pop(report.id, None)
        text, new, cleaned = await asyncio.to_thread(_compare, report.text, others, known)
        if new:
            await self.storage.repeated_paragraphs.save(report.feed_id, new, cleaned, now=now)
        return text


def _compare(text: str, others: Mapping[int, str], known: frozenset[str]) -> tuple[str, frozenset[str], dict[int, str]]:
    """Return a text without furniture, what of it is new, and those of the others that lose that."""
    repeated = find_repeated(text, tuple(others.values()))
    cleaned = {id_: without_repeated(other, repeated - known) for id_, other in others.items()}
    changed = {id_: left for id_, left in cleaned.items() if left != others[id_]}
    return without_repeated(text, known | repeated), repeated - known, changed


def _first_words(text: str) -> str:
    """Return what a post without a title begins with."""
    first = next(iter(split_sentences(text[:2000].split("\n", maxsplit=1)[0])), "")
    return textwrap.shorten(clean_line(first), TITLE_CHARACTERS, placeholder="…")


def _with_page(report: Report, page: PageFile) -> Report:
    """Return a report with what its page says; the feed's own time, where it gave one, is the better one."""
    published = report.published_at
    if page.published_on is not None and page.published_on < published.date() and published == report.found_at:
        published = datetime.combine(page.published_on, time(12), tzinfo=UTC)
    return replace(
        report,
        title=report.title or clean_line(page.title) or _first_words(page.text),
        text=page.text,
        language=guess_language(f"{report.title or page.title}\n{page.text[:2000]}"),
        authors=report.authors or tuple(clean_line(author) for author in page.authors),
        published_at=published,
        picture=report.picture or (clean_line(page.picture) if page.picture else None),
    )
