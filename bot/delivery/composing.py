"""Composing: one text per profile, however many chats share it."""

import hashlib
import json
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.delivery.encoding import encode_page
from bot.newsroom.selection import select_articles
from bot.views.briefing import briefing, nothing_new
from bot.views.page import Frame, Page
from storage.articles import Articles
from storage.model import Article, Composition, Subscription
from storage.preferences import to_json

MOST_CANDIDATES = 500  # a briefing looks at no more than this many new articles
KEPT_COMPOSITIONS = 512  # of a tick; a profile seen again after so many others is composed again
KEPT_CANDIDATES = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Composer:
    """Makes the briefings of one tick: all of them end at the same `horizon`, the last publication they consider."""

    articles: Articles
    frame: Callable[[Subscription], Frame]
    horizon: datetime | None
    compositions: OrderedDict[str, Composition | None]
    candidates: dict[datetime | None, tuple[Article, ...]]

    async def compose(self, subscription: Subscription, *, due_at: datetime) -> Composition | None:
        """Return the briefing of a subscription's profile; None for nothing to say."""
        key = profile_key(subscription, due_at=due_at, horizon=self.horizon)
        if key not in self.compositions:
            pages = await self.pages(subscription, now=due_at)
            self.compositions[key] = _composition(key, pages) if pages else None
            while len(self.compositions) > KEPT_COMPOSITIONS:
                self.compositions.popitem(last=False)
        self.compositions.move_to_end(key)
        return self.compositions[key]

    async def pages(self, subscription: Subscription, *, now: datetime) -> tuple[Page, ...]:
        """Return a briefing's pages; none where there is nothing new and the chat wants no word about it."""
        selection = select_articles(
            await self._candidates(subscription.cutoff), subscription.preferences, cutoff=subscription.cutoff
        )
        frame = self.frame(subscription)
        if not selection.choices:
            says_so = subscription.preferences.says_nothing_new
            return (nothing_new(frame, since=subscription.cutoff),) if says_so else ()
        chosen = tuple(choice.article for choice in selection.choices)
        updates = frozenset(choice.article.number for choice in selection.choices if choice.is_update)
        return briefing(frame, chosen, now=now, more=selection.more, updates=updates)

    async def _candidates(self, cutoff: datetime | None) -> tuple[Article, ...]:
        if self.horizon is None:
            return ()
        if cutoff not in self.candidates:
            if len(self.candidates) >= KEPT_CANDIDATES:
                self.candidates.clear()
            self.candidates[cutoff] = await self.articles.list_since(cutoff, self.horizon, limit=MOST_CANDIDATES)
        return self.candidates[cutoff]


async def make_composer(articles: Articles, frame: Callable[[Subscription], Frame]) -> Composer:
    """Return a composer for one tick, up to what is published now."""
    horizon = await articles.find_horizon()
    return Composer(articles=articles, frame=frame, horizon=horizon, compositions=OrderedDict(), candidates={})


def profile_key(subscription: Subscription, *, due_at: datetime, horizon: datetime | None) -> str:
    """Return what decides a briefing's text, as a short key: equal profiles share one composition (SPEC §1)."""
    preferences = to_json(subscription.preferences)
    local = due_at.astimezone(ZoneInfo(subscription.preferences.zone))
    for name in ("slots", "quiet", "is_silent", "zone"):
        del preferences[name]
    profile = {
        **preferences,
        "language": subscription.language,
        "is_private": subscription.chat_id > 0,
        "local": local.isoformat(timespec="minutes")[:16],
        "cutoff": subscription.cutoff.isoformat() if subscription.cutoff else None,
        "horizon": horizon.isoformat() if horizon else None,
    }
    return hashlib.sha256(json.dumps(profile, sort_keys=True).encode()).hexdigest()[:32]


def _composition(key: str, pages: tuple[Page, ...]) -> Composition:
    return Composition(key=key, bodies=tuple(map(encode_page, pages)), articles=tuple(page.articles for page in pages))
