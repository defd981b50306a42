"""Series: an article may continue an earlier one; chats follow."""

import sqlalchemy as sa
from alembic import op

from storage.schema import Id as ID
from storage.schema import Instant

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add two columns and a table."""
    for name in ("earlier", "series"):
        op.add_column("articles", sa.Column(name, ID, nullable=True))
        op.create_index(
            f"ix_articles_{name}",
            "articles",
            [name],
            sqlite_where=sa.text(f"{name} IS NOT NULL"),
            postgresql_where=sa.text(f"{name} IS NOT NULL"),
        )
    op.create_table(
        "followed_series",
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("series", ID, nullable=False),
        sa.Column("followed_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_followed_series_chat_id")),
        sa.PrimaryKeyConstraint("chat_id", "series", name=op.f("pk_followed_series")),
    )
    op.create_index(op.f("ix_followed_series_followed_at"), "followed_series", ["followed_at"])
