"""Reports and what they were called before."""

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, Table, Text, text

from storage.schema.columns import Id, Instant, metadata

reports = Table(
    "reports",
    metadata,
    Column("id", Id, primary_key=True),
    Column("feed_id", ForeignKey("feeds.id", ondelete="SET NULL")),
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
    Index("ix_reports_feed_id_found_at", "feed_id", "found_at"),  # when a feed brought its newest
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
