"""A million: shelves that know where a page begins, an index of words by volume, and indexes for the ledger's lists."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.schema import Instant

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

# Cut as storage.shelves cuts them: a thousand articles each, the first one from the beginning of time.
_SHELVE = """
    INSERT INTO article_shelves (section_slug, starts_at, starts_number, published)
    SELECT section, {start}, COALESCE(MAX(CASE WHEN place > 0 AND place % 1000 = 0 THEN number END), 0), COUNT(*)
    FROM (
        SELECT {section} AS section, published_at, number,
            ROW_NUMBER() OVER (PARTITION BY {section} ORDER BY published_at, number) - 1 AS place
        FROM articles WHERE status = 'published' AND {section} IS NOT NULL
    ) AS placed
    GROUP BY section, place / 1000
"""
_START = "COALESCE(MAX(CASE WHEN place > 0 AND place % 1000 = 0 THEN published_at END), {epoch})"
_EPOCH = {"sqlite": "0.0", "postgresql": "to_timestamp(0)"}

# A volume is 8,192 numbers; its words carry its number, so that the newest volumes can be asked first.
_SEARCH_SQLITE = (
    "DROP TRIGGER articles_search_insert",
    "DROP TRIGGER articles_search_delete",
    "DROP TRIGGER articles_search_update",
    "DROP TABLE article_search",
    """
    CREATE VIEW article_words AS SELECT number,
        replace(' ' || search_headline, ' ', ' ' || printf('%04x', number / 8192)) AS headline,
        replace(' ' || search_bullets, ' ', ' ' || printf('%04x', number / 8192)) AS bullets,
        replace(' ' || search_body, ' ', ' ' || printf('%04x', number / 8192)) AS body
    FROM articles WHERE status = 'published'
    """,
    """
    CREATE VIRTUAL TABLE article_search USING fts5(
        headline, bullets, body,
        content='article_words', content_rowid='number', tokenize='unicode61 remove_diacritics 0'
    )
    """,
    """
    CREATE TRIGGER articles_search_insert AFTER INSERT ON articles BEGIN
        INSERT INTO article_search (rowid, headline, bullets, body)
        SELECT number, headline, bullets, body FROM article_words WHERE number = new.number;
    END
    """,
    """
    CREATE TRIGGER articles_search_delete BEFORE DELETE ON articles BEGIN
        INSERT INTO article_search (article_search, rowid, headline, bullets, body)
        SELECT 'delete', number, headline, bullets, body FROM article_words WHERE number = old.number;
    END
    """,
    """
    CREATE TRIGGER articles_search_before BEFORE UPDATE OF status, search_headline, search_bullets, search_body
    ON articles WHEN (old.status, old.search_headline, old.search_bullets, old.search_body)
        IS NOT (new.status, new.search_headline, new.search_bullets, new.search_body)
    BEGIN
        INSERT INTO article_search (article_search, rowid, headline, bullets, body)
        SELECT 'delete', number, headline, bullets, body FROM article_words WHERE number = old.number;
    END
    """,
    """
    CREATE TRIGGER articles_search_after AFTER UPDATE OF status, search_headline, search_bullets, search_body
    ON articles WHEN (old.status, old.search_headline, old.search_bullets, old.search_body)
        IS NOT (new.status, new.search_headline, new.search_bullets, new.search_body)
    BEGIN
        INSERT INTO article_search (rowid, headline, bullets, body)
        SELECT number, headline, bullets, body FROM article_words WHERE number = new.number;
    END
    """,
    "INSERT INTO article_search (article_search) VALUES ('rebuild')",
)
# GIN knows no weights and reads the row to check them: where a word stands is part of the word. The rows are narrow,
# for thousands of them are visited to find the newest; what is cut off keeps within tsvector's 1 MiB.
_SEARCH_POSTGRESQL = (
    "DROP TRIGGER articles_search ON articles",
    "DROP FUNCTION articles_search",
    "ALTER TABLE articles DROP COLUMN search",
    """
    CREATE TABLE article_search (
        number BIGINT PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE,
        words TSVECTOR NOT NULL
    ) WITH (toast_tuple_target = 128)
    """,
    """
    CREATE FUNCTION article_words(number BIGINT, headline TEXT, bullets TEXT, body TEXT) RETURNS TSVECTOR
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT to_tsvector('simple',
            replace(' ' || left(headline, 2000), ' ', ' h' || lpad(to_hex(number / 8192), 4, '0'))
            || replace(' ' || left(bullets, 40000), ' ', ' b' || lpad(to_hex(number / 8192), 4, '0'))
            || replace(
                ' ' || left(headline, 2000) || ' ' || left(bullets, 40000) || ' ' || left(body, 60000),
                ' ', ' w' || lpad(to_hex(number / 8192), 4, '0')
            )
        )
    $$
    """,
    "SET LOCAL maintenance_work_mem = '256MB'",
    """
    INSERT INTO article_search (number, words)
    SELECT number, article_words(number, search_headline, search_bullets, search_body)
    FROM articles WHERE status = 'published'
    """,
    "CREATE INDEX ix_article_search ON article_search USING gin (words) WITH (gin_pending_list_limit = 256)",
    """
    CREATE FUNCTION articles_search() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF TG_OP = 'UPDATE' AND (old.status, old.search_headline, old.search_bullets, old.search_body)
            IS NOT DISTINCT FROM (new.status, new.search_headline, new.search_bullets, new.search_body)
        THEN
            RETURN NULL;
        END IF;
        DELETE FROM article_search WHERE number = new.number;
        IF new.status = 'published' THEN
            INSERT INTO article_search (number, words)
            VALUES (new.number, article_words(new.number, new.search_headline, new.search_bullets, new.search_body));
        END IF;
        RETURN NULL;
    END $$
    """,
    """
    CREATE TRIGGER articles_search
    AFTER INSERT OR UPDATE OF status, search_headline, search_bullets, search_body ON articles
    FOR EACH ROW EXECUTE FUNCTION articles_search()
    """,
)


def upgrade() -> None:
    """Shelve what is published, index its words anew, and index what the ledger is asked."""
    dialect = op.get_bind().dialect.name
    op.create_index("ix_articles_shelved", "articles", ["status", "section_slug", "published_at", "number"])
    _create_shelves(_EPOCH[dialect])
    for statement in _SEARCH_SQLITE if dialect == "sqlite" else _SEARCH_POSTGRESQL:
        op.execute(statement)
    op.create_index("ix_deliveries_unsent", "deliveries", ["state", "id"], **_where("state <> 'sent'"))
    op.create_index("ix_deliveries_expiring", "deliveries", ["expires_at"], **_where("state = 'pending'"))
    op.create_index("ix_chats_inactive", "chats", ["state"], **_where("state <> 'active'"))
    is_stopped = "is_stopped = 1" if dialect == "sqlite" else "is_stopped"
    op.create_index("ix_subscriptions_stopped", "subscriptions", ["id"], **_where(is_stopped))


def _create_shelves(epoch: str) -> None:
    op.create_table(
        "article_shelves",
        sa.Column("section_slug", sa.Text(), nullable=False),
        sa.Column("starts_at", Instant(), nullable=False),
        sa.Column("starts_number", sa.BigInteger(), nullable=False),
        sa.Column("published", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("section_slug", "starts_at", "starts_number", name=op.f("pk_article_shelves")),
    )
    for section in ("CAST('' AS TEXT)", "section_slug"):
        op.execute(_SHELVE.format(section=section, start=_START.format(epoch=epoch)))


def _where(condition: str) -> dict[str, Any]:
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}
