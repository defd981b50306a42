"""The words of stories indexed without the marks of their sources: `[1]` is no word that somebody looks for."""

import sqlalchemy as sa
from alembic import op

from storage.article_rows import MAX_INDEXED_CHARACTERS, index_body

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

_AT_ONCE = 500  # so many texts are in memory
_TEXTS = sa.text(
    """
    SELECT number, body FROM articles
    JOIN revisions ON revisions.article_number = number AND revisions.revision = articles.revision
    WHERE number > :last ORDER BY number LIMIT :limit
    """
).columns(body=sa.JSON())
_SET = sa.text("UPDATE articles SET search_body = :body WHERE number = :number")


def upgrade() -> None:
    """Index a few articles at a time, those with marks."""
    connection, last = op.get_bind(), 0
    while texts := connection.execute(_TEXTS, {"last": last, "limit": _AT_ONCE}).all():
        last = texts[-1].number
        rows = [
            {"number": row.number, "body": index_body(row.body)[:MAX_INDEXED_CHARACTERS]}
            for row in texts
            if any("[" in paragraph for paragraph in row.body)
        ]
        if rows:
            connection.execute(_SET, rows)
