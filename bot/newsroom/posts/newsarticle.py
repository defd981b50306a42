"""The JSON article file: schema.org NewsArticle terms (https://schema.org/NewsArticle)."""

import json
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

import regex
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.errors import ArticleFileError
from bot.newsroom.posts.posttext import ADDRESS, LANGUAGE, check_mark, clean_article
from bot.newsroom.text.cleaning import clean_text
from bot.newsroom.text.markup import escape_plain, lift_marks, marks_in, write_marks
from storage.model import Article, ArticleText, Bullet, Picture, Source


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, populate_by_name=True)


class _Publisher(_Strict):
    name: str = Field(min_length=1)
    type: str | None = Field(None, alias="@type")


class _Citation(_Strict):
    type: str | None = Field(None, alias="@type")
    position: int
    publisher: _Publisher
    headline: str | None = None
    url: str | None = Field(None, pattern=ADDRESS)
    datePublished: str | None = None


class _Image(_Strict):
    type: str | None = Field(None, alias="@type")
    url: str
    caption: str | None = None
    creditText: str | None = None


class _NewsArticle(_Strict):
    context: str | None = Field(None, alias="@context")
    type: str | None = Field(None, alias="@type")
    identifier: int | str | None = None
    headline: str = Field(min_length=1)
    creditText: str | None = None
    abstract: list[str] = []
    articleBody: str = ""
    citation: list[_Citation] = []
    image: _Image | str | None = None
    articleSection: str | None = None
    inLanguage: str = "en"
    datePublished: str | None = None
    dateModified: str | None = None
    correction: str | None = None
    creativeWorkStatus: str | None = None


def parse_json(document: str) -> tuple[ArticleText, ...]:
    """Read one NewsArticle, an array of them, or JSON Lines. Raises ArticleFileError."""
    try:
        whole = json.loads(document)
    except RecursionError:
        raise ArticleFileError("the JSON is nested too deeply", expected="articles") from None
    except ValueError as error:
        if not _is_whole(document.lstrip().split("\n", 1)[0]):
            problem, place = _json_problem(error)
            expected = "an object, an array or JSON Lines"
            raise ArticleFileError(f"no JSON: {problem}", expected=expected, line=place) from None
        return tuple(parse_json_lines(document.split("\n")))
    return tuple(_read(value, None) for value in (whole if isinstance(whole, list) else [whole]))


def is_json_lines(head: bytes) -> bool:
    """Whether a document that begins like this is JSON Lines: a whole object in its first line, and more below."""
    first, _, rest = head.removeprefix(BOM_UTF8).lstrip().partition(b"\n")
    return first.startswith(b"{") and bool(rest) and not rest.isspace() and _is_whole(first)


def _is_whole(line: str | bytes) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def parse_json_lines(lines: Iterable[str]) -> Iterator[ArticleText]:
    """Yield the article of each line, as it is read. Raises ArticleFileError with the line."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            problem, _ = _json_problem(error)
            raise ArticleFileError(f"no JSON: {problem}", expected="one object per line", line=number) from None
        yield _read(value, number)


def _json_problem(error: Exception) -> tuple[str, int | None]:
    if isinstance(error, json.JSONDecodeError):
        return error.msg, error.lineno
    return str(error)[:80], None


def _read(value: Any, line: int | None) -> ArticleText:
    try:
        return _read_item(_NewsArticle.model_validate(value))
    except ValidationError as error:
        raise _describe(error, line) from None
    except ArticleFileError as error:
        raise ArticleFileError(error.problem, expected=error.expected, line=line) from None


def _read_item(item: _NewsArticle) -> ArticleText:
    sources = tuple(_read_source(citation, number) for number, citation in enumerate(item.citation, 1))
    bullets = tuple(Bullet(text=text, sources=marks) for text, marks in map(lift_marks, item.abstract))
    text = clean_article(
        ArticleText(
            headline=item.headline,
            bullets=bullets,
            body=tuple(clean_text(item.articleBody).split("\n\n")),
            credit_line=item.creditText,
            sources=sources,
            section=item.articleSection,
            language=item.inLanguage,
            picture=_read_image(item.image),
        )
    )
    _check(text)
    return text


def _check(text: ArticleText) -> None:
    if not text.headline:
        raise ArticleFileError("headline: it is empty", expected="a headline")
    if not LANGUAGE.fullmatch(text.language):
        raise ArticleFileError(f"inLanguage: {text.language!r} is no language", expected="a code such as en or pt-BR")
    if text.picture and not text.picture.is_stored and not regex.fullmatch(ADDRESS, text.picture.url):
        expected = "http:// or https://, or the name of a file"
        raise ArticleFileError(f"image: {text.picture.url[:60]!r} is no address", expected=expected)
    if not text.bullets and not text.body:
        raise ArticleFileError("the article says nothing", expected="abstract or articleBody")
    if any(not bullet.text for bullet in text.bullets):
        raise ArticleFileError("abstract: a bullet without words", expected="a key point")
    if any(not source.outlet for source in text.sources):
        raise ArticleFileError("citation: a publisher without a name", expected="publisher.name")
    marks = [mark for bullet in text.bullets for mark in bullet.sources]
    for mark in [*marks, *(mark for paragraph in text.body for mark in marks_in(paragraph))]:
        check_mark(mark, len(text.sources))


def _describe(error: ValidationError, line: int | None) -> ArticleFileError:
    """Turn pydantic's first finding into one of ours."""
    finding = error.errors(include_url=False)[0]
    path = ".".join(str(part) for part in finding["loc"] if part not in ("_Image", "str"))
    if finding["type"] == "extra_forbidden":
        known = ", ".join(_known_fields(finding["loc"]))
        return ArticleFileError(f"{path}: no such field", expected=f"one of {known}", line=line)
    if finding["type"] == "missing":
        return ArticleFileError(f"{path}: it is missing", expected="a value", line=line)
    expected = finding["msg"].removeprefix("Input should be ").replace(" or instance of _NewsArticle", "")
    if finding["type"] == "string_pattern_mismatch":
        expected = "an address such as https://example.org/a"
    got = type(finding["input"]).__name__
    return ArticleFileError(
        f"{path or 'the document'}: got {got} {str(finding['input'])[:40]!r}", expected=expected, line=line
    )


def _known_fields(location: tuple[int | str, ...]) -> list[str]:
    """Return the fields of the object in which an unknown one was found."""
    owners = [part for part in location[:-1] if isinstance(part, str)]
    models: dict[str, type[BaseModel]] = {"citation": _Citation, "publisher": _Publisher, "_Image": _Image}
    model = models.get(owners[-1] if owners else "", _NewsArticle)
    return [field.alias or name for name, field in model.model_fields.items()]


def _read_source(citation: _Citation, number: int) -> Source:
    if citation.position != number:
        raise ArticleFileError(f"citation: position {citation.position} out of order", expected=f"{number}")
    day = None
    if citation.datePublished:
        try:
            day = datetime.fromisoformat(citation.datePublished).date()
        except ValueError:
            raise ArticleFileError(
                f"citation.datePublished: {citation.datePublished[:40]!r} is no date", expected="2025-08-08"
            ) from None
    return Source(outlet=citation.publisher.name, title=citation.headline, url=citation.url, published_on=day)


def _read_image(image: _Image | str | None) -> Picture | None:
    if image is None or isinstance(image, str):
        return Picture(url=image) if image else None
    return Picture(url=image.url, caption=image.caption, credit=image.creditText)


def to_newsarticle(article: Article) -> dict[str, Any]:
    """Return an article as a NewsArticle object, with its number, times, status and last correction or withdrawal."""
    text = article.text
    values: dict[str, Any] = {"identifier": article.number, **text_to_newsarticle(text)}
    values["datePublished"] = article.published_at.isoformat() if article.published_at else None
    values["dateModified"] = article.revised_at.isoformat()
    values["creativeWorkStatus"] = article.status.value
    values["correction"] = article.withdrawal_reason or (article.notes[-1].text if article.notes else None)
    return _without_empty(values)


def text_to_newsarticle(text: ArticleText) -> dict[str, Any]:
    """Return what an article says as a NewsArticle object."""
    image: dict[str, Any] | None = None
    if text.picture:
        picture = text.picture
        image = _without_empty({"url": picture.url, "caption": picture.caption, "creditText": picture.credit})
    return _without_empty(
        {
            "headline": text.headline,
            "creditText": text.credit_line,
            "abstract": [
                f"{escape_plain(bullet.text)} {write_marks(bullet.sources)}".rstrip() for bullet in text.bullets
            ],
            "articleBody": "\n\n".join(text.body),
            "citation": [_citation(number, source) for number, source in enumerate(text.sources, 1)],
            "image": image,
            "articleSection": text.section,
            "inLanguage": text.language,
        }
    )


def _citation(position: int, source: Source) -> dict[str, Any]:
    day: date | None = source.published_on
    return _without_empty(
        {
            "position": position,
            "publisher": {"name": source.outlet},
            "headline": source.title,
            "url": source.url,
            "datePublished": day.isoformat() if day else None,
        }
    )


def _without_empty(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (None, "", [])}


def write_json(articles: Iterable[ArticleText]) -> str:
    """Write articles as a JSON array; parse_json reads the same articles from it."""
    return json.dumps([text_to_newsarticle(text) for text in articles], ensure_ascii=False, indent=2) + "\n"
