"""Pages that published articles cite."""

from sqlalchemy import JSON, Column, ForeignKey, Index, Table, Text, text

from storage.schema.columns import Instant, metadata

cited_pages = Table(
    "cited_pages",
    metadata,
    Column("article_number", ForeignKey("articles.number"), primary_key=True),
    Column("report_id", ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("title", Text),  # the page's own, as it was first seen
    Column("next_look_at", Instant),  # NULL when it is looked at no more
    Column("changes", JSON),
    Column("noticed_at", Instant),  # of changes that no editor has settled
    Index(
        "ix_cited_pages_next_look_at",
        "next_look_at",
        sqlite_where=text("next_look_at IS NOT NULL"),
        postgresql_where=text("next_look_at IS NOT NULL"),
    ),
    Index(
        "ix_cited_pages_noticed_at",
        "noticed_at",
        sqlite_where=text("noticed_at IS NOT NULL"),
        postgresql_where=text("noticed_at IS NOT NULL"),
    ),
)
