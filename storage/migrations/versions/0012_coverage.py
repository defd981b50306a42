"""When a feed brought its newest report is one look at the end of an index."""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Put one index in the place of another that it begins with."""
    op.create_index("ix_reports_feed_id_found_at", "reports", ["feed_id", "found_at"])
    op.drop_index("ix_reports_feed_id", "reports")
