"""Events: reports of the same happening; and what the fact gate found in their drafts."""

from dataclasses import dataclass

from storage.model.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """The reports that tell of the same happening, the earliest first."""

    id: int
    reports: tuple[Report, ...]
    article_number: int | None = None
    drafted_outlets: int = 0

    @property
    def independent_outlets(self) -> tuple[str, ...]:
        """The outlets that report it themselves, one of each owner; copies do not count."""
        originals = [report for report in self.reports if report.copy_of is None]
        by_owner = {report.owner or report.outlet: report.outlet for report in reversed(originals)}
        return tuple(reversed(by_owner.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One finding of the fact gate about one revision of an article."""

    kind: str
    place: str
    token: str
    sources: tuple[int, ...]
    detail: str
    blocks: bool
