"""Bringing a database up to date, once it is backed up."""

from bot.backing_up import backup_folder
from bot.cli.output import say_aside
from bot.clock import system_clock
from bot.config import Config
from storage.backups import SUFFIX, back_up
from storage.lock import hold_run_lock
from storage.migrate import SchemaState, get_schema_state, upgrade
from storage.store import open_storage


async def upgrade_with_backup(settings: Config) -> None:
    """Bring an SQLite database of an older program to this one's schema, once it is backed up."""
    storage = open_storage(settings.storage.url)
    try:
        database = storage.database
        folder = backup_folder(settings.storage.backups, database.url.database)
        if not database.is_sqlite or await get_schema_state(database) is not SchemaState.OLDER or folder is None:
            return
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = folder / f"before-upgrade-{system_clock():%Y-%m-%dT%H%M%S}{SUFFIX}"
        with hold_run_lock(storage):
            await back_up(database, file)
            await upgrade(database)
        say_aside(f"the database is backed up to {file}, and upgraded")
    finally:
        await storage.close()
