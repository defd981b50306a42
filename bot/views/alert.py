"""The alert: one breaking article, sent at once."""

from bot.views.card import card, shown
from bot.views.page import Button, Frame, Page, press
from bot.views.text import bold
from storage.model import Article, Shows


def alert(frame: Frame, article: Article) -> Page:
    """Return the page of a breaking article; its button opens the whole story."""
    label = frame.words("story-full")
    opening = Button(label=label, press=press("story", article.number))
    if not frame.is_private:
        opening = Button(label=label, url=frame.deep_link(f"story_{article.number}"))
    return Page(
        text=bold(frame.words("alert-head")) + "\n" + card(frame, article),
        buttons=((opening,),) if frame.is_private or frame.username else (),
        shows=Shows.BRIEFING,
        articles=(shown(article),),
    )
