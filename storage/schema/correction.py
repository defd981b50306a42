"""Corrections, and which chats are to hear of them."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, Table, Text, text

from storage.schema.columns import Id, Instant, metadata

# Each is carried to the messages that show its article: those that answered somebody first, then composition by
# composition, in pieces.
corrections = Table(
    "corrections",
    metadata,
    Column("id", Id, primary_key=True),
    Column("article_number", ForeignKey("articles.number"), nullable=False, index=True),
    Column("revision", Integer, nullable=False),
    Column("label", Text, nullable=False),
    Column("note", Text),
    Column("at", Instant, nullable=False, index=True),
    Column("reached_composition", BigInteger, nullable=False, server_default="0"),
    Column("reached_chat", BigInteger),
    Column("reached_message", BigInteger),
    Column("passes", Integer, nullable=False, server_default="0"),
    Column("out_of_reach", Integer, nullable=False, server_default="0"),  # may have the old text; nobody can edit it
    Column("due_at", Instant, index=True),  # when the search for messages goes on; NULL when it is over
)

correction_notices = Table(
    "correction_notices",
    metadata,
    Column("correction_id", ForeignKey("corrections.id"), primary_key=True),
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False, index=True),
    Column("thread_id", BigInteger, primary_key=True, autoincrement=False),
    Column("told_at", Instant),
    Column("delivery_id", BigInteger),  # of the briefing that tells it: taken back if nothing of it arrives
    Index(
        "ix_correction_notices_untold",
        "chat_id",
        sqlite_where=text("told_at IS NULL"),
        postgresql_where=text("told_at IS NULL"),
    ),
    Index(
        "ix_correction_notices_delivery_id",
        "delivery_id",
        sqlite_where=text("delivery_id IS NOT NULL"),
        postgresql_where=text("delivery_id IS NOT NULL"),
    ),
)
