"""The control API: a page or a test acts as people through it, and watches the chats."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from bot.demo.botapi import people
from bot.demo.botapi.errors import ApiError, bad_request
from bot.demo.botapi.faults import HANG_SECONDS, KINDS, OUTAGES
from bot.demo.botapi.members import change_membership
from bot.demo.botapi.server import WORLD
from bot.demo.botapi.world import Chat, Json, Person, World

HEARTBEAT_SECONDS = 15.0


def add_control(app: web.Application) -> None:
    """Serve the control API below /control."""
    app.router.add_get("/control/world", _world)
    app.router.add_get("/control/events", _events)
    app.router.add_get("/control/files/{name}", _file)
    for name, action in _ACTIONS.items():
        app.router.add_post(f"/control/{name}", _acting(action))


async def _world(request: web.Request) -> web.Response:
    world = request.app[WORLD]
    commands = next((menu for scope, menu in world.commands.items() if "all_private_chats" in scope), [])
    scopes = {scope: json.loads(scope)[0] for scope in world.commands}
    menus = {scopes[scope]["chat_id"]: menu for scope, menu in world.commands.items() if "chat_id" in scopes[scope]}
    return web.json_response(
        {
            "bot": world.bot,
            "people": [person.user() for person in world.people.values()],
            "chats": [
                {**chat.chat(), "members": sorted(chat.members), "administrators": sorted(chat.administrators)}
                for chat in world.chats.values()
            ],
            "messages": list(world.messages.values()),
            "commands": commands,
            "menus": menus,
            "now": world.clock().timestamp(),
        }
    )


async def _events(request: web.Request) -> web.StreamResponse:
    """Stream what happens, as server-sent events."""
    world = request.app[WORLD]
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
    await response.prepare(request)
    queue: asyncio.Queue[Json] = asyncio.Queue()
    world.listeners.add(queue)
    try:
        await response.write(b": listening\n\n")
        while True:
            try:
                event = await asyncio.wait_for(queue.get(), HEARTBEAT_SECONDS)
                await response.write(f"data: {json.dumps(event, ensure_ascii=False)}\n\n".encode())
            except TimeoutError:
                await response.write(b": still here\n\n")
    except (ConnectionResetError, asyncio.CancelledError):
        return response
    finally:
        world.listeners.discard(queue)


async def _file(request: web.Request) -> web.Response:
    stored = request.app[WORLD].files.get(request.match_info["name"])
    if stored is None:
        return web.Response(status=404)
    return web.Response(body=stored.content, content_type="image/jpeg")


Action = Callable[[World, Json], Awaitable[Any]]


def _acting(action: Action) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def handle(request: web.Request) -> web.Response:
        try:
            body = await request.json()
            return web.json_response({"ok": True, "result": await action(request.app[WORLD], body)})
        except ApiError as error:
            return web.json_response(error.body(), status=error.code)
        except (KeyError, TypeError, ValueError) as error:
            return web.json_response({"ok": False, "description": f"bad control call: {error!r}"}, status=400)

    return handle


def _person(world: World, body: Json) -> Person:
    person = world.people.get(int(body["person"]))
    if person is None:
        raise bad_request("person not found")
    return person


def _chat(world: World, body: Json) -> Chat:
    return world.get_chat(str(body.get("chat", body["person"])))


async def _send(world: World, body: Json) -> Json:
    return people.write(world, _person(world, body), _chat(world, body), str(body["text"]), body.get("reply_to"))


async def _press(world: World, body: Json) -> Json:
    person, chat = _person(world, body), _chat(world, body)
    return await people.press(world, person, chat, int(body["message_id"]), str(body["data"]))


async def _inline(world: World, body: Json) -> Json:
    return await people.ask_inline(world, _person(world, body), str(body["query"]), str(body.get("offset", "")))


async def _share(world: World, body: Json) -> Json:
    return people.share(world, _person(world, body), _chat(world, body), body["result"])


async def _join(world: World, body: Json) -> Json:
    language = str(body.get("language_code", "en"))
    return world.add_person(str(body["first_name"])[:64], language).user()


async def _block(world: World, body: Json) -> bool:
    person = _person(world, body)
    change_membership(world, world.chats[person.id], person, "kicked" if body["blocked"] else "member")
    return True


async def _member(world: World, body: Json) -> bool:
    change_membership(world, _chat(world, body), _person(world, body), str(body["status"]))
    return True


async def _location(world: World, body: Json) -> Json:
    return people.share_location(world, _person(world, body), float(body["latitude"]), float(body["longitude"]))


async def _pick(world: World, body: Json) -> Json:
    return people.pick_channel(world, _person(world, body), _chat(world, body), int(body["request_id"]))


async def _forward(world: World, body: Json) -> Json:
    return people.forward_post(world, _person(world, body), _chat(world, body), str(body["text"]))


async def _faults(world: World, body: Json) -> bool:
    """Set what goes wrong from now on: the share of calls, by which kinds, and how long a hang lasts."""
    kinds = tuple(body.get("kinds", KINDS))
    if unknown := [kind for kind in kinds if kind not in (*KINDS, *OUTAGES)]:
        raise ValueError(unknown)
    world.faults.kinds = kinds
    world.faults.hang_seconds = float(body.get("hang_seconds", HANG_SECONDS))
    world.faults.share = float(body.get("share", 0))
    world.flood.is_on = bool(body.get("flood", False))
    return True


_ACTIONS: dict[str, Action] = {
    "send": _send,
    "press": _press,
    "inline": _inline,
    "share": _share,
    "join": _join,
    "block": _block,
    "member": _member,
    "faults": _faults,
    "location": _location,
    "pick": _pick,
    "forward": _forward,
}
