"""The full-text index of what is published: words by the volume of their article's number, and by where they stand.

The words of each volume of numbers are apart, so that the newest volumes can be asked first: what finding costs follows
the matches that are wanted, not what is stored.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum

from sqlalchemy import text as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database
from storage.words import Phrase

VOLUME = 8192  # numbers; the index's words begin with their volume, as four hexadecimal digits
_MOST_VOLUMES = 64  # of SQLite's asked at once

_SQLITE = """
    SELECT rowid FROM article_search WHERE article_search MATCH :query AND rowid BETWEEN :oldest AND :newest
    ORDER BY rowid DESC LIMIT :limit
"""
# Volume by volume, until there are enough. The fence keeps the planner from walking through all articles by number,
# reading the words of each, where it expects to come upon enough of them.
_POSTGRESQL = """
    SELECT found.number FROM unnest(CAST(:volumes AS INTEGER[])) AS volume
    CROSS JOIN LATERAL (
        WITH matches AS MATERIALIZED (
            SELECT number FROM article_search
            WHERE words @@ to_tsquery('simple', replace(:query, '/', lpad(to_hex(volume), 4, '0')))
        )
        SELECT number FROM matches ORDER BY number DESC
    ) AS found
    WHERE found.number BETWEEN :oldest AND :newest LIMIT :limit
"""


class Part(Enum):
    """Where words stand: a column filter of FTS5, and letters before PostgreSQL's words, for GIN knows no columns."""

    HEADLINE = ("{headline} : ", "h")
    SUMMARY = ("{headline bullets} : ", "hb")
    ANYWHERE = ("", "w")


@dataclass(frozen=True, slots=True)
class Sought:
    """Phrases to find, all of them or any, and those of which none may be there."""

    phrases: tuple[Phrase, ...]
    is_any: bool = False
    excluded: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """Numbers among which to look: the volumes that are asked, the newest first, and the bounds within them."""

    volumes: Sequence[int]
    newest: int
    oldest: int

    @classmethod
    def up_to(cls, newest: int) -> "Span":
        """Return all numbers up to one."""
        return cls(range(newest // VOLUME, -1, -1), newest, 0)

    @classmethod
    def around(cls, numbers: Collection[int]) -> "Span":
        """Return the volumes of some numbers, and of no others."""
        return cls(sorted({number // VOLUME for number in numbers}, reverse=True), max(numbers), min(numbers))


async def find_numbers(
    connection: AsyncConnection,
    database: Database,
    sought: Sought,
    part: Part,
    span: Span,
    *,
    limit: int,
    at_first: int = _MOST_VOLUMES,
) -> list[int]:
    """Return the newest matching numbers in a span; so many volumes are asked at first, and then more at a time."""
    bounds = {"newest": span.newest, "oldest": span.oldest}
    if not database.is_sqlite:
        asked = {"volumes": list(span.volumes), "query": _tsquery(sought, part), "limit": limit}
        return list(await connection.scalars(sql(_POSTGRESQL), {**bounds, **asked}))
    numbers: list[int] = []
    begun, count = 0, at_first
    while begun < len(span.volumes) and len(numbers) < limit:
        volumes = span.volumes[begun : begun + count]
        query = {"query": _fts5_query(sought, part, volumes), "limit": limit - len(numbers)}
        numbers += await connection.scalars(sql(_SQLITE), {**bounds, **query})
        begun += len(volumes)
        count = min(begun, _MOST_VOLUMES)
    return numbers


def _fts5_query(sought: Sought, part: Part, volumes: Sequence[int]) -> str:
    columns, _ = part.value

    def in_volume(volume: int) -> str:
        wanted = (" OR " if sought.is_any else " AND ").join(_quoted(phrase, volume) for phrase in sought.phrases)
        unwanted = " OR ".join(_quoted(phrase, volume) for phrase in sought.excluded)
        return f"(({wanted}) NOT ({unwanted}))" if unwanted else f"({wanted})"

    return f"{columns}({' OR '.join(map(in_volume, volumes))})"


def _quoted(phrase: Phrase, volume: int) -> str:
    return f'"{" ".join(f"{volume:04x}{word}" for word in phrase.words)}"{"*" if phrase.is_begun else ""}'


def _tsquery(sought: Sought, part: Part) -> str:
    """Return a tsquery with a slash for the volume."""
    _, letters = part.value

    def in_part(phrase: Phrase, letter: str) -> str:
        end = ":*" if phrase.is_begun else ""
        return " <-> ".join(f"'{letter}/{word}'" for word in phrase.words) + end

    def in_any(phrase: Phrase) -> str:
        return f"({' | '.join(f'({in_part(phrase, letter)})' for letter in letters)})"

    wanted = (" | " if sought.is_any else " & ").join(map(in_any, sought.phrases))
    return " & ".join([f"({wanted})", *(f"!{in_any(phrase)}" for phrase in sought.excluded)])
