"""Cited pages: what published articles rest on, looked at again for a few days."""

from dataclasses import dataclass
from datetime import datetime

from storage.model.article import Article
from storage.model.report import Report


@dataclass(frozen=True, slots=True)
class PageChange:
    """One place of a page that reads otherwise; `after` is empty where it is gone."""

    place: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedPage:
    """A page that an article cites: the report as it was read, and the page's own title as it was first seen."""

    article: Article
    report: Report
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedPage:
    """A cited page that reads otherwise than when it was cited, until an editor has settled it."""

    number: int
    headline: str
    report_id: int
    outlet: str
    url: str
    changes: tuple[PageChange, ...]
    noticed_at: datetime
