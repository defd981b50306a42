"""The record: who did what, append-only; and what this database is."""

from sqlalchemy import JSON, Column, ForeignKey, Integer, Table, Text

from storage.schema.columns import Id, Instant, metadata

actions = Table(
    "actions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("actor", Text, nullable=False),  # `command line`, `newsroom`, or a Telegram id
    Column("action", Text, nullable=False),
    Column("article_number", ForeignKey("articles.number"), nullable=False, index=True),
    Column("revision", Integer, nullable=False),
    Column("reason", Text),
    Column("label", Text),
    Column("findings", JSON),  # what the fact gate had found
    Column("override", Text),  # why it was done in spite of that
)

# What is decided at the desk that is done to no article; append-only, too.
decisions = Table(
    "decisions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("actor", Text, nullable=False),  # a Telegram id
    Column("decision", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("detail", Text, nullable=False),
)

# Facts about this database itself: which machine and file it is, which directory of outlets it has.
installation = Table(
    "installation",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
