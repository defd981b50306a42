"""Imports and exports, each by the command line in a process of its own, its start and its end included."""

import asyncio
import csv
import json
import os
import re
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from bot.cli.article_export import PAGE
from bot.cli.chat_rows import COLUMNS
from bot.clock import system_clock
from bot.newsroom.posts.newsarticle import text_to_newsarticle
from storage.migrate import upgrade
from storage.model import Article, ArticleText, Bullet, Source
from storage.store import Storage, open_storage
from tests.bench.invented import invent_reports
from tests.bench.measuring import Row
from tests.make import NOW
from tests.postgres import PostgresServer

ROOT = Path(__file__).parents[2]
WRITE_SECONDS = 0.02
LOOK_SECONDS = 0.005
PARAGRAPH = 3  # sentences
_SENTENCE_END = re.compile(r"(?<=[.?!])\s")


@dataclass(frozen=True, slots=True)
class Run:
    """One command that ended well: how long it took, what it said, and the most memory it held."""

    seconds: float
    said: str
    peak_mb: float


async def run_command(url: str, *arguments: str, output: Path) -> Run:
    """Run a command on a database, its standard output into a file. Raises RuntimeError where it fails."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "DATELINE_STORAGE__URL": url}
    command, folder, pipe = (sys.executable, "-m", "bot", *arguments), output.parent, asyncio.subprocess.PIPE
    with output.open("wb") as stream:
        began = time.perf_counter()
        process = await asyncio.create_subprocess_exec(
            *command, stdout=stream, stderr=pipe, cwd=folder, env=environment
        )
        watching = asyncio.ensure_future(_watch_memory(process.pid))
        _, aside = await process.communicate()
        seconds = time.perf_counter() - began
    if process.returncode != 0:
        raise RuntimeError(f"{' '.join(arguments)}: {aside.decode()[-2000:]}")
    return Run(seconds, aside.decode() + output.read_text("utf-8")[-200:], await watching)


async def _watch_memory(process_id: int) -> float:
    """Return the most a process held, in MB, as it stood when it was looked at last."""
    peak = 0.0
    with suppress(OSError, ValueError, IndexError):  # it has ended
        while True:
            status = await asyncio.to_thread(Path(f"/proc/{process_id}/status").read_text, "ascii")
            peak = int(status.split("VmHWM:")[1].split()[0]) / 1000
            await asyncio.sleep(LOOK_SECONDS)
    return peak


def write_chats(path: Path, count: int) -> None:
    """Write a file of chats as an operator has it: a few zones, times and choices of sections."""
    zones = ("UTC", "Europe/Berlin", "America/New_York", "Asia/Tokyo")
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(COLUMNS)
        for n in range(1, count + 1):
            times = f"{6 + n % 4:02}:{n % 4 * 15:02}"
            days, sections = ("", "mon-fri")[n % 2], ("", "World", "World;Sport")[n % 3]
            writer.writerow((10_000_000 + n, "private", "en", zones[n % 4], times, days, sections, ""))


def write_articles(path: Path, count: int) -> None:
    """Write articles as JSON Lines: a headline, five bullets, some 3,400 characters of body, three sources."""
    with path.open("w", encoding="utf-8") as stream:
        for text in _iter_texts(count):
            stream.write(json.dumps(text_to_newsarticle(text), ensure_ascii=False) + "\n")


def _iter_texts(count: int) -> Iterator[ArticleText]:
    for each in invent_reports(count, seed=5, begin=NOW, window=timedelta(days=1)):
        sentences = _SENTENCE_END.split(each.document.text)
        yield ArticleText(
            headline=each.document.title,
            bullets=tuple(
                Bullet(text=sentence, sources=(1 + place % 3,)) for place, sentence in enumerate(sentences[:5])
            ),
            body=tuple(
                f"{' '.join(sentences[start : start + PARAGRAPH])} [{1 + start % 3}]"
                for start in range(0, len(sentences), PARAGRAPH)
            ),
            sources=tuple(
                Source(outlet=outlet, title=sentences[n], url=f"https://outlet{n}.example/{each.number}")
                for n, outlet in enumerate((each.outlet, "Meridian Wire", "The Harbour Gazette"))
            ),
            section=("World", "Sport", "Business")[each.number % 3],
        )


async def imports(folder: Path, postgres: PostgresServer, chat_count: int, article_count: int) -> list[Row]:
    """Measure what goes in and out, on both engines."""
    chats, articles, few = folder / "chats.csv", folder / "articles.jsonl", folder / "few.jsonl"
    write_chats(chats, chat_count)
    write_articles(articles, article_count)
    write_articles(few, article_count // 10)
    rows = []
    for engine in ("sqlite", "postgresql"):
        urls = {
            name: f"sqlite:///{folder / name}.db" if engine == "sqlite" else await postgres.new_database(name)
            for name in ("bench_imports", "bench_imports_few", "bench_imports_published")
        }
        many = urls["bench_imports"]
        rows += await _chats(engine, many, chats, chat_count)
        rows += await _articles(engine, many, articles, article_count)
        rows += await _articles(engine, urls["bench_imports_published"], articles, article_count, "--publish")
        await run_command(urls["bench_imports_few"], "article", "import", few.name, output=folder / "out")
        rows += await _exports(engine, many, urls["bench_imports_few"], folder / "out")
    return rows


async def _chats(engine: str, url: str, file: Path, count: int) -> list[Row]:
    output = file.with_suffix(".out")
    storage = open_storage(url)
    await upgrade(storage.database)
    first, wait = await _beside_writes(storage, run_command(url, "chats", "import", file.name, output=output))
    await storage.close()
    again = await run_command(url, "chats", "import", file.name, output=output)
    exported = await run_command(url, "chats", "export", output=output)
    lines = output.read_text("utf-8").count("\n") - 1
    return [
        _rate(f"chats import, {engine}, rows a second", count, first, 5_000),
        _wait(f"chats import, {engine}, longest wait beside it, ms", wait),
        _added_again("chats import", engine, again, f"0 subscribed, {count} were already"),
        _rate(f"chats export, {engine}, rows a second", lines, exported, 20_000),
    ]


async def _articles(engine: str, url: str, file: Path, count: int, *flags: str) -> list[Row]:
    output = file.with_suffix(".out")
    storage = open_storage(url)
    await upgrade(storage.database)
    importing = ("article", "import", file.name, *flags)
    first, wait = await _beside_writes(storage, run_command(url, *importing, output=output))
    again = await run_command(url, *importing, output=output)
    stored = sum([len(page) async for page in _iter_pages(storage)])
    await storage.close()
    if stored != count:
        raise RuntimeError(f"{count} articles were imported twice, {stored} are here")
    what = " ".join(("article import", *flags))
    return [
        _rate(f"{what}, {engine}, articles a second", count, first, 500),
        _wait(f"{what}, {engine}, longest wait beside it, ms", wait),
        _added_again(what, engine, again, f"0 added, {count:,} were here already"),
    ]


async def _iter_pages(storage: Storage) -> AsyncIterator[Sequence[Article]]:
    last = 0
    while page := await storage.articles.list_all(after_number=last, limit=PAGE):
        yield page
        last = page[-1].number


async def _exports(engine: str, many: str, few: str, output: Path) -> list[Row]:
    exporting = ("article", "export", "--format", "jsonl")
    little, much = [await run_command(url, *exporting, output=output) for url in (few, many)]
    grown = much.peak_mb - little.peak_mb
    note = f"{little.peak_mb:.0f} to {much.peak_mb:.0f} MB, {much.seconds:.1f} s"
    return [Row(f"article export, {engine}, ten times as many, MB grown", grown, "≤ 30", grown <= 30, note)]


async def _beside_writes(storage: Storage, command: Awaitable[Run]) -> tuple[Run, float]:
    """Renew a lease again and again while a command runs; return it, and the longest wait in ms."""
    waits: list[float] = []

    async def write() -> None:
        while True:
            began = time.perf_counter()
            await storage.workers.renew_lease("bench", timedelta(minutes=1), now=system_clock())
            waits.append((time.perf_counter() - began) * 1000)
            await asyncio.sleep(WRITE_SECONDS)

    writing = asyncio.ensure_future(write())
    ran = await command
    writing.cancel()
    return ran, max(waits)


def _rate(what: str, count: int, ran: Run, least: int) -> Row:
    rate = count / ran.seconds
    return Row(what, rate, f"≥ {least:,}", rate >= least, f"{count:,} in {ran.seconds:.1f} s, {ran.peak_mb:.0f} MB")


def _wait(what: str, ms: float) -> Row:
    return Row(what, ms, "≤ 250", ms <= 250)


def _added_again(what: str, engine: str, ran: Run, expected: str) -> Row:
    return Row(f"{what} again, {engine}, s", ran.seconds, f"“{expected}”", ran.said.rstrip().endswith(expected))
