"""What the tables share: their metadata, ids and instants."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, BindParameter, DateTime, Dialect, Float, Integer, MetaData, TypeDecorator, literal
from sqlalchemy.types import TypeEngine

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def written(value: str) -> BindParameter[str]:
    """Return a value that stands in the statement itself: a partial index is found by the words of its condition."""
    return literal(value, literal_execute=True)


Id = BigInteger().with_variant(Integer(), "sqlite")  # SQLite numbers rows only where it says INTEGER


class Instant(TypeDecorator[datetime]):
    """A moment in UTC: timestamptz on PostgreSQL, seconds since 1970 on SQLite, which has no such type."""

    impl = DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Pick the engine's own type."""
        timestamp = DateTime(timezone=True)
        return dialect.type_descriptor(Float() if dialect.name == "sqlite" else timestamp)

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> object:
        """Aware datetime → stored value."""
        if value is None or dialect.name != "sqlite":
            return value
        return value.timestamp()

    def process_result_value(self, value: object, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Stored value → aware datetime in UTC."""
        if isinstance(value, float | int):
            return datetime.fromtimestamp(value, UTC)
        return value.astimezone(UTC) if isinstance(value, datetime) else None
