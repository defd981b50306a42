"""/mute and /unmute: hide what mentions a word."""

import regex

from bot import subscribing
from bot.context import Request
from bot.errors import ReaderError
from bot.newsroom.text.cleaning import clean_line
from bot.views import settings as view
from storage.words import as_phrase

MUTE_CHARACTERS = 30
_BETWEEN = regex.compile(r"[,;،、，；]")  # golf, tennis
_AROUND = regex.compile(r"^[^\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+$")  # quotation marks, #, a full stop, a star


async def mute(request: Request) -> None:
    """Answer /mute word and /mute golf, tennis; alone, what is muted."""
    muted = _muted_words(request)
    if not muted:
        await request.answer(view.mutes(request.frame, await request.viewed_subscription()))
        return
    subscription = await request.own_subscription()
    known = subscription.preferences.mutes
    mutes = known | {word for word in muted if not _alike(word, known)}
    if len(mutes) > subscribing.MOST_MUTES:
        raise ReaderError("mute-too-many")
    await request.change(subscription, mutes=mutes)
    await request.answer(view.said(request.frame, "mute-done", word=request.frame.words.joined(muted)))


async def open_mutes(request: Request) -> None:
    """Show what is muted, in place."""
    await request.replace(view.mutes(request.frame, await request.viewed_subscription()))


async def unmute(request: Request) -> None:
    """Answer /unmute word, however it was written when it was muted."""
    named = _muted_words(request)
    if not named:
        await request.answer(view.mutes(request.frame, await request.viewed_subscription()))
        return
    subscription = await request.own_subscription()
    known = subscription.preferences.mutes
    for word in named:
        if not _alike(word, known):
            raise ReaderError("unmute-unknown", word=word)
    gone = {each for word in named for each in _alike(word, known)}
    await request.change(subscription, mutes=known - gone)
    await request.answer(view.said(request.frame, "unmute-done", word=request.frame.words.joined(named)))


async def press_unmute(request: Request) -> None:
    """Take one muted word away, in place."""
    subscription = await request.own_subscription()
    named = ":".join(request.arguments)  # old keyboards carry the word itself
    mutes = {word for word in subscription.preferences.mutes if named not in (word, view.mute_mark(word))}
    await request.replace(view.mutes(request.frame, await request.change(subscription, mutes=mutes)))


def _muted_words(request: Request) -> list[str]:
    """Return the words or phrases that were typed. Raises ReaderError where one is too long, or there is none in them.

    A part of what is too long would hide something else.
    """
    typed = clean_line(" ".join(request.arguments))
    words = [word for part in _BETWEEN.split(typed) if (word := _AROUND.sub("", part).casefold())]
    if typed and not words:
        raise ReaderError("mute-no-words")
    if any(len(word) > MUTE_CHARACTERS for word in words):
        raise ReaderError("mute-too-long")
    return list(dict.fromkeys(words))


def _alike(word: str, known: frozenset[str]) -> set[str]:
    """Return those muted words that hide the same as one does: `ёлка` and `елка`, `café` and `cafe`."""
    return {each for each in known if as_phrase(each) == as_phrase(word)}
