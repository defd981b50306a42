"""The record: who did what to which article, append-only; and what this database is."""

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

# Facts about this database itself: which machine and file it is, which directory of outlets it has.
installation = Table(
    "installation",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
