"""The bytes of claimed messages: each composition is read once, and rendered again where what it shows was changed.

No send that begins more than a few seconds after a correction or a withdrawal shows the old text (SPEC §5).
"""

import contextlib
import logging
import time
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.clock import Clock
from bot.delivery.answers import Answer
from bot.delivery.briefing_cache import keep_newest
from bot.delivery.composing import Frames
from bot.delivery.edits import Edits
from bot.delivery.prepared import FRESH_SECONDS, Prepared, encoded
from bot.delivery.rendering import render_today
from storage.errors import StorageUnavailable
from storage.model import Claim, DeliveryKind
from storage.store import Storage

log = logging.getLogger("dateline.delivery")

KEPT_COMPOSITIONS = 256
TEXT_GONE = "its text is gone"


@dataclass(slots=True)
class _Known:
    bodies: tuple[bytes, ...]
    compared_at: float


class Bodies:
    """What is posted for a claim."""

    def __init__(
        self, storage: Storage, frames: Frames, clock: Clock, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._storage = storage
        self._frames = frames
        self._clock = clock
        self._monotonic = monotonic
        self._edits = Edits(storage, frames, clock, monotonic)
        self._known: OrderedDict[int, _Known] = OrderedDict()

    def is_fresh(self, prepared: Prepared) -> bool:
        """Whether what was prepared may be sent without looking again."""
        return self._monotonic() - prepared.prepared_at < FRESH_SECONDS

    async def prepare(self, claims: Sequence[Claim]) -> list[Prepared]:
        """Return the bytes for each claim, in order."""
        edits = [claim for claim in claims if claim.kind is DeliveryKind.EDIT]
        sends = [claim for claim in claims if claim.kind is not DeliveryKind.EDIT]
        prepared = [*await self._edits.prepare(edits), *(await self._prepare_sends(sends) if sends else ())]
        by_id = {each.claim.delivery_id: each for each in prepared}
        return [by_id[claim.delivery_id] for claim in claims]

    async def note_answer(self, prepared: Prepared, answer: Answer) -> None:
        """Remember the handle of a picture that an edit uploaded; without it, it is uploaded again."""
        with contextlib.suppress(StorageUnavailable, OSError):
            await self._edits.pictures.note_uploaded(prepared.edits, answer.file_id)

    async def _prepare_sends(self, claims: Sequence[Claim]) -> list[Prepared]:
        now = self._monotonic()
        needed = {claim.composition_id for claim in claims if claim.composition_id is not None}
        old = [
            each for each in needed if each not in self._known or now - self._known[each].compared_at > FRESH_SECONDS
        ]
        outdated = await self._storage.compositions.list_outdated(old) if old else frozenset()
        await self._learn([each for each in old if each not in outdated], now)
        found = [Prepared(claim, (), now, TEXT_GONE) for claim in claims if claim.composition_id is None]
        for composition_id in needed:
            own = [claim for claim in claims if claim.composition_id == composition_id]
            found += await self._prepare(composition_id, own, now, is_outdated=composition_id in outdated)
        self._forget(needed)
        return found

    async def _prepare(
        self, composition_id: int, claims: Sequence[Claim], now: float, *, is_outdated: bool
    ) -> list[Prepared]:
        """Return the bytes of one composition's claims; whatever is wrong with it holds up no other."""
        if is_outdated:
            try:
                return await self._renewed(composition_id, claims, now)
            except (StorageUnavailable, OSError):
                raise
            except Exception:
                log.exception("composition %d cannot be rendered again", composition_id)
                return [Prepared(claim, (), now, "it could not be rendered again") for claim in claims]
        if (known := self._known.get(composition_id)) is None:
            return [Prepared(claim, (), now, TEXT_GONE) for claim in claims]
        return [Prepared(claim, known.bodies, now) for claim in claims]

    async def _learn(self, current: Sequence[int], now: float) -> None:
        missing = [each for each in current if each not in self._known]
        for composition_id, composition in (await self._storage.compositions.list(missing) if missing else {}).items():
            self._known[composition_id] = _Known(encoded(composition), now)
        for composition_id in self._known.keys() & set(current):
            self._known[composition_id].compared_at = now

    def _forget(self, needed: set[int]) -> None:
        for composition_id in needed & self._known.keys():
            self._known.move_to_end(composition_id)
        keep_newest(self._known, max(KEPT_COMPOSITIONS, len(needed)))

    async def _renewed(self, composition_id: int, claims: Sequence[Claim], now: float) -> list[Prepared]:
        """Render a composition again for deliveries of which nothing was sent, and for those under way."""
        self._known.pop(composition_id, None)
        composition = (await self._storage.compositions.list([composition_id]))[composition_id]
        prepared = []
        by_start: dict[bool, list[Claim]] = defaultdict(list)
        for claim in claims:
            by_start[claim.part > 0].append(claim)
        for has_begun, some in by_start.items():
            renewed = await render_today(self._storage, self._frames, composition, in_parts=has_begun)
            if renewed is None:
                prepared += [Prepared(claim, (), now) for claim in some]
                continue
            new_id = await self._storage.compositions.ensure(renewed, now=self._clock())
            await self._storage.deliveries.repoint([claim.delivery_id for claim in some], new_id)
            bodies = encoded(renewed)
            self._known[new_id] = _Known(bodies, now)
            prepared += [Prepared(replace(claim, composition_id=new_id), bodies, now) for claim in some]
        log.info("composition %d was rendered again: what it shows was changed", composition_id)
        return prepared
