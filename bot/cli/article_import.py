"""Articles in: all files are read and checked first, then added in short transactions."""

import contextlib
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from bot.cli.output import say_aside
from bot.cli.pace import Pace
from bot.cli.pictures import find_picture, take_picture
from bot.cli.progress import progress
from bot.cli.spool import Spool
from bot.clock import system_clock
from bot.errors import ArticleFileError, BotError, GateBlocked
from bot.newsroom.outlets.directory import Directory, make_directory
from bot.newsroom.posts.newsarticle import is_json_lines
from bot.publishing import Publishing
from storage.model import ArticleText
from storage.store import Storage

MAX_FILE_BYTES = 20 * 1024 * 1024  # of a file that is read as a whole; JSON Lines may be as long as they like
CHECKED_AT_ONCE = 50
FIRST_BATCH = 10.0  # articles of some length
CHARACTERS = 3000  # that cost about as much as an article without any


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import came to: the articles' numbers in the files' order, and which of them are new."""

    numbers: dict[int, None] = field(default_factory=dict)
    added: set[int] = field(default_factory=set)

    @property
    def known_count(self) -> int:
        """How many were here already."""
        return len(self.numbers) - len(self.added)


Checked = tuple[ArticleText, Path | None]  # an article, and the file of its picture where there is one to store


async def import_articles(publishing: Publishing, files: Sequence[Path], *, publish: bool) -> Imported:
    """Add the articles of all files that are not here yet. Raises BotError where one cannot be: then none is."""
    dropped: list[str] = []
    with Spool[Checked]() as checked:
        try:
            await _read(publishing, files, checked, dropped, publish=publish)
            imported = await _add(publishing, checked, publish=publish)
        except GateBlocked as error:
            raise BotError(f"{error}; without --publish it comes in as a draft") from None
    for line in dropped:
        say_aside(line)
    return imported


async def read_text(storage: Storage, file: Path) -> ArticleText:
    """Return the one article of a file, its picture stored where it is a file too. Raises BotError."""
    dropped: list[str] = []
    texts = list(_texts(file, make_directory(await storage.outlets.list()), dropped))
    if len(texts) != 1:
        raise BotError(f"{file}: expected one article, and there are {len(texts)}")
    for line in dropped:
        say_aside(line)
    text, picture = await find_picture(storage, texts[0], file.parent)
    if picture is not None:
        await take_picture(storage, text, picture)
    return text


async def _read(
    publishing: Publishing, files: Sequence[Path], checked: Spool[Checked], dropped: list[str], *, publish: bool
) -> None:
    directory = make_directory(await publishing.storage.outlets.list())
    unchecked: list[ArticleText] = []
    with progress("read") as advance:
        for file in files:
            for read in _texts(file, directory, dropped):
                text, picture = await find_picture(publishing.storage, read, file.parent)
                checked.put((text, picture))
                advance(len(checked))
                if publish:
                    unchecked.append(text)
                if len(unchecked) == CHECKED_AT_ONCE:
                    await publishing.check_missing(unchecked)
                    unchecked.clear()
        await publishing.check_missing(unchecked)


def _texts(file: Path, directory: Directory, dropped: list[str]) -> Iterator[ArticleText]:
    """Yield a file's articles, and note what was dropped; errors name the file. Raises BotError."""
    from bot.newsroom.posts.article_file import parse_article_file, parse_article_lines  # noqa: PLC0415 - most commands read none

    try:
        with contextlib.nullcontext(sys.stdin.buffer) if str(file) == "-" else file.open("rb") as stream:
            head = stream.read(MAX_FILE_BYTES + 1)
            if is_json_lines(head):
                yield from parse_article_lines(_lines(head, stream))
                return
        if len(head) > MAX_FILE_BYTES:
            size = f"{MAX_FILE_BYTES // 1024 // 1024} MiB"
            raise BotError(f"{file}: the file is larger than {size}; only JSON Lines may be")
        whole = parse_article_file(head, directory)
    except OSError as error:
        raise BotError(f"{file}: {error.strerror}") from None
    except ArticleFileError as error:
        raise BotError(f"{file}: {error}") from None
    dropped += [f"{file}: dropped: {line}" for line in whole.dropped]
    yield from whole.texts


def _lines(head: bytes, stream: IO[bytes]) -> Iterator[bytes]:
    """Yield the lines of a file whose beginning was read already."""
    *lines, last = head.split(b"\n")
    yield from lines
    yield last + stream.readline()
    yield from stream


async def _add(publishing: Publishing, checked: Spool[Checked], *, publish: bool) -> Imported:
    storage = publishing.storage
    pace, imported, done = Pace(storage.database, FIRST_BATCH), Imported(), 0
    with progress("added", len(checked)) as advance:
        for batch in pace.cut(checked, _weigh):
            for text, picture in batch:
                if picture is not None:
                    await take_picture(storage, text, picture)
            texts = [text for text, _ in batch]
            adding = publishing.add_missing(texts, now=system_clock(), publish=publish)
            for number, is_new in await pace.keep(adding):
                imported.numbers[number] = None
                if is_new:
                    imported.added.add(number)
            done += len(batch)
            advance(done)
    return imported


def _weigh(checked: Checked) -> float:
    """Tell how long an article takes to store, in articles without text."""
    text, _ = checked
    characters = sum(map(len, text.body)) + sum(len(bullet.text) for bullet in text.bullets)
    return 1.0 + characters / CHARACTERS
