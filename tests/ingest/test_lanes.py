"""Sites and names of hosts that keep us waiting hold up nobody else."""

import asyncio
import socket
import threading
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web

from bot.errors import FetchError
from bot.ingest import lookups
from bot.ingest.fetching import Fetcher
from bot.ingest.lookups import Lookups
from bot.ingest.reading import Readers
from bot.ingest.reporting import Reporting
from bot.ingest.robots import Robots
from storage.model import FoundReport, NewFeed
from storage.store import Storage
from tests.desking import until
from tests.make import NOW

TEXT = (
    "The storm gate at the mouth of Valdemar harbour held back the highest tide in 40 years on Tuesday night. "
    "The sea rose 4.1 metres above its usual level shortly before midnight, the harbour office said. "
    "Engineers had closed the gate at 19:40, four hours earlier than planned, after wind gauges failed. "
)
PAGE = f"<html lang=en><head><title>Storm gate</title></head><body><article><p>{TEXT}</p></article></body></html>"
HANGING, GOOD, NAMES = 60, 12, 100


@asynccontextmanager
async def sites(released: asyncio.Event) -> AsyncIterator[int]:
    """Serve many addresses of this machine on one port; those of 127.0.1 hang until they are released."""

    async def answer(request: web.Request) -> web.Response:
        if (request.host or "").startswith("127.0.1."):
            await released.wait()
        if request.path == "/robots.txt":
            return web.Response(status=404)
        return web.Response(text=PAGE, content_type="text/html")

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1, handler_cancellation=True)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    port = runner.addresses[0][1]
    for host in (
        *(f"127.0.1.{number}" for number in range(1, HANGING + 1)),
        *(f"127.0.2.{n}" for n in range(1, GOOD + 1)),
    ):
        await web.TCPSite(runner, host, port).start()
    try:
        yield port
    finally:
        await runner.cleanup()


async def find(storage: Storage, urls: Sequence[str]) -> None:
    await storage.feeds.add([NewFeed(url="https://a.example/rss", outlet="A")], interval=timedelta(minutes=15), now=NOW)
    (feed,) = await storage.feeds.list()
    found = [
        FoundReport(
            feed_id=feed.id, outlet=feed.outlet, key=url, url=url, url_key=url, title=f"Storm gate {number}", summary="",
            published_at=NOW,
        )
        for number, url in enumerate(urls)
    ]  # fmt: skip
    await storage.reports.add(found, section=None, now=NOW)


async def test_sixty_pages_that_hang_and_a_hundred_names_hold_up_no_other_page(sqlite_storage: Storage) -> None:
    released, answered = asyncio.Event(), threading.Event()

    def resolve(host: str, port: int) -> Sequence[Any]:
        if host.endswith(".slow.example"):
            answered.wait(20)
            raise socket.gaierror(host)
        return lookups.ask_system(host, port)

    fetcher = Fetcher(allow_private=True, host_delay_seconds=0, lookups=Lookups(resolve))
    readers = Readers()
    reporting = Reporting(sqlite_storage, fetcher, readers, Robots(fetcher, readers))
    async with sites(released) as port:
        hanging = [f"http://127.0.1.{number}:{port}/" for number in range(1, HANGING + 1)]
        good = [f"http://127.0.2.{number}:{port}/" for number in range(1, GOOD + 1)]
        await find(sqlite_storage, [*hanging, *good])
        names = [
            asyncio.create_task(fetcher.fetch(f"http://n{number}.slow.example:{port}/")) for number in range(NAMES)
        ]

        async def read_all() -> int:
            return sum([count async for count in reporting.read_found(lambda: NOW)])

        reading = asyncio.create_task(read_all())

        async def is_read() -> bool:
            return (await sqlite_storage.reports.count())["read"] == GOOD

        await until(is_read)
        assert await asyncio.to_thread(lambda: 1) == 1  # who waits for a thread waits for no name
        assert not any(task.done() for task in (*names, reading))
        released.set()
        answered.set()
        assert await reading == HANGING + GOOD
        failures = await asyncio.gather(*names, return_exceptions=True)
    await readers.close()
    await fetcher.close()
    assert {type(each) for each in failures} == {FetchError}
    states = await sqlite_storage.reports.count()
    assert (states["read"] + states["found"], states["failed"]) == (HANGING + GOOD, 0)  # or they are tried again


async def test_name_that_does_not_answer_is_not_asked_for_again_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lookups, "LOOKUP_SECONDS", 0.05)
    answered, asked = threading.Event(), []

    def resolve(host: str, port: int) -> Sequence[Any]:
        asked.append(host)
        answered.wait(20)
        return lookups.ask_system("127.0.0.1", port)

    found = Lookups(resolve)
    for _ in range(2):
        with pytest.raises(FetchError, match="does not answer"):
            await found.find("slow.example", 80)
    answered.set()
    assert asked == ["slow.example"]


async def test_no_more_threads_than_that_wait_for_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lookups, "AT_ONCE", 1)
    answered = threading.Event()

    def resolve(_: str, port: int) -> Sequence[Any]:
        answered.wait(20)
        return lookups.ask_system("127.0.0.1", port)

    found = Lookups(resolve)
    first = asyncio.create_task(found.find("one.example", 80))
    await asyncio.sleep(0)
    with pytest.raises(FetchError, match="too many names"):
        await found.find("two.example", 80)
    answered.set()
    assert [str(address) for address in await first] == ["127.0.0.1"]
    assert [str(address) for address in await found.find("three.example", 80)] == ["127.0.0.1"]


async def test_name_that_is_none_has_a_reason() -> None:
    with pytest.raises(FetchError, match="no such host"):
        await Lookups().find("a" * 70 + ".example", 80)
