"""Rows of reports, and the reports in them."""

import hashlib
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, select

from storage import schema
from storage.model import FoundReport, Report, ReportState

_reports = schema.reports.c


def found_row(report: FoundReport, outlet_id: int, section: str | None, now: datetime) -> dict[str, Any]:
    return {
        "feed_id": report.feed_id,
        "outlet_id": outlet_id,
        "key": report.key,
        "url": report.url,
        "url_key": report.url_key,
        "title": report.title,
        "summary": report.summary,
        "authors": list(report.authors),
        "published_at": min(report.published_at or now, now),
        "found_at": now,
        "language": "",
        "text": "",
        "picture": report.picture,
        "picture_credit": report.picture_credit,
        "section": section,
        "state": ReportState.FOUND,
        "tries": 0,
        "next_try_at": now,
        "version": 1,
    }


def placed_row(report: Report, key: str, outlet_id: int, event_id: int, now: datetime) -> dict[str, Any]:
    return {
        "feed_id": None,
        "outlet_id": outlet_id,
        "key": key,
        "url": report.url,
        "url_key": key,
        "title": report.title,
        "summary": report.summary,
        "authors": list(report.authors),
        "published_at": min(report.published_at, now),
        "found_at": now,
        "language": report.language,
        **text_values(report.text),
        "picture": report.picture,
        "picture_credit": report.picture_credit,
        "state": ReportState.PLACED,
        "tries": 1,
        "next_try_at": now,
        "version": 1,
        "event_id": event_id,
    }


def text_values(text: str) -> dict[str, str]:
    """Return a report's text with its hash, as both are stored."""
    return {"text": text, "text_hash": hashlib.sha256(text.encode()).hexdigest()}


def select_reports() -> Select[Any]:
    query = select(schema.reports, schema.outlets.c.name.label("outlet"), schema.outlets.c.owner)
    return query.join(schema.outlets, schema.outlets.c.id == _reports.outlet_id)


def list_of_event(event_id: int) -> Select[Any]:
    """Return the query for an event's reports, the earliest first."""
    return select_reports().where(_reports.event_id == event_id).order_by(_reports.published_at, _reports.id)


def report_of(row: Row[Any]) -> Report:
    """Return a row as a report."""
    return Report(
        id=row.id,
        feed_id=row.feed_id,
        outlet=row.outlet,
        url=row.url,
        title=row.title,
        summary=row.summary,
        authors=tuple(row.authors),
        published_at=row.published_at,
        found_at=row.found_at,
        language=row.language,
        text=row.text,
        state=ReportState(row.state),
        owner=row.owner,
        section=row.section,
        picture=row.picture,
        picture_credit=row.picture_credit,
        copy_of=row.copy_of,
        event_id=row.event_id,
        version=row.version,
        tries=row.tries,
        error=row.error,
    )
