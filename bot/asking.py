"""Reading what a person asked for: numbers, pages, sections."""

import regex

from bot.context import Request
from bot.errors import ReaderError

_NUMBER = regex.compile(r"[#№]?\s?(\p{Nd}+)\s?[.)!]?")
_UNSEEN = regex.compile(r"[\p{Cf}\uFE0F\u20E3]")  # marks of direction, and what makes a key of a digit
_MOST_DIGITS = 9  # more cannot be a number of ours


def read_number(text: str) -> int | None:
    """Read a story's number: `12`, `#12`, `№12`, `12.` or `5️⃣`; None if it is none."""
    found = _NUMBER.fullmatch(_UNSEEN.sub("", text).strip())
    return int(found[1][:_MOST_DIGITS]) if found else None


def read_switch(word: str) -> bool:
    """Return what a press sets. Raises ReaderError for one of an old keyboard, which meant the other one."""
    if word not in ("on", "off"):
        raise ReaderError("error-old-button")
    return word == "on"


async def asked_number(request: Request) -> int:
    """Return the story asked for: by number, else the one replied to, else the newest. Raises ReaderError."""
    if request.arguments:
        number = read_number(request.arguments[0])
        if number is None:
            raise ReaderError("story-which")
        return number
    if request.replied_to is not None:
        message = await request.storage.messages.find(request.chat.id, request.replied_to)
        if message is not None and message.articles:
            return message.articles[0].number
    newest = await request.storage.articles.find_newest()
    if newest is None:
        raise ReaderError("recent-empty")
    return newest.number
