"""Mistakes that readers report."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Table, Text, text

from storage.schema.columns import Id, Instant, metadata

mistakes = Table(
    "mistakes",
    metadata,
    Column("id", Id, primary_key=True),
    Column("article_number", ForeignKey("articles.number"), nullable=False, index=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("words", Text, nullable=False),
    Column("reported_at", Instant, nullable=False),
    Column("settled_at", Instant),
    Column("told_at", Instant),  # when its reporter heard that the story was corrected
    Index(
        "ix_mistakes_open",
        "id",
        sqlite_where=text("settled_at IS NULL"),
        postgresql_where=text("settled_at IS NULL"),
    ),
    Index("ix_mistakes_chat_id", "chat_id"),
)
