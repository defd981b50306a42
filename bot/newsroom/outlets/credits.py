"""The visible attribution of an article, and which of its sources came first."""

from datetime import date

import regex

from storage.model import ArticleText, Source, independent_outlets

NAMED_IN_CREDIT_LINE = 2


def credit_names(text: ArticleText) -> tuple[tuple[str, ...], int]:
    """Return the outlets a credit line names, and how many more there are, for articles without a written one."""
    names = tuple(dict.fromkeys(source.outlet for source in text.sources))
    if len(names) == NAMED_IN_CREDIT_LINE + 1:
        return names, 0
    return names[:NAMED_IN_CREDIT_LINE], max(0, len(names) - NAMED_IN_CREDIT_LINE)


def is_of_one_outlet(text: ArticleText) -> bool:
    """Whether one outlet alone reports it, as its sources say."""
    return len(independent_outlets(text.sources)) == 1


def without_one_outlet(line: str) -> str:
    """Return a credit line without what our own cards say behind that of a story that one outlet alone reports."""
    return regex.sub(r"\s+·\s+One outlet$", "", line)


def first_published(sources: tuple[Source, ...]) -> Source | None:
    """Return the source with the earliest date, if one alone has it and others are dated too."""
    dated: list[tuple[date, Source]] = [(source.published_on, source) for source in sources if source.published_on]
    dated.sort(key=lambda pair: pair[0])
    if len(dated) < 2 or dated[0][0] == dated[1][0]:
        return None
    return dated[0][1]
