"""The command line: `dateline`. Each command parses its flags and calls one function."""

import sys
from importlib.metadata import version
from typing import Annotated

import typer

from bot.cli import article, chats, db, delivery, draft, feed, running, setup
from bot.cli.shared import EXIT_CONFIG, EXIT_FAILED, configured_redactor, say, show_error
from bot.errors import BotError, ConfigError, TelegramRefused
from storage.errors import StorageError

app = typer.Typer(
    name="dateline",
    help="A newsroom in a Telegram bot.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(article.app, name="article")
app.add_typer(feed.app, name="feed")
app.add_typer(db.app, name="db")
app.add_typer(chats.app, name="chats")
app.add_typer(delivery.brief, name="brief")
app.add_typer(delivery.deliveries, name="deliveries")
app.command()(delivery.stats)
app.command()(draft.draft)
app.command("cluster")(draft.cluster_)
running.register(app)
setup.register(app)


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
