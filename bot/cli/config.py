"""`dateline config`: every key there is, as a file to begin with, and where the configuration in use comes from."""

import tomllib
from pathlib import Path

import typer

from bot.cli.flags import JsonFlag
from bot.cli.output import say, say_json
from bot.errors import BotError

app = typer.Typer(help="Print an example of every key.", no_args_is_help=True)
_BESIDE = Path(__file__).parents[1] / "config.example.toml"  # in an installed package
_IN_CHECKOUT = Path(__file__).parents[2] / "config.example.toml"


@app.callback()
def _take_nothing() -> None:
    pass


@app.command()
def example(json: JsonFlag = False) -> None:
    """Print config.example.toml: every key with its default and what it means."""
    file = next((each for each in (_BESIDE, _IN_CHECKOUT) if each.is_file()), None)
    if file is None:
        raise BotError("config.example.toml is missing from this installation; install it again")
    text = file.read_text("utf-8")
    if json:
        say_json(tomllib.loads(text))
    else:
        say(text.rstrip())
