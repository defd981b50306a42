"""The command line: `dateline`. Each command parses its flags and calls one function."""

import gc
import os
import sys
from difflib import get_close_matches
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_group

from bot.cli.output import EXIT_CONFIG, EXIT_FAILED, EXIT_USAGE, configured_redactor, say, show_error
from bot.errors import BotError, ConfigError, TelegramRefused
from storage.errors import StorageError

# Each command: the module it is in, its name there, and what it is for.
COMMANDS = {
    "demo": ("running", "demo", "Try the bot without Telegram, in your browser."),
    "init": ("init", "init", "Write a config.toml."),
    "config": ("config", "app", "Print an example of every key."),
    "check": ("check", "check", "Check everything that the bot needs: one line each."),
    "run": ("running", "run", "Run the bot until SIGTERM or SIGINT."),
    "article": ("article", "app", "Articles: in and out, and what editors do to them."),
    "draft": ("draft", "draft", "Print what the newsroom would draft of pages and files."),
    "feed": ("feed", "app", "Add, remove, list, poll, import and export feeds."),
    "cluster": ("draft", "cluster_", "Print how the newsroom would group reports into events."),
    "brief": ("brief", "brief", "Preview and send a briefing now."),
    "deliveries": ("deliveries", "deliveries", "List deliveries, and settle uncertain ones."),
    "chats": ("chats", "app", "Import, export, list and show chats."),
    "record": ("record", "record", "List what was decided at the desk, besides what was done to articles."),
    "stats": ("stats", "stats", "Count subscribers, deliveries and articles."),
    "db": ("db", "app", "Upgrade, check, back up, restore and copy the database."),
}


class _Commands(TyperGroup):
    """Commands whose modules are imported when they are asked for: all of them together take most of a second."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the signature is its parent's
        return list(COMMANDS)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (*_, summary) in COMMANDS.items()])

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and args[0] not in COMMANDS and (near := get_close_matches(args[0], COMMANDS)):
            ctx.fail(f"There is no command {args[0]!r}. Did you mean {' or '.join(near)}?")
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module, name, _ = COMMANDS[cmd_name]
        found = getattr(import_module(f"bot.cli.{module}"), name)
        gc.freeze()
        gc.enable()  # see bot.__main__
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
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _show_version(*, is_asked: bool) -> None:
    if is_asked:
        from importlib.metadata import version  # noqa: PLC0415 - a twentieth of a second that no command needs

        say(f"dateline {version('dateline-bot')}")
        raise typer.Exit


@app.callback()
def _take_options(
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
    config: Annotated[
        Path | None, typer.Option("--config", "-c", help="The configuration file; else DATELINE_CONFIG, ./config.toml.")
    ] = None,
) -> None:
    """Take what stands before a command."""
    if config is not None:
        os.environ["DATELINE_CONFIG"] = str(config)  # for the command behind it, unless it names another


def main() -> None:
    """Run the command line; every error a person can act on is one line and an exit code (README)."""
    if sys.stdout is None:  # closed by whoever calls: `>&-`
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - until the process ends
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a file's name need not be text
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
    except UnicodeError:
        show_error("what was typed, or a file's name, is not text in UTF-8")
        sys.exit(EXIT_USAGE)
    except OverflowError:
        show_error("a number is larger than any that is stored")
        sys.exit(EXIT_USAGE)
    except KeyboardInterrupt:
        sys.exit(130)
    except OSError as error:
        show_error(configured_redactor()(f"{error.filename}: {error.strerror}" if error.filename else str(error)))
        sys.exit(EXIT_FAILED)
