"""The briefing: the articles composed for one profile at one time."""

from dataclasses import replace
from datetime import datetime

from bot.views.card import card, shown
from bot.views.dates import written_day, written_time
from bot.views.page import Button, Frame, Page, press, rows
from bot.views.splitter import Piece, pack
from bot.views.text import Text, bold, join
from storage.model import Article, Shows

WORDS_PER_MINUTE = 200
NUMBERS_PER_ROW = 5


def briefing(
    frame: Frame,
    articles: tuple[Article, ...],
    *,
    now: datetime,
    more: int = 0,
    updates: frozenset[int] = frozenset(),
) -> tuple[Page, ...]:
    """Return a briefing's pages, split between articles only; the last page has the buttons.

    `updates` are the numbers of articles that grew since the chat last saw them.
    """
    cards = [
        card(frame, article, position=position, is_update=article.number in updates)
        for position, article in enumerate(articles, 1)
    ]
    heading = _heading(frame, cards, now)
    overflow = [Text(frame.words("briefing-more", count=more))] if more else []
    groups = pack([heading + "\n\n" + cards[0], *cards[1:], *overflow])
    pages = [
        Page(
            text=join("\n\n", (piece.text for piece in group)),
            shows=Shows.BRIEFING,
            articles=tuple(shown(articles[index], index + 1) for index in _blocks(group) if index < len(articles)),
        )
        for group in groups
    ]
    settings = Button(label=frame.words("settings-button"), press=press("settings")) if frame.is_private else None
    buttons = (*_numbers(frame, articles), *rows((settings,)))
    return (*pages[:-1], replace(pages[-1], buttons=buttons))


def _blocks(group: tuple[Piece, ...]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(piece.block for piece in group))


def nothing_new(frame: Frame, *, since: datetime | None) -> Page:
    """Return the page for a briefing with nothing in it."""
    words = frame.words
    if since is None:
        return Page(text=Text(words("briefing-nothing")))
    time = written_time(words.locale, since.astimezone(frame.zone))
    recent = Button(label=words("list-recent"), press=press("recent", 1))
    text = Text(words("briefing-nothing-since", time=time))
    return Page(text=text, buttons=rows((recent,)) if frame.is_private else ())


def _heading(frame: Frame, cards: list[Text], now: datetime) -> Text:
    local = now.astimezone(frame.zone)
    name = frame.words("briefing-name", part=_part_of_day(local.hour))
    date = written_day(frame.words.locale, local)
    words = sum(len(text.plain.split()) for text in cards)
    minutes = max(1, round(words / WORDS_PER_MINUTE))
    return bold(f"{name} · {date}") + "\n" + frame.words("briefing-length", stories=len(cards), minutes=minutes)


def _part_of_day(hour: int) -> str:
    if 4 <= hour < 12:
        return "morning"
    return "afternoon" if 12 <= hour < 18 else "evening"


def _numbers(frame: Frame, articles: tuple[Article, ...]) -> tuple[tuple[Button, ...], ...]:
    if not frame.is_private and not frame.username:
        return ()  # nobody knows the bot's name here: there is nothing to link to
    buttons = tuple(_number_button(frame, place, article) for place, article in enumerate(articles, 1))
    return tuple(buttons[start : start + NUMBERS_PER_ROW] for start in range(0, len(buttons), NUMBERS_PER_ROW))


def _number_button(frame: Frame, place: int, article: Article) -> Button:
    if frame.is_private:
        return Button(label=str(place), press=press("story", article.number))
    return Button(label=str(place), url=frame.deep_link(f"story_{article.number}"))
