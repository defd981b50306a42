"""Fetching within limits, and never from inside our own network."""

import asyncio
import gzip
import ipaddress
import socket
import time
import zlib
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from aiohttp import web

from bot.errors import FetchError
from bot.ingest import fetching
from bot.ingest.addresses import is_public
from bot.ingest.fetching import Fetcher
from bot.ingest.lookups import Lookups
from bot.ingest.reading import opened_readers
from bot.ingest.robots import Robots
from tests.bench.measuring import resident_mb
from tests.ingest.serving import raw, serving

PRIVATE = """
http://127.0.0.1/ http://127.1/ http://127.0.1/ http://2130706433/ http://0x7f000001/ http://0x7f.1/ http://0177.0.0.1/
http://017700000001/ http://127.0.0.1./ http://localhost/ http://LOCALHOST/ http://0/ http://0.0.0.0/ http://0x0/
http://[::1]/ http://[::]/ http://[0:0:0:0:0:0:0:1]/ http://[::ffff:127.0.0.1]/ http://[::ffff:7f00:1]/
http://[::ffff:0:127.0.0.1]/ http://[::127.0.0.1]/ http://[64:ff9b::7f00:1]/ http://[64:ff9b::10.0.0.1]/ http://[2002:7f00:1::]/
http://[2001:0:7f00:1::]/ http://[fe80::1]/ http://[fe80::5efe:127.0.0.1]/ http://[fc00::1]/ http://[fd12:3456::1]/
http://[fec0::1]/ http://[ff02::1]/ http://[2001:db8::1]/ http://[3fff::1]/ http://[5f00::1]/ http://[100::1]/
http://10.0.0.1/ http://10.255.255.255/ http://172.16.0.1/ http://172.31.255.254/ http://192.168.0.1/ http://169.254.169.254/
http://100.64.0.1/ http://192.0.0.192/ http://192.0.2.1/ http://192.88.99.1/ http://198.18.0.1/ http://198.51.100.1/
http://203.0.113.1/ http://224.0.0.1/ http://240.0.0.1/ http://255.255.255.255/ http://3232235777/ http://0xa9fea9fe/
""".split()
OTHERS = """
file:///etc/passwd ftp://example.org/ gopher://example.org/ http:///x http:// javascript:alert(1) /etc/passwd
http://user:word@example.org/ http://user@example.org/ http://example.org:22/ http://example.org:8080/ unix:///tmp/s
data:text/html,x http://exa\tmple.org/\x00
""".split(" ")


@pytest.fixture
async def guarded() -> AsyncIterator[Fetcher]:
    fetcher = Fetcher(host_delay_seconds=0)
    yield fetcher
    await fetcher.close()


@pytest.fixture
async def fetcher() -> AsyncIterator[Fetcher]:
    opened = Fetcher(allow_private=True, host_delay_seconds=0)
    yield opened
    await opened.close()


@pytest.mark.parametrize("url", [*PRIVATE, *filter(None, (each.strip("\n") for each in OTHERS))])
async def test_no_form_of_a_private_address_is_fetched(guarded: Fetcher, url: str) -> None:
    with pytest.raises(FetchError) as caught:
        await guarded.fetch(url)
    assert caught.value.is_refused or "no such host" in caught.value.reason or "no answer" in caught.value.reason


@pytest.mark.parametrize("address", ["8.8.8.8", "1.1.1.1", "2606:4700::1111", "2a00:1450:4001::1", "64:ff9b::808:808"])
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


async def test_host_that_is_public_once_and_private_then_is_dialled_where_it_was_checked() -> None:
    """Rebinding: one look-up, all of its addresses checked, and no second look-up before dialling."""
    asked = []

    def flip(host: str, port: int) -> list[Any]:
        asked.append(host)
        address = "127.0.0.1" if len(asked) > 1 else "192.0.2.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    fetcher = Fetcher(lookups=Lookups(flip))
    with pytest.raises(FetchError, match="not one of the public internet"):
        await fetcher.fetch("http://rebind.example/")
    await fetcher.close()
    assert asked == ["rebind.example"]


async def test_one_private_address_among_public_ones_is_enough() -> None:
    def both(_: str, port: int) -> list[Any]:
        return [(socket.AF_INET, 1, 6, "", (address, port)) for address in ("93.184.215.14", "10.0.0.7")]

    fetcher = Fetcher(lookups=Lookups(both))
    with pytest.raises(FetchError, match="not one of the public internet"):
        await fetcher.fetch("http://mixed.example/")
    await fetcher.close()


async def test_redirect_is_checked_like_any_address(fetcher: Fetcher) -> None:
    async def answer(request: web.Request) -> web.Response:
        raise web.HTTPFound({"/file": "file:///etc/passwd", "/loop": "/loop"}[request.path])

    async with serving(answer) as url:
        with pytest.raises(FetchError, match="only http and https"):
            await fetcher.fetch(f"{url}/file")
        with pytest.raises(FetchError, match="more than 5 redirects"):
            await fetcher.fetch(f"{url}/loop")


async def test_place_in_a_page_is_no_part_of_where_it_moved(fetcher: Fetcher) -> None:
    async def answer(request: web.Request) -> web.Response:
        if request.path == "/old":
            raise web.HTTPMovedPermanently("/new#place")
        return web.Response(text="News")

    async with serving(answer) as url:
        assert (await fetcher.fetch(f"{url}/old")).moved_to == f"{url}/new"


async def test_cookie_comes_back_on_the_way_of_one_fetch_and_is_forgotten_then(fetcher: Fetcher) -> None:
    asked: list[tuple[str, str | None]] = []

    async def answer(request: web.Request) -> web.Response:
        asked.append((request.path, request.headers.get("Cookie")))
        if "seen" not in request.cookies:  # asks for itself until its cookie comes back
            raise web.HTTPFound(request.path, headers={"Set-Cookie": "seen=yes; Path=/"})
        return web.Response(text="News")

    async with serving(answer) as url:
        for path in ("/first", "/second"):
            assert (await fetcher.fetch(f"{url}{path}")).status == 200
    assert asked == [("/first", None), ("/first", "seen=yes"), ("/second", None), ("/second", "seen=yes")]


async def test_redirect_from_outside_to_loopback_is_refused(
    guarded: Fetcher, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def answer(_: web.Request) -> web.Response:
        raise web.HTTPFound("http://127.0.0.1:1/secret")

    async with serving(answer) as url:
        # The first step is let through as a public host's answer would be; the second is the guard's.
        first = await fetcher._get(f"{url}/", {}, httpx.Cookies())
        monkeypatch.setattr(guarded, "_get", _answering(first, guarded._get))
        with pytest.raises(FetchError, match=r"ports 80 and 443|public internet"):
            await guarded.fetch("http://public.example/")


def _answering(first: fetching.Fetched, then: Any) -> Any:
    answers = [first]

    async def get(url: str, headers: Any, cookies: Any) -> Any:
        return answers.pop() if answers else await then(url, headers, cookies)

    return get


async def test_bomb_is_refused_and_memory_hardly_grows(fetcher: Fetcher) -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(packer.compress(bytes(1024 * 1024)) for _ in range(1024)) + packer.flush()
    assert len(bomb) < 1.1 * 1024 * 1024

    async def answer(_: web.Request) -> web.Response:
        return web.Response(body=bomb, headers={"Content-Encoding": "gzip"})

    async with serving(answer) as url:
        with pytest.raises(FetchError, match="unpacks to more"):
            await fetcher.fetch(url)
        before = resident_mb()
        with pytest.raises(FetchError, match="unpacks to more"):
            await fetcher.fetch(url)
    assert resident_mb() - before <= 20


async def test_packed_body_is_unpacked(fetcher: Fetcher) -> None:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(body=gzip.compress(b"hello " * 1000), headers={"Content-Encoding": "gzip"})

    async with serving(answer) as url:
        assert (await fetcher.fetch(url)).body == b"hello " * 1000


@pytest.mark.parametrize(
    ("headers", "reason"),
    [
        (b"Content-Encoding: br\r\nContent-Length: 3\r\n\r\nabc", "packed as br"),
        (b"Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc", "packed badly"),
        (b"Content-Length: 99999999999\r\n\r\nabc", "larger than 5 MiB"),
        (b"Content-Length: 50\r\n\r\nabc", "no answer"),
        (b"X: " + b"y" * 200_000 + b"\r\n\r\n", "no answer"),
    ],
)
async def test_odd_answers_are_refused(fetcher: Fetcher, headers: bytes, reason: str) -> None:
    async def pieces(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n" + headers)
        await writer.drain()

    async with raw(pieces) as url:
        with pytest.raises(FetchError, match=reason):
            await fetcher.fetch(url)


async def test_endless_body_is_cut_off(fetcher: Fetcher) -> None:
    async def pieces(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            writer.write(b"x" * 65536)
            await writer.drain()

    async with raw(pieces) as url:
        with pytest.raises(FetchError, match="larger than 5 MiB"):
            await fetcher.fetch(url)


@pytest.mark.parametrize("slow", ["head", "body"])
async def test_slow_answer_is_given_up_in_time(fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch, slow: str) -> None:
    monkeypatch.setattr(fetching, "TOTAL_SECONDS", 1.0)

    async def pieces(writer: asyncio.StreamWriter) -> None:
        start = b"HTTP/1.1 200 OK\r\n" + (b"\r\n" if slow == "body" else b"")
        for byte in start + b"X" * 1000:
            writer.write(bytes([byte]))
            await writer.drain()
            await asyncio.sleep(0 if slow == "body" and byte != ord("X") else 0.1)

    async with raw(pieces) as url:
        began = time.monotonic()
        with pytest.raises(FetchError, match="no complete answer within 1 s"):
            await fetcher.fetch(url)
        assert time.monotonic() - began < 3


async def test_host_is_asked_little_at_a_time() -> None:
    at_once = most = 0

    async def answer(_: web.Request) -> web.Response:
        nonlocal at_once, most
        at_once += 1
        most = max(most, at_once)
        await asyncio.sleep(0.02)
        at_once -= 1
        return web.Response(text="x")

    patient = Fetcher(allow_private=True, host_delay_seconds=0.05)
    async with serving(answer) as url:
        began = time.monotonic()
        await asyncio.gather(*(patient.fetch(f"{url}/{number}") for number in range(8)))
        assert time.monotonic() - began >= 0.3
    await patient.close()
    assert most <= 2


@pytest.mark.parametrize(
    ("status", "text", "may"),
    [(200, "User-agent: *\nDisallow: /x", False), (200, "", True), (404, "no", True)],
)
async def test_robots_are_asked_and_obeyed(fetcher: Fetcher, *, status: int, text: str, may: bool) -> None:
    asked = 0

    async def answer(_: web.Request) -> web.Response:
        nonlocal asked
        asked += 1
        return web.Response(status=status, text=text)

    async with serving(answer) as url, opened_readers() as readers:
        robots = Robots(fetcher, readers)
        pages = [f"{url}/x/{number}" for number in range(8)]
        answers = await asyncio.gather(*(robots.may_fetch(page, now_seconds=0) for page in pages))
        answers.append(await robots.may_fetch(f"{url}/x/later", now_seconds=3600))
    assert (answers, asked) == ([may] * 9, 1)


async def test_rules_that_cannot_be_read_now_put_a_page_off_and_do_not_forbid_it(fetcher: Fetcher) -> None:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(status=503)

    async with serving(answer) as url, opened_readers() as readers:
        with pytest.raises(FetchError, match=r"robots.txt cannot be read now") as caught:
            await Robots(fetcher, readers).may_fetch(f"{url}/page", now_seconds=0)
    assert not caught.value.is_refused
