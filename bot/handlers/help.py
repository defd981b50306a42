"""/help: what the bot can do, made from the table of commands."""

from collections.abc import Awaitable, Callable

from bot.context import Request
from bot.views.greeting import help_page


def make_help(commands: tuple[str, ...]) -> Callable[[Request], Awaitable[None]]:
    """Return the handler of /help for these commands."""

    async def show_help(request: Request) -> None:
        await request.answer(help_page(request.frame, commands))

    return show_help
