"""A server that answers oddly ends nothing: it is said once, and the next good update is answered."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from bot.delivery.transport import Transport
from bot.demo.botapi.faults import Odd
from bot.demo.botapi.world import TOKEN, World
from bot.updates.poller import Poller
from storage.store import Storage
from tests.chatting import Chatting, chatting, served
from tests.make import NOW

DEEP = b"[" * 100_000 + b"]" * 100_000


def good(update_id: Any, text: str = "/help") -> dict[str, Any]:
    message = {"message_id": 5, "date": 1, "chat": {"id": 1001, "type": "private"}, "text": text}
    return {"update_id": update_id, "message": message}


def found(*updates: Any) -> bytes:
    return json.dumps({"ok": True, "result": list(updates)}).encode()


def refused(status: int, **parameters: Any) -> Odd:
    body = {"ok": False, "error_code": status, "description": "No", "parameters": parameters}
    return Odd(json.dumps(body).encode(), status)


NO_ANSWERS = {
    "an empty object": Odd(b"{}"),
    "null": Odd(b"null"),
    "a list": Odd(b"[]"),
    "a text": Odd(b'"x"'),
    "a number": Odd(b"7"),
    "no bytes": Odd(b""),
    "not ok": Odd(b'{"ok":false}'),
    "ok alone": Odd(b'{"ok":true}'),
    "ok as a text": Odd(b'{"ok":"true","result":[]}'),
    "result null": Odd(b'{"ok":true,"result":null}'),
    "result an object": Odd(b'{"ok":true,"result":{}}'),
    "result a text": Odd(b'{"ok":true,"result":"x"}'),
    "invalid UTF-8": Odd(b"\xff\xfe\x00\xd8"),
    "truncated": Odd(b'{"ok":true,"result":[{"upda'),
    "deeply nested": Odd(b'{"ok":true,"result":' + DEEP + b"}"),
    "a number of 5,000 digits": Odd(b'{"ok":true,"result":[' + b"9" * 5000 + b"]}"),
    "nothing (204)": Odd(b"", 204),
    "elsewhere (302)": Odd(b"", 302, (("Location", "http://127.0.0.1:9/"),)),
    "not modified (304)": Odd(b"", 304),
    "a page (401)": Odd(b"<html>log in to this network</html>", 401),
    "a page (404)": Odd(b"<html>not here</html>", 404),
    "a page (409)": Odd(b"<html>conflict</html>", 409),
    "a page (500)": Odd(b"<html>oops</html>", 500),
    "a gateway (502)": Odd(b"", 502),
    "busy (503)": Odd(b"busy", 503, (("Retry-After", "0"),)),
    "no parameters (429)": Odd(b'{"ok":false,"error_code":429,"description":"Too Many Requests"}', 429),
    "parameters a list": Odd(b'{"ok":false,"parameters":[1]}', 429),
    "wait a text": refused(429, retry_after="soon"),
    "wait negative": refused(429, retry_after=-5),
    "wait beyond any clock": refused(429, retry_after=1e308),
    "wait endless": Odd(b'{"ok":false,"parameters":{"retry_after":Infinity}}', 429),
    "wait no number": Odd(b'{"ok":false,"parameters":{"retry_after":NaN}}', 429),
    "wait of 400 digits": Odd(b'{"ok":false,"parameters":{"retry_after":1' + b"0" * 400 + b"}}", 429),
    "wait a switch": refused(429, retry_after=True),
    "a description that is none": Odd(b'{"ok":false,"description":{"a":[]}}', 400),
}
ODD_UPDATES: dict[str, Any] = {
    "null": None,
    "a number": 7,
    "a text": "x",
    "a list": [[]],
    "no id": {"message": {}},
    "an id as a text": good("8"),
    "an id too high": good(2**70),
    "an id below zero": good(-4),
    "an id of zero": good(0),
    "an id with a fraction": good(1.5),
    "an id that is a switch": good(True),
}
BAD_UPDATES: dict[str, dict[str, Any]] = {
    "nothing but its id": {"update_id": 9},
    "a list for a chat id": {"update_id": 9, "message": {**good(9)["message"], "chat": {"id": [1], "type": "private"}}},
    "a huge chat id": {"update_id": 9, "message": {**good(9)["message"], "chat": {"id": 10**30, "type": "private"}}},
    "a chat of an unknown kind": {"update_id": 9, "message": {**good(9)["message"], "chat": {"id": 4, "type": "x"}}},
    "no chat": {"update_id": 9, "message": {"message_id": 5, "date": 1, "text": "/help"}},
    "a message that is a text": {"update_id": 9, "message": "hello"},
    "a date that is none": {"update_id": 9, "message": {**good(9)["message"], "date": "today"}},
    "a date beyond any calendar": {"update_id": 9, "message": {**good(9)["message"], "date": 10**18}},
    "a text that is a number": {"update_id": 9, "message": {**good(9)["message"], "text": 5}},
    "half a character": {"update_id": 9, "message": {**good(9)["message"], "text": "\ud83d"}},
    "a NUL": {"update_id": 9, "message": {**good(9)["message"], "text": "/search a\0b"}},
    "entities beyond the text": {
        "update_id": 9,
        "message": {**good(9)["message"], "entities": [{"type": "bold", "offset": 900, "length": 5}]},
    },
    "a press without a message": {
        "update_id": 9,
        "callback_query": {"id": "q", "from": {"id": 1001, "is_bot": False, "first_name": "A"}, "chat_instance": "1"},
    },
    "a press by nobody": {"update_id": 9, "callback_query": {"id": "q", "chat_instance": "1", "data": "pause"}},
    "an inline query of nothing": {"update_id": 9, "inline_query": {}},
    "a membership of nobody": {"update_id": 9, "my_chat_member": {"chat": {"id": 1001, "type": "private"}}},
    "five megabytes": {"update_id": 9, "message": {**good(9)["message"], "text": "/help " + "x" * 5_000_000}},
    "nested deeply": {"update_id": 9, "message": {**good(9)["message"], "x": json.loads("[" * 400 + "]" * 400)}},
}


@asynccontextmanager
async def polling(storage: Storage) -> AsyncIterator[tuple[World, Poller]]:
    """A poller that does not wait long, and the world it polls."""
    world = World(lambda: NOW)
    world.add_person("Ada")
    async with served(world) as url:
        yield (
            world,
            Poller(
                Transport(is_local=True),
                f"{url}/bot{TOKEN}/getUpdates",
                storage.inbox,
                clock=lambda: NOW,
                on_received=lambda: None,
                pauses_seconds=(0.001, 0.002),
                contest_seconds=0.3,
                contest_pause_seconds=0.02,
            ),
        )


async def polled(world: World, poller: Poller, storage: Storage, **expected: int) -> None:
    """Poll until the inbox counts these."""
    running = asyncio.ensure_future(poller.run())
    async with asyncio.timeout(20):
        while {state: n for state, n in (await storage.inbox.count()).items() if n} != expected or world.updates:
            assert not running.done(), running
            await asyncio.sleep(0.01)
    poller.stop()
    await running


@pytest.mark.parametrize("shape", NO_ANSWERS)
async def test_answer_that_is_none_is_said_once_and_the_next_update_kept(
    sqlite_storage: Storage, shape: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "dateline.updates")
    async with polling(sqlite_storage) as (world, poller):
        world.faults.odd["getUpdates"].extend([NO_ANSWERS[shape]] * 5)
        world.queue_update("message", good(0)["message"])
        await polled(world, poller, sqlite_storage, waiting=1)
    said = [record.getMessage().split(":")[0] for record in caplog.records]
    assert said == ["no updates", "updates come again"]


@pytest.mark.parametrize("shape", ODD_UPDATES)
async def test_update_without_an_id_is_set_aside_once_with_its_bytes(sqlite_storage: Storage, shape: str) -> None:
    odd = ODD_UPDATES[shape]
    async with polling(sqlite_storage) as (world, poller):
        world.faults.odd["getUpdates"].extend([Odd(found(odd)), Odd(found(odd, good(7))), Odd(found(odd))])
        world.queue_update("message", good(0)["message"])
        await polled(world, poller, sqlite_storage, waiting=2, set_aside=1)
    (aside,) = await sqlite_storage.inbox.list_set_aside(limit=9)
    assert json.loads(aside.content) == odd


@pytest.mark.parametrize("spoiled", [b"[" * 3000 + b"]" * 3000, b"9" * 5000])
async def test_unreadable_update_is_found_among_others_and_set_aside(sqlite_storage: Storage, spoiled: bytes) -> None:
    bad = b'{"update_id":50,"x":' + spoiled + b"}"
    one = Odd(b'{"ok":true,"result":[' + bad + b"]}")
    async with polling(sqlite_storage) as (world, poller):
        whole = Odd(b'{"ok":true,"result":[' + json.dumps(good(49)).encode() + b"," + bad + b"]}")
        world.faults.odd["getUpdates"].extend([whole, Odd(found(good(49))), one, one, one])
        world.queue_update("message", good(0)["message"])
        await polled(world, poller, sqlite_storage, waiting=2, set_aside=1)
    (aside,) = await sqlite_storage.inbox.list_set_aside(limit=9)
    assert aside.content == one.body[:65_536]


@pytest.mark.parametrize("shape", BAD_UPDATES)
async def test_update_of_any_shape_stops_nobody(chat: Chatting, shape: str) -> None:
    await chat.ada.say("/start")
    chat.world.faults.odd["getUpdates"].append(Odd(found(BAD_UPDATES[shape])))
    await chat.ada.say("/help")
    assert any(text.startswith("What I can do") for text in chat.ada.said())


async def test_updates_of_any_shape_at_once_stop_nobody_on_either_engine(storage: Storage) -> None:
    updates = [{**update, "update_id": number} for number, update in enumerate(BAD_UPDATES.values(), 1)]
    async with chatting(storage) as chat:
        await chat.ada.say("/start")
        chat.world.faults.odd["getUpdates"].append(Odd(found(*updates)))
        await chat.ada.say("/help")
        said = chat.ada.said()
    kept = {state: number for state, number in (await storage.inbox.count()).items() if number}
    assert any(text.startswith("What I can do") for text in said)
    assert kept == {"done": len(updates) + 2 - kept["set_aside"], "set_aside": kept["set_aside"]}
