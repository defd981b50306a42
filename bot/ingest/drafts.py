"""Drafts of events that enough outlets report, checked by the fact gate before anybody sees them.

Drafting and checking take long enough to be seen by whoever waits for a reply: a thread does them.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.checking import as_checks
from bot.errors import DraftingError
from bot.newsroom.drafts.drafting import Material, draft_article
from bot.newsroom.events.followups import find_earlier
from bot.newsroom.facts.gate import Verdict, check_article
from bot.publishing import Publishing
from storage.errors import Conflict, NotFound, StorageUnavailable
from storage.model import Action, ArticleText, Event, Picture, Report, independent_outlets
from storage.store import Storage

log = logging.getLogger("dateline.ingest")

AT_ONCE = 10
COMPARED = 100  # published articles that a draft may continue
MOST_REPORTS = 12  # of one event that a draft is made of

Writer = Callable[[Sequence[Material]], Awaitable[ArticleText]]


@dataclass(frozen=True, slots=True)
class Drafted:
    """The article of an event, and whether it was drafted just now or was here."""

    number: int
    is_new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafting:
    """Makes drafts of events; `write` is the model's way, used where it is configured and works."""

    storage: Storage
    publishing: Publishing
    min_outlets: int
    auto_publish: bool = False
    write: Writer | None = None

    async def draft_waiting(self, now: datetime) -> int:
        """Look at a few events that reports joined; return how many there were."""
        waiting = await self.storage.events.list_waiting(limit=AT_ONCE)
        for event_id in waiting:
            event = await self.storage.events.get(event_id)
            outlets = len(event.independent_outlets)
            if outlets < self.min_outlets or outlets <= event.drafted_outlets:
                await self.storage.events.stop_waiting(event)
                continue
            try:
                await self._draft(event, now)
            except (StorageUnavailable, OSError):
                raise
            except Exception:  # one odd event must not stand before all the others for ever
                log.exception("event %d could not be drafted", event_id)
                await self.storage.events.stop_waiting(event)
        return len(waiting)

    async def draft_event(self, event_id: int, now: datetime) -> Drafted:
        """Draft an event that an editor asks for, however few report it; return its article.

        Where somebody else was first it is theirs. Raises ValueError where its reports have no text.
        """
        event = await self.storage.events.get(event_id)
        if event.article_number is not None:
            return Drafted(event.article_number, is_new=False)
        materials = [material(report) for report in order_reports(event.reports)]
        text, verdict = await make_draft(materials, self.write)
        saved = await self.storage.events.save_draft(event, text, as_checks(verdict), now=now)
        if saved is not None:
            await self._propose_earlier(*saved, text, now)
            return Drafted(saved[0], is_new=True)
        number = (await self.storage.events.get(event_id)).article_number
        if number is None:
            raise ValueError("it was merged into another event meanwhile")
        return Drafted(number, is_new=False)

    async def _draft(self, event: Event, now: datetime) -> None:
        reports = order_reports(event.reports)
        materials = [material(report) for report in reports]
        try:
            text, verdict = await make_draft(materials, self.write)
        except ValueError as error:
            log.warning("event %d: no draft: %s", event.id, error)
            await self.storage.events.stop_waiting(event)
            return
        saved = await self.storage.events.save_draft(event, text, as_checks(verdict), now=now)
        if saved is None:
            return
        number, revision = saved
        log.info("event %d: draft %d, revision %d, %d findings", event.id, number, revision, len(verdict.findings))
        await self._propose_earlier(number, revision, text, now)
        if self.auto_publish and verdict.is_certain and len(independent_outlets(text.sources)) >= self.min_outlets:
            await self.publishing.publish(number, revision=revision, now=now)

    async def _propose_earlier(self, number: int, revision: int, text: ArticleText, now: datetime) -> None:
        """Let a new draft continue the published article that it clearly follows; an editor may say otherwise."""
        if revision != 1:
            return
        recent = await self.storage.articles.list_recent(limit=COMPARED)
        earlier = await asyncio.to_thread(find_earlier, text, recent, now=now)
        if earlier is None:
            return
        try:
            await self.publishing.take(Action.CONTINUE, number, earlier=earlier, now=now)
        except (Conflict, NotFound) as error:  # withdrawn, or published, in this moment
            log.info("draft %d does not continue %d: %s", number, earlier, error)


async def make_draft(materials: Sequence[Material], write: Writer | None) -> tuple[ArticleText, Verdict]:
    """Return a draft with the gate's verdict; what a model wrote must pass it, or the reports speak themselves.

    Raises ValueError where the reports have no text.
    """
    texts = {number: f"{each.title}\n{each.text}" for number, each in enumerate(materials, 1)}
    if write is not None:
        try:
            written = await write(materials)
        except DraftingError as error:
            log.warning("the model wrote no draft: %s", error)
        else:
            verdict = await asyncio.to_thread(check_article, written, texts)
            if verdict.is_clean:
                return written, verdict
            log.warning("the model's draft says what no source does: the reports speak themselves")
    return await asyncio.to_thread(_draft_and_check, materials, texts)


def _draft_and_check(materials: Sequence[Material], texts: Mapping[int, str]) -> tuple[ArticleText, Verdict]:
    text = draft_article(materials)
    return text, check_article(text, texts)


def order_reports(reports: Sequence[Report]) -> list[Report]:
    """Return the reports a draft is made of: independent ones first, one of each owner, then the other originals."""
    originals = [report for report in reports if report.copy_of is None and report.text]
    firsts: dict[str, Report] = {}
    for report in originals:
        firsts.setdefault(report.owner or report.outlet, report)
    rest = [report for report in originals if firsts[report.owner or report.outlet] is not report]
    return [*firsts.values(), *rest][:MOST_REPORTS]


def material(report: Report) -> Material:
    """Return a report as drafting sees it."""
    picture = None
    if report.picture and report.picture.startswith(("http://", "https://")):
        picture = Picture(url=report.picture, credit=report.picture_credit or report.outlet)
    return Material(
        outlet=report.outlet,
        title=report.title,
        text=report.text,
        url=report.url,
        published_on=report.published_at.date(),
        published_at=report.published_at,
        language=report.language,
        section=report.section,
        picture=picture,
    )
