"""What a handler is given: one thing a person asked, with everything needed to answer it."""

import logging
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any, NoReturn
from zoneinfo import ZoneInfo

from bot import subscribing
from bot.errors import EditorError, ReaderError
from bot.i18n import DEFAULT_LANGUAGE
from bot.newsroom.typed.days import Reading
from bot.newsroom.typed.lexicon import Lexicon, make_lexicon
from bot.services import Services
from bot.sharing import ForwardedFrom, SharedChannel
from bot.views.page import Frame, Page, aimed, showing
from storage.errors import StorageUnavailable
from storage.model import Chat, Composition, Message, Shows, Subscription
from storage.store import Storage

log = logging.getLogger("dateline.updates")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A command or a press: in which chat, what was said with it, and the ways to answer.

    `target_id` is the channel that a press in a private chat speaks of; `subscription` is then the channel's.
    `arguments` is what follows a command; `message_id` the message under which a button was pressed, or the
    person's own; `message_bold` the first bold words of a pressed message, for lists that turn pages by them.
    """

    services: Services
    chat: Chat
    frame: Frame
    now: datetime
    arguments: tuple[str, ...] = ()
    text: str = ""
    message_id: int = 0
    thread_id: int | None = None
    replied_to: int | None = None
    message_bold: str | None = None
    press_id: str = ""
    person_id: int | None = None
    sender_chat_id: int | None = None
    subscription: Subscription | None = None
    target_id: int | None = None
    location: tuple[float, float] | None = None  # latitude and longitude that a person shared
    photo: str | None = None  # Telegram's handle of a photo that a person sent; its caption is `text`
    forwarded_from: ForwardedFrom | None = None
    shared_channel: SharedChannel | None = None

    @property
    def storage(self) -> Storage:
        """The storage."""
        return self.services.storage

    @property
    def local_frame(self) -> Frame:
        """The frame in the subscription's own zone."""
        return self.framed(self.subscription) if self.subscription else self.frame

    @property
    def lexicon(self) -> Lexicon:
        """What people mean by the words they type, in the chat's language and in English."""
        return make_lexicon(self.frame.words, self.services.catalog.words(DEFAULT_LANGUAGE))

    def reading(self, subscription: Subscription) -> Reading:
        """Return in which language, zone and moment days are read."""
        zone = ZoneInfo(subscription.preferences.zone)
        return Reading(self.lexicon, self.frame.words.language, zone, self.now)

    def speaking(self, language: str) -> "Request":
        """Return the request as it is answered in a language."""
        return replace(self, frame=replace(self.frame, words=self.services.catalog.words(language)))

    def framed(self, subscription: Subscription) -> Frame:
        """Return the frame in a subscription's zone, with what its cards are to show."""
        preferences = subscription.preferences
        return showing(replace(self.frame, zone=ZoneInfo(preferences.zone)), preferences)

    async def viewed_subscription(self) -> Subscription:
        """Return what the chat gets, to look at: looking subscribes nobody.

        Raises ReaderError where the person is no administrator of the group.
        """
        return await self._found_subscription() or self.services.unsubscribed(
            self.chat.id, self.thread_id, language=self.frame.words.language
        )

    async def own_subscription(self) -> Subscription:
        """Return the chat's subscription to change, made if it has none; a made one is stopped until it begins.

        Raises ReaderError where the person is no administrator of the group; asked anew at every press.
        """
        found = await self._found_subscription()
        if found is not None:
            return found
        return await self.services.keep_unsubscribed(
            self.chat.id, self.thread_id, language=self.frame.words.language, now=self.now
        )

    async def _found_subscription(self) -> Subscription | None:
        if self.target_id is not None:
            return await self._target_subscription(self.target_id)
        if not self.frame.is_private and not await self.is_administrator():
            raise ReaderError("settings-admins")
        return self.subscription

    async def begin_subscription(self) -> Subscription:
        """Return the chat's subscription, begun or begun again. Raises ReaderError as own_subscription does."""
        await self._found_subscription()
        subscription, _ = await self.services.subscribe(
            self.chat.id, self.thread_id, language=self.frame.words.language, now=self.now
        )
        return subscription

    async def change(self, subscription: Subscription, *, begins: bool = False, **changes: Any) -> Subscription:
        """Change preferences; `begins` where the change says that something is to come."""
        subscriptions = self.storage.subscriptions
        if begins and subscription.is_stopped:
            subscription = replace(subscription, is_stopped=False)
        return await subscribing.change(subscriptions, subscription, now=self.now, **changes)

    async def _target_subscription(self, channel_id: int) -> Subscription:
        if self.person_id is None or not await self.services.telegram.is_administrator(channel_id, self.person_id):
            raise ReaderError("channel-admins")
        if self.subscription is None:
            raise ReaderError("channel-gone")
        return self.subscription

    async def is_administrator(self) -> bool:
        """Whether the person may change what this group gets, as Telegram says now."""
        if self.sender_chat_id is not None:
            # An anonymous administrator writes as the group itself; other chats' names prove nothing.
            return self.sender_chat_id == self.chat.id
        return self.person_id is not None and await self.services.telegram.is_administrator(
            self.chat.id, self.person_id
        )

    async def require_editor(self) -> None:
        """Let only editors and owners go on, each time anew, and only in their private chat.

        Raises ReaderError; in groups, where another bot may be meant, EditorError with nothing to say.
        """
        if not await self.is_editor():
            self._refuse()

    async def require_owner(self) -> None:
        """Let only owners go on, in their private chat. Raises as `require_editor` does."""
        if not (self._is_own_chat() and self.person_id in self.services.owner_ids):
            self._refuse()

    def _refuse(self) -> NoReturn:
        raise ReaderError("error-unknown-command") if self.frame.is_private else EditorError("")

    async def is_editor(self) -> bool:
        """Whether an editor or owner asks, in their private chat, by their numeric id alone."""
        if not self._is_own_chat() or self.person_id is None:
            return False
        return self.person_id in self.services.owner_ids or await self.storage.editors.has(self.person_id)

    def _is_own_chat(self) -> bool:
        return self.frame.is_private and self.sender_chat_id is None and self.person_id == self.chat.id

    async def answer(self, page: Page, *, part_of: tuple[Composition, int] | None = None) -> None:
        """Send a page, its picture before it, and remember what it shows; a briefing's, which part of it it is.

        Raises Outdated where it had to wait, and what it shows was corrected meanwhile: nothing of it was sent.
        """
        page = self._aimed(page)
        if page.photo is not None:
            await self._send_photo(page)
        telegram = self.services.telegram
        message_id = None
        if page.rich is not None:
            message_id = await telegram.rich.send(self.chat.id, page.rich, thread_id=self.thread_id)
        if message_id is None:
            page = replace(page, rich=None)
            is_first = page.photo is None and (part_of is None or part_of[1] == 0)  # else some of it stands there
            is_current = partial(self.storage.articles.are_current, page.articles) if is_first else None
            message_id = await telegram.send(self.chat.id, page, thread_id=self.thread_id, is_current=is_current)
        await self._record(message_id, page, part_of)

    async def send(self, page: Page) -> int:
        """Send a page that shows no article; return its id, for those that change as work goes on."""
        return await self.services.telegram.send(self.chat.id, page, thread_id=self.thread_id)

    async def edit(self, message_id: int, page: Page) -> bool:
        """Put a page in place of one that was sent; return False where that could not be done now."""
        return bool(await self.services.telegram.try_edit(self.chat.id, message_id, page))

    async def replace(self, page: Page) -> None:
        """Put a page in place of the message a button was pressed under; send it where that cannot be done.

        A briefing stays as it is, and in groups whatever everybody reads.
        """
        edited, telegram = self._aimed(page), self.services.telegram
        message = await self.storage.messages.find(self.chat.id, self.message_id)
        if page.photo is not None or self._stays(message):
            await self.answer(page)
        elif await telegram.rich.edit(self.chat.id, self.message_id, edited):
            await self._record(self.message_id, page)
        elif await telegram.edit(self.chat.id, self.message_id, edited):
            await self._record(self.message_id, replace(page, rich=None))
        else:
            await self.answer(page)

    def _stays(self, message: Message | None) -> bool:
        return message is not None and (message.shows is Shows.BRIEFING or not self.frame.is_private)

    def _aimed(self, page: Page) -> Page:
        return page if self.target_id is None else aimed(page, self.target_id)

    async def edit_buttons(self, page: Page) -> None:
        """Change only the buttons under the message one was pressed under; a briefing keeps its own."""
        message = await self.storage.messages.find(self.chat.id, self.message_id)
        if self._stays(message):
            return
        if page.rich is not None and message is not None and message.shows is Shows.RICH_STORY:
            page = replace(page, buttons=page.rich.buttons)
        await self.services.telegram.edit_buttons(self.chat.id, self.message_id, page)

    async def _record(self, message_id: int, page: Page, part_of: tuple[Composition, int] | None = None) -> None:
        if page.shows is None:
            return
        if page.shows is Shows.STORY and page.number == 1:
            self.services.opens.count_story(page.articles[0].number)
        message = Message(
            chat_id=self.chat.id,
            message_id=message_id,
            shows=Shows.RICH_STORY if page.rich else page.shows,
            sent_at=self.now,
            articles=page.articles,
            thread_id=self.thread_id,
            page=page.number,
        )
        try:
            await self.storage.messages.record(message, part_of=part_of)
        except StorageUnavailable:
            # The reader has the answer: an apology behind it would be wrong.
            log.exception("message %s in chat %s was not recorded", message_id, self.chat.id)

    async def _send_photo(self, page: Page) -> None:
        stored = await self.storage.pictures.find(page.photo.url) if page.photo else None
        if page.photo is None or stored is None:
            return
        sent = await self.services.telegram.send_photo(self.chat.id, page.photo, stored, thread_id=self.thread_id)
        if sent is None:
            return
        message_id, file_id = sent
        await self._record(message_id, replace(page, shows=Shows.PICTURE))
        if file_id != stored.file_id:
            await self.storage.pictures.set_file_id(stored.name, file_id)
