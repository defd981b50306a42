"""What this database is: which directory of outlets it has, on which machine and as which file it lives."""

from pathlib import Path

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import schema
from storage.database import Database

_installation = schema.installation.c
_IDENTITY = "identity"


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

    async def is_same(self) -> bool:
        """Whether this database lives where it lived before; a copy of it, or a restored one, does not.

        At its first run it takes down where that is.
        """
        here = await self._describe()
        known = await self.find(_IDENTITY)
        if known is None:
            await self.save(_IDENTITY, here)
        return known in (None, here)

    async def confirm(self) -> None:
        """Take down that this is where the database lives from now on."""
        await self.save(_IDENTITY, await self._describe())

    async def _describe(self) -> str:
        if not self._database.is_sqlite:
            async with self._database.reading() as connection:
                query = "SELECT oid::text || ' ' || datname FROM pg_database WHERE datname = current_database()"
                return str(await connection.scalar(text(query)))
        return _describe_file(self._database.url.database or "")


def _describe_file(name: str) -> str:
    path, machine = Path(name).resolve(), Path("/etc/machine-id")
    status = path.stat()
    machine_id = machine.read_text("ascii").strip() if machine.is_file() else ""
    return f"{machine_id} {path} {status.st_dev} {status.st_ino}"


async def find_fact(connection: AsyncConnection, name: str) -> str | None:
    """Return a fact, or None where it is not known."""
    value: str | None = await connection.scalar(select(_installation.value).where(_installation.name == name))
    return value


async def save_fact(connection: AsyncConnection, database: Database, name: str, value: str) -> None:
    """Remember a fact in a transaction that is under way."""
    inserting = database.insert(schema.installation).values(name=name, value=value)
    await connection.execute(inserting.on_conflict_do_update(index_elements=["name"], set_={"value": value}))
