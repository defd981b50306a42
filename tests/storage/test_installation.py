"""Where a database lives: copies, links, and who may read its files."""

import shutil
import stat
from pathlib import Path

import pytest

from storage.errors import Conflict
from storage.lock import hold_run_lock
from storage.migrate import upgrade
from storage.store import Storage, open_storage
from tests.make import NOW, make_text


async def test_copied_database_is_another_until_that_is_confirmed(sqlite_storage: Storage, tmp_path: Path) -> None:
    assert await sqlite_storage.installation.is_same()
    assert await sqlite_storage.installation.is_same()
    await sqlite_storage.close()
    shutil.copy(sqlite_storage.database.url.database or "", tmp_path / "copy.db")
    copied = open_storage(f"sqlite:///{tmp_path / 'copy.db'}")
    assert not await copied.installation.is_same()
    assert not await copied.installation.is_same()
    await copied.installation.confirm()
    assert await copied.installation.is_same()
    await copied.close()


async def test_database_restored_under_another_name_on_a_server_is_another(storage: Storage) -> None:
    assert await storage.installation.is_same()
    await storage.installation.save("identity", "1 elsewhere")
    assert not await storage.installation.is_same()


async def test_database_of_another_cluster_is_another_and_what_older_programs_took_down_is_known(
    storage: Storage,
) -> None:
    assert await storage.installation.is_same()
    here = await storage.installation.find("identity") or ""
    place, last = here.rsplit(" ", 1)
    older = f"{place} 64768 {last}" if storage.database.is_sqlite else place
    await storage.installation.save("identity", older)
    assert await storage.installation.is_same()
    assert await storage.installation.find("identity") == here
    await storage.installation.save("identity", f"{place} {last}1")
    assert not await storage.installation.is_same()


async def test_database_reached_by_a_link_is_locked_too(sqlite_storage: Storage, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    link = tmp_path / "folder" / "other.db"
    link.symlink_to(sqlite_storage.database.url.database or "")
    linked = open_storage(f"sqlite:///{link}")
    with hold_run_lock(sqlite_storage), pytest.raises(Conflict, match="another dateline runs"), hold_run_lock(linked):
        pass
    with hold_run_lock(linked):
        pass
    await linked.close()


async def test_new_database_and_all_beside_it_can_be_read_by_its_owner_alone(tmp_path: Path) -> None:
    storage = open_storage(f"sqlite:///{tmp_path / 'new.db'}")
    await upgrade(storage.database)
    with hold_run_lock(storage):
        await storage.articles.add([make_text()], now=NOW, publish=True)
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    await storage.close()
    assert modes == dict.fromkeys(("new.db", "new.db-wal", "new.db-shm", "new.db.lock"), 384)


async def test_database_with_a_second_name_is_not_run(sqlite_storage: Storage, tmp_path: Path) -> None:
    other = tmp_path / "second.db"
    other.hardlink_to(str(sqlite_storage.database.url.database))
    with pytest.raises(Conflict, match="second name"), hold_run_lock(sqlite_storage):
        pass
    other.unlink()
    with hold_run_lock(sqlite_storage):
        pass
