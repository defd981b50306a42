"""What is kept of rendered pages: bounded in bytes, keys too, and never for long."""

from bot.http.page_cache import ENTRY_BYTES, KEPT_SECONDS, MOST_BYTES, PageCache, Rendered, make_rendered


class Clock:
    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


async def no_version() -> tuple[int, None]:
    return 1, None


async def times_rendered(cache: PageCache, key: str, page: Rendered, times: int = 2) -> int:
    count = 0

    async def render() -> Rendered:
        nonlocal count
        count += 1
        return page

    for _ in range(times):
        await cache.get(key, render)
    return count


async def test_page_is_rendered_once_and_anew_after_a_minute_whatever_the_mark_says() -> None:
    clock = Clock()
    cache = PageCache(no_version, clock)
    assert await times_rendered(cache, "/story/1", make_rendered("one")) == 1
    clock.seconds = KEPT_SECONDS + 1
    assert await times_rendered(cache, "/story/1", make_rendered("one")) == 1


async def test_what_is_not_there_is_not_kept() -> None:
    cache = PageCache(no_version, Clock())
    assert await times_rendered(cache, "/section/x", make_rendered("none", status=404)) == 2


async def test_long_addresses_count() -> None:
    cache, page = PageCache(no_version, Clock()), make_rendered("small")
    most = MOST_BYTES // (4 * 100_000 + ENTRY_BYTES)
    for number in range(most + 10):
        await times_rendered(cache, f"{number:_>100000}", page, times=1)
    assert await times_rendered(cache, f"{most + 9:_>100000}", page, times=1) == 0  # the newest is kept
    assert await times_rendered(cache, f"{0:_>100000}", page, times=1) == 1
