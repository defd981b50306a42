"""Articles that a chat has seen in messages that show something else by now."""

import sqlalchemy as sa
from alembic import op

from storage.schema import Id as ID
from storage.schema import Instant

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add a table."""
    op.create_table(
        "seen_articles",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("thread_id", sa.BigInteger(), nullable=False),
        sa.Column("article_number", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("seen_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["article_number"], ["articles.number"], name=op.f("fk_seen_articles_article_number")),
        sa.PrimaryKeyConstraint("chat_id", "thread_id", "article_number", name=op.f("pk_seen_articles")),
    )
    op.create_index(op.f("ix_seen_articles_article_number"), "seen_articles", ["article_number", "revision"])
    op.create_index(op.f("ix_seen_articles_seen_at"), "seen_articles", ["seen_at"])
