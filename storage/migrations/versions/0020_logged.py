"""Which briefings the log has told of."""

import sqlalchemy as sa
from alembic import op

from storage.schema import Instant

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add a column; what was composed before is not told of any more."""
    op.add_column("compositions", sa.Column("logged_at", Instant(), nullable=True))
    op.execute("UPDATE compositions SET logged_at = created_at")
    op.create_index(
        op.f("ix_compositions_unlogged"),
        "compositions",
        ["created_at"],
        sqlite_where=sa.text("logged_at IS NULL"),
        postgresql_where=sa.text("logged_at IS NULL"),
    )
