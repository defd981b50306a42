"""`dateline db`: the database: its schema, backups, and moving it."""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.flags import ConfigFlag, JsonFlag
from bot.cli.output import say, say_json, say_result
from bot.cli.progress import progress
from bot.cli.shared import configure, find_missing_file, opened_storage, runs
from bot.cli.upgrading import upgrade_with_backup
from bot.clock import system_clock
from bot.errors import BotError
from bot.publishing import COMMAND_LINE, Publishing
from bot.restoring import settle_restored
from storage.backups import back_up, find_last_moment, restore
from storage.copying import Progress, complete_copy, copy_database
from storage.database import open_database
from storage.errors import StorageError, StorageUnavailable
from storage.integrity import list_tables, read_tables
from storage.lock import hold_run_lock
from storage.migrate import SchemaState, check_schema, get_schema_state, upgrade
from storage.store import open_storage

app = typer.Typer(help="Upgrade, check, back up, restore and copy the database.", no_args_is_help=True)


@app.command("upgrade")
@runs
async def upgrade_(json: JsonFlag = False, config: ConfigFlag = None) -> None:
    """Bring the database to this program's schema; an SQLite one is backed up first."""
    settings = configure(config)
    storage = open_storage(settings.storage.url)
    try:
        before = await get_schema_state(storage.database)
        await upgrade_with_backup(settings)
        await upgrade(storage.database)
        await storage.outlets.ensure_shipped()  # a newer program may know more outlets
    finally:
        await storage.close()
    was_current = before is SchemaState.CURRENT
    said = "the schema was current already" if was_current else "the schema is current now"
    say_result(said, {"upgraded": not was_current}, as_json=json)


@app.command()
@runs
async def check(
    quick: Annotated[bool, typer.Option("--quick", help="Only that it answers, with this program's schema.")] = False,
    json: JsonFlag = False,
    config: ConfigFlag = None,
) -> None:
    """Read the whole database: that it answers, has this program's schema, and is whole."""
    storage = open_storage(configure(config).storage.url)
    if find_missing_file(storage) is not None:  # asking would make it
        raise StorageUnavailable("the database is empty; run `dateline db upgrade`")
    try:
        await check_schema(storage.database)
        if not quick:
            tables = await list_tables(storage.database)
            with progress("tables", len(tables)) as done:
                await read_tables(storage.database, tables, done)
    finally:
        await storage.close()
    say_result("ok", {"ok": True, "read": not quick}, as_json=json)


@app.command()
@runs
async def backup(
    file: Annotated[Path, typer.Argument(help="The file to write; it is an SQLite database, whatever yours is.")],
    json: JsonFlag = False,
    config: ConfigFlag = None,
) -> None:
    """Write all that is stored into one file, while the bot runs; it is verified before it gets its name."""
    settings = configure(config)
    if (missing := find_missing_file(open_storage(settings.storage.url))) is not None:
        raise StorageUnavailable(f"there is no database to back up: {missing}")
    async with opened_storage(settings) as storage:
        with progress("rows") as done:
            size = await back_up(storage.database, file, _adding_up(done))
    said = f"{file}: {size:,} bytes, read again and whole"
    say_result(said, {"file": str(file), "bytes": size}, as_json=json)


@app.command("restore")
@runs
async def restore_(
    file: Annotated[Path, typer.Argument(help="A backup.")],
    json: JsonFlag = False,
    config: ConfigFlag = None,
) -> None:
    """Bring a backup into the configured database, which must be empty. Nothing is sent until you say so."""
    storage = open_storage(configure(config).storage.url)
    try:
        with hold_run_lock(storage), progress("rows") as done:
            counts = await restore(file, storage.database, _adding_up(done))
            settled = await settle_restored(storage, Publishing(storage, COMMAND_LINE), now=system_clock())
            await complete_copy(storage.database)
        until = await find_last_moment(storage.database)
    finally:
        await storage.close()
    if json:
        say_json({"rows": sum(counts.values()), "until": until, **asdict(settled)})
        return
    moment = f", as they were at {until:%Y-%m-%d %H:%M} UTC" if until else ""
    say(f"{sum(counts.values()):,} rows are restored{moment}")
    say(f"{settled.deliveries:,} deliveries were to be sent then, and may have been since: they are uncertain now")
    say(f"{settled.updates:,} messages of readers had no answer then: they get none any more")
    say(f"{settled.scheduled:,} scheduled articles were due since: they are drafts now")
    say(f"{settled.skipped:,} subscriptions had a briefing between then and now: that one is not made again")
    say("nothing is sent until you say: dateline deliveries begin")


@app.command()
@runs
async def copy(
    to: Annotated[str, typer.Option("--to", help="An empty database: sqlite:///file or postgresql://…")],
    json: JsonFlag = False,
    config: ConfigFlag = None,
) -> None:
    """Copy every row into another database; the bot must not run. One that was interrupted goes on."""
    storage = open_storage(configure(config).storage.url)
    try:
        target = open_database(to)
    except StorageError:
        raise BotError("--to: this is no database address, like sqlite:///file or postgresql://…") from None
    try:
        with hold_run_lock(storage), progress("rows") as done:
            counts = await copy_database(storage.database, target, _adding_up(done))
    finally:
        await target.close()
        await storage.close()
    said = f"{sum(counts.values()):,} rows of {len(counts)} tables are copied, and equal by count and hash"
    say_result(said, {"rows": counts}, as_json=json)


def _adding_up(done: Callable[[int], None]) -> Progress:
    """Return what adds up the rows of all tables."""
    rows: dict[str, int] = {}

    def on_rows(table: str, count: int) -> None:
        rows[table] = count
        done(sum(rows.values()))

    return on_rows
