"""`dateline article`: articles in and out, and the moves between their states."""

import json as json_
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.pictures import check_picture, take_picture, write_picture
from bot.cli.shared import (
    EXIT_USAGE,
    ConfigFlag,
    JsonFlag,
    configure,
    opened_storage,
    runs,
    say,
    say_aside,
    say_json,
    show_error,
)
from bot.clock import system_clock
from bot.errors import ArticleFileError, BotError, GateBlocked
from bot.newsroom.article_file import ArticleFile, parse_article_file
from bot.newsroom.directory import Directory, make_directory
from bot.newsroom.newsarticle import to_newsarticle
from bot.newsroom.posttext import write_strict
from bot.publishing import COMMAND_LINE, Publishing
from storage.model import Article, ArticleText, Status
from storage.store import Storage

app = typer.Typer(help="Import, export, list, show, publish and withdraw articles.", no_args_is_help=True)

MAX_FILE_BYTES = 20 * 1024 * 1024
LIST_LIMIT = 50

Number = Annotated[int, typer.Argument(min=1, help="The article's number.", metavar="NUMBER")]


@app.command("import")
@runs
async def import_(
    files: Annotated[list[Path], typer.Argument(help="Post text or JSON files; - is standard input.", metavar="FILE")],
    publish: Annotated[bool, typer.Option("--publish", help="Publish at once.")] = False,
    json: JsonFlag = False,
    config: ConfigFlag = None,
) -> None:
    """Import articles: all of the files' or, if one cannot be read, none."""
    async with opened_storage(configure(config)) as storage:
        directory = make_directory(await storage.outlets.list())
        read = [(file, _read(file, directory)) for file in files]
        for file, found in read:
            for text in found.texts:
                await check_picture(storage, text, file.parent)
        texts: list[ArticleText] = []
        for file, found in read:
            texts += [await take_picture(storage, text, file.parent) for text in found.texts]
            for line in found.dropped:
                say_aside(f"{file}: dropped: {line}")
        numbers = await _add(Publishing(storage, COMMAND_LINE), texts, publish=publish)
        articles = await storage.articles.list_numbered(numbers)
    if json:
        say_json([to_newsarticle(article) for article in articles])
    else:
        for article in articles:
            say(_line(article))


async def _add(publishing: Publishing, texts: Sequence[ArticleText], *, publish: bool) -> tuple[int, ...]:
    try:
        return await publishing.add(texts, now=system_clock(), publish=publish)
    except GateBlocked as error:
        raise BotError(f"{error}; without --publish it comes in as a draft") from None


def _read(file: Path, directory: Directory) -> ArticleFile:
    """Read one article file; errors name it. Raises BotError."""
    try:
        if str(file) == "-":
            content = sys.stdin.buffer.read(MAX_FILE_BYTES + 1)
        else:
            with file.open("rb") as stream:
                content = stream.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise BotError(f"{file}: {error.strerror}") from None
    if len(content) > MAX_FILE_BYTES:
        raise BotError(f"{file}: the file is larger than {MAX_FILE_BYTES // 1024 // 1024} MiB")
    try:
        return parse_article_file(content, directory)
    except ArticleFileError as error:
        raise BotError(f"{file}: {error}") from None


@app.command()
@runs
async def export(
    numbers: Annotated[list[int] | None, typer.Argument(help="Which articles; else all.", metavar="NUMBER")] = None,
    form: Annotated[str, typer.Option("--format", help="text, json or jsonl.")] = "text",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A file, or for text a folder.")] = None,
    config: ConfigFlag = None,
) -> None:
    """Export articles; importing what was exported gives equal articles."""
    if form not in ("text", "json", "jsonl"):
        show_error(f"--format {form}: expected text, json or jsonl")
        raise typer.Exit(EXIT_USAGE)
    async with opened_storage(configure(config)) as storage:
        articles = await _chosen(storage, numbers)
        if form == "text" and len(articles) > 1 and output is None:
            show_error("several post texts need a folder: --output FOLDER")
            raise typer.Exit(EXIT_USAGE)
        if form == "text" and output is not None and (len(articles) != 1 or output.is_dir()):
            output.mkdir(parents=True, exist_ok=True)
            for article in articles:
                _write(output / f"{article.number}.txt", write_strict(article.text))
                await write_picture(storage, article.text, output)
            return
        document = _document(articles, form)
        if output is None:
            sys.stdout.write(document)
            return
        _write(output, document)
        for article in articles:
            await write_picture(storage, article.text, output.parent)


async def _chosen(storage: Storage, numbers: list[int] | None) -> tuple[Article, ...]:
    if numbers:
        return tuple([await storage.articles.get(number) for number in numbers])
    articles: list[Article] = []
    while batch := await storage.articles.list_all(after_number=articles[-1].number if articles else 0, limit=500):
        articles += batch
    return tuple(articles)


def _document(articles: tuple[Article, ...], form: str) -> str:
    if form == "text":
        return "".join(write_strict(article.text) for article in articles)
    objects = [to_newsarticle(article) for article in articles]
    if form == "json":
        return json_.dumps(objects, ensure_ascii=False, indent=2) + "\n"
    return "".join(json_.dumps(each, ensure_ascii=False) + "\n" for each in objects)


def _write(path: Path, document: str) -> None:
    path.write_text(document, encoding="utf-8")


@app.command("list")
@runs
async def list_(
    status: Annotated[Status | None, typer.Option("--status", help="Only those in this status.")] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many, the newest.")] = LIST_LIMIT,
    json: JsonFlag = False,
    config: ConfigFlag = None,
) -> None:
    """List articles, the newest number first."""
    async with opened_storage(configure(config)) as storage:
        articles = await storage.articles.list_by_status(status, limit=limit)
        if json:
            say_json([{**to_newsarticle(article), "creativeWorkStatus": article.status.value} for article in articles])
            return
        first = min((article.number for article in articles), default=1)
        blocked = await storage.events.list_blocked(from_number=first)
    for article in articles:
        note = "  (the fact gate blocks it; `article show` tells why)" if article.number in blocked else ""
        say(_line(article) + note)


def _line(article: Article) -> str:
    day = (article.published_at or article.created_at).date().isoformat()
    return f"{article.number:>6}  {article.status.value:<10} {day}  {article.text.headline}"


@app.command()
@runs
async def show(number: Number, json: JsonFlag = False, config: ConfigFlag = None) -> None:
    """Show one article, as strict post text or as JSON."""
    async with opened_storage(configure(config)) as storage:
        article = await storage.articles.get(number)
        checks = await storage.events.find_checks(number, article.revision) or ()
    if json:
        say_json(to_newsarticle(article))
    else:
        say_aside(_line(article))
        for check in checks:
            searched = "".join(f"[{source}]" for source in check.sources)
            verb = "blocks" if check.blocks else "warns"
            say_aside(
                f"{verb}: {check.kind} “{check.token}” in {check.place}, searched {searched} {check.detail}".rstrip()
            )
        say(write_strict(article.text).rstrip("\n"))


@app.command()
@runs
async def publish(
    number: Number,
    override: Annotated[
        str | None, typer.Option("--override", help="Publish in spite of the fact gate, for this reason.")
    ] = None,
    config: ConfigFlag = None,
) -> None:
    """Publish a draft; what the fact gate blocks is published only with a reason, which stays on record."""
    async with opened_storage(configure(config)) as storage:
        try:
            checks = await Publishing(storage, COMMAND_LINE).publish(number, override=override, now=system_clock())
        except GateBlocked as error:
            raise BotError(f"{error}; --override REASON publishes it all the same") from None
        if checks is None:
            say_aside("not checked: none of the reports it cites is here")
        say(_line(await storage.articles.get(number)))


@app.command()
@runs
async def withdraw(
    number: Number,
    reason: Annotated[str, typer.Option("--reason", help="What readers are told.")],
    config: ConfigFlag = None,
) -> None:
    """Withdraw a published article, with a reason for its readers."""
    async with opened_storage(configure(config)) as storage:
        await Publishing(storage, COMMAND_LINE).withdraw(number, reason=reason, now=system_clock())
        say(_line(await storage.articles.get(number)))
