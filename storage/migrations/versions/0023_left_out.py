"""What a feed's last poll left out, and why."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add a column."""
    op.add_column("feeds", sa.Column("left_out", sa.JSON(), nullable=True))
