"""Alerts: which articles are breaking, and whether their alerts are planned."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add a column and indexes."""
    op.add_column("articles", sa.Column("alerts", sa.Text(), nullable=True))
    op.create_index("ix_articles_alerts", "articles", ["number"], **_where("alerts = 'waiting'"))
    op.create_index("ix_deliveries_alerts", "deliveries", ["subscription_id"], **_where("kind = 'alert'"))


def _where(condition: str) -> dict[str, Any]:
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}
