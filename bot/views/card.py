"""An article's card: headline, key bullets, credit line. Briefings and inline results are made of it."""

from dataclasses import replace
from datetime import datetime

from bot.i18n import Words
from bot.newsroom.outlets.credits import credit_names, is_of_one_outlet
from bot.views.dates import written_moment
from bot.views.markup import bullet_text
from bot.views.page import Frame
from bot.views.splitter import MESSAGE, Budget, shorten
from bot.views.text import Text, bold, italic, join, link
from storage.model import Article, ArticleText, Label, Shown, Status

# So much of each that a card always fits into a message, whole.
BULLETS_ON_CARD = 6
BULLET_UTF16 = 400
HEADLINE_UTF16 = 300
NOTE_UTF16 = 200
LINKED = Budget(entities=60, payload_bytes=4500)  # a card whose links take more has none


def card(
    frame: Frame,
    article: Article,
    *,
    position: int | None = None,
    is_update: bool = False,
    is_followed: bool = False,
) -> Text:
    """Return the card of one article, numbered where it stands in a list, and marked as what it is to the reader."""
    text = article.text
    number = Text(f"{position}. ") if position is not None else Text()
    if article.status is Status.WITHDRAWN:
        return number + withdrawal(frame, article)
    marks = [frame.words("follow-mark")] * is_followed + [frame.words("update-mark")] * is_update
    mark = bold("".join(f"{each} · " for each in marks))
    headline = bold(shorten(text.headline, HEADLINE_UTF16))
    credit = credit_line(frame.words, text, most_utf16=HEADLINE_UTF16)
    before = told_before(frame, article, is_update=is_update)
    return join("\n", [number + mark + headline, before, _points(text, has_marks=frame.has_marks), credit])


def told_before(frame: Frame, article: Article, *, is_update: bool = False) -> Text:
    """Return the line that links what was told before, and says what is new where that is on record."""
    words, note = frame.words, article.notes[-1] if article.notes else None
    is_told = is_update and note is not None and note.label is Label.UPDATE
    new = words("update-new", note=shorten(note.text, NOTE_UTF16)) if is_told and note else ""
    told = article.number if is_update else article.earlier
    earlier = Text()
    if told is not None and (is_told or not is_update):
        address = frame.deep_link(f"story_{told}") if frame.username else None
        earlier = join(" ", [words("story-earlier"), link(f"#{told}", address)])
    return italic(join(" · ", [new, earlier]))


def _points(text: ArticleText, *, has_marks: bool) -> Text:
    """Return the key bullets, with marks only where they are wanted and their links fit."""
    shortened = [replace(bullet, text=shorten(bullet.text, BULLET_UTF16)) for bullet in text.bullets[:BULLETS_ON_CARD]]
    if has_marks:
        marked = join("\n", [bullet_text(bullet, text.sources) for bullet in shortened])
        if LINKED.holds(marked):
            return marked
    return join("\n", [bullet_text(replace(bullet, sources=()), ()) for bullet in shortened])


def credit_line(words: Words, text: ArticleText, *, most_utf16: int = MESSAGE.utf16) -> str:
    """Return the credit line as written, else drawn from the sources; empty without either.

    A story that one outlet alone reports says so beside it.
    """
    names = text.credit_line or _drawn_names(words, text)
    if not names:
        return ""
    alone = f" · {words('credit-one')}" if is_of_one_outlet(text) else ""
    return shorten(words("credit-line", names=names), most_utf16 - len(alone)) + alone


def _drawn_names(words: Words, text: ArticleText) -> str:
    names, more = credit_names(text)
    listed = words.joined(names)
    return words("credit-more", names=listed, count=more) if more else listed


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
