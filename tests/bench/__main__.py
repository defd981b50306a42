"""Run every row, or those named: `python -m tests.bench [fanout|ticks|ingest|clustering|imports|retained|floods|pages|million]`.

BENCH_SCALE=0.1 makes it ten times smaller. The library of a million articles is made once, in minutes, and kept in
BENCH_LIBRARY (`.bench`), some 25 GB for both engines.

Prints a table, and as its last line JSON.
"""

import asyncio
import json
import os
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from bot.cli.running import set_start_aside
from tests.bench.clustering import growing, restoring, storing, windows
from tests.bench.fanout import fan_out
from tests.bench.floods import floods
from tests.bench.helping import helping
from tests.bench.imports import imports
from tests.bench.ingest import drafting, ingest, trap
from tests.bench.measuring import Row
from tests.bench.million import beginning, library_server, million, postgresql_urls, sqlite_urls
from tests.bench.pages import pages
from tests.bench.planning import planning
from tests.bench.retained import retained
from tests.bench.ticks import composing, scheduler
from tests.postgres import PostgresServer, own_server

SCALE = float(os.environ.get("BENCH_SCALE", "1"))
ARTICLES, DELIVERIES = int(1_000_000 * SCALE), int(10_000_000 * SCALE)
Found = AsyncIterator[list[Row]]


@dataclass(frozen=True, slots=True)
class Bench:
    """What rows are measured with; `library` is the server of the large library, where one is asked for."""

    folder: Path
    postgres: PostgresServer
    library: PostgresServer | None

    def sqlite_url(self, name: str) -> str:
        """Return the address of a database to be made."""
        return f"sqlite:///{self.folder / name}.db"


async def _fanout(bench: Bench) -> Found:
    yield await fan_out(bench.postgres, int(20_000 * SCALE))


async def _ticks(bench: Bench) -> Found:
    yield await composing(bench.sqlite_url("composing"), int(100_000 * SCALE))
    yield await scheduler(bench.sqlite_url("scheduler"), int(1_000_000 * SCALE))
    yield await scheduler(await bench.postgres.new_database("bench_scheduler"), int(1_000_000 * SCALE))


async def _ingest(bench: Bench) -> Found:
    yield await ingest(bench.sqlite_url("ingest"))
    yield await trap()
    yield await drafting()


async def _clustering(bench: Bench) -> Found:
    yield await storing(bench.sqlite_url("clustering"), int(100_000 * SCALE))
    yield await restoring(bench.sqlite_url("restoring"), int(20_000 * SCALE))
    yield windows(int(20_000 * SCALE))
    yield growing()


async def _imports(bench: Bench) -> Found:
    yield await imports(bench.folder, bench.postgres, int(50_000 * SCALE), int(5_000 * SCALE))


async def _retained(bench: Bench) -> Found:
    yield await retained(bench.folder, int(10_000 * SCALE), int(4_000 * SCALE), 2_000 * SCALE)


async def _floods(_: Bench) -> Found:
    yield await floods(10 * SCALE)
    yield await helping(max(20, int(300 * SCALE)))


async def _million(bench: Bench) -> Found:
    if bench.library is None:
        return
    urls = await sqlite_urls(ARTICLES, DELIVERIES)
    yield await million("sqlite", urls, ARTICLES)
    yield await beginning(urls["many"])
    yield await planning("sqlite", urls["many"], int(10_000 * SCALE))
    urls = await postgresql_urls(bench.library, ARTICLES, DELIVERIES)
    yield await million("postgresql", urls, ARTICLES)
    yield await planning("postgresql", urls["many"], int(10_000 * SCALE))


async def _pages(bench: Bench) -> Found:
    yield await pages(bench.folder, int(20_000 * SCALE))


ROWS: dict[str, Callable[[Bench], Found]] = {
    "fanout": _fanout,
    "ticks": _ticks,
    "ingest": _ingest,
    "clustering": _clustering,
    "imports": _imports,
    "retained": _retained,
    "floods": _floods,
    "pages": _pages,
    "million": _million,
}


async def run(names: Sequence[str], postgres: PostgresServer, library: PostgresServer | None) -> list[Row]:
    """Run the rows that are asked for; each is printed as it is known."""
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), postgres, library)
        for name in names:
            async for found in ROWS[name](bench):
                rows += found
                sys.stdout.writelines(row.line() + "\n" for row in found)
                sys.stdout.flush()
    return rows


if __name__ == "__main__":
    set_start_aside()  # as `dateline run` does; the peers in this process gain as much
    names = sys.argv[1:] or list(ROWS)
    with own_server() as server, library_server(ARTICLES) if "million" in names else nullcontext() as library:
        found = asyncio.run(run(names, server, library))
    sys.stdout.write(json.dumps([row.json() for row in found], ensure_ascii=False) + "\n")
    sys.exit(any(row.holds is False for row in found))
