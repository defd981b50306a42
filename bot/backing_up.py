"""A backup every night, and one before a database is upgraded; the last ones are kept."""

import logging
from dataclasses import dataclass
from pathlib import Path

from bot.clock import Clock
from storage.backups import back_up, list_old, name_backup
from storage.lock import Leadership
from storage.store import Storage

log = logging.getLogger("dateline.backup")

NIGHT_HOUR = 2  # UTC, before the prune
MADE_ON = "backed_up_on"
FAILED = "backup_failed"  # the fact that last night's backup was not made, and why


@dataclass(frozen=True, slots=True)
class BackingUp:
    """Backs up once a night, whichever process comes first."""

    storage: Storage
    folder: Path
    clock: Clock

    async def back_up_tonight(self) -> None:
        """Make tonight's backup if its turn has come; a failure is remembered, and tried again at the next tick."""
        now, installation = self.clock(), self.storage.installation
        today = now.date().isoformat()
        if now.hour < NIGHT_HOUR or await installation.find(MADE_ON) == today:
            return
        leadership = Leadership(self.storage.database, "backup")
        if not await leadership.holds():
            return
        try:
            file = self.folder / name_backup(now)
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not file.exists():
                size = await back_up(self.storage.database, file)
                log.info("backed up to %s, %d bytes", file, size)
            for old in list_old(self.folder):
                old.unlink()
            await installation.save(MADE_ON, today)
            await installation.forget(FAILED)
        except Exception as error:  # an edge: whatever it was, there is no backup, and somebody must hear of it
            log.exception("tonight's backup failed")
            await installation.save(FAILED, str(error) or type(error).__name__)
        finally:
            await leadership.release()


def backup_folder(configured: str, database: str | None) -> Path | None:
    """Return where backups go: the configured folder, else one beside an SQLite database; None for nowhere."""
    if configured:
        return Path(configured)
    return Path(database).absolute().parent / "backups" if database else None
