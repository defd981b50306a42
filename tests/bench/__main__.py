"""Run every row, or those named: `python -m tests.bench [fanout|ticks|ingest|clustering|imports|retained|million]`.

BENCH_SCALE=0.1 makes it ten times smaller. The library of a million articles is made once, in minutes, and kept in
BENCH_LIBRARY (`.bench`), some 25 GB for both engines.

Prints a table, and as its last line JSON.
"""

import asyncio
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

from bot.cli.running import set_start_aside
from tests.bench.clustering import growing, restoring, storing, windows
from tests.bench.fanout import fan_out
from tests.bench.imports import imports
from tests.bench.ingest import ingest, trap
from tests.bench.measuring import Row
from tests.bench.million import beginning, library_server, million, postgresql_urls, sqlite_urls
from tests.bench.retained import retained
from tests.bench.ticks import composing, scheduler
from tests.postgres import PostgresServer, own_server

SCALE = float(os.environ.get("BENCH_SCALE", "1"))
ARTICLES, DELIVERIES = int(1_000_000 * SCALE), int(10_000_000 * SCALE)
ALL = ("fanout", "ticks", "ingest", "clustering", "imports", "retained", "million")


async def run(names: Sequence[str], postgres: PostgresServer, library: PostgresServer | None) -> list[Row]:
    """Run the rows that are asked for; each is printed as it is known."""
    rows: list[Row] = []

    def add(found: list[Row]) -> None:
        rows.extend(found)
        for row in found:
            sys.stdout.write(row.line() + "\n")
            sys.stdout.flush()

    with tempfile.TemporaryDirectory() as folder:
        if "fanout" in names:
            add(await fan_out(postgres, int(20_000 * SCALE)))
        if "ticks" in names:
            add(await composing(f"sqlite:///{Path(folder) / 'composing.db'}", int(100_000 * SCALE)))
            add(await scheduler(f"sqlite:///{Path(folder) / 'scheduler.db'}", int(1_000_000 * SCALE)))
            add(await scheduler(await postgres.new_database("bench_scheduler"), int(1_000_000 * SCALE)))
        if "ingest" in names:
            add(await ingest(f"sqlite:///{Path(folder) / 'ingest'}"))
            add(await trap())
        if "clustering" in names:
            add(await storing(f"sqlite:///{Path(folder) / 'clustering.db'}", int(100_000 * SCALE)))
            add(await restoring(f"sqlite:///{Path(folder) / 'restoring.db'}", int(20_000 * SCALE)))
            add(windows(int(20_000 * SCALE)))
            add(growing())
        if "imports" in names:
            add(await imports(Path(folder), postgres, int(50_000 * SCALE), int(5_000 * SCALE)))
        if "retained" in names:
            add(await retained(Path(folder), int(10_000 * SCALE), int(4_000 * SCALE), 2_000 * SCALE))
        if library is not None:
            urls = await sqlite_urls(ARTICLES, DELIVERIES)
            add(await million("sqlite", urls, ARTICLES))
            add(await beginning(urls["many"]))
            add(await million("postgresql", await postgresql_urls(library, ARTICLES, DELIVERIES), ARTICLES))
    return rows


if __name__ == "__main__":
    set_start_aside()  # as `dateline run` does; the peers in this process gain as much
    names = sys.argv[1:] or ALL
    with own_server() as server, library_server(ARTICLES) if "million" in names else nullcontext() as library:
        found = asyncio.run(run(names, server, library))
    sys.stdout.write(json.dumps([row.json() for row in found], ensure_ascii=False) + "\n")
    sys.exit(any(row.holds is False for row in found))
