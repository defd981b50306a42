"""Articles out, a page at a time: no library is too large for memory."""

import json
import sys
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import IO

import typer

from bot.cli.output import EXIT_USAGE, open_to_write, say_json_array, show_error
from bot.cli.pictures import write_picture
from bot.newsroom.posts.newsarticle import to_newsarticle
from bot.newsroom.posts.posttext import write_strict
from storage.errors import NotFound
from storage.model import Article
from storage.store import Storage

FORMATS = ("text", "json", "jsonl")
PAGE = 200


async def export_articles(storage: Storage, numbers: Sequence[int], form: str, output: Path | None) -> None:
    """Write these articles, or all, to a file, a folder or standard output. Raises NotFound before anything."""
    async for _ in iter_numbered(storage, numbers):
        pass  # all of them are here
    articles = iter_numbered(storage, numbers) if numbers else _iter_all(storage)
    first = [article for _ in range(2) if (article := await anext(articles, None)) is not None]
    if form == "text" and output is None and len(first) > 1:
        show_error("several post texts need a folder: --output FOLDER")
        raise typer.Exit(EXIT_USAGE)
    chosen = _chain(first, articles)
    if output is None:
        await write_document(sys.stdout, chosen, form)
    elif form == "text" and (len(first) != 1 or output.is_dir()):  # noqa: ASYNC240 - nothing else runs
        output.mkdir(parents=True, exist_ok=True)  # noqa: ASYNC240
        async for article in _with_pictures(storage, chosen, output):
            with open_to_write(output / f"{article.number}.txt") as stream:
                stream.write(write_strict(article.text))
    else:
        with open_to_write(output) as stream:
            await write_document(stream, _with_pictures(storage, chosen, output.parent), form)


async def write_document(stream: IO[str], articles: AsyncIterator[Article], form: str) -> None:
    """Write articles one by one as post text, as one JSON array or as JSON Lines."""
    if form == "json":
        await say_json_array((to_newsarticle(article) async for article in articles), stream)
        return
    async for article in articles:
        if form == "text":
            stream.write(write_strict(article.text))
        else:
            stream.write(json.dumps(to_newsarticle(article), ensure_ascii=False) + "\n")


async def iter_numbered(storage: Storage, numbers: Sequence[int]) -> AsyncIterator[Article]:
    """Yield these articles in the order asked for. Raises NotFound."""
    for start in range(0, len(numbers), PAGE):
        some = numbers[start : start + PAGE]
        page = await storage.articles.list_numbered(some)
        if len(page) < len(some):
            raise NotFound("article", min(set(some) - {article.number for article in page}))
        for article in page:
            yield article


async def _iter_all(storage: Storage) -> AsyncIterator[Article]:
    last = 0
    while page := await storage.articles.list_all(after_number=last, limit=PAGE):
        for article in page:
            yield article
        last = page[-1].number


async def _with_pictures(storage: Storage, articles: AsyncIterator[Article], folder: Path) -> AsyncIterator[Article]:
    """Yield the articles, and write the picture of each into a folder."""
    async for article in articles:
        yield article
        await write_picture(storage, article.text, folder)


async def _chain(first: Sequence[Article], articles: AsyncIterator[Article]) -> AsyncIterator[Article]:
    for article in first:
        yield article
    async for article in articles:
        yield article
