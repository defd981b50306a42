"""Progress of long work: a bar on a terminal, a plain line now and then elsewhere, nothing on standard output."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from bot.cli.output import say_aside

LINES = 20  # in all, where there is no terminal
EVERY = 10_000  # where nobody knows how many there will be


@contextmanager
def progress(what: str, total: int | None = None) -> Iterator[Callable[[int], None]]:
    """Give a function that is shown how much is done, of so much if that is known."""
    if sys.stderr.isatty():
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task(what, total=total)
            yield lambda done: bar.update(task, completed=done)
        return
    every = EVERY if total is None else max(1, total // LINES)
    of_total = "" if total is None else f" of {total}"
    shown = 0

    def advance(done: int) -> None:
        nonlocal shown
        if done - shown >= every or (total is not None and done >= total > shown):
            shown = done
            say_aside(f"{what}: {done}{of_total}")

    yield advance
