"""Article files of either format, recognised by how they begin."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import regex

from bot.errors import ArticleFileError
from bot.newsroom.outlets.directory import Directory
from bot.newsroom.posts.loose import parse_loose
from bot.newsroom.posts.newsarticle import parse_json, parse_json_lines
from bot.newsroom.posts.posttext import clean_article, is_strict, parse_strict
from bot.newsroom.text.cleaning import clean_text
from storage.model import ArticleText

# `[Exclusive] …` is no JSON.
_JSON = regex.compile(r"\s*(?:\{|\[\s*(?:[\[\]{\d\"-]|true|false|null|$))")


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """What a file holds, and the lines that were dropped as chrome (loose post text only)."""

    texts: tuple[ArticleText, ...]
    dropped: tuple[str, ...] = ()


def parse_article_file(content: bytes, directory: Directory) -> ArticleFile:
    """Read JSON, strict or loose post text. Raises ArticleFileError; nothing is half read."""
    try:
        document = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ArticleFileError("the file is not UTF-8 text", expected="UTF-8", line=line) from None
    if _JSON.match(document):
        return ArticleFile(parse_json(document))
    if not clean_text(document).strip():
        raise ArticleFileError("the file is empty", expected="post text or JSON", line=1)
    if is_strict(document):
        return ArticleFile((clean_article(parse_strict(document)),))
    loose = parse_loose(document, directory)
    return ArticleFile((clean_article(loose.text),), loose.dropped)


def parse_article_lines(lines: Iterable[bytes]) -> Iterator[ArticleText]:
    """Yield the articles of JSON Lines as they are read. Raises ArticleFileError with the line."""
    return parse_json_lines(_decode(lines))


def _decode(lines: Iterable[bytes]) -> Iterator[str]:
    for number, line in enumerate(lines, 1):
        try:
            decoded = line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            raise ArticleFileError("the file is not UTF-8 text", expected="UTF-8", line=number) from None
        yield decoded
