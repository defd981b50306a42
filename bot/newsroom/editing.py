"""Editing an article's text place by place: what an editor types becomes the next text, or one line says why not."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any

import regex

from bot.errors import ArticleFileError
from bot.newsroom.posts.posttext import BULLET, LANGUAGE, check_mark, clean_article, read_picture, read_source
from bot.newsroom.text.cleaning import clean_line
from bot.newsroom.text.markup import MARK, escape_plain, lift_marks, marks_in, write_marks
from storage.model import ArticleText, Bullet, Picture, Source

NOTHING = "-"  # typed to take something away
HEADLINE_CHARACTERS, LINE_CHARACTERS, NAME_CHARACTERS = 300, 4000, 100
MOST_LINES = 60
_NUMBER = regex.compile(r"\d{1,3}\.\s+")  # as sources are listed with theirs
_STORED_PICTURE = regex.compile(r"[0-9a-f]{32}\.(jpg|png)")  # as storage names the photos that were sent


class Field(StrEnum):
    """What can be edited. Bullets, paragraphs and sources are lists: each line has a place, from 1."""

    HEADLINE = "headline"
    BULLET = "bullet"
    PARAGRAPH = "paragraph"
    SOURCE = "source"
    CREDIT = "credit"
    SECTION = "section"
    LANGUAGE = "language"
    PICTURE = "picture"


LISTS = (Field.BULLET, Field.PARAGRAPH, Field.SOURCE)


def list_lines(text: ArticleText, field: Field) -> tuple[str, ...]:
    """Return a list's lines as they are typed."""
    if field is Field.BULLET:
        return tuple(f"{escape_plain(bullet.text)} {write_marks(bullet.sources)}".rstrip() for bullet in text.bullets)
    if field is Field.PARAGRAPH:
        return text.body
    return tuple(map(_write_source, text.sources))


def write_field(text: ArticleText, field: Field) -> str:
    """Return what a field says, as it is typed."""
    picture = text.picture
    written = {
        Field.HEADLINE: text.headline,
        Field.CREDIT: text.credit_line or "",
        Field.SECTION: text.section or "",
        Field.LANGUAGE: text.language,
        Field.PICTURE: " | ".join(filter(None, (picture.url, picture.caption, picture.credit))) if picture else "",
    }
    return written[field]


def with_field(text: ArticleText, field: Field, typed: str, *, position: int = 0) -> ArticleText:
    """Return a text with one field as typed; `position` is the line of a list that is replaced, 0 for a new one.

    Each line that is typed for a list becomes a line of it.

    Raises ArticleFileError: what is wrong, and what was expected.
    """
    if field in LISTS:
        return _with_line(text, field, typed, position)
    line = clean_line(typed)
    is_nothing = line == NOTHING
    setters: dict[Field, Callable[[], ArticleText]] = {
        Field.HEADLINE: lambda: replace(text, headline=_limited(line, HEADLINE_CHARACTERS, "a headline")),
        Field.CREDIT: lambda: replace(text, credit_line=None if is_nothing else _credit(line)),
        Field.SECTION: lambda: replace(
            text, section=None if is_nothing else _limited(line, NAME_CHARACTERS, "a section's name")
        ),
        Field.LANGUAGE: lambda: replace(text, language=_language(line)),
        Field.PICTURE: lambda: replace(text, picture=None if is_nothing else _picture(line)),
    }
    return clean_article(setters[field]())


def _limited(line: str, most: int, what: str) -> str:
    if not line or line == NOTHING:
        raise ArticleFileError("this is empty", expected=what)
    if len(line) > most:
        raise ArticleFileError(f"this has {len(line):,} characters", expected=f"{what} of at most {most:,}")
    return line


def _credit(line: str) -> str:
    head, separator, names = line.partition(":")
    if separator and head.casefold().strip() in ("credited from", "credit", "source", "sources"):
        line = names.strip()
    return _limited(line, LINE_CHARACTERS, "names of outlets")


def _language(line: str) -> str:
    primary, hyphen, rest = line.partition("-")
    code = primary.casefold() + hyphen + rest
    if not LANGUAGE.fullmatch(code):
        raise ArticleFileError(f"{line[:40]!r} is no language", expected="a code such as en or pt-BR")
    return code


def _picture(line: str) -> Picture:
    picture = read_picture(line)
    if not (_STORED_PICTURE.fullmatch(picture.url) or picture.url.startswith(("http://", "https://"))):
        raise ArticleFileError(f"{picture.url[:40]!r} is no picture", expected="a photo, or its address")
    return picture


def _with_line(text: ArticleText, field: Field, typed: str, position: int) -> ArticleText:
    written = [line for each in typed.split("\n") if (line := clean_line(each))] or [""]
    for line in written:
        _limited(line, LINE_CHARACTERS, "some words")
    lines = list(_lines_of(text, field))
    place = position - 1 if position else len(lines)
    if not 0 <= place <= len(lines) or len(lines) - bool(position) + len(written) > max(MOST_LINES, len(lines)):
        last = place + len(written)
        raise ArticleFileError(f"there is no place {last}", expected=f"one from 1 to {min(len(lines), MOST_LINES)}")
    lines[place : place + bool(position)] = [
        _read_line(text, field, line, place + number) for number, line in enumerate(written, 1)
    ]
    changed = _with_lines(text, field, lines)
    if field is Field.SOURCE and position:
        numbers = {old: old + (len(written) - 1 if old > position else 0) for old in range(1, len(text.sources) + 1)}
        changed = _renumbered(changed, numbers)
    return clean_article(changed)


def _read_line(text: ArticleText, field: Field, line: str, place: int) -> Bullet | Source | str:
    if field is Field.SOURCE:
        return read_source(f"{place}. {_without(_NUMBER, line)}", position=place)
    marks = marks_in(line)
    for mark in marks:
        check_mark(mark, len(text.sources))
    if field is Field.PARAGRAPH:
        return line
    words, sources = lift_marks(_without(BULLET, line))
    if not words:
        raise ArticleFileError("a bullet without words", expected="a key point")
    return Bullet(text=words, sources=sources)


def _without(opening: regex.Pattern[str], line: str) -> str:
    found = opening.match(line)
    return line[found.end() :] if found else line


def remarked_for(text: ArticleText, typed: str, *, before: Sequence[Source]) -> str:
    """Return words whose marks number the sources of an earlier text with the numbers that these have now.

    Raises ArticleFileError for a source that is not there any more.
    """
    now = {source: number for number, source in enumerate(text.sources, 1)}
    numbers = {}
    for mark in marks_in(typed):
        source = before[mark - 1] if 1 <= mark <= len(before) else None
        if source is not None and source not in now:
            raise ArticleFileError(f"[{mark}] was {source.outlet}, and is gone", expected="marks of the sources of now")
        numbers[mark] = now[source] if source is not None else mark
    return _remarked(typed, numbers)


def without_line(text: ArticleText, field: Field, position: int) -> ArticleText:
    """Return a text without one line; marks of a source that goes are gone, and the others count anew."""
    lines = list(_lines_of(text, field))
    if not 1 <= position <= len(lines):
        raise ArticleFileError(f"there is no {field.value} {position}", expected="one of those shown")
    del lines[position - 1]
    if field is not Field.SOURCE:
        return _with_lines(text, field, lines)
    numbers = {old: old - (old > position) for old in range(1, len(lines) + 2) if old != position}
    return _renumbered(_with_lines(text, field, lines), numbers)


def with_line_moved(text: ArticleText, field: Field, position: int, to: int) -> ArticleText:
    """Return a text with one line moved to another place; the marks of a source move along."""
    lines = list(_lines_of(text, field))
    if not (1 <= position <= len(lines) and 1 <= to <= len(lines)):
        raise ArticleFileError("it stands at the end already", expected="a place within the list")
    lines.insert(to - 1, lines.pop(position - 1))
    moved = _with_lines(text, field, lines)
    if field is not Field.SOURCE:
        return moved
    order = list(range(1, len(lines) + 1))
    order.insert(to - 1, order.pop(position - 1))
    return _renumbered(moved, {old: new for new, old in enumerate(order, 1)})


def _lines_of(text: ArticleText, field: Field) -> tuple[Any, ...]:
    lines: dict[Field, tuple[Any, ...]] = {
        Field.BULLET: text.bullets,
        Field.PARAGRAPH: text.body,
        Field.SOURCE: text.sources,
    }
    return lines[field]


def _with_lines(text: ArticleText, field: Field, lines: list[Any]) -> ArticleText:
    if field is Field.BULLET:
        return replace(text, bullets=tuple(lines))
    return replace(text, body=tuple(lines)) if field is Field.PARAGRAPH else replace(text, sources=tuple(lines))


def _renumbered(text: ArticleText, numbers: dict[int, int]) -> ArticleText:
    bullets = tuple(
        replace(bullet, sources=tuple(numbers[mark] for mark in bullet.sources if mark in numbers))
        for bullet in text.bullets
    )
    return replace(text, bullets=bullets, body=tuple(_remarked(paragraph, numbers) for paragraph in text.body))


def _remarked(paragraph: str, numbers: dict[int, int]) -> str:
    def remark(found: regex.Match[str]) -> str:
        number = numbers.get(int(found[2]))
        return f"{found[1]}[{number}]" if number is not None else found[1]

    return "\n".join(clean_line(line) for line in MARK.sub(remark, paragraph).split("\n"))


def _write_source(source: Source) -> str:
    day = source.published_on.isoformat() if source.published_on else ""
    fields = [source.outlet, source.title or "", source.url or "", day]
    while fields and not fields[-1]:
        fields.pop()
    return " | ".join(fields)
