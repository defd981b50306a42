"""Ingest against feedparser and trafilatura alone on the same bytes."""

import asyncio
import gzip
import io
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from statistics import median

from bot.ingest.drafts import MOST_REPORTS, make_draft
from bot.ingest.feed_file import parse_feed
from bot.ingest.page_file import parse_page
from bot.ingest.polling import found_report, why_left_out
from bot.ingest.reading import opened_readers
from bot.newsroom.drafts.drafting import Material
from bot.newsroom.outlets.directory import make_directory
from bot.newsroom.text.language import guess_language
from storage.migrate import upgrade
from storage.model import Feed, NewFeed
from storage.store import Storage, open_storage
from tests.bench.invented import invent_reports
from tests.bench.material import make_feeds, make_pages
from tests.bench.measuring import Row, cpu_seconds, measure_lateness
from tests.make import NOW

SHARED = Path(__file__).parents[3] / "shared" / "data"
URL = "https://bench.example/feed"


def _bytes() -> tuple[list[bytes], list[bytes]]:
    """Return feeds and pages: real ones where they are, else invented ones of their kind."""
    if SHARED.is_dir():
        pages = sorted((SHARED / "pages").glob("*.html.gz"))
        return [file.read_bytes() for file in sorted((SHARED / "feeds").glob("*.xml"))], [
            gzip.decompress(file.read_bytes()) for file in pages
        ]
    return make_feeds(), make_pages()


def bare(feeds: list[bytes], pages: list[bytes]) -> float:
    """The floor: the libraries alone."""
    import feedparser  # noqa: PLC0415 - as the child does
    import trafilatura  # noqa: PLC0415

    began = cpu_seconds()
    for body in feeds:
        feedparser.parse(io.BytesIO(body))
    for body in pages:
        trafilatura.bare_extraction(body, favor_precision=True, include_comments=False, with_metadata=True)
    return cpu_seconds() - began


async def ours(storage: Storage, feeds: list[bytes], pages: list[bytes]) -> float:
    """Everything that is done with the same bytes: parsed, cleaned, stored, read, its language told."""
    new = [NewFeed(url=f"{URL}/{number}", outlet="Bench") for number in range(len(feeds))]
    await storage.feeds.add(new, interval=timedelta(minutes=15), now=NOW)
    known: list[Feed] = list(await storage.feeds.list())
    directory = make_directory(await storage.outlets.list())
    began = cpu_seconds()
    for feed, body in zip(known, feeds, strict=True):
        try:
            entries = parse_feed(body, url=feed.url).entries
        except Exception:  # noqa: BLE001, S112 - what is no feed costs what it costs
            continue
        undated = (replace(each, published_at=None) for each in entries)
        reports = [found_report(feed, each, NOW, directory) for each in undated if why_left_out(each, NOW) is None]
        await storage.reports.add(reports, section=None, now=NOW)
    claimed = await storage.reports.claim_found(NOW, limit=len(pages), lease=timedelta(hours=1))
    for number, (report, body) in enumerate(zip(claimed, pages, strict=False)):
        page = parse_page(body)
        read = replace(report, text=page.text, language=guess_language(page.text[:2000]))
        await storage.reports.save_text(read, url_key=f"bench.example/{number}")
    return cpu_seconds() - began


async def ingest(url: str) -> list[Row]:
    """Measure both in turn, and take the median ratio."""
    feeds, pages = _bytes()
    bare(feeds[:5], pages[:5])  # both are warm
    guess_language("warm")
    ratios = []
    for round_ in range(3):
        storage = open_storage(f"{url}{round_}.db")
        await upgrade(storage.database)
        ratios.append(await ours(storage, feeds, pages) / bare(feeds, pages))
        await storage.close()
    ratio = median(ratios)
    what = f"ingest of {len(feeds)} feeds and {len(pages)} pages to libraries alone"
    return [Row(what, ratio, "≤ 1.3", ratio <= 1.3)]


async def trap() -> list[Row]:
    """Read a page that takes too long, and see how late the event loop is meanwhile."""
    body = b"<html><body>" + b"<p>word <a href='x'>link</a> more words, and yet more of them.</p>" * 48_000
    async with opened_readers() as readers:
        late = await measure_lateness(asyncio.gather(readers.read_page(body), return_exceptions=True))
    return [Row("lateness while a trap of 3 MB is read, ms", late.ms, "≤ 100", late.ms <= 100)]


async def drafting() -> list[Row]:
    """Draft and check an event of as many reports as one may have, ten times as long as usual."""
    found = invent_reports(MOST_REPORTS, seed=3, begin=NOW, window=timedelta(hours=1))
    materials = [
        Material(outlet=f"Outlet {number}", title=report.document.title, text="\n".join([report.document.text] * 10))
        for number, report in enumerate(found)
    ]
    late = await measure_lateness(make_draft(materials, None))
    note = f"{sum(len(each.text) for each in materials):,} characters of {MOST_REPORTS} reports"
    return [Row("lateness while an event is drafted and checked, ms", late.ms, "≤ 50", late.ms <= 50, note)]
