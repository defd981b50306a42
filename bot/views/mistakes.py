"""What a reader is asked who reports a mistake."""

from bot.views.page import Button, Frame, Page, press
from bot.views.splitter import shorten
from bot.views.text import Text, bold, join
from storage.model import Article, CorrectedMistake

HEADLINE_UTF16, NOTE_UTF16 = 200, 1000


def question(frame: Frame, article: Article) -> Page:
    """Return what asks which mistake a story has."""
    words = frame.words
    asked = bold(words("mistake-ask", headline=shorten(article.text.headline, HEADLINE_UTF16)))
    buttons = ((Button(label=words("mistake-cancel"), press=press("nevermind")),),)
    return Page(text=join("\n\n", [asked, words("mistake-how")]), buttons=buttons)


def corrected(frame: Frame, mistake: CorrectedMistake) -> Page:
    """Return what a reader is told whose report led to a correction, or came before one."""
    headline, note = shorten(mistake.headline, HEADLINE_UTF16), shorten(mistake.note, NOTE_UTF16)
    return Page(text=Text(frame.words("mistake-corrected", headline=headline, note=note)))


def thanks(frame: Frame) -> Page:
    """Return what a reader is told whose words the editors have."""
    return Page(text=Text(frame.words("mistake-thanks")))
