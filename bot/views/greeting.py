"""The first screen and the help."""

from bot.views.page import Frame, Page
from bot.views.text import bold, join


def greeting(frame: Frame) -> Page:
    """Return the page that /start answers with."""
    words = frame.words
    return Page(
        text=join(
            "\n\n",
            [
                bold(words("start-greeting", publication=frame.publication)),
                words("start-promise"),
                words("start-how"),
            ],
        )
    )


def help_page(frame: Frame, commands: tuple[str, ...]) -> Page:
    """Return the help, made of the commands that are registered."""
    words = frame.words
    lines = [f"/{command} – {words(f'command-{command}')}" for command in commands]
    notes = [words("help-reply"), words("help-inline", username=frame.username)]
    return Page(text=join("\n\n", [bold(words("help-title")), join("\n", lines), *notes]))
