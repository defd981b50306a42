"""Chats and what they saved."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Table, Text, text

from storage.schema.columns import Instant, metadata

chats = Table(
    "chats",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("state", Text, nullable=False, server_default="active"),
    Index(
        "ix_chats_inactive", "state", sqlite_where=text("state <> 'active'"), postgresql_where=text("state <> 'active'")
    ),
)

saved_articles = Table(
    "saved_articles",
    metadata,
    Column("chat_id", ForeignKey("chats.id"), primary_key=True),
    Column("article_number", ForeignKey("articles.number"), primary_key=True, index=True),
    Column("saved_at", Instant, nullable=False),
)
