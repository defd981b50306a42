"""A story's picture, where it is a message of its own: its caption."""

from bot.views.page import Frame
from bot.views.splitter import CAPTION, split
from bot.views.text import Text, italic, join
from storage.model import Article, Picture, Status


def current_picture(article: Article) -> Picture | None:
    """Return the picture of a story as readers may see it today."""
    return article.text.picture if article.status is Status.PUBLISHED else None


def caption(frame: Frame, article: Article) -> Text:
    """Return what stands under a story's picture today: a notice where the story or its picture was taken back."""
    picture = current_picture(article)
    if picture is not None:
        return picture_caption(picture)
    return italic(frame.words("story-withdrawn" if article.status is not Status.PUBLISHED else "story-picture-removed"))


def picture_caption(picture: Picture) -> Text:
    """Return a picture's caption and credit, as long as Telegram takes them."""
    label = Text(picture.caption or "")
    pieces = split([join(" · ", [label, picture.credit or ""])], budget=CAPTION)
    return pieces[0] if pieces else Text()
