"""Events: reports of the same happening; and what the fact gate found in their drafts."""

from dataclasses import dataclass

from storage.model.outlet import independent_outlets
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
        return independent_outlets(report for report in self.reports if report.copy_of is None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One finding of the fact gate about one revision of an article."""

    kind: str
    place: str
    token: str
    sources: tuple[int, ...]
    detail: str
    blocks: bool
