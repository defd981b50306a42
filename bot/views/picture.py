"""A story's picture, where it is a message of its own: its caption."""

from bot.views.page import Frame
from bot.views.splitter import CAPTION, split
from bot.views.text import Text, italic, join
from storage.model import Article, Picture, Status


def caption(frame: Frame, article: Article) -> Text:
    """Return what stands under a story's picture today; under a withdrawn one's, the notice."""
    if article.status is not Status.PUBLISHED:
        return italic(frame.words("story-withdrawn"))
    return picture_caption(article.text.picture) if article.text.picture else Text()


def picture_caption(picture: Picture) -> Text:
    """Return a picture's caption and credit, as long as Telegram takes them."""
    label = Text(picture.caption or "")
    pieces = split([join(" · ", [label, picture.credit or ""])], budget=CAPTION)
    return pieces[0] if pieces else Text()
