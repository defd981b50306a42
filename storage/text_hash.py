"""Telling whether two articles say the same: a digest of all of a text."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import schema
from storage.batches import batches
from storage.model import ArticleText
from storage.outlets import KnownOutlet, find_outlets
from storage.words import section_slug


def hash_text(text: ArticleText, outlets: Mapping[str, KnownOutlet]) -> str:
    """Return a digest that equal texts share, as they are given and as they are read back.

    `outlets` tells the names under which the text's outlets are stored.
    """
    picture = text.picture
    said = (
        text.headline,
        [(bullet.text, bullet.sources) for bullet in text.bullets],
        text.body,
        text.credit_line,
        [
            (
                outlets[source.outlet].name if source.outlet in outlets else source.outlet,
                source.title,
                source.url,
                source.published_on and source.published_on.isoformat(),
            )
            for source in text.sources
        ],
        None if text.section is None else section_slug(text.section),
        text.language,
        (picture.url, picture.caption, picture.credit) if picture and picture.url else None,
    )
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:32]


async def hash_texts(connection: AsyncConnection, texts: Sequence[ArticleText]) -> tuple[str, ...]:
    """Return the digests of texts, as they are stored or would be."""
    outlets = await find_outlets(connection, outlet_names(texts))
    return tuple(hash_text(text, outlets) for text in texts)


def outlet_names(texts: Iterable[ArticleText]) -> set[str]:
    """Return the names that texts give to their sources' outlets."""
    return {source.outlet for text in texts for source in text.sources}


async def find_numbers(connection: AsyncConnection, hashes: Iterable[str]) -> dict[str, int]:
    """Return, by digest, the first article whose current text has it."""
    wanted, column = sorted(set(hashes)), schema.articles.c.text_hash
    found: dict[str, int] = {}
    for some in batches(wanted):
        query = select(column, func.min(schema.articles.c.number)).group_by(column)
        rows = await connection.execute(query.where(column.in_(some)))
        found |= {digest: int(number) for digest, number in rows}
    return found
