"""`dateline article`: articles in and out, and the moves between their states."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.article_export import FORMATS, PAGE, export_articles, iter_numbered, write_document
from bot.cli.article_history import read_history, say_history
from bot.cli.article_import import import_articles
from bot.cli.article_steps import (
    Number,
    continue_,
    correct,
    describe,
    describe_check,
    publish,
    revive,
    schedule,
    spike,
    unschedule,
    withdraw,
)
from bot.cli.flags import ConfigFlag, JsonFlag
from bot.cli.output import EXIT_USAGE, say, say_aside, say_json, say_json_array, show_error
from bot.cli.paging import LIMIT_HELP, LIST_LIMIT, iter_listed
from bot.cli.shared import configure, opened_storage, runs
from bot.newsroom.posts.newsarticle import to_newsarticle
from bot.newsroom.posts.posttext import write_strict
from bot.publishing import COMMAND_LINE, Publishing
from storage.model import Status

app = typer.Typer(help="Articles: in and out, and what editors do to them.", no_args_is_help=True)


@app.command("import")
@runs
async def import_(
    files: Annotated[list[Path], typer.Argument(help="Post text or JSON files; - is standard input.", metavar="FILE")],
    publish: Annotated[bool, typer.Option("--publish", help="Publish at once.")] = False,
    json: JsonFlag = False,
    config: ConfigFlag = None,
) -> None:
    """Import articles: all of the files' that are not here yet or, if one cannot be read, none."""
    async with opened_storage(configure(config)) as storage:
        imported = await import_articles(Publishing(storage, COMMAND_LINE), files, publish=publish)
        if json:
            await write_document(sys.stdout, iter_numbered(storage, list(imported.numbers)), "json")
            return
        async for article in iter_numbered(storage, [each for each in imported.numbers if each in imported.added]):
            say(describe(article))
    if imported.known_count:
        say(f"{len(imported.added):,} added, {imported.known_count:,} were here already")


@app.command()
@runs
async def export(
    numbers: Annotated[list[int] | None, typer.Argument(help="Which articles; else all.", metavar="NUMBER")] = None,
    form: Annotated[str, typer.Option("--format", help="text, json or jsonl.")] = "text",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A file, or for text a folder.")] = None,
    json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    config: ConfigFlag = None,
) -> None:
    """Export articles; importing what was exported gives equal articles."""
    form = "json" if json else form
    if form not in FORMATS:
        show_error(f"--format {form}: expected text, json or jsonl")
        raise typer.Exit(EXIT_USAGE)
    async with opened_storage(configure(config)) as storage:
        await export_articles(storage, numbers or (), form, output)


@app.command("list")
@runs
async def list_(
    status: Annotated[Status | None, typer.Option("--status", help="Only those in this status.")] = None,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help=LIMIT_HELP)] = None,
    json: JsonFlag = False,
    config: ConfigFlag = None,
) -> None:
    """List articles, the newest number first."""
    async with opened_storage(configure(config)) as storage:
        if json:
            listed = iter_listed(
                lambda count, below: storage.articles.list_by_status(status, limit=count, below=below),
                lambda article: article.number,
                limit=limit,
                page_size=PAGE,
            )
            await say_json_array(to_newsarticle(article) async for article in listed)
            return
        articles = await storage.articles.list_by_status(status, limit=limit or LIST_LIMIT)
        blocked = await storage.checks.list_blocked([article.number for article in articles])
    if not articles:
        say_aside("no articles")
    for article in articles:
        note = "  (the fact gate blocks it; `article show` tells why)" if article.number in blocked else ""
        say(describe(article) + note)


@app.command()
@runs
async def show(
    number: Number,
    history: Annotated[bool, typer.Option("--history", help="Who did what, when and why, and what changed.")] = False,
    json: JsonFlag = False,
    config: ConfigFlag = None,
) -> None:
    """Show one article, as strict post text or as JSON; or its history."""
    async with opened_storage(configure(config)) as storage:
        article = await storage.articles.get(number)
        checks = await storage.checks.find(number, article.revision) or ()
        entries = await read_history(storage, article) if history else ()
    if history:
        say_history(entries, as_json=json)
    elif json:
        say_json(to_newsarticle(article))
    else:
        say_aside(describe(article))
        for check in checks:
            say_aside(describe_check(check))
        say(write_strict(article.text).rstrip("\n"))


for step in (publish, correct, withdraw, schedule, unschedule, spike, revive, continue_):
    app.command(step.__name__.rstrip("_"))(runs(step))
