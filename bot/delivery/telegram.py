"""Pages become Bot API calls here, and nowhere else."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

from telegram import Bot, BotCommand, BotCommandScopeChat, ChatMemberAdministrator, InlineQueryResultsButton
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.delivery.encoding import asking, entities, inline_article, keyboard, preview
from bot.delivery.ephemeral import EphemeralMessages
from bot.delivery.limits import Limiter
from bot.delivery.rich import RichMessages
from bot.delivery.waiting import LONGEST_WAIT_SECONDS, wait_seconds
from bot.errors import Outdated
from bot.views.inline import InlineResult
from bot.views.page import Opened, Page
from bot.views.picture import picture_caption
from bot.views.text import Text
from storage.model import Picture, StoredPicture

log = logging.getLogger("dateline.telegram")
T = TypeVar("T")
IsCurrent = Callable[[], Awaitable[bool]]

_SHORTEST_WAIT_SECONDS = 0.1
_PAUSES_SECONDS = (0.5, 2.0)
INLINE_CACHE_SECONDS = 30


class Telegram:
    """What the bot says."""

    def __init__(self, bot: Bot, limiter: Limiter) -> None:
        self._bot = bot
        self._limiter = limiter
        self.rich = RichMessages(bot, limiter)
        self.ephemeral = EphemeralMessages(bot, limiter)

    async def send(
        self, chat_id: int, page: Page, *, thread_id: int | None = None, is_current: IsCurrent | None = None
    ) -> int:
        """Send a page as one text message; return its id. Raises Outdated where it had to wait and is not current."""
        await self._limiter.wait_for_reply(chat_id)
        message = await _obeying(
            lambda: self._bot.send_message(
                chat_id,
                page.text.plain,
                entities=entities(page.text),
                reply_markup=asking(page.ask) if page.ask else keyboard(page),
                link_preview_options=preview(page),
                message_thread_id=thread_id,
            ),
            is_current,
        )
        return message.message_id

    async def try_send(self, chat_id: int, page: Page) -> bool:
        """Send as `send` does, and log what does not arrive. Return False where it may yet: a refusal is final."""
        try:
            await self.send(chat_id, page)
        except (BadRequest, Forbidden) as error:
            log.info("chat %d was not told: %s", chat_id, error.message)
        except TelegramError as error:
            log.info("chat %d was not told: %s", chat_id, error.message)
            return False
        return True

    async def send_photo(
        self, chat_id: int, picture: Picture, stored: StoredPicture, *, thread_id: int | None = None
    ) -> tuple[int, str] | None:
        """Send a picture of ours; return the message's id and Telegram's handle for it, or None where it is refused."""
        caption = picture_caption(picture)
        await self._limiter.wait_for_reply(chat_id)
        for photo in filter(None, (stored.file_id, stored.content)):
            try:
                message = await _obeying(
                    lambda photo=photo: self._bot.send_photo(  # type: ignore[misc]  # bound now, called now
                        chat_id,
                        photo,
                        filename=stored.name,
                        caption=caption.plain or None,
                        message_thread_id=thread_id,
                    )
                )
            except BadRequest as error:
                log.warning("picture %s was refused: %s", stored.name, error.message)
            else:
                return message.message_id, message.photo[-1].file_id
        return None

    async def send_chart(self, chat_id: int, content: bytes, *, caption: Text) -> None:
        """Send a picture that is drawn for this answer alone."""
        await self._limiter.wait_for_reply(chat_id)
        await _obeying(
            lambda: self._bot.send_photo(
                chat_id, content, filename="chart.png", caption=caption.plain, caption_entities=entities(caption)
            )
        )

    async def send_document(self, chat_id: int, name: str, content: bytes, *, caption: str) -> None:
        """Send a file."""
        await self._limiter.wait_for_reply(chat_id)
        await _obeying(lambda: self._bot.send_document(chat_id, content, filename=name, caption=caption))

    async def edit(self, chat_id: int, message_id: int, page: Page) -> bool:
        """Put a page in place of what a message said; return False if the message can no longer be edited."""
        await self._limiter.wait_for_reply(chat_id)
        try:
            await _obeying(
                lambda: self._bot.edit_message_text(
                    page.text.plain,
                    chat_id=chat_id,
                    message_id=message_id,
                    entities=entities(page.text),
                    reply_markup=keyboard(page),
                    link_preview_options=preview(page),
                )
            )
        except Forbidden:
            return False  # they left
        except BadRequest as error:
            return _is_in_place(error)
        return True

    async def try_edit(self, chat_id: int, message_id: int, page: Page) -> bool | None:
        """Edit as `edit` does; return None where Telegram gave no answer or refuses for now: the next one may do."""
        try:
            return await self.edit(chat_id, message_id, page)
        except TelegramError as error:
            log.warning("message %d in chat %d was not edited: %s", message_id, chat_id, error.message)
            return None

    async def edit_buttons(self, chat_id: int, message_id: int, page: Page) -> bool:
        """Put a page's buttons under a message; return False if it can no longer be edited."""
        await self._limiter.wait_for_reply(chat_id)
        try:
            await _obeying(
                lambda: self._bot.edit_message_reply_markup(chat_id, message_id, reply_markup=keyboard(page))
            )
        except BadRequest as error:
            return _is_in_place(error)
        return True

    async def download(self, file_id: str) -> bytes | None:
        """Return the bytes of a file that somebody sent; None where Telegram does not give them."""
        try:
            file = await _obeying(lambda: self._bot.get_file(file_id))
            return bytes(await file.download_as_bytearray())
        except (BadRequest, Forbidden) as error:
            log.warning("a file could not be had: %s", error.message)
            return None

    async def set_menu(self, person_id: int, commands: Sequence[tuple[str, str]] | None) -> None:
        """Set the menu of one private chat, or take it back; who never wrote to the bot has none yet."""
        scope = BotCommandScopeChat(person_id)
        try:
            if commands is None:
                await _obeying(lambda: self._bot.delete_my_commands(scope=scope))
            else:
                menu = [BotCommand(name, description) for name, description in commands]
                await _obeying(lambda: self._bot.set_my_commands(menu, scope=scope))
        except (BadRequest, Forbidden) as error:
            log.info("the menu of chat %d was not set: %s", person_id, error.message)

    async def answer_press(self, press_id: str, answer: str | Opened | None = None) -> None:
        """End the wait of a pressed button: with a few words, by opening a chat of ours, or with nothing."""
        toast, url = (None, answer.url) if isinstance(answer, Opened) else (answer, None)
        try:
            await _obeying(lambda: self._bot.answer_callback_query(press_id, toast, url=url))
        except BadRequest as error:
            log.info("a press was answered too late: %s", error.message)

    async def answer_inline(
        self, query_id: str, results: tuple[InlineResult, ...], *, next_offset: str, button: str
    ) -> None:
        """Answer an inline query; the button above the results opens the private chat."""
        try:
            await self._bot.answer_inline_query(
                query_id,
                [inline_article(result) for result in results],
                cache_time=INLINE_CACHE_SECONDS,
                is_personal=True,  # another person's Telegram may speak another language
                next_offset=next_offset,
                button=InlineQueryResultsButton(button, start_parameter="inline"),
            )
        except BadRequest as error:
            log.info("an inline query was answered too late: %s", error.message)

    async def is_administrator(self, chat_id: int, person_id: int) -> bool:
        """Whether a person may change a group's settings, as Telegram says now; a refusal means no."""
        try:
            member = await _obeying(lambda: self._bot.get_chat_member(chat_id, person_id))
        except (BadRequest, Forbidden):
            return False
        return member.status in ("creator", "administrator")

    async def may_post(self, channel_id: int) -> bool:
        """Whether this bot may post in a channel; a refusal means no."""
        try:
            member = await _obeying(lambda: self._bot.get_chat_member(channel_id, self._bot.id))
        except (BadRequest, Forbidden):
            return False
        return isinstance(member, ChatMemberAdministrator) and bool(member.can_post_messages)


async def _obeying(call: Callable[[], Awaitable[T]], is_current: IsCurrent | None = None) -> T:
    """Make a call; wait as long as told, and try again where no answer came: a reply twice is better than none.

    Raises Outdated where it had to wait, and what it shows is not current any more.
    """
    waited, pauses = 0.0, iter(_PAUSES_SECONDS)
    while True:
        try:
            return await call()
        except RetryAfter as error:
            seconds = max(wait_seconds(error), _SHORTEST_WAIT_SECONDS)
            waited += seconds
            if waited > LONGEST_WAIT_SECONDS:
                raise
        except (BadRequest, Forbidden, InvalidToken, ChatMigrated):
            raise
        except NetworkError:
            if (seconds := next(pauses, 0.0)) == 0:
                raise
        await asyncio.sleep(seconds)
        if is_current is not None and not await is_current():
            raise Outdated


def _is_in_place(error: BadRequest) -> bool:
    """Whether a refused edit changed nothing because nothing was to change; raises what is our mistake."""
    reason = error.message.casefold()
    if "message is not modified" in reason:
        return True
    if any(known in reason for known in ("message to edit not found", "can't be edited", "no text in the message")):
        return False
    raise error
