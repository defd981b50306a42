"""When an article last gave readers a reason to hear of it, stored and indexed: briefings ask for it at every tick."""

import sqlalchemy as sa
from alembic import op

from storage.schema import Instant

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the time, and know it of what is published."""
    op.add_column("articles", sa.Column("changed_at", Instant(), nullable=True))
    op.execute("UPDATE articles SET changed_at = CASE WHEN revision > 1 THEN modified_at ELSE published_at END")
    op.create_index("ix_articles_status_changed_at", "articles", ["status", "changed_at"])
