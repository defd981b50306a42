"""Chats and what they saved."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Table, Text, text

from storage.schema.columns import Id, Instant, metadata

chats = Table(
    "chats",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("state", Text, nullable=False, server_default="active"),
    Column("moved_to", BigInteger),  # the supergroup that a group became
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

votes = Table(
    "votes",
    metadata,
    Column("article_number", ForeignKey("articles.number"), primary_key=True),
    Column("chat_id", ForeignKey("chats.id"), primary_key=True, index=True),
    Column("vote", Text, nullable=False),
    Column("cast_at", Instant, nullable=False),
)

# Whose later instalments come first in a chat's briefings (storage.series).
followed_series = Table(
    "followed_series",
    metadata,
    Column("chat_id", ForeignKey("chats.id"), primary_key=True, autoincrement=False),
    Column("series", Id, primary_key=True, autoincrement=False),
    Column("followed_at", Instant, nullable=False, index=True),
)
