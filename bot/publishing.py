"""Publishing: the one way by which an article is checked, published, revised and withdrawn.

Each step is taken against the revision that was looked at, with the acting person on record, in one transaction.
"""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.errors import BotError, GateBlocked
from bot.newsroom.outlets.urls import find_url_key
from bot.newsroom.statuses import TRANSITIONS
from storage.errors import Conflict, NotFound
from storage.model import Action, Article, ArticleText, Check, Label, Status, Step
from storage.store import Storage

log = logging.getLogger("dateline.publishing")

NEWSROOM = "newsroom"  # who acts where nobody does: drafts that publish themselves
LONGEST_EMBARGO = timedelta(days=100 * 365)  # what is later may be in no zone's calendar
COMMAND_LINE = "command line"


@dataclass(frozen=True, slots=True)
class Publishing:
    """What may be done to articles, and by whom it was done."""

    storage: Storage
    actor: str

    async def find_checks(self, article: Article) -> tuple[Check, ...] | None:
        """Return what the fact gate finds in an article's current revision; None where no report it cites is here."""
        stored = await self.storage.checks.find(article.number, article.revision)
        return stored if stored is not None else await self.find_checks_of_text(article.text)

    async def find_checks_of_text(self, text: ArticleText) -> tuple[Check, ...] | None:
        """Return what the gate finds in the reports that a text's sources link to; None where none of them is here."""
        (found,) = await self.find_checks_of_texts([text])
        return found

    async def find_checks_of_texts(self, texts: Sequence[ArticleText]) -> list[tuple[Check, ...] | None]:
        """Return what the gate finds in each text; the reports of all are looked up at once."""
        keys = [
            {number: key for number, source in enumerate(text.sources, 1) if (key := find_url_key(source.url))}
            for text in texts
        ]
        known = await self.storage.reports.list_texts(sorted({key for each in keys for key in each.values()}))
        cited = [{number: known[key] for number, key in each.items() if key in known} for each in keys]
        return [
            await asyncio.to_thread(_check, text, reports) if reports else None
            for text, reports in zip(texts, cited, strict=True)
        ]

    async def add(self, texts: Sequence[ArticleText], *, now: datetime, publish: bool = False) -> tuple[int, ...]:
        """Add articles, all or none; return their numbers. Raises GateBlocked where one must not be published."""
        if publish:
            await self._refuse_blocked(texts)
        return await self.storage.articles.add(texts, now=now, publish=publish, actor=self.actor)

    async def add_missing(
        self, texts: Sequence[ArticleText], *, now: datetime, publish: bool = False
    ) -> tuple[tuple[int, bool], ...]:
        """Add those articles that are not here yet, all or none; return numbers, and whether each was added.

        Raises GateBlocked where one of them must not be published.
        """
        if publish:
            await self.check_missing(texts)
        return await self.storage.articles.add_missing(texts, now=now, publish=publish, actor=self.actor)

    async def check_missing(self, texts: Sequence[ArticleText]) -> None:
        """Raise GateBlocked where add_missing would not publish one of these."""
        await self._refuse_blocked(await self.storage.articles.list_missing(texts))

    async def _refuse_blocked(self, texts: Sequence[ArticleText]) -> None:
        for text, checks in zip(texts, await self.find_checks_of_texts(texts), strict=True):
            refuse_blocked(checks, f"“{text.headline}”")

    async def publish(
        self, number: int, *, now: datetime, revision: int | None = None, override: str | None = None
    ) -> tuple[Check, ...] | None:
        """Publish a revision, the current one unless one is named; return what the gate had found.

        Raises GateBlocked unless `override` says why it is published all the same; NotFound; Conflict where the article
        changed meanwhile or stands in a status that cannot be published; BotError where it says nothing.
        """
        article = await self.storage.articles.get(number)
        expected = article.revision if revision is None else revision
        checks = await self.find_checks(article) if expected == article.revision else None
        refuse_empty(article.text)
        reason = _words(override)
        if reason is None:
            refuse_blocked(checks, f"article {number}")
        step = _step(Action.PUBLISH, number, expected, self.actor, now=now, override=reason, checks=checks)
        await self.storage.articles.take(step)
        return checks

    async def revise(
        self,
        number: int,
        text: ArticleText,
        *,
        revision: int,
        note: str | None = None,
        label: Label = Label.CORRECTION,
        override: str | None = None,
        now: datetime,
    ) -> int:
        """Put a newer text in the place of one revision; return the new one's number.

        Where readers have seen the article it needs a note. What they see now, or will by itself at its time, must
        pass the gate unless `override` says why not. Raises NotFound, Conflict, GateBlocked or BotError.
        """
        article = await self.storage.articles.get(number)
        checks = await self.find_checks_of_text(text)
        is_seen, note, override = article.status is Status.PUBLISHED, _words(note), _words(override)
        if is_seen and note is None:
            raise BotError("readers have seen this article: say in a note what changed")
        if article.status in (Status.SCHEDULED, Status.PUBLISHED):
            refuse_empty(text)
            if override is None:
                refuse_blocked(checks, f"the new text of article {number}")
        step = _step(Action.REVISE, number, revision, self.actor, now=now, reason=note, checks=checks)
        step = replace(step, override=override)
        if article.status in step.allowed:
            step = replace(step, allowed=(article.status,))  # what was asked of it here holds for this status alone
        return await self.storage.articles.revise(replace(step, label=label if is_seen else None), text)

    async def withdraw(self, number: int, *, reason: str, now: datetime, revision: int | None = None) -> None:
        """Withdraw a published article, with the reason readers will see. Raises NotFound, Conflict or BotError."""
        if _words(reason) is None:
            raise BotError("a withdrawal needs a reason: it is what readers are told")
        article = await self.storage.articles.get(number)
        await self._take(Action.WITHDRAW, number, revision or article.revision, now=now, reason=reason.strip())

    async def schedule(
        self,
        number: int,
        *,
        at: datetime,
        now: datetime,
        override: str | None = None,
        revision: int | None = None,
        is_breaking: bool = False,
    ) -> None:
        """Let a draft publish itself at a time, an embargo; what the gate blocks, only with a reason.

        Raises NotFound, Conflict, GateBlocked or BotError.
        """
        if at <= now:
            raise BotError(f"{at:%Y-%m-%d %H:%M} {at.tzname()} is over; name a time to come, or publish it now")
        if at > now + LONGEST_EMBARGO:
            raise BotError(f"{at:%Y-%m-%d} is too far away; name a time within a hundred years")
        article = await self.storage.articles.get(number)
        refuse_empty(article.text)
        checks = await self.find_checks(article)
        if (reason := _words(override)) is None:
            refuse_blocked(checks, f"article {number}")
        expected = revision or article.revision
        step = _step(Action.SCHEDULE, number, expected, self.actor, now=now, override=reason, checks=checks)
        await self.storage.articles.take(replace(step, publish_at=at, is_breaking=is_breaking))

    async def publish_scheduled(self, now: datetime) -> tuple[int, ...]:
        """Publish what is scheduled for now or earlier; return the numbers."""
        published = []
        for article in await self.storage.articles.list_scheduled(now):
            try:
                step = _step(Action.PUBLISH, article.number, article.revision, self.actor, now=now, reason="scheduled")
                # Only if it still is: its editor may have undone that, or chosen another time, a moment ago.
                await self.storage.articles.take(replace(step, allowed=(Status.SCHEDULED,), due_by=now))
            except (NotFound, Conflict) as error:
                log.info("article %d was not published now: %s", article.number, error)  # somebody else was first
            else:
                published.append(article.number)
        return tuple(published)

    async def take(
        self,
        action: Action,
        number: int,
        *,
        now: datetime,
        revision: int | None = None,
        reason: str | None = None,
        priority: int | None = None,
        earlier: int | None = None,
    ) -> None:
        """Submit, unschedule, spike, revive or prioritise an article, or let it continue an earlier one.

        Raises NotFound or Conflict.
        """
        if revision is None:
            revision = (await self.storage.articles.get(number)).revision
        step = _step(action, number, revision, self.actor, now=now, reason=_words(reason))
        await self.storage.articles.take(replace(step, priority=priority, earlier=earlier))

    async def _take(
        self,
        action: Action,
        number: int,
        revision: int,
        *,
        now: datetime,
        reason: str | None = None,
    ) -> None:
        await self.storage.articles.take(_step(action, number, revision, self.actor, now=now, reason=reason))


def _words(typed: str | None) -> str | None:
    return (typed or "").strip() or None


def _step(
    action: Action,
    number: int,
    revision: int,
    actor: str,
    *,
    now: datetime,
    reason: str | None = None,
    override: str | None = None,
    checks: tuple[Check, ...] | None = None,
) -> Step:
    transition = TRANSITIONS[action]
    return Step(
        number=number,
        revision=revision,
        action=action,
        allowed=transition.allowed,
        to=transition.to,
        actor=actor,
        now=now,
        reason=reason,
        override=override,
        checks=checks,
    )


def _check(text: ArticleText, reports: Mapping[int, str]) -> tuple[Check, ...]:
    from bot.checking import check_text  # noqa: PLC0415 - figures in every language: most commands check nothing

    return check_text(text, reports)


def refuse_empty(text: ArticleText) -> None:
    """Raise BotError where a text is nothing but a headline (SPEC §2)."""
    if not text.bullets and not text.body:
        raise BotError("the article is a headline and nothing else; give it a bullet or a paragraph")


def refuse_blocked(checks: Sequence[Check] | None, what: str) -> None:
    """Raise GateBlocked where something of this blocks."""
    blocking = tuple(check for check in checks or () if check.blocks)
    if blocking:
        raise GateBlocked(what, blocking)
