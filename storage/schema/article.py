"""Articles, their revisions, and what the full-text index reads."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    text,
)

from storage.schema.columns import Id, Instant, metadata

sections = Table(
    "sections",
    metadata,
    Column("slug", Text, primary_key=True),
    Column("name", Text, nullable=False),
)

articles = Table(
    "articles",
    metadata,
    Column("number", Id, primary_key=True),
    Column("status", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("language", Text, nullable=False),
    Column("section_slug", ForeignKey("sections.slug")),
    Column("created_at", Instant, nullable=False),
    Column("modified_at", Instant, nullable=False),
    Column("published_at", Instant),
    Column("changed_at", Instant),  # its publication's time, or its last correction's
    Column("withdrawal_reason", Text),
    Column("publish_at", Instant),  # of a scheduled one alone
    Column("alerts", Text),  # of a breaking one: `waiting` until they are planned
    Column("priority", Integer, nullable=False, server_default="0"),  # the editor's: higher comes first
    Column("earlier", Id),  # the article that this one continues
    Column("series", Id),  # the first article of those; NULL where it continues none
    Column("outlets", Integer, nullable=False, server_default="0"),  # how many independent ones report it
    Column("primary_language", Text, nullable=False, server_default=""),  # `pt` of `pt-BR`: what chats choose by
    Column("text_hash", Text, nullable=False, server_default="", index=True),  # what the current revision says
    # What the full-text index reads: folded words of the current revision (storage.words).
    Column("search_headline", Text, nullable=False),
    Column("search_bullets", Text, nullable=False),
    Column("search_body", Text, nullable=False),
    Index(
        "ix_articles_publish_at",
        "publish_at",
        sqlite_where=text("publish_at IS NOT NULL"),
        postgresql_where=text("publish_at IS NOT NULL"),
    ),
    Index(
        "ix_articles_alerts",
        "number",
        sqlite_where=text("alerts = 'waiting'"),
        postgresql_where=text("alerts = 'waiting'"),
    ),
    Index(
        "ix_articles_earlier",
        "earlier",
        sqlite_where=text("earlier IS NOT NULL"),
        postgresql_where=text("earlier IS NOT NULL"),
    ),
    Index(
        "ix_articles_series",
        "series",
        sqlite_where=text("series IS NOT NULL"),
        postgresql_where=text("series IS NOT NULL"),
    ),
    Index("ix_articles_status_number", "status", "number"),
    Index("ix_articles_status_published_at_number", "status", "published_at", "number"),
    Index("ix_articles_shelved", "status", "section_slug", "published_at", "number"),  # a section's list
    Index("ix_articles_status_changed_at", "status", "changed_at"),
    # What is new for a profile: by section, by language, by both.
    Index("ix_articles_new_in_section", "status", "section_slug", "changed_at", "number"),
    Index("ix_articles_new_in_language", "status", "primary_language", "changed_at", "number"),
    Index("ix_articles_new_in_both", "status", "section_slug", "primary_language", "changed_at", "number"),
    sqlite_autoincrement=True,  # a number is permanent: it is never given twice
)

# The published articles in order of time and number, cut into shelves that are counted: a list knows its length, and
# where a page begins, without walking there. Section '' has all of them (storage.shelves).
article_shelves = Table(
    "article_shelves",
    metadata,
    Column("section_slug", Text, primary_key=True),
    Column("starts_at", Instant, primary_key=True),
    Column("starts_number", BigInteger, primary_key=True, autoincrement=False),
    Column("published", Integer, nullable=False),
)

revisions = Table(
    "revisions",
    metadata,
    Column("article_number", ForeignKey("articles.number"), primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("headline", Text, nullable=False),
    Column("credit_line", Text),
    Column("body", JSON, nullable=False),
    Column("picture_url", Text),
    Column("picture_caption", Text),
    Column("picture_credit", Text),
    Column("note", Text),
    Column("label", Text),  # of a change that readers have seen before
    Column("section", Text),
    Column("language", Text),  # NULL before 0008: what the article has
    Column("created_at", Instant, nullable=False),
)


def _part_of_revision() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["article_number", "revision"], ["revisions.article_number", "revisions.revision"])


bullets = Table(
    "bullets",
    metadata,
    Column("article_number", Id, primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("text", Text, nullable=False),
    Column("sources", JSON, nullable=False),  # positions in the same revision's source list
    _part_of_revision(),
)

sources = Table(
    "sources",
    metadata,
    Column("article_number", Id, primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("outlet_id", ForeignKey("outlets.id"), nullable=False, index=True),
    Column("title", Text),
    Column("url", Text),
    Column("published_on", Date),
    _part_of_revision(),
)

pictures = Table(
    "pictures",
    metadata,
    Column("name", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
    Column("file_id", Text),
)
