"""The tables. Full-text indexes and their triggers are in the first migration: they differ by engine."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    Time,
    TypeDecorator,
    UniqueConstraint,
    text,
)
from sqlalchemy.types import TypeEngine

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Id = BigInteger().with_variant(Integer(), "sqlite")  # SQLite numbers rows only where it says INTEGER


class Instant(TypeDecorator[datetime]):
    """A moment in UTC: timestamptz on PostgreSQL, seconds since 1970 on SQLite, which has no such type."""

    impl = DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Pick the engine's own type."""
        timestamp = DateTime(timezone=True)
        return dialect.type_descriptor(Float() if dialect.name == "sqlite" else timestamp)

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> object:
        """Aware datetime → stored value."""
        if value is None or dialect.name != "sqlite":
            return value
        return value.timestamp()

    def process_result_value(self, value: object, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Stored value → aware datetime in UTC."""
        if isinstance(value, float | int):
            return datetime.fromtimestamp(value, UTC)
        return value.astimezone(UTC) if isinstance(value, datetime) else None


outlets = Table(
    "outlets",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("owner", Text),  # outlets of one owner are not independent of each other
    Column("country", Text),
    Column("language", Text),
)

# Spellings of an outlet: squashed aliases (`trtglobal`) and domains (`trtworld.com`).
outlet_aliases = Table(
    "outlet_aliases",
    metadata,
    Column("alias", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("outlet_id", ForeignKey("outlets.id"), nullable=False, index=True),
)

sections = Table(
    "sections",
    metadata,
    Column("slug", Text, primary_key=True),
    Column("name", Text, nullable=False),
)

articles = Table(
    "articles",
    metadata,
    Column("number", Id, primary_key=True),
    Column("status", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("language", Text, nullable=False),
    Column("section_slug", ForeignKey("sections.slug")),
    Column("created_at", Instant, nullable=False),
    Column("modified_at", Instant, nullable=False),
    Column("published_at", Instant),
    Column("changed_at", Instant),  # its publication's time, or its last correction's
    Column("withdrawal_reason", Text),
    Column("priority", Integer, nullable=False, server_default="0"),  # the editor's: higher comes first
    # What the full-text index reads: folded words of the current revision (storage.words).
    Column("search_headline", Text, nullable=False),
    Column("search_bullets", Text, nullable=False),
    Column("search_body", Text, nullable=False),
    Index("ix_articles_status_published_at_number", "status", "published_at", "number"),
    Index("ix_articles_status_changed_at", "status", "changed_at"),
    sqlite_autoincrement=True,  # a number is permanent: it is never given twice
)

revisions = Table(
    "revisions",
    metadata,
    Column("article_number", ForeignKey("articles.number"), primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("headline", Text, nullable=False),
    Column("credit_line", Text),
    Column("body", JSON, nullable=False),
    Column("picture_url", Text),
    Column("picture_caption", Text),
    Column("picture_credit", Text),
    Column("note", Text),
    Column("created_at", Instant, nullable=False),
)


def _part_of_revision() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["article_number", "revision"], ["revisions.article_number", "revisions.revision"])


bullets = Table(
    "bullets",
    metadata,
    Column("article_number", Id, primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("text", Text, nullable=False),
    Column("sources", JSON, nullable=False),  # positions in the same revision's source list
    _part_of_revision(),
)

sources = Table(
    "sources",
    metadata,
    Column("article_number", Id, primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("outlet_id", ForeignKey("outlets.id"), nullable=False, index=True),
    Column("title", Text),
    Column("url", Text),
    Column("published_on", Date),
    _part_of_revision(),
)

pictures = Table(
    "pictures",
    metadata,
    Column("name", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
    Column("file_id", Text),
)

chats = Table(
    "chats",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("state", Text, nullable=False, server_default="active"),
)

subscriptions = Table(
    "subscriptions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("chat_id", ForeignKey("chats.id"), nullable=False),
    Column("thread_id", BigInteger, nullable=False),  # 0 where the chat has no topics
    Column("language", Text, nullable=False),
    Column("preferences", JSON, nullable=False),
    Column("is_stopped", Boolean, nullable=False),
    Column("paused_until", Instant),
    Column("cutoff", Instant),
    # The next occurrence; nothing is due while it is NULL. The database is the scheduler.
    Column("next_due_at", Instant, index=True),
    Column("next_day", Date),
    Column("next_time", Time),
    Column("created_at", Instant, nullable=False),
    UniqueConstraint("chat_id", "thread_id"),
)

# Briefings rendered once per profile; `bodies` are what is posted, but for the chat.
compositions = Table(
    "compositions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("bodies", JSON, nullable=False),
    Column("created_at", Instant, nullable=False),
)

composition_articles = Table(
    "composition_articles",
    metadata,
    Column("composition_id", ForeignKey("compositions.id"), primary_key=True),
    Column("part", Integer, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("article_number", ForeignKey("articles.number"), nullable=False, index=True),
    Column("revision", Integer, nullable=False),
)

# The ledger (SPEC §5).
deliveries = Table(
    "deliveries",
    metadata,
    Column("id", Id, primary_key=True),
    Column("subscription_id", ForeignKey("subscriptions.id"), nullable=False),
    Column("occurrence", Text, nullable=False),  # local date and time, or one of the operator's own sends
    Column("chat_id", BigInteger, nullable=False),
    Column("thread_id", BigInteger, nullable=False),
    Column("composition_id", ForeignKey("compositions.id")),
    Column("is_silent", Boolean, nullable=False),
    Column("state", Text, nullable=False),
    Column("due_at", Instant, nullable=False),  # not before; moves with retries and from part to part
    Column("expires_at", Instant, nullable=False),
    Column("part", Integer, nullable=False),  # which of the composition's messages is next, from 0
    Column("epoch", Integer, nullable=False),  # grows with each claim: only its own holder can settle it
    Column("worker_id", Text),
    Column("message_id", BigInteger),
    Column("reason", Text),
    Column("settled_at", Instant),
    UniqueConstraint("subscription_id", "occurrence"),
    Index(
        "ix_deliveries_pending",
        "due_at",
        "id",
        sqlite_where=text("state = 'pending'"),
        postgresql_where=text("state = 'pending'"),
    ),
    Index("ix_deliveries_chat", "chat_id", "state"),
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
)

# One rate budget per bot, shared by all workers on PostgreSQL.
budgets = Table(
    "budgets",
    metadata,
    Column("name", Text, primary_key=True),
    Column("next_slot_at", Instant, nullable=False),
)

saved_articles = Table(
    "saved_articles",
    metadata,
    Column("chat_id", ForeignKey("chats.id"), primary_key=True),
    Column("article_number", ForeignKey("articles.number"), primary_key=True),
    Column("saved_at", Instant, nullable=False),
)

messages = Table(
    "messages",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    Column("shows", Text, nullable=False),
    Column("sent_at", Instant, nullable=False),
    # A delivered message shows its composition's part; only others have rows in message_articles.
    Column("composition_id", Id, index=True),
    Column("part", Integer),
)

# Corrections look here for every message that carries an article.
message_articles = Table(
    "message_articles",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True),
    Column("article_number", ForeignKey("articles.number"), nullable=False, index=True),
    Column("revision", Integer, nullable=False),
    ForeignKeyConstraint(["chat_id", "message_id"], ["messages.chat_id", "messages.message_id"], ondelete="CASCADE"),
)
