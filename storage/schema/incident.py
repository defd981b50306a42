"""Incidents that are going on."""

from sqlalchemy import Boolean, Column, Table, Text

from storage.schema.columns import Instant, metadata

incidents = Table(
    "incidents",
    metadata,
    Column("key", Text, primary_key=True),
    Column("said", Text, nullable=False),
    Column("is_urgent", Boolean, nullable=False),
    Column("began_at", Instant, nullable=False),
    Column("is_told", Boolean, nullable=False),
)
