"""An event on the desk: who reports it, and what belongs to it."""

from collections.abc import Sequence
from datetime import datetime

from bot.views.desk import LINE_UTF16, PER_PAGE, Filter, ago, back
from bot.views.page import Button, Page, press, rows
from bot.views.splitter import shorten
from bot.views.text import Text, bold, join
from storage.model import Event, Report

MOST_REPORTS, TITLE_UTF16, OUTLET_UTF16 = 20, 100, 40


def event_page(event: Event, *, now: datetime) -> Page:
    """Return an event: who reports it, since when, and what can be made of it."""
    reports = [_report_line(report, now) for report in event.reports[:MOST_REPORTS]]
    more = [f"and {len(event.reports) - MOST_REPORTS} more"] if len(event.reports) > MOST_REPORTS else []
    why = f"{len(event.independent_outlets)} independent: {', '.join(event.independent_outlets)}"
    text = join("\n\n", [bold(shorten(event.reports[0].title, LINE_UTF16)), shorten(why, LINE_UTF16), *reports, *more])
    draft = Button(label="Draft an article", press=press("draft", event.id))
    opened = Button(label=f"Open #{event.article_number}", press=press("review", event.article_number or 0))
    regrouping = (
        Button(label="Merge…", press=press("merging", event.id, 1)),
        Button(label="Split…", press=press("splitting", event.id)) if len(event.reports) > 1 else None,
    )
    return Page(
        text=text, buttons=rows((opened if event.article_number else draft,), regrouping, (back(Filter.EVENTS),))
    )


def _report_line(report: Report, now: datetime) -> Text:
    copied = " · a copy" if report.copy_of is not None else ""
    who = f"{shorten(report.outlet, OUTLET_UTF16)} · {ago(now, report.published_at)} ago{copied}"
    return join("\n", [who, shorten(report.title, TITLE_UTF16)])


def merging_page(event: Event, others: Sequence[Event], page: int, *, has_more: bool, now: datetime) -> Page:
    """Return what asks which of the events that changed lately tells of the same."""
    listed = [f"{place}. " + _other(other, now) for place, other in enumerate(others, 1)]
    buttons = tuple(
        Button(label=str(place), press=press("merge", event.id, other.id)) for place, other in enumerate(others, 1)
    )
    turn = (
        Button(label="◀", press=press("merging", event.id, page - 1)) if page > 1 else None,
        Button(label="▶", press=press("merging", event.id, page + 1)) if has_more else None,
    )
    asked = shorten(f"What tells of the same as “{event.reports[0].title}”?", LINE_UTF16)
    text = join("\n\n", [bold(asked), *(listed or [Text("There is no other event.")])])
    return Page(text=text, buttons=rows(buttons[:PER_PAGE], turn, (_back_to(event),)))


def _other(event: Event, now: datetime) -> Text:
    newest = max(report.published_at for report in event.reports)
    count = len(event.reports)
    drafted = f" · #{event.article_number}" if event.article_number else ""
    details = f"{count} {'report' if count == 1 else 'reports'} · newest {ago(now, newest)} ago{drafted}"
    return join("\n", [bold(shorten(event.reports[0].title, LINE_UTF16)), details])


def splitting_page(event: Event, *, now: datetime) -> Page:
    """Return what asks which report tells of something else; its copies go with it."""
    shown = event.reports[:MOST_REPORTS]
    listed = [f"{place}. " + _report_line(report, now) for place, report in enumerate(shown, 1)]
    buttons = tuple(
        Button(label=f"✂ {place}", press=press("split", event.id, report.id)) for place, report in enumerate(shown, 1)
    )
    in_rows = [buttons[start : start + 5] for start in range(0, len(buttons), 5)]
    text = join("\n\n", [bold("Which report tells of something else?"), *listed])
    return Page(text=text, buttons=rows(*in_rows, (_back_to(event),)))


def _back_to(event: Event) -> Button:
    return Button(label="◀ Event", press=press("event", event.id))
