"""The transport knows for each failure whether anything left; the poller outlives what is passing."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from aiohttp import web
from telegram.error import RetryAfter

from bot.app import connected
from bot.config import Config
from bot.delivery.limits import Limiter, Limits, OwnBudget
from bot.delivery.telegram import Telegram
from bot.delivery.transport import NotSent, Transport, Uncertain
from bot.errors import TelegramRefused, TelegramUnreachable
from bot.views.page import Page
from bot.views.text import Text
from bot.wiring.client import make_bot
from tests.postgres import free_port

TOKEN = "123456:a-token-that-nobody-may-see-anywhere"
Connection = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def listening(connection: Connection) -> AsyncIterator[str]:
    """Serve raw connections; give their address."""
    open_connections: set[asyncio.Task[None]] = set()

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        open_connections.add(asyncio.current_task())  # type: ignore[arg-type]  # inside a task there is one
        await connection(reader, writer)
        writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        await asyncio.gather(*open_connections)


async def call(url: str, *, seconds: float = 5.0) -> tuple[int, bytes]:
    transport = Transport()
    await transport.initialize()
    try:
        return await transport.call("POST", f"{url}/bot{TOKEN}/sendMessage", {"text": "x"}, seconds=seconds)
    finally:
        await transport.shutdown()


@pytest.mark.parametrize("url", ["http://127.0.0.1:1", "http://no-such-host.invalid"])
async def test_request_that_never_left_is_not_sent(url: str) -> None:
    with pytest.raises(NotSent) as caught:
        await call(url)
    assert TOKEN not in str(caught.value)


async def reset_after_reading(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read(10)
    writer.transport.abort()


async def hang(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read(10)
    await asyncio.sleep(0.6)
    writer.close()


async def answer_in_part(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read(10)
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{")
    await writer.drain()
    writer.close()


@pytest.mark.parametrize("connection", [reset_after_reading, hang, answer_in_part])
async def test_request_without_an_answer_is_uncertain(connection: Connection) -> None:
    async with listening(connection) as url:
        with pytest.raises(Uncertain) as caught:
            await call(url, seconds=0.3)
    assert TOKEN not in str(caught.value)


async def test_closed_transport_sends_nothing() -> None:
    with pytest.raises(NotSent, match="the transport is closed"):
        await Transport().call("POST", "http://127.0.0.1:1/", None, seconds=1)


async def test_endless_answer_is_cut_off() -> None:
    async def endless(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(10)
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        for _ in range(200):  # longer than the transport reads
            writer.write(b"x" * 65536)
        writer.close()

    async with listening(endless) as url:
        with pytest.raises(Uncertain):
            await call(url)


@asynccontextmanager
async def answering(answers: list[tuple[int, str]]) -> AsyncIterator[tuple[str, list[str]]]:
    """Serve a Bot API that gives these answers in turn, then the last for ever."""
    asked: list[str] = []

    async def handle(request: web.Request) -> web.Response:
        asked.append(request.path.rpartition("/")[2])
        status, body = answers.pop(0) if len(answers) > 1 else answers[0]
        return web.Response(status=status, text=body, content_type="application/json")

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", handle)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}", asked
    finally:
        await runner.cleanup()


def limiter() -> Limiter:
    return Limiter(Limits(0, 0, 0), OwnBudget(Limits(0, 0, 0), time.monotonic), time.monotonic)


def config(url: str) -> Config:
    return Config.model_validate({"telegram": {"token": TOKEN, "api_url": url}})


async def test_refused_token_is_said_without_the_token() -> None:
    async with answering([(401, '{"ok":false,"error_code":401,"description":"Unauthorized"}')]) as (url, _):
        with pytest.raises(TelegramRefused) as caught:
            async with connected(make_bot(config(url))):
                pass
    assert (caught.value.is_token, TOKEN in str(caught.value)) == (True, False)


async def test_unreachable_telegram_is_said_without_the_token() -> None:
    with pytest.raises(TelegramUnreachable) as caught:
        async with connected(make_bot(config(f"http://127.0.0.1:{free_port()}"))):
            pass
    assert TOKEN not in str(caught.value)


ME = '{"ok":true,"result":{"id":1,"is_bot":true,"first_name":"x","username":"x_bot"}}'
SENT = '{"ok":true,"result":{"message_id":5,"date":0,"chat":{"id":1,"type":"private"}}}'
WAIT = '{"ok":false,"error_code":429,"description":"Too Many Requests: retry after %d","parameters":{"retry_after":%d}}'


async def test_told_to_wait_it_waits_and_sends_once_more() -> None:
    async with answering([(200, ME), (429, WAIT % (1, 1)), (200, SENT)]) as (url, asked):
        async with connected(make_bot(config(url))) as bot:
            assert await Telegram(bot, limiter()).send(1, Page(text=Text("hi"))) == 5
        assert asked == ["getMe", "sendMessage", "sendMessage"]


async def test_told_to_wait_too_long_it_gives_up() -> None:
    async with answering([(200, ME), (429, WAIT % (3600, 3600))]) as (url, _), connected(make_bot(config(url))) as bot:
        with pytest.raises(RetryAfter):
            await Telegram(bot, limiter()).send(1, Page(text=Text("hi")))
