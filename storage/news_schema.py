"""The newsroom's tables."""

from sqlalchemy import JSON, Column, ForeignKey, ForeignKeyConstraint, Index, Integer, Table, Text, text

from storage.schema import Id, Instant, metadata

feeds = Table(
    "feeds",
    metadata,
    Column("id", Id, primary_key=True),
    Column("url", Text, nullable=False, unique=True),
    Column("outlet_id", ForeignKey("outlets.id"), nullable=False, index=True),
    Column("title", Text, nullable=False),
    Column("section", Text),
    Column("home_url", Text),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("interval_seconds", Integer, nullable=False),
    Column("next_poll_at", Instant, nullable=False, index=True),
    Column("polled_at", Instant),
    Column("fine_at", Instant),
    Column("failures", Integer, nullable=False),
    Column("error", Text),
    Column("created_at", Instant, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("id", Id, primary_key=True),
    Column("created_at", Instant, nullable=False),
    Column("changed_at", Instant, nullable=False),
    Column("article_number", ForeignKey("articles.number"), unique=True),
    Column("drafted_outlets", Integer, nullable=False),  # how many independent ones the draft knew
    # Set while somebody should look: a report joined since the last draft.
    Column("waits_since", Instant, index=True),
)

reports = Table(
    "reports",
    metadata,
    Column("id", Id, primary_key=True),
    Column("feed_id", ForeignKey("feeds.id", ondelete="SET NULL"), index=True),
    Column("outlet_id", ForeignKey("outlets.id"), nullable=False, index=True),
    Column("key", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("url_key", Text, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("summary", Text, nullable=False),
    Column("authors", JSON, nullable=False),
    Column("published_at", Instant, nullable=False),
    Column("found_at", Instant, nullable=False),
    Column("language", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("text_hash", Text),
    Column("picture", Text),
    Column("picture_credit", Text),
    Column("section", Text),
    Column("state", Text, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("next_try_at", Instant, nullable=False),
    Column("error", Text),
    Column("copy_of", ForeignKey("reports.id", ondelete="SET NULL"), index=True),
    Column("event_id", ForeignKey("events.id"), index=True),
    Column("version", Integer, nullable=False),
    Index("ix_reports_feed_id_key", "feed_id", "key"),
    Index(
        "ix_reports_found",
        "next_try_at",
        sqlite_where=text("state = 'found'"),
        postgresql_where=text("state = 'found'"),
    ),
    Index("ix_reports_read", "id", sqlite_where=text("state = 'read'"), postgresql_where=text("state = 'read'")),
    Index("ix_reports_published_at", "published_at"),
)

# What a report was called before: outlets edit headlines.
report_versions = Table(
    "report_versions",
    metadata,
    Column("report_id", ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("title", Text, nullable=False),
    Column("seen_at", Instant, nullable=False),
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
