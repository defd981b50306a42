"""On time, once: subscriptions, compositions and the delivery ledger."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.schema import Id as ID
from storage.schema import Instant

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the new tables, and what they need of the old ones."""
    _create_budgets()
    _create_compositions()
    _create_workers()
    _create_subscriptions()
    _create_composition_articles()
    _create_deliveries()
    op.add_column("articles", sa.Column("priority", sa.Integer(), server_default="0", nullable=False))
    op.add_column("articles", sa.Column("withdrawal_reason", sa.Text(), nullable=True))
    op.add_column("chats", sa.Column("state", sa.Text(), server_default="active", nullable=False))
    op.add_column("messages", sa.Column("composition_id", ID, nullable=True))
    op.add_column("messages", sa.Column("part", sa.Integer(), nullable=True))
    op.create_index("ix_messages_composition_id", "messages", ["composition_id"])


def _where(condition: str) -> dict[str, Any]:
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}


def _create_budgets() -> None:
    op.create_table(
        "budgets",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("next_slot_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_budgets")),
    )


def _create_compositions() -> None:
    op.create_table(
        "compositions",
        sa.Column("id", ID, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("bodies", sa.JSON(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_compositions")),
        sa.UniqueConstraint("key", name=op.f("uq_compositions_key")),
    )


def _create_workers() -> None:
    op.create_table(
        "workers",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("lease_until", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workers")),
    )


def _create_subscriptions() -> None:
    op.create_table(
        "subscriptions",
        sa.Column("id", ID, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("thread_id", sa.BigInteger(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("preferences", sa.JSON(), nullable=False),
        sa.Column("is_stopped", sa.Boolean(), nullable=False),
        sa.Column("paused_until", Instant(), nullable=True),
        sa.Column("cutoff", Instant(), nullable=True),
        sa.Column("next_due_at", Instant(), nullable=True),
        sa.Column("next_day", sa.Date(), nullable=True),
        sa.Column("next_time", sa.Time(), nullable=True),
        sa.Column("created_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_subscriptions_chat_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subscriptions")),
        sa.UniqueConstraint("chat_id", "thread_id", name=op.f("uq_subscriptions_chat_id_thread_id")),
    )
    op.create_index("ix_subscriptions_next_due_at", "subscriptions", ["next_due_at"], unique=False)


def _create_composition_articles() -> None:
    op.create_table(
        "composition_articles",
        sa.Column("composition_id", ID, nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("article_number", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_number"], ["articles.number"], name=op.f("fk_composition_articles_article_number")
        ),
        sa.ForeignKeyConstraint(
            ["composition_id"], ["compositions.id"], name=op.f("fk_composition_articles_composition_id")
        ),
        sa.PrimaryKeyConstraint("composition_id", "part", "position", name=op.f("pk_composition_articles")),
    )
    op.create_index("ix_composition_articles_article_number", "composition_articles", ["article_number"], unique=False)


def _create_deliveries() -> None:
    op.create_table(
        "deliveries",
        sa.Column("id", ID, nullable=False),
        sa.Column("subscription_id", ID, nullable=False),
        sa.Column("occurrence", sa.Text(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("thread_id", sa.BigInteger(), nullable=False),
        sa.Column("composition_id", ID, nullable=True),
        sa.Column("is_silent", sa.Boolean(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("due_at", Instant(), nullable=False),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("worker_id", sa.Text(), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("settled_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["composition_id"], ["compositions.id"], name=op.f("fk_deliveries_composition_id")),
        sa.ForeignKeyConstraint(["subscription_id"], ["subscriptions.id"], name=op.f("fk_deliveries_subscription_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deliveries")),
        sa.UniqueConstraint("subscription_id", "occurrence", name=op.f("uq_deliveries_subscription_id_occurrence")),
    )
    op.create_index("ix_deliveries_chat", "deliveries", ["chat_id", "state"], unique=False)
    op.create_index(
        "ix_deliveries_pending", "deliveries", ["due_at", "id"], unique=False, **_where("state = 'pending'")
    )
    op.create_index("uq_deliveries_sending_chat", "deliveries", ["chat_id"], unique=True, **_where("state = 'sending'"))
