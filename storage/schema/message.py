"""Sent messages, and what each shows."""

from sqlalchemy import BigInteger, Column, ForeignKey, ForeignKeyConstraint, Index, Integer, Table, Text, text

from storage.schema.columns import Id, Instant, metadata

messages = Table(
    "messages",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    Column("shows", Text, nullable=False),
    Column("sent_at", Instant, nullable=False),
    # A delivered message shows its composition's part; only others have rows in message_articles.
    Column("composition_id", Id, index=True),
    Column("part", Integer),
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
    Column("article_number", ForeignKey("articles.number"), nullable=False, index=True),
    Column("revision", Integer, nullable=False),
    ForeignKeyConstraint(["chat_id", "message_id"], ["messages.chat_id", "messages.message_id"], ondelete="CASCADE"),
)
