"""Lists for programs: page by page, with no bound but the one that is asked for."""

import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from typing import TypeVar

LIST_LIMIT = 50  # of what a person is shown
LIMIT_HELP = f"How many, the newest; else {LIST_LIMIT}, with --json all."
Item = TypeVar("Item")


async def iter_listed(
    list_page: Callable[[int, int | None], Awaitable[Sequence[Item]]],
    get_number: Callable[[Item], int],
    *,
    limit: int | None,
    page_size: int,
) -> AsyncIterator[Item]:
    """Yield what `list_page(count, below)` lists, the newest first, each page from below the last one's number on."""
    left, below = limit if limit is not None else sys.maxsize, None
    while left and (page := await list_page(min(left, page_size), below)):
        for item in page:
            yield item
        left, below = left - len(page), get_number(page[-1])
