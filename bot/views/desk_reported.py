"""What came to the desk from outside: a mistake that a reader reports, a cited page that changed."""

from datetime import datetime

from bot.views.desk import LINE_UTF16, Filter, ago, back
from bot.views.page import Button, Page, microseconds, press, rows
from bot.views.splitter import pack, shorten
from bot.views.text import Text, bold, join, link
from storage.model import ChangedPage, Mistake, PageChange

WORDS_UTF16 = 3000


def mistake_page(mistake: Mistake, *, now: datetime) -> Page:
    """Return a reader's words, with the way to their article."""
    head = shorten(f"#{mistake.number} {mistake.headline}", LINE_UTF16)
    told = f"A reader, {ago(now, mistake.reported_at)} ago:"
    text = join("\n\n", [bold(head), told, shorten(mistake.words, WORDS_UTF16)])
    opening = Button(label=f"Open #{mistake.number}", press=press("review", mistake.number))
    settled = Button(label="Settled", press=press("settled", mistake.id))
    return Page(text=text, buttons=rows((opening, settled), (back(Filter.MISTAKES),)))


def changed_page(page: ChangedPage, *, now: datetime) -> Page:
    """Return what a cited page says otherwise by now, with the way to the article that cites it."""
    head = shorten(f"#{page.number} {page.headline}", LINE_UTF16)
    where = join("", [link(page.outlet, page.url), f" changed its page, {ago(now, page.noticed_at)} ago:"])
    pages = pack([bold(head), where, *map(_change, reversed(page.changes))])
    opening = Button(label=f"Open #{page.number}", press=press("review", page.number))
    settled = Button(label="Settled", press=press("seen", page.number, page.report_id, microseconds(page.noticed_at)))
    text = join("\n\n", (piece.text for piece in pages[0]))
    return Page(text=text, buttons=rows((opening, settled), (back(Filter.PAGES),)))


def _change(change: PageChange) -> Text:
    after = shorten(change.after, LINE_UTF16) if change.after else "(gone)"
    return join("\n", [bold(change.place), f"− {shorten(change.before, LINE_UTF16)}", f"+ {after}"])
