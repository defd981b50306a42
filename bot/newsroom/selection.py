"""Which articles a briefing shows, and in what order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from storage.model import Candidate, Preferences
from storage.words import iter_words


@dataclass(frozen=True, slots=True)
class Selection:
    """What is shown, which of it are updates or of a followed series, and how many more there would have been.

    `has_more` tells that there are still more than those that were counted.
    """

    numbers: tuple[int, ...]
    updates: frozenset[int]
    more: int
    has_more: bool = False
    followed: frozenset[int] = frozenset()


def select_articles(
    candidates: Iterable[Candidate],
    *,
    limit: int,
    cutoff: datetime | None,
    hidden: frozenset[int] = frozenset(),
    followed: frozenset[int] = frozenset(),
    has_more: bool = False,
) -> Selection:
    """Choose from what was published or corrected since the cutoff: of followed series first, then the important."""
    wanted = [each for each in candidates if each.number not in hidden]
    wanted.sort(key=lambda each: (is_of(each, followed), _importance(each)), reverse=True)
    shown = wanted[:limit]
    updates = frozenset(each.number for each in shown if _is_update(each, cutoff))
    numbers = tuple(each.number for each in shown)
    of_followed = frozenset(each.number for each in shown if is_of(each, followed))
    return Selection(numbers, updates, len(wanted) - len(shown), has_more, of_followed)


def is_of(candidate: Candidate, series: frozenset[int]) -> bool:
    """Whether an article is of one of these series."""
    return (candidate.series or candidate.number) in series


def since(candidates: tuple[Candidate, ...], cutoff: datetime | None) -> tuple[Candidate, ...]:
    """Return the candidates, newest first, that changed after a cutoff."""
    if cutoff is None:
        return candidates
    low, high = 0, len(candidates)
    while low < high:
        middle = (low + high) // 2
        if candidates[middle].changed_at > cutoff:
            low = middle + 1
        else:
            high = middle
    return candidates[:low]


def until(candidates: Iterable[Candidate], horizon: datetime) -> tuple[Candidate, ...]:
    """Return the candidates that changed up to a horizon."""
    return tuple(each for each in candidates if each.changed_at <= horizon)


def is_chosen(preferences: Preferences, section: str | None, language: str) -> bool:
    """Whether a chat chose what is of this section, by its slug, and in this language, such as `pt-BR`."""
    if preferences.sections and section not in preferences.sections:
        return False
    return not preferences.languages or language.split("-", maxsplit=1)[0].casefold() in preferences.languages


def hidden_by_section(candidates: Iterable[Candidate], preferences: Preferences) -> frozenset[int]:
    """Return the candidates whose section's name a chat has muted."""
    muted = {"_".join(iter_words(mute)) for mute in preferences.mutes} - {""}
    return frozenset(
        each.number
        for each in candidates
        if each.section is not None and any(f"_{mute}_" in f"_{each.section}_" for mute in muted)
    )


def _importance(candidate: Candidate) -> tuple[int, int, datetime, int]:
    """The editor's priority, then how many independent outlets report it, then how fresh it is."""
    return candidate.priority, candidate.outlets, candidate.published_at, candidate.number


def _is_update(candidate: Candidate, cutoff: datetime | None) -> bool:
    is_known = cutoff is not None and candidate.published_at <= cutoff
    return is_known and candidate.revision > 1  # a first text is new, whatever a clock that was set back says
