"""Outlets and every spelling they are known by."""

import hashlib
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import resources

from sqlalchemy import func, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import schema
from storage.batches import batches
from storage.database import Database
from storage.installation import find_fact, save_fact
from storage.model import Outlet
from storage.words import squash

SHIPPED_OUTLETS = "outlets"


@dataclass(frozen=True, slots=True)
class KnownOutlet:
    """An outlet as articles' rows name it; those of one family are not independent of each other."""

    id: int
    name: str
    family: str


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
    return (await ensure_outlets(connection, database, [name]))[name].id


async def ensure_outlets(
    connection: AsyncConnection, database: Database, names: Iterable[str]
) -> dict[str, KnownOutlet]:
    """Return the outlets of these names or aliases, adding those that nobody knows."""
    wanted = set(names)
    found = await find_outlets(connection, wanted)
    # In one order, whoever stores: two that add the same outlets never wait for each other in a ring.
    new: dict[str, str] = {}
    for name in sorted(wanted - found.keys()):
        new.setdefault(_alias(name), name)  # of several spellings the first is the outlet's name
    if not new:
        return found
    inserting = database.insert(schema.outlets).on_conflict_do_nothing(index_elements=["name"])
    await connection.execute(inserting, [{"name": name} for name in new.values()])
    added = await find_outlets(connection, new.values())
    spellings = [{"alias": alias, "kind": "alias", "outlet_id": added[new[alias]].id} for alias in sorted(new)]
    await connection.execute(database.insert(schema.outlet_aliases).on_conflict_do_nothing(), spellings)
    return found | await find_outlets(connection, wanted - found.keys())


async def find_outlets(connection: AsyncConnection, names: Iterable[str]) -> dict[str, KnownOutlet]:
    """Return the outlets that have these names, aliases or domains; what nobody knows is left out."""
    wanted = sorted(set(names))
    found: dict[str, KnownOutlet] = {}
    for some in batches(wanted):
        found |= await _find_some(connection, some)
    return found


async def _find_some(connection: AsyncConnection, names: Sequence[str]) -> dict[str, KnownOutlet]:
    outlets, spellings = schema.outlets, schema.outlet_aliases
    by_name = select(literal("name").label("kind"), outlets.c.name.label("key"), outlets)
    by_name = by_name.where(outlets.c.name.in_(names))
    by_spelling = select(spellings.c.kind, spellings.c.alias.label("key"), outlets).join_from(spellings, outlets)
    keys = {name: _keys(name) for name in names}
    by_spelling = by_spelling.where(spellings.c.alias.in_({key for each in keys.values() for _, key in each}))
    known = {
        (row.kind, row.key): KnownOutlet(id=row.id, name=row.name, family=row.owner or row.name)
        for query in (by_name, by_spelling)
        for row in await connection.execute(query)
    }
    found = {name: next((known[key] for key in each if key in known), None) for name, each in keys.items()}
    return {name: outlet for name, outlet in found.items() if outlet is not None}


def _keys(name: str) -> tuple[tuple[str, str], ...]:
    """Return the spellings under which an outlet is looked for, the best first."""
    return ("name", name), ("alias", _alias(name)), ("domain", name.casefold().removeprefix("www."))


def _alias(name: str) -> str:
    return squash(name) or name


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
