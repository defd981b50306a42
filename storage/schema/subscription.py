"""Subscriptions; the database is the scheduler."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    Time,
    UniqueConstraint,
    text,
)

from storage.schema.columns import Id, Instant, metadata

subscriptions = Table(
    "subscriptions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("chat_id", ForeignKey("chats.id"), nullable=False),
    Column("thread_id", BigInteger, nullable=False),  # 0 where the chat has no topics
    Column("language", Text, nullable=False),
    Column("preferences", JSON, nullable=False),
    Column("is_stopped", Boolean, nullable=False),
    Column("paused_until", Instant),
    Column("cutoff", Instant),
    # The next occurrence; nothing is due while it is NULL. The database is the scheduler.
    Column("next_due_at", Instant, index=True),
    Column("next_day", Date),
    Column("next_time", Time),
    Column("created_at", Instant, nullable=False),
    # A refusal that may pass: why and since when nothing could be sent, on how many days, when it is tried again.
    Column("refusal", Text),
    Column("refused_since", Instant),
    Column("refused_days", Integer, nullable=False, server_default="0"),
    Column("retry_at", Instant),
    UniqueConstraint("chat_id", "thread_id"),
    Index("ix_subscriptions_stopped", "id", sqlite_where=text("is_stopped = 1"), postgresql_where=text("is_stopped")),
)
