"""Composing: one text per profile, however many chats share it."""

import asyncio
import hashlib
import json
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.delivery.encoding import encode_page
from bot.newsroom.selection import Selection, hidden_by_section, select_articles, since
from bot.views.alert import alert
from bot.views.briefing import briefing, nothing_new, only_notices, part_of_day
from bot.views.page import Frame, Page
from storage.candidates import Candidates
from storage.model import Article, Candidate, Composition, Notice, Profile, Status, Subscription
from storage.store import Storage

MOST_CANDIDATES = 2000  # a briefing looks at no more than this many new articles of its profile
KEPT_CANDIDATES = 32  # combinations of sections and languages
KEPT_COMPOSITIONS = 512  # of a tick; a text that is wanted again after so many others is rendered again
KEPT_SELECTIONS = 4096
KEPT_ARTICLES = 512
KEPT_PAGES = 64

Frames = Callable[[Profile], Frame]


def profile_of(subscription: Subscription, *, at: datetime, notices: tuple[Notice, ...] = ()) -> Profile:
    """Return what decides the text of a subscription's briefing made for a moment."""
    return Profile(
        language=subscription.language,
        is_private=subscription.chat_id > 0,
        preferences=subscription.preferences,
        at=at,
        cutoff=subscription.cutoff,
        notices=notices,
    )


@dataclass(frozen=True, slots=True)
class Known:
    """What a chat is still to hear of, and which articles it got as alerts."""

    notices: tuple[Notice, ...] = ()
    alerted: frozenset[int] = frozenset()


NOTHING_KNOWN = Known()


async def list_known(storage: Storage, subscriptions: Sequence[Subscription]) -> dict[int, Known]:
    """Return what is known of each of these subscriptions."""
    untold = await storage.notices.list([(each.chat_id, each.thread_id) for each in subscriptions])
    alerted = await storage.deliveries.list_alerted([each.id for each in subscriptions])
    return {
        each.id: Known(untold.get((each.chat_id, each.thread_id), ()), alerted.get(each.id, frozenset()))
        for each in subscriptions
    }


@dataclass(frozen=True, slots=True)
class Answered:
    """A briefing for whoever asked: its pages, and as it is kept."""

    pages: tuple[Page, ...]
    composition: Composition


class BriefingCache:
    """What briefings are made of, read again only when something was published, corrected or withdrawn."""

    def __init__(self, candidates: Candidates) -> None:
        self._candidates = candidates
        self.articles: OrderedDict[int, Article] = OrderedDict()
        self.answered: OrderedDict[str, Answered] = OrderedDict()
        self._known: OrderedDict[tuple[frozenset[str], frozenset[str]], tuple[Candidate, ...]] = OrderedDict()
        self.version: tuple[int, datetime | None] | None = None
        self._reading = asyncio.Lock()

    async def refresh(self) -> datetime | None:
        """Forget what is outdated; return the last publication or correction: what is made now has considered it."""
        version = await self._candidates.get_version()
        if version != self.version:
            for kept in (self._known, self.articles, self.answered):
                kept.clear()
            self.version = version
        return version[1]

    async def list_of(self, sections: frozenset[str], languages: frozenset[str]) -> tuple[Candidate, ...]:
        """Return the candidates of these sections and languages, the newest first."""
        key = sections, languages
        if key not in self._known:
            async with self._reading:  # many who start at once ask for the same
                if key not in self._known:
                    version = self.version
                    found = await self._candidates.list(sections, languages, limit=MOST_CANDIDATES)
                    if version != self.version:
                        return found
                    self._known[key] = found
                    keep_newest(self._known, KEPT_CANDIDATES)
        return self._known.get(key, ())

    async def list_mentioning(self, numbers: list[int], phrases: frozenset[str]) -> frozenset[int]:
        """Return which of these articles mention one of the phrases."""
        return await self._candidates.list_mentioning(numbers, phrases)


@dataclass(frozen=True, slots=True, kw_only=True)
class Composer:
    """Makes the briefings of one tick: all of them end at the same `horizon`, the last publication they consider."""

    storage: Storage
    cache: BriefingCache
    frames: Frames
    horizon: datetime | None
    compositions: OrderedDict[str, Composition] = field(default_factory=OrderedDict)
    selections: OrderedDict[tuple[object, ...], Selection] = field(default_factory=OrderedDict)

    async def compose(
        self,
        subscription: Subscription,
        *,
        due_at: datetime,
        known: Known = NOTHING_KNOWN,
    ) -> Composition | None:
        """Return the briefing of a subscription's profile, without what it got as alerts; None for nothing to say."""
        profile = profile_of(subscription, at=due_at, notices=known.notices)
        selection = await self.select(profile, known.alerted)
        if not _has_words(profile, selection):
            return None
        chosen = await self._articles_of(selection)
        key = text_key(profile, selection, chosen)
        if key not in self.compositions:
            pages = render(self.frames(profile), profile, selection, chosen)
            self.compositions[key] = make_composition(key, profile, selection, pages)
            keep_newest(self.compositions, KEPT_COMPOSITIONS)
            await asyncio.sleep(0)  # a thousand of them in a row hold nobody up
        return self.compositions[key]

    async def answer(
        self,
        subscription: Subscription,
        *,
        now: datetime,
        known: Known = NOTHING_KNOWN,
    ) -> Answered | None:
        """Return the briefing for whoever asks; None where there is nothing new, and no word is wanted about it."""
        profile = profile_of(subscription, at=now, notices=known.notices)
        selection = await self.select(profile, known.alerted)
        if not _has_words(profile, selection):
            return None
        chosen = await self._articles_of(selection)
        key = text_key(profile, selection, chosen)
        if key not in self.cache.answered:
            pages = render(self.frames(profile), profile, selection, chosen)
            self.cache.answered[key] = Answered(pages, make_composition(key, profile, selection, pages))
            keep_newest(self.cache.answered, KEPT_PAGES)
        return self.cache.answered[key]

    async def select(self, profile: Profile, alerted: frozenset[int] = frozenset()) -> Selection:
        """Choose a profile's articles; those that were sent as alerts are left out."""
        wishes, cutoff = profile.preferences, profile.cutoff
        key = (wishes.sections, wishes.languages, wishes.mutes, wishes.max_articles, cutoff, alerted)
        if key not in self.selections:
            self.selections[key] = await self._select(profile, alerted)
            keep_newest(self.selections, KEPT_SELECTIONS)
        return self.selections[key]

    async def _select(self, profile: Profile, alerted: frozenset[int]) -> Selection:
        if self.horizon is None:
            return Selection((), frozenset(), 0)
        wishes = profile.preferences
        everything = await self.cache.list_of(wishes.sections, wishes.languages)
        new = since(everything, profile.cutoff)
        hidden: frozenset[int] = frozenset()
        if wishes.mutes:
            mentioning = await self.cache.list_mentioning([each.number for each in new], wishes.mutes)
            hidden = mentioning | hidden_by_section(new, wishes)
        return select_articles(
            new,
            limit=wishes.max_articles,
            cutoff=profile.cutoff,
            hidden=hidden | alerted,
            has_more=len(new) >= MOST_CANDIDATES,
        )

    async def _articles_of(self, selection: Selection) -> tuple[Article, ...]:
        known = map(self.cache.articles.get, selection.numbers)
        chosen = {each.number: each for each in known if each is not None}
        missing = [number for number in selection.numbers if number not in chosen]
        if missing:
            version = self.cache.version
            found = {each.number: each for each in await self.storage.articles.list_numbered(missing)}
            chosen |= found
            if version == self.cache.version:  # else they may be outdated by now
                self.cache.articles.update(found)
                keep_newest(self.cache.articles, KEPT_ARTICLES)
        wanted = (chosen.get(number) for number in selection.numbers)
        return tuple(article for article in wanted if article is not None and article.status is Status.PUBLISHED)


def _has_words(profile: Profile, selection: Selection) -> bool:
    return bool(selection.numbers or profile.notices or profile.preferences.says_nothing_new)


def keep_newest(kept: OrderedDict[Any, Any], most: int) -> None:
    """Forget the oldest of what is kept, but for so many."""
    while len(kept) > most:
        kept.popitem(last=False)


async def make_composer(storage: Storage, cache: BriefingCache, frames: Frames) -> Composer:
    """Return a composer for one tick, up to what is published now."""
    return Composer(storage=storage, cache=cache, frames=frames, horizon=await cache.refresh())


def render(frame: Frame, profile: Profile, selection: Selection, articles: tuple[Article, ...]) -> tuple[Page, ...]:
    """Return the pages of a briefing, or of an alert."""
    if profile.is_alert:
        return tuple(alert(frame, article) for article in articles)
    if not articles and profile.notices:
        return (only_notices(frame, profile.notices),)
    if not articles:
        return (nothing_new(frame, since=profile.cutoff),)
    return briefing(
        frame,
        articles,
        now=profile.at,
        more=selection.more,
        has_more=selection.has_more,
        updates=selection.updates,
        notices=profile.notices,
    )


def text_key(profile: Profile, selection: Selection, articles: tuple[Article, ...]) -> str:
    """Return a short name for a briefing's text: what it shows, in which revisions, and how."""
    zone = ZoneInfo(profile.preferences.zone)
    local = profile.at.astimezone(zone)
    shows: dict[str, object] = {
        "articles": [(each.number, each.revision, each.number in selection.updates) for each in articles],
        "more": [selection.more, selection.has_more],
        "language": profile.language,
        "is_private": profile.is_private,
        "heading": [local.date().isoformat(), part_of_day(local.hour)],
    }
    if profile.is_alert:
        shows["is_alert"] = True
    if profile.notices:
        shows["notices"] = [notice.correction_id for notice in profile.notices]
    if not articles:
        shows["since"] = profile.cutoff.astimezone(zone).isoformat()[:16] if profile.cutoff else None
    return hashlib.sha256(json.dumps(shows, sort_keys=True).encode()).hexdigest()[:32]


def make_composition(key: str, profile: Profile, selection: Selection, pages: tuple[Page, ...]) -> Composition:
    """Return a rendered briefing as it is stored."""
    return Composition(
        key=key,
        bodies=tuple(map(encode_page, pages)),
        articles=tuple(page.articles for page in pages),
        profile=profile,
        updates=selection.updates,
        more=selection.more,
        has_more=selection.has_more,
    )
