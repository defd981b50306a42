"""One process at a time runs on a SQLite database; commands of the command line may come and go beside it."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storage.errors import Conflict
from storage.store import Storage


@contextmanager
def alone(storage: Storage) -> Iterator[None]:
    """Hold the database's run lock; on PostgreSQL there is none. Raises Conflict if another process runs."""
    name = storage.database.url.database
    if not storage.database.is_sqlite or name is None:
        yield
        return
    with Path(f"{name}.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise Conflict(f"another dateline runs on {name}; on SQLite only one can") from None
        yield
