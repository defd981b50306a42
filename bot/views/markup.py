"""A paragraph in the markup of article files, as formatted text."""

from collections.abc import Callable, Sequence
from itertools import accumulate

from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot.newsroom.text.markup import MARK, write_marks
from bot.views.text import Text, bold, italic, join, link, quotation
from storage.model import Bullet, Source

_MARKDOWN = MarkdownIt("zero").enable(["emphasis", "link", "escape", "balance_pairs"]).disable("text_join")
_WRAPPERS = {"strong": bold, "em": italic}

SetMark = Callable[[int, tuple[Source, ...]], Text]


def link_to_source(number: int, sources: tuple[Source, ...]) -> Text:
    """Set a source mark, linked to its source where that has an address."""
    return link(write_marks((number,)), sources[number - 1].url)


def paragraph_text(paragraph: str, sources: tuple[Source, ...], *, mark: SetMark = link_to_source) -> Text:
    """Set a paragraph: emphasis, links, quotations, and source marks."""
    if paragraph.startswith(">"):
        return quotation(paragraph_text(paragraph[1:].lstrip(), sources, mark=mark))
    tokens = _MARKDOWN.parseInline(paragraph)[0].children or []
    return _set(tokens, sources, mark)


def plain_paragraph(paragraph: str) -> str:
    """Return a paragraph's words alone: no markup, no marks."""
    text = paragraph_text(MARK.sub(r"\1", paragraph), ()).plain
    return " ".join(text.split())


def bullet_text(
    bullet: Bullet, sources: tuple[Source, ...], *, sign: str = "• ", mark: SetMark = link_to_source
) -> Text:
    """Set a bullet with its marks behind it."""
    return join(" ", [Text(f"{sign}{bullet.text}"), join("", [mark(number, sources) for number in bullet.sources])])


def _set(tokens: Sequence[Token], sources: tuple[Source, ...], mark: SetMark) -> Text:
    """Set a flat list of tokens; `*_open` and `*_close` tokens nest."""
    result, index = Text(), 0
    while index < len(tokens):
        token = tokens[index]
        if token.nesting == 1:
            end = _closing(tokens, index)
            result += _wrap(token, tokens[index + 1 : end], sources, mark)
            index = end
        elif token.type == "text":
            result += _with_marks(token.content, sources, mark)
        else:
            result += token.content
        index += 1
    return result


def _closing(tokens: Sequence[Token], start: int) -> int:
    depths = accumulate(token.nesting for token in tokens[start:])
    return start + list(depths).index(0)


def _wrap(token: Token, inner: Sequence[Token], sources: tuple[Source, ...], mark: SetMark) -> Text:
    if token.tag == "a":
        label = _set(inner, sources, mark).plain
        return link(label, str(token.attrs.get("href", "")))
    return _WRAPPERS[token.tag](_set(inner, sources, mark))


def _with_marks(text: str, sources: tuple[Source, ...], mark: SetMark) -> Text:
    result, end = Text(), 0
    for match in MARK.finditer(text):
        number = int(match[2])
        result += text[end : match.start()] + match[1]
        is_source = 1 <= number <= len(sources)
        result += mark(number, sources) if is_source else write_marks((number,))
        end = match.end()
    return result + text[end:]
