"""The bytes of claimed messages: each composition is read once, and rendered again where what it shows was changed.

No send that begins more than a few seconds after a correction or a withdrawal shows the old text (SPEC §5).
"""

import hashlib
import logging
import time
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.clock import Clock
from bot.delivery.composing import Frames, make_composition, render, text_key
from bot.newsroom.selection import Selection
from bot.views.briefing import briefing
from storage.errors import StorageUnavailable
from storage.model import Article, Claim, Composition, Status
from storage.store import Storage

log = logging.getLogger("dateline.delivery")

FRESH_SECONDS = 1.0  # so long what was compared with the articles is sent without comparing again
KEPT_COMPOSITIONS = 256


@dataclass(frozen=True, slots=True)
class Prepared:
    """A claim, with the bytes of its composition's messages; none where nothing of it may be sent any more."""

    claim: Claim
    bodies: tuple[bytes, ...]
    prepared_at: float
    reason: str = "what it would show was withdrawn"  # why there are no bodies, or none any more


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
        self._known: OrderedDict[int, _Known] = OrderedDict()

    def is_fresh(self, prepared: Prepared) -> bool:
        """Whether what was prepared may be sent without looking again."""
        return self._monotonic() - prepared.prepared_at < FRESH_SECONDS

    async def prepare(self, claims: Sequence[Claim]) -> list[Prepared]:
        """Return the bytes for each claim, in order."""
        now = self._monotonic()
        needed = {claim.composition_id for claim in claims}
        old = [
            each for each in needed if each not in self._known or now - self._known[each].compared_at > FRESH_SECONDS
        ]
        outdated = await self._storage.compositions.list_outdated(old) if old else frozenset()
        await self._learn([each for each in old if each not in outdated], now)
        by_claim: dict[int, Prepared] = {}
        for composition_id in needed:
            own = [claim for claim in claims if claim.composition_id == composition_id]
            for prepared in await self._prepare(composition_id, own, now, is_outdated=composition_id in outdated):
                by_claim[prepared.claim.delivery_id] = prepared
        self._forget(needed)
        return [by_claim[claim.delivery_id] for claim in claims]

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
            return [Prepared(claim, (), now, "its text is gone") for claim in claims]
        return [Prepared(claim, known.bodies, now) for claim in claims]

    async def _learn(self, current: Sequence[int], now: float) -> None:
        missing = [each for each in current if each not in self._known]
        for composition_id, composition in (await self._storage.compositions.list(missing) if missing else {}).items():
            self._known[composition_id] = _Known(_encoded(composition), now)
        for composition_id in self._known.keys() & set(current):
            self._known[composition_id].compared_at = now

    def _forget(self, needed: set[int]) -> None:
        for composition_id in needed & self._known.keys():
            self._known.move_to_end(composition_id)
        while len(self._known) > max(KEPT_COMPOSITIONS, len(needed)):
            self._known.popitem(last=False)

    async def _renewed(self, composition_id: int, claims: Sequence[Claim], now: float) -> list[Prepared]:
        """Render a composition again for deliveries of which nothing was sent, and for those under way."""
        self._known.pop(composition_id, None)
        composition = (await self._storage.compositions.list([composition_id]))[composition_id]
        prepared = []
        by_start: dict[bool, list[Claim]] = defaultdict(list)
        for claim in claims:
            by_start[claim.part > 0].append(claim)
        for has_begun, some in by_start.items():
            renewed = await self._render(composition, has_begun=has_begun)
            if renewed is None:
                prepared += [Prepared(claim, (), now) for claim in some]
                continue
            new_id = await self._storage.compositions.ensure(renewed, now=self._clock())
            await self._storage.deliveries.repoint([claim.delivery_id for claim in some], new_id)
            bodies = _encoded(renewed)
            self._known[new_id] = _Known(bodies, now)
            prepared += [Prepared(replace(claim, composition_id=new_id), bodies, now) for claim in some]
        log.info("composition %d was rendered again: what it shows was changed", composition_id)
        return prepared

    async def _render(self, composition: Composition, *, has_begun: bool) -> Composition | None:
        """Return a composition as it is today; None where nothing of it is left to show."""
        if composition.profile is None:
            return None
        shown = [article for part in composition.articles for article in part]
        loaded = await self._storage.articles.list_numbered(article.number for article in shown)
        if has_begun:
            return self._render_in_parts(composition, {article.number: article for article in loaded})
        current = tuple(article for article in loaded if article.status is Status.PUBLISHED)
        if not current:
            return None
        numbers = tuple(article.number for article in current)
        selection = Selection(numbers, composition.updates & set(numbers), composition.more, composition.has_more)
        key = text_key(composition.profile, selection, current)
        pages = render(self._frames(composition.profile), composition.profile, selection, current)
        return make_composition(key, composition.profile, selection, pages)

    def _render_in_parts(self, composition: Composition, loaded: dict[int, Article]) -> Composition | None:
        """Render with the same stories in the same messages: a part of them stands in the chat already."""
        if composition.profile is None:
            return None
        articles = tuple(loaded[each.number] for part in composition.articles for each in part)
        pages = briefing(
            self._frames(composition.profile),
            articles,
            now=composition.profile.at,
            more=composition.more,
            has_more=composition.has_more,
            updates=composition.updates,
            parts=tuple(len(part) for part in composition.articles),
        )
        selection = Selection(
            tuple(article.number for article in articles), composition.updates, composition.more, composition.has_more
        )
        revisions = ",".join(f"{article.number}.{article.revision}.{article.status}" for article in articles)
        key = hashlib.sha256(f"{composition.key} in parts {revisions}".encode()).hexdigest()[:32]
        return make_composition(key, composition.profile, selection, pages)


def _encoded(composition: Composition) -> tuple[bytes, ...]:
    return tuple(body[1:].encode() for body in composition.bodies)
