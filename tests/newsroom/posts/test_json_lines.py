"""JSON Lines: one article a line, read as they come."""

import pytest

from bot.errors import ArticleFileError
from bot.newsroom.posts.article_file import parse_article_lines
from bot.newsroom.posts.newsarticle import is_json_lines, write_json
from storage.model import ArticleText
from tests.make import make_text


def write_line(text: ArticleText) -> bytes:
    return write_json([text]).strip("[]\n").replace("\n", "").encode() + b"\n"


def test_json_lines_are_read_line_by_line() -> None:
    lines = [write_line(make_text(headline)) for headline in ("One", "Zwölf")]
    with_mark = [b"\xef\xbb\xbf" + lines[0], b"\n", lines[1]]
    assert [text.headline for text in parse_article_lines(with_mark)] == ["One", "Zwölf"]


def test_line_that_is_no_utf8_is_named() -> None:
    reading = parse_article_lines([write_line(make_text("One")), b"\xff\n"])
    assert next(reading).headline == "One"
    with pytest.raises(ArticleFileError, match="line 2: the file is not UTF-8 text"):
        next(reading)


@pytest.mark.parametrize(
    ("head", "answer"),
    [
        (b'{"headline": "One"}\n{"head', True),
        (b'\xef\xbb\xbf\n{"headline": "One"}\n{}', True),
        (b'{"headline": "One"}\n', False),
        (b'{"headline": "One",\n"articleBody": "x"}', False),
        (b'{"headline": \n', False),
        (b'[{"headline": "One"}]\n[]', False),
        (b"# One\n\nText", False),
        (b"", False),
    ],
)
def test_document_of_several_objects_is_json_lines(head: bytes, answer: bool) -> None:  # noqa: FBT001
    assert is_json_lines(head) == answer
