"""First light: outlets, articles, chats, and the full-text index of each engine."""

import sqlalchemy as sa
from alembic import op

from storage.schema import Id as ID
from storage.schema import Instant

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_SEARCH_SQLITE = (
    """
    CREATE VIRTUAL TABLE article_search USING fts5(
        search_headline, search_bullets, search_body,
        content='articles', content_rowid='number', tokenize='unicode61 remove_diacritics 0'
    )
    """,
    """
    CREATE TRIGGER articles_search_insert AFTER INSERT ON articles BEGIN
        INSERT INTO article_search (rowid, search_headline, search_bullets, search_body)
        VALUES (new.number, new.search_headline, new.search_bullets, new.search_body);
    END
    """,
    """
    CREATE TRIGGER articles_search_delete AFTER DELETE ON articles BEGIN
        INSERT INTO article_search (article_search, rowid, search_headline, search_bullets, search_body)
        VALUES ('delete', old.number, old.search_headline, old.search_bullets, old.search_body);
    END
    """,
    """
    CREATE TRIGGER articles_search_update
    AFTER UPDATE OF search_headline, search_bullets, search_body ON articles BEGIN
        INSERT INTO article_search (article_search, rowid, search_headline, search_bullets, search_body)
        VALUES ('delete', old.number, old.search_headline, old.search_bullets, old.search_body);
        INSERT INTO article_search (rowid, search_headline, search_bullets, search_body)
        VALUES (new.number, new.search_headline, new.search_bullets, new.search_body);
    END
    """,
)
_SEARCH_POSTGRESQL = (
    "ALTER TABLE articles ADD COLUMN search tsvector",
    """
    CREATE FUNCTION articles_search() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        new.search := setweight(to_tsvector('simple', new.search_headline), 'A')
            || setweight(to_tsvector('simple', new.search_bullets), 'B')
            || setweight(to_tsvector('simple', new.search_body), 'C');
        RETURN new;
    END $$
    """,
    """
    CREATE TRIGGER articles_search
    BEFORE INSERT OR UPDATE OF search_headline, search_bullets, search_body ON articles
    FOR EACH ROW EXECUTE FUNCTION articles_search()
    """,
    "CREATE INDEX ix_articles_search ON articles USING gin (search)",
)


def upgrade() -> None:
    """Create every table and the full-text index."""
    _create_chats()
    _create_messages()
    _create_outlets()
    _create_pictures()
    _create_sections()
    _create_articles()
    _create_outlet_aliases()
    _create_message_articles()
    _create_revisions()
    _create_saved_articles()
    _create_bullets()
    _create_sources()
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in _SEARCH_SQLITE if is_sqlite else _SEARCH_POSTGRESQL:
        op.execute(statement)


def _create_chats() -> None:
    op.create_table(
        "chats",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chats")),
    )


def _create_messages() -> None:
    op.create_table(
        "messages",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("message_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("shows", sa.Text(), nullable=False),
        sa.Column("sent_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "message_id", name=op.f("pk_messages")),
    )


def _create_outlets() -> None:
    op.create_table(
        "outlets",
        sa.Column("id", ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outlets")),
        sa.UniqueConstraint("name", name=op.f("uq_outlets_name")),
    )


def _create_pictures() -> None:
    op.create_table(
        "pictures",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_pictures")),
    )


def _create_sections() -> None:
    op.create_table(
        "sections",
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("slug", name=op.f("pk_sections")),
    )


def _create_articles() -> None:
    op.create_table(
        "articles",
        sa.Column("number", ID, nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("section_slug", sa.Text(), nullable=True),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("modified_at", Instant(), nullable=False),
        sa.Column("published_at", Instant(), nullable=True),
        sa.Column("search_headline", sa.Text(), nullable=False),
        sa.Column("search_bullets", sa.Text(), nullable=False),
        sa.Column("search_body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["section_slug"], ["sections.slug"], name=op.f("fk_articles_section_slug")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_articles")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_articles_status_published_at_number"), "articles", ["status", "published_at", "number"])


def _create_outlet_aliases() -> None:
    op.create_table(
        "outlet_aliases",
        sa.Column("alias", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("outlet_id", ID, nullable=False),
        sa.ForeignKeyConstraint(["outlet_id"], ["outlets.id"], name=op.f("fk_outlet_aliases_outlet_id")),
        sa.PrimaryKeyConstraint("alias", "kind", name=op.f("pk_outlet_aliases")),
    )
    op.create_index(op.f("ix_outlet_aliases_outlet_id"), "outlet_aliases", ["outlet_id"])


def _create_message_articles() -> None:
    op.create_table(
        "message_articles",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("message_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("article_number", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_number"], ["articles.number"], name=op.f("fk_message_articles_article_number")
        ),
        sa.ForeignKeyConstraint(
            ["chat_id", "message_id"],
            ["messages.chat_id", "messages.message_id"],
            name=op.f("fk_message_articles_chat_id_message_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("chat_id", "message_id", "position", name=op.f("pk_message_articles")),
    )
    op.create_index(op.f("ix_message_articles_article_number"), "message_articles", ["article_number"])


def _create_revisions() -> None:
    op.create_table(
        "revisions",
        sa.Column("article_number", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("headline", sa.Text(), nullable=False),
        sa.Column("credit_line", sa.Text(), nullable=True),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("picture_url", sa.Text(), nullable=True),
        sa.Column("picture_caption", sa.Text(), nullable=True),
        sa.Column("picture_credit", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("created_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["article_number"], ["articles.number"], name=op.f("fk_revisions_article_number")),
        sa.PrimaryKeyConstraint("article_number", "revision", name=op.f("pk_revisions")),
    )


def _create_saved_articles() -> None:
    op.create_table(
        "saved_articles",
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("article_number", ID, nullable=False),
        sa.Column("saved_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["article_number"], ["articles.number"], name=op.f("fk_saved_articles_article_number")),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_saved_articles_chat_id")),
        sa.PrimaryKeyConstraint("chat_id", "article_number", name=op.f("pk_saved_articles")),
    )


def _create_bullets() -> None:
    op.create_table(
        "bullets",
        sa.Column("article_number", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("sources", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_number", "revision"],
            ["revisions.article_number", "revisions.revision"],
            name=op.f("fk_bullets_article_number_revision"),
        ),
        sa.PrimaryKeyConstraint("article_number", "revision", "position", name=op.f("pk_bullets")),
    )


def _create_sources() -> None:
    op.create_table(
        "sources",
        sa.Column("article_number", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("outlet_id", ID, nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["article_number", "revision"],
            ["revisions.article_number", "revisions.revision"],
            name=op.f("fk_sources_article_number_revision"),
        ),
        sa.ForeignKeyConstraint(["outlet_id"], ["outlets.id"], name=op.f("fk_sources_outlet_id")),
        sa.PrimaryKeyConstraint("article_number", "revision", "position", name=op.f("pk_sources")),
    )
    op.create_index(op.f("ix_sources_outlet_id"), "sources", ["outlet_id"])
