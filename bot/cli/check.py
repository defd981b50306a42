"""`dateline check`: everything that the bot leans on, asked at once, one line each."""

import asyncio
import os
import shutil
import sqlite3
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import typer

from bot.app import connected
from bot.backing_up import backup_folder
from bot.cli.flags import ConfigFlag, JsonFlag
from bot.cli.output import EXIT_CONFIG, EXIT_FAILED, configured_redactor, say, say_json
from bot.cli.shared import configure, find_missing_file, find_readable, runs
from bot.cli.trials import TRIALS, find_unusable
from bot.clock import system_clock
from bot.config import Config, find_config_file
from bot.errors import BotError, ConfigError, TelegramRefused
from bot.libraries import MODULES, advice, find_unimportable
from bot.newsroom.incidents import LEAST_FREE_BYTES, MOST_CLOCK_SECONDS
from bot.probes import ask_for_models, measure_clock
from bot.wiring.client import make_bot
from storage.errors import StorageError
from storage.migrate import SchemaState, check_schema, get_schema_state
from storage.store import open_storage

MB = 1024 * 1024


@runs
async def check(json: JsonFlag = False, config: ConfigFlag = None) -> None:
    """Check configuration, libraries, secrets, database, disk, Telegram, clock and model: one line each."""
    settings = configure(config)
    file = find_config_file(config)
    findings = [Finding("configuration", str(file or "defaults and environment"))]
    if not json:
        say(findings[0].line)
    probes: dict[str, Callable[[], Awaitable[str]]] = {
        "libraries": _check_libraries,
        "secrets": lambda: _check_secrets(settings, file),
        "database": lambda: _check_database(settings),
        "disk": lambda: _check_disk(settings),
        "telegram": lambda: _check_telegram(settings),
        "clock": lambda: _check_clock(settings),
        "model": lambda: _check_model(settings),
    }
    asked = {name: asyncio.ensure_future(_outcome(name, probe)) for name, probe in probes.items()}
    for outcome in asked.values():
        findings.append(finding := await outcome)
        if not json:
            say(finding.line)
    if json:
        say_json({each.name: {"ok": each.code == 0, "found": each.found} for each in findings})
    if code := max(each.code for each in findings):
        raise typer.Exit(code)


@dataclass(frozen=True, slots=True)
class Finding:
    """What one question found: in words, and as an exit code."""

    name: str
    found: str
    code: int = 0

    @property
    def line(self) -> str:
        """As a line."""
        return f"{'FAILED' if self.code else 'ok':<7} {self.name:<14} {self.found}"


async def _outcome(name: str, probe: Callable[[], Awaitable[str]]) -> Finding:
    try:
        return Finding(name, await probe())
    except (BotError, StorageError, OSError) as error:
        is_config = isinstance(error, ConfigError) or (isinstance(error, TelegramRefused) and error.is_token)
        return Finding(name, configured_redactor()(str(error)), EXIT_CONFIG if is_config else EXIT_FAILED)


async def _check_libraries() -> str:
    failures = find_unimportable() or await find_unusable()
    if failures:
        raise BotError(advice(failures))
    return f"{len(MODULES.keys() | TRIALS.keys())} work, and SQLite {sqlite3.sqlite_version}"


async def _check_secrets(settings: Config, file: Path | None) -> str:
    settings.token  # noqa: B018 - raises if there is none
    for path in find_readable(settings, file):
        raise BotError(f"{path} can be read by others; run: chmod 600 {path}")
    return "a token is set"


async def _check_database(settings: Config) -> str:
    storage = open_storage(settings.storage.url)
    if find_missing_file(storage) is not None:  # asking would make it
        return "not there yet; it will be made at the first start"
    try:
        if await get_schema_state(storage.database) is SchemaState.EMPTY:
            return "empty; it will be set up at the first start"
        await check_schema(storage.database)
    finally:
        await storage.close()
    return "its schema is current (`dateline db check` reads all of it)"


async def _check_disk(settings: Config) -> str:
    return await asyncio.to_thread(_measure_disk, settings)


def _measure_disk(settings: Config) -> str:
    database = open_storage(settings.storage.url).database
    folders = {Path(database.url.database).absolute().parent} if database.is_sqlite and database.url.database else set()
    if backups := backup_folder(settings.storage.backups, database.url.database if database.is_sqlite else None):
        folders.add(next(each for each in (backups, *backups.absolute().parents) if each.is_dir()))
    least = None
    for folder in sorted(folders):
        if not os.access(folder, os.W_OK):
            raise BotError(f"{folder} cannot be written by this user")
        free = shutil.disk_usage(folder).free
        if free < LEAST_FREE_BYTES:
            raise BotError(f"{folder} has {free // MB:,} MB left; make room, or name another folder")
        least = free if least is None else min(free, least)
    return f"{least // MB:,} MB free" if least is not None else "nothing is written here"


async def _check_telegram(settings: Config) -> str:
    async with connected(make_bot(settings)) as bot:
        info = await bot.get_webhook_info()
    keys = settings.telegram
    who = f"@{bot.username} at {keys.api_url}"
    if keys.mode == "polling":
        host = urlsplit(info.url).hostname
        return f"{who}; `dateline run` takes its webhook at {host} down" if host else who
    if info.url != keys.webhook_url:
        return f"{who}; `dateline run` sets its webhook"
    if info.last_error_message and info.pending_update_count:
        raise BotError(f"{info.pending_update_count} updates wait; Telegram says: {info.last_error_message}")
    return f"{who}; its webhook is set, and {info.pending_update_count} updates wait"


async def _check_clock(settings: Config) -> str:
    off = await measure_clock(settings.telegram.api_url, system_clock)
    if off is None:
        return "nobody knows: the Bot API does not tell its time"
    if abs(off) > MOST_CLOCK_SECONDS:
        raise BotError(
            f"this clock is {abs(off):,.0f} seconds {'ahead of' if off > 0 else 'behind'} Telegram's; use NTP"
        )
    return "as Telegram's"


async def _check_model(settings: Config) -> str:
    if settings.newsroom.drafting != "llm":
        return "none, as drafts are extracts"
    keys = settings.llm
    if not keys.model:
        raise ConfigError("llm.model is missing, and newsroom.drafting is llm")
    status = await ask_for_models(keys.base_url, keys.api_key.get_secret_value() if keys.api_key else None)
    if status is None:
        raise BotError(f"{keys.base_url} does not answer; drafts are extracts until it does")
    if status in (401, 403):
        raise ConfigError(f"{keys.base_url} refuses llm.api_key")
    return f"{keys.model} at {keys.base_url}"
