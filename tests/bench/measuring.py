"""Measuring one piece of work: wall and CPU time, memory; and a row of the table."""

import asyncio
import gc
import resource
import time
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Measured:
    """One sender's work."""

    name: str
    count: int
    seconds: float
    cpu_seconds: float

    @property
    def per_second(self) -> float:
        """How many a second."""
        return self.count / self.seconds

    @property
    def cpu_ms(self) -> float:
        """CPU milliseconds for one."""
        return self.cpu_seconds / self.count * 1000


@dataclass(frozen=True, slots=True)
class Row:
    """One figure against its bar; `holds` is None where there is no bar."""

    what: str
    figure: float
    bar: str
    holds: bool | None
    note: str = ""

    def line(self) -> str:
        """Return the row as a line of the table."""
        verdict = {True: "holds", False: "MISSED", None: ""}[self.holds]
        return f"{self.what:<58} {self.figure:>10.2f}  {self.bar:<22} {verdict:<7} {self.note}"

    def json(self) -> dict[str, Any]:
        """Return the row for programs."""
        return asdict(self)


def cpu_seconds() -> float:
    """Return the CPU time this process has used."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


async def measured(name: str, work: Callable[[], Awaitable[int]]) -> Measured:
    """Measure some work that returns how much it did; what is there before is no garbage, as in `dateline run`."""
    gc.collect()
    gc.freeze()
    began, cpu = time.perf_counter(), cpu_seconds()
    count = await work()
    found = Measured(name, count, time.perf_counter() - began, cpu_seconds() - cpu)
    gc.unfreeze()
    return found


@dataclass(frozen=True, slots=True)
class Lateness:
    """How late the event loop was at most, and how long its thread worked between two turns: not what else ran."""

    ms: float
    cpu_ms: float


async def measure_lateness(work: Awaitable[object]) -> Lateness:
    """Watch the event loop while some work is done."""
    late, held = [0.0], [0.0]

    async def watch() -> None:
        while True:
            began, cpu = time.perf_counter(), time.thread_time()
            await asyncio.sleep(0.01)
            late.append(time.perf_counter() - began - 0.01)
            held.append(time.thread_time() - cpu)

    watching = asyncio.ensure_future(watch())
    await asyncio.sleep(0)  # it watches before the work begins
    await work
    await asyncio.sleep(0.05)  # what held it up last is seen too
    watching.cancel()
    return Lateness(max(late) * 1000, max(held) * 1000)


def resident_mb() -> float:
    """Return this process's resident memory now."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize() / 1e6
