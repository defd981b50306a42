"""The record: who did what to which article, and why."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from storage.model.article import Status
from storage.model.correction import Label
from storage.model.event import Check


class Action(StrEnum):
    """What can be done to an article; bot.newsroom.statuses says from where to where."""

    ADD = "add"
    SUBMIT = "submit"
    SCHEDULE = "schedule"
    UNSCHEDULE = "unschedule"
    PUBLISH = "publish"
    REVISE = "revise"
    WITHDRAW = "withdraw"
    SPIKE = "spike"
    REVIVE = "revive"
    PRIORITISE = "prioritise"
    CONTINUE = "continue"  # an earlier article, or none


class Decision(StrEnum):
    """What is decided at the desk that is done to no article."""

    MERGE = "merge"  # two events
    SPLIT = "split"  # a report off an event
    NAME = "name"  # an editor
    UNNAME = "unname"
    SETTLE = "settle"  # a mistake that a reader reported, or what changed on a cited page


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """One decision: who made it, when, about what, and what it was before or is from now on."""

    at: datetime
    actor: str
    decision: Decision
    subject: str  # event 3, editor 1002, mistake 7 of #12
    detail: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One action on one article, as it is asked for: it happens to this revision in one of these statuses, or not.

    `to` is None for an action that leaves the status alone. `checks` are what the fact gate found in the revision,
    `override` is why it is taken in spite of that.
    """

    number: int
    revision: int
    action: Action
    allowed: tuple[Status, ...]
    to: Status | None
    actor: str
    now: datetime
    reason: str | None = None
    override: str | None = None
    checks: tuple[Check, ...] | None = None
    label: Label | None = None
    publish_at: datetime | None = None
    due_by: datetime | None = None  # only what was to be published by then
    priority: int | None = None
    earlier: int | None = None  # the article that it continues from now on; 0 for none
    is_breaking: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """One action that was done."""

    at: datetime
    actor: str
    action: Action
    number: int
    revision: int
    reason: str | None = None
    override: str | None = None
    label: Label | None = None
    checks: tuple[Check, ...] | None = None
