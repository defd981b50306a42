"""What is ready to be posted for a claim."""

from dataclasses import dataclass

from storage.model import Claim, Composition, Shown, StoredPicture

FRESH_SECONDS = 1.0  # so long what was compared with the articles is sent without comparing again


@dataclass(frozen=True, slots=True)
class Edit:
    """One way to bring a message up to date; `upload` is a picture that goes along, named `attach://picture`."""

    method: str
    body: bytes  # the call's JSON behind its chat and message
    upload: StoredPicture | None = None
    is_whole: bool = True  # nothing is left to be brought up to date after it


@dataclass(frozen=True, slots=True)
class Prepared:
    """A claim, with the bytes of its composition's messages; none where nothing of it may be sent any more.

    An edit has `edits` instead, the best first: the next is for where that one is refused. `shown` is what the message
    will show.
    """

    claim: Claim
    bodies: tuple[bytes, ...]
    prepared_at: float
    reason: str = "what it would show was withdrawn"  # why there are no bodies, or none any more
    shown: tuple[Shown, ...] = ()
    edits: tuple[Edit, ...] = ()
    is_up_to_date: bool = False  # nothing needs to be edited

    @property
    def edit(self) -> Edit:
        """The way to bring the message up to date that is tried now."""
        return self.edits[min(self.claim.part, len(self.edits) - 1)]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to post."""
        return not self.edits and self.claim.part >= len(self.bodies)


def encoded(composition: Composition) -> tuple[bytes, ...]:
    """Return the bytes of a composition's messages, to stand behind those of the chat."""
    return tuple(body[1:].encode() for body in composition.bodies)
