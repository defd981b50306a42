"""The first screen and the help."""

from bot.views.page import Button, Frame, Page, press, rows
from bot.views.settings import describe_slots
from bot.views.text import Text, bold, join
from bot.views.zones import written_zone
from storage.model import Subscription


def greeting(frame: Frame, subscription: Subscription | None) -> Page:
    """Return the page that /start answers with: what comes when, and the ways to change it."""
    words = frame.words
    paragraphs: list[Text | str] = [
        bold(words("start-greeting", publication=frame.publication)),
        words("start-promise"),
    ]
    buttons: tuple[tuple[Button, ...], ...] = ()
    if subscription is not None:
        is_stopped = subscription.is_stopped
        said = words("settings-stopped") if is_stopped else _subscribed(frame, "start-subscribed", subscription)
        paragraphs.append(said)
        buttons = rows(
            (
                Button(label=words("settings-times"), press=press("times")),
                Button(label=words("settings-zone"), press=press("zone")),
                Button(label=words("settings-sections"), press=press("sections")),
            )
        )
    return Page(text=join("\n\n", [*paragraphs, words("start-how")]), buttons=buttons)


def group_greeting(frame: Frame, subscription: Subscription) -> Page:
    """Return what a group is told when the bot joins it."""
    return Page(text=Text(_subscribed(frame, "group-greeting", subscription)))


def _subscribed(frame: Frame, key: str, subscription: Subscription) -> str:
    preferences = subscription.preferences
    times = describe_slots(frame.words, preferences.slots)
    return frame.words(key, times=times, zone=written_zone(preferences.zone), publication=frame.publication)


def help_page(frame: Frame, commands: tuple[str, ...]) -> Page:
    """Return the help, made of the commands that are registered."""
    words = frame.words
    lines = [f"{words.command(command)} – {words(f'command-{command}')}" for command in commands]
    notes = [words("help-reply"), words("help-inline", username=frame.username)]
    return Page(text=join("\n\n", [bold(words("help-title")), join("\n", lines), *notes]))
