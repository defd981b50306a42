"""What can go wrong in the bot; storage has its own tree (storage.errors).

BotError
├── AnotherInstance   another program works with the same token
├── ArticleFileError  an article file that cannot be read as one
├── ConfigError       a configuration that cannot be used
├── DraftingError     a model wrote no draft that can be used
├── EditorError       what an editor asked for cannot be done
│   └── MovedOn       what they were asked about is not as it was
├── FetchError        what an outlet publishes cannot be got or read
├── GateBlocked       the fact gate found what no cited source says
├── Outdated          what was to be shown was corrected or withdrawn while it waited
├── ReaderError       what a reader asked for cannot be shown
├── TelegramRefused   Telegram answered no: this call will not work as it is
└── TelegramUnreachable  no answer from Telegram
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the command line begins with these errors, and most of it needs no model
    from storage.model import Check


class BotError(Exception):
    """The root of the bot's errors; its text is a sentence for a person."""


class AnotherInstance(BotError):
    """Another program works with the same token: two would answer and deliver everything twice."""


class ArticleFileError(BotError):
    """An article file that cannot be read as one: which line, what is wrong, what was expected."""

    def __init__(self, problem: str, *, expected: str, line: int | None = None) -> None:
        self.problem = problem
        self.expected = expected
        self.line = line
        place = f"line {line}: " if line is not None else ""
        super().__init__(f"{place}{problem}; expected {expected}")


class ConfigError(BotError):
    """A configuration that cannot be used: which file and key, what it says, what is allowed."""


class DraftingError(BotError):
    """A model wrote no draft that can be used."""


class EditorError(BotError):
    """What an editor asked for cannot be done; its text is what they are told, and empty where they were told."""


class MovedOn(EditorError):
    """What an editor was asked about is not as it was, and takes no answer: the question is over."""


class FetchError(BotError):
    """What an outlet publishes cannot be got or read; `is_refused` where trying again would not help."""

    def __init__(self, reason: str, *, is_refused: bool = False, retry_after_seconds: float | None = None) -> None:
        self.reason = reason
        self.is_refused = is_refused
        self.retry_after_seconds = retry_after_seconds
        super().__init__(reason)


class GateBlocked(BotError):
    """The fact gate found what no cited source says; `blocking` are the findings."""

    def __init__(self, what: str, blocking: "Sequence[Check]") -> None:
        self.blocking = tuple(blocking)
        found = "; ".join(f"{check.kind} “{check.token}” in {check.place}" for check in blocking)
        super().__init__(f"the fact gate blocks {what}: {found}")


class Outdated(BotError):
    """What was to be shown was corrected or withdrawn while it waited to be sent: it is to be made anew."""


class ReaderError(BotError):
    """What a reader asked for cannot be shown; carries the catalogue key of what to say, and its values."""

    def __init__(self, key: str, **values: str | int) -> None:
        self.key = key
        self.values = values
        super().__init__(key)


class TelegramRefused(BotError):
    """Telegram answered no; `is_token` tells that the token itself was refused."""

    def __init__(self, message: str, *, is_token: bool = False) -> None:
        self.is_token = is_token
        super().__init__(message)


class TelegramUnreachable(BotError):
    """No answer from Telegram, or none that can be understood."""


def as_sentence(error: Exception) -> str:
    """Return what an error says as a person reads it: with a capital letter and a full stop."""
    said = str(error)
    return f"{said[:1].upper()}{said[1:]}."
