"""The desk: who may judge articles, what an editor was asked to type, and corrections in the making."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from storage.model.article import ArticleText, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Editor:
    """Somebody who may judge articles, by Telegram's id."""

    person_id: int
    named_by: str
    named_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What an editor was asked to type: for which article, in which revision, and where it goes.

    `typed` is what they typed and could not be taken, kept until it can, or until they cancel; `line` is what the line
    of a list said that they were asked about; `sources` is what marks numbered then; `message_id` is the message that
    asked.
    """

    what: str
    number: int
    revision: int
    position: int = 0
    typed: str | None = None
    line: str | None = None
    sources: tuple[Source, ...] = ()
    asked_at: datetime | None = None
    message_id: int | None = None

    def is_within(self, time: timedelta, *, now: datetime) -> bool:
        """Whether it was asked so shortly ago."""
        return self.asked_at is not None and self.asked_at >= now - time


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A published article's text as one editor corrects it, before readers see it.

    It was made of `revision`; `version` grows with each change. `override` is why this text may be saved in spite of
    what the gate finds in it.
    """

    number: int
    revision: int
    version: int
    text: ArticleText
    override: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A message that tells an editor how far a correction has come."""

    correction_id: int
    chat_id: int
    message_id: int
    said: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A message that tells an editor that an article is about to be published."""

    article_number: int
    chat_id: int
    message_id: int
