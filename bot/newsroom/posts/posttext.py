"""Strict post text: the article file that export writes. Nothing is dropped, nothing inferred."""

from dataclasses import dataclass, field
from datetime import date

import regex

from bot.errors import ArticleFileError
from bot.newsroom.outlets.credits import without_one_outlet
from bot.newsroom.text.cleaning import clean_line, clean_text
from bot.newsroom.text.markup import escape_plain, lift_marks, marks_in, unescape, write_marks
from storage.model import ArticleText, Bullet, Picture, Source

_STRICT = regex.compile(r"\n*#(?:\s|$)")
BULLET = regex.compile(r"[•‣▪●○◦·*–—-]\s+(?=\S)")
KEY = regex.compile(r"(Credited from|Section|Language|Picture)\s*:[^\S\n]*(.*)", regex.IGNORECASE)
SOURCES = regex.compile(r"Sources\s*:\s*$", regex.IGNORECASE)
LANGUAGE = regex.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_NUMBERED = regex.compile(r"(\d{1,3})[.)]\s+(\S.*)")
_FIELD = regex.compile(r"(?<!\\)(?:\\\\)*\K\|")
ADDRESS = r"^[hH][tT][tT][pP][sS]?://[^\s/]\S*$"
_URL = regex.compile(ADDRESS)
# A paragraph that would be read as something else gets one more backslash in front.
_STRUCTURAL = regex.compile(rf"\\*(?:{BULLET.pattern}|{KEY.pattern}|{SOURCES.pattern}|#\s)", regex.IGNORECASE)


def is_strict(document: str) -> bool:
    """Whether a post text's first line says that it is strict."""
    return _STRICT.match(clean_text(document)) is not None


@dataclass(slots=True)
class _Reading:
    headline: str
    keys: dict[str, str] = field(default_factory=dict)
    bullets: list[Bullet] = field(default_factory=list)
    paragraphs: list[list[str]] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)  # (line, source number)
    picture: Picture | None = None
    is_in_paragraph: bool = False


def parse_strict(document: str) -> ArticleText:
    """Read strict post text. Raises ArticleFileError with the line."""
    lines = list(enumerate(clean_text(document).split("\n"), 1))
    first = next(index for index, (_, line) in enumerate(lines) if line.strip())
    headline = unescape(lines[first][1][1:].strip())
    if not headline:
        raise ArticleFileError("the headline is empty", expected="# and the headline", line=lines[first][0])
    reading = _Reading(headline)
    rest = lines[first + 1 :]
    split = next((index for index, (_, line) in enumerate(rest) if SOURCES.fullmatch(line)), len(rest))
    for number, line in rest[:split]:
        _read_line(reading, number, line.strip())
    for number, line in rest[split + 1 :]:
        if line.strip():
            reading.sources.append(read_source(line.strip(), position=len(reading.sources) + 1, line=number))
    _check(reading)
    return ArticleText(
        headline=reading.headline,
        bullets=tuple(reading.bullets),
        body=tuple(" ".join(paragraph) for paragraph in reading.paragraphs),
        credit_line=without_one_outlet(reading.keys.get("credited from", "")) or None,
        sources=tuple(reading.sources),
        section=reading.keys.get("section"),
        language=reading.keys.get("language", "en"),
        picture=reading.picture,
    )


def _read_line(reading: _Reading, number: int, line: str) -> None:
    if not line:
        reading.is_in_paragraph = False
    elif not reading.paragraphs and not reading.bullets and (match := KEY.fullmatch(line)):
        _read_key(reading, number, match[1].casefold(), match[2].strip())
    elif not reading.is_in_paragraph and (bullet := BULLET.match(line)):
        text, sources = lift_marks(line[bullet.end() :])
        if not text:
            raise ArticleFileError("a bullet without words", expected="• and a key point", line=number)
        reading.bullets.append(Bullet(text=text, sources=sources))
        reading.marks += [(number, source) for source in sources]
    else:
        if not reading.is_in_paragraph:
            reading.paragraphs.append([])
            line = line[1:] if line.startswith("\\") and _STRUCTURAL.match(line) else line
        elif line.startswith(">") and reading.paragraphs[-1][0].startswith(">"):
            line = line[1:].lstrip()
        reading.is_in_paragraph = True
        reading.paragraphs[-1].append(line)
        reading.marks += [(number, source) for source in marks_in(line)]


def _read_key(reading: _Reading, number: int, key: str, value: str) -> None:
    if key in reading.keys:
        raise ArticleFileError(f"{key.capitalize()} stands twice", expected="it once", line=number)
    if not value:
        raise ArticleFileError(f"{key.capitalize()} is empty", expected="a value, or no such line", line=number)
    reading.keys[key] = unescape(value)
    if key == "picture":
        reading.picture = read_picture(value, number)
    elif key == "language" and not LANGUAGE.fullmatch(value):
        raise ArticleFileError(f"{value!r} is no language", expected="a code such as en or pt-BR", line=number)


def _check(reading: _Reading) -> None:
    if not reading.bullets and not reading.paragraphs:
        raise ArticleFileError("the article says nothing", expected="bullets or a body under the headline")
    for line, mark in reading.marks:
        check_mark(mark, len(reading.sources), line)


def check_mark(mark: int, sources: int, line: int | None = None) -> None:
    """Raise ArticleFileError if a mark points at no source."""
    if not 1 <= mark <= sources:
        known = f"a mark from [1] to [{sources}]" if sources else "no marks, since there are no sources"
        raise ArticleFileError(f"[{mark}] points at no source", expected=known, line=line)


def read_picture(value: str, line: int | None = None) -> Picture:
    """Read `address | caption | credit`."""
    fields = _fields(value)
    url, caption, credit = [*fields, "", ""][:3]
    if len(fields) > 3 or ("://" in url and not _URL.fullmatch(url)):
        expected = "an address or a file | caption | credit"
        raise ArticleFileError(f"Picture: {value[:60]!r} cannot be read", expected=expected, line=line)
    return Picture(url=url, caption=caption or None, credit=credit or None)


def read_source(text: str, *, position: int, line: int | None = None) -> Source:
    """Read `1. Outlet | title | address | 2025-08-08`; raises ArticleFileError."""
    match = _NUMBERED.fullmatch(text)
    if match is None or int(match[1]) != position:
        raise ArticleFileError(
            f"{text[:60]!r} is not source {position}",
            expected=f"{position}. Outlet | title | address | date",
            line=line,
        )
    fields = _fields(match[2])
    if len(fields) == 2 and _URL.fullmatch(fields[1]):
        fields = [fields[0], "", fields[1]]
    outlet, title, url, day = [*fields, "", "", ""][:4]
    if len(fields) > 4 or not outlet:
        raise ArticleFileError("a source has the wrong fields", expected="Outlet | title | address | date", line=line)
    if url and not _URL.fullmatch(url):
        raise ArticleFileError(f"{url[:60]!r} is no address", expected="http:// or https://", line=line)
    return Source(outlet=outlet, title=title or None, url=url or None, published_on=_read_day(day, line))


def _read_day(day: str, line: int | None) -> date | None:
    try:
        return date.fromisoformat(day) if day else None
    except ValueError:
        raise ArticleFileError(f"{day[:40]!r} is no date", expected="a date such as 2025-08-08", line=line) from None


def _fields(value: str) -> list[str]:
    return [unescape(part.strip()) for part in _FIELD.split(value)]


def write_strict(text: ArticleText) -> str:
    """Write an article as strict post text; parse_strict reads the same article from it."""
    blocks = [f"# {_write(text.headline)}", "\n".join(_write_keys(text))]
    blocks.append("\n".join(_write_bullet(bullet) for bullet in text.bullets))
    blocks += [f"\\{paragraph}" if _STRUCTURAL.match(paragraph) else paragraph for paragraph in text.body]
    if text.sources:
        sources = [_write_source(number, source) for number, source in enumerate(text.sources, 1)]
        blocks.append("\n".join(["Sources:", *sources]))
    return "\n\n".join(block for block in blocks if block) + "\n"


def _write_keys(text: ArticleText) -> list[str]:
    picture = text.picture and _write_fields(text.picture.url, text.picture.caption, text.picture.credit)
    keys = {
        "Credited from": text.credit_line and _write(text.credit_line),
        "Section": text.section,
        "Picture": picture,
    }
    keys["Section"] = text.section and _write(text.section)
    keys["Language"] = text.language
    return [f"{key}: {value}" for key, value in keys.items() if value]


def _write_bullet(bullet: Bullet) -> str:
    return f"• {escape_plain(bullet.text)} {write_marks(bullet.sources)}".rstrip()


def _write_source(number: int, source: Source) -> str:
    day = source.published_on.isoformat() if source.published_on else None
    fields = _write_fields(source.outlet, source.title, source.url, day)
    # A title that looks like an address is told from one by the empty field behind it.
    is_title_alone = source.title and not source.url and not day and _URL.fullmatch(source.title)
    return f"{number}. {fields}{' |' if is_title_alone else ''}"


def _write_fields(*fields: str | None) -> str:
    written = [_write(field or "").replace("|", "\\|") for field in fields]
    while not written[-1]:
        written.pop()
    return " | ".join(written)


def _write(text: str) -> str:
    return regex.sub(r"\\(?=[!-/:-@\[-`{-~])", r"\\\\", text)


def clean_article(text: ArticleText) -> ArticleText:
    """Clean every field of an article from outside; what is empty then is gone."""

    def optional(value: str | None) -> str | None:
        return clean_line(value) or None if value else None

    picture = text.picture
    if picture:
        picture = Picture(
            url=clean_line(picture.url), caption=optional(picture.caption), credit=optional(picture.credit)
        )
    return ArticleText(
        headline=clean_line(text.headline),
        bullets=tuple(Bullet(text=clean_line(bullet.text), sources=bullet.sources) for bullet in text.bullets),
        body=tuple(line for paragraph in text.body if (line := clean_line(paragraph))),
        credit_line=optional(text.credit_line),
        sources=tuple(
            Source(
                outlet=clean_line(source.outlet),
                title=optional(source.title),
                url=optional(source.url),
                published_on=source.published_on,
            )
            for source in text.sources
        ),
        section=optional(text.section),
        language=text.language,
        picture=picture,
    )
