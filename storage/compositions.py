"""Compositions: briefings rendered once for many chats, kept with all that is needed to render them again."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import schema
from storage.database import Database
from storage.model import Composition, Label, Notice, Preferences, Profile, Shown
from storage.outdated import is_outdated
from storage.preferences import from_json, to_json

_compositions = schema.compositions.c
_shown = schema.composition_articles.c
_articles = schema.articles.c


class Compositions:
    """What was composed, by id."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def list(self, ids: Iterable[int]) -> dict[int, Composition]:
        """Return compositions with their articles, by id."""
        wanted = list(ids)
        async with self._database.reading() as connection:
            rows = (await connection.execute(select(schema.compositions).where(_compositions.id.in_(wanted)))).all()
            articles = (
                await connection.execute(
                    select(schema.composition_articles)
                    .where(_shown.composition_id.in_(wanted))
                    .order_by(_shown.composition_id, _shown.part, _shown.position)
                )
            ).all()
        return {row.id: _composition(row, [each for each in articles if each.composition_id == row.id]) for row in rows}

    async def list_outdated(self, ids: Iterable[int]) -> frozenset[int]:
        """Return which of these show a text that was corrected or withdrawn since."""
        query = (
            select(_shown.composition_id)
            .join(schema.articles, _articles.number == _shown.article_number)
            .where(_shown.composition_id.in_(list(ids)), is_outdated(_shown))
            .distinct()
        )
        async with self._database.reading() as connection:
            return frozenset((await connection.scalars(query)).all())

    async def ensure(self, composition: Composition, *, now: datetime) -> int:
        """Store a composition unless it is there; return its id."""
        async with self._database.writing() as connection:
            ids = await ensure_compositions(connection, self._database, [composition], now)
        return ids[composition.key]


async def ensure_compositions(
    connection: AsyncConnection, database: Database, compositions: Sequence[Composition], now: datetime
) -> dict[str, int]:
    """Store compositions that are not there yet; return the ids of all by key."""
    if not compositions:
        return {}
    table = schema.compositions
    values = [
        {
            "key": each.key,
            "bodies": list(each.bodies),
            "profile": _profile_json(each.profile, more=each.more, has_more=each.has_more),
            "created_at": now,
        }
        for each in compositions
    ]
    await connection.execute(database.insert(table).on_conflict_do_nothing(index_elements=["key"]), values)
    keys = [each.key for each in compositions]
    rows = await connection.execute(select(_compositions.key, _compositions.id).where(_compositions.key.in_(keys)))
    ids = {key: int(composition_id) for key, composition_id in rows}
    articles = [
        {
            "composition_id": ids[each.key],
            "part": part,
            "position": article.position,
            "article_number": article.number,
            "revision": article.revision,
            "is_update": article.number in each.updates,
            "is_withdrawn": article.is_withdrawn,
        }
        for each in compositions
        for part, articles in enumerate(each.articles)
        for article in articles
    ]
    if articles:
        await connection.execute(database.insert(schema.composition_articles).on_conflict_do_nothing(), articles)
    return ids


def _profile_json(profile: Profile | None, *, more: int, has_more: bool) -> dict[str, Any] | None:
    if profile is None:
        return None
    return {
        "language": profile.language,
        "is_private": profile.is_private,
        "at": profile.at.isoformat(),
        "cutoff": profile.cutoff.isoformat() if profile.cutoff else None,
        "preferences": to_json(profile.preferences),
        "more": more,
        "has_more": has_more,
        "notices": [asdict(notice) for notice in profile.notices],
        "thin_sections": list(profile.thin_sections),
        "is_alert": profile.is_alert,
        "followed": sorted(profile.followed),
    }


def _composition(row: Row[Any], articles: Sequence[Row[Any]]) -> Composition:
    parts: list[list[Shown]] = [[] for _ in row.bodies]
    for each in articles:
        shown = Shown(each.position, each.article_number, each.revision, bool(each.is_withdrawn))
        parts[each.part].append(shown)
    stored = row.profile
    profile = None
    if stored is not None:
        preferences: Preferences = from_json(stored["preferences"])
        profile = Profile(
            language=stored["language"],
            is_private=stored["is_private"],
            preferences=preferences,
            at=datetime.fromisoformat(stored["at"]),
            cutoff=datetime.fromisoformat(stored["cutoff"]) if stored["cutoff"] else None,
            notices=tuple(Notice(**{**each, "label": Label(each["label"])}) for each in stored.get("notices", ())),
            thin_sections=tuple(stored.get("thin_sections", ())),
            is_alert=stored.get("is_alert", False),
            followed=frozenset(stored.get("followed", ())),
        )
    return Composition(
        key=row.key,
        bodies=tuple(row.bodies),
        articles=tuple(map(tuple, parts)),
        profile=profile,
        updates=frozenset(each.article_number for each in articles if each.is_update),
        more=stored["more"] if stored else 0,
        has_more=stored["has_more"] if stored else False,
    )
