"""Planning: what is due becomes rows of the ledger; once per occurrence, late or not at all."""

import logging
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.delivery.composing import Composer, make_composer
from bot.newsroom.schedule import is_quiet, next_occurrence
from bot.views.page import Frame
from storage.errors import StorageUnavailable
from storage.model import Composition, Occurrence, Subscription
from storage.plans import Plan
from storage.store import Storage

log = logging.getLogger("dateline.delivery")

DUE_AT_ONCE = 500
PARKED = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Planner:
    """Turns due subscriptions into deliveries."""

    storage: Storage
    frame: Callable[[Subscription], Frame]
    grace: timedelta

    async def plan_due(self, now: datetime) -> AsyncIterator[int]:
        """Plan everything that is due, yielding after each batch how many subscriptions it had."""
        if not (due := await self.storage.subscriptions.list_due(now, limit=DUE_AT_ONCE)):
            return
        composer = await make_composer(self.storage.articles, self.frame)
        while due:
            plans = [plan for each in due if (plan := await self._find_plan(each, composer, now)) is not None]
            await self.storage.plans.carry_out(plans, now=now)
            yield len(due)
            due = await self.storage.subscriptions.list_due(now, limit=DUE_AT_ONCE)

    async def _find_plan(self, subscription: Subscription, composer: Composer, now: datetime) -> Plan | None:
        """Return what to do for one subscription; one that cannot be planned holds up nobody else."""
        if subscription.next_occurrence is None:
            return None
        try:
            return await self._plan(subscription, subscription.next_occurrence, composer, now)
        except (StorageUnavailable, OSError):
            raise
        except Exception:
            log.exception("subscription %d cannot be planned; it is looked at again in an hour", subscription.id)
            await self.storage.subscriptions.park(subscription.id, until=now + PARKED)
            return None

    async def _plan(
        self,
        subscription: Subscription,
        occurrence: Occurrence,
        composer: Composer,
        now: datetime,
    ) -> Plan:
        following = follow(subscription, occurrence, now=now, grace=self.grace)
        expires_at = occurrence.due_at + self.grace
        if following is not None:
            expires_at = min(expires_at, max(following.due_at, occurrence.due_at + timedelta(minutes=1)))
        is_late = expires_at <= now
        composition = None
        if not is_late:
            composition = await composer.compose(subscription, due_at=occurrence.due_at)
        preferences = subscription.preferences
        return Plan(
            subscription=subscription,
            occurrence=occurrence_name(occurrence),
            composition=composition,
            is_silent=preferences.is_silent or is_quiet(occurrence.at, preferences.quiet),
            due_at=occurrence.due_at,
            expires_at=expires_at,
            cutoff=None if is_late else composer.horizon,
            next_occurrence=following,
        )

    async def plan_now(self, now: datetime, *, chat_id: int | None = None) -> int:
        """Plan a briefing for all active subscriptions, or one chat's, outside their schedules; return how many."""
        composer = await make_composer(self.storage.articles, self.frame)
        planned = 0
        async for page in self.storage.subscriptions.iter_active():
            plans = []
            for subscription in page:
                if chat_id in (None, subscription.chat_id):
                    composition = await composer.compose(subscription, due_at=now)
                    if composition is not None:
                        plans.append(self._plan_now(subscription, composition, composer.horizon, now))
            await self.storage.plans.carry_out(plans, now=now)
            planned += len(plans)
        return planned

    def _plan_now(
        self, subscription: Subscription, composition: Composition, horizon: datetime | None, now: datetime
    ) -> Plan:
        return Plan(
            subscription=subscription,
            occurrence=f"by hand {now.isoformat(timespec='seconds')}",
            composition=composition,
            is_silent=subscription.preferences.is_silent,
            due_at=now,
            expires_at=now + self.grace,
            cutoff=horizon,
            follows=False,
        )


def occurrence_name(occurrence: Occurrence) -> str:
    """Return the name under which an occurrence is delivered once: its local date and time."""
    return f"{occurrence.day.isoformat()} {occurrence.at.isoformat('minutes')}"


def follow(subscription: Subscription, occurrence: Occurrence, *, now: datetime, grace: timedelta) -> Occurrence | None:
    """Return the occurrence after one; of many that were missed, only those that can still be sent."""
    slots, zone = subscription.preferences.slots, ZoneInfo(subscription.preferences.zone)
    following = next_occurrence(slots, zone, now=now, after=occurrence)
    if following is not None and following.due_at + grace <= now:
        return next_occurrence(slots, zone, now=now - grace)
    return following
