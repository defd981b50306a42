"""Messages in a group that only one person sees: where the Bot API's server takes them, and only as answers to a press.

Bot API 10.3 (https://core.telegram.org/bots/api-changelog); the library does not know them yet.
"""

import logging
from collections import OrderedDict

from telegram import Bot, Message
from telegram.error import BadRequest, EndPointNotFound, Forbidden, TelegramError

from bot.delivery.briefing_cache import keep_newest
from bot.delivery.encoding import entities, keyboard, preview
from bot.delivery.limits import Limiter
from bot.views.page import Page

log = logging.getLogger("dateline.telegram")

KEPT_CHATS = 10_000  # of those that take none


class EphemeralMessages:
    """Shows a page to whoever pressed a button, and to nobody else."""

    def __init__(self, bot: Bot, limiter: Limiter) -> None:
        self._bot = bot
        self._limiter = limiter
        self._is_known: bool | None = None  # to the Bot API's server
        self._refusing: OrderedDict[int, None] = OrderedDict()

    async def show(self, chat_id: int, page: Page, *, person_id: int, press_id: str, thread_id: int | None) -> bool:
        """Show a page; return False where it was not shown, now or ever, and another way is to be taken."""
        if chat_id in self._refusing or not self._limiter.has_room(chat_id) or not await self._knows_them():
            return False
        await self._limiter.wait_for_reply(chat_id)
        try:
            sent = await self._bot.send_message(
                chat_id,
                page.text.plain,
                entities=entities(page.text),
                reply_markup=keyboard(page),
                link_preview_options=preview(page),
                message_thread_id=thread_id,
                api_kwargs={
                    "ephemeral_message_parameters": {"receiver_user_id": person_id, "callback_query_id": press_id}
                },
            )
        except (BadRequest, Forbidden) as error:
            log.info("chat %d takes no ephemeral messages: %s", chat_id, error.message)
            if "query" not in error.message.casefold():  # else the press was too old, whatever the chat takes
                self._refusing[chat_id] = None
                keep_newest(self._refusing, KEPT_CHATS)
            return False
        if "ephemeral_message_id" not in sent.api_kwargs:
            await self._take_back(sent)
            return False
        return True

    async def _take_back(self, sent: Message) -> None:
        """Delete what a server of Bot API 10.2 has shown to everybody: it does not know the parameter yet."""
        log.warning("this Bot API server shows ephemeral messages to everybody: stories open in private chats")
        self._is_known = False
        try:
            await sent.delete()
        except TelegramError as error:
            log.warning("what one person asked for was not deleted: %s", error.message)

    async def _knows_them(self) -> bool:
        """Whether the server does, asked once: one that does not would post for everybody what is meant for one."""
        if self._is_known is None:
            nobodys = {"chat_id": self._bot.id, "receiver_user_id": self._bot.id, "ephemeral_message_id": 1}
            try:
                await self._bot.do_api_request("deleteEphemeralMessage", api_kwargs=nobodys)
            except EndPointNotFound:
                log.info("this Bot API server knows no ephemeral messages: stories open in private chats")
                self._is_known = False
            except (BadRequest, Forbidden):
                self._is_known = True
            except TelegramError:
                return False  # nobody knows yet: asked again at the next press
            else:
                self._is_known = True
        return self._is_known
