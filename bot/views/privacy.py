"""Who publishes this, what is kept about a chat, and what is asked before it is deleted."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.views.page import Button, Frame, Page, press, rows
from bot.views.splitter import shorten
from bot.views.text import Text, bold, join

ABOUT_UTF16 = 2000
_KEPT = (
    "privacy-chat",
    "privacy-settings",
    "privacy-saved",
    "privacy-messages",
    "privacy-deliveries",
    "privacy-updates",
    "privacy-mistakes",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """What a publication says of itself."""

    about: str = ""
    contact: str = ""
    corrections_policy: str = ""


def about(frame: Frame, imprint: Imprint) -> Page:
    """Return who makes this, in the publication's own words where it has some."""
    words = frame.words
    paragraphs: list[Text | str] = [
        bold(frame.publication),
        shorten(imprint.about or words("about-text", publication=frame.publication), ABOUT_UTF16),
        shorten(imprint.corrections_policy or words("about-corrections"), ABOUT_UTF16 // 2),
        words("about-contact", contact=shorten(imprint.contact, 200)) if imprint.contact else "",
        "/privacy",
    ]
    return Page(text=join("\n\n", paragraphs))


def privacy(frame: Frame, days: Mapping[str, int]) -> Page:
    """Return what is kept about a chat; `days` says for how long, by the catalogue's key."""
    words = frame.words
    kept = [f"• {words(key, **({'days': days[key]} if key in days else {}))}" for key in _KEPT]
    parts: list[Text | str] = [
        bold(words("privacy-title")),
        "\n".join(kept),
        words("privacy-not"),
        words("privacy-how"),
    ]
    return Page(text=join("\n\n", parts))


def elsewhere(frame: Frame, command: str) -> Page:
    """Return what a group is told of a command that is about one's own chat with the bot."""
    words = frame.words
    button = Button(label=f"/{command}", url=frame.deep_link(command))
    return Page(text=Text(words(f"command-{command}")), buttons=rows((button,)))


def asked_for(frame: Frame, command: str) -> Page:
    """Return what stands in one's own chat when a group's button led there: the command, to be tapped."""
    return Page(text=Text(f"/{command} – {frame.words(f'command-{command}')}"))


def forget_question(frame: Frame) -> Page:
    """Return what is asked before everything about a chat is deleted."""
    words = frame.words
    buttons = rows(
        (
            Button(label=words("forget-yes"), press=press("forget")),
            Button(label=words("forget-no"), press=press("keep")),
        )
    )
    return Page(text=Text(words("forget-ask")), buttons=buttons)


def forgotten(frame: Frame) -> Page:
    """Return what is said when everything is deleted."""
    return Page(text=Text(frame.words("forget-done")))


def kept(frame: Frame) -> Page:
    """Return what is said when nothing was."""
    return Page(text=Text(frame.words("forget-kept")))
