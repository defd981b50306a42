"""Full databases of earlier revisions: rows in every table, and what of them must stay."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from alembic import command
from sqlalchemy import JSON, Column, Connection, MetaData, Table, inspect, text
from sqlalchemy import types as sa_types

from storage.migrate import alembic_config

STATES = {"deliveries": "pending", "chats": "active", "reports": "found", "updates": "waiting"}
DROPPED = {"desk_watched": {"is_over"}}  # columns that a later revision takes away, on purpose
_IS_SEARCH = ("article_search", "alembic_version", "sqlite_")


def _tables(connection: Connection) -> list[Table]:
    names = [name for name in inspect(connection).get_table_names() if not name.startswith(_IS_SEARCH)]
    metadata = MetaData()
    metadata.reflect(connection, only=names, resolve_fks=False)
    return [metadata.tables[name] for name in names]


_KEYS = (
    "article_number number outlet_id subscription_id composition_id id chat_id feed_id report_id event_id copy_of "
    "message_id"
).split()
_ONES = ("revision", "part", "position", "version")
_BY_TYPE: tuple[tuple[type[sa_types.TypeEngine[Any]], Callable[[int], Any]], ...] = (
    (JSON, lambda number: {"n": number}),
    (sa_types.Date, lambda number: date(2026, 11, 1) + timedelta(days=number)),
    (sa_types.Time, lambda number: time(number // 60 % 24, number % 60)),
    (sa_types.DateTime, lambda number: datetime(2026, 11, 1, tzinfo=UTC) + timedelta(seconds=number)),
    (sa_types.LargeBinary, lambda number: b"\x00\xff" + str(number).encode()),
    (sa_types.Boolean, lambda _: False),
    (sa_types.Float, lambda number: 1_790_000_000.25 + number),
    (sa_types.Integer, lambda number: number),
)


def _value(table: Table, column: Column[Any], number: int) -> Any:
    """Return a value for a column; keys of row n point to row n elsewhere."""
    name = column.name
    if name in _KEYS and not isinstance(column.type, sa_types.Text):
        return number
    if name in _ONES:
        return 1
    if name == "state":
        return STATES[table.name]
    if name in ("slug", "section_slug"):
        return f"slug{number}"
    made = next((make for kind, make in _BY_TYPE if isinstance(column.type, kind)), None)
    return made(number) if made else f"{table.name} {name} {number} ä"


def fill(connection: Connection, rows: int) -> None:
    """Put so many rows into every table."""
    is_postgresql = connection.dialect.name == "postgresql"
    if is_postgresql:
        connection.execute(text("SET session_replication_role = replica"))  # rows in any order
    for table in _tables(connection):
        columns = [column for column in table.columns if column.name != "search"]
        values = [{column.name: _value(table, column, number) for column in columns} for number in range(1, rows + 1)]
        connection.execute(table.insert(), values)
        if is_postgresql and "id" in table.columns:  # its numbers go on behind ours
            sequence = f"pg_get_serial_sequence('{table.name}', 'id')"
            connection.execute(text(f"SELECT setval({sequence}, {rows}) WHERE {sequence} IS NOT NULL"))
    if is_postgresql:
        connection.execute(text("SET session_replication_role = origin"))


def snapshot(connection: Connection, columns: dict[str, list[str]]) -> dict[str, list[str]]:
    """Return the rows of tables, each as a line, by what is kept of it."""
    found = {}
    for name, kept in columns.items():
        listed = ", ".join(f'"{each}"' for each in kept)
        rows = connection.execute(text(f'SELECT {listed} FROM "{name}"')).all()  # noqa: S608 - names of ours
        found[name] = sorted(json.dumps([repr(value) for value in row]) for row in rows)
    return found


def kept_columns(connection: Connection) -> dict[str, list[str]]:
    """Return what stays of each table."""
    return {
        table.name: sorted({each.name for each in table.columns} - {"search"} - DROPPED.get(table.name, set()))
        for table in _tables(connection)
    }


def upgrade_to(connection: Connection, revision: str) -> None:
    """Bring an empty database to an earlier revision."""
    config = alembic_config()
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
