"""Updates by webhook, over real HTTP: none lost, none twice, and nothing for whoever does not know the secret."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import make_url

from bot.app import Role, connected
from bot.clock import system_clock
from bot.config import Config
from bot.demo.botapi import people
from bot.demo.botapi.faults import Odd
from bot.demo.botapi.world import TOKEN, World
from bot.errors import AnotherInstance, TelegramRefused
from bot.http.server import make_server
from bot.http.webhook import WebhookEndpoint
from bot.updates.reception import Reception
from bot.updates.webhook import Webhook
from bot.wiring.client import make_bot
from storage.copying import PAUSED
from storage.store import Storage, open_storage
from tests.chatting import Chatting, chatting, served
from tests.desking import until
from tests.faulting import Gate
from tests.handlers.test_odd_answers import BAD_UPDATES, good, refused
from tests.http.test_pages import answers
from tests.make import NOW, make_text
from tests.postgres import free_port

SECRET = "0123456789abcdef-_"
HEADERS = {"X-Telegram-Bot-Api-Secret-Token": SECRET, "Content-Type": "application/json"}


@asynccontextmanager
async def brought(storage: Storage, world: World | None = None) -> AsyncIterator[tuple[Chatting, httpx.AsyncClient]]:
    """Run the bot with a webhook."""
    address = f"127.0.0.1:{free_port()}"
    telegram = {"mode": "webhook", "webhook_url": f"http://{address}/updates", "webhook_secret": SECRET}
    async with (
        chatting(storage, system_clock, world=world, telegram=telegram, http={"listen": address}) as chat,
        httpx.AsyncClient(base_url=f"http://{address}", headers=HEADERS) as client,
    ):
        await until(lambda: answers(client))
        await until(lambda: is_set(chat.world))
        yield chat, client


async def is_set(world: World) -> bool:
    return world.webhook is not None and world.webhook["secret"] == SECRET


@asynccontextmanager
async def endpoint(storage: Storage) -> AsyncIterator[httpx.AsyncClient]:
    """Serve the endpoint alone: nobody answers what it took."""
    stopping, address = asyncio.Event(), f"127.0.0.1:{free_port()}"
    reception = Reception(storage.inbox, clock=lambda: NOW, on_received=lambda: None)
    server = make_server(address, [WebhookEndpoint("/updates", SECRET, reception)], stopping)
    running = asyncio.ensure_future(server.run())
    async with httpx.AsyncClient(base_url=f"http://{address}", headers=HEADERS, timeout=30) as client:
        await until(lambda: listens(client))
        yield client
    stopping.set()
    await running


async def listens(client: httpx.AsyncClient) -> bool:
    try:
        return (await client.get("/")).status_code == 404
    except httpx.ConnectError:
        return False


async def kept(storage: Storage) -> dict[str, int]:
    return {state: count for state, count in (await storage.inbox.count()).items() if count}


async def test_bot_with_a_webhook_answers_words_presses_and_inline_queries(storage: Storage) -> None:
    await storage.articles.add([make_text("Ferries")], now=system_clock(), publish=True)
    async with brought(storage) as (chat, _):
        greeting, *_ = await chat.ada.say("/start")
        assert greeting["text"].startswith("Welcome to Dateline")
        (settings,) = await chat.ada.say("/settings")
        await chat.ada.press_raw(settings, "switch:silent:on")
        await chat.ada.settled()
        assert (await storage.subscriptions.get(chat.ada.chat.id, None)).preferences.is_silent
        assert len((await chat.ada.ask_inline("ferries"))["results"]) == 1
    assert "getUpdates" not in {method for method, *_ in chat.world.calls}


@pytest.mark.parametrize(
    "headers", [{}, {"X-Telegram-Bot-Api-Secret-Token": "x" * 5000}, {"X-Telegram-Bot-Api-Secret-Token": SECRET[:-1]}]
)
async def test_who_does_not_know_the_secret_learns_nothing(storage: Storage, headers: dict[str, str]) -> None:
    async with endpoint(storage) as client:
        del client.headers["X-Telegram-Bot-Api-Secret-Token"]
        answer = await client.post("/updates", content=json.dumps(good(1)), headers=headers)
        elsewhere = await client.post("/elsewhere", content=json.dumps(good(1)))
        assert (answer.status_code, elsewhere.status_code) == (404, 404)
    assert await kept(storage) == {}


async def test_other_methods_types_and_sizes_are_refused(sqlite_storage: Storage) -> None:
    async with endpoint(sqlite_storage) as client:
        statuses = [
            (await client.get("/updates")).status_code,
            (await client.put("/updates", json=good(1))).status_code,
            (await client.post("/updates", content=b"{}", headers={"Content-Type": "text/plain"})).status_code,
            (await client.post("/updates", content=b"x" * (1024 * 1024 + 1))).status_code,
            (await client.post("/updates", content=pieces(b"x" * 65536, 20))).status_code,
        ]
        assert statuses == [405, 405, 415, 413, 413]
    assert await kept(sqlite_storage) == {}


async def pieces(piece: bytes, count: int) -> AsyncIterator[bytes]:
    for _ in range(count):
        yield piece


@pytest.mark.parametrize(
    "body", [b"", b"null", b"[]", b"{", b"[" * 100_000, b"\xff\xfe", b'{"update_id": "9"}', b"9" * 5000]
)
async def test_what_is_no_update_is_set_aside_and_does_not_come_again(sqlite_storage: Storage, body: bytes) -> None:
    async with endpoint(sqlite_storage) as client:
        assert (await client.post("/updates", content=body)).status_code == 200
        assert (await client.post("/updates", content=body)).status_code == 200
        assert (await client.post("/updates", json=good(5))).status_code == 200
    assert await kept(sqlite_storage) == {"set_aside": 1, "waiting": 1}


@pytest.mark.parametrize("shape", [shape for shape in BAD_UPDATES if shape != "five megabytes"])
async def test_odd_update_is_taken_and_the_next_answered(sqlite_storage: Storage, shape: str) -> None:
    async with brought(sqlite_storage) as (chat, client):
        assert (await client.post("/updates", content=json.dumps(BAD_UPDATES[shape]))).status_code == 200
        assert (await chat.ada.say("/help"))[-1]["text"].startswith("What I can do")


async def test_each_update_brought_three_times_at_once_takes_effect_once(storage: Storage) -> None:
    async with brought(storage) as (chat, client):
        await chat.ada.say("/start")
        before = len(chat.world.messages)
        texts = [good(900_000 + number, "/help") for number in range(20)] * 3
        answered = await asyncio.gather(*(client.post("/updates", json=each) for each in texts))
        assert {answer.status_code for answer in answered} == {200}
        await until(lambda: not_open(storage))
        assert len(chat.world.messages) - before == 20


async def not_open(storage: Storage) -> bool:
    return not await storage.inbox.has_open()


async def test_update_waits_at_telegram_while_the_database_is_away(postgres_url: str) -> None:
    url = make_url(postgres_url)
    gate = Gate(f"http://127.0.0.1:{url.port}")
    await gate.open()
    through = url.set(host="127.0.0.1", port=int(gate.url.rsplit(":", 1)[1])).render_as_string(hide_password=False)
    storage = open_storage(through)
    try:
        async with endpoint(storage) as client:
            assert (await client.post("/updates", json=good(1))).status_code == 200
            gate.close()
            assert (await client.post("/updates", json=good(2))).status_code == 503
            await gate.open()
            await until(lambda: is_taken(client, good(2)))
            assert await kept(storage) == {"waiting": 2}
    finally:
        await storage.close()
        gate.close()


async def is_taken(client: httpx.AsyncClient, update: dict[str, Any]) -> bool:
    return (await client.post("/updates", json=update)).status_code == 200


@asynccontextmanager
async def keeping(**parameters: Any) -> AsyncIterator[tuple[World, Webhook]]:
    """Keep a webhook that nobody serves."""
    world = World(lambda: NOW)
    async with served(world) as url:
        config = Config.model_validate({"telegram": {"token": TOKEN, "api_url": url}})
        async with connected(make_bot(config)) as bot:
            keys = {
                "clock": lambda: NOW,
                "look_seconds": 0.02,
                "pauses_seconds": (0.01, 0.02),
                "contest_seconds": 0.3,
                **parameters,
            }
            yield world, Webhook(bot, "http://127.0.0.1:9/updates", SECRET, **keys)


async def test_webhook_is_set_anew_at_the_start_and_when_it_is_gone() -> None:
    async with keeping() as (world, webhook):
        world.webhook = {"url": "http://127.0.0.1:9/updates", "secret": "an older one"}
        running = asyncio.ensure_future(webhook.run())
        await until(lambda: is_set(world))
        world.webhook = None
        await until(lambda: is_set(world))
        webhook.stop()
        await running
        assert world.webhook == {"url": "http://127.0.0.1:9/updates", "secret": SECRET}  # a restart misses nothing


async def test_program_whose_webhook_another_replaced_ends() -> None:
    async with keeping() as (world, webhook):
        running = asyncio.ensure_future(webhook.run())
        await until(lambda: is_set(world))
        theirs = {"url": "http://127.0.0.1:10/theirs", "secret": None}
        world.webhook = theirs
        with pytest.raises(AnotherInstance):
            await asyncio.wait_for(running, 10)
        assert world.webhook == theirs


async def test_webhook_that_telegram_refuses_ends_the_start_in_words() -> None:
    async with keeping() as (world, webhook):
        world.faults.odd["setWebhook"].append(refused(400))
        with pytest.raises(TelegramRefused, match="Telegram refuses the webhook: No"):
            await asyncio.wait_for(webhook.run(), 10)


async def test_outage_at_the_start_is_waited_out() -> None:
    async with keeping() as (world, webhook):
        world.faults.odd["getWebhookInfo"].extend([Odd(b"<html>502</html>", 502)] * 3)
        running = asyncio.ensure_future(webhook.run())
        await until(lambda: is_set(world))
        webhook.stop()
        await running


async def test_error_of_long_ago_keeps_nobody_from_being_ready() -> None:
    async with keeping() as (world, webhook):
        world.webhook_task = asyncio.get_running_loop().create_future()  # nothing is posted
        world.updates.append(good(1))
        running = asyncio.ensure_future(webhook.run())
        for at, problem in ((NOW - timedelta(hours=1), None), (NOW, "Connection refused")):
            world.webhook_error = {"last_error_message": "Connection refused", "last_error_date": int(at.timestamp())}
            await asyncio.sleep(0.3)
            assert webhook.problem == problem
        webhook.stop()
        await running


async def test_process_that_only_serves_is_ready_though_another_keeps_the_webhook(sqlite_storage: Storage) -> None:
    address = f"127.0.0.1:{free_port()}"
    telegram = {"mode": "webhook", "webhook_url": f"http://{address}/updates", "webhook_secret": SECRET}
    roles = frozenset({Role.HTTP})
    async with (
        chatting(sqlite_storage, system_clock, roles=roles, telegram=telegram, http={"listen": address}),
        httpx.AsyncClient(base_url=f"http://{address}") as client,
    ):
        await until(lambda: answers(client))
        assert (await client.get("/readyz")).status_code == 200


async def test_bot_that_polls_takes_an_older_webhook_down(sqlite_storage: Storage) -> None:
    world = World(system_clock)
    world.webhook = {"url": "http://127.0.0.1:9/old", "secret": None}
    async with chatting(sqlite_storage, system_clock, world=world) as chat:
        greeting, *_ = await chat.ada.say("/start")
        assert greeting["text"].startswith("Welcome to Dateline")
    assert world.webhook is None


async def test_copied_database_with_a_webhook_sends_nothing_until_told(sqlite_storage: Storage) -> None:
    await sqlite_storage.installation.save("identity", "another machine")
    async with brought(sqlite_storage):
        await until(lambda: sqlite_storage.installation.find(PAUSED))
        assert not await sqlite_storage.installation.is_same()
        await sqlite_storage.installation.forget(PAUSED)
        await until(sqlite_storage.installation.is_same)


async def test_updates_that_came_while_nothing_ran_are_answered_at_the_start(sqlite_storage: Storage) -> None:
    async with brought(sqlite_storage) as (chat, _):
        await chat.ada.say("/start")
    world = chat.world
    people.write(world, chat.ada.person, chat.ada.chat, "/help")
    async with brought(sqlite_storage, world) as (again, _):
        await again.ada.settled()
        assert again.ada.said()[-1].startswith("What I can do")
