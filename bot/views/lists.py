"""Lists of stories: recent ones, saved ones, found ones."""

from collections.abc import Callable

from bot.views.card import written_local
from bot.views.markup import plain_paragraph
from bot.views.page import Button, Frame, Page, rows
from bot.views.splitter import shorten
from bot.views.story import page_buttons
from bot.views.text import Text, bold, join, local_date
from storage.model import Article, Section
from storage.words import Query, is_match, read_query, word_spans

PER_PAGE = 8
MOST_HIGHLIGHTS = 8  # in one snippet: a message has room for a hundred entities
SNIPPET_UTF16 = 160
HEADLINE_UTF16, SECTION_UTF16 = 300, 60
MOST_SECTIONS_NAMED = 40


def page_count(total: int) -> int:
    """Return how many pages a list of so many stories has, at least one."""
    return max(1, -(-total // PER_PAGE))


def recent(
    frame: Frame, articles: tuple[Article, ...], *, page: int, total: int, section: Section | None = None
) -> Page:
    """Return one page of the recent stories."""
    words = frame.words
    title = words("recent-section", section=shorten(section.name, SECTION_UTF16)) if section else words("recent-title")
    target = ("recent", section.slug) if section else ("recent",)
    if not articles:
        return Page(text=Text(words("recent-empty")))
    return _list(frame, bold(title), articles, lambda article: _entry(frame, article), page, total, target)


def saved(frame: Frame, articles: tuple[Article, ...], *, page: int, total: int) -> Page:
    """Return one page of the chat's bookmarks."""
    return _own(frame, "saved", ("saved-title", "saved-empty"), articles, page, total)


def saved_elsewhere(frame: Frame) -> Page:
    """Return what a group is told: each person's bookmarks are in their own chat with the bot."""
    return _elsewhere(frame, "command-saved", "saved-title", "saved")


def following(frame: Frame, articles: tuple[Article, ...], *, page: int, total: int) -> Page:
    """Return one page of what the chat follows, each by its newest instalment."""
    return _own(frame, "following", ("story-followed", "following-empty"), articles, page, total)


def following_elsewhere(frame: Frame) -> Page:
    """Return what a group is told: what each person follows is in their own chat with the bot."""
    return _elsewhere(frame, "command-following", "story-followed", "following")


def _own(frame: Frame, noun: str, keys: tuple[str, str], articles: tuple[Article, ...], page: int, total: int) -> Page:
    title, empty = keys
    if not articles:
        return Page(text=Text(frame.words(empty)), buttons=_recent_row(frame))
    heading = bold(frame.words(title))
    return _list(frame, heading, articles, lambda article: _entry(frame, article), page, total, (noun,))


def _elsewhere(frame: Frame, key: str, label: str, payload: str) -> Page:
    button = Button(label=frame.words(label), url=frame.deep_link(payload))
    return Page(text=Text(frame.words(key)), buttons=rows((button,)))


def found(frame: Frame, articles: tuple[Article, ...], *, query: str, page: int, has_more: bool) -> Page:
    """Return one page of what a search found; its heading's bold words are the query, for turning pages."""
    title = f"{frame.words('search-title')} " + bold(shorten(query, 200))
    if not articles:
        text = join("\n\n", [title, frame.words("search-empty")])
        return Page(text=text, buttons=_recent_row(frame))
    wanted = read_query(query)
    total = page * PER_PAGE + (1 if has_more else 0)

    def entry(article: Article) -> Text:
        return _found_entry(article, wanted)

    return _list(frame, title, articles, entry, page, total, ("search",))


def no_section(frame: Frame, name: str, sections: tuple[Section, ...]) -> Page:
    """Return the page for a section that does not exist: which ones do."""
    words = frame.words
    listed = words.joined(shorten(section.name, SECTION_UTF16) for section in sections[:MOST_SECTIONS_NAMED])
    return Page(
        text=join(
            "\n",
            [
                words("recent-no-section", section=shorten(name, SECTION_UTF16)),
                words("recent-sections", sections=listed) if listed else "",
            ],
        )
    )


def _recent_row(frame: Frame) -> tuple[tuple[Button, ...], ...]:
    """In private alone: in groups nobody turns pages for the others."""
    return rows((Button(label=frame.words("list-recent"), press="recent:1"),)) if frame.is_private else ()


def _list(
    frame: Frame,
    title: Text,
    articles: tuple[Article, ...],
    entry: Callable[[Article], Text],
    page: int,
    total: int,
    target: tuple[str, ...],
) -> Page:
    turn = page_buttons(frame, page, page_count(total), target) if frame.is_private else ()
    return Page(text=join("\n\n", [title, *map(entry, articles)]), buttons=rows(turn))


def _entry(frame: Frame, article: Article) -> Text:
    dated = Text()
    if article.published_at:
        dated = local_date(written_local(frame, article.published_at), article.published_at)
    detail = join(" · ", [shorten(article.text.section or "", SECTION_UTF16), dated])
    return join("\n", [bold(shorten(article.text.headline, HEADLINE_UTF16)), detail, f"/story_{article.number}"])


def _found_entry(article: Article, wanted: Query) -> Text:
    headline = shorten(article.text.headline, HEADLINE_UTF16)
    snippet = _snippet(article, wanted)
    return join("\n", [bold(headline), _emphasised(snippet, wanted), f"/story_{article.number}"])


def _snippet(article: Article, wanted: Query) -> str:
    """Return the passage that shows why a story was found: the first bullet or paragraph with a match, cut to it."""
    passages = [*(bullet.text for bullet in article.text.bullets), *map(plain_paragraph, article.text.body)]
    for passage in passages:
        start = next((span.start for span in word_spans(passage) if is_match(span, wanted)), None)
        if start is not None:
            return _around(passage, start)
    return shorten(passages[0], SNIPPET_UTF16) if passages else ""


def _around(passage: str, start: int) -> str:
    """Cut a passage to the words around a place."""
    if start <= SNIPPET_UTF16 // 2:
        return shorten(passage, SNIPPET_UTF16)
    begin = passage.rfind(" ", 0, start - SNIPPET_UTF16 // 4) + 1
    return "…" + shorten(passage[begin:], SNIPPET_UTF16)


def _emphasised(text: str, wanted: Query) -> Text:
    """Set the words that matched in bold; words side by side are one piece, and there are only so many."""
    pieces: list[list[int]] = []
    for span in word_spans(text):
        if not is_match(span, wanted):
            continue
        if pieces and not text[pieces[-1][1] : span.start].strip():
            pieces[-1][1] = span.end
        else:
            pieces.append([span.start, span.end])
    result, end = Text(), 0
    for start, stop in pieces[:MOST_HIGHLIGHTS]:
        result = result + text[end:start] + bold(text[start:stop])
        end = stop
    return result + text[end:]
