"""The desk's coverage: what may be missing from the news, and why."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.newsroom.coverage import is_dead, list_silent, list_thin_sections
from bot.views.desk import Filter, ago, back
from bot.views.page import Page
from bot.views.splitter import pack, shorten
from bot.views.text import Text, bold, join
from storage.model import Feed

MOST_LINES = 10
LINE_UTF16 = 160


def coverage(
    feeds: Sequence[Feed], newest: Mapping[int, datetime], dropped: Mapping[str, int], *, now: datetime
) -> Page:
    """Return which feeds are dead or silent, which sections suffer, and why reports were dropped lately.

    `newest` is when each feed brought its newest report; `dropped` counts reports by the reason.
    """
    dead = [f"{feed.outlet}: {feed.error or 'no answer yet'}" for feed in feeds if is_dead(feed, now)]
    silent = [f"{feed.outlet}: nothing for {ago(now, at)}" for feed, at in list_silent(feeds, newest, now)]
    thin = [f"{each.name}: {each.dead} of {each.total} feeds" for each in list_thin_sections(feeds, now)]
    reasons = [f"{count:,} × {reason}" for reason, count in sorted(dropped.items(), key=lambda each: -each[1])]
    blocks = [
        _block("Sections whose feeds are mostly dead", thin),
        _block("Feeds that do not answer", dead),
        _block("Feeds that answer and bring nothing", silent),
        _block("Reports dropped in three days", reasons),
    ]
    found = [block for block in blocks if block]
    fine = Text("Every feed answers and brings reports." if feeds else "There are no feeds yet: dateline feed add.")
    pages = pack([bold("Coverage"), *(found or [fine])])
    return Page(text=join("\n\n", (piece.text for piece in pages[0])), buttons=((back(Filter.EVENTS),),))


def _block(title: str, lines: Sequence[str]) -> Text:
    if not lines:
        return Text()
    shown = [shorten(line, LINE_UTF16) for line in lines[:MOST_LINES]]
    if len(lines) > MOST_LINES:
        shown.append(f"and {len(lines) - MOST_LINES} more")
    return join("\n", [bold(title), *shown])
