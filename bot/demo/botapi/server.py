"""The HTTP side: `/bot<token>/<method>`, parameters however they come."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from bot.demo.botapi import ephemeral, files, members, messages, polling, profile, queries, webhooks
from bot.demo.botapi.errors import ApiError
from bot.demo.botapi.faults import PAGE, BadGateway
from bot.demo.botapi.schema import Upload, check_call, get_method
from bot.demo.botapi.world import Json, World

log = logging.getLogger("dateline.botapi")

MAX_CALLS_KEPT = 10_000
WORLD = web.AppKey("world", World)

METHODS: dict[str, Callable[[World, Json], Awaitable[Any]]] = {
    "getMe": profile.get_me,
    "getChat": profile.get_chat,
    "getChatMember": members.get_chat_member,
    "setMyCommands": profile.set_my_commands,
    "setMyDescription": profile.set_my_description,
    "setMyShortDescription": profile.set_my_short_description,
    "getMyCommands": profile.get_my_commands,
    "deleteMyCommands": profile.delete_my_commands,
    "getUpdates": polling.get_updates,
    "setWebhook": webhooks.set_webhook,
    "deleteWebhook": webhooks.delete_webhook,
    "getWebhookInfo": webhooks.get_webhook_info,
    "sendMessage": messages.send_message,
    "sendRichMessage": messages.send_rich_message,
    "sendPhoto": messages.send_photo,
    "sendDocument": messages.send_document,
    "sendChatAction": messages.send_chat_action,
    "editMessageText": messages.edit_message_text,
    "editMessageCaption": messages.edit_message_caption,
    "editMessageMedia": messages.edit_message_media,
    "editMessageReplyMarkup": messages.edit_message_reply_markup,
    "deleteMessage": messages.delete_message,
    "deleteEphemeralMessage": ephemeral.delete_ephemeral_message,
    "answerCallbackQuery": queries.answer_callback_query,
    "answerInlineQuery": queries.answer_inline_query,
    "getFile": files.get_file,
}


def add_bot_api(app: web.Application, world: World) -> None:
    """Serve the Bot API from a web application."""
    app[WORLD] = world
    app.on_cleanup.append(_end_posting)
    app.router.add_route("*", "/bot{token}/{method}", _serve)
    app.router.add_get("/file/bot{token}/photos/{name}", _serve_file)


async def _end_posting(app: web.Application) -> None:
    posting = app[WORLD].webhook_task
    if posting is not None:
        posting.cancel()
        await asyncio.gather(posting, return_exceptions=True)


async def _serve(request: web.Request) -> web.Response:
    world = request.app[WORLD]
    method, raw = request.match_info["method"], {}
    try:
        world.check_token(request.match_info["token"])
        method = get_method(method)
        raw = await _parameters(request)
        if world.faults.odd[method]:
            odd = world.faults.odd[method].popleft()
            return web.Response(status=odd.status, body=odd.body, headers=odd.headers)
        fault = world.faults.draw(int(raw["chat_id"])) if _may_fail(method, raw) else None
        await world.faults.before(fault)
        answer = await _call(world, method, raw)
        await world.faults.after(fault)
        status, body = 200, {"ok": True, "result": answer}
    except BadGateway:
        return web.Response(status=502, text=PAGE, content_type="text/html")
    except ConnectionResetError:
        if request.transport is not None:
            request.transport.abort()
        return web.Response(status=500)
    except ApiError as error:
        status, body = error.code, error.body()
    if method != "getUpdates" and len(world.calls) < MAX_CALLS_KEPT:
        world.calls.append((method, raw, status))
    if status >= 400:
        log.warning("%s: %s", method, body["description"])
    headers = {"Retry-After": str(body["parameters"]["retry_after"])} if status == 429 else None
    return web.json_response(body, status=status, headers=headers)


def _may_fail(method: str, raw: Json) -> bool:
    return method.startswith("send") and str(raw.get("chat_id", "")).lstrip("-").isdecimal()


async def _call(world: World, method: str, raw: Json) -> Any:
    parameters = check_call(method, raw)
    if method not in METHODS:
        raise ApiError(501, f"Not Implemented: the local Bot API does not know {method} yet")
    return await METHODS[method](world, parameters)


async def _parameters(request: web.Request) -> Json:
    """Read a call's parameters from query string, form, multipart or JSON, as Telegram does."""
    parameters: Json = dict(request.query)
    if request.content_type == "application/json":
        try:
            body = json.loads(await request.text() or "{}")
        except json.JSONDecodeError:
            raise ApiError(400, "Bad Request: can't parse JSON object") from None
        return {**parameters, **body}
    uploads: dict[str, Upload] = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            uploads[name] = Upload(value.filename, value.file.read())
        else:
            parameters[name] = value
    for name, value in parameters.items():
        if isinstance(value, str) and value.startswith("attach://"):
            parameters[name] = uploads.pop(value.removeprefix("attach://"), value)
    if "media" in parameters and uploads:
        parameters["media"] = _attached(parameters["media"], uploads)
    return parameters | uploads


def _attached(media: str, uploads: dict[str, Upload]) -> Any:
    """Return a call's one medium with the file that its `attach://` names."""
    try:
        described = json.loads(media)
        name = described["media"].removeprefix("attach://")
    except (ValueError, KeyError, TypeError, AttributeError):
        return media
    return {**described, "media": uploads.pop(name, described["media"])}


async def _serve_file(request: web.Request) -> web.Response:
    world = request.app[WORLD]
    stored = world.files.get(request.match_info["name"])
    if stored is None:
        return web.Response(status=404)
    return web.Response(body=stored.content, content_type="image/jpeg")
