"""What a person shares with the bot besides words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SharedChannel:
    """A channel that a person picked, or forwarded a post of."""

    id: int
    title: str


@dataclass(frozen=True, slots=True)
class ForwardedFrom:
    """Whose message a person forwarded: a channel's, or a person's who lets their id be seen."""

    title: str
    person_id: int | None = None
    is_channel: bool = False
