"""Which kinds of deliveries are claimed, and in which order.

Briefings are asked for at every turn. Alerts and edits are rare: they are looked for once a second, and at every turn
while there are some. Alerts go first; edits go first at every fourth turn, so that neither holds up the other.
"""

from collections.abc import Callable, Sequence

from storage.model import Claim, DeliveryKind

LOOK_SECONDS = 1.0
EDITS_FIRST_EVERY = 4  # turns
_ALERT, _BRIEFING, _EDIT = DeliveryKind.ALERT, DeliveryKind.BRIEFING, DeliveryKind.EDIT


class Lanes:
    """What one worker claims next."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._looks_again_at = {_ALERT: 0.0, _EDIT: 0.0}
        self._turns = 0

    def next(self) -> tuple[DeliveryKind, ...]:
        """Return the kinds to claim now, the first ones first."""
        self._turns += 1
        now = self._monotonic()
        kinds = [_BRIEFING]
        if now >= self._looks_again_at[_EDIT]:
            kinds.insert(0 if self._turns % EDITS_FIRST_EVERY == 0 else 1, _EDIT)
        if now >= self._looks_again_at[_ALERT]:
            kinds.insert(0, _ALERT)
        return tuple(kinds)

    def note(self, kinds: Sequence[DeliveryKind], claims: Sequence[Claim], *, limit: int) -> None:
        """Remember which kinds there are none of."""
        if len(claims) >= limit:
            return  # the last kinds were perhaps not even asked for
        claimed = {claim.kind for claim in claims}
        for kind in self._looks_again_at.keys() & set(kinds) - claimed:
            self._looks_again_at[kind] = self._monotonic() + LOOK_SECONDS
