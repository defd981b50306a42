"""The desk's queue: articles of a status by number; messages about corrections that are over are forgotten."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add an index; drop a column with the rows it told to leave alone."""
    op.create_index("ix_articles_status_number", "articles", ["status", "number"])
    op.execute(sa.text("DELETE FROM desk_watched WHERE is_over"))
    op.drop_index("ix_desk_watched_is_over", "desk_watched")
    op.drop_column("desk_watched", "is_over")
