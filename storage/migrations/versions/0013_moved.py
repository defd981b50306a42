"""Where a group moved to, and why a correction is saved in spite of the gate."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add columns."""
    op.add_column("chats", sa.Column("moved_to", sa.BigInteger(), nullable=True))
    op.add_column("actions", sa.Column("override", sa.Text(), nullable=True))
    op.add_column("desk_proofs", sa.Column("override", sa.Text(), nullable=True))
