"""From a Telegram update to the handler that answers it, and what is said when a handler fails."""

import logging
import traceback
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TypeVar

from telegram import (
    CallbackQuery,
    ChatMemberAdministrator,
    ChatMemberUpdated,
    Message,
    Update,
)
from telegram.error import ChatMigrated, Forbidden, TelegramError

from bot.asking import read_number
from bot.context import Request
from bot.errors import EditorError, Outdated, ReaderError
from bot.handlers import (
    BUTTONS,
    COMMANDS,
    OPEN_NUMBERED,
    READERS_BUTTONS,
    TAKE_CHANNEL,
    TAKE_LOCATION,
    TAKE_WORDS,
    Button,
    Press,
)
from bot.handlers.inline import inline
from bot.handlers.membership import MembershipChange, membership_changed, moved, topic_reopened
from bot.meeting import meet
from bot.received import find_first_bold, find_forwarded_from, find_photo, find_shared_channel, has_media, parse_command
from bot.services import Services
from bot.views.page import Opened, Page, parse_aimed
from bot.views.text import Text
from storage.errors import NotFound, StorageUnavailable

log = logging.getLogger("dateline.updates")
T = TypeVar("T")

_COMMANDS = {command.name: command for command in COMMANDS}
TOAST_CHARACTERS = 200  # https://core.telegram.org/bots/api#answercallbackquery


class Dispatch:
    """Answers updates."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def answer(self, update: Update, is_over_quota: bool) -> None:  # noqa: FBT001 - called as Answering calls
        """Answer one update; whatever goes wrong is said to the person and logged, and ends here.

        Raises StorageUnavailable or OSError where nothing could be done and nobody was told.
        """
        answering = self._answer_over_quota if is_over_quota else self._answer
        try:
            try:
                await answering(update)
            except ChatMigrated as error:
                if update.effective_chat is not None:
                    await moved(self._services, update.effective_chat.id, error.new_chat_id)
                await answering(update)
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
        elif update.edited_message is not None:
            await self._answer_edited(update.edited_message)
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
        text = (message.text or message.caption or "")[:4096]
        is_private = message.chat.type == "private"
        if await self._is_silent(message, text):
            return
        # What is forwarded is somebody else's words, never an order.
        is_forwarded = message.forward_origin is not None
        name, arguments = (
            (None, ()) if is_forwarded else parse_command(text, self._services.username, is_private=is_private)
        )
        is_numbered = message.reply_to_message is not None and read_number(text) is not None
        if name is None and not is_private and not is_numbered:
            return
        shared = find_shared_channel(message) if is_private else None
        request = await self._request(message, message.from_user.language_code if message.from_user else None)
        command = _COMMANDS.get(name or "")
        if shared is not None and not (request.forwarded_from and await request.is_editor()):
            await self._run(TAKE_CHANNEL, replace(request, shared_channel=shared))
        elif message.location is not None and is_private:
            place = (message.location.latitude, message.location.longitude)
            await self._run(TAKE_LOCATION, replace(request, location=place))
        elif command is not None:
            await self._leave_question(request)
            await self._run(command.handler, replace(request, arguments=arguments))
        elif name is not None:
            await self._say(request, "error-unknown-command")
        elif is_numbered and not is_private:
            await self._run(OPEN_NUMBERED, request)
        elif request.text or request.photo or has_media(message):
            await self._run(TAKE_WORDS, request)

    async def _is_silent(self, message: Message, text: str) -> bool:
        """Whether a message says nothing to us: a card put there by inline mode, or a picture in a captioned album."""
        if message.via_bot is not None and message.via_bot.username == self._services.username:
            return True
        if message.media_group_id is None or text:
            return False
        return await self._services.storage.desk.find_asked(message.chat.id) is None

    async def _leave_question(self, request: Request) -> None:
        """Let what is typed after a command be no answer to what somebody was asked before it."""
        desk = self._services.storage.desk
        if request.frame.is_private and await desk.find_asked(request.chat.id) is not None:
            await desk.forget_asked(request.chat.id)

    async def _answer_edited(self, message: Message) -> None:
        """Answer a command that was mended; whatever else is edited was answered as it was."""
        text = message.text or message.caption or ""
        if message.chat.type == "private" and parse_command(text, self._services.username, is_private=True)[0]:
            await self._answer_message(message)

    async def _note_service(self, message: Message) -> bool:
        """Take note of what a service message tells of its chat; return whether it is one of those."""
        if message.migrate_to_chat_id is not None:
            await moved(self._services, message.chat.id, message.migrate_to_chat_id)
        elif message.migrate_from_chat_id is not None:
            await moved(self._services, message.migrate_from_chat_id, message.chat.id)
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
        handler = _find_handler(button, query.message) if button and isinstance(query.message, Message) else None
        if handler is None or not isinstance(query.message, Message):
            await self._services.telegram.answer_press(query.id, words("error-old-button"))
        else:
            request = await self._request(query.message, query.from_user.language_code)
            presser = query.from_user.id
            request = replace(
                request, arguments=tuple(arguments), person_id=presser, sender_chat_id=None, press_id=query.id
            )
            if target_id is not None:
                aimed_at = await self._services.storage.subscriptions.find(target_id, None)
                request = replace(request, target_id=target_id, subscription=aimed_at)
            if action in READERS_BUTTONS:
                self._services.opens.count_press(action)
            answer: str | Opened | None = words("error-apology")
            try:
                answer = await self._press(handler, request)
            finally:
                await self._services.telegram.answer_press(query.id, answer)

    async def _press(self, handler: Press, request: Request) -> str | Opened | None:
        words = request.frame.words
        try:
            return await self._answer_current(handler, request)
        except ReaderError as error:
            return words(error.key, **error.values)
        except EditorError as error:
            return str(error)[:TOAST_CHARACTERS] or None
        except TelegramError:
            raise
        except Exception as error:
            if isinstance(error, NotFound) or _is_odd_data(error):
                log.info("a press with odd data in chat %s", request.chat.id)
                return words("error-old-button")
            log.exception("a press was not handled")
            return words("error-apology")

    async def _answer_current(self, handler: Callable[[Request], Awaitable[T]], request: Request) -> T:
        """Answer a request; anew, where what it was to show was corrected while Telegram had it wait."""
        try:
            return await handler(request)
        except Outdated:
            return await handler(replace(request, now=self._services.clock()))

    async def _run(self, handler: Callable[[Request], Awaitable[None]], request: Request) -> None:
        words = request.frame.words
        try:
            await self._answer_current(handler, request)
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
        chat, subscription = await meet(self._services, message.chat, thread_id, words.language, now)
        if subscription is not None and subscription.preferences.language is not None:
            words = self._services.catalog.words(subscription.preferences.language)
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
            message_bold=find_first_bold(message),
            photo=find_photo(message),
            forwarded_from=find_forwarded_from(message),
        )


def _find_handler(button: Button, message: Message) -> Press | None:
    """Return what a button does in the chat it is pressed in; None where it is none that can be pressed there."""
    kind = message.chat.type
    if kind == "private" or (button.is_for_groups and kind in ("group", "supergroup")):
        return button.handler
    return button.outside


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


def _is_odd_data(error: Exception) -> bool:
    """Whether a handler could not read what a button carries: an old keyboard, or a forged press.

    What is raised further down is a mistake of ours, whatever its kind.
    """
    if isinstance(error, OverflowError):
        return True  # the database met it, which takes any number that we would ever write
    if not isinstance(error, ValueError | IndexError | KeyError):
        return False
    modules = [str(frame.f_globals.get("__name__", "")) for frame, _ in traceback.walk_tb(error.__traceback__)]
    ours = [name for name in modules if name.partition(".")[0] in ("bot", "storage")]
    return bool(ours) and ours[-1].startswith(("bot.handlers.", "bot.views.page"))
