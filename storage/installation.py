"""What this database is: which directory of outlets it has, on which machine and as which file it lives."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import schema
from storage.database import Database

_installation = schema.installation.c


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


async def find_fact(connection: AsyncConnection, name: str) -> str | None:
    """Return a fact, or None where it is not known."""
    value: str | None = await connection.scalar(select(_installation.value).where(_installation.name == name))
    return value


async def save_fact(connection: AsyncConnection, database: Database, name: str, value: str) -> None:
    """Remember a fact in a transaction that is under way."""
    inserting = database.insert(schema.installation).values(name=name, value=value)
    await connection.execute(inserting.on_conflict_do_update(index_elements=["name"], set_={"value": value}))
