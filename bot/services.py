"""The parts of the running bot, as handlers are given them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot import subscribing
from bot.clock import Clock
from bot.delivery.briefing_cache import BriefingCache
from bot.delivery.telegram import Telegram
from bot.i18n import Catalog, Words
from bot.ingest.links import Links
from bot.opens import Opens
from bot.views.page import Frame, showing
from bot.views.privacy import Imprint
from storage.model import Preferences, Profile, Slot, Subscription
from storage.store import Storage


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """The parts of the running bot, wired by bot.app."""

    storage: Storage
    briefings: BriefingCache
    telegram: Telegram
    catalog: Catalog
    clock: Clock
    publication: str
    username: str
    zone: str
    briefing_time: time
    max_articles: int
    picture_origin: str | None
    pages_url: str | None = None  # where stories have web pages
    has_inline: bool = False  # whether the bot can be asked inline
    offers_rich: bool = True  # whether stories may be native pages
    owner_ids: frozenset[int] = frozenset()
    # Commands, and what those of the desk are said to do.
    editors_menu: tuple[tuple[str, str | None], ...] = ()
    owners_menu: tuple[tuple[str, str | None], ...] = ()
    imprint: Imprint = field(default_factory=Imprint)
    kept_days: Mapping[str, int] = field(default_factory=dict)  # by the key of the catalogue that says what is kept
    opens: Opens
    links: Links | None = None  # reads pages that editors send, where this process may

    def frame(self, words: Words, *, is_private: bool, zone: str | None = None) -> Frame:
        """Return the frame that pages for a chat are made in."""
        return Frame(
            words=words,
            publication=self.publication,
            username=self.username,
            zone=ZoneInfo(zone or self.zone),
            is_private=is_private,
            picture_origin=self.picture_origin,
            pages_url=self.pages_url,
            has_inline=self.has_inline,
            offers_rich=self.offers_rich,
        )

    async def show_desk_menu(self, person_id: int) -> None:
        """Show the desk's commands in an editor's menu, beside the readers'."""
        words = self.catalog.words(None)
        commands = self.owners_menu if person_id in self.owner_ids else self.editors_menu
        menu = [(name, own or words(f"command-{name}")) for name, own in commands]
        await self.telegram.set_menu(person_id, menu)

    async def hide_desk_menu(self, person_id: int) -> None:
        """Show somebody the readers' menu again."""
        await self.telegram.set_menu(person_id, None)

    def frame_for(self, profile: Profile) -> Frame:
        """Return the frame that briefings of a profile are made in."""
        words = self.catalog.words(profile.language)
        frame = self.frame(words, is_private=profile.is_private, zone=profile.preferences.zone)
        wishes = profile.preferences
        return showing(frame, wishes)

    async def frame_of_chat(self, chat_id: int) -> Frame:
        """Return the frame in which a chat is told something by itself."""
        found = await self.storage.subscriptions.find_with_chat(chat_id, None)
        chat, subscription = found if found is not None else (None, None)
        language = subscription.spoken_language if subscription else chat.language if chat else None
        return self.frame(self.catalog.words(language), is_private=chat_id > 0)

    async def subscribe(
        self, chat_id: int, thread_id: int | None, *, language: str, now: datetime
    ) -> tuple[Subscription, bool]:
        """Return the chat's subscription, begun (again) with the configured time and zone; and whether it is new."""
        begun = replace(self.unsubscribed(chat_id, thread_id, language=language), is_stopped=False)
        return await subscribing.subscribe(self.storage.chats, self.storage.subscriptions, begun, now=now)

    def unsubscribed(self, chat_id: int, thread_id: int | None, *, language: str) -> Subscription:
        """Return what a chat without a subscription is shown: the configured time and zone, and that nothing comes."""
        slots = (Slot(self.briefing_time),)
        preferences = Preferences(slots=slots, zone=self.zone, max_articles=self.max_articles)
        return Subscription(
            id=0, chat_id=chat_id, thread_id=thread_id, language=language, preferences=preferences, is_stopped=True
        )

    async def keep_unsubscribed(
        self, chat_id: int, thread_id: int | None, *, language: str, now: datetime
    ) -> Subscription:
        """Store what a chat without a subscription wants to be different, though nothing comes yet."""
        kept, _ = await self.storage.subscriptions.ensure(
            self.unsubscribed(chat_id, thread_id, language=language), now=now
        )
        return kept
