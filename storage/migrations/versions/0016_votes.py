"""Readers' votes on stories."""

import sqlalchemy as sa
from alembic import op

from storage.schema import Id as ID
from storage.schema import Instant

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add a table."""
    op.create_table(
        "votes",
        sa.Column("article_number", ID, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("vote", sa.Text(), nullable=False),
        sa.Column("cast_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["article_number"], ["articles.number"], name=op.f("fk_votes_article_number")),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_votes_chat_id")),
        sa.PrimaryKeyConstraint("article_number", "chat_id", name=op.f("pk_votes")),
    )
    op.create_index(op.f("ix_votes_chat_id"), "votes", ["chat_id"])
