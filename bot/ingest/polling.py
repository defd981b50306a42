"""Polling feeds: asked politely whether anything changed, read in a child, and their new entries stored as reports."""

import asyncio
import email.utils
import logging
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from urllib.parse import urldefrag

from bot.errors import FetchError
from bot.ingest.feed_dates import is_ahead
from bot.ingest.feed_file import MAX_ENTRIES, Entry, FeedFile
from bot.ingest.fetching import Fetched, Fetcher
from bot.ingest.reading import Readers
from bot.newsroom.intervals import jittered, next_interval, retry_interval
from bot.newsroom.outlets.directory import Directory, make_directory
from bot.newsroom.outlets.urls import are_same_site, find_url_key, url_key
from bot.newsroom.text.cleaning import clean_line, clean_text
from storage.errors import StorageUnavailable
from storage.model import Feed, FoundReport, Polled
from storage.store import Storage

log = logging.getLogger("dateline.ingest")

AT_ONCE = 8
LEASE = timedelta(minutes=5)
ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"
NEVER = timedelta(days=36_500)
OLDEST = timedelta(days=14)  # entries from before that are history


@dataclass(frozen=True, slots=True)
class PollResult:
    """What one poll found."""

    feed: Feed
    entries: int
    new: int
    error: str | None = None
    left_out: Mapping[str, int] = field(default_factory=dict)  # how many entries, by the reason


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
                await self._move(feed, answer)
                return await self._unchanged(feed, now)
            is_own = answer.url in (feed.url, answer.moved_to)  # else it was led there, for now only
            if answer.status == 410 and is_own:
                return await self._gone(feed, now)
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

    async def _gone(self, feed: Feed, now: datetime) -> PollResult:
        """Ask no more (RFC 9110 §15.5.11); polling it by hand asks again."""
        error = "gone for good (HTTP 410): it is asked no more"
        log.warning("feed %s: %s", feed.url, error)
        interval = feed.interval_seconds
        await self.storage.feeds.record(
            Polled(feed_id=feed.id, at=now, next_poll_at=now + NEVER, interval_seconds=interval, error=error)
        )
        return PollResult(feed, 0, 0, error)

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
        directory = make_directory(await self.storage.outlets.list())
        reasons = [why_left_out(entry, now) for entry in file.entries]
        left_out = Counter(filter(None, reasons)) + Counter({f"behind the first {MAX_ENTRIES}": file.cut})
        kept = (entry for entry, reason in zip(file.entries, reasons, strict=True) if reason is None)
        found = [found_report(feed, entry, now, directory) for entry in kept]
        new = await self.storage.reports.add(found, section=feed.section, now=now)
        interval = next_interval(timedelta(seconds=feed.interval_seconds), new=new, fastest=self.fastest)
        headers = answer.headers
        await self._move(feed, answer)
        await self._record(
            feed, now, interval, etag=headers.get("etag"), last_modified=headers.get("last-modified"), file=file,
            left_out=left_out,
        )  # fmt: skip
        if new:
            log.info("feed %s: %d new of %d", feed.url, new, len(file.entries))
        return PollResult(feed, len(file.entries) + file.cut, new, left_out=left_out)

    async def _move(self, feed: Feed, answer: Fetched) -> None:
        """Let a feed live where nothing but permanent redirects led."""
        address = urldefrag(answer.moved_to or feed.url).url
        if address != feed.url:
            await self.storage.feeds.move(feed.id, address)
            log.info("feed %s has moved to %s", feed.url, address)

    async def _record(
        self,
        feed: Feed,
        now: datetime,
        interval: timedelta,
        *,
        etag: str | None,
        last_modified: str | None,
        file: FeedFile | None = None,
        left_out: Mapping[str, int] | None = None,
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
                left_out=left_out,
            )
        )


def _check_status(answer: Fetched, now: datetime) -> None:
    if answer.status != 200:
        asked = retry_after(answer.headers.get("retry-after"), now)
        raise FetchError(f"HTTP {answer.status}", retry_after_seconds=asked)


def _conditions(feed: Feed) -> dict[str, str]:
    conditions = {"If-None-Match": feed.etag, "If-Modified-Since": feed.last_modified}
    return {name: value for name, value in conditions.items() if value and value.isascii()}


def outlet_of(url: str, feed: Feed, directory: Directory) -> str:
    """Return who serves an address: the directory knows, or it is the feed's own site, or a host of its own.

    What an entry claims of itself (`<source>`, a title, a byline) proves nothing.
    """
    is_on_its_site = any(each and are_same_site(url, each) for each in (feed.home_url, feed.url))
    return feed.outlet if is_on_its_site and directory.find_by_url(url) is None else directory.name_server(url)


def _is_own(url: str, feed: Feed, directory: Directory) -> bool:
    """Whether a feed's own words can stand for a page: not for one of an outlet whose site it only claims to be of."""
    if are_same_site(url, feed.url):
        return True
    return bool(feed.home_url) and are_same_site(url, feed.home_url or "") and directory.find_by_url(url) is None


def why_left_out(entry: Entry, now: datetime) -> str | None:
    """Return why an entry becomes no report: it leads nowhere, or is history; None where it becomes one."""
    if find_url_key(clean_line(entry.url or "")) is None:
        return "without an address"
    if entry.published_at is not None and entry.published_at < now - OLDEST:
        return f"older than {OLDEST.days} days"
    return None


def found_report(feed: Feed, entry: Entry, now: datetime, directory: Directory) -> FoundReport:
    """Return an entry that is not left out as a report of whoever serves its page."""
    url = clean_line(entry.url or "")
    published_at = None if entry.published_at and is_ahead(entry.published_at, now) else entry.published_at
    return FoundReport(
        feed_id=feed.id,
        outlet=outlet_of(url, feed, directory),
        key=clean_line(entry.key),
        url=url,
        url_key=clean_line(url_key(url)),
        title=clean_line(entry.title)[:500],
        summary=clean_text(entry.summary) if _is_own(url, feed, directory) else "",
        authors=tuple(clean_line(author)[:100] for author in entry.authors),
        published_at=published_at,
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
