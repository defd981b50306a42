"""The desk's queue: mistakes that readers report, cited pages that change, articles of a status by number."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.schema import Id as ID
from storage.schema import Instant

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add tables and an index; drop a column with the rows it told to leave alone."""
    op.create_table(
        "mistakes",
        sa.Column("id", ID, nullable=False),
        sa.Column("article_number", ID, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("reported_at", Instant(), nullable=False),
        sa.Column("settled_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["article_number"], ["articles.number"], name=op.f("fk_mistakes_article_number")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mistakes")),
    )
    op.create_index(op.f("ix_mistakes_article_number"), "mistakes", ["article_number"])
    op.create_index("ix_mistakes_chat_id", "mistakes", ["chat_id"])
    op.create_index("ix_mistakes_open", "mistakes", ["id"], **_where("settled_at IS NULL"))
    op.create_table(
        "cited_pages",
        sa.Column("article_number", ID, nullable=False),
        sa.Column("report_id", ID, nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("next_look_at", Instant(), nullable=True),
        sa.Column("changes", sa.JSON(), nullable=True),
        sa.Column("noticed_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["article_number"], ["articles.number"], name=op.f("fk_cited_pages_article_number")),
        sa.ForeignKeyConstraint(
            ["report_id"], ["reports.id"], ondelete="CASCADE", name=op.f("fk_cited_pages_report_id")
        ),
        sa.PrimaryKeyConstraint("article_number", "report_id", name=op.f("pk_cited_pages")),
    )
    op.create_index(op.f("ix_cited_pages_report_id"), "cited_pages", ["report_id"])
    for column in ("next_look_at", "noticed_at"):
        op.create_index(f"ix_cited_pages_{column}", "cited_pages", [column], **_where(f"{column} IS NOT NULL"))
    op.create_index("ix_articles_status_number", "articles", ["status", "number"])
    op.execute(sa.text("DELETE FROM desk_watched WHERE is_over"))
    op.drop_index("ix_desk_watched_is_over", "desk_watched")
    op.drop_column("desk_watched", "is_over")


def _where(condition: str) -> dict[str, Any]:
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}
