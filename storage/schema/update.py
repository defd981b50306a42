"""The inbox: what Telegram told us, kept until it is answered."""

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, Table, Text, text

from storage.schema.columns import Id, Instant, metadata

updates = Table(
    "updates",
    metadata,
    Column("id", Id, primary_key=True),
    Column("update_id", BigInteger, unique=True),  # NULL where an update has none
    Column("lane", Text, nullable=False, index=True),  # answered in order within a lane, side by side across lanes
    Column("sender", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("state", Text, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("worker_id", Text),
    Column("error", Text),
    Index(
        "ix_updates_open",
        "lane",
        "id",
        sqlite_where=text("state IN ('waiting', 'answering')"),
        postgresql_where=text("state IN ('waiting', 'answering')"),
    ),
    Index(
        "ix_updates_waiting",
        "id",
        sqlite_where=text("state = 'waiting'"),
        postgresql_where=text("state = 'waiting'"),
    ),
    Index(
        "ix_updates_sender",
        "sender",
        sqlite_where=text("state IN ('waiting', 'answering')"),
        postgresql_where=text("state IN ('waiting', 'answering')"),
    ),
    Index("ix_updates_received_at", "received_at"),
)
