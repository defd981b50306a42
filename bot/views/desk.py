"""The desk's queue, and an event on it. The desk speaks English (SPEC §7)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.views.dates import written_moment
from bot.views.page import Button, Frame, Page, press, rows
from bot.views.splitter import shorten
from bot.views.text import Text, bold, italic, join
from storage.model import Article, Event, Report, Status

PER_PAGE = 6
LINE_UTF16 = 200
MOST_REPORTS = 20


class Filter(StrEnum):
    """What of the queue is shown."""

    EVENTS = "events"
    DRAFTS = "drafts"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    SPIKED = "spiked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """One page of the queue: events, or articles in a status; `total` counts the pages' entries."""

    filter: Filter
    page: int
    has_more: bool
    events: tuple[Event, ...] = ()
    articles: tuple[Article, ...] = ()
    blocked: frozenset[int] = frozenset()


def queue(frame: Frame, found: Queue, *, now: datetime) -> Page:
    """Return one page of the queue; each entry opens by its number."""
    filters = tuple(
        Button(
            label=f"• {each.value.capitalize()}" if each is found.filter else each.value.capitalize(),
            press=press("desk", each.value, 1),
        )
        for each in Filter
    )
    entries = [_event_entry(event, now) for event in found.events]
    entries += [_article_entry(frame, article, found.blocked) for article in found.articles]
    numbered = [f"{place}. " + entry for place, entry in enumerate(entries, 1)]
    opening = [press("event", event.id) for event in found.events]
    opening += [press("review", article.number) for article in found.articles]
    buttons = tuple(Button(label=str(place), press=data) for place, data in enumerate(opening, 1))
    turn = (
        Button(label="◀", press=press("desk", found.filter.value, found.page - 1)) if found.page > 1 else None,
        Button(label="▶", press=press("desk", found.filter.value, found.page + 1)) if found.has_more else None,
    )
    coverage = Button(label="Coverage", press=press("coverage"))
    text = join("\n\n", [bold("Desk"), *(numbered or [Text(_EMPTY[found.filter])]), italic(HOW_TO_DRAFT)])
    return Page(text=text, buttons=rows(buttons, turn, filters[:3], (*filters[3:], coverage)))


HOW_TO_DRAFT = "Paste a post, send links or a photo with a caption, or forward a post: each becomes a draft."
_EMPTY = {
    Filter.EVENTS: "No event waits for an article.",
    Filter.DRAFTS: "No drafts.",
    Filter.SCHEDULED: "Nothing is scheduled.",
    Filter.PUBLISHED: "Nothing is published yet.",
    Filter.SPIKED: "Nothing was spiked.",
}


def _event_entry(event: Event, now: datetime) -> Text:
    outlets = event.independent_outlets
    newest = max(report.published_at for report in event.reports)
    first = min(event.reports, key=lambda report: report.published_at)
    why = f"{len(outlets)} independent {'outlet' if len(outlets) == 1 else 'outlets'} · newest {ago(now, newest)} ago"
    return join("\n", [bold(shorten(first.title, LINE_UTF16)), why, shorten(f"First: {first.outlet}", LINE_UTF16)])


def _article_entry(frame: Frame, article: Article, blocked: frozenset[int]) -> Text:
    details = [f"#{article.number}", article.status.value.replace("_", " ")]
    if article.publish_at and article.status is Status.SCHEDULED:
        details.append(moment(frame, article.publish_at))
    if article.revision > 1:
        details.append(f"revision {article.revision}")
    if article.number in blocked:
        details.append("the gate blocks it")
    return join("\n", [bold(shorten(article.text.headline, LINE_UTF16)), " · ".join(details)])


def ago(now: datetime, then: datetime) -> str:
    """Say how long ago something was."""
    minutes = max(0, int((now - then).total_seconds() // 60))
    if minutes < 90:
        return f"{minutes} min"
    return f"{minutes // 60} h" if minutes < 48 * 60 else f"{minutes // 1440} days"


def moment(frame: Frame, at: datetime) -> str:
    """Write a moment in the frame's zone."""
    return written_moment(frame.words.locale, at.astimezone(frame.zone))


def event_page(event: Event, *, now: datetime) -> Page:
    """Return an event: who reports it, since when, and what can be made of it."""
    reports = [_report_line(report, now) for report in event.reports[:MOST_REPORTS]]
    more = [f"and {len(event.reports) - MOST_REPORTS} more"] if len(event.reports) > MOST_REPORTS else []
    why = f"{len(event.independent_outlets)} independent: {', '.join(event.independent_outlets)}"
    text = join("\n\n", [bold(shorten(event.reports[0].title, LINE_UTF16)), shorten(why, LINE_UTF16), *reports, *more])
    draft = Button(label="Draft an article", press=press("draft", event.id))
    opened = Button(label=f"Open #{event.article_number}", press=press("review", event.article_number or 0))
    return Page(text=text, buttons=rows((opened if event.article_number else draft,), (back(),)))


def _report_line(report: Report, now: datetime) -> Text:
    copied = " · a copy" if report.copy_of is not None else ""
    return join(
        "\n", [f"{report.outlet} · {ago(now, report.published_at)} ago{copied}", shorten(report.title, LINE_UTF16)]
    )


def back() -> Button:
    """Return the button that leads back to the queue."""
    return Button(label="◀ Desk", press=press("desk", Filter.DRAFTS.value, 1))


def editors_page(editors: tuple[tuple[int, bool], ...]) -> Page:
    """Return who may judge articles: ids, and whether each is an owner."""
    lines = [f"{person_id} · owner" if is_owner else str(person_id) for person_id, is_owner in editors]
    removing = tuple(
        (Button(label=f"✕ {person_id}", press=press("unname", person_id)),)
        for person_id, is_owner in editors
        if not is_owner
    )
    how = "Name one by /editors and their numeric id, or forward me a message of theirs after /editors."
    return Page(text=join("\n\n", [bold("Editors"), "\n".join(lines), how]), buttons=removing)
