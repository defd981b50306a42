"""What follows from the answer to an edit: it is done, its next way is tried, or it is tried again ever more rarely."""

from dataclasses import replace

from bot.delivery.answers import Answer
from bot.delivery.prepared import Prepared
from storage.corrections import GONE
from storage.model import Outcome

LONGEST_PAUSE_SECONDS = 86_400.0
_FIRST_PAUSE_SECONDS = 60.0


def follow_up(prepared: Prepared, answer: Answer) -> tuple[Answer, Prepared]:
    """Return what an answer to the edit that was posted means for its delivery, and where that goes on.

    A refused way leaves the next one to be tried, at the chat's own pace. What a chat refuses for now, and a picture
    that is not what it should be yet, are tried again for as long as the edit may go.
    """
    claim, last = prepared.claim, len(prepared.edits) - 1
    is_refused = answer.outcome is Outcome.REFUSED and not (answer.reason or "").startswith(GONE)
    if is_refused and answer.refusal is None and claim.part < last:
        return replace(answer, outcome=Outcome.LATER), replace(prepared, claim=replace(claim, part=claim.part + 1))
    is_partial = answer.outcome is Outcome.SENT and not prepared.edit.is_whole
    if is_partial or (is_refused and answer.refusal is not None):
        reason = "its picture was refused" if is_partial else answer.reason
        later = Answer(Outcome.LATER, reason=reason, retry_after_seconds=pause_seconds(claim.epoch))
        return later, replace(prepared, claim=replace(claim, part=0))
    return replace(answer, refusal=None), prepared  # whether messages may be sent there is another question


def pause_seconds(epoch: int) -> float:
    """Return how long an edit rests after its claim of this number."""
    return min(_FIRST_PAUSE_SECONDS * 2.0 ** min(epoch, 32), LONGEST_PAUSE_SECONDS)
