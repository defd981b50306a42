"""Acting as a person: writing, pressing, sharing; what a phone does to the Bot API's other side."""

import asyncio
from collections.abc import Sequence
from typing import Any

from bot.demo.botapi.errors import bad_request
from bot.demo.botapi.files import store_document, store_photo
from bot.demo.botapi.formatting import with_automatic
from bot.demo.botapi.members import change_membership
from bot.demo.botapi.schema import Upload
from bot.demo.botapi.world import Chat, Json, Person, World

ANSWER_SECONDS = 10.0


def write(
    world: World,
    person: Person,
    chat: Chat,
    text: str,
    reply_to: int | None = None,
    as_chat: int | None = None,
    thread_id: int | None = None,
) -> Json:
    """Let a person write a message, in their own name or in a chat's, in a topic where one is named."""
    content: Json = {"text": text}
    entities = with_automatic(text, [])
    if entities:
        content["entities"] = entities
    if reply_to is not None:
        replied = world.get_message(chat, reply_to, "be replied")
        content["reply_to_message"] = {key: value for key, value in replied.items() if key != "reply_to_message"}
    if thread_id is not None:
        content |= {"message_thread_id": thread_id, "is_topic_message": True}
    sender = person.user()
    if as_chat is not None:
        sender = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
        content["sender_chat"] = {"id": as_chat, "type": "supergroup", "title": chat.title}
    return _posted(world, person, chat, sender, content)


def _posted(world: World, person: Person, chat: Chat, sender: Json, content: Json) -> Json:
    if chat.type == "private":
        person.has_started = True
        person.has_blocked = False
    message = world.post(chat, sender, content)
    if chat.has_bot and _is_seen(chat, message, world):
        world.queue_update("message", message)
    return message


def share_location(world: World, person: Person, latitude: float, longitude: float) -> Json:
    """Let a person send where they are, to the bot."""
    place = {"location": {"latitude": latitude, "longitude": longitude}}
    return _posted(world, person, world.chats[person.id], person.user(), place)


def send_photo(world: World, person: Person, content: bytes, caption: str = "") -> Json:
    """Let a person send a photo to the bot."""
    sent: Json = {"photo": store_photo(world, content)} | ({"caption": caption} if caption else {})
    return _posted(world, person, world.chats[person.id], person.user(), sent)


def send_album(world: World, person: Person, contents: Sequence[bytes], caption: str = "") -> list[Json]:
    """Let a person send photos to the bot as one album; the caption stands under the first."""
    album = f"album {len(world.messages)}"
    sent: list[Json] = []
    for content in contents:
        message: Json = {"photo": store_photo(world, content), "media_group_id": album}
        message |= {"caption": caption} if caption and not sent else {}
        sent.append(_posted(world, person, world.chats[person.id], person.user(), message))
    return sent


def send_picture_file(world: World, person: Person, content: bytes, caption: str = "") -> Json:
    """Let a person send a picture to the bot as a file, which Telegram leaves as it is."""
    document = store_document(world, Upload("picture.png", content)) | {"mime_type": "image/png"}
    sent: Json = {"document": document} | ({"caption": caption} if caption else {})
    return _posted(world, person, world.chats[person.id], person.user(), sent)


def pick_channel(world: World, person: Person, channel: Chat, request_id: int = 1) -> Json:
    """Let a person pick a channel with the bot's button; their app makes the bot an administrator there first."""
    if person.id not in channel.administrators:
        raise bad_request("the picker offers only channels that one administers")
    if not channel.has_bot or not channel.may_write:
        channel.may_write = True
        change_membership(world, channel, person, "administrator")
    shared = {"chat_shared": {"request_id": request_id, "chat_id": channel.id, "title": channel.title}}
    return _posted(world, person, world.chats[person.id], person.user(), shared)


def forward_post(world: World, person: Person, channel: Chat, text: str) -> Json:
    """Let a person forward a channel's post to the bot."""
    origin = {"type": "channel", "chat": channel.chat(), "message_id": 1, "date": int(world.clock().timestamp())}
    content = {"text": text, "forward_origin": origin}
    return _posted(world, person, world.chats[person.id], person.user(), content)


def forward_words(world: World, person: Person, author: Person, text: str, *, hides: bool = False) -> Json:
    """Let a person forward somebody's message to the bot; who hides is named, and their id is not told."""
    date = int(world.clock().timestamp())
    origin: Json = {"type": "user", "sender_user": author.user(), "date": date}
    if hides:
        origin = {"type": "hidden_user", "sender_user_name": author.first_name, "date": date}
    return _posted(world, person, world.chats[person.id], person.user(), {"text": text, "forward_origin": origin})


def _is_seen(chat: Chat, message: Json, world: World) -> bool:
    """In groups a bot sees commands, mentions of itself and replies to itself (privacy mode)."""
    if chat.type == "private":
        return True
    is_reply = message.get("reply_to_message", {}).get("from", {}).get("id") == world.bot["id"]
    is_named = f"@{world.bot['username']}".lower() in message["text"].lower()
    return bool(is_reply or is_named or message["text"].startswith("/"))


async def press(world: World, person: Person, chat: Chat, message_id: int, data: str) -> Json:
    """Let a person press a button; return what the bot answers, `{}` for nothing to say."""
    message = world.get_message(chat, message_id, "press")
    query_id = world.new_id("press")
    waiting: asyncio.Future[Json] = asyncio.get_running_loop().create_future()
    world.presses[query_id] = waiting
    world.pressers[query_id] = (person.id, chat.id)
    query = {"id": query_id, "from": person.user(), "message": message, "chat_instance": str(chat.id), "data": data}
    world.queue_update("callback_query", query)
    return await _answered(waiting, "the button was not answered")


async def ask_inline(world: World, person: Person, query: str, offset: str = "") -> Json:
    """Let a person type `@bot query` somewhere; return the results the bot offers."""
    query_id = world.new_id("inline")
    waiting: asyncio.Future[Json] = asyncio.get_running_loop().create_future()
    world.inline_queries[query_id] = waiting
    content = {"id": query_id, "from": person.user(), "query": query, "offset": offset, "chat_type": "sender"}
    world.queue_update("inline_query", content)
    return await _answered(waiting, "the inline query was not answered")


async def _answered(waiting: asyncio.Future[Json], failure: str) -> Json:
    try:
        return await asyncio.wait_for(waiting, ANSWER_SECONDS)
    except TimeoutError:
        raise bad_request(failure) from None


def share(world: World, person: Person, chat: Chat, result: Json) -> Json:
    """Let a person send an inline result into a chat."""
    content: dict[str, Any] = {
        **result["content"],
        "via_bot": {key: world.bot[key] for key in ("id", "is_bot", "first_name", "username")},
    }
    if result.get("reply_markup"):
        content["reply_markup"] = result["reply_markup"]
    return world.post(chat, person.user(), content)
