"""What is stored about one chat is found without reading tables."""

from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add two indexes."""
    op.create_index(op.f("ix_updates_lane"), "updates", ["lane"])
    op.create_index(op.f("ix_correction_notices_chat_id"), "correction_notices", ["chat_id"])
