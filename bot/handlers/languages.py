"""/language: what the bot speaks to a chat; and which languages the stories are in that it gets."""

from bot import screens
from bot.asking import read_switch
from bot.context import Request
from bot.errors import ReaderError
from bot.views import languages as view
from bot.views.page import Page
from storage.model import Subscription


async def language(request: Request) -> None:
    """Answer /language and /language Español."""
    typed, known = " ".join(request.arguments), request.services.catalog.languages
    if not typed:
        viewed = await request.viewed_subscription()
        await request.answer(_screen(request, viewed))
        return
    code = view.find_language(typed, known, request.frame.words)
    if code is None:
        raise ReaderError("language-unknown", languages=", ".join(map(view.name_language, known)))
    changed = await request.change(await request.own_subscription(), language=code)
    await request.answer(screens.settings(request.speaking(code), changed))


async def open_languages(request: Request) -> None:
    """Show the languages, in place."""
    viewed = await request.viewed_subscription()
    await request.replace(_screen(request, viewed))


async def speak(request: Request) -> str:
    """Take a language, or again that of the person's Telegram."""
    (code,) = request.arguments
    known = request.services.catalog.languages
    if code not in (*known, view.CLIENT):
        raise ValueError(code)
    chosen = None if code == view.CLIENT else code
    changed = await request.change(await request.own_subscription(), language=chosen)
    # A channel's settings are looked at by its administrator, in their own language.
    speaking = request if request.target_id else request.speaking(chosen or changed.language)
    await speaking.replace(screens.settings(speaking, changed))
    return speaking.frame.words("settings-changed")


async def open_reading(request: Request) -> None:
    """Show the languages of stories, in place."""
    viewed = await request.viewed_subscription()
    await request.replace(view.reading(request.frame, _readable(request, viewed), viewed))


async def read(request: Request) -> None:
    """Get stories in a language or not, as the press says; without one, in all. Raises ReaderError for the last one."""
    subscription = await request.own_subscription()
    known = _readable(request, subscription)
    chosen = subscription.preferences.languages or frozenset(known)
    if request.arguments:
        code, word = request.arguments
        if code not in known:
            raise ValueError(code)
        chosen = chosen | {code} if read_switch(word) else chosen - {code}
        if not chosen:
            raise ReaderError("reading-last")
    else:
        chosen = frozenset(known)
    everything = chosen >= frozenset(known)
    changed = await request.change(subscription, languages=frozenset() if everything else chosen)
    await request.replace(view.reading(request.frame, known, changed))


def _readable(request: Request, subscription: Subscription) -> tuple[str, ...]:
    """Return the languages that can be chosen: those of the interface, and what was chosen before."""
    known = request.services.catalog.languages
    return (*known, *sorted(subscription.preferences.languages - set(known)))


def _screen(request: Request, viewed: Subscription) -> Page:
    return view.languages(request.frame, request.services.catalog.languages, chosen=viewed.preferences.language)
