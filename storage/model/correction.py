"""Corrections: what readers were told and should not have been, and who is to hear of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Label(StrEnum):
    """What a change of a published article is; agencies tell these apart (facts/news-briefings.md A4)."""

    CORRECTION = "correction"  # what was told was wrong
    UPDATE = "update"  # there is more to tell
    REFILE = "refile"  # a slip of the pen: readers need not hear of it
    WITHDRAWAL = "withdrawal"  # of the whole article


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One change of a published article, which every message that shows it follows."""

    id: int
    number: int
    revision: int  # from which on the article is right
    label: Label
    note: str | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What a chat that got an error reads at the head of its next briefing."""

    correction_id: int
    number: int
    label: Label
    headline: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a correction has come, in messages; `out_of_reach` may stand in chats, though nobody can edit them."""

    corrected: int = 0
    waiting: int = 0
    gone: int = 0  # the chat, or the message
    out_of_reach: int = 0
    is_over: bool = False  # all that could be found was edited, or cannot be

    @property
    def total(self) -> int:
        """All messages that showed the article."""
        return self.corrected + self.waiting + self.gone + self.out_of_reach
