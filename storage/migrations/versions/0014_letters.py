"""The words of languages whose vowel signs are letters, or that write one letter in two ways, indexed anew."""

from collections import defaultdict

import sqlalchemy as sa
from alembic import op

from storage.words import index_text

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_AT_ONCE = 500  # so many texts are in memory
_INDEXED_CHARACTERS = 100_000  # of each part, as what is added is indexed
_LANGUAGES = (
    "ar", "as", "bn", "bo", "ckb", "dz", "fa", "gu", "hi", "ja", "km", "kn", "ku", "lo", "ml", "mr", "my", "ne", "or",
    "pa", "ps", "sa", "sd", "si", "ta", "te", "th", "ug", "ur",
)  # fmt: skip
_TEXTS = sa.text(
    """
    SELECT number, headline, body FROM articles
    JOIN revisions ON revisions.article_number = number AND revisions.revision = articles.revision
    WHERE number > :last AND primary_language IN :languages ORDER BY number LIMIT :limit
    """
).bindparams(sa.bindparam("languages", expanding=True)).columns(body=sa.JSON())  # fmt: skip
_BULLETS = sa.text(
    """
    SELECT article_number, text FROM bullets
    JOIN articles ON number = article_number AND articles.revision = bullets.revision
    WHERE article_number IN :numbers ORDER BY article_number, position
    """
).bindparams(sa.bindparam("numbers", expanding=True))  # fmt: skip
_SET = sa.text(
    """
    UPDATE articles SET search_headline = :headline, search_bullets = :bullets, search_body = :body
    WHERE number = :number
    """
)


def upgrade() -> None:
    """Index a few articles at a time."""
    connection, last = op.get_bind(), 0
    languages = list(_LANGUAGES)
    while texts := connection.execute(_TEXTS, {"last": last, "languages": languages, "limit": _AT_ONCE}).all():
        last = texts[-1].number
        bullets: dict[int, list[str]] = defaultdict(list)
        for row in connection.execute(_BULLETS, {"numbers": [row.number for row in texts]}):
            bullets[row.article_number].append(row.text)
        rows = [
            {
                "number": row.number,
                "headline": index_text(row.headline),
                "bullets": index_text("\n".join(bullets[row.number]))[:_INDEXED_CHARACTERS],
                "body": index_text("\n".join(row.body))[:_INDEXED_CHARACTERS],
            }
            for row in texts
        ]
        connection.execute(_SET, rows)
