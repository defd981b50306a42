"""The command line: `dateline`. Each command parses its flags and calls one function."""

import sys
from importlib import import_module
from importlib.metadata import version
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_group

from bot.cli.shared import EXIT_CONFIG, EXIT_FAILED, configured_redactor, say, show_error
from bot.errors import BotError, ConfigError, TelegramRefused
from storage.errors import StorageError

# Each command, the module it is in, and its name there.
_COMMANDS = {
    "article": ("article", "app"),
    "feed": ("feed", "app"),
    "db": ("db", "app"),
    "chats": ("chats", "app"),
    "brief": ("delivery", "brief"),
    "deliveries": ("delivery", "deliveries"),
    "stats": ("delivery", "stats"),
    "draft": ("draft", "draft"),
    "cluster": ("draft", "cluster_"),
    "run": ("running", "run"),
    "demo": ("running", "demo"),
    "init": ("setup", "init"),
    "check": ("setup", "check"),
}


class _Commands(TyperGroup):
    """Commands whose modules are imported when they are asked for: all of them together take most of a second."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the signature is its parent's
        return list(_COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        module, name = _COMMANDS[cmd_name]
        found = getattr(import_module(f"bot.cli.{module}"), name)
        holder = typer.Typer(pretty_exceptions_enable=False, rich_markup_mode=None)
        if isinstance(found, typer.Typer):
            holder.add_typer(found, name=cmd_name)
        else:
            holder.command(cmd_name)(found)
        return get_group(holder).commands[cmd_name]


app = typer.Typer(
    name="dateline",
    cls=_Commands,
    help="A newsroom in a Telegram bot.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _show_version(*, is_asked: bool) -> None:
    if is_asked:
        say(f"dateline {version('dateline-bot')}")
        raise typer.Exit


@app.callback()
def _take_options(
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Take what stands before a command."""


def main() -> None:
    """Run the command line; every error a person can act on is one line and an exit code (README)."""
    try:
        app()
    except ConfigError as error:
        show_error(error)
        sys.exit(EXIT_CONFIG)
    except TelegramRefused as error:
        show_error(error)
        sys.exit(EXIT_CONFIG if error.is_token else EXIT_FAILED)
    except (BotError, StorageError) as error:
        show_error(error)
        sys.exit(EXIT_FAILED)
    except KeyboardInterrupt:
        sys.exit(130)
    except OSError as error:
        show_error(configured_redactor()(str(error)))
        sys.exit(EXIT_FAILED)
