"""Headlines as outlets write them, without the outlet's own name at the end."""

from collections.abc import Sequence

import regex

from bot.newsroom.drafts.sentences import Material, Sentence
from bot.newsroom.outlets.names import has_media_word
from bot.newsroom.text.cleaning import clean_line
from bot.newsroom.text.terms import content_terms, jaccard, language_group
from storage.words import iter_words, squash

_TAIL = regex.compile(r"\s+(?:[|–—•·‹-]|//?)\s+(?P<tail>[^|–—•·‹]{2,40})$")
# What a site's name has or has not.
_GENERIC = frozenset("the news online com net org tv digital web site www official".split())
_MOST_MORE = 2  # words behind an outlet's name that are of the name: more are what is told of it
_SEPARATORS = regex.compile(
    r"(\s*[|｜丨ǀ]\s*|\s+(?:[–—•·»›‹~<]|--?|//?|::|:)\s+|\s*(?:::|--|：|——)\s*|:\s+"
    r"|(?<=[\p{Han}\p{Hiragana}\p{Katakana}」》”])[-_–—](?=[\p{Han}\p{Hiragana}\p{Katakana}]))"
)
_WORD = regex.compile(r"[\p{Latin}\p{Cyrillic}\p{Arabic}\p{N}'’]+|[\p{Han}\p{Hiragana}\p{Katakana}]")
_HAN_OUTLET = regex.compile(
    r"[\p{Han}\p{Katakana}]{2,8}(?:网|報|报|新闻|新聞|日报|日報|晚报|时报|時報|通讯社|电视台|デジタル|ニュース)"
)
_HAN_SECTION = regex.compile(r"[\p{Han}]{2,4}")
_LONGEST_SECTION = 20  # characters
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
    if match and outlet and _is_named(match["tail"], outlet):
        title = title[: match.start()]
    if len(title) > MOST_CHARACTERS:
        title = title[:MOST_CHARACTERS].rsplit(" ", 1)[0] + "…"
    return title


def _is_named(part: str, outlet: str) -> bool:
    """Whether a part of a title is its outlet: BBC for BBC News, BBC Africa for BBC, no Iran for Iran International."""
    words, own = ([word for word in iter_words(each) if word not in _GENERIC] for each in (part, outlet))
    is_begun = bool(own) and (words[: len(own)] == own or "".join(words) == "".join(own))
    more = part.split()[-(len(words) - len(own)) :] if len(words) > len(own) else []
    is_name = len(more) <= _MOST_MORE and all(word[0].isupper() or not word[0].isalpha() for word in more)
    return (is_begun and is_name) or squash(part) == squash(outlet)


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
    """Return a page's title without its site's name before or behind it, and a section's beside that.

    As it is where nothing else is left. Where the site is not known, what reads like an outlet's name is it.
    """
    text = title[:_LOOKED_AT].strip()
    pieces = _SEPARATORS.split(text)  # a part, what divides it from the next, a part …
    if len(pieces) < 3:
        return title
    if _is_site(pieces[-1], site):
        kept = pieces[:-2]
        while len(kept) >= 3 and _is_section(kept[-1], "".join(kept[:-2])):
            kept = kept[:-2]
    elif _is_site(pieces[0], site):
        kept = pieces[2:]
    else:
        return title
    return "".join(kept).strip() or title


def _is_site(part: str, site: str) -> bool:
    if site:
        return _is_named(part, site)
    return has_media_word(part) or _HAN_OUTLET.fullmatch(part.strip()) is not None


def _is_section(part: str, rest: str) -> bool:
    """Whether a part between a title and its site's name is a section's: short, and a name."""
    part = part.strip()
    is_short = (
        len(part) <= _LONGEST_SECTION and len(part.split()) <= 2 and len(_WORD.findall(rest)) > len(_WORD.findall(part))
    )
    return is_short and (part[:1].isupper() or _HAN_SECTION.fullmatch(part) is not None)
