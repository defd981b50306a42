"""What the marks numbered in a text when an editor was asked for words of it."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add a column."""
    op.add_column("desk_asked", sa.Column("sources", sa.JSON()))
