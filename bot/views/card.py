"""An article's card: headline, key bullets, credit line. Briefings and inline results are made of it."""

from dataclasses import replace
from datetime import datetime

from bot.i18n import Words
from bot.newsroom.credits import credit_names
from bot.views.dates import written_moment
from bot.views.markup import bullet_text
from bot.views.page import Frame
from bot.views.splitter import shorten
from bot.views.text import Text, bold, italic, join
from storage.model import Article, ArticleText, Shown, Status

# So much of each that a card always fits into a message, whole.
BULLETS_ON_CARD = 6
BULLET_UTF16 = 400
HEADLINE_UTF16 = 300


def card(frame: Frame, article: Article, *, position: int | None = None, is_update: bool = False) -> Text:
    """Return the card of one article, numbered where it stands in a list."""
    text = article.text
    number = Text(f"{position}. ") if position is not None else Text()
    if article.status is Status.WITHDRAWN:
        return number + withdrawal(frame, article)
    mark = bold(f"{frame.words('update-mark')} · ") if is_update else Text()
    bullets = [
        bullet_text(replace(bullet, text=shorten(bullet.text, BULLET_UTF16)), text.sources)
        for bullet in text.bullets[:BULLETS_ON_CARD]
    ]
    headline = bold(shorten(text.headline, HEADLINE_UTF16))
    credit = shorten(credit_line(frame.words, text), HEADLINE_UTF16)
    return join("\n", [number + mark + headline, *bullets, credit])


def credit_line(words: Words, text: ArticleText) -> str:
    """Return the credit line as written, else drawn from the sources; empty without either."""
    if text.credit_line:
        return words("credit-line", names=text.credit_line)
    names, more = credit_names(text)
    if not names:
        return ""
    listed = ", ".join(names)
    return words("credit-line", names=words("credit-more", names=listed, count=more) if more else listed)


def withdrawal(frame: Frame, article: Article) -> Text:
    """Return what stands in the place of a withdrawn article, on one line, with the reason where one was given."""
    why = article.withdrawal_reason
    reason = frame.words("story-withdrawn-reason", reason=shorten(why, HEADLINE_UTF16)) if why else ""
    return join(" ", [italic(frame.words("story-withdrawn")), reason])


def shown(article: Article, position: int = 1) -> Shown:
    """Say that a message shows this article."""
    return Shown(position, article.number, article.revision, article.status is Status.WITHDRAWN)


def written_local(frame: Frame, moment: datetime) -> str:
    """Write a moment in the frame's zone, in full."""
    local = moment.astimezone(frame.zone)
    written = written_moment(frame.words.locale, local)
    return f"{written} {local.tzname()}"
