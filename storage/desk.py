"""The desk's own memory: it survives a restart, and two editors do not share it."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, select, update

from storage import schema
from storage.database import Database
from storage.model import ArticleText, Asked, Bullet, Picture, Proof, Source, Status, Waiting, Watched

_asked, _proofs, _watched = schema.desk_asked.c, schema.desk_proofs.c, schema.desk_watched.c
_waiting, _articles = schema.desk_waiting.c, schema.articles.c


class Desk:
    """What editors have under their hands."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def ask(self, person_id: int, asked: Asked, *, now: datetime) -> None:
        """Remember what an editor was asked to type; it takes the place of what they were asked before."""
        values = {
            "what": asked.what,
            "article_number": asked.number,
            "revision": asked.revision,
            "position": asked.position,
            "typed": asked.typed,
            "line": asked.line,
            "sources": [_source_to_json(source) for source in asked.sources],
            "asked_at": now,
            "message_id": asked.message_id,
        }
        inserting = self._database.insert(schema.desk_asked).values(person_id=person_id, **values)
        async with self._database.writing() as connection:
            await connection.execute(inserting.on_conflict_do_update(index_elements=["person_id"], set_=values))

    async def find_asked(self, person_id: int) -> Asked | None:
        """Return what an editor was asked to type, or None."""
        async with self._database.reading() as connection:
            query = select(schema.desk_asked).where(_asked.person_id == person_id)
            row = (await connection.execute(query)).one_or_none()
        if row is None:
            return None
        return Asked(
            what=row.what, number=row.article_number, revision=row.revision, position=row.position, typed=row.typed,
            line=row.line, sources=tuple(map(_source_from_json, row.sources or ())), asked_at=row.asked_at,
            message_id=row.message_id,
        )  # fmt: skip

    async def note_question(self, person_id: int, message_id: int) -> None:
        """Remember which message asked an editor what they are asked now."""
        noting = update(schema.desk_asked).where(_asked.person_id == person_id).values(message_id=message_id)
        async with self._database.writing() as connection:
            await connection.execute(noting)

    async def forget_asked(self, person_id: int) -> None:
        """Ask an editor nothing any more."""
        async with self._database.writing() as connection:
            await connection.execute(delete(schema.desk_asked).where(_asked.person_id == person_id))

    async def save_proof(self, person_id: int, proof: Proof, *, now: datetime) -> None:
        """Keep a correction in the making."""
        values = {
            "revision": proof.revision,
            "version": proof.version,
            "text": _to_json(proof.text),
            "override": proof.override,
            "changed_at": now,
        }
        inserting = self._database.insert(schema.desk_proofs).values(
            person_id=person_id, article_number=proof.number, **values
        )
        async with self._database.writing() as connection:
            await connection.execute(
                inserting.on_conflict_do_update(index_elements=["person_id", "article_number"], set_=values)
            )

    async def find_proof(self, person_id: int, number: int) -> Proof | None:
        """Return an editor's correction in the making, or None."""
        query = select(schema.desk_proofs).where(_proofs.person_id == person_id, _proofs.article_number == number)
        async with self._database.reading() as connection:
            row = (await connection.execute(query)).one_or_none()
        if row is None:
            return None
        text = _from_json(row.text)
        return Proof(number=number, revision=row.revision, version=row.version, text=text, override=row.override)

    async def drop_proof(self, person_id: int, number: int) -> None:
        """Forget a correction in the making: it is saved, or not wanted."""
        async with self._database.writing() as connection:
            is_own = (_proofs.person_id == person_id) & (_proofs.article_number == number)
            await connection.execute(delete(schema.desk_proofs).where(is_own))

    async def watch(self, watched: Watched) -> None:
        """Tell an editor in this message how far a correction has come."""
        inserting = self._database.insert(schema.desk_watched).values(**asdict(watched))
        async with self._database.writing() as connection:
            await connection.execute(inserting.on_conflict_do_nothing())

    async def list_watched(self, *, limit: int = 20) -> tuple[Watched, ...]:
        """Return the messages whose corrections are still under way, the newest first."""
        query = select(schema.desk_watched).order_by(_watched.correction_id.desc()).limit(limit)
        async with self._database.reading() as connection:
            rows = (await connection.execute(query)).all()
        return tuple(
            Watched(correction_id=row.correction_id, chat_id=row.chat_id, message_id=row.message_id, said=row.said)
            for row in rows
        )

    async def note_said(self, watched: Watched, *, is_over: bool) -> None:
        """Remember what such a message says now; forget it where that was the last of it."""
        is_own = (_watched.correction_id == watched.correction_id) & (_watched.chat_id == watched.chat_id)
        saying = update(schema.desk_watched).where(is_own).values(said=watched.said)
        async with self._database.writing() as connection:
            await connection.execute(delete(schema.desk_watched).where(is_own) if is_over else saying)

    async def wait_for(self, waiting: Waiting) -> None:
        """Remember which message tells an editor that an article is about to be published."""
        values = asdict(waiting)
        inserting = self._database.insert(schema.desk_waiting).values(**values)
        keys = ["article_number", "chat_id"]
        async with self._database.writing() as connection:
            await connection.execute(inserting.on_conflict_do_update(index_elements=keys, set_=values))

    async def list_over(self, *, limit: int = 20) -> tuple[Waiting, ...]:
        """Return the messages whose articles are published by now, or will not be."""
        query = select(schema.desk_waiting).join(schema.articles, _articles.number == _waiting.article_number)
        async with self._database.reading() as connection:
            rows = (await connection.execute(query.where(_articles.status != Status.SCHEDULED).limit(limit))).all()
        return tuple(Waiting(row.article_number, row.chat_id, row.message_id) for row in rows)

    async def forget_waiting(self, waiting: Waiting) -> None:
        """Wait no more."""
        is_own = (_waiting.article_number == waiting.article_number) & (_waiting.chat_id == waiting.chat_id)
        async with self._database.writing() as connection:
            await connection.execute(delete(schema.desk_waiting).where(is_own))


def _to_json(text: ArticleText) -> dict[str, Any]:
    return {**asdict(text), "sources": [_source_to_json(source) for source in text.sources]}


def _from_json(stored: dict[str, Any]) -> ArticleText:
    return ArticleText(
        headline=stored["headline"],
        bullets=tuple(Bullet(text=each["text"], sources=tuple(each["sources"])) for each in stored["bullets"]),
        body=tuple(stored["body"]),
        credit_line=stored["credit_line"],
        sources=tuple(map(_source_from_json, stored["sources"])),
        section=stored["section"],
        language=stored["language"],
        picture=Picture(**stored["picture"]) if stored["picture"] else None,
    )


def _source_to_json(source: Source) -> dict[str, Any]:
    day = source.published_on
    return {**asdict(source), "published_on": day.isoformat() if day else None}


def _source_from_json(stored: dict[str, Any]) -> Source:
    day = stored["published_on"]
    return Source(**{**stored, "published_on": date.fromisoformat(day) if day else None})
