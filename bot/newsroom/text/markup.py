"""The little markup of article files: escapes and source marks (docs/article-files.md)."""

import regex

MARK = regex.compile(r"(?<!\\)((?:\\\\)*)\[(\d{1,3})\](?!\()")
_LIFTED = regex.compile(r"\s*" + MARK.pattern)
_ESCAPE = regex.compile(r"\\([!-/:-@\[-`{-~])")
# What Markdown would read: a backslash, emphasis, a link, a mark; a quotation's sign at the start.
_SPECIAL = regex.compile(r"\\(?=[!-/:-@\[-`{-~])|[*_]|\[(?=\d{1,3}\]|[^\]]*\]\()|^>")
_PLAIN_SPECIAL = regex.compile(r"\\(?=[!-/:-@\[-`{-~])|\[(?=\d{1,3}\])")


def escape_markup(text: str) -> str:
    """Write plain text so that it reads as itself in a paragraph."""
    return _SPECIAL.sub(lambda match: "\\" + match[0], text)


def escape_plain(text: str) -> str:
    """Write plain text so that it reads as itself where only marks and escapes are known (bullets)."""
    return _PLAIN_SPECIAL.sub(lambda match: "\\" + match[0], text)


def unescape(text: str) -> str:
    """Take away the backslashes in front of punctuation."""
    return _ESCAPE.sub(r"\1", text)


def marks_in(text: str) -> tuple[int, ...]:
    """Return the source numbers marked in a text, in order, each once."""
    return tuple(dict.fromkeys(int(match[2]) for match in MARK.finditer(text)))


def lift_marks(text: str) -> tuple[str, tuple[int, ...]]:
    """Take the marks out of a bullet: its plain text, and the source numbers."""
    without = _LIFTED.sub(r"\1", text)
    return unescape(without).strip(), marks_in(text)


def write_marks(numbers: tuple[int, ...]) -> str:
    """Write source numbers as marks: `[1][2]`."""
    return "".join(f"[{number}]" for number in numbers)
