"""Messages that tell an editor that an article is about to be published."""

import sqlalchemy as sa
from alembic import op

from storage.schema import Id as ID

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add a table."""
    op.create_table(
        "desk_waiting",
        sa.Column("article_number", ID, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_number"], ["articles.number"], name=op.f("fk_desk_waiting_article_number"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_number", "chat_id", name=op.f("pk_desk_waiting")),
    )
