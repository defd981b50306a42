"""The desk: editors, what they were asked to type, proofs they work on, and messages that tell what came of it."""

from sqlalchemy import JSON, BigInteger, Column, ForeignKey, Integer, Table, Text

from storage.schema.columns import Instant, metadata

editors = Table(
    "editors",
    metadata,
    Column("person_id", BigInteger, primary_key=True, autoincrement=False),
    Column("named_by", Text, nullable=False),
    Column("named_at", Instant, nullable=False),
)

desk_asked = Table(
    "desk_asked",
    metadata,
    Column("person_id", BigInteger, primary_key=True, autoincrement=False),
    Column("what", Text, nullable=False),
    Column("article_number", Integer, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("typed", Text),
    Column("asked_at", Instant, nullable=False),
    Column("message_id", BigInteger),
    Column("line", Text),
    Column("sources", JSON),  # what marks numbered when it was asked
)

desk_proofs = Table(
    "desk_proofs",
    metadata,
    Column("person_id", BigInteger, primary_key=True, autoincrement=False),
    Column("article_number", ForeignKey("articles.number"), primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("text", JSON, nullable=False),
    Column("changed_at", Instant, nullable=False),
    Column("override", Text),  # why it may be saved in spite of what the gate finds
)

desk_watched = Table(
    "desk_watched",
    metadata,
    Column("correction_id", ForeignKey("corrections.id"), primary_key=True),
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("message_id", BigInteger, nullable=False),
    Column("said", Text, nullable=False),
)

desk_waiting = Table(
    "desk_waiting",
    metadata,
    Column("article_number", ForeignKey("articles.number", ondelete="CASCADE"), primary_key=True),
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("message_id", BigInteger, nullable=False),
)
