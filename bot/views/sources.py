"""The sources of a story: who reports it, and which points each bears."""

from bot.newsroom.outlets.credits import first_published
from bot.views.card import shown
from bot.views.dates import written_date
from bot.views.page import Button, Frame, Page, press, rows
from bot.views.splitter import split
from bot.views.story import page_buttons
from bot.views.text import Text, bold, italic, join, link
from storage.model import Article, Shows, Source, independent_outlets


def sources(frame: Frame, article: Article, *, page: int = 1) -> Page:
    """Return one page of an article's source list."""
    words, text = frame.words, article.text
    heading = join("\n", [bold(words("sources-title")), text.headline])
    entries = [source_entry(frame, article, number) for number in range(1, len(text.sources) + 1)]
    if not entries:
        entries = [Text(words("sources-none"))]
    pages = split([heading, join("\n\n", entries), _summary(frame, text.sources)])
    page = max(1, min(page, len(pages)))
    story = Button(label=words("sources-back"), press=press("story", article.number))
    turn = page_buttons(frame, page, len(pages), ("sources", article.number))
    return Page(
        text=pages[page - 1],
        buttons=rows(turn, (story,)) if frame.is_private else (),
        shows=Shows.SOURCES,
        articles=(shown(article),),
        number=page,
    )


def source_entry(frame: Frame, article: Article, number: int) -> Text:
    """Return one source: outlet and date, the title linked, and which bullets it bears."""
    source = article.text.sources[number - 1]
    day = written_date(frame.words.locale, source.published_on) if source.published_on else ""
    title = link(source.title or _host(source.url), source.url) if source.title or source.url else Text()
    points = [place for place, bullet in enumerate(article.text.bullets, 1) if number in bullet.sources]
    bears = ""
    if points:
        bears = frame.words(
            "sources-bears", count=len(points), points=frame.words.listed([str(point) for point in points])
        )
    first = join(" · ", [bold(frame.words.apart(source.outlet)), frame.words.apart(day)])
    return join("\n", [frame.words.line(f"{number}. ", source.outlet) + first, title, italic(bears)])


def _host(url: str | None) -> str:
    return (url or "").split("//", 1)[-1].split("/", 1)[0]


def _summary(frame: Frame, listed: tuple[Source, ...]) -> Text:
    if not listed:
        return Text()
    count = len(independent_outlets(listed))
    first = first_published(listed)
    return join(
        "\n",
        [
            frame.words("sources-independent", count=count),
            frame.words("sources-first", outlet=first.outlet) if first else "",
        ],
    )
