"""Planning: what is due becomes rows of the ledger; once per occurrence, late or not at all."""

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from bot import subscribing
from bot.delivery.briefing_cache import BriefingCache
from bot.delivery.composing import NOTHING_KNOWN, Composer, Frames, Known, list_known, make_composer
from bot.newsroom.schedule import next_occurrence, quiet_span
from storage.errors import StorageUnavailable
from storage.model import Composition, Occurrence, Subscription
from storage.plans import Plan
from storage.store import Storage

log = logging.getLogger("dateline.delivery")

DUE_AT_ONCE = 500
PARKED = timedelta(hours=1)
FURTHEST = timedelta(days=8)  # a slot has a weekday: the next one is a week away at most
_SUBSCRIPTIONS_AT_ONCE = 25  # planned before the loop turns


@dataclass(frozen=True, slots=True, kw_only=True)
class Planner:
    """Turns due subscriptions into deliveries."""

    storage: Storage
    cache: BriefingCache
    frames: Frames
    grace: timedelta

    async def plan_due(self, now: datetime) -> AsyncIterator[int]:
        """Plan everything that is due, yielding after each batch how many subscriptions it had.

        Each is looked at once: one that changes in this very moment has its turn at the next tick.
        """
        list_due = partial(self.storage.subscriptions.list_due, now, limit=DUE_AT_ONCE)
        if not (due := await list_due()):
            return
        composer = await make_composer(self.storage, self.cache, self.frames, now=now)
        while due:
            plans = []
            known = await list_known(self.storage, due)
            for place, each in enumerate(due, 1):
                if (plan := await self.find_plan(each, composer, now, known[each.id])) is not None:
                    plans.append(plan)
                if place % _SUBSCRIPTIONS_AT_ONCE == 0:
                    await asyncio.sleep(0)
            await self.storage.plans.carry_out(plans, now=now)
            yield len(due)
            last = due[-1]
            due = await list_due(after=(last.next_occurrence.due_at, last.id)) if last.next_occurrence else ()

    async def mend(self, now: datetime, *, was_ahead: bool = False) -> int:
        """Bring back next times that lie further ahead than any can: a clock was ahead, and is right again.

        Where it surely was, every next time is looked at, and what was missed by that clock alone is not missed. Return
        how many were brought back.
        """
        mended = last_id = 0
        moment = now if was_ahead else now + FURTHEST
        if was_ahead:
            await self.storage.deliveries.take_back_ahead(now)
        while far := await self.storage.subscriptions.list_far(now, moment, after_id=last_id, limit=DUE_AT_ONCE):
            for subscription in far:
                changed = await subscribing.change(self.storage.subscriptions, subscription, now=now, is_anew=True)
                mended += changed.next_occurrence != subscription.next_occurrence
            last_id = far[-1].id
        return mended

    async def find_plan(
        self, subscription: Subscription, composer: Composer, now: datetime, known: Known = NOTHING_KNOWN
    ) -> Plan | None:
        """Return what to do for one subscription; one that cannot be planned holds up nobody else."""
        if subscription.next_occurrence is None:
            return None
        try:
            return await self._plan(subscription, subscription.next_occurrence, composer, now, known)
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
        known: Known,
    ) -> Plan:
        following = follow(subscription, occurrence, now=now, grace=self.grace)
        expires_at = occurrence.due_at + self.grace
        if following is not None:
            expires_at = min(expires_at, max(following.due_at, occurrence.due_at + timedelta(minutes=1)))
        is_missed = expires_at <= now
        # Where Telegram refuses for now, only what is due when it is to be tried again is sent.
        rests = subscription.refusal is not None and occurrence.due_at < subscription.refusal.retry_at
        composition = None
        if not is_missed and not rests:
            composition = await composer.compose(subscription, due_at=occurrence.due_at, known=known)
        preferences = subscription.preferences
        return Plan(
            subscription=subscription,
            occurrence=occurrence_name(occurrence),
            composition=composition,
            is_silent=preferences.is_silent,
            quiet=quiet_span(preferences.quiet, ZoneInfo(preferences.zone), start=occurrence.due_at, end=expires_at),
            due_at=occurrence.due_at,
            expires_at=expires_at,
            cutoff=None if is_missed or rests else composer.horizon,
            next_occurrence=following,
            is_missed=is_missed and not rests,
        )

    async def plan_now(self, now: datetime, *, chat_id: int | None = None, overrides_pause: bool = False) -> int:
        """Plan a briefing for all active subscriptions, or one chat's, outside their schedules; return how many.

        Who has paused gets nothing, unless `overrides_pause` says so; quiet hours are kept, unless it does.
        """
        await self.storage.plans.expire(now)
        composer = await make_composer(self.storage, self.cache, self.frames, now=now)
        planned = 0
        async for page in self.storage.subscriptions.iter_active(chat_id=chat_id):
            plans = []
            known = await list_known(self.storage, page)
            for subscription in page:
                if subscription.is_paused(now) and not overrides_pause:
                    continue
                composition = await composer.compose(subscription, due_at=now, known=known[subscription.id])
                if composition is not None:
                    plans.append(
                        self._plan_now(
                            subscription, composition, composer.horizon, now, overrides_pause=overrides_pause
                        )
                    )
            planned += await self.storage.plans.carry_out(plans, now=now)
        return planned

    def _plan_now(
        self,
        subscription: Subscription,
        composition: Composition,
        horizon: datetime | None,
        now: datetime,
        *,
        overrides_pause: bool,
    ) -> Plan:
        preferences = subscription.preferences
        quiet = quiet_span(preferences.quiet, ZoneInfo(preferences.zone), start=now, end=now + self.grace)
        return Plan(
            subscription=subscription,
            occurrence=f"by hand {now.isoformat(timespec='seconds')}",
            composition=composition,
            is_silent=preferences.is_silent,
            quiet=None if overrides_pause else quiet,
            due_at=now,
            expires_at=now + self.grace,
            cutoff=horizon,
            follows=False,
            overrides_pause=overrides_pause,
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
