"""An article as rows of five tables, and back."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, and_, case, func, insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import schema
from storage.database import Database
from storage.model import Article, ArticleText, Bullet, Picture, Source, Status, Step
from storage.outlets import ensure_outlet
from storage.shelves import lock_publications
from storage.words import index_text, section_slug

# tsvector holds at most 1 MiB: https://www.postgresql.org/docs/current/textsearch-limitations.html
MAX_INDEXED_CHARACTERS = 100_000

_AT_ONCE = 500  # engines limit how many values a statement may carry

_IS_CURRENT = and_(
    schema.revisions.c.article_number == schema.articles.c.number,
    schema.revisions.c.revision == schema.articles.c.revision,
)


async def insert_article(
    connection: AsyncConnection, database: Database, text: ArticleText, *, status: Status, now: datetime
) -> int:
    """Insert an article with its first revision; return its number."""
    changed_at = await change_time(connection, database, now) if status is Status.PUBLISHED else None
    section_slug = await _ensure_section(connection, database, text.section)
    added = await connection.execute(
        insert(schema.articles)
        .values(
            status=status,
            revision=1,
            language=text.language,
            primary_language=primary_language(text.language),
            section_slug=section_slug,
            created_at=now,
            modified_at=now,
            published_at=now if status is Status.PUBLISHED else None,
            changed_at=changed_at,
            **search_columns(text),
        )
        .returning(schema.articles.c.number)
    )
    number = int(added.scalar_one())
    await insert_revision(connection, database, number, 1, text, note=None, now=now)
    return number


async def revise(connection: AsyncConnection, database: Database, step: Step, text: ArticleText) -> int | None:
    """Put a newer text in the place of a step's revision; return its number, or None if it is not there any more."""
    articles = schema.articles
    is_expected = and_(
        articles.c.number == step.number, articles.c.revision == step.revision, articles.c.status.in_(step.allowed)
    )
    section_slug = await _ensure_section(connection, database, text.section)
    changed_at = await change_time(connection, database, step.now)
    moved = await connection.execute(
        update(articles)
        .where(is_expected)
        .values(
            revision=articles.c.revision + 1,
            language=text.language,
            primary_language=primary_language(text.language),
            section_slug=section_slug,
            modified_at=step.now,
            changed_at=case(
                (articles.c.status == Status.PUBLISHED, literal(changed_at, schema.Instant())),
                else_=articles.c.changed_at,
            ),
            **search_columns(text),
        )
        .returning(articles.c.revision)
    )
    revision: int | None = moved.scalar_one_or_none()
    if revision is not None:
        await insert_revision(connection, database, step.number, revision, text, note=step.reason, now=step.now)
    return revision


async def change_time(connection: AsyncConnection, database: Database, now: datetime) -> datetime:
    """Return `now`, or just after the last change, whatever the clocks say.

    No publication may slip in before one that briefings have considered.
    """
    await lock_publications(connection, database)
    # Among the published: the index on status and time answers it without reading the table.
    query = select(func.max(schema.articles.c.changed_at)).where(schema.articles.c.status == Status.PUBLISHED)
    last: datetime | None = await connection.scalar(query)
    return now if last is None or last < now else last + timedelta(microseconds=1)


async def insert_revision(
    connection: AsyncConnection,
    database: Database,
    number: int,
    revision: int,
    text: ArticleText,
    *,
    note: str | None,
    now: datetime,
) -> None:
    """Insert one immutable text of an article, with its bullets and sources."""
    picture = text.picture
    await connection.execute(
        insert(schema.revisions).values(
            article_number=number,
            revision=revision,
            headline=text.headline,
            credit_line=text.credit_line,
            body=list(text.body),
            picture_url=picture.url if picture else None,
            picture_caption=picture.caption if picture else None,
            picture_credit=picture.credit if picture else None,
            note=note,
            created_at=now,
        )
    )
    key = {"article_number": number, "revision": revision}
    if text.bullets:
        rows = [
            {**key, "position": position, "text": bullet.text, "sources": list(bullet.sources)}
            for position, bullet in enumerate(text.bullets, 1)
        ]
        await connection.execute(insert(schema.bullets), rows)
    await _insert_sources(connection, database, key, text.sources)


async def _insert_sources(
    connection: AsyncConnection, database: Database, key: dict[str, int], sources: Sequence[Source]
) -> None:
    """Insert a revision's sources, and count on the article how many independent outlets they are of."""
    names = sorted({source.outlet for source in sources})  # in one order, whoever stores
    ids = {name: await ensure_outlet(connection, database, name) for name in names}
    if not ids:
        return
    rows = [
        {
            **key,
            "position": position,
            "outlet_id": ids[source.outlet],
            "title": source.title,
            "url": source.url,
            "published_on": source.published_on,
        }
        for position, source in enumerate(sources, 1)
    ]
    await connection.execute(insert(schema.sources), rows)
    outlets = schema.outlets.c
    families = select(func.count(func.distinct(func.coalesce(outlets.owner, outlets.name))))
    independent = families.where(outlets.id.in_(set(ids.values()))).scalar_subquery()
    article = schema.articles.c.number == key["article_number"]
    await connection.execute(update(schema.articles).where(article).values(outlets=independent))


async def load(connection: AsyncConnection, numbers: Sequence[int]) -> tuple[Article, ...]:
    """Read articles in their current revision, in the order of `numbers`; missing ones are left out."""
    found: list[Article] = []
    for start in range(0, len(numbers), _AT_ONCE):
        found += await _load_some(connection, numbers[start : start + _AT_ONCE])
    return tuple(found)


async def _load_some(connection: AsyncConnection, numbers: Sequence[int]) -> tuple[Article, ...]:
    articles = select(schema.articles, schema.revisions, schema.sections.c.name.label("section_name")).join_from(
        schema.articles, schema.revisions, _IS_CURRENT
    )
    articles = articles.outerjoin(schema.sections, schema.sections.c.slug == schema.articles.c.section_slug)
    rows = (await connection.execute(articles.where(schema.articles.c.number.in_(numbers)))).all()
    bullets = await _parts(connection, schema.bullets, numbers)
    sources = await _parts(connection, schema.sources, numbers)
    by_number = {row.number: _article(row, bullets[row.number], sources[row.number]) for row in rows}
    return tuple(by_number[number] for number in numbers if number in by_number)


async def _parts(connection: AsyncConnection, table: Any, numbers: Sequence[int]) -> dict[int, list[Row[Any]]]:
    query = (
        select(table)
        .join(
            schema.articles,
            and_(
                table.c.article_number == schema.articles.c.number,
                table.c.revision == schema.articles.c.revision,
            ),
        )
        .where(table.c.article_number.in_(numbers))
        .order_by(table.c.article_number, table.c.position)
    )
    if table is schema.sources:
        query = query.join(schema.outlets, schema.outlets.c.id == table.c.outlet_id)
        query = query.add_columns(schema.outlets.c.name.label("outlet_name"), schema.outlets.c.owner)
    parts: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in (await connection.execute(query)).all():
        parts[row.article_number].append(row)
    return parts


def _article(row: Row[Any], bullets: list[Row[Any]], sources: list[Row[Any]]) -> Article:
    picture = None
    if row.picture_url:
        picture = Picture(url=row.picture_url, caption=row.picture_caption, credit=row.picture_credit)
    text = ArticleText(
        headline=row.headline,
        bullets=tuple(Bullet(text=bullet.text, sources=tuple(bullet.sources)) for bullet in bullets),
        body=tuple(row.body),
        credit_line=row.credit_line,
        sources=tuple(
            Source(
                outlet=source.outlet_name,
                title=source.title,
                url=source.url,
                published_on=source.published_on,
                owner=source.owner,
            )
            for source in sources
        ),
        section=row.section_name,
        language=row.language,
        picture=picture,
    )
    return Article(
        number=row.number,
        status=Status(row.status),
        revision=row.revision,
        text=text,
        created_at=row.created_at,
        modified_at=row.modified_at,
        published_at=row.published_at,
        note=row.note,
        withdrawal_reason=row.withdrawal_reason,
        priority=row.priority,
    )


def primary_language(language: str) -> str:
    """Return the primary tag of a language, by which chats choose: `pt` of `pt-BR`."""
    return language.split("-", maxsplit=1)[0].casefold()


def search_columns(text: ArticleText) -> dict[str, str]:
    """Return what the full-text index reads of an article."""
    bullets = "\n".join(bullet.text for bullet in text.bullets)
    body = "\n".join(text.body)
    return {
        "search_headline": index_text(text.headline),
        "search_bullets": index_text(bullets)[:MAX_INDEXED_CHARACTERS],
        "search_body": index_text(body)[:MAX_INDEXED_CHARACTERS],
    }


async def _ensure_section(connection: AsyncConnection, database: Database, name: str | None) -> str | None:
    if name is None:
        return None
    slug = section_slug(name)
    await connection.execute(database.insert(schema.sections).values(slug=slug, name=name).on_conflict_do_nothing())
    return slug
