"""Numbers written in words, in the languages of the newsroom: `two hundred and fifty`, `zweihundertfünfzig`, `двухсот`.

Nothing tells the language of a sentence for certain: the words of one number are of one language, whichever that is.
What is another word in another language (Turkish `on`, Italian `sei`) is sure only beside others.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import TypeAlias

import regex

from bot.newsroom.facts.figure_words import SCALES
from bot.newsroom.facts.number_sums import NumberSum, Part
from bot.newsroom.text.tables import read_table

MOST_WORDS = 24  # of a number: nobody says a longer one
_WORD = regex.compile(r"[\p{L}\p{M}]+(?:[’'\u200C][\p{L}\p{M}]+)*")
_OF = ("of", "de", "di")
_GAP = regex.compile(rf"[ \u00A0\u202F-]| (?:{'|'.join(_OF)}) ")
# Other words elsewhere, or in their own language: alone they may bear a figure, and need no bearing.
_AMBIGUOUS = frozenset(
    """first second once dos sei due on bin yüz yedi altı neuf cent cento ciento mil mille hundert tausend семью نه
    سی ده دو شش""".split()
)
_MAY_BE_NAMES = frozenset("elf otto acht dix tre lima".split())  # where they stand large
_IS_NO_NUMBER = regex.compile(r"(?:\d|\b(?:per|por|pour|pro))\s?$", regex.IGNORECASE)  # 5 mil, per cent
# What is counted behind a Persian word that is another word as well.
_COUNTED = regex.compile(r"(?<=\b(?:نه|سی|ده|دو|شش))\s(?:نفر|تن|روز|ماه|سال|هفته|ساعت|دقیقه|کشور|شهر|استان)(?!\p{L})")
_JOINED = ("de", "it", "tr")  # write a number as one word
_HYPHENATED = regex.compile(r"-([\p{L}\p{M}]+)")
_LARGE = 100
_ALONE = ("add", "ten_or_teen", "twenty", "many")
_SHORTEST_JOINED = 4  # onüç
_ANY = ""  # the language of scales: million, млн
_NUMBER = regex.compile(r"\d+(?:\.\d+)?")

Spellings: TypeAlias = Mapping[str, Sequence[Part]]  # what a word says, by language


@dataclass(frozen=True, slots=True)
class NumberWords:
    """A number in words: where it stands, and what it says; `many 100` for hundreds, nobody knows how many."""

    start: int
    end: int
    value: str
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int
    spellings: Spellings
    is_behind_of: bool = False  # tens of thousands


def iter_number_words(text: str, start: int, stop: int) -> Iterator[NumberWords]:
    """Yield the numbers that stand in words in a part of a text, in order; a lone `one` is none."""
    words, run = _tables()[0], list[_Word]()
    for match in _WORD.finditer(text, start, stop):
        if run and match[0] in _OF:
            continue
        folded = match[0].casefold()
        if match[0][0] == "İ":
            folded = f"i{match[0][1:].casefold()}"
        spellings = words.get(folded) or _spellings_of_joined(folded)
        gap = _GAP.fullmatch(text, run[-1].end, match.start()) if run and spellings else None
        is_apart = gap is None or (gap[0] == " " and _is_hyphenated(text, match.end()))  # ten two-bedroom flats
        if run and is_apart:
            yield from _iter_numbers(run, text)
            run = []
        if spellings:
            is_behind_of = gap is not None and len(gap[0]) > 1
            run.append(_Word(match[0], match.start(), match.end(), spellings, is_behind_of))
    if run:
        yield from _iter_numbers(run, text)


def _iter_numbers(run: Sequence[_Word], text: str) -> Iterator[NumberWords]:
    """Yield the numbers of words that follow each other, each as long as it goes on."""
    first = 0
    while first < len(run):
        words = run[first : first + MOST_WORDS]
        languages = next((found for word in words if (found := word.spellings.keys() - {_ANY})), ())
        length, value = max((_read(words, each) for each in languages), default=(0, ""), key=lambda each: each[0])
        begin, end = run[first].start, run[first + length - 1].end
        alone = run[first] if length == 1 else None
        is_behind_digits = _IS_NO_NUMBER.search(text, max(0, begin - 5), begin) is not None
        if alone is None and length:
            yield NumberWords(begin, end, value)
        elif alone is not None and not (is_behind_digits and (value.startswith("many") or _is_ambiguous(alone))):
            is_sure = _counts_alone(alone, value) or _COUNTED.match(text, end) is not None
            if is_sure or _is_ambiguous(alone):
                yield NumberWords(begin, end, value, is_sure=is_sure)
        first += max(1, length)


def _read(words: Sequence[_Word], language: str) -> tuple[int, str]:
    """Read a number of one language; return how many words it has, and what they say."""
    number, length, value = NumberSum(language), 0, ""
    before_join = length, value
    for place, word in enumerate(words, 1):
        parts = word.spellings.get(language) or word.spellings.get(_ANY, ())
        if not parts or (word.is_behind_of and place > 1 and not value.startswith("many")):
            break
        if parts[0].kind == "join":
            before_join = length, value
        if not all(number.take(part) for part in parts):
            # between one hundred and two hundred: what cannot be taken belongs to a second number
            is_of_second = before_join[0] and (parts[0].kind in ("hundred", "scale") or parts[0].value >= _LARGE)
            return before_join if is_of_second else (length, value)
        if number.is_whole:
            length, value = place, number.value
    return length, value


def _counts_alone(word: _Word, value: str) -> bool:
    if _is_ambiguous(word):
        return False
    parts = next(iter(word.spellings.values()))
    return len(parts) > 1 or (parts[0].kind in _ALONE and value != "1")


def _is_hyphenated(text: str, end: int) -> bool:
    """Whether a word is written together with another that is no number: two-bedroom."""
    following = _HYPHENATED.match(text, end)
    return following is not None and following[1].casefold() not in _tables()[0]


def _is_ambiguous(word: _Word) -> bool:
    folded = word.text.casefold()
    return folded in _AMBIGUOUS or (folded in _MAY_BE_NAMES and word.text[0].isupper())


def _spellings_of_joined(folded: str) -> Spellings | None:
    """Return what the parts of a number say that is written as one word; None for no number."""
    words, prefixes, joined = _tables()
    if folded[0] == "و" and (known := words.get(folded[1:])) is not None:  # Arabic writes `and` together with it
        return {language: (Part("turned_join"), *parts) for language, parts in known.items()}
    if len(folded) < _SHORTEST_JOINED or folded[:2] not in prefixes:
        return None
    for language, (pattern, parts_of) in joined.items():
        if match := pattern.fullmatch(folded):
            return {language: [parts_of[each] for each in match.captures(1)]}
    return None


_Joined: TypeAlias = dict[str, tuple["regex.Pattern[str]", dict[str, Part]]]


@cache
def _tables() -> tuple[dict[str, dict[str, Sequence[Part]]], frozenset[str], _Joined]:
    """Return every word with what it says, how those begin that are written as one, and the patterns of these."""
    words: dict[str, dict[str, Sequence[Part]]] = {}
    for spelling, scale in SCALES.items():
        if len(spelling) > 1 and scale > 100:
            words[spelling] = {_ANY: (Part("scale", Fraction(scale)),)}
    joined: _Joined = {}
    listed = read_table("bot.newsroom.facts", "number_words.toml")
    for language, entries in listed.items():
        parts = dict(_iter_parts(entries))
        for spelling, part in parts.items():
            words.setdefault(spelling, {})[language] = (part,)
        if language in _JOINED:
            spellings = "|".join(sorted(parts, key=len, reverse=True))
            joined[language] = (regex.compile(rf"(?:({spellings})){{2,}}"), parts)
    prefixes = frozenset(spelling[:2] for _, parts in joined.values() for spelling in parts)
    return words, prefixes, joined


def _iter_parts(entries: Mapping[str, str]) -> Iterator[tuple[str, Part]]:
    for key, spellings in entries.items():
        for spelling in spellings.split():
            spelled, _, units = spelling.partition("=")
            if key.startswith("many_"):
                yield spelled, Part("many", Fraction(key.removeprefix("many_")))
            elif key == "thousand":
                yield spelled, Part("scale", Fraction(1000))
            elif key == "more":
                yield spelled, Part("more", Fraction(units))
            elif units or _NUMBER.fullmatch(key):
                yield spelled, Part("add", Fraction(units or key))
            else:
                yield spelled, Part(key)
