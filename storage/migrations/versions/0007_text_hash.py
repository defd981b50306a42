"""Which articles say the same: a digest of each one's current text."""

from collections import defaultdict
from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.model import ArticleText, Bullet, Picture, Source
from storage.text_hash import hash_text

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_AT_ONCE = 500  # so many texts are in memory

# What is read of the tables as they are here, whatever becomes of them later.
_TEXTS = sa.text(
    """
    SELECT number, language, sections.name AS section, headline, credit_line, body,
        picture_url, picture_caption, picture_credit
    FROM articles
    JOIN revisions ON revisions.article_number = number AND revisions.revision = articles.revision
    LEFT JOIN sections ON sections.slug = section_slug
    WHERE number > :last ORDER BY number LIMIT :limit
    """
).columns(body=sa.JSON())
_BULLETS = sa.text(
    """
    SELECT article_number, text, sources FROM bullets
    JOIN articles ON number = article_number AND articles.revision = bullets.revision
    WHERE article_number BETWEEN :first AND :last ORDER BY article_number, position
    """
).columns(sources=sa.JSON())
_SOURCES = sa.text(
    """
    SELECT article_number, outlets.name AS outlet, title, url, published_on FROM sources
    JOIN articles ON number = article_number AND articles.revision = sources.revision
    JOIN outlets ON outlets.id = outlet_id
    WHERE article_number BETWEEN :first AND :last ORDER BY article_number, position
    """
).columns(published_on=sa.Date())
_SET = sa.text("UPDATE articles SET text_hash = :text_hash WHERE number = :number")


def upgrade() -> None:
    """Add the digest, and fill it in a few articles at a time."""
    op.add_column("articles", sa.Column("text_hash", sa.Text(), server_default="", nullable=False))
    connection, last = op.get_bind(), 0
    while texts := connection.execute(_TEXTS, {"last": last, "limit": _AT_ONCE}).all():
        first, last = texts[0].number, texts[-1].number
        bullets = _parts(connection, _BULLETS, first, last)
        sources = _parts(connection, _SOURCES, first, last)
        hashes = [
            {"number": row.number, "text_hash": hash_text(_text(row, bullets[row.number], sources[row.number]), {})}
            for row in texts
        ]
        connection.execute(_SET, hashes)
    op.create_index(op.f("ix_articles_text_hash"), "articles", ["text_hash"])


def _parts(connection: sa.Connection, query: Any, first: int, last: int) -> dict[int, list[Any]]:
    parts: dict[int, list[Any]] = defaultdict(list)
    for row in connection.execute(query, {"first": first, "last": last}):
        parts[row.article_number].append(row)
    return parts


def _text(row: Any, bullets: list[Any], sources: list[Any]) -> ArticleText:
    return ArticleText(
        headline=row.headline,
        bullets=tuple(Bullet(text=each.text, sources=tuple(each.sources)) for each in bullets),
        body=tuple(row.body),
        credit_line=row.credit_line,
        sources=tuple(
            Source(outlet=each.outlet, title=each.title, url=each.url, published_on=each.published_on)
            for each in sources
        ),
        section=row.section,
        language=row.language,
        picture=Picture(url=row.picture_url, caption=row.picture_caption, credit=row.picture_credit)
        if row.picture_url
        else None,
    )
