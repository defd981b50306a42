"""Polling feeds: asked politely whether anything changed, read in a child, and their new entries stored as reports."""

import asyncio
import email.utils
import logging
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.errors import FetchError
from bot.ingest.feed_file import Entry, FeedFile
from bot.ingest.fetching import Fetched, Fetcher
from bot.ingest.reading import Readers
from bot.newsroom.cleaning import clean_line, clean_text
from bot.newsroom.intervals import jittered, next_interval, retry_interval
from bot.newsroom.urls import canonical_url, url_key
from storage.errors import StorageUnavailable
from storage.model import Feed, FoundReport, Polled
from storage.store import Storage

log = logging.getLogger("dateline.ingest")

AT_ONCE = 8
LEASE = timedelta(minutes=5)
ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"
OLDEST = timedelta(days=14)  # entries from before that are history


@dataclass(frozen=True, slots=True)
class PollResult:
    """What one poll found."""

    feed: Feed
    entries: int
    new: int
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Polling:
    """Polls the feeds that are due."""

    storage: Storage
    fetcher: Fetcher
    readers: Readers
    fastest: timedelta

    async def poll_due(self, now: datetime, *, url: str | None = None) -> tuple[PollResult, ...]:
        """Poll a few feeds whose time has come, at once; return what each gave."""
        feeds = await self.storage.feeds.claim_due(now, limit=AT_ONCE, lease=LEASE, url=url)
        return tuple(await asyncio.gather(*(self._poll_safely(feed, now) for feed in feeds)))

    async def _poll_safely(self, feed: Feed, now: datetime) -> PollResult:
        try:
            return await self.poll(feed, now)
        except (StorageUnavailable, OSError):
            raise
        except Exception:  # an edge: one feed's oddity is on its own record, and the others are polled
            log.exception("feed %s could not be polled", feed.url)
            return await self._failed(feed, FetchError("it cannot be read, for a mistake of ours"), now)

    async def poll(self, feed: Feed, now: datetime) -> PollResult:
        """Poll one feed; whatever goes wrong stands on its record."""
        try:
            answer = await self.fetcher.fetch(feed.url, headers=_conditions(feed), accept=ACCEPT)
            if answer.status == 304:
                return await self._unchanged(feed, now)
            _check_status(answer, now)
            content_type = answer.headers.get("content-type", "")
            file = await self.readers.read_feed(answer.body, url=answer.url, content_type=content_type)
        except FetchError as error:
            return await self._failed(feed, error, now)
        return await self._store(feed, file, answer, now)

    async def _unchanged(self, feed: Feed, now: datetime) -> PollResult:
        interval = next_interval(timedelta(seconds=feed.interval_seconds), new=0, fastest=self.fastest)
        await self._record(feed, now, interval, etag=feed.etag, last_modified=feed.last_modified)
        return PollResult(feed, 0, 0)

    async def _failed(self, feed: Feed, error: FetchError, now: datetime) -> PollResult:
        asked = timedelta(seconds=error.retry_after_seconds) if error.retry_after_seconds else None
        wait = retry_interval(feed.failures + 1, fastest=self.fastest, asked=asked)
        log.info("feed %s: %s; again in %s", feed.url, error.reason, wait)
        await self.storage.feeds.record(
            Polled(
                feed_id=feed.id,
                at=now,
                next_poll_at=jittered(now, wait, seed=feed.id),
                interval_seconds=feed.interval_seconds,
                error=error.reason,
            )
        )
        return PollResult(feed, 0, 0, error.reason)

    async def _store(self, feed: Feed, file: FeedFile, answer: Fetched, now: datetime) -> PollResult:
        found = [report for entry in file.entries if (report := found_report(feed, entry, now)) is not None]
        new = await self.storage.reports.add(found, section=feed.section, now=now)
        interval = next_interval(timedelta(seconds=feed.interval_seconds), new=new, fastest=self.fastest)
        headers = answer.headers
        await self._record(
            feed, now, interval, etag=headers.get("etag"), last_modified=headers.get("last-modified"), file=file
        )
        if new:
            log.info("feed %s: %d new of %d", feed.url, new, len(file.entries))
        return PollResult(feed, len(file.entries), new)

    async def _record(
        self,
        feed: Feed,
        now: datetime,
        interval: timedelta,
        *,
        etag: str | None,
        last_modified: str | None,
        file: FeedFile | None = None,
    ) -> None:
        await self.storage.feeds.record(
            Polled(
                feed_id=feed.id,
                at=now,
                next_poll_at=jittered(now, interval, seed=feed.id),
                interval_seconds=max(1, int(interval.total_seconds())),
                etag=etag,
                last_modified=last_modified,
                title=clean_line(file.title)[:200] if file else None,
                home_url=file.home_url if file else None,
            )
        )


def _check_status(answer: Fetched, now: datetime) -> None:
    if answer.status != 200:
        asked = retry_after(answer.headers.get("retry-after"), now)
        raise FetchError(f"HTTP {answer.status}", retry_after_seconds=asked)


def _conditions(feed: Feed) -> dict[str, str]:
    conditions = {"If-None-Match": feed.etag, "If-Modified-Since": feed.last_modified}
    return {name: value for name, value in conditions.items() if value and value.isascii()}


def found_report(feed: Feed, entry: Entry, now: datetime) -> FoundReport | None:
    """Return an entry as a report, of the outlet it credits where it credits one; None where it leads nowhere."""
    try:
        url = canonical_url(entry.url or "")
    except ValueError:
        return None
    title = clean_line(entry.title)
    if not title or (entry.published_at is not None and entry.published_at < now - OLDEST):
        return None
    return FoundReport(
        feed_id=feed.id,
        outlet=clean_line(entry.source or "")[:100] or feed.outlet,
        key=clean_line(entry.key),
        url=clean_line(url),
        url_key=clean_line(url_key(url)),
        title=title[:500],
        summary=clean_text(entry.summary),
        authors=tuple(clean_line(author)[:100] for author in entry.authors),
        published_at=entry.published_at,
        picture=clean_line(entry.picture) if entry.picture else None,
        picture_credit=clean_line(entry.picture_credit)[:200] if entry.picture_credit else None,
    )


def retry_after(value: str | None, now: datetime) -> float | None:
    """Return the seconds a Retry-After header asks for, given as seconds or as a date (RFC 9110 §10.2.3)."""
    if not value:
        return None
    if value.strip().isdecimal():
        return float(value.strip()[:9])
    try:
        moment = email.utils.parsedate_to_datetime(value)
    except (ValueError, TypeError, OverflowError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())
