"""Composing: one text per profile, however many chats share it."""

import asyncio
import hashlib
import json
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.delivery.briefing_cache import MOST_CANDIDATES, Answered, BriefingCache, keep_newest
from bot.delivery.encoding import encode_page
from bot.newsroom.breaking import alert_ends_at
from bot.newsroom.selection import Selection, hidden_by_section, select_articles, since, until
from bot.views.alert import alert
from bot.views.briefing import briefing, nothing_new, only_notices, part_of_day
from bot.views.page import Frame, Page
from storage.model import Article, Composition, Notice, Profile, Status, Subscription
from storage.store import Storage
from storage.words import section_slug

KEPT_COMPOSITIONS = 512  # of a tick; a text that is wanted again after so many others is rendered again
KEPT_SELECTIONS = 4096
KEPT_ARTICLES = 512
KEPT_PAGES = 64

Frames = Callable[[Profile], Frame]


def profile_of(subscription: Subscription, *, at: datetime, notices: tuple[Notice, ...] = ()) -> Profile:
    """Return what decides the text of a subscription's briefing made for a moment."""
    return Profile(
        language=subscription.spoken_language,
        is_private=subscription.chat_id > 0,
        preferences=subscription.preferences,
        at=at,
        cutoff=subscription.cutoff,
        notices=notices,
    )


@dataclass(frozen=True, slots=True)
class Known:
    """What a chat is still to hear of, which articles it got as alerts, and which series it follows."""

    notices: tuple[Notice, ...] = ()
    alerted: frozenset[int] = frozenset()
    followed: frozenset[int] = frozenset()


NOTHING_KNOWN = Known()


async def list_known(storage: Storage, subscriptions: Sequence[Subscription]) -> dict[int, Known]:
    """Return what is known of each of these subscriptions."""
    untold = await storage.notices.list([(each.chat_id, each.thread_id) for each in subscriptions])
    alerted = await storage.deliveries.list_alerted([each.id for each in subscriptions])
    followed = await storage.series.list_followed({each.chat_id for each in subscriptions})
    return {
        each.id: Known(
            untold.get((each.chat_id, each.thread_id), ()),
            alerted.get(each.id, frozenset()),
            followed.get(each.chat_id, frozenset()),
        )
        for each in subscriptions
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Composer:
    """Makes the briefings of one tick: all of them end at the same `horizon`, the last publication they consider."""

    storage: Storage
    cache: BriefingCache
    frames: Frames
    horizon: datetime | None
    thin_sections: tuple[str, ...] = ()
    breaking: frozenset[int] = frozenset()  # articles whose alerts are about to be planned
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
        profile = self._profile(subscription, due_at, known)
        selection = await self.select(profile, self._alerted(profile, known), known.followed)
        if not _has_words(profile, selection):
            return None
        profile = replace(profile, followed=selection.followed)
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
        profile = self._profile(subscription, now, known)
        selection = await self.select(profile, self._alerted(profile, known), known.followed)
        if not _has_words(profile, selection):
            return None
        profile = replace(profile, followed=selection.followed)
        chosen = await self._articles_of(selection)
        key = text_key(profile, selection, chosen)
        if key not in self.cache.answered:
            pages = render(self.frames(profile), profile, selection, chosen)
            self.cache.answered[key] = Answered(pages, make_composition(key, profile, selection, pages))
            keep_newest(self.cache.answered, KEPT_PAGES)
        return self.cache.answered[key]

    def _profile(self, subscription: Subscription, at: datetime, known: Known) -> Profile:
        profile = profile_of(subscription, at=at, notices=known.notices)
        wanted = profile.preferences.sections
        thin = tuple(name for name in self.thin_sections if not wanted or section_slug(name) in wanted)
        return replace(profile, thin_sections=thin) if thin else profile

    def _alerted(self, profile: Profile, known: Known) -> frozenset[int]:
        """Return what a chat got as alerts, or gets in a moment."""
        return known.alerted | self.breaking if profile.preferences.has_alerts else known.alerted

    async def select(
        self, profile: Profile, alerted: frozenset[int] = frozenset(), followed: frozenset[int] = frozenset()
    ) -> Selection:
        """Choose a profile's articles; those that were sent as alerts are left out, those of followed series first."""
        wishes, cutoff = profile.preferences, profile.cutoff
        key = (wishes.sections, wishes.languages, wishes.mutes, wishes.max_articles, cutoff, alerted, followed)
        if key not in self.selections:
            self.selections[key] = await self._select(profile, alerted, followed)
            keep_newest(self.selections, KEPT_SELECTIONS)
        return self.selections[key]

    async def _select(self, profile: Profile, alerted: frozenset[int], followed: frozenset[int]) -> Selection:
        if self.horizon is None:
            return Selection((), frozenset(), 0)
        wishes = profile.preferences
        everything = await self.cache.list_of(wishes.sections, wishes.languages)
        # Published while others were composed: it belongs to the next briefing, whose cutoff this one's horizon is.
        new = until(since(everything, profile.cutoff), self.horizon)
        if followed:  # whatever its section and language
            of_followed = await self.storage.candidates.list_series(followed, since=profile.cutoff)
            new = tuple(dict.fromkeys((*until(of_followed, self.horizon), *new)))
        hidden: frozenset[int] = frozenset()
        if wishes.mutes:
            mentioning = await self.cache.list_mentioning([each.number for each in new], wishes.mutes)
            hidden = mentioning | hidden_by_section(new, wishes)
        return select_articles(
            new,
            limit=wishes.max_articles,
            cutoff=profile.cutoff,
            hidden=hidden | alerted,
            followed=followed,
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


async def make_composer(storage: Storage, cache: BriefingCache, frames: Frames, *, now: datetime) -> Composer:
    """Return a composer for one tick, up to what is published now."""
    horizon, thin = await cache.refresh(), await cache.list_thin_sections(storage.feeds, now)
    waiting = await storage.articles.list_unalerted()
    breaking = frozenset(article.number for article in waiting if alert_ends_at(article, now) > now)
    return Composer(storage=storage, cache=cache, frames=frames, horizon=horizon, thin_sections=thin, breaking=breaking)


def render(frame: Frame, profile: Profile, selection: Selection, articles: tuple[Article, ...]) -> tuple[Page, ...]:
    """Return the pages of a briefing, or of an alert."""
    if profile.is_alert:
        return tuple(alert(frame, article) for article in articles)
    if not articles and profile.notices:
        return (only_notices(frame, profile.notices),)
    if not articles:
        preferences, thin = profile.preferences, profile.thin_sections
        return (nothing_new(frame, preferences, since=profile.cutoff, now=profile.at, thin_sections=thin),)
    return briefing(
        frame,
        articles,
        now=profile.at,
        more=selection.more,
        has_more=selection.has_more,
        updates=selection.updates,
        followed=profile.followed,
        notices=profile.notices,
        thin_sections=profile.thin_sections,
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
    if profile.preferences.has_marks:
        shows["has_marks"] = True
    if profile.followed:
        shows["followed"] = sorted(profile.followed)
    if any(each.earlier for each in articles):
        shows["earlier"] = [each.earlier for each in articles]
    if profile.notices:
        shows["notices"] = [(notice.correction_id, notice.headline) for notice in profile.notices]
    if profile.thin_sections:
        shows["thin_sections"] = profile.thin_sections
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
