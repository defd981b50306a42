"""Whether a cited page still says what it was cited for, and when it is worth another look."""

from datetime import datetime, timedelta

from bot.newsroom.facts.evidence import is_borne, make_evidence
from bot.newsroom.facts.figures import extract_figures
from bot.newsroom.text.sentences import split_sentences
from storage.model import ArticleText, PageChange

# Most corrections come within hours; SPEC §7 asks for 72.
LOOKS = tuple(timedelta(hours=hours) for hours in (1, 3, 6, 12, 24, 48, 72))
WATCHED_FOR = LOOKS[-1]
MOST_FIGURES = 10
GONE = "the page"


def next_look(published_at: datetime, now: datetime) -> datetime | None:
    """Return when a page that an article cites is looked at again, or None once it is old."""
    return next((published_at + each for each in LOOKS if published_at + each > now), None)


def list_page_changes(
    article: ArticleText, *, before: tuple[str | None, str], after: tuple[str, str]
) -> tuple[PageChange, ...]:
    """Return what a page no longer says: its headline, and figures that the article has from it.

    `before` and `after` are title and text; the title is None where it was not seen yet.
    """
    (title, text), (new_title, new_text) = before, after
    changes = []
    if title and new_title and _plain(title) != _plain(new_title):
        changes.append(PageChange("headline", title, new_title))
    return (*changes, *_lost_figures(article, text, new_text))


def _plain(title: str) -> str:
    return " ".join(title.casefold().split())


def _lost_figures(article: ArticleText, text: str, new_text: str) -> list[PageChange]:
    if not text or not new_text:
        return []
    old, new = make_evidence(text), make_evidence(new_text)
    said = "\n".join((article.headline, *(bullet.text for bullet in article.bullets), *article.body))
    figures = {
        figure.value: figure
        for line in said.split("\n")
        for sentence in split_sentences(line)
        for figure in extract_figures(sentence)
        if is_borne(figure, old) and not is_borne(figure, new)
    }
    return [
        PageChange(f"figure “{figure.token}”", _sentence_with(figure.value, text), _like(figure.noun, new_text))
        for figure in list(figures.values())[:MOST_FIGURES]
    ]


def _sentence_with(value: str, text: str) -> str:
    return next((each for each in _sentences(text) if any(f.value == value for f in extract_figures(each))), "")


def _like(noun: str | None, text: str) -> str:
    """Return the sentence that counts the same by now, if there is one."""
    if noun is None:
        return ""
    return next((each for each in _sentences(text) if any(f.noun == noun for f in extract_figures(each))), "")


def _sentences(text: str) -> list[str]:
    return [sentence for line in text.split("\n") for sentence in split_sentences(line)]
