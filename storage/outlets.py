"""Outlets and every spelling they are known by."""

import hashlib
import tomllib
from collections import defaultdict
from importlib import resources

from sqlalchemy import and_, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import schema
from storage.database import Database
from storage.installation import find_fact, save_fact
from storage.model import Outlet
from storage.words import squash

SHIPPED_OUTLETS = "outlets"


class Outlets:
    """The publishers we know."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def list(self) -> tuple[Outlet, ...]:
        """Return every outlet with its aliases and domains, by name."""
        async with self._database.reading() as connection:
            rows = (await connection.execute(select(schema.outlets).order_by(schema.outlets.c.name))).all()
            spellings = (
                await connection.execute(select(schema.outlet_aliases).order_by(schema.outlet_aliases.c.alias))
            ).all()
        by_outlet: dict[tuple[int, str], list[str]] = defaultdict(list)
        for spelling in spellings:
            by_outlet[spelling.outlet_id, spelling.kind].append(spelling.alias)
        return tuple(
            Outlet(
                name=row.name,
                aliases=tuple(by_outlet[row.id, "alias"]),
                domains=tuple(by_outlet[row.id, "domain"]),
                owner=row.owner,
                country=row.country,
                language=row.language,
            )
            for row in rows
        )

    async def ensure_shipped(self) -> None:
        """Add what the shipped directory knows and this database does not; nothing an editor wrote is changed."""
        async with self._database.writing() as connection:
            await install_shipped(connection, self._database)


async def install_shipped(connection: AsyncConnection, database: Database) -> None:
    """Add what the shipped directory knows, in a transaction that is under way; once for each directory."""
    if await find_fact(connection, SHIPPED_OUTLETS) == shipped_digest():
        return
    for outlet in read_shipped_outlets():
        await _install(connection, database, outlet)
    await save_fact(connection, database, SHIPPED_OUTLETS, shipped_digest())


async def _install(connection: AsyncConnection, database: Database, outlet: Outlet) -> None:
    outlet_id = await ensure_outlet(connection, database, outlet.name)
    columns = schema.outlets.c
    shipped = {"owner": outlet.owner, "country": outlet.country, "language": outlet.language}
    await connection.execute(
        schema.outlets.update()
        .where(columns.id == outlet_id)
        .values({name: func.coalesce(columns[name], value) for name, value in shipped.items()})
    )
    spellings = [(squash(alias), "alias") for alias in outlet.aliases]
    spellings += [(domain, "domain") for domain in outlet.domains]
    if spellings:
        rows = [{"alias": alias, "kind": kind, "outlet_id": outlet_id} for alias, kind in spellings]
        await connection.execute(database.insert(schema.outlet_aliases).on_conflict_do_nothing(), rows)


async def ensure_outlet(connection: AsyncConnection, database: Database, name: str) -> int:
    """Return the id of the outlet of this name or alias, adding it if nobody knows it."""
    alias = squash(name) or name
    spellings, domain = schema.outlet_aliases.c, name.casefold().removeprefix("www.")
    is_alias = and_(spellings.kind == "alias", spellings.alias == alias)
    is_domain = and_(spellings.kind == "domain", spellings.alias == domain)
    found = await connection.scalar(select(spellings.outlet_id).where(is_alias | is_domain).order_by(spellings.kind))
    exact = await connection.scalar(select(schema.outlets.c.id).where(schema.outlets.c.name == name))
    if exact or found:
        return int(exact or found or 0)
    await connection.execute(
        database.insert(schema.outlets).values(name=name).on_conflict_do_nothing(index_elements=["name"])
    )
    outlet_id = await connection.scalar(select(schema.outlets.c.id).where(schema.outlets.c.name == name))
    await connection.execute(
        database.insert(schema.outlet_aliases)
        .values(alias=alias, kind="alias", outlet_id=outlet_id)
        .on_conflict_do_nothing()
    )
    return int(outlet_id or 0)


def _shipped_text() -> str:
    return resources.files("storage").joinpath("outlets.toml").read_text("utf-8")


def shipped_digest() -> str:
    """Return what tells one shipped directory from another."""
    return hashlib.sha256(_shipped_text().encode()).hexdigest()[:16]


def read_shipped_outlets() -> tuple[Outlet, ...]:
    """Read the directory that ships with Dateline (storage/outlets.toml)."""
    document = tomllib.loads(_shipped_text())
    return tuple(
        Outlet(
            name=name,
            aliases=tuple(entry.get("aliases", ())),
            domains=tuple(entry.get("domains", ())),
            owner=entry.get("owner"),
            country=entry.get("country"),
            language=entry.get("language"),
        )
        for name, entry in document.items()
    )
