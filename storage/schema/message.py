"""Sent messages, and what each shows."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    Table,
    Text,
    false,
    text,
)

from storage.schema.columns import Id, Instant, metadata

messages = Table(
    "messages",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    Column("shows", Text, nullable=False),
    Column("sent_at", Instant, nullable=False),
    # A delivered message shows its composition's part; only others have rows in message_articles.
    Column("composition_id", Id),
    Column("part", Integer),
    Column("thread_id", BigInteger, nullable=False, server_default="0"),
    Column("page", Integer, nullable=False, server_default="1"),
    Index("ix_messages_composition_id_chat_id_message_id", "composition_id", "chat_id", "message_id"),
    Index(
        "ix_messages_answers",
        "sent_at",
        sqlite_where=text("composition_id IS NULL"),
        postgresql_where=text("composition_id IS NULL"),
    ),
)

# Corrections look here for every message that carries an article.
message_articles = Table(
    "message_articles",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True),
    Column("article_number", ForeignKey("articles.number"), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("is_withdrawn", Boolean, nullable=False, server_default=false()),
    Index("ix_message_articles_article_number_chat_id_message_id", "article_number", "chat_id", "message_id"),
    ForeignKeyConstraint(["chat_id", "message_id"], ["messages.chat_id", "messages.message_id"], ondelete="CASCADE"),
)

# What stood in messages that were turned to something else: whoever read it there hears of its correction too.
seen_articles = Table(
    "seen_articles",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("thread_id", BigInteger, primary_key=True, autoincrement=False),
    Column("article_number", ForeignKey("articles.number"), primary_key=True),
    Column("revision", Integer, nullable=False),  # the last one that was seen, or heard of
    Column("seen_at", Instant, nullable=False, index=True),
    Index("ix_seen_articles_article_number", "article_number", "revision"),
)
