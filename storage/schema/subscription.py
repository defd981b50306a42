"""Subscriptions; the database is the scheduler."""

from sqlalchemy import JSON, BigInteger, Boolean, Column, Date, ForeignKey, Table, Text, Time, UniqueConstraint

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
    UniqueConstraint("chat_id", "thread_id"),
)
