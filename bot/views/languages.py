"""The language of the interface: its names, and the screen on which it is picked."""

from collections.abc import Iterable

from babel import Locale

from bot.i18n import Words
from bot.views.page import Button, Frame, Page, in_rows, press, rows
from bot.views.text import bold, join
from storage.model import Subscription
from storage.words import squash

CLIENT = "client"  # pressed for what the person's Telegram speaks
_CHECK = "✓ "


def name_language(code: str) -> str:
    """Return a language's own name: `Español`."""
    locale = Locale.parse(code, sep="-")
    name = str(locale.get_display_name(locale))
    return name[:1].upper() + name[1:]


def languages(frame: Frame, known: Iterable[str], *, chosen: str | None) -> Page:
    """Return the screen on which the language is picked; `chosen` is None while it is that of Telegram."""
    words = frame.words
    buttons = [
        Button(label=f"{_CHECK if code == chosen else ''}{name_language(code)}", press=press("speak", code))
        for code in known
    ]
    client = Button(
        label=f"{'' if chosen else _CHECK}{words('settings-language-client')}", press=press("speak", CLIENT)
    )
    back = Button(label=words("settings-back"), press=press("settings"))
    text = join("\n\n", [bold(words("settings-language")), name_language(words.language)])
    return Page(text=text, buttons=rows((client,), *in_rows(buttons, 3), (back,)))


def reading(frame: Frame, known: Iterable[str], subscription: Subscription) -> Page:
    """Return the screen on which the languages of stories are picked."""
    words, chosen = frame.words, subscription.preferences.languages
    buttons = [
        Button(
            label=f"{_CHECK if code in chosen else ''}{name_language(code)}",
            press=press("read", code, "off" if code in chosen or not chosen else "on"),
        )
        for code in known
    ]
    everything = Button(label=f"{'' if chosen else _CHECK}{words('sections-all')}", press=press("read"))
    back = Button(label=words("settings-back"), press=press("settings"))
    said = words.joined(sorted(map(name_language, chosen))) or words("sections-all")
    text = join("\n\n", [bold(words("settings-reading")), said])
    return Page(text=text, buttons=rows((everything,), *in_rows(buttons, 3), (back,)))


def find_language(typed: str, known: Iterable[str], words: Words) -> str | None:
    """Return the language that somebody names: by its code, its own name, or its name in their language or English."""
    wanted = squash(typed)
    for code in known:
        locale = Locale.parse(code, sep="-")
        names = (code, name_language(code), locale.get_display_name(words.locale), locale.english_name)
        if wanted and wanted in {squash(str(name)) for name in names}:
            return code
    return None
