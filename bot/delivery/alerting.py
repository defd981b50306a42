"""Alerts: a breaking article goes at once to every chat that wants it, once; later briefings leave it out."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.delivery.composing import Frames, make_composition, profile_of, render, text_key
from bot.newsroom.breaking import alert_ends_at, wants_alert
from bot.newsroom.schedule import quiet_span
from bot.newsroom.selection import Selection, hidden_by_section
from storage.candidates import candidate_of
from storage.model import Article, Candidate, Composition, DeliveryKind, Subscription
from storage.plans import Plan
from storage.store import Storage


@dataclass(frozen=True, slots=True, kw_only=True)
class Alerting:
    """Turns breaking articles into deliveries."""

    storage: Storage
    frames: Frames

    async def plan_due(self, now: datetime) -> AsyncIterator[int]:
        """Plan the alerts of breaking articles that have none yet, yielding after each page how many there were."""
        for article in await self.storage.articles.list_unalerted():
            if alert_ends_at(article, now) <= now:  # nobody was there in time to send it: it is no news to be woken by
                await self.storage.articles.note_alerted(article.number)
                continue
            candidate, compositions = candidate_of(article), dict[str, Composition]()
            muted: dict[frozenset[str], bool] = {}
            async for page in self.storage.subscriptions.iter_active():
                wanting = [each for each in page if await self._wants(each, article, candidate, muted, now)]
                plans = [self._plan(each, article, candidate, compositions, now) for each in wanting]
                yield await self.storage.plans.carry_out(plans, now=now)
            await self.storage.articles.note_alerted(article.number)

    async def _wants(
        self,
        subscription: Subscription,
        article: Article,
        candidate: Candidate,
        muted: dict[frozenset[str], bool],
        now: datetime,
    ) -> bool:
        wishes = subscription.preferences
        if not wants_alert(subscription, candidate, article.text.language, now=now):
            return False
        if wishes.mutes and wishes.mutes not in muted:
            mentioning = await self.storage.candidates.list_mentioning([article.number], wishes.mutes)
            muted[wishes.mutes] = bool(mentioning | hidden_by_section([candidate], wishes))
        return not muted.get(wishes.mutes, False)

    def _plan(
        self,
        subscription: Subscription,
        article: Article,
        candidate: Candidate,
        compositions: dict[str, Composition],
        now: datetime,
    ) -> Plan:
        profile = replace(profile_of(subscription, at=now), is_alert=True)
        selection = Selection((article.number,), frozenset(), 0)
        key = text_key(profile, selection, (article,))
        if key not in compositions:
            pages = render(self.frames(profile), profile, selection, (article,))
            compositions[key] = make_composition(key, profile, selection, pages)
        wishes, expires_at = subscription.preferences, alert_ends_at(article, now)
        return Plan(
            kind=DeliveryKind.ALERT,
            subscription=subscription,
            occurrence=f"alert {article.number}",
            composition=compositions[key],
            is_silent=wishes.is_silent,
            quiet=quiet_span(wishes.quiet, ZoneInfo(wishes.zone), start=now, end=expires_at),
            due_at=now,
            expires_at=expires_at,
            cutoff=None,
            follows=False,
            alerted_change_at=candidate.changed_at,
        )
