"""Headlines as outlets write them, without the outlet's own name at the end."""

from collections.abc import Sequence

import regex

from bot.newsroom.cleaning import clean_line
from bot.newsroom.draft_sentences import Material, Sentence
from bot.newsroom.terms import content_terms, jaccard, language_group
from storage.words import squash

_TAIL = regex.compile(r"\s+[|–—•·-]\s+(?P<tail>[^|–—•·]{2,40})$")
_PARTS = regex.compile(r"\s*[|–—·»_]\s*|\s+-\s+")
MOST_CHARACTERS = 200
_LOOKED_AT = 1000  # characters: no title is longer
# Titles of columns, programmes and galleries, and questions: what they tell is not what happened.
_NO_NEWS = regex.compile(
    r"""^\W*(?:opinion|commentary|comment|editorial|analysis|column|review|podcast|listen|watch|video
    |in\ pictures|photos?
    |gallery|explainer|explained|factbox|timeline|live|live\ updates|the\ big\ (?:story|read)|in\ focus|letters?|quiz
    |interview|newsletter|q\s?&\s?a|obituary|profile|long\ read|kommentar|meinung|analyse|opinión|análisis|opinião
    |éditorial|tribune|chronique|opinione|commento|мнение|колонка|رأي|تحليل|سرمقاله|社论|評論|评论|观点|社説|사설|칼럼)
    \s*[:|–—：-]
    |[?？؟]\s*$|\b(?:podcast|newsletter|in\ pictures|things\ to\ know|what\ (?:to|we)\ know)\b
    |\b(?:must|should|needs?\ to)\ be\b""",
    regex.VERBOSE | regex.IGNORECASE,
)
_NO_NEWS_KEEPS = 0.3  # of a title's worth
_LEDES_COUNT = 0.5  # beside the other titles


def clean_headline(title: str, outlet: str) -> str:
    """Return a title on one line, without ` - Outlet` or ` | Outlet` behind it."""
    title = clean_line(title[:_LOOKED_AT])
    match = _TAIL.search(title)
    if match and outlet and (squash(match["tail"]) in squash(outlet) or squash(outlet) in squash(match["tail"])):
        title = title[: match.start()]
    if len(title) > MOST_CHARACTERS:
        title = title[:MOST_CHARACTERS].rsplit(" ", 1)[0] + "…"
    return title


def choose_headline(reports: Sequence[Material], sentences: Sequence[Sentence], language: str) -> str:
    """Return the title in a language that says most of what the others and the ledes say; no column's, no programme's.

    Empty where no report has one.
    """
    ledes = {each.report: each.terms for each in sentences if each.place == 0}
    titled = [
        (clean_headline(report.title, report.outlet), ledes.get(number, frozenset()))
        for number, report in enumerate(reports)
        if language_group(report.language) == language_group(language)
    ]
    titled = [(title, lede) for title, lede in titled if title]
    terms = [content_terms(title) for title, _ in titled]

    def worth(place: int) -> float:
        others = [jaccard(terms[place], each) for other, each in enumerate(terms) if other != place]
        told = [len(terms[place] & lede) / (len(terms[place]) or 1) for _, lede in titled]
        kept = _NO_NEWS_KEEPS if _NO_NEWS.search(titled[place][0]) else 1.0
        return kept * (sum(others) / (len(others) or 1) + _LEDES_COUNT * sum(told) / len(told))

    return titled[max(range(len(titled)), key=worth)][0] if titled else ""


def strip_site(title: str, site: str) -> str:
    """Return a page's title without its site's name before or behind it; as it is where nothing else is left."""
    parts = [part for each in _PARTS.split(title[:_LOOKED_AT]) if (part := each.strip())]
    kept = [part for part in parts if squash(part) != squash(site)]
    if not site or len(kept) == len(parts) or not kept:
        return title
    return max(kept, key=len)
