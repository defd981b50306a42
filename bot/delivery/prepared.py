"""What is ready to be posted for a claim."""

from dataclasses import dataclass

from storage.model import Claim, Composition, Shown

FRESH_SECONDS = 1.0  # so long what was compared with the articles is sent without comparing again


@dataclass(frozen=True, slots=True)
class Prepared:
    """A claim, with the bytes of its composition's messages; none where nothing of it may be sent any more.

    An edit has the bytes of one message, `shown` what that will show; `is_caption` tells that it stands under a photo.
    """

    claim: Claim
    bodies: tuple[bytes, ...]
    prepared_at: float
    reason: str = "what it would show was withdrawn"  # why there are no bodies, or none any more
    shown: tuple[Shown, ...] = ()
    is_caption: bool = False
    is_up_to_date: bool = False  # nothing needs to be edited


def encoded(composition: Composition) -> tuple[bytes, ...]:
    """Return the bytes of a composition's messages, to stand behind those of the chat."""
    return tuple(body[1:].encode() for body in composition.bodies)
