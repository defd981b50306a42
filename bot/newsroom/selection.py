"""Which articles a briefing shows, and in what order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from storage.model import Article, Preferences, independent_outlets
from storage.words import fold, iter_words, section_slug


@dataclass(frozen=True, slots=True)
class Choice:
    """An article in a briefing; an update is one that grew since the chat last saw it."""

    article: Article
    is_update: bool


@dataclass(frozen=True, slots=True)
class Selection:
    """What is shown, and how many more there would have been."""

    choices: tuple[Choice, ...]
    more: int


def select_articles(candidates: Iterable[Article], preferences: Preferences, *, cutoff: datetime | None) -> Selection:
    """Choose from what was published or corrected since the cutoff, the most important first."""
    wanted = sorted((each for each in candidates if is_wanted(each, preferences)), key=_importance, reverse=True)
    shown = wanted[: preferences.max_articles]
    return Selection(tuple(Choice(each, _is_update(each, cutoff)) for each in shown), len(wanted) - len(shown))


def is_wanted(article: Article, preferences: Preferences) -> bool:
    """Whether a chat with these preferences follows the article's section and language, and muted nothing in it."""
    text = article.text
    if preferences.sections and (text.section is None or section_slug(text.section) not in preferences.sections):
        return False
    if preferences.languages and text.language.split("-")[0] not in preferences.languages:
        return False
    return not any(mentions(article, mute) for mute in preferences.mutes)


def mentions(article: Article, muted: str) -> bool:
    """Whether an article has a muted word or phrase in it; case and accents do not count."""
    text = article.text
    everything = " ".join([text.headline, *(bullet.text for bullet in text.bullets), *text.body, text.section or ""])
    words = f" {' '.join(iter_words(everything))} "
    return f" {' '.join(iter_words(fold(muted)))} " in words


def _importance(article: Article) -> tuple[int, int, datetime, int]:
    """The editor's priority, then how many independent outlets report it, then how fresh it is."""
    outlets = len(independent_outlets(article.text.sources))
    return article.priority, outlets, article.published_at or article.created_at, article.number


def _is_update(article: Article, cutoff: datetime | None) -> bool:
    is_known = cutoff is not None and article.published_at is not None and article.published_at <= cutoff
    return is_known and article.revision > 1  # a first text is new, whatever a clock that was set back says
