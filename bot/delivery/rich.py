"""Stories as native pages: sent where Telegram surely takes them, remembered where it does not, never sent twice."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any

from telegram import Bot, Message
from telegram.error import BadRequest, EndPointNotFound, RetryAfter

from bot.delivery.briefing_cache import keep_newest
from bot.delivery.encoding import keyboard_of, rich_message
from bot.delivery.limits import Limiter
from bot.delivery.transport import NotSent
from bot.delivery.waiting import LONGEST_WAIT_SECONDS, wait_seconds
from bot.views.page import Page, Rich

log = logging.getLogger("dateline.telegram")

KEPT_REFUSALS = 1000
CONNECT_AGAIN_SECONDS = 1.0
# Descriptions of refusals that are about the page itself; others are about the chat, and the classic form meets them.
_ABOUT_THE_PAGE = ("rich_", "rich message", "can't parse", "wrong type of the web page", "unsupported")
_IN_PLACE = "message is not modified"


class RichMessages:
    """Sends and edits native pages; whoever gets False or None sends the classic form."""

    def __init__(self, bot: Bot, limiter: Limiter) -> None:
        self._bot = bot
        self._limiter = limiter
        self._is_known = True  # to the Bot API's server
        self._refused: OrderedDict[str, None] = OrderedDict()

    async def send(self, chat_id: int, rich: Rich, *, thread_id: int | None = None) -> int | None:
        """Send a native page; return its id, or None where it was surely not sent.

        Raises TelegramError where nobody knows: then nothing else may be sent in its place.
        """

        async def send_form(form: str) -> int:
            where: dict[str, Any] = {"chat_id": chat_id, "reply_markup": keyboard_of(rich.buttons)}
            if thread_id is not None:
                where["message_thread_id"] = thread_id
            message: Message = await self._bot.do_api_request(
                "sendRichMessage", api_kwargs={**where, "rich_message": rich_message(rich, form)}, return_type=Message
            )
            return message.message_id

        return await self._in_best_form(chat_id, rich, send_form)

    async def edit(self, chat_id: int, message_id: int, page: Page) -> bool:
        """Put a native page in place of what a message says; return False where it was refused."""
        if page.rich is None:
            return False
        rich = page.rich

        async def edit_form(form: str) -> int:
            try:
                await self._bot.edit_message_text(
                    None,  # type: ignore[arg-type]  # the library does not know yet that a page takes the text's place
                    chat_id=chat_id,
                    message_id=message_id,
                    reply_markup=keyboard_of(rich.buttons),
                    api_kwargs={"rich_message": rich_message(rich, form)},
                )
            except BadRequest as error:
                if _IN_PLACE not in error.message.casefold():
                    raise
            return message_id

        return await self._in_best_form(chat_id, rich, edit_form) is not None

    async def _in_best_form(self, chat_id: int, rich: Rich, call: Callable[[str], Awaitable[int]]) -> int | None:
        for form in rich.forms:
            if not self._is_known:
                break
            if form in self._refused:
                continue
            await self._limiter.wait_for_reply(chat_id)
            try:
                return await _once(lambda form=form: call(form))  # type: ignore[misc]  # bound now, called now
            except EndPointNotFound:
                log.warning("this Bot API server knows no rich messages: stories are sent in the classic form")
                self._is_known = False
            except BadRequest as error:
                if any(known in error.message.casefold() for known in _ABOUT_THE_PAGE):
                    log.warning("a native page was refused: %s", error.message)
                    self._refused[form] = None
                    keep_newest(self._refused, KEPT_REFUSALS)
        return None


async def _once(call: Callable[[], Awaitable[int]]) -> int:
    """Make a call; again only where it surely was not carried out: told to wait, or never connected."""
    waited = 0.0
    while True:
        try:
            return await call()
        except RetryAfter as error:
            seconds = max(wait_seconds(error), CONNECT_AGAIN_SECONDS)
            waited += seconds
            if waited > LONGEST_WAIT_SECONDS:
                raise
        except NotSent:
            seconds = CONNECT_AGAIN_SECONDS
            waited += seconds
            if waited > 3 * CONNECT_AGAIN_SECONDS:
                raise
        await asyncio.sleep(seconds)
