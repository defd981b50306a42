"""What the commands share: flags, configuration, opening storage."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Coroutine
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec

from bot.cli.output import redact_errors, say_aside
from bot.config import Config, find_config_file, load_config
from bot.logs import set_up_logs
from storage.copying import COPYING, is_unused
from storage.errors import Conflict
from storage.migrate import SchemaState, check_schema, get_schema_state, upgrade
from storage.outlets import SHIPPED_OUTLETS, shipped_digest
from storage.store import Storage, open_storage

P = ParamSpec("P")


def configure(path: Path | None) -> Config:
    """Read the configuration and set up the logs by it. Raises ConfigError."""
    file = find_config_file(path)
    config = _beside(load_config(file), file)
    redact_errors(config.secrets)
    set_up_logs(level=config.log.level, form=config.log.format, secrets=config.secrets)
    return config


def find_readable(config: Config, file: Path | None) -> list[Path]:
    """Return the files with a token in them that other users of this machine can read."""
    telegram = config.telegram
    holding = telegram.token_file or (file if telegram.token is not None else None)
    return [path for path in filter(None, (holding,)) if path.is_file() and path.stat().st_mode & 0o077]


def _beside(config: Config, file: Path | None) -> Config:
    """Let files that are named without their folder be beside the configuration, wherever the command is called."""
    if file is None:
        return config
    keys, folder, begin = config.storage, file.resolve().parent, "sqlite:///"
    name = keys.url.removeprefix(begin)
    url = f"{begin}{folder / name}" if keys.url.startswith(begin) and name and name != ":memory:" else keys.url
    backups = str(folder / keys.backups) if keys.backups else ""
    return config.model_copy(update={"storage": keys.model_copy(update={"url": url, "backups": backups})})


@contextlib.asynccontextmanager
async def opened_storage(config: Config) -> AsyncIterator[Storage]:
    """Open the configured storage, its schema brought up to date where that is safe. Raises StorageError.

    A database that was not there is made, and said to be new; where nothing is stored in it, it is gone again.
    """
    storage = open_storage(config.storage.url)
    new = find_missing_file(storage)
    try:
        await prepare_schema(storage)
        yield storage
        if new is not None:
            say_aside(
                f"there is no database yet: {new}" if await is_unused(storage.database) else f"a new database: {new}"
            )
    finally:
        is_left = new is None or not await is_unused(storage.database)
        await storage.close()
        if new is not None and not is_left:
            _remove(new)


def find_missing_file(storage: Storage) -> Path | None:
    """Return the file of an SQLite database that is not there."""
    name = storage.database.url.database or ""
    file = Path(name).absolute()
    return None if not storage.database.is_sqlite or name.startswith("file:") or file.exists() else file


def _remove(made: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        made.with_name(made.name + suffix).unlink(missing_ok=True)


async def prepare_schema(storage: Storage) -> None:
    """Create an empty database's schema; anywhere else, only check that it is this program's."""
    if await get_schema_state(storage.database) is SchemaState.EMPTY:
        await upgrade(storage.database)
    await check_schema(storage.database)
    if await storage.installation.find(COPYING) is not None:
        raise Conflict("a copy into this database was interrupted; run it again, or begin with an empty database")
    if await storage.installation.find(SHIPPED_OUTLETS) != shipped_digest():
        await storage.outlets.ensure_shipped()


def runs(command: Callable[P, Coroutine[Any, Any, None]]) -> Callable[P, None]:
    """Let a coroutine be a command."""

    @wraps(command)
    def run(*arguments: P.args, **options: P.kwargs) -> None:
        asyncio.run(command(*arguments, **options))

    return run
