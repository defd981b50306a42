"""Mistakes: what readers say is wrong with an article."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """A reader's words about an article, until an editor has settled them."""

    id: int
    number: int
    headline: str
    chat_id: int
    words: str
    reported_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectedMistake:
    """A mistake whose reporter is to hear that the article was corrected since."""

    chat_id: int
    headline: str
    note: str
