"""`dateline feed`: which feeds are polled, in and out, and how each fares."""

import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from json import dumps as dump
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.flags import ConfigFlag, JsonFlag
from bot.cli.output import open_to_write, say, say_aside, say_json, say_result
from bot.cli.progress import progress
from bot.cli.shared import configure, opened_storage, runs
from bot.clock import system_clock
from bot.config import Config
from bot.errors import BotError, FetchError
from bot.ingest.opml import read_opml, write_opml
from bot.newsroom.outlets.directory import make_directory
from storage.model import Feed, NewFeed
from storage.store import Storage

if TYPE_CHECKING:
    from bot.ingest.fetching import Fetcher

app = typer.Typer(help="Add, remove, list, poll, import and export feeds.", no_args_is_help=True)

_UNREAD_SINCE = timedelta(days=3)

Url = Annotated[str, typer.Argument(help="The feed's address.", metavar="URL")]


@app.command()
@runs
async def add(
    url: Annotated[str, typer.Argument(help="A feed's address, or a site's that names one.", metavar="URL")],
    outlet: Annotated[str | None, typer.Option("--outlet", help="Whose it is; else as the feed says.")] = None,
    section: Annotated[str | None, typer.Option("--section", help="The section of its reports.")] = None,
    json: JsonFlag = False,
    config: ConfigFlag = None,
) -> None:
    """Add a feed; the running bot polls it at once."""
    from bot.ingest.discovery import discover  # noqa: PLC0415 - this and the other: only some commands fetch
    from bot.ingest.reading import opened_readers  # noqa: PLC0415

    settings = configure(config)
    async with opened_storage(settings) as storage, opened_readers() as readers:
        directory = make_directory(await storage.outlets.list())
        fetcher = make_fetcher(settings)
        try:
            feed = await discover(fetcher, readers, directory, url, section=section)
        except FetchError as error:
            raise BotError(f"{url}: {error.reason}") from None
        finally:
            await fetcher.close()
        if outlet:
            feed = replace(feed, outlet=outlet)
        added = await storage.feeds.add([feed], interval=_interval(settings), now=system_clock())
    said = f"{feed.outlet}: {feed.url}" if added else f"{feed.url} is there already"
    say_result(said, {"url": feed.url, "outlet": feed.outlet, "added": bool(added)}, as_json=json)


def make_fetcher(settings: Config) -> "Fetcher":
    """Return a fetcher for a single command."""
    from bot.ingest.fetching import Fetcher  # noqa: PLC0415

    keys = settings.newsroom
    return Fetcher(allow_private=keys.allow_private_addresses, host_delay_seconds=keys.host_delay_seconds)


def _interval(settings: Config) -> timedelta:
    return timedelta(minutes=settings.newsroom.poll_minutes)


@app.command()
@runs
async def remove(url: Url, json: JsonFlag = False, config: ConfigFlag = None) -> None:
    """Poll a feed no more; its reports stay."""
    async with opened_storage(configure(config)) as storage:
        await storage.feeds.remove(url)
    say_result(f"removed {url}", {"removed": url}, as_json=json)


@app.command("list")
@runs
async def list_(json: JsonFlag = False, config: ConfigFlag = None) -> None:
    """List the feeds, how each fares, what its last poll left out, and what of three days could not be read."""
    now = system_clock()
    async with opened_storage(configure(config)) as storage:
        feeds = await storage.feeds.list()
        unread = await storage.reports.count_unread_by_feed(now - _UNREAD_SINCE)
    if json:
        say_json([{**_as_json(feed), "notRead": unread.get(feed.id, {})} for feed in feeds])
        return
    if not feeds:
        say_aside("no feeds; `dateline feed add` adds one")
    for feed in feeds:
        say(f"{feed.outlet:<28.28}  {_health(feed, now):<44.44}  {feed.url}")
        for what, reasons in (("left out", feed.left_out), ("not read", unread.get(feed.id, {}))):
            if reasons:
                say(f"{'':<28}  {what}: {_counted(reasons)}")


def _counted(reasons: Mapping[str, int]) -> str:
    return "; ".join(f"{number:,} {reason}" for reason, number in sorted(reasons.items(), key=lambda each: -each[1]))


def _health(feed: Feed, now: datetime) -> str:
    if feed.polled_at is None:
        return "not polled yet"
    if feed.error is not None:
        return f"failed {feed.failures} {'time' if feed.failures == 1 else 'times'}: {feed.error}"
    minutes = max(0, round((now - feed.polled_at).total_seconds() / 60))
    return f"fine {minutes} min ago, every {round(feed.interval_seconds / 60)} min"


def _as_json(feed: Feed) -> dict[str, Any]:
    return {
        "url": feed.url,
        "outlet": feed.outlet,
        "title": feed.title,
        "section": feed.section,
        "polledAt": feed.polled_at.isoformat() if feed.polled_at else None,
        "nextPollAt": feed.next_poll_at.isoformat() if feed.next_poll_at else None,
        "intervalSeconds": feed.interval_seconds,
        "failures": feed.failures,
        "error": feed.error,
        "leftOut": dict(feed.left_out),
    }


@app.command("import")
@runs
async def import_(
    file: Annotated[str, typer.Argument(help="An OPML file or its address; - is standard input.", metavar="FILE|URL")],
    json: JsonFlag = False,
    config: ConfigFlag = None,
) -> None:
    """Add the feeds of an OPML file; folders become sections."""
    settings = configure(config)
    content = await _content(settings, file)
    try:
        found = read_opml(content)
    except BotError as error:
        raise BotError(f"{file}: {error}") from None
    async with opened_storage(settings) as storage:
        directory = make_directory(await storage.outlets.list())
        named = [replace(feed, outlet=_known(directory.find_by_url, feed)) for feed in found]
        added = await storage.feeds.add(named, interval=_interval(settings), now=system_clock())
    known = len(found) - added
    say_result(f"{added} added, {known} were there already", {"added": added, "known": known}, as_json=json)


def _known(find_by_url: Any, feed: NewFeed) -> str:
    return str(find_by_url(feed.home_url or feed.url) or find_by_url(feed.url) or feed.outlet)


async def _content(settings: Config, file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read()
    if not file.startswith(("http://", "https://")):
        try:
            return Path(file).read_bytes()  # noqa: ASYNC240 - one small file, before anything runs
        except OSError as error:
            raise BotError(f"{file}: {error.strerror}") from None
    fetcher = make_fetcher(settings)
    try:
        answer = await fetcher.fetch(file)
    except FetchError as error:
        raise BotError(f"{file}: {error.reason}") from None
    finally:
        await fetcher.close()
    if answer.status != 200:
        raise BotError(f"{file}: HTTP {answer.status}")
    return answer.body


@app.command()
@runs
async def export(
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A file; else standard output.")] = None,
    json: Annotated[bool, typer.Option("--json", help="As `feed list --json`.")] = False,
    config: ConfigFlag = None,
) -> None:
    """Write all feeds as OPML."""
    settings = configure(config)
    async with opened_storage(settings) as storage:
        feeds = await storage.feeds.list()
    if json:
        content = (dump([_as_json(feed) for feed in feeds], ensure_ascii=False, indent=2) + "\n").encode()
    else:
        content = write_opml(feeds, title=f"{settings.publication.name}: feeds")
    if output is None:
        sys.stdout.buffer.write(content)
    else:
        try:
            with open_to_write(output, "wb") as stream:
                stream.write(content)
        except OSError as error:
            raise BotError(f"{output}: {error.strerror}") from None


@app.command()
@runs
async def poll(
    url: Annotated[str | None, typer.Argument(help="One feed; else all.", metavar="URL")] = None,
    read: Annotated[bool, typer.Option("--read", help="Also read, group and draft what they name.")] = False,
    json: JsonFlag = False,
    config: ConfigFlag = None,
) -> None:
    """Poll now, whatever is due."""
    settings = configure(config)
    async with opened_storage(settings) as storage:
        results = await _poll(settings, storage, url, read=read)
    if json:
        say_json(results)
    else:
        for result in results:
            left_out = f"left out: {_counted(result['leftOut'])}" if result["leftOut"] else ""
            why = result["error"] or left_out
            say(f"{result['new']:>4} new of {result['entries']:>4}  {why}  {result['url']}")
    if results and all(result["error"] for result in results):
        raise typer.Exit(1)


async def _poll(settings: Config, storage: Storage, url: str | None, *, read: bool) -> list[dict[str, Any]]:
    from bot.wiring.newsroom import make_pipeline  # noqa: PLC0415

    total = await storage.feeds.make_due(system_clock(), url)
    newsroom = make_pipeline(settings, storage, system_clock)
    results: list[dict[str, Any]] = []
    try:
        with progress("polled", total) as advance:
            while len(results) < total and (polled := await newsroom.polling.poll_due(system_clock(), url=url)):
                results += [
                    {
                        "url": each.feed.url,
                        "entries": each.entries,
                        "new": each.new,
                        "error": each.error,
                        "leftOut": dict(each.left_out),
                    }
                    for each in polled
                ]
                advance(len(results))
        if read:
            say_aside("reading what they name")
            await newsroom.read()
    finally:
        await newsroom.close()
    return results
