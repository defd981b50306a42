"""The desk's queue, and an event on it. The desk speaks English (SPEC §7)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.views.dates import written_moment
from bot.views.page import Button, Frame, Page, press, rows
from bot.views.splitter import shorten
from bot.views.text import Text, bold, italic, join
from storage.model import Article, ChangedPage, Event, Mistake, Status

PER_PAGE = 6
LINE_UTF16 = 200


class Filter(StrEnum):
    """What of the queue is shown."""

    EVENTS = "events"
    DRAFTS = "drafts"
    PAGES = "pages"
    SCHEDULED = "scheduled"
    MISTAKES = "mistakes"
    PUBLISHED = "published"
    SPIKED = "spiked"


STATUSES: Mapping[Filter, tuple[Status, ...]] = {
    Filter.DRAFTS: (Status.DRAFT, Status.IN_REVIEW),
    Filter.SCHEDULED: (Status.SCHEDULED,),
    Filter.PUBLISHED: (Status.PUBLISHED, Status.WITHDRAWN),
    Filter.SPIKED: (Status.SPIKED,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """One page of the queue: events, articles in a status, mistakes readers report, or cited pages that changed."""

    filter: Filter
    page: int
    has_more: bool
    events: tuple[Event, ...] = ()
    articles: tuple[Article, ...] = ()
    blocked: frozenset[int] = frozenset()
    mistakes: tuple[Mistake, ...] = ()
    changed: tuple[ChangedPage, ...] = ()


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
    entries += [_mistake_entry(mistake, now) for mistake in found.mistakes]
    entries += [_changed_entry(page, now) for page in found.changed]
    numbered = [f"{place}. " + entry for place, entry in enumerate(entries, 1)]
    opening = [press("event", event.id) for event in found.events]
    opening += [press("review", article.number) for article in found.articles]
    opening += [press("reported", mistake.id) for mistake in found.mistakes]
    opening += [press("changed", page.number, page.report_id) for page in found.changed]
    buttons = tuple(Button(label=str(place), press=data) for place, data in enumerate(opening, 1))
    turn = (
        Button(label="◀", press=press("desk", found.filter.value, found.page - 1)) if found.page > 1 else None,
        Button(label="▶", press=press("desk", found.filter.value, found.page + 1)) if found.has_more else None,
    )
    coverage = Button(label="Coverage", press=press("coverage"))
    text = join("\n\n", [bold("Desk"), *(numbered or [Text(_EMPTY[found.filter])]), italic(HOW_TO_DRAFT)])
    return Page(text=text, buttons=rows(buttons, turn, filters[:3], filters[3:5], (*filters[5:], coverage)))


HOW_TO_DRAFT = "Paste a post, send links or a photo with a caption, or forward a post: each becomes a draft."
_EMPTY = {
    Filter.EVENTS: "No event waits for an article.",
    Filter.DRAFTS: "No drafts.",
    Filter.SCHEDULED: "Nothing is scheduled.",
    Filter.MISTAKES: "No reader has reported a mistake.",
    Filter.PAGES: "No cited page has changed.",
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


def _mistake_entry(mistake: Mistake, now: datetime) -> Text:
    about = shorten(f"#{mistake.number} {mistake.headline}", LINE_UTF16)
    return join("\n", [bold(about), shorten(mistake.words, LINE_UTF16), f"{ago(now, mistake.reported_at)} ago"])


def _changed_entry(page: ChangedPage, now: datetime) -> Text:
    about = shorten(f"#{page.number} {page.headline}", LINE_UTF16)
    what = ", ".join(dict.fromkeys(change.place for change in page.changes))
    said = shorten(f"{page.outlet} changed: {what}", LINE_UTF16)
    return join("\n", [bold(about), said, f"{ago(now, page.noticed_at)} ago"])


def ago(now: datetime, then: datetime) -> str:
    """Say how long ago something was."""
    minutes = max(0, int((now - then).total_seconds() // 60))
    if minutes < 90:
        return f"{minutes} min"
    return f"{minutes // 60} h" if minutes < 48 * 60 else f"{minutes // 1440} days"


def moment(frame: Frame, at: datetime) -> str:
    """Write a moment in the frame's zone."""
    return written_moment(frame.words.locale, at.astimezone(frame.zone))


def back(filter_: Filter) -> Button:
    """Return the button that leads back to a part of the queue."""
    return Button(label="◀ Desk", press=press("desk", filter_.value, 1))


def back_from(article: Article) -> Button:
    """Return the button that leads from an article to the part of the queue in which it stands."""
    return back(next(filter_ for filter_, statuses in STATUSES.items() if article.status in statuses))


def editors_page(editors: tuple[tuple[int, bool], ...]) -> Page:
    """Return who may judge articles: ids, and whether each is an owner."""
    lines = [f"{person_id} · owner" if is_owner else str(person_id) for person_id, is_owner in editors]
    removing = tuple(
        (Button(label=f"✕ {person_id}", press=press("unname", person_id)),)
        for person_id, is_owner in editors
        if not is_owner
    )
    how = "To name one, send their numeric id now, or forward me a message of theirs."
    return Page(text=join("\n\n", [bold("Editors"), "\n".join(lines), how]), buttons=removing)
