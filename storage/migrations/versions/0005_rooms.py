"""Rooms: the inbox, the record of actions, compositions that can be rendered again, refusals that may pass."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.schema import Id as ID
from storage.schema import Instant

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_SET_PRIMARY = {
    "sqlite": "UPDATE articles SET primary_language = lower(substr(language, 1, instr(language || '-', '-') - 1))",
    "postgresql": "UPDATE articles SET primary_language = lower(split_part(language, '-', 1))",
}


def upgrade() -> None:
    """Add tables and columns; refusals that silenced chats for ever become ones that are tried again."""
    _create_updates()
    _create_record()
    _extend_articles()
    _extend_ledger()
    for column in (
        sa.Column("refusal", sa.Text(), nullable=True),
        sa.Column("refused_since", Instant(), nullable=True),
        sa.Column("refused_days", sa.Integer(), server_default="0", nullable=False),
        sa.Column("retry_at", Instant(), nullable=True),
    ):
        op.add_column("subscriptions", column)
    _free_silenced()


def _create_updates() -> None:
    op.create_table(
        "updates",
        sa.Column("id", ID, nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=True),
        sa.Column("lane", sa.Text(), nullable=False),
        sa.Column("sender", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("received_at", Instant(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("worker_id", sa.Text(), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_updates")),
        sa.UniqueConstraint("update_id", name=op.f("uq_updates_update_id")),
    )
    op.create_index("ix_updates_open", "updates", ["lane", "id"], **_where("state IN ('waiting', 'answering')"))
    op.create_index("ix_updates_waiting", "updates", ["id"], **_where("state = 'waiting'"))
    op.create_index("ix_updates_sender", "updates", ["sender"], **_where("state IN ('waiting', 'answering')"))
    op.create_index("ix_updates_received_at", "updates", ["received_at"])


def _create_record() -> None:
    op.create_table(
        "actions",
        sa.Column("id", ID, nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("article_number", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("findings", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(["article_number"], ["articles.number"], name=op.f("fk_actions_article_number")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_actions")),
    )
    op.create_index("ix_actions_article_number", "actions", ["article_number"])
    op.create_table(
        "installation",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_installation")),
    )


def _extend_articles() -> None:
    op.add_column("articles", sa.Column("outlets", sa.Integer(), server_default="0", nullable=False))
    op.add_column("articles", sa.Column("primary_language", sa.Text(), server_default="", nullable=False))
    op.execute(_SET_PRIMARY[op.get_bind().dialect.name])
    op.execute(
        """
        UPDATE articles SET outlets = (
            SELECT count(DISTINCT coalesce(outlets.owner, outlets.name)) FROM sources
            JOIN outlets ON outlets.id = sources.outlet_id
            WHERE sources.article_number = articles.number AND sources.revision = articles.revision
        )
        """
    )
    for name, columns in (
        ("section", ("section_slug",)),
        ("language", ("primary_language",)),
        ("both", ("section_slug", "primary_language")),
    ):
        op.create_index(f"ix_articles_new_in_{name}", "articles", ["status", *columns, "changed_at", "number"])


def _extend_ledger() -> None:
    op.add_column("compositions", sa.Column("profile", sa.JSON(), nullable=True))
    is_update: sa.Column[bool] = sa.Column("is_update", sa.Boolean(), server_default=sa.false(), nullable=False)
    op.add_column("composition_articles", is_update)

    op.add_column("workers", sa.Column("paused_since", Instant(), nullable=True))
    op.add_column("deliveries", sa.Column("kind", sa.Text(), server_default="briefing", nullable=False))
    for column in ("quiet_from", "quiet_until"):
        op.add_column("deliveries", sa.Column(column, Instant(), nullable=True))
    op.add_column("deliveries", sa.Column("cutoff_before", Instant(), nullable=True))
    op.add_column("deliveries", sa.Column("cutoff_after", Instant(), nullable=True))
    with op.batch_alter_table("deliveries") as batch:
        batch.alter_column("subscription_id", existing_type=ID, nullable=True)


def _free_silenced() -> None:
    # Once for ever: no rights, and a chat that was not found one single time.
    op.execute(
        """
        UPDATE chats SET state = 'active' WHERE state IN ('forbidden', 'closed') OR (state = 'left' AND EXISTS (
            SELECT 1 FROM deliveries WHERE deliveries.chat_id = chats.id AND deliveries.state = 'refused'
                AND lower(deliveries.reason) LIKE '%chat not found%'
        ))
        """
    )
    # A next day without a next due time: nobody stopped it, a refusal did. The planner moves it on from the past.
    op.execute(
        """
        UPDATE subscriptions SET refusal = 'unknown', refused_since = created_at, refused_days = 1,
            retry_at = created_at, next_due_at = created_at
        WHERE next_due_at IS NULL AND next_day IS NOT NULL AND NOT is_stopped
            AND chat_id IN (SELECT id FROM chats WHERE state = 'active')
        """
    )


def _where(condition: str) -> dict[str, Any]:
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}
