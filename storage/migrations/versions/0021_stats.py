"""Counts by day: presses, deliveries, subscriptions, and opened stories."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add two tables."""
    op.create_table(
        "daily_counts",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("day", "kind", "name", name=op.f("pk_daily_counts")),
    )
    op.create_table(
        "story_opens",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("article_number", sa.BigInteger(), nullable=False),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("day", "article_number", name=op.f("pk_story_opens")),
    )
