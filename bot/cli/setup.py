"""`dateline init` and `dateline check`: from nothing to a configuration that works."""

import os
import sqlite3
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Annotated

import typer

from bot.app import connected
from bot.cli.shared import EXIT_CONFIG, EXIT_FAILED, ConfigFlag, configure, configured_redactor, runs, say
from bot.cli.trials import TRIALS, find_unusable
from bot.config import Config, find_config_file
from bot.errors import BotError, ConfigError, TelegramRefused
from bot.libraries import MODULES, advice, find_unimportable
from bot.wiring import make_bot
from storage.errors import StorageError
from storage.migrate import SchemaState, check_schema, get_schema_state
from storage.store import open_storage

_TEMPLATE = """\
# Dateline's configuration. config.example.toml lists every key; `dateline check` checks this file.

[telegram]
token = "{token}"
api_url = "{api_url}"
owner_ids = [{owner}]
"""


@runs
async def init(
    path: Annotated[Path, typer.Option("--config", "-c", help="The file to write.")] = Path("config.toml"),
    api_url: Annotated[str, typer.Option(help="The Bot API to use.")] = "https://api.telegram.org",
    token_file: Annotated[Path | None, typer.Option(help="Read the token from this file instead of asking.")] = None,
    owner: Annotated[int | None, typer.Option(min=1, help="The owner's numeric Telegram id.")] = None,
) -> None:
    """Ask for the bot's token and its owner, check them, and write config.toml, readable by you alone."""
    if path.exists():
        raise ConfigError(f"{path} exists already; edit it, or name another with --config")
    if token_file is None:
        say("Get a token from @BotFather in Telegram: /newbot, then copy it here.")
        token = typer.prompt("Token", hide_input=True).strip()
    else:
        token = token_file.read_text("utf-8").strip()
    try:
        config = Config.model_validate({"telegram": {"token": token, "api_url": api_url}})
    except ValueError:
        raise ConfigError(f"--api-url {api_url}: expected an address such as https://api.telegram.org") from None
    async with connected(make_bot(config)) as bot:
        say(f"This is @{bot.username}.")
    if owner is None:
        owner = typer.prompt("Your own numeric Telegram id (0 to leave it out)", type=int, default=0)
    _write_private(path, _TEMPLATE.format(token=token, api_url=config.telegram.api_url, owner=owner or ""))
    say(f"{path} is written. Start the bot with: dateline run")


def _write_private(path: Path, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)


@runs
async def check(config: ConfigFlag = None) -> None:
    """Check configuration, libraries, secrets, database and Telegram: one line each."""
    settings = configure(config)
    file = find_config_file(config)
    say(f"ok      configuration  {file or 'defaults and environment'}")
    outcomes = [
        await _outcome("libraries", _check_libraries),
        await _outcome("secrets", lambda: _check_secrets(settings, file)),
        await _outcome("database", lambda: _check_database(settings)),
        await _outcome("telegram", lambda: _check_telegram(settings)),
    ]
    if any(outcomes):
        raise typer.Exit(max(outcomes))


async def _outcome(name: str, probe: Callable[[], Awaitable[str]]) -> int:
    try:
        said = await probe()
    except (BotError, StorageError) as error:
        say(f"FAILED  {name:<14} {configured_redactor()(str(error))}")
        is_config = isinstance(error, ConfigError) or (isinstance(error, TelegramRefused) and error.is_token)
        return EXIT_CONFIG if is_config else EXIT_FAILED
    say(f"ok      {name:<14} {said}")
    return 0


async def _check_libraries() -> str:
    failures = find_unimportable() or await find_unusable()
    if failures:
        raise BotError(advice(failures))
    return f"{len(MODULES.keys() | TRIALS.keys())} work, and SQLite {sqlite3.sqlite_version}"


async def _check_secrets(settings: Config, file: Path | None) -> str:
    settings.token  # noqa: B018 - raises if there is none
    for path in filter(None, (file if settings.telegram.token_file is None else None, settings.telegram.token_file)):
        if path.stat().st_mode & 0o077:
            raise BotError(f"{path} can be read by others; run: chmod 600 {path}")
    return "a token is set"


async def _check_database(settings: Config) -> str:
    storage = open_storage(settings.storage.url)
    try:
        if await get_schema_state(storage.database) is SchemaState.EMPTY:
            return "empty; it will be set up at the first start"
        await check_schema(storage.database)
        await storage.database.check_integrity()
    finally:
        await storage.close()
    return "its schema is current"


async def _check_telegram(settings: Config) -> str:
    async with connected(make_bot(settings)) as bot:
        return f"@{bot.username} at {settings.telegram.api_url}"
