"""What this database is: which directory of outlets it has, on which machine and as which file it lives."""

from pathlib import Path

from sqlalchemy import delete, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import schema
from storage.database import Database

_installation = schema.installation.c
_IDENTITY = "identity"
# The first database of any cluster has the same number; the cluster's own may be kept from us by a hoster.
_CLUSTER = """SELECT CASE WHEN has_function_privilege('pg_control_system()', 'execute')
  THEN (SELECT system_identifier::text FROM pg_control_system()) END"""


class Installation:
    """Facts about the database itself, by name."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def find(self, name: str) -> str | None:
        """Return a fact, or None where it is not known."""
        async with self._database.reading() as connection:
            return await find_fact(connection, name)

    async def save(self, name: str, value: str) -> None:
        """Remember a fact."""
        async with self._database.writing() as connection:
            await save_fact(connection, self._database, name, value)

    async def forget(self, name: str) -> None:
        """Forget a fact."""
        async with self._database.writing() as connection:
            await connection.execute(delete(schema.installation).where(_installation.name == name))

    async def is_same(self) -> bool:
        """Whether this database lives where it lived before; a copy of it, or a restored one, does not.

        At its first run it takes down where that is.
        """
        here = await self._describe()
        known = await self.find(_IDENTITY)
        if known is None:
            await self.save(_IDENTITY, here)
        if known is not None and known != here and _is_older_form(known, here):
            await self.save(_IDENTITY, here)
            return True
        return known in (None, here)

    async def confirm(self) -> None:
        """Take down that this is where the database lives from now on."""
        await self.save(_IDENTITY, await self._describe())

    async def _describe(self) -> str:
        if not self._database.is_sqlite:
            async with self._database.reading() as connection:
                named = "SELECT oid::text || ' ' || datname FROM pg_database WHERE datname = current_database()"
                name, cluster = await connection.scalar(text(named)), await connection.scalar(text(_CLUSTER))
                return f"{name} {cluster or ''}".rstrip()
        return _describe_file(self._database.url.database or "")


def _describe_file(name: str) -> str:
    path, machine = Path(name).resolve(), Path("/etc/machine-id")
    status = path.stat()
    machine_id = machine.read_text("ascii").strip() if machine.is_file() else ""
    return f"{machine_id} {path} {status.st_ino}"  # the device's number is another one after a new mount


def _is_older_form(known: str, here: str) -> bool:
    """Whether an older program named this place so: a file with its device, a database without its cluster."""
    *place, _device, inode = known.rsplit(" ", 2) if known.count(" ") > 1 else ("", "", "")
    return here == " ".join([*place, inode]) or here.rsplit(" ", 1)[0] == known


async def find_fact(connection: AsyncConnection, name: str) -> str | None:
    """Return a fact, or None where it is not known."""
    value: str | None = await connection.scalar(select(_installation.value).where(_installation.name == name))
    return value


async def save_fact(connection: AsyncConnection, database: Database, name: str, value: str) -> None:
    """Remember a fact in a transaction that is under way."""
    inserting = database.insert(schema.installation).values(name=name, value=value)
    await connection.execute(inserting.on_conflict_do_update(index_elements=["name"], set_={"value": value}))
