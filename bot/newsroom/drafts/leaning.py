"""Sentences that are understood only behind the one before them: by what they begin with, and who they say said it."""

from functools import cache

import regex

from bot.newsroom.text.tables import read_table
from bot.newsroom.text.terms import language_group

_LOOKED_AT = 300  # characters of a sentence, at its beginning and at its end
_UNSPACED = ("zh", "ja")
_OPENERS = r"[“\"‘'«„「『(]*"
# Nobody is named before the pronoun, in an opening phrase.
_THEN_HE = regex.compile(
    r"(?:In|At|On|For|After|Before|While|When|As|During|Since|With|By|Despite|From|Under|Over|Upon|Following|Until|To"
    r"|Besides|Having|Asked|Speaking|Although|Though|If|Because|A\s(?:couple|few)"
    r"|(?:Two|Three|Several|Some)\s\p{L}+\s(?:later|earlier))\b"
    r"[^\p{Lu}]{0,90}\b(?:he|she|they|his|her|their|him|them)\b"
)
_Patterns = dict[str, regex.Pattern[str]]


def leans(sentence: str, language: str) -> bool:
    """Whether a sentence is understood only behind the one before it."""
    key = language_group(language)
    begun, end = sentence[:_LOOKED_AT], sentence[-_LOOKED_AT:]
    begins, said = (patterns.get(key) for patterns in _read_patterns())
    if key == "en" and _THEN_HE.match(begun):
        return True
    return bool((begins and begins.match(begun)) or (said and said.search(end)))


@cache
def _read_patterns() -> tuple[_Patterns, _Patterns]:
    begins, said = {}, {}
    for key, patterns in read_table("bot.newsroom.drafts", "leaning.toml").items():
        end = "" if key in _UNSPACED else r"(?![\p{L}\p{M}])"
        begins[key] = regex.compile(rf"{_OPENERS}(?:{'|'.join(patterns['begins'])}){end}", regex.IGNORECASE)
        if "said" in patterns:
            said[key] = regex.compile("|".join(patterns["said"]))
    return begins, said
