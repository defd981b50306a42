"""An article's statuses, and which actions lead from where to where (docs/states.md draws it)."""

from dataclasses import dataclass

from storage.model import Action, Status

_OPEN = (Status.DRAFT, Status.IN_REVIEW, Status.SCHEDULED)


@dataclass(frozen=True, slots=True)
class Transition:
    """From which statuses an action is allowed, and where it leads; None where it leaves the status alone."""

    allowed: tuple[Status, ...]
    to: Status | None


TRANSITIONS: dict[Action, Transition] = {
    Action.SUBMIT: Transition((Status.DRAFT,), Status.IN_REVIEW),
    Action.SCHEDULE: Transition((Status.DRAFT, Status.IN_REVIEW), Status.SCHEDULED),
    Action.UNSCHEDULE: Transition((Status.SCHEDULED,), Status.DRAFT),
    Action.PUBLISH: Transition(_OPEN, Status.PUBLISHED),
    Action.REVISE: Transition((*_OPEN, Status.PUBLISHED), None),
    Action.WITHDRAW: Transition((Status.PUBLISHED,), Status.WITHDRAWN),
    Action.SPIKE: Transition(_OPEN, Status.SPIKED),
    Action.REVIVE: Transition((Status.SPIKED,), Status.DRAFT),
    Action.CONTINUE: Transition((*_OPEN, Status.PUBLISHED), None),
    Action.PRIORITISE: Transition((*_OPEN, Status.PUBLISHED), None),
}
