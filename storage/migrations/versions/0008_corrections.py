"""Corrections: edits in the ledger, who is to hear of them, labels of revisions, and when a draft publishes."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.schema import Id as ID
from storage.schema import Instant

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_SET_TOPICS = """
    UPDATE messages SET thread_id = deliveries.thread_id FROM deliveries
    WHERE deliveries.chat_id = messages.chat_id AND deliveries.message_id = messages.message_id
      AND deliveries.thread_id <> 0
"""


def upgrade() -> None:
    """Add tables, columns and indexes; a note of an earlier revision was a correction."""
    _create_corrections()
    for table, column in (
        ("revisions", sa.Column("label", sa.Text(), nullable=True)),
        ("revisions", sa.Column("section", sa.Text(), nullable=True)),
        ("revisions", sa.Column("language", sa.Text(), nullable=True)),
        ("actions", sa.Column("label", sa.Text(), nullable=True)),
        ("articles", sa.Column("publish_at", Instant(), nullable=True)),
        ("messages", sa.Column("thread_id", sa.BigInteger(), server_default="0", nullable=False)),
        ("messages", sa.Column("page", sa.Integer(), server_default="1", nullable=False)),
        ("message_articles", _is_withdrawn()),
        ("composition_articles", _is_withdrawn()),
    ):
        op.add_column(table, column)
    op.execute("UPDATE revisions SET label = 'correction' WHERE note IS NOT NULL AND revision > 1")
    op.execute(_SET_TOPICS)
    op.create_index("ix_articles_publish_at", "articles", ["publish_at"], **_where("publish_at IS NOT NULL"))
    _replace_index("message_articles", ["article_number"], ["article_number", "chat_id", "message_id"])
    _replace_index("composition_articles", ["article_number"], ["article_number", "composition_id"])
    _replace_index("messages", ["composition_id"], ["composition_id", "chat_id", "message_id"])
    _extend_deliveries()


def _create_corrections() -> None:
    op.create_table(
        "corrections",
        sa.Column("id", ID, nullable=False),
        sa.Column("article_number", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("reached_composition", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("reached_chat", sa.BigInteger(), nullable=True),
        sa.Column("reached_message", sa.BigInteger(), nullable=True),
        sa.Column("passes", sa.Integer(), server_default="0", nullable=False),
        sa.Column("out_of_reach", sa.Integer(), server_default="0", nullable=False),
        sa.Column("due_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["article_number"], ["articles.number"], name=op.f("fk_corrections_article_number")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_corrections")),
    )
    for column in ("article_number", "at", "due_at"):
        op.create_index(f"ix_corrections_{column}", "corrections", [column])
    op.create_table(
        "correction_notices",
        sa.Column("correction_id", ID, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("thread_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("told_at", Instant(), nullable=True),
        sa.Column("delivery_id", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["correction_id"], ["corrections.id"], name=op.f("fk_correction_notices_correction_id")
        ),
        sa.PrimaryKeyConstraint("correction_id", "chat_id", "thread_id", name=op.f("pk_correction_notices")),
    )
    op.create_index("ix_correction_notices_untold", "correction_notices", ["chat_id"], **_where("told_at IS NULL"))
    op.create_index(
        "ix_correction_notices_delivery_id", "correction_notices", ["delivery_id"], **_where("delivery_id IS NOT NULL")
    )


def _extend_deliveries() -> None:
    op.add_column("deliveries", sa.Column("correction_id", sa.BigInteger(), nullable=True))
    op.drop_index("ix_deliveries_pending", "deliveries")
    op.create_index("ix_deliveries_pending", "deliveries", ["kind", "due_at", "id"], **_where("state = 'pending'"))
    op.create_index(
        "uq_deliveries_edit",
        "deliveries",
        ["correction_id", "chat_id", "message_id"],
        unique=True,
        **_where("correction_id IS NOT NULL"),
    )


def _replace_index(table: str, old: list[str], new: list[str]) -> None:
    op.drop_index(f"ix_{table}_{'_'.join(old)}", table)
    op.create_index(f"ix_{table}_{'_'.join(new)}", table, new)


def _is_withdrawn() -> sa.Column[bool]:
    return sa.Column("is_withdrawn", sa.Boolean(), server_default=sa.false(), nullable=False)


def _where(condition: str) -> dict[str, Any]:
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}
