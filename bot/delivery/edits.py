"""The bytes of edits: each message that shows what was corrected, as it reads today.

An edit names a message, not a text: whatever is newest when it goes is what it brings, and one that finds its message
up to date has nothing to do.
"""

import logging
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.clock import Clock
from bot.delivery.briefing_cache import keep_newest
from bot.delivery.composing import Frames
from bot.delivery.encoding import encode_page, encode_rich
from bot.delivery.picture_edits import PictureEdits
from bot.delivery.prepared import FRESH_SECONDS, Edit, Prepared, encoded
from bot.delivery.rendering import render_today
from bot.views.card import shown as as_shown
from bot.views.page import Frame, Page
from bot.views.rich_story import story
from bot.views.sources import sources
from bot.views.story import UNTOUCHED
from storage.errors import StorageUnavailable
from storage.model import Article, Claim, Message, Preferences, Profile, Shown, Shows, Status
from storage.store import Storage

log = logging.getLogger("dateline.delivery")

KEPT_COMPOSITIONS = 256
TEXT_METHOD = "editMessageText"
FORGOTTEN = "gone: nobody remembers what the message shows"
UP_TO_DATE = "it shows the newest text already"


@dataclass(frozen=True, slots=True)
class _Today:
    """A composition as it reads today: the id under which that is stored, and its messages."""

    composition_id: int
    bodies: tuple[bytes, ...]
    articles: tuple[tuple[Shown, ...], ...]
    rendered_at: float


class Edits:
    """What is posted to bring messages up to date."""

    def __init__(
        self, storage: Storage, frames: Frames, clock: Clock, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._storage = storage
        self._frames = frames
        self._clock = clock
        self._monotonic = monotonic
        self.pictures = PictureEdits(storage)
        self._known: OrderedDict[int, _Today] = OrderedDict()

    async def prepare(self, claims: Sequence[Claim]) -> list[Prepared]:
        """Return the bytes for each claimed edit."""
        if not claims:
            return []
        keys = [(claim.chat_id, claim.edits) for claim in claims if claim.edits is not None]
        messages = await self._storage.messages.list(keys)
        now = self._monotonic()
        return [await self._prepare(claim, messages.get((claim.chat_id, claim.edits or 0)), now) for claim in claims]

    async def _prepare(self, claim: Claim, message: Message | None, now: float) -> Prepared:
        if message is None:
            return Prepared(claim, (), now, FORGOTTEN)
        try:
            if message.composition_id is not None:
                return await self._edit_part(claim, message, message.composition_id, now)
            return await self._edit_answer(claim, message, now)
        except (StorageUnavailable, OSError):
            raise
        except Exception:
            log.exception("message %d in chat %d cannot be rendered again", message.message_id, message.chat_id)
            return Prepared(claim, (), now, "it could not be rendered again")

    async def _edit_part(self, claim: Claim, message: Message, composition_id: int, now: float) -> Prepared:
        """Return one message of a briefing, with the same stories as before."""
        today = await self._today(composition_id, now)
        if today is not None and today.articles[message.part] == message.articles and today.rendered_at < now:
            self._known.pop(composition_id)  # nothing is left undone by what was rendered before a correction
            today = await self._today(composition_id, now)
        if today is None:
            return Prepared(claim, (), now, FORGOTTEN)
        if today.articles[message.part] == message.articles:
            return Prepared(claim, (), now, UP_TO_DATE, is_up_to_date=True)
        claim = replace(claim, composition_id=today.composition_id)
        return Prepared(claim, (), today.rendered_at, edits=(Edit(TEXT_METHOD, today.bodies[message.part]),))

    async def _today(self, composition_id: int, now: float) -> _Today | None:
        known = self._known.get(composition_id)
        if known is not None and now - known.rendered_at < FRESH_SECONDS:
            return known
        compositions = self._storage.compositions
        composition = (await compositions.list([composition_id])).get(composition_id)
        if composition is None:
            return None
        current = await render_today(self._storage, self._frames, composition, in_parts=True)
        if current is None:
            return None
        new_id = await compositions.ensure(current, now=self._clock())
        today = self._known[composition_id] = _Today(new_id, encoded(current), current.articles, now)
        self._known.move_to_end(composition_id)
        keep_newest(self._known, KEPT_COMPOSITIONS)
        return today

    async def _edit_answer(self, claim: Claim, message: Message, now: float) -> Prepared:
        """Return a story, its sources or its picture, as the chat asked for it."""
        article = await self._storage.articles.get(message.articles[0].number)
        frame = await self._frame(message)
        shown: tuple[Shown, ...] = (as_shown(article),)
        if message.shows is Shows.PICTURE:
            edits = await self.pictures.list(frame, article, message.articles[0])
        else:
            page = await self._page(frame, message, article)
            rich = page.rich
            bodies = [*(encode_rich(rich, form) for form in rich.forms)] if rich else []
            bodies.append(encode_page(page))
            edits, shown = tuple(Edit(TEXT_METHOD, body[1:].encode()) for body in bodies), page.articles
        if shown == message.articles:
            return Prepared(claim, (), now, UP_TO_DATE, is_up_to_date=True)
        return Prepared(claim, (), now, shown=shown, edits=edits)

    async def _page(self, frame: Frame, message: Message, article: Article) -> Page:
        if message.shows is Shows.SOURCES and article.status is Status.PUBLISHED:
            return sources(frame, article, page=message.page)
        neighbours = await self._storage.articles.get_neighbours(article)
        chats = self._storage.chats
        state = await chats.get_story_state(message.chat_id, article.number) if frame.is_private else UNTOUCHED
        frame = replace(frame, has_rich=message.shows is Shows.RICH_STORY)  # as it was sent, whatever is wanted by now
        return story(frame, article, neighbours, state=state, page=message.page)

    async def _frame(self, message: Message) -> Frame:
        found = await self._storage.subscriptions.find_with_chat(message.chat_id, message.thread_id)
        chat, subscription = found if found is not None else (None, None)
        language = subscription.spoken_language if subscription else chat.language if chat else "en"
        preferences = subscription.preferences if subscription else Preferences()
        profile = Profile(
            language=language, is_private=message.chat_id > 0, preferences=preferences, at=self._clock(), cutoff=None
        )
        return self._frames(profile)
