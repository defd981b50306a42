"""The newsroom: feeds, reports and their versions, events, and the fact gate's findings."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.schema import Id as ID
from storage.schema import Instant

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.add_column("outlets", sa.Column("owner", sa.Text(), nullable=True))
    _create_feeds()
    _create_events()
    _create_reports()
    op.create_table(
        "report_versions",
        sa.Column("report_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("seen_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"], ["reports.id"], name=op.f("fk_report_versions_report_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("report_id", "version", name=op.f("pk_report_versions")),
    )
    op.create_table(
        "checks",
        sa.Column("article_number", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("findings", sa.JSON(), nullable=False),
        sa.Column("checked_at", Instant(), nullable=False),
        sa.Column("overridden", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["article_number", "revision"],
            ["revisions.article_number", "revisions.revision"],
            name=op.f("fk_checks_article_number_revision"),
        ),
        sa.PrimaryKeyConstraint("article_number", "revision", name=op.f("pk_checks")),
    )


def _create_feeds() -> None:
    op.create_table(
        "feeds",
        sa.Column("id", ID, nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("outlet_id", ID, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("section", sa.Text(), nullable=True),
        sa.Column("home_url", sa.Text(), nullable=True),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("last_modified", sa.Text(), nullable=True),
        sa.Column("interval_seconds", sa.Integer(), nullable=False),
        sa.Column("next_poll_at", Instant(), nullable=False),
        sa.Column("polled_at", Instant(), nullable=True),
        sa.Column("fine_at", Instant(), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("created_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["outlet_id"], ["outlets.id"], name=op.f("fk_feeds_outlet_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feeds")),
        sa.UniqueConstraint("url", name=op.f("uq_feeds_url")),
    )
    op.create_index("ix_feeds_outlet_id", "feeds", ["outlet_id"])
    op.create_index("ix_feeds_next_poll_at", "feeds", ["next_poll_at"])


def _create_events() -> None:
    op.create_table(
        "events",
        sa.Column("id", ID, nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("changed_at", Instant(), nullable=False),
        sa.Column("article_number", ID, nullable=True),
        sa.Column("drafted_outlets", sa.Integer(), nullable=False),
        sa.Column("waits_since", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["article_number"], ["articles.number"], name=op.f("fk_events_article_number")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
        sa.UniqueConstraint("article_number", name=op.f("uq_events_article_number")),
    )
    op.create_index("ix_events_waits_since", "events", ["waits_since"])


def _create_reports() -> None:
    text_columns = ("key", "url", "url_key", "title", "summary", "language", "text", "state")
    op.create_table(
        "reports",
        sa.Column("id", ID, nullable=False),
        sa.Column("feed_id", ID, nullable=True),
        sa.Column("outlet_id", ID, nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in text_columns),
        *(sa.Column(name, sa.Text(), nullable=True) for name in ("text_hash", "picture", "picture_credit", "section")),
        sa.Column("authors", sa.JSON(), nullable=False),
        sa.Column("published_at", Instant(), nullable=False),
        sa.Column("found_at", Instant(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_try_at", Instant(), nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("copy_of", ID, nullable=True),
        sa.Column("event_id", ID, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["feed_id"], ["feeds.id"], name=op.f("fk_reports_feed_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["outlet_id"], ["outlets.id"], name=op.f("fk_reports_outlet_id")),
        sa.ForeignKeyConstraint(["copy_of"], ["reports.id"], name=op.f("fk_reports_copy_of"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f("fk_reports_event_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reports")),
        sa.UniqueConstraint("url_key", name=op.f("uq_reports_url_key")),
    )
    for column in ("feed_id", "outlet_id", "copy_of", "event_id", "published_at"):
        op.create_index(f"ix_reports_{column}", "reports", [column])
    op.create_index("ix_reports_feed_id_key", "reports", ["feed_id", "key"])
    op.create_index("ix_reports_found", "reports", ["next_try_at"], **_where("state = 'found'"))
    op.create_index("ix_reports_read", "reports", ["id"], **_where("state = 'read'"))


def _where(condition: str) -> dict[str, Any]:
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}
