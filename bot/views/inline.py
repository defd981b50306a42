"""Inline results: a story's card, to share in any chat."""

from dataclasses import dataclass

from bot.views.card import card, credit_line
from bot.views.page import Button, Frame, Page, rows
from bot.views.splitter import MESSAGE, Budget, shorten, split
from storage.model import Article

PER_PAGE = 20
CARD = Budget(utf16=4000, entities=MESSAGE.entities, payload_bytes=MESSAGE.payload_bytes)


@dataclass(frozen=True, slots=True, kw_only=True)
class InlineResult:
    """One result: how it looks in the list, and the page it inserts."""

    id: str
    title: str
    description: str
    thumbnail: str | None
    page: Page


def inline_result(frame: Frame, article: Article) -> InlineResult:
    """Return an article as an inline result."""
    text = article.text
    address = frame.picture_address(text.picture)
    first = text.bullets[0].text if text.bullets else credit_line(frame.words, text)
    button = Button(label=frame.words("story-full"), url=frame.deep_link(f"story_{article.number}"))
    return InlineResult(
        id=f"{article.number}.{article.revision}",
        title=shorten(text.headline, 200),
        description=shorten(first, 200),
        thumbnail=address,
        page=Page(text=split([card(frame, article)], budget=CARD)[0], buttons=rows((button,)), preview=address),
    )
