"""Which message asked an editor for words, and what the line said that they were asked about."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add two columns."""
    op.add_column("desk_asked", sa.Column("message_id", sa.BigInteger()))
    op.add_column("desk_asked", sa.Column("line", sa.Text()))
