"""Telegram's limits, used to the full and never exceeded (https://core.telegram.org/bots/faq#broadcasting-to-users).

One pace per bot: every message, bulk or reply, takes the next slot of it; nothing is reserved for either. Bulk claims
only a little ahead, so a reply waits no longer than that.
"""

import asyncio
import math
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from storage.deliveries import Deliveries

# Slots are a little further apart than the limit asks, so that jitter on the way never puts 31 into a second.
USED_SHARE = 0.967
GROUP_WINDOW_SECONDS = 60.0
PRIVATE_BURST = 3
LOOK_AHEAD = timedelta(seconds=0.1)
LATEST_SECONDS = 0.03  # a slot that is used later would fall into the next second's
SWEPT_CHATS = 5000


@dataclass(frozen=True, slots=True)
class Limits:
    """How much may be sent; 0 lifts a limit."""

    overall_per_second: float = 30
    chat_per_second: float = 1
    group_per_minute: float = 20

    @property
    def interval(self) -> timedelta:
        """The distance between two messages of the bot."""
        rate = self.overall_per_second * USED_SHARE
        return timedelta(seconds=1 / rate) if rate else timedelta(0)

    def reply_window(self, chat_id: int) -> tuple[float, int]:
        """Return how many replies a chat may get in how many seconds; 0 for any number."""
        if chat_id < 0:
            return GROUP_WINDOW_SECONDS, math.ceil(self.group_per_minute)
        return (PRIVATE_BURST / self.chat_per_second, PRIVATE_BURST) if self.chat_per_second else (0.0, 0)

    def chat_distance(self, chat_id: int) -> timedelta:
        """The distance between two bulk messages to one chat; groups and channels have negative ids."""
        per_second = self.chat_per_second if chat_id > 0 else self.group_per_minute / GROUP_WINDOW_SECONDS
        return timedelta(seconds=1.02 / per_second) if per_second else timedelta(0)


class Budget(Protocol):
    """Where slots are taken from."""

    async def take(self, count: int) -> float | None:
        """Take `count` slots; return the seconds until the first, or None if it is too early to take more."""

    def use(self, late_seconds: float) -> bool:
        """Use a slot so long after its time; return False where it is lost: others may send in this moment."""


class OwnBudget:
    """The budget of a process that is alone with its bot: it knows all that was sent, and needs to lose no slot."""

    def __init__(self, limits: Limits, monotonic: Callable[[], float]) -> None:
        self._interval = limits.interval.total_seconds()
        self._monotonic = monotonic
        self._next_at = 0.0
        # A slot that comes late, for the machine is busy, is used where its second has room left.
        self._window = max(1.0, self._interval)
        self._most = max(1, math.floor(limits.overall_per_second * self._window))
        self._most_late = max(1, math.floor(self._window / self._interval)) if self._interval else self._most
        self._used: deque[float] = deque(maxlen=self._most)

    async def take(self, count: int) -> float | None:
        """Take slots in this process's memory."""
        now = self._monotonic()
        start = max(self._next_at, now)
        if start - now > LOOK_AHEAD.total_seconds():
            return None
        self._next_at = start + self._interval * count
        return start - now

    def use(self, late_seconds: float) -> bool:
        """Use a slot, however late, unless the last second is full."""
        now = self._monotonic()
        most = self._most if late_seconds <= LATEST_SECONDS else self._most_late
        if len(self._used) >= most and self._used[-most] > now - self._window:
            return False
        self._used.append(now)
        return True


class SharedBudget:
    """The budget of all workers of one bot, a row in their database."""

    def __init__(self, deliveries: Deliveries, name: str, interval: timedelta) -> None:
        self._deliveries = deliveries
        self._name = name
        self._interval = interval

    async def take(self, count: int) -> float | None:
        """Take slots by the database's clock."""
        return await self._deliveries.reserve_slots(self._name, count, self._interval, ahead=LOOK_AHEAD)

    def use(self, late_seconds: float) -> bool:
        """Use a slot in its time alone: what other workers sent meanwhile is not known here."""
        return late_seconds <= LATEST_SECONDS


class Limiter:
    """Lets messages go when they may."""

    def __init__(self, limits: Limits, budget: Budget, monotonic: Callable[[], float]) -> None:
        self.limits = limits
        self._budget = budget
        self._monotonic = monotonic
        self._paused_until = 0.0
        self._replying = 0  # replies that have no slot yet
        self._line = asyncio.Lock()
        longest = max(PRIVATE_BURST, math.ceil(limits.group_per_minute))
        self._sent: dict[int, deque[float]] = defaultdict(lambda: deque(maxlen=longest))  # as many as a window counts
        self._swept_at = SWEPT_CHATS

    def pause(self, seconds: float) -> None:
        """Send nothing for as long as Telegram told."""
        self._paused_until = max(self._paused_until, self._monotonic() + seconds)

    @property
    def is_open(self) -> bool:
        """Whether bulk has no slot to wait for: the bot's limit is lifted, and it was not told to pause."""
        return not self.limits.overall_per_second and self._paused_until <= self._monotonic()

    async def wait_for_slot(self, chat_id: int) -> None:
        """Wait for a slot for bulk; who asks first goes first."""
        if not self.is_open:
            async with self._line:
                wait = await self._take()
            await self._until_slot(wait)
        if chat_id < 0 and self.limits.group_per_minute:
            self._sent_to(chat_id).append(self._monotonic())  # replies to a group keep to what is left of its minute

    async def _until_slot(self, wait: float) -> None:
        while True:
            slot_at = self._monotonic() + wait
            if wait > 0:
                await asyncio.sleep(wait)
            now = self._monotonic()
            is_paced = self.limits.overall_per_second > 0
            if self._paused_until <= now and (not is_paced or self._budget.use(now - slot_at)):
                return
            wait = await self._take()  # a pause began meanwhile, or the loop was held up: the slot is lost

    async def _take(self, *, is_reply: bool = False) -> float:
        """Take the bot's next slot, replies before bulk; return how long it is until then."""
        while True:
            paused = self._paused_until - self._monotonic()
            if paused > 0:
                await asyncio.sleep(paused)
                continue
            if not self.limits.overall_per_second:
                return 0.0
            if is_reply or not self._replying:
                wait = await self._budget.take(1)
                if wait is not None:
                    return wait
            await asyncio.sleep(LOOK_AHEAD.total_seconds() / 4)

    def group_waits_seconds(self, chat_id: int) -> float:
        """Return how long bulk to a group has to wait until its minute has room, after replies to it; 0 for none."""
        if chat_id > 0:
            return 0.0
        now = self._monotonic()
        return self._free_at(chat_id, now) - now

    def _free_at(self, chat_id: int, now: float) -> float:
        """Return when a chat's window has room for one more."""
        window, count = self.limits.reply_window(chat_id)
        sent = self._sent_to(chat_id)
        return max(now, sent[-count] + window) if count and len(sent) >= count else now

    def has_room(self, chat_id: int) -> bool:
        """Whether a reply to a chat need not wait for the chat's own limit, and the bot is not told to pause."""
        window, count = self.limits.reply_window(chat_id)
        now = self._monotonic()
        is_free = not count or sum(each > now - window for each in self._sent_to(chat_id)) < count
        return is_free and self._paused_until <= now

    async def wait_for_reply(self, chat_id: int) -> None:
        """Wait until a reply may go to a chat: bursts of three in private, twenty a minute in groups."""
        if self.limits.reply_window(chat_id)[1]:
            await self._wait_for_window(chat_id)
        self._replying += 1
        try:
            wait = await self._take(is_reply=True)  # past the line of bulk
        finally:
            self._replying -= 1
        await self._until_slot(wait)

    async def _wait_for_window(self, chat_id: int) -> None:
        """Keep to so many messages in any window; those who wait keep their order."""
        now = self._monotonic()
        free_at = self._free_at(chat_id, now)
        self._sent_to(chat_id).append(free_at)
        if free_at > now:
            await asyncio.sleep(free_at - now)

    def _sent_to(self, chat_id: int) -> deque[float]:
        """Return when a chat got its last messages; chats that no limit counts any more are forgotten by and by."""
        if len(self._sent) > self._swept_at:
            long_ago = self._monotonic() - max(self.limits.reply_window(chat)[0] for chat in (1, -1))
            for chat in [chat for chat, sent in self._sent.items() if not sent or sent[-1] <= long_ago]:
                del self._sent[chat]
            self._swept_at = max(SWEPT_CHATS, 2 * len(self._sent))
        return self._sent[chat_id]
