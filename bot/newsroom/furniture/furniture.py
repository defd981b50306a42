"""Furniture inside a story: what agencies and sites put before, between and behind their sentences."""

import regex

from bot.newsroom.furniture.addressed import is_addressed
from bot.newsroom.furniture.chrome import is_chrome
from bot.newsroom.furniture.stamps import is_stamp
from bot.newsroom.furniture.walls import is_wall

_SOLD = regex.compile(
    r"\b(?:subscri(?:be|bers?|ptions?)|members?(?:hip)?|plans?|cancel|per\ month|a\ month|first\ month|trial"
    r"|log\ in|sign\ in|unlimited\ access|costs?\ (?:only|just|one))\b",
    regex.IGNORECASE,
)
_READER = regex.compile(r"\b(?:you|your)\b", regex.IGNORECASE)
_NOTICE = regex.compile(
    r"^\W*(?:©|copyright ©|copyright \(c\)|all rights reserved)|©\s?\d{4}|all rights reserved\W*$"
    r"|^\W*(?:https?://|www\.)",
    regex.IGNORECASE,
)
_LOOKED_AT = 1000  # characters
_SHORT = 120  # characters


def is_furniture(sentence: str) -> bool:
    """Whether a sentence is none of the story's: a byline, a caption, a stamp, a word to the reader, a price list."""
    sentence = sentence[:_LOOKED_AT]
    bare = sentence.rstrip(".。।")
    if is_chrome(sentence) or is_stamp(bare) or is_addressed(sentence) or is_wall(sentence):
        return True
    if _READER.search(sentence) and len(set(map(str.casefold, _SOLD.findall(sentence)))) > 1:
        return True
    return len(sentence) <= _SHORT and _NOTICE.search(sentence) is not None
