"""Messages: what we sent, and which article revisions each shows."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Shown:
    """One article in a message: its place there as the reader counts, and which revision it is."""

    position: int
    number: int
    revision: int
    is_withdrawn: bool = False  # a notice stands in its place


class Shows(StrEnum):
    """What a sent message is, to the reader."""

    BRIEFING = "briefing"
    STORY = "story"
    RICH_STORY = "rich_story"  # as one native page
    SOURCES = "sources"
    PICTURE = "picture"  # of a story, in a message before it


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One sent Telegram message, with the article revisions it shows."""

    chat_id: int
    message_id: int
    shows: Shows
    sent_at: datetime
    articles: tuple[Shown, ...]
    thread_id: int | None = None
    page: int = 1  # of a story or of sources
    composition_id: int | None = None  # of a briefing
    part: int = 0
