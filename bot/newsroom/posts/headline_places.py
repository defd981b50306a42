"""Which line of a pasted page is its headline: the last one of words before a list, or before what tells the story."""

from collections.abc import Iterable, Sequence

import regex

from bot.newsroom.furniture.chrome import ends_sentence, is_chrome, is_prose
from bot.newsroom.furniture.stamps import is_counter, is_relative_stamp, is_stamp
from bot.newsroom.posts.alarms import is_alarm, without_alarm
from bot.newsroom.posts.credit_lines import is_credit_line
from bot.newsroom.posts.posttext import BULLET, KEY
from bot.newsroom.text.terms import content_terms

_TERMS_OF_HEADLINE = 3
_WORD = regex.compile(r"[\p{L}\p{M}][\p{L}\p{M}\p{N}'’.-]*")
_JOINING = frozenset("in and und et y e en и в та і ve de da do di del della van von der des du of for from".split())
# A date with its year; who somebody is; 中央社記者陳美玲台北21日電.
_DATED = regex.compile(r"\b\p{L}{3,9}\.?\s\d{1,2},?\s(?:19|20)\d\d|\b\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d")
_ROLE = regex.compile(
    r"\b(?:correspondents?|reporters?|staff writers?|web desk|corresponsal(?:es)?|korrespondent(?:in)?"
    r"|correspondante?s?|corrispondente|корреспондент)\b|[記记]者.{2,12}[電电]|^[（(][译譯翻]",
    regex.IGNORECASE,
)
_TOLD_OF_PAGE = 2  # terms of a page's headline that its story has
_BEGINNING = 5  # letters by which a word is known, however it is declined
_WORDS_OF_AUTHOR = 3
_WORDS_OF_DEK, _WORDS_BEFORE_DEK = 8, 4


def find_last_line(lines: Sequence[str], before: int) -> int | None:
    """Return the place of the last line that may be a headline; None where there is none."""
    for place in range(before - 1, -1, -1):
        line = lines[place]
        if line and not KEY.fullmatch(line) and not is_around(line) and not BULLET.match(line):
            return place
    return None


def find_told(lines: Sequence[str], place: int, story: Iterable[str]) -> int:
    """Return where the headline is that stands above names, dates and roles of whoever wrote the story.

    The place itself where its line shares a word with the story, is no such line, or nothing above tells of the story.
    """
    if find_last_line(lines, place) is None:
        return place
    told = frozenset().union(*(_beginnings(line) for line in story))
    candidate: int | None = place
    while candidate is not None and told.isdisjoint(_beginnings(lines[candidate])) and is_of_writers(lines[candidate]):
        candidate = find_last_line(lines, candidate)
    if candidate is None or told.isdisjoint(_beginnings(lines[candidate])) or is_of_writers(lines[candidate]):
        return place
    return _find_above_stamp(lines, candidate, told)


def is_of_writers(line: str) -> bool:
    """Whether a line has nothing but names, a role, or a date: who wrote a story, where and when; or no letters."""
    if not any(map(str.isalpha, line)) or _DATED.search(line) or _ROLE.search(line):
        return True
    words = [word for word in _WORD.findall(line) if word.casefold() not in _JOINING]
    return bool(words) and all(any(map(str.isupper, word)) for word in words)


def _find_above_stamp(lines: Sequence[str], place: int, told: frozenset[str]) -> int:
    """Return the headline of a live page above the time of its last entry, and that entry's own; else the place."""
    above = find_last_line(lines, place)
    is_stamped = above is not None and any(map(is_stamp, filter(None, lines[above + 1 : place])))
    is_told = above is not None and len(told & _beginnings(lines[above])) >= _TOLD_OF_PAGE
    return above if above is not None and is_stamped and is_told else place


def _beginnings(line: str) -> frozenset[str]:
    return frozenset(term[:_BEGINNING] for term in content_terms(line))


def is_around(line: str) -> bool:
    """Whether a line credits, or is what a page shows around its story."""
    return is_credit_line(line) or is_alarm(line) or is_chrome(without_alarm(line))


def tells(line: str) -> bool:
    """Whether a line is running text, and no long credit."""
    return is_prose(line) and not is_credit_line(line)


def count_sentences_before(lines: Sequence[str], place: int) -> int:
    """Count the lines before a place that are sentences beyond doubt."""
    return sum(1 for line in lines[:place] if ends_sentence(line) and tells(line))


def is_headline_above_dek(above: str, line: str) -> bool:
    """Whether of two lines the first is the headline and the second says more: not a page's title and its headline."""
    if not above or is_chrome(above) or BULLET.match(above) or KEY.fullmatch(above):
        return False
    words, title = line.split(), above.split()
    is_repeated = len(set(map(str.casefold, words)) & set(map(str.casefold, title))) > len(title) / 2
    is_said = len(title) >= _WORDS_BEFORE_DEK or above.endswith((".", "!", "?"))
    return len(words) >= _WORDS_OF_DEK and is_said and not is_repeated


def find_above_prose(lines: Sequence[str], place: int) -> int:
    """Return where the headline is that stands a blank line above the one or two sentences before a list.

    The place itself where there is none, or where no sentence is there.
    """
    if not ends_sentence(lines[place]) or not tells(lines[place]):
        return place
    first, above = place, find_last_line(lines, place)
    if above is not None and tells(lines[above]):
        first, above = above, find_last_line(lines, above)
    if above is None or tells(lines[above]):
        return place
    is_apart = not all(lines[above + 1 : first])
    return above if is_apart and len(content_terms(lines[above])) >= _TERMS_OF_HEADLINE else place


def is_author(lines: Sequence[str], place: int) -> bool:
    """Whether a line names who posted what follows: a few words, and below it how long ago that was."""
    following = next((line for line in lines[place + 1 :] if not is_counter(line)), "")
    return len(lines[place].split()) < _WORDS_OF_AUTHOR and is_relative_stamp(following)
