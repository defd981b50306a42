"""Watching cited pages: for three days after publication they are read again, and the desk hears what changed."""

import asyncio
import logging
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.errors import FetchError
from bot.ingest.reporting import Reporting
from bot.newsroom.outlets.urls import find_url_key
from bot.newsroom.watching import GONE, WATCHED_FOR, list_page_changes, next_look
from storage.errors import StorageUnavailable
from storage.model import Article, CitedPage, PageChange, Status
from storage.store import Storage

log = logging.getLogger("dateline.ingest")

AT_ONCE = 4
ARTICLES_AT_ONCE = 50
LEASE = timedelta(minutes=5)
_LOOKED_UNTIL = "cited_pages_known_until"
_GONE = ("HTTP 404", "HTTP 410")


@dataclass(frozen=True, slots=True)
class Watching:
    """Looks at the pages that published articles cite."""

    storage: Storage
    reporting: Reporting

    async def begin(self, now: datetime) -> int:
        """Take in some articles that were published or corrected since the last time; return how many."""
        known = await self.storage.installation.find(_LOOKED_UNTIL)
        oldest = now - WATCHED_FOR
        after = max(datetime.fromisoformat(known), oldest) if known else oldest
        articles, last = await self.storage.articles.list_changed(after=after, limit=ARTICLES_AT_ONCE)
        if not articles:
            return 0
        await self.storage.cited_pages.watch(await self._cited(articles, now))
        await self.storage.installation.save(_LOOKED_UNTIL, last.isoformat())
        return len(articles)

    async def _cited(self, articles: tuple[Article, ...], now: datetime) -> list[tuple[int, int, datetime]]:
        keys = {
            article.number: [key for source in article.text.sources if (key := find_url_key(source.url))]
            for article in articles
        }
        ids = await self.storage.reports.list_ids(sorted({key for each in keys.values() for key in each}))
        return [
            (article.number, ids[key], at)
            for article in articles
            if (at := next_look(article.published_at or now, now)) is not None
            for key in keys[article.number]
            if key in ids
        ]

    async def look(self, now: datetime) -> int:
        """Look at a few pages that are due, at once; return how many."""
        due = await self.storage.cited_pages.claim_due(now, limit=AT_ONCE, lease=LEASE)
        await asyncio.gather(*(self._look_safely(page, now) for page in due))
        return len(due)

    async def _look_safely(self, page: CitedPage, now: datetime) -> None:
        try:
            await self._look(page, now)
        except (StorageUnavailable, OSError):
            raise
        except Exception:  # an edge: one page's oddity does not keep the others from being looked at
            log.exception("cited page %s could not be compared", page.report.url)
            await self._note(page, now)

    async def _look(self, page: CitedPage, now: datetime) -> None:
        report, article = page.report, page.article
        if article.status is not Status.PUBLISHED:
            await self.storage.cited_pages.note_look(page, title=page.title, changes=(), next_look_at=None, now=now)
            return
        try:
            read, _ = await self.reporting.read_page(replace(report, title="", text=""), now)
        except FetchError as error:
            gone = (PageChange(GONE, report.title, ""),) if error.reason in _GONE else ()
            await self._note(page, now, changes=gone)
            return
        changes = await asyncio.to_thread(
            list_page_changes, article.text, before=(page.title, report.text), after=(read.title, read.text)
        )
        await self._note(page, now, title=read.title or None, changes=changes)

    async def _note(
        self, page: CitedPage, now: datetime, *, title: str | None = None, changes: tuple[PageChange, ...] = ()
    ) -> None:
        is_gone = any(change.place == GONE for change in changes)
        again = None if is_gone else next_look(page.article.published_at or now, now)
        if changes:
            log.info("article %d: %s changed", page.article.number, page.report.url)
        await self.storage.cited_pages.note_look(
            page, title=title or page.title, changes=changes, next_look_at=again, now=now
        )
