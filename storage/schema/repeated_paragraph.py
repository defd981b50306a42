"""Paragraphs that a feed's reports have in common."""

from sqlalchemy import Column, ForeignKey, Index, Table, Text

from storage.schema.columns import Instant, metadata

repeated_paragraphs = Table(
    "repeated_paragraphs",
    metadata,
    Column("feed_id", ForeignKey("feeds.id", ondelete="CASCADE"), primary_key=True),
    Column("digest", Text, primary_key=True),
    Column("found_at", Instant, nullable=False),
    Index("ix_repeated_paragraphs_found_at", "found_at"),
)
