"""Taking updates in, by whatever way they come: each is committed, or nobody is told that it was."""

import hashlib
import logging
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.clock import Clock
from bot.updates.polled import Received
from bot.updates.quota import Quota, Verdict
from storage.inbox import Inbox
from storage.model import NewUpdate, UpdateState

log = logging.getLogger("dateline.updates")

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "inline_query", "my_chat_member")
OVER_QUOTA = "over the quota"
MOST_ODD_BYTES, MOST_ODDITIES = 65_536, 1000


class Reception:
    """Fills the inbox; what is beyond its sender's quota is kept, and not answered."""

    def __init__(
        self,
        inbox: Inbox,
        *,
        clock: Clock,
        on_received: Callable[[], None],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._inbox = inbox
        self._clock = clock
        self._on_received = on_received
        self._monotonic = monotonic
        self._quota = Quota()
        self._known_oddities: set[str] = set()

    async def take(self, updates: Sequence[Received], odd: Sequence[bytes] = ()) -> None:
        """Commit updates, and set aside with its bytes what has no id. Raises StorageUnavailable or OSError."""
        aside = self._new_oddities(tuple(odd))
        senders = {each.update.sender for each in updates if not each.is_exempt}
        received = await self._inbox.receive_judged(
            senders, lambda counted: [*self._judged(tuple(updates), counted), *aside], now=self._clock()
        )
        if received:
            self._on_received()

    def _new_oddities(self, odd: tuple[bytes, ...]) -> list[NewUpdate]:
        """Return what cannot even be confirmed, to be set aside with its bytes: each once, however often it comes."""
        new = []
        for whole in odd:
            content = whole[:MOST_ODD_BYTES]
            digest = hashlib.sha256(content).hexdigest()
            if digest not in self._known_oddities and len(self._known_oddities) < MOST_ODDITIES:
                self._known_oddities.add(digest)
                log.error("an update without an id was set aside: %s", content[:200].decode("utf-8", "replace"))
                state, error = UpdateState.SET_ASIDE, "it has no id"
                new.append(NewUpdate(update_id=None, lane="", sender="", content=content, state=state, error=error))
        return new

    def _judged(self, updates: tuple[Received, ...], waiting: Counter[str]) -> list[NewUpdate]:
        """Return updates as they are to be stored: those beyond their sender's quota will not be answered."""
        judged = []
        for each in updates:
            verdict, sender = Verdict.ANSWER, each.update.sender
            if not each.is_exempt:
                verdict = self._quota.judge(sender, waiting, at_seconds=self._monotonic())
            if verdict is Verdict.NOTICE:
                log.warning("%s has too much waiting: one notice, then silence", sender)
            state = UpdateState.DROPPED if verdict is Verdict.DROP else UpdateState.WAITING
            error = None if verdict is Verdict.ANSWER else OVER_QUOTA
            judged.append(replace(each.update, state=state, error=error))
        return judged
