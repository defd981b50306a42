"""Whether who reported a mistake has heard that it was corrected."""

import sqlalchemy as sa
from alembic import op

from storage.schema import Instant

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add a column; whoever reported something before has been answered by the story itself."""
    op.add_column("mistakes", sa.Column("told_at", Instant(), nullable=True))
    op.execute("UPDATE mistakes SET told_at = reported_at")
