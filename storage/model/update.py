"""Updates: what Telegram told us, from its arrival to its answer."""

from dataclasses import dataclass
from enum import StrEnum


class UpdateState(StrEnum):
    """How far an update has come; docs/states.md draws the moves."""

    WAITING = "waiting"
    ANSWERING = "answering"
    DONE = "done"
    DROPPED = "dropped"  # its sender had too many waiting: it was never answered
    SET_ASIDE = "set_aside"  # it cannot be read, or not be answered however often it is tried


@dataclass(frozen=True, slots=True, kw_only=True)
class NewUpdate:
    """An update as it arrived: answered in order within its lane; `content` is its JSON."""

    update_id: int | None
    lane: str
    sender: str
    content: bytes
    state: UpdateState = UpdateState.WAITING
    error: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredUpdate:
    """An update to be answered now; `tries` counts this one."""

    id: int
    content: bytes
    tries: int
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of one update that was to be answered; `fingerprint` is kept in the place of its content."""

    id: int
    state: UpdateState
    error: str | None = None
    fingerprint: bytes | None = None
