"""Paragraphs that a feed's reports have in common."""

import sqlalchemy as sa
from alembic import op

from storage.schema import Id as ID
from storage.schema import Instant

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add a table."""
    op.create_table(
        "repeated_paragraphs",
        sa.Column("feed_id", ID, nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("found_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["feed_id"], ["feeds.id"], name=op.f("fk_repeated_paragraphs_feed_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("feed_id", "digest", name=op.f("pk_repeated_paragraphs")),
    )
    op.create_index(op.f("ix_repeated_paragraphs_found_at"), "repeated_paragraphs", ["found_at"])
