"""Publishing and withdrawing from the desk: asked once before, and what stands afterwards."""

import hashlib
from collections.abc import Sequence
from datetime import datetime

from bot.views.desk import Filter, back, back_from
from bot.views.desk_article import LINE_UTF16, Work, cancelling, findings
from bot.views.page import Button, Page, press, rows
from bot.views.splitter import shorten
from bot.views.text import Text, bold, join
from storage.model import Article, Check, Status

REASON_UTF16 = 3000


def confirmation(work: Work, checks: Sequence[Check] | None, chats: int) -> Page:
    """Return what asks once before an article is published, naming how many chats get it."""
    article = work.article
    is_blocked = any(check.blocks for check in checks or ())
    key = (article.number, article.revision)
    head = f"Publish #{article.number} to {chats:,} {'chat' if chats == 1 else 'chats'}?"
    yes = Button(label="Publish in spite of it…", press=press("override", *key)) if is_blocked else None
    yes = yes or Button(label="Publish", press=press("confirm", *key))
    breaking = None if is_blocked else Button(label="Publish as breaking", press=press("confirm", *key, "breaking"))
    text = join("\n\n", [bold(head), article.text.headline, findings(checks)])
    not_yet = Button(label="Not yet", press=press("review", article.number))
    return Page(text=text, buttons=rows((yes, not_yet), (breaking,)))


def publishing(article: Article, publish_at: datetime, seconds: int) -> Page:
    """Return what stands while publishing can be undone; the button is of this one publication."""
    how = " as breaking" if article.is_breaking else ""
    text = f"#{article.number} will be published{how} in {seconds} seconds. Until then nobody sees anything of it."
    undo = press("undo", article.number, article.revision, int(publish_at.timestamp()))
    return Page(text=Text(text), buttons=rows((Button(label="Undo", press=undo), back(Filter.DRAFTS))))


def published(article: Article) -> Page:
    """Return what takes the place of that once readers have it."""
    text = join("\n\n", [bold(f"#{article.number} is published."), shorten(article.text.headline, LINE_UTF16)])
    opening = Button(label=f"Open #{article.number}", press=press("review", article.number))
    return Page(text=text, buttons=rows((opening, back_from(article))))


def digest(words: str) -> str:
    """Return a few letters that tell a button which words it stands under."""
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:8]


def not_published(article: Article) -> Page:
    """Return what takes the place of that where the publication was undone, or came to nothing, or was taken back."""
    state = article.status.value.replace("_", " ")
    opening = Button(label=f"Open #{article.number}", press=press("review", article.number))
    was = (
        "was published and is withdrawn"
        if article.status is Status.WITHDRAWN
        else f"was not published: it is {state} now"
    )
    return Page(text=Text(f"#{article.number} {was}."), buttons=rows((opening,)))


def withdrawal_page(article: Article, reason: str, messages: int) -> Page:
    """Return what asks once before an article is withdrawn; the button is of this one reason."""
    where = f"{messages:,} {'message' if messages == 1 else 'messages'}"
    head = f"Withdraw #{article.number}? Its text is replaced in {where} by:"
    yes = Button(label="Withdraw", press=press("withdrawn", article.number, digest(reason)))
    buttons = rows((yes, *cancelling()[0]))
    shown: list[Text | str] = [bold(head), shorten(article.text.headline, LINE_UTF16), shorten(reason, REASON_UTF16)]
    return Page(text=join("\n\n", shown), buttons=buttons)
