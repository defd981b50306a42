"""One log line per briefing or alert, with its counts, once its last delivery is settled."""

import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from storage.model import BriefingSummary
from storage.summaries import Summaries

log = logging.getLogger("dateline.briefings")

FIRST_LOOK = timedelta(minutes=1)  # planning in batches is over by then


@dataclass(slots=True)
class BriefingLog:
    """Looks at each open briefing as often as its age doubles, so that a long send is not counted again and again."""

    summaries: Summaries
    _next_look: dict[int, datetime] = field(default_factory=dict)

    async def write(self, now: datetime) -> list[BriefingSummary]:
        """Log the briefings that ended since; return them."""
        open_ones = await self.summaries.list_open(before=now - FIRST_LOOK)
        self._next_look = {each: at for each, at in self._next_look.items() if each in open_ones}
        ended = []
        for composition_id, made_at in open_ones.items():
            if self._next_look.get(composition_id, now) > now:
                continue
            summary = await self.summaries.claim(composition_id, now=now)
            if summary is None:
                self._next_look[composition_id] = now + max(FIRST_LOOK, now - made_at)
            elif summary.counts:  # else it was composed for one who asked
                _log(summary)
                ended.append(summary)
        return ended


def _log(summary: BriefingSummary) -> None:
    counts = {state.value: count for state, count in summary.counts.items()}
    seconds = None
    if summary.began_at and summary.ended_at:
        seconds = round((summary.ended_at - summary.began_at).total_seconds(), 1)
    log.info(
        "%s %d is over: %s",
        summary.kind.value,
        summary.composition_id,
        ", ".join(f"{count} {state}" for state, count in counts.items()),
        extra={"articles": list(summary.articles), "chats": sum(counts.values()), "seconds": seconds, **counts},
    )
