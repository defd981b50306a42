"""Writing articles: new ones in batches, revisions one by one."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, case, func, insert, literal, select, update
from sqlalchemy import text as text_
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import schema
from storage.article_rows import primary_language, search_columns
from storage.database import Database
from storage.model import ArticleText, Label, Status, Step
from storage.outlets import KnownOutlet, ensure_outlets
from storage.shelves import lock_publications
from storage.text_hash import find_numbers, hash_text, outlet_names
from storage.words import section_slug

Prepared = tuple[ArticleText, dict[str, str]]  # a text, and what the full-text index reads of it


async def insert_articles(
    connection: AsyncConnection, database: Database, texts: Sequence[ArticleText], *, status: Status, now: datetime
) -> tuple[int, ...]:
    """Insert articles, each with its first revision; return their numbers in the order given."""
    prepared = _prepare(texts)
    outlets = await _ensure_named(connection, database, texts)
    return await _insert(connection, database, prepared, outlets, status=status, now=now)


async def insert_missing(
    connection: AsyncConnection, database: Database, texts: Sequence[ArticleText], *, status: Status, now: datetime
) -> tuple[tuple[int, bool], ...]:
    """Insert those articles that are no article's current text yet, equal ones once.

    Return each one's number in the order given, and whether that article was inserted.
    """
    prepared = _prepare(texts)
    await lock_publications(connection, database)
    outlets = await _ensure_named(connection, database, texts)  # of what is here they are here too
    hashes = [hash_text(text, outlets) for text in texts]
    known = await find_numbers(connection, hashes)
    missing = {each: entry for each, entry in zip(hashes, prepared, strict=True) if each not in known}
    numbers = await _insert(connection, database, list(missing.values()), outlets, status=status, now=now)
    known |= dict(zip(missing, numbers, strict=True))
    return tuple((known[each], each in missing) for each in hashes)


def _prepare(texts: Sequence[ArticleText]) -> list[Prepared]:
    """Fold what is searched. It takes a while: before the first statement of a transaction nobody waits for it."""
    return [(text, search_columns(text)) for text in texts]


async def _insert(
    connection: AsyncConnection,
    database: Database,
    prepared: Sequence[Prepared],
    outlets: Mapping[str, KnownOutlet],
    *,
    status: Status,
    now: datetime,
) -> tuple[int, ...]:
    if not prepared:
        return ()
    is_published = status is Status.PUBLISHED
    changed_at = await change_time(connection, database, now) if is_published else None
    numbers = await _take_numbers(connection, database, len(prepared))
    rows = [
        {
            "number": number,
            "status": status,
            "revision": 1,
            "created_at": now,
            "modified_at": now,
            "published_at": now if is_published else None,
            # One after another: what a briefing has considered ends between two of them.
            "changed_at": changed_at + timedelta(microseconds=place) if changed_at else None,
            **_columns(text, outlets),
            **search,
        }
        for place, (number, (text, search)) in enumerate(zip(numbers, prepared, strict=True))
    ]
    await connection.execute(insert(schema.articles), rows)
    keyed = [(number, 1, text) for number, (text, _) in zip(numbers, prepared, strict=True)]
    await _insert_revisions(connection, keyed, outlets, note=None, now=now)
    return numbers


async def _take_numbers(connection: AsyncConnection, database: Database, count: int) -> tuple[int, ...]:
    """Take the next numbers; nobody ever gets them again. Rows that know theirs go in all at once."""
    if database.is_sqlite:
        last = await connection.scalar(text_("SELECT max(seq) FROM sqlite_sequence WHERE name = 'articles'")) or 0
        return tuple(range(last + 1, last + 1 + count))
    taking = "SELECT nextval(pg_get_serial_sequence('articles', 'number')) FROM generate_series(1, :count)"
    return tuple(await connection.scalars(text_(taking), {"count": count}))


async def revise(
    connection: AsyncConnection, database: Database, step: Step, text: ArticleText
) -> tuple[int, Status] | None:
    """Put a newer text in the place of a step's revision; None if that is not there any more.

    Return the new revision's number, and the article's status.
    """
    articles = schema.articles
    is_expected = and_(
        articles.c.number == step.number, articles.c.revision == step.revision, articles.c.status.in_(step.allowed)
    )
    changed_at = await change_time(connection, database, step.now)
    outlets = await _ensure_named(connection, database, [text])
    # Only what grew comes again in briefings: of what was wrong, each chat that had it is told in a line.
    is_news = and_(articles.c.status == Status.PUBLISHED, literal(step.label is Label.UPDATE))
    moved = await connection.execute(
        update(articles)
        .where(is_expected)
        .values(
            revision=articles.c.revision + 1,
            modified_at=step.now,
            changed_at=case(
                (is_news, literal(changed_at, schema.Instant())),
                else_=articles.c.changed_at,
            ),
            **_columns(text, outlets),
            **search_columns(text),
        )
        .returning(articles.c.revision, articles.c.status)
    )
    row = moved.one_or_none()
    if row is None:
        return None
    await _insert_revisions(
        connection, [(step.number, row.revision, text)], outlets, note=step.reason, now=step.now, label=step.label
    )
    return int(row.revision), Status(row.status)


async def change_time(connection: AsyncConnection, database: Database, now: datetime) -> datetime:
    """Return `now`, or just after the last change, whatever the clocks say.

    No publication may slip in before one that briefings have considered.
    """
    await lock_publications(connection, database)
    # Among the published: the index on status and time answers it without reading the table.
    query = select(func.max(schema.articles.c.changed_at)).where(schema.articles.c.status == Status.PUBLISHED)
    last: datetime | None = await connection.scalar(query)
    return now if last is None or last < now else last + timedelta(microseconds=1)


async def _ensure_named(
    connection: AsyncConnection, database: Database, texts: Sequence[ArticleText]
) -> dict[str, KnownOutlet]:
    """Add the sections and outlets that texts name and nobody knows; return the outlets."""
    sections: dict[str, str] = {}
    for text in texts:
        if text.section is not None:
            sections.setdefault(section_slug(text.section), text.section)
    if sections:
        rows = [{"slug": slug, "name": sections[slug]} for slug in sorted(sections)]  # in one order, whoever stores
        await connection.execute(database.insert(schema.sections).on_conflict_do_nothing(), rows)
    return await ensure_outlets(connection, database, outlet_names(texts))


def _columns(text: ArticleText, outlets: Mapping[str, KnownOutlet]) -> dict[str, Any]:
    """Return what the articles' row says of a text."""
    return {
        "language": text.language,
        "primary_language": primary_language(text.language),
        "section_slug": None if text.section is None else section_slug(text.section),
        "outlets": len({outlets[source.outlet].family for source in text.sources}),
        "text_hash": hash_text(text, outlets),
    }


async def _insert_revisions(
    connection: AsyncConnection,
    keyed: Sequence[tuple[int, int, ArticleText]],
    outlets: Mapping[str, KnownOutlet],
    *,
    note: str | None,
    now: datetime,
    label: Label | None = None,
) -> None:
    """Insert immutable texts by number and revision, with their bullets and sources."""
    revisions, bullets, sources = [], [], []
    for number, revision, text in keyed:
        key = {"article_number": number, "revision": revision}
        revisions.append({**key, **_revision(text), "note": note, "label": label, "created_at": now})
        bullets += [
            {**key, "position": position, "text": bullet.text, "sources": list(bullet.sources)}
            for position, bullet in enumerate(text.bullets, 1)
        ]
        sources += [
            {
                **key,
                "position": position,
                "outlet_id": outlets[source.outlet].id,
                "title": source.title,
                "url": source.url,
                "published_on": source.published_on,
            }
            for position, source in enumerate(text.sources, 1)
        ]
    for table, rows in ((schema.revisions, revisions), (schema.bullets, bullets), (schema.sources, sources)):
        if rows:
            await connection.execute(insert(table), rows)


def _revision(text: ArticleText) -> dict[str, Any]:
    picture = text.picture
    return {
        "headline": text.headline,
        "credit_line": text.credit_line,
        "body": list(text.body),
        "picture_url": picture.url if picture else None,
        "picture_caption": picture.caption if picture else None,
        "picture_credit": picture.credit if picture else None,
        "section": text.section,
        "language": text.language,
    }
