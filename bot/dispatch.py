"""From a Telegram update to the handler that answers it, and what is said when a handler fails."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime

from telegram import (
    CallbackQuery,
    ChatMemberAdministrator,
    ChatMemberUpdated,
    Message,
    MessageEntity,
    MessageOriginChannel,
    MessageOriginUser,
    Update,
)
from telegram import Chat as TelegramChat
from telegram.error import Forbidden, TelegramError

from bot.context import Request, Services
from bot.errors import EditorError, ReaderError
from bot.handlers import BUTTONS, COMMANDS, OPEN_NUMBERED, TAKE_CHANNEL, TAKE_LOCATION, TAKE_WORDS, Button
from bot.handlers.inline import inline
from bot.handlers.membership import MembershipChange, membership_changed, topic_reopened
from bot.sharing import ForwardedFrom, SharedChannel
from bot.views.page import Page, parse_aimed
from bot.views.text import Text
from storage.errors import NotFound, StorageUnavailable
from storage.model import Chat, Subscription

log = logging.getLogger("dateline.updates")

_COMMANDS = {command.name: command for command in COMMANDS}
_NUMBERED = ("story", "sources")  # commands that may carry their number: /story_12
MAX_ARGUMENT_CHARACTERS = 300
TOAST_CHARACTERS = 200  # https://core.telegram.org/bots/api#answercallbackquery


class Dispatch:
    """Answers updates."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def answer(self, update: Update, is_over_quota: bool) -> None:  # noqa: FBT001 - called as Answering calls
        """Answer one update; whatever goes wrong is said to the person and logged, and ends here.

        Raises StorageUnavailable or OSError where nothing could be done and nobody was told.
        """
        try:
            await (self._answer_over_quota(update) if is_over_quota else self._answer(update))
        except Forbidden as error:
            log.info("an answer was not wanted: %s", error.message)
        except TelegramError:
            log.exception("update %s could not be answered", update.update_id)
        except (StorageUnavailable, OSError):
            raise
        except Exception:
            log.exception("update %s was not handled", update.update_id)

    async def _answer(self, update: Update) -> None:
        if update.message is not None:
            await self._answer_message(update.message)
        elif update.callback_query is not None:
            await self._answer_press(update.callback_query)
        elif update.my_chat_member is not None:
            await membership_changed(self._services, _membership(update.my_chat_member))
        elif update.inline_query is not None:
            query = update.inline_query
            words = self._services.catalog.words(query.from_user.language_code)
            await inline(self._services, words, query.id, query.query, query.offset)

    async def _answer_over_quota(self, update: Update) -> None:
        """Say once that it was too much; what follows is not answered at all."""
        person, telegram = update.effective_user, self._services.telegram
        words = self._services.catalog.words(person.language_code if person else None)
        if update.callback_query is not None:
            await telegram.answer_press(update.callback_query.id, words("error-over-quota"))
        elif update.message is not None and update.message.chat.type == "private":
            await telegram.send(update.message.chat.id, Page(text=Text(words("error-over-quota"))))

    async def _answer_message(self, message: Message) -> None:
        if await self._note_service(message):
            return
        text = (message.text or "")[:4096]
        is_private = message.chat.type == "private"
        # What is forwarded is somebody else's words, never an order.
        is_forwarded = message.forward_origin is not None
        name, arguments = (None, ()) if is_forwarded else _parse_command(text, self._services.username)
        is_numbered = message.reply_to_message is not None and text.strip().isdecimal()
        if name is None and not is_private and not is_numbered:
            return
        shared = _shared_channel(message) if is_private else None
        request = await self._request(message, message.from_user.language_code if message.from_user else None)
        command = _COMMANDS.get(name or "")
        if shared is not None and not (request.forwarded_from and await request.is_editor()):
            await self._run(TAKE_CHANNEL, replace(request, shared_channel=shared))
        elif message.location is not None and is_private:
            place = (message.location.latitude, message.location.longitude)
            await self._run(TAKE_LOCATION, replace(request, location=place))
        elif command is not None:
            await self._run(command.handler, replace(request, arguments=arguments))
        elif name is not None:
            await self._say(request, "error-unknown-command")
        elif is_numbered:
            await self._run(OPEN_NUMBERED, request)
        elif request.text or request.photo:
            await self._run(TAKE_WORDS, request)

    async def _note_service(self, message: Message) -> bool:
        """Take note of what a service message tells of its chat; return whether it is one of those."""
        chats = self._services.storage.chats
        if message.migrate_to_chat_id is not None:
            await chats.move(message.chat.id, message.migrate_to_chat_id)
        elif message.migrate_from_chat_id is not None:
            await chats.move(message.migrate_from_chat_id, message.chat.id)
        elif message.forum_topic_reopened is not None:
            await topic_reopened(self._services, message.chat.id, message.message_thread_id)
        else:
            return False
        return True

    async def _say(self, request: Request, key: str) -> None:
        # In a group, another bot may have been meant.
        if request.frame.is_private:
            await request.answer(Page(text=Text(request.frame.words(key))))

    async def _answer_press(self, query: CallbackQuery) -> None:
        target_id, data = parse_aimed(query.data or "")
        action, *arguments = data.split(":")
        button = BUTTONS.get(action)
        words = self._services.catalog.words(query.from_user.language_code)
        if button is None or not isinstance(query.message, Message) or not _may_press(button, query.message):
            await self._services.telegram.answer_press(query.id, words("error-old-button"))
        else:
            request = await self._request(query.message, query.from_user.language_code)
            request = replace(request, arguments=tuple(arguments), person_id=query.from_user.id, sender_chat_id=None)
            if target_id is not None:
                aimed_at = await self._services.storage.subscriptions.find(target_id, None)
                request = replace(request, target_id=target_id, subscription=aimed_at)
            toast: str | None = words("error-apology")
            try:
                toast = await self._press(button.handler, request)
            finally:
                await self._services.telegram.answer_press(query.id, toast)

    async def _press(self, handler: Callable[[Request], Awaitable[str | None]], request: Request) -> str | None:
        words = request.frame.words
        try:
            return await handler(request)
        except ReaderError as error:
            return words(error.key, **error.values)
        except EditorError as error:
            return str(error)[:TOAST_CHARACTERS] or None
        except (ValueError, IndexError, KeyError, OverflowError, NotFound):
            # Numbers or their count are not what our own buttons carry: an old keyboard, or a forged press.
            log.info("a press with odd data in chat %s", request.chat.id)
            return words("error-old-button")
        except TelegramError:
            raise
        except Exception:
            log.exception("a press was not handled")
            return words("error-apology")

    async def _run(self, handler: Callable[[Request], Awaitable[None]], request: Request) -> None:
        words = request.frame.words
        try:
            await handler(request)
        except ReaderError as error:
            await request.answer(Page(text=Text(words(error.key, **error.values))))
        except EditorError as error:
            if str(error):
                await request.answer(Page(text=Text(str(error))))
        except TelegramError:
            raise
        except Exception:
            log.exception("a command was not handled")
            await request.answer(Page(text=Text(words("error-apology"))))

    async def _request(self, message: Message, language: str | None) -> Request:
        now = self._services.clock()
        words = self._services.catalog.words(language)
        replied = message.reply_to_message
        thread_id = message.message_thread_id if message.is_topic_message else None
        chat, subscription = await self._met(message.chat, thread_id, words.language, now)
        return Request(
            services=self._services,
            chat=chat,
            frame=self._services.frame(words, is_private=message.chat.type == "private"),
            now=now,
            text=message.text or message.caption or "",
            message_id=message.message_id,
            thread_id=thread_id,
            person_id=message.from_user.id if message.from_user else None,
            sender_chat_id=message.sender_chat.id if message.sender_chat else None,
            subscription=subscription,
            replied_to=replied.message_id if replied else None,
            message_bold=_first_bold(message),
            photo=message.photo[-1].file_id if message.photo else None,
            forwarded_from=_forwarded_from(message),
        )

    async def _met(
        self, chat: TelegramChat, thread_id: int | None, language: str, now: datetime
    ) -> tuple[Chat, Subscription | None]:
        storage = self._services.storage
        found = await storage.subscriptions.find_with_chat(chat.id, thread_id)
        if found is None:
            return await storage.chats.ensure(chat.id, kind=chat.type, language=language, now=now), None
        return found


def _may_press(button: Button, message: Message) -> bool:
    kind = message.chat.type
    return kind == "private" or (button.is_for_groups and kind in ("group", "supergroup"))


def _membership(change: ChatMemberUpdated) -> MembershipChange:
    member = change.new_chat_member
    return MembershipChange(
        chat_id=change.chat.id,
        kind=change.chat.type,
        language_code=change.from_user.language_code,
        is_inside=member.status in ("creator", "administrator", "member", "restricted"),
        may_write=_may_write(change),
    )


def _may_write(change: ChatMemberUpdated) -> bool:
    member = change.new_chat_member
    if change.chat.type == "channel":
        return isinstance(member, ChatMemberAdministrator) and bool(member.can_post_messages)
    return bool(getattr(member, "can_send_messages", True))


def _shared_channel(message: Message) -> SharedChannel | None:
    if message.chat_shared is not None:
        return SharedChannel(message.chat_shared.chat_id, message.chat_shared.title or "")
    if isinstance(message.forward_origin, MessageOriginChannel):
        return SharedChannel(message.forward_origin.chat.id, message.forward_origin.chat.title or "")
    return None


def _forwarded_from(message: Message) -> ForwardedFrom | None:
    origin = message.forward_origin
    if isinstance(origin, MessageOriginChannel):
        return ForwardedFrom(origin.chat.title or "", is_channel=True)
    if isinstance(origin, MessageOriginUser):
        return ForwardedFrom(origin.sender_user.full_name, origin.sender_user.id)
    return ForwardedFrom("") if origin is not None else None


def _parse_command(text: str, username: str) -> tuple[str | None, tuple[str, ...]]:
    """Return a command's name and arguments; no name where the text is no command, or another bot's."""
    first, *rest = text.split()[:50] or [""]
    if not first.startswith("/") or len(first) < 2:
        return None, ()
    name, _, addressee = first[1:].partition("@")
    if addressee and addressee.casefold() != username.casefold():
        return None, ()
    name = name.casefold()
    base, _, number = name.partition("_")
    if base in _NUMBERED and number.isdecimal():
        return base, (number,)
    return name, tuple(word[:MAX_ARGUMENT_CHARACTERS] for word in rest)


def _first_bold(message: Message) -> str | None:
    bold = message.parse_entities([MessageEntity.BOLD])
    return next(iter(bold.values()), None)
