"""Alerts: which articles are breaking, and when their alerts were planned."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.schema import Instant

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_WAITING: dict[str, Any] = {
    "sqlite_where": sa.text("is_breaking AND alerted_at IS NULL"),
    "postgresql_where": sa.text("is_breaking AND alerted_at IS NULL"),
}


def upgrade() -> None:
    """Add columns and an index."""
    is_breaking: sa.Column[bool] = sa.Column("is_breaking", sa.Boolean(), server_default=sa.false(), nullable=False)
    op.add_column("articles", is_breaking)
    op.add_column("articles", sa.Column("alerted_at", Instant(), nullable=True))
    op.create_index("ix_articles_unalerted", "articles", ["number"], **_WAITING)
