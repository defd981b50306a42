"""Events, and the fact gate's findings."""

from sqlalchemy import JSON, Column, ForeignKey, ForeignKeyConstraint, Integer, Table, Text

from storage.schema.columns import Id, Instant, metadata

events = Table(
    "events",
    metadata,
    Column("id", Id, primary_key=True),
    Column("created_at", Instant, nullable=False),
    Column("changed_at", Instant, nullable=False, index=True),
    Column("article_number", ForeignKey("articles.number"), unique=True),
    Column("drafted_outlets", Integer, nullable=False),  # how many independent ones the draft knew
    # Set while somebody should look: a report joined since the last draft.
    Column("waits_since", Instant, index=True),
)

# What the fact gate found in a revision of an article, for its editor.
checks = Table(
    "checks",
    metadata,
    Column("article_number", Id, primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("findings", JSON, nullable=False),
    Column("checked_at", Instant, nullable=False),
    Column("overridden", Text),  # why it was published in spite of what blocks
    ForeignKeyConstraint(["article_number", "revision"], ["revisions.article_number", "revisions.revision"]),
)
