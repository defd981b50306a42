"""What the fact gate finds in an article, as it is stored."""

from collections.abc import Mapping

from bot.newsroom.facts.gate import Verdict, check_article
from storage.model import ArticleText, Check


def check_text(text: ArticleText, reports: Mapping[int, str]) -> tuple[Check, ...]:
    """Return what the gate finds in a text; `reports` are the texts of those sources that are here, by number."""
    unread = frozenset(range(1, len(text.sources) + 1)) - reports.keys()
    return as_checks(check_article(text, reports, unread=unread))


def as_checks(verdict: Verdict) -> tuple[Check, ...]:
    """Return a verdict's findings as they are stored."""
    return tuple(
        Check(
            kind=finding.kind,
            place=finding.place,
            token=finding.token,
            sources=finding.sources,
            detail=finding.detail,
            blocks=finding.blocks,
        )
        for finding in verdict.findings
    )
