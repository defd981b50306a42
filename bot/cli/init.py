"""`dateline init`: a configuration that works, asked for or taken from flags and environment."""

import asyncio
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.flags import JsonFlag
from bot.cli.output import say, say_result
from bot.config import Config
from bot.config_keys import TelegramKeys
from bot.errors import ConfigError, TelegramRefused

_TEMPLATE = """\
# Dateline's configuration. config.example.toml lists every key; `dateline check` checks this file.

[telegram]
token = "{token}"
api_url = "{api_url}"
owner_ids = [{owner}]
"""


_VARIABLE, _API_VARIABLE = "DATELINE_TELEGRAM__TOKEN", "DATELINE_TELEGRAM__API_URL"


def init(
    path: Annotated[
        Path | None, typer.Option("--config", "-c", help="The file to write; else DATELINE_CONFIG, ./config.toml.")
    ] = None,
    api_url: Annotated[str | None, typer.Option(help="The Bot API to use; else Telegram's own.")] = None,
    token_file: Annotated[Path | None, typer.Option(help="Read the token from this file instead of asking.")] = None,
    owner: Annotated[int | None, typer.Option(min=1, help="The owner's numeric Telegram id.")] = None,
    json: JsonFlag = False,
) -> None:
    """Ask for the bot's token and its owner, check them, and write config.toml, readable by you alone."""
    path = path or Path(os.environ.get("DATELINE_CONFIG") or "config.toml")
    api_url = api_url or os.environ.get(_API_VARIABLE) or TelegramKeys().api_url
    if path.exists():
        raise ConfigError(f"{path} exists already; edit it, or name another with --config")
    if not path.absolute().parent.is_dir():
        raise ConfigError(f"{path}: there is no such folder")
    token = _find_token(token_file)
    try:
        config = Config.model_validate({"telegram": {"token": token, "api_url": api_url}})
    except ValueError:
        raise ConfigError(f"--api-url {api_url}: expected an address such as https://api.telegram.org") from None
    try:
        username = asyncio.run(_ask_who(config))
    except TelegramRefused:
        raise TelegramRefused("Telegram refuses this token; copy it again from @BotFather", is_token=True) from None
    if not json:
        say(f"This is @{username}.")
    if owner is None and sys.stdin.isatty() and not json:
        owner = typer.prompt("Your own numeric Telegram id (0 to leave it out)", type=int, default=0)
    _write_private(path, _TEMPLATE.format(token=token, api_url=config.telegram.api_url, owner=owner or ""))
    said = f"{path} is written. Start the bot with: dateline run"
    say_result(said, {"file": str(path), "bot": username}, as_json=json)


async def _ask_who(config: Config) -> str:
    from bot.app import connected  # noqa: PLC0415 - with the whole bot, it is imported when Telegram is asked
    from bot.wiring.client import make_bot  # noqa: PLC0415

    async with connected(make_bot(config)) as bot:
        return bot.username


def _find_token(file: Path | None) -> str:
    """Return the token from a file, from DATELINE_TELEGRAM__TOKEN, or as it is typed."""
    if file is not None:
        try:
            return file.read_text("utf-8").strip()
        except UnicodeDecodeError:
            raise ConfigError(f"{file}: this is no text with a token in it") from None
    if token := os.environ.get(_VARIABLE, "").strip():
        return token
    if not sys.stdin.isatty():
        raise ConfigError(f"nobody can be asked here: name the token with --token-file, or set {_VARIABLE}")
    say("Get a token from @BotFather in Telegram: /newbot, then copy it here.")
    return str(typer.prompt("Token", hide_input=True)).strip()


def _write_private(path: Path, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
