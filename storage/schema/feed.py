"""Feeds."""

from sqlalchemy import JSON, Column, ForeignKey, Integer, Table, Text

from storage.schema.columns import Id, Instant, metadata

feeds = Table(
    "feeds",
    metadata,
    Column("id", Id, primary_key=True),
    Column("url", Text, nullable=False, unique=True),
    Column("outlet_id", ForeignKey("outlets.id"), nullable=False, index=True),
    Column("title", Text, nullable=False),
    Column("section", Text),
    Column("home_url", Text),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("interval_seconds", Integer, nullable=False),
    Column("next_poll_at", Instant, nullable=False, index=True),
    Column("polled_at", Instant),
    Column("fine_at", Instant),
    Column("failures", Integer, nullable=False),
    Column("error", Text),
    Column("left_out", JSON),  # by the last poll: how many entries, by the reason
    Column("created_at", Instant, nullable=False),
)
