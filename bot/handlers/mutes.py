"""/mute and /unmute: hide what mentions a word."""

from bot import subscribing
from bot.context import Request
from bot.errors import ReaderError
from bot.newsroom.cleaning import clean_line
from bot.views import settings as view

MUTE_CHARACTERS = 30
MUTE_BYTES = 40  # so that a button can carry it, aimed at a channel too


async def mute(request: Request) -> None:
    """Answer /mute word; alone, what is muted."""
    word = _muted_word(request)
    if not word:
        await request.answer(view.mutes(request.frame, await request.viewed_subscription()))
        return
    subscription = await request.own_subscription()
    mutes = subscription.preferences.mutes | {word}
    if len(mutes) > subscribing.MOST_MUTES:
        raise ReaderError("mute-too-many")
    await request.change(subscription, mutes=mutes)
    await request.answer(view.said(request.frame, "mute-done", word=word))


async def unmute(request: Request) -> None:
    """Answer /unmute word."""
    word = _muted_word(request)
    if not word:
        await request.answer(view.mutes(request.frame, await request.viewed_subscription()))
        return
    subscription = await request.own_subscription()
    await request.change(subscription, mutes=subscription.preferences.mutes - {word})
    await request.answer(view.said(request.frame, "unmute-done", word=word))


async def press_unmute(request: Request) -> None:
    """Take one muted word away, in place."""
    subscription = await request.own_subscription()
    mutes = subscription.preferences.mutes - {":".join(request.arguments)}
    await request.replace(view.mutes(request.frame, await request.change(subscription, mutes=mutes)))


def _muted_word(request: Request) -> str:
    """Return the word or phrase that was typed. Raises ReaderError where it is too long: a part of it hides nothing."""
    word = clean_line(" ".join(request.arguments)).casefold().strip()
    if len(word) > MUTE_CHARACTERS or len(word.encode()) > MUTE_BYTES:
        raise ReaderError("mute-too-long")
    return word
