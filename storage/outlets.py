"""Outlets and every spelling they are known by."""

import tomllib
from collections import defaultdict
from importlib import resources

from sqlalchemy import and_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import schema
from storage.database import Database
from storage.model import Outlet
from storage.words import squash


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
        """Add the outlets of the shipped directory that are not there yet."""
        async with self._database.writing() as connection:
            known = set((await connection.scalars(select(schema.outlets.c.name))).all())
            for outlet in read_shipped_outlets():
                if outlet.name not in known:
                    await self._add(connection, outlet)

    async def _add(self, connection: AsyncConnection, outlet: Outlet) -> None:
        outlet_id = await ensure_outlet(connection, self._database, outlet.name)
        await connection.execute(
            schema.outlets.update()
            .where(schema.outlets.c.id == outlet_id)
            .values(owner=outlet.owner, country=outlet.country, language=outlet.language)
        )
        spellings = [(squash(alias), "alias") for alias in outlet.aliases]
        spellings += [(domain, "domain") for domain in outlet.domains]
        for alias, kind in spellings:
            await connection.execute(
                self._database.insert(schema.outlet_aliases)
                .values(alias=alias, kind=kind, outlet_id=outlet_id)
                .on_conflict_do_nothing()
            )


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


def read_shipped_outlets() -> tuple[Outlet, ...]:
    """Read the directory that ships with Dateline (storage/outlets.toml)."""
    document = tomllib.loads(resources.files("storage").joinpath("outlets.toml").read_text("utf-8"))
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
