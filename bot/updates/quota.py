"""How much one sender may have waiting: beyond it one notice, then silence until they pause."""

from collections import Counter, OrderedDict
from enum import Enum

MOST_WAITING = 20
SILENT_SECONDS = 10.0  # of pause before somebody who wrote too much is heard again
_REMEMBERED = 10_000


class Verdict(Enum):
    """What is done with an update."""

    ANSWER = "answer"
    NOTICE = "notice"  # in its place the sender is told that it was too much
    DROP = "drop"


class Quota:
    """Keeps who is silenced; what waits is counted by the inbox."""

    def __init__(self) -> None:
        self._silenced: OrderedDict[str, float] = OrderedDict()  # when each last wrote

    def judge(self, sender: str, waiting: Counter[str], *, at_seconds: float) -> Verdict:
        """Judge one update of a sender, and count it as waiting if it will be answered."""
        last = self._silenced.get(sender)
        if last is not None and at_seconds - last < SILENT_SECONDS:
            self._silence(sender, at_seconds)
            return Verdict.DROP
        waiting[sender] += 1
        if waiting[sender] <= MOST_WAITING:
            return Verdict.ANSWER
        self._silence(sender, at_seconds)
        return Verdict.NOTICE

    def _silence(self, sender: str, at_seconds: float) -> None:
        self._silenced[sender] = at_seconds
        self._silenced.move_to_end(sender)
        while len(self._silenced) > _REMEMBERED:
            self._silenced.popitem(last=False)
