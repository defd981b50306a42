"""What the commands share: flags, configuration, opening storage, printing."""

import asyncio
import contextlib
import json
import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from functools import wraps
from pathlib import Path
from typing import IO, Annotated, Any, Literal, ParamSpec

import typer

from bot.config import Config, find_config_file, load_config
from bot.logs import Redactor, set_up_logs
from storage.migrate import SchemaState, check_schema, get_schema_state, upgrade
from storage.outlets import SHIPPED_OUTLETS, shipped_digest
from storage.sqlite_driver import open_private
from storage.store import Storage, open_storage

EXIT_FAILED = 1
EXIT_USAGE = 2
EXIT_CONFIG = 78

ConfigFlag = Annotated[
    Path | None,
    typer.Option("--config", "-c", help="The configuration file; else DATELINE_CONFIG, ./config.toml."),
]
JsonFlag = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]

P = ParamSpec("P")
_redactor = Redactor()


def configured_redactor() -> Redactor:
    """Return the redactor that knows the secrets of the configuration read last."""
    return _redactor


def configure(path: Path | None) -> Config:
    """Read the configuration and set up the logs by it. Raises ConfigError."""
    global _redactor  # noqa: PLW0603 - one process, one configuration; errors on the way out need it
    config = load_config(find_config_file(path))
    _redactor = Redactor(config.secrets)
    set_up_logs(level=config.log.level, form=config.log.format, secrets=config.secrets)
    return config


@contextlib.asynccontextmanager
async def opened_storage(config: Config) -> AsyncIterator[Storage]:
    """Open the configured storage, its schema brought up to date where that is safe. Raises StorageError."""
    storage = open_storage(config.storage.url)
    try:
        await prepare_schema(storage)
        yield storage
    finally:
        await storage.close()


async def prepare_schema(storage: Storage) -> None:
    """Create an empty database's schema; anywhere else, only check that it is this program's."""
    if await get_schema_state(storage.database) is SchemaState.EMPTY:
        await upgrade(storage.database)
    await check_schema(storage.database)
    if await storage.installation.find(SHIPPED_OUTLETS) != shipped_digest():
        await storage.outlets.ensure_shipped()


def runs(command: Callable[P, Coroutine[Any, Any, None]]) -> Callable[P, None]:
    """Let a coroutine be a command."""

    @wraps(command)
    def run(*arguments: P.args, **options: P.kwargs) -> None:
        asyncio.run(command(*arguments, **options))

    return run


def say(text: str) -> None:
    """Print a line of a command's result."""
    typer.echo(text)


def say_aside(text: str) -> None:
    """Print a line about the work, away from a command's result."""
    typer.echo(text, err=True)


def say_json(value: object) -> None:
    """Print one JSON document."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))


def open_to_write(path: Path, mode: Literal["w", "wb"] = "w") -> IO[Any]:
    """Open a file for a command's result; one that is made is for nobody else to read."""
    return open(path, mode, encoding=None if mode == "wb" else "utf-8", opener=open_private)


def show_error(error: object) -> None:
    """Print an error as a line, without secrets."""
    sys.stderr.write(f"dateline: {_redactor(str(error))}\n")
