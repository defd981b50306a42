"""The local Bot API over HTTP: calls, refusals, polling, acting as people."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.demo.botapi import generate
from bot.demo.botapi.files import image_size
from bot.demo.botapi.world import TOKEN, World
from tests.chatting import served
from tests.make import NOW

ADA = 1001
PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + (64).to_bytes(4, "big") + (48).to_bytes(4, "big")


class Api:
    def __init__(self, world: World, session: aiohttp.ClientSession, url: str) -> None:
        self.world = world
        self.session = session
        self.url = url

    async def call(self, method: str, token: str = TOKEN, **parameters: Any) -> Any:
        async with self.session.post(f"{self.url}/bot{token}/{method}", json=parameters) as response:
            body = await response.json()
        return body["result"] if body["ok"] else (body["error_code"], body["description"])

    async def control(self, action: str, **body: Any) -> Any:
        async with self.session.post(f"{self.url}/control/{action}", json=body) as response:
            answer = await response.json()
        return answer.get("result", answer.get("description"))


@pytest.fixture
async def api() -> AsyncIterator[Api]:
    world = World(lambda: NOW)
    world.add_person("Ada", "en", "ada")
    async with served(world) as url, aiohttp.ClientSession() as session:
        api = Api(world, session, url)
        await api.control("send", person=ADA, text="hello")
        yield api


async def test_message_is_sent_edited_and_deleted(api: Api) -> None:
    sent = await api.call("sendMessage", chat_id=ADA, text="<b>hi</b>", parse_mode="HTML")
    assert sent == {
        "message_id": 2,
        "date": int(NOW.timestamp()),
        "chat": {"id": ADA, "type": "private", "first_name": "Ada", "username": "ada"},
        "from": {"id": 7000000001, "is_bot": True, "first_name": "Dateline", "username": "dateline_bot"},
        "text": "hi",
        "entities": [{"type": "bold", "offset": 0, "length": 2}],
    }
    edited = await api.call("editMessageText", chat_id=ADA, message_id=2, text="bye")
    assert (edited["text"], edited["edit_date"], "entities" in edited) == ("bye", int(NOW.timestamp()), False)
    assert await api.call("deleteMessage", chat_id=ADA, message_id=2) is True
    assert await api.call("deleteMessage", chat_id=ADA, message_id=2) == (
        400, "Bad Request: message to delete not found",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("method", "parameters", "refusal"),
    [
        ("sendMessage", {"chat_id": ADA}, (400, "Bad Request: message text is empty")),
        ("sendMessage", {"chat_id": ADA, "text": ""}, (400, "Bad Request: message text is empty")),
        ("sendMessage", {"chat_id": ADA, "text": " \u200b "}, (400, "Bad Request: text must be non-empty")),
        ("sendMessage", {"text": "x"}, (400, "Bad Request: chat_id is empty")),
        ("sendMessage", {"chat_id": 5, "text": "x"}, (400, "Bad Request: chat not found")),
        ("sendMessage", {"chat_id": "@x", "text": "x"}, (400, "Bad Request: chat not found")),
        ("sendMessage", {"chat_id": ADA, "text": "x", "txet": 1}, (400, "Bad Request: sendMessage has no parameter txet")),
        (
            "sendMessage",
            {"chat_id": ADA, "text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a"}]]}},
            (400, "Bad Request: can't parse inline keyboard button: "
             "Text buttons are unallowed in the inline keyboard"),
        ),
        (
            "sendMessage",
            {"chat_id": ADA, "text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "é" * 33}]]}},
            (400, "Bad Request: BUTTON_DATA_INVALID"),
        ),
        (
            "sendMessage",
            {"chat_id": ADA, "text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a", "url": "http://localhost"}]]}},
            (400, "Bad Request: inline keyboard button URL 'http://localhost' is invalid: Wrong HTTP URL"),
        ),
        (
            "sendMessage",
            {"chat_id": ADA, "text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "b"}] * 9]}},
            (400, "Bad Request: reply markup is too long"),
        ),
        (
            "sendMessage",
            {"chat_id": ADA, "text": "x", "reply_markup": "{"},
            (400, "Bad Request: can't parse reply_markup: it is no JSON"),
        ),
        (
            "sendMessage",
            {"chat_id": ADA, "text": "x", "entities": [{"type": "bold", "offset": 0}]},
            (400, "Bad Request: can't parse entities[0]: field \"length\" must be present in MessageEntity"),
        ),
        (
            "sendMessage",
            {"chat_id": ADA, "text": "x", "disable_notification": "perhaps"},
            (400, "Bad Request: parameter \"disable_notification\" must be of type Boolean"),
        ),
        (
            "sendMessage",
            {"chat_id": ADA, "text": "x", "reply_parameters": {"message_id": 99}},
            (400, "Bad Request: message to be replied not found"),
        ),
        ("editMessageText", {"chat_id": ADA, "message_id": 1, "text": "x"}, (400, "Bad Request: message can't be edited")),
        ("editMessageText", {"chat_id": ADA, "message_id": 9, "text": "x"}, (400, "Bad Request: message to edit not found")),
        ("editMessageText", {"text": "x"}, (400, "Bad Request: message identifier is not specified")),
        ("answerCallbackQuery", {"callback_query_id": "1"}, (400, "Bad Request: query is too old and response timeout"
         " expired or query ID is invalid")),
        ("sendPhoto", {"chat_id": ADA, "photo": "nonsense"}, (400, "Bad Request: wrong file identifier/HTTP URL specified")),
        ("setMyCommands", {"commands": [{"command": "A b", "description": "x"}]}, (400, "Bad Request: BOT_COMMAND_INVALID")),
        ("nonsense", {}, (404, "Not Found: method not found")),
        ("sendDice", {"chat_id": ADA}, (501, "Not Implemented: the local Bot API does not know sendDice yet")),
    ],
)  # fmt: skip
async def test_refusals_are_worded_as_telegrams(
    api: Api, method: str, parameters: dict[str, Any], refusal: tuple[int, str]
) -> None:
    assert await api.call(method, **parameters) == refusal


async def test_edit_that_changes_nothing_is_refused(api: Api) -> None:
    keyboard = {"inline_keyboard": [[{"text": "a", "callback_data": "b"}]]}
    await api.call("sendMessage", chat_id=ADA, text="hi", reply_markup=keyboard)
    assert await api.call("editMessageText", chat_id=ADA, message_id=2, text="hi", reply_markup=keyboard) == (
        400,
        "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a "
        "current content and reply markup of the message",
    )


async def test_token_is_checked(api: Api) -> None:
    assert await api.call("getMe", token="1:wrong") == (401, "Unauthorized")
    assert (await api.call("GETME"))["username"] == "dateline_bot"


async def test_blocked_bot_and_strangers_are_forbidden(api: Api) -> None:
    stranger = (await api.control("join", first_name="Bo"))["id"]
    await api.control("block", person=ADA, blocked=True)
    assert await api.call("sendMessage", chat_id=ADA, text="x") == (403, "Forbidden: bot was blocked by the user")
    assert await api.call("sendMessage", chat_id=stranger, text="x") == (
        403, "Forbidden: bot can't initiate conversation with a user",
    )  # fmt: skip


async def test_updates_wait_until_confirmed(api: Api) -> None:
    first = await api.call("getUpdates", timeout=0)
    assert [update["message"]["text"] for update in first] == ["hello"]
    assert await api.call("getUpdates") == first
    assert await api.call("getUpdates", offset=first[0]["update_id"] + 1) == []


async def test_long_poll_ends_when_an_update_comes(api: Api) -> None:
    (update,) = await api.call("getUpdates")
    polling = asyncio.ensure_future(api.call("getUpdates", offset=update["update_id"] + 1, timeout=20))
    await asyncio.sleep(0.05)
    await api.control("send", person=ADA, text="again")
    assert [update["message"]["text"] for update in await polling] == ["again"]


async def test_second_poller_ends_the_first(api: Api) -> None:
    (update,) = await api.call("getUpdates")
    polling = asyncio.ensure_future(api.call("getUpdates", offset=update["update_id"] + 1, timeout=20))
    await asyncio.sleep(0.05)
    await api.call("getUpdates", offset=update["update_id"] + 1, timeout=0)
    assert (await polling)[0] == 409


async def test_only_allowed_updates_come(api: Api) -> None:
    (update,) = await api.call("getUpdates", allowed_updates=["inline_query"])
    await api.control("send", person=ADA, text="unseen")
    assert await api.call("getUpdates", offset=update["update_id"] + 1) == []


async def test_photo_is_uploaded_once_and_sent_again_by_its_id(api: Api) -> None:
    form = aiohttp.FormData({"chat_id": str(ADA), "photo": "attach://f", "caption": "A ferry"})
    form.add_field("f", PNG, filename="p.png")
    async with api.session.post(f"{api.url}/bot{TOKEN}/sendPhoto", data=form) as response:
        (size,) = (await response.json())["result"]["photo"]
    again = await api.call("sendPhoto", chat_id=ADA, photo=size["file_id"])
    path = (await api.call("getFile", file_id=size["file_id"]))["file_path"]
    async with api.session.get(f"{api.url}/file/bot{TOKEN}/{path}") as response:
        content = await response.read()

    assert (size["width"], size["height"], again["photo"], content) == (64, 48, [size], PNG)


async def test_bot_in_a_group_sees_only_what_concerns_it(api: Api) -> None:
    api.world.add_chat(-5, "group", "Table", {ADA})
    for text in ("hello all", "/recent", "hi @dateline_bot"):
        await api.control("send", person=ADA, chat=-5, text=text)
    updates = await api.call("getUpdates")
    assert [update["message"]["text"] for update in updates] == ["hello", "/recent", "hi @dateline_bot"]


async def test_bad_control_calls_are_answered(api: Api) -> None:
    assert await api.control("send", person=5, text="x") == "Bad Request: person not found"
    assert "bad control call" in await api.control("send", text="x")
    assert await api.control("press", person=ADA, message_id=99, data="x") == "Bad Request: message to press not found"


async def test_events_tell_what_happens(api: Api) -> None:
    async with api.session.get(f"{api.url}/control/events") as stream:
        await stream.content.readline()
        await api.call("sendMessage", chat_id=ADA, text="hi")
        lines = [await stream.content.readline() for _ in range(2)]
    assert b'"type": "message"' in lines[1]


async def test_parameters_come_by_query_and_form_too(api: Api) -> None:
    url = f"{api.url}/bot{TOKEN}/sendMessage"
    async with api.session.get(url, params={"chat_id": str(ADA), "text": "by query"}) as response:
        assert (await response.json())["result"]["text"] == "by query"
    async with api.session.post(url, data={"chat_id": str(ADA), "text": "by form"}) as response:
        assert (await response.json())["result"]["text"] == "by form"
    async with api.session.post(url, data="{", headers={"Content-Type": "application/json"}) as response:
        assert response.status == 400


def test_image_sizes_are_read() -> None:
    jpeg = b"\xff\xd8\xff\xe0\x00\x04\x00\x00\xff\xc0\x00\x11\x08\x00\x30\x00\x40" + b"\0" * 8
    assert (image_size(PNG), image_size(jpeg), image_size(b"GIF"), image_size(b"\xff\xd8")) == (
        (64, 48), (64, 48), None, None,
    )  # fmt: skip


def test_schema_was_made_from_the_official_one(shared: Path) -> None:
    made = json.loads((Path(generate.__file__).with_name("schema.json")).read_text("utf-8"))
    assert made == generate.compact(json.loads((shared / "bot-api-10.1.json").read_text("utf-8")))
