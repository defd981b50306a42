"""Sending, editing and deleting messages."""

from collections.abc import Callable
from typing import Any

from bot.demo.botapi.ephemeral import show_ephemeral
from bot.demo.botapi.errors import ApiError, bad_request
from bot.demo.botapi.files import read_photo, store_document
from bot.demo.botapi.formatting import MAX_CAPTION, MAX_TEXT, is_blank, read_text
from bot.demo.botapi.keyboards import read_markup
from bot.demo.botapi.rich import read_rich
from bot.demo.botapi.urls import normalise_link
from bot.demo.botapi.world import Chat, Json, World

_SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)


async def send_message(world: World, parameters: Json) -> Json:
    """sendMessage."""
    chat = world.get_chat(parameters["chat_id"])
    content = text_content(parameters)
    content |= _common(world, chat, parameters)
    world.check_may_write(chat)
    _check_thread(chat, parameters)
    world.flood.check(chat.id)
    if world.shows_ephemeral and (wanted := parameters.get("ephemeral_message_parameters")):
        return show_ephemeral(world, chat, _sender(world), content, wanted)
    return world.post(chat, _sender(world), content)


async def send_rich_message(world: World, parameters: Json) -> Json:
    """sendRichMessage."""
    chat = world.get_chat(parameters["chat_id"])
    content: Json = {"rich_message": read_rich(parameters["rich_message"], now=world.clock().timestamp())}
    content |= _common(world, chat, parameters)
    world.check_may_write(chat)
    _check_thread(chat, parameters)
    world.flood.check(chat.id)
    return world.post(chat, _sender(world), content)


async def send_photo(world: World, parameters: Json) -> Json:
    """sendPhoto."""
    return _post_captioned(world, parameters, "photo", read_photo)


async def send_document(world: World, parameters: Json) -> Json:
    """sendDocument, with a file."""
    return _post_captioned(world, parameters, "document", store_document)


def _post_captioned(world: World, parameters: Json, noun: str, read: Callable[[World, Any], Any]) -> Json:
    chat = world.get_chat(parameters["chat_id"])
    content: Json = {noun: read(world, parameters[noun])}
    caption, entities = read_text(parameters, "caption", "caption_entities", MAX_CAPTION)
    if caption:
        content |= {"caption": caption} | ({"caption_entities": entities} if entities else {})
    content |= _common(world, chat, parameters)
    world.check_may_write(chat)
    _check_thread(chat, parameters)
    world.flood.check(chat.id)
    return world.post(chat, _sender(world), content)


async def edit_message_text(world: World, parameters: Json) -> Json | bool:
    """editMessageText."""
    message = _own_message(world, parameters)
    if "text" not in message and "rich_message" not in message:
        raise bad_request("there is no text in the message to edit")
    content: Json = {"text": None, "entities": None, "link_preview_options": None, "rich_message": None}
    if "rich_message" in parameters:
        content["rich_message"] = read_rich(parameters["rich_message"], now=world.clock().timestamp())
    else:
        content |= text_content(parameters)
    content["reply_markup"] = read_markup(parameters.get("reply_markup"))
    return _changed(world, message, content)


async def edit_message_caption(world: World, parameters: Json) -> Json | bool:
    """editMessageCaption."""
    message = _own_message(world, parameters)
    if "photo" not in message:
        raise bad_request("there is no caption in the message to edit")
    caption, entities = read_text(parameters, "caption", "caption_entities", MAX_CAPTION)
    content: Json = {"caption": caption or None, "caption_entities": entities or None}
    content["reply_markup"] = read_markup(parameters.get("reply_markup"))
    return _changed(world, message, content)


async def edit_message_media(world: World, parameters: Json) -> Json | bool:
    """editMessageMedia, with a photo."""
    message = _own_message(world, parameters)
    media = parameters["media"]
    if media["type"] != "photo":
        raise ApiError(501, f"Not Implemented: the local Bot API puts no {media['type']} into messages yet")
    caption, entities = read_text(media, "caption", "caption_entities", MAX_CAPTION)
    content: Json = {"photo": read_photo(world, media["media"]), "caption": caption or None}
    content |= {"caption_entities": entities or None, "text": None, "entities": None}
    content["reply_markup"] = read_markup(parameters.get("reply_markup"))
    return _changed(world, message, content)


async def edit_message_reply_markup(world: World, parameters: Json) -> Json | bool:
    """editMessageReplyMarkup."""
    message = _own_message(world, parameters)
    return _changed(world, message, {"reply_markup": read_markup(parameters.get("reply_markup"))})


async def delete_message(world: World, parameters: Json) -> bool:
    """deleteMessage."""
    chat = world.get_chat(parameters["chat_id"])
    message = world.get_message(chat, parameters["message_id"], "delete")
    del world.messages[chat.id, message["message_id"]]
    world.notify({"type": "delete", "chat": chat.id, "message_id": message["message_id"]})
    return True


async def send_chat_action(world: World, parameters: Json) -> bool:
    """sendChatAction."""
    chat = world.get_chat(parameters["chat_id"])
    world.check_may_write(chat)
    world.notify({"type": "action", "chat": chat.id, "action": parameters["action"]})
    return True


def text_content(parameters: Json, key: str = "text") -> Json:
    """Return what a text message holds. Raises ApiError."""
    if not parameters.get(key):
        raise bad_request("message text is empty")
    text, entities = read_text(parameters, key, "entities", MAX_TEXT)
    if is_blank(text):
        raise bad_request("text must be non-empty")
    content: Json = {"text": text}
    if entities:
        content["entities"] = entities
    if preview := parameters.get("link_preview_options"):
        if "url" in preview and normalise_link(preview["url"]) is None:
            raise bad_request("wrong HTTP URL specified")
        content["link_preview_options"] = preview
    return content


def _check_thread(chat: Chat, parameters: Json) -> None:
    """Thread ids are ignored outside forums; in one, General (1) is no thread."""
    thread_id = parameters.get("message_thread_id")
    if not chat.is_forum or thread_id is None:
        return
    problem = chat.closed_threads.get(thread_id, "message thread not found" if thread_id == 1 else None)
    if problem is not None:
        raise bad_request(problem)


def _sender(world: World) -> Json:
    return {key: world.bot[key] for key in ("id", "is_bot", "first_name", "username")}


def _common(world: World, chat: Chat, parameters: Json) -> Json:
    content: Json = {}
    if chat.is_forum and "message_thread_id" in parameters:
        content |= {"message_thread_id": parameters["message_thread_id"], "is_topic_message": True}
    if markup := read_markup(parameters.get("reply_markup")):
        # Telegram gives back only inline keyboards; the others are between it and the phone.
        content["reply_markup" if "inline_keyboard" in markup else "phone_keyboard"] = markup
    if reply := parameters.get("reply_parameters"):
        replied = world.messages.get((chat.id, reply["message_id"]))
        if replied is None and not reply.get("allow_sending_without_reply"):
            raise bad_request("message to be replied not found")
        if replied is not None:
            content["reply_to_message"] = {key: value for key, value in replied.items() if key != "reply_to_message"}
    return content


def _own_message(world: World, parameters: Json) -> Json:
    if "chat_id" not in parameters or "message_id" not in parameters:
        raise bad_request("message identifier is not specified")
    chat = world.get_chat(parameters["chat_id"])
    message = world.get_message(chat, parameters["message_id"], "edit")
    world.check_may_write(chat)
    if message["from"]["id"] != world.bot["id"]:
        raise bad_request("message can't be edited")
    return message


def _changed(world: World, message: Json, content: Json) -> Json:
    watched: list[tuple[str, Any]] = list(content.items())
    if all(message.get(key) == value for key, value in watched):
        raise bad_request(_SAME)
    world.flood.check(message["chat"]["id"])  # edits share the limits of what is sent
    return world.change(message, {**content, "edit_date": int(world.clock().timestamp())})
