"""The ledger (SPEC §5): compositions, deliveries, workers and their rate budget."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from storage.schema.columns import Id, Instant, metadata

# Briefings rendered once per profile; `bodies` are what is posted, but for the chat.
compositions = Table(
    "compositions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("bodies", JSON, nullable=False),
    Column("profile", JSON),  # with its articles all that is needed to render it again; NULL before 0005
    Column("created_at", Instant, nullable=False),
    Column("logged_at", Instant),  # when its counts were, once its last delivery was settled
    Index(
        "ix_compositions_unlogged",
        "created_at",
        sqlite_where=text("logged_at IS NULL"),
        postgresql_where=text("logged_at IS NULL"),
    ),
)

composition_articles = Table(
    "composition_articles",
    metadata,
    Column("composition_id", ForeignKey("compositions.id"), primary_key=True),
    Column("part", Integer, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("article_number", ForeignKey("articles.number"), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("is_update", Boolean, nullable=False, server_default=false()),
    Column("is_withdrawn", Boolean, nullable=False, server_default=false()),
    Index("ix_composition_articles_article_number_composition_id", "article_number", "composition_id"),
)

# The ledger (SPEC §5).
deliveries = Table(
    "deliveries",
    metadata,
    Column("id", Id, primary_key=True),
    Column("kind", Text, nullable=False, server_default="briefing"),  # or alert, or edit
    Column("subscription_id", ForeignKey("subscriptions.id")),  # NULL for an edit of a message nobody subscribed to
    Column("occurrence", Text, nullable=False),  # local date and time, or one of the operator's own sends
    Column("chat_id", BigInteger, nullable=False),
    Column("thread_id", BigInteger, nullable=False),
    Column("composition_id", ForeignKey("compositions.id"), index=True),
    Column("is_silent", Boolean, nullable=False),
    Column("quiet_from", Instant),  # silent between these, whenever it goes
    Column("quiet_until", Instant),
    Column("state", Text, nullable=False),
    Column("due_at", Instant, nullable=False),  # not before; moves with retries and from part to part
    Column("expires_at", Instant, nullable=False),
    Column("part", Integer, nullable=False),  # which of the composition's messages is next, from 0
    Column("epoch", Integer, nullable=False),  # grows with each claim: only its own holder can settle it
    Column("worker_id", Text),
    Column("message_id", BigInteger),  # the last one sent; of an edit, the one it changes
    # What the subscription had considered before, and considers with this: taken back if nothing of it arrives.
    Column("cutoff_before", Instant),
    Column("cutoff_after", Instant),
    Column("reason", Text),
    Column("settled_at", Instant),
    Column("correction_id", BigInteger),  # what an edit carries
    UniqueConstraint("subscription_id", "occurrence"),
    Index(
        "ix_deliveries_pending",
        "kind",
        "due_at",
        "id",
        sqlite_where=text("state = 'pending'"),
        postgresql_where=text("state = 'pending'"),
    ),
    Index("ix_deliveries_chat", "chat_id", "state"),
    Index(
        "ix_deliveries_alerts",
        "subscription_id",
        sqlite_where=text("kind = 'alert'"),
        postgresql_where=text("kind = 'alert'"),
    ),
    Index(
        "uq_deliveries_edit",
        "correction_id",
        "chat_id",
        "message_id",
        unique=True,
        sqlite_where=text("correction_id IS NOT NULL"),
        postgresql_where=text("correction_id IS NOT NULL"),
    ),
    Index(
        "ix_deliveries_unsent",  # lists and counts
        "state",
        "id",
        sqlite_where=text("state <> 'sent'"),
        postgresql_where=text("state <> 'sent'"),
    ),
    Index(
        "ix_deliveries_expiring",
        "expires_at",
        sqlite_where=text("state = 'pending'"),
        postgresql_where=text("state = 'pending'"),
    ),
    Index(
        "uq_deliveries_sending_chat",
        "chat_id",
        unique=True,
        sqlite_where=text("state = 'sending'"),
        postgresql_where=text("state = 'sending'"),
    ),
)

# Leases belong to workers: one row each, renewed while it lives.
workers = Table(
    "workers",
    metadata,
    Column("id", Text, primary_key=True),
    Column("lease_until", Instant, nullable=False),
    Column("paused_since", Instant),  # its breaker is open: Telegram does not answer
)

# One rate budget per bot, shared by all workers on PostgreSQL.
budgets = Table(
    "budgets",
    metadata,
    Column("name", Text, primary_key=True),
    Column("next_slot_at", Instant, nullable=False),
)
