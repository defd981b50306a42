"""The briefing: the articles composed for one profile at one time."""

from dataclasses import replace
from datetime import datetime

from bot.newsroom.text.words import count_words
from bot.views.card import card, shown
from bot.views.dates import written_day, written_time
from bot.views.notices import notice_lines
from bot.views.page import Button, Frame, Page, press, rows
from bot.views.splitter import MESSAGE, Piece, pack, shorten
from bot.views.text import Text, bold, italic, join
from storage.model import Article, Notice, Preferences, Shows

WORDS_PER_MINUTE = 200
NUMBERS_PER_ROW = 5
MOST_SECTIONS, SECTION_UTF16 = 3, 40


def briefing(
    frame: Frame,
    articles: tuple[Article, ...],
    *,
    now: datetime,
    more: int = 0,
    has_more: bool = False,
    updates: frozenset[int] = frozenset(),
    followed: frozenset[int] = frozenset(),
    parts: tuple[int, ...] | None = None,
    notices: tuple[Notice, ...] = (),
    thin_sections: tuple[str, ...] = (),
) -> tuple[Page, ...]:
    """Return a briefing's pages, split between articles only; the last page has the buttons.

    `updates` are the numbers of articles that grew since the chat last saw them, `followed` of those whose series it
    follows; `more` how many were left out, and
    `has_more` that they were not all counted. `parts` says how many stories each page has, where that is fixed:
    some of them were sent. A withdrawn article's place is kept then, with a notice. `notices` stand before everything;
    `thin_sections` are named behind it.
    """
    cards = [
        card(
            frame,
            article,
            position=position,
            is_update=article.number in updates,
            is_followed=article.number in followed,
        )
        for position, article in enumerate(articles, 1)
    ]
    heading = _heading(frame, cards, now)
    overflow = (
        [Text(frame.words("briefing-more" if not has_more else "briefing-more-than", count=more))] if more else []
    )
    gaps = [gaps_line(frame, thin_sections)] if thin_sections else []
    told = [notice_lines(frame, notices)] if notices else []
    blocks = [*told, heading + "\n\n" + cards[0], *cards[1:], *overflow, *gaps]
    if parts is None:
        groups = [(join("\n\n", (piece.text for piece in group)), _blocks(group)) for group in pack(blocks)]
    else:
        groups = [(_fitting(blocks, places), places) for places in _places(parts, len(blocks), before=len(told))]
    pages = [
        Page(
            text=text,
            shows=Shows.BRIEFING,
            articles=tuple(
                shown(articles[place], place + 1)
                for place in (index - len(told) for index in places)
                if 0 <= place < len(articles)
            ),
        )
        for text, places in groups
    ]
    settings = Button(label=frame.words("settings-button"), press=press("settings")) if frame.is_private else None
    buttons = (*_numbers(articles), *rows((settings,)))
    return (*pages[:-1], replace(pages[-1], buttons=buttons))


def as_of(frame: Frame, page: Page, day: str) -> Page:
    """Return a briefing's first page under a line that says which day's it is, where there is room for one."""
    text = join("\n\n", [italic(frame.words("briefing-of", day=day)), page.text])
    return replace(page, text=text) if MESSAGE.holds(text) else page


def _places(parts: tuple[int, ...], blocks: int, *, before: int) -> list[tuple[int, ...]]:
    """Return which blocks each page has; those before the first story are on the first, what follows on the last."""
    ends = [before + sum(parts[: number + 1]) for number in range(len(parts))]
    ends[-1] = blocks
    return [tuple(range(start, end)) for start, end in zip([0, *ends[:-1]], ends, strict=True)]


def _fitting(blocks: list[Text], places: tuple[int, ...]) -> Text:
    """Join what belongs on one page; where a correction made it too long, cards lose bullets, the last ones first."""
    own = [blocks[index] for index in places]
    while not MESSAGE.holds(joined := join("\n\n", own)):
        longest = max(range(len(own)), key=lambda index: own[index].utf16_length)
        own[longest] = _without_last_bullet(own[longest])
    return joined


def _without_last_bullet(block: Text) -> Text:
    """Leave out the line above the credit line; a text of fewer lines is halved."""
    credit_at = block.plain.rfind("\n")
    bullet_at = block.plain.rfind("\n", 0, max(credit_at, 0))
    if bullet_at < 0:
        return block[: len(block.plain) // 2]
    return block[:bullet_at] + block[credit_at:]


def _blocks(group: tuple[Piece, ...]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(piece.block for piece in group))


def only_notices(frame: Frame, notices: tuple[Notice, ...]) -> Page:
    """Return the page for a briefing that tells of corrections, and has nothing new."""
    return Page(text=notice_lines(frame, notices), shows=Shows.BRIEFING)


def gaps_line(frame: Frame, thin_sections: tuple[str, ...]) -> Text:
    """Return the line that says where stories may be missing: feeds of these sections do not answer."""
    names = frame.words.joined(shorten(name, SECTION_UTF16) for name in thin_sections[:MOST_SECTIONS])
    return italic(frame.words("briefing-gaps", sections=names, more=max(0, len(thin_sections) - MOST_SECTIONS)))


def nothing_new(
    frame: Frame,
    preferences: Preferences,
    *,
    since: datetime | None,
    now: datetime,
    thin_sections: tuple[str, ...] = (),
) -> Page:
    """Return the page for a briefing with nothing in it; it names the day where that is not today."""
    words = frame.words
    if since is None:
        leaves_out = preferences.sections or preferences.languages or preferences.mutes
        return Page(text=Text(words("briefing-nothing-fits" if leaves_out else "briefing-nothing")))
    local, today = since.astimezone(frame.zone), now.astimezone(frame.zone).date()
    time = written_time(words.locale, local)
    said = words("briefing-nothing-since", time=time)
    if local.date() != today:
        day = written_day(words.locale, local.date(), now=today)
        said = words("briefing-nothing-since-day", day=day, time=time)
    recent = Button(label=words("list-recent"), press=press("recent", 1))
    gaps = [gaps_line(frame, thin_sections)] if thin_sections else []
    text = join("\n\n", [said, *gaps])
    return Page(text=text, buttons=rows((recent,)) if frame.is_private else ())


def _heading(frame: Frame, cards: list[Text], now: datetime) -> Text:
    local = now.astimezone(frame.zone)
    name = frame.words("briefing-name", part=part_of_day(local.hour))
    date = written_day(frame.words.locale, local)
    words = sum(count_words(text.plain) for text in cards)
    minutes = max(1, round(words / WORDS_PER_MINUTE))
    return bold(f"{name} · {date}") + "\n" + frame.words("briefing-length", stories=len(cards), minutes=minutes)


def part_of_day(hour: int) -> str:
    """Return the part of a day that an hour belongs to, as the catalogue names it."""
    if 4 <= hour < 12:
        return "morning"
    return "afternoon" if 12 <= hour < 18 else "evening"


def _numbers(articles: tuple[Article, ...]) -> tuple[tuple[Button, ...], ...]:
    buttons = tuple(
        Button(label=str(place), press=press("story", article.number)) for place, article in enumerate(articles, 1)
    )
    return tuple(buttons[start : start + NUMBERS_PER_ROW] for start in range(0, len(buttons), NUMBERS_PER_ROW))
