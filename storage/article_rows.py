"""An article as rows of five tables, and back."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import regex
from sqlalchemy import ColumnElement, Row, Select, Table, and_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import schema
from storage.batches import batches
from storage.model import Article, ArticleText, Bullet, Label, Note, Picture, Source, Status
from storage.words import index_text

# tsvector holds at most 1 MiB: https://www.postgresql.org/docs/current/textsearch-limitations.html
MAX_INDEXED_CHARACTERS = 100_000
_MARK = regex.compile(r"\[\d{1,3}\]")  # of a source, in a story


_IS_CURRENT = and_(
    schema.revisions.c.article_number == schema.articles.c.number,
    schema.revisions.c.revision == schema.articles.c.revision,
)


async def load(connection: AsyncConnection, numbers: Sequence[int]) -> tuple[Article, ...]:
    """Read articles in their current revision, in the order of `numbers`; missing ones are left out."""
    found: list[Article] = []
    for some in batches(numbers):
        found += await _load_some(connection, some)
    return tuple(found)


async def _load_some(connection: AsyncConnection, numbers: Sequence[int]) -> tuple[Article, ...]:
    articles = select(schema.articles, schema.revisions, schema.sections.c.name.label("section_name")).join_from(
        schema.articles, schema.revisions, _IS_CURRENT
    )
    articles = articles.outerjoin(schema.sections, schema.sections.c.slug == schema.articles.c.section_slug)
    rows = (await connection.execute(articles.where(schema.articles.c.number.in_(numbers)))).all()
    bullets = await _parts(connection, schema.bullets, numbers)
    notes = await _notes(connection, [row.number for row in rows if row.revision > 1])
    sources = await _parts(connection, schema.sources, numbers)
    by_number = {row.number: _article(row, bullets[row.number], sources[row.number], notes[row.number]) for row in rows}
    return tuple(by_number[number] for number in numbers if number in by_number)


def with_headline(query: Select[Any], number: ColumnElement[int]) -> Select[Any]:
    """Return a query joined with the articles that a column names, and the headline each has today."""
    articles, revisions = schema.articles.c, schema.revisions.c
    is_current = and_(revisions.article_number == articles.number, revisions.revision == articles.revision)
    query = query.join(schema.articles, articles.number == number).join(schema.revisions, is_current)
    return query.add_columns(revisions.headline)


def _select_parts(table: Table) -> Select[Any]:
    """Return the query for bullets, or for sources with their outlets."""
    if table is not schema.sources:
        return select(table)
    query = select(table, schema.outlets.c.name.label("outlet_name"), schema.outlets.c.owner)
    return query.join(schema.outlets, schema.outlets.c.id == table.c.outlet_id)


async def _parts(connection: AsyncConnection, table: Any, numbers: Sequence[int]) -> dict[int, list[Row[Any]]]:
    query = (
        _select_parts(table)
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
    parts: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in (await connection.execute(query)).all():
        parts[row.article_number].append(row)
    return parts


async def _notes(connection: AsyncConnection, numbers: Sequence[int]) -> dict[int, list[Note]]:
    """Return what these articles say of their changes since readers saw them, the oldest first."""
    notes: dict[int, list[Note]] = defaultdict(list)
    if numbers:
        own = schema.revisions.c
        query = select(own.article_number, own.note, own.label).where(own.article_number.in_(numbers))
        query = query.where(own.note.is_not(None), own.label.is_not(None)).order_by(own.article_number, own.revision)
        for row in await connection.execute(query):
            notes[row.article_number].append(Note(text=row.note, label=Label(row.label)))
    return notes


def _article(row: Row[Any], bullets: list[Row[Any]], sources: list[Row[Any]], notes: Sequence[Note]) -> Article:
    return Article(
        number=row.number,
        status=Status(row.status),
        revision=row.revision,
        text=_text(row, bullets, sources, section=row.section_name, language=row.language),
        created_at=row.created_at,
        modified_at=row.modified_at,
        published_at=row.published_at,
        notes=tuple(notes),
        publish_at=row.publish_at,
        withdrawal_reason=row.withdrawal_reason,
        priority=row.priority,
        is_breaking=row.alerts is not None,
        earlier=row.earlier,
        changed_at=row.changed_at,
    )


def _text(
    row: Row[Any], bullets: list[Row[Any]], sources: list[Row[Any]], *, section: str | None, language: str
) -> ArticleText:
    picture = None
    if row.picture_url:
        picture = Picture(url=row.picture_url, caption=row.picture_caption, credit=row.picture_credit)
    return ArticleText(
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
        section=section,
        language=language,
        picture=picture,
    )


async def load_texts(connection: AsyncConnection, article: Article) -> dict[int, ArticleText]:
    """Read what each revision of an article says, by revision."""
    parts: dict[Table, dict[int, list[Row[Any]]]] = {}
    for table in (schema.bullets, schema.sources):
        query = _select_parts(table).where(table.c.article_number == article.number).order_by(table.c.position)
        parts[table] = defaultdict(list)
        for row in await connection.execute(query):
            parts[table][row.revision].append(row)
    own = schema.revisions.c
    query = select(schema.revisions).where(own.article_number == article.number).order_by(own.revision)
    return {
        row.revision: _text(
            row,
            parts[schema.bullets][row.revision],
            parts[schema.sources][row.revision],
            section=row.section if row.language else article.text.section,
            language=row.language or article.text.language,
        )
        for row in await connection.execute(query)
    }


def primary_language(language: str) -> str:
    """Return the primary tag of a language, by which chats choose: `pt` of `pt-BR`."""
    return language.split("-", maxsplit=1)[0].casefold()


def search_columns(text: ArticleText) -> dict[str, str]:
    """Return what the full-text index reads of an article."""
    bullets = "\n".join(bullet.text for bullet in text.bullets)
    return {
        "search_headline": index_text(text.headline),
        "search_bullets": index_text(bullets)[:MAX_INDEXED_CHARACTERS],
        "search_body": index_body(text.body)[:MAX_INDEXED_CHARACTERS],
    }


def index_body(body: Sequence[str]) -> str:
    """Return the words of a story, without the marks of its sources."""
    return index_text(_MARK.sub(" ", "\n".join(body)))
