"""`dateline draft` and `dateline cluster`: what the newsroom would make of files, without storing anything."""

import json as json_
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.app import make_model
from bot.cli.feed import make_fetcher
from bot.cli.progress import progress
from bot.cli.shared import ConfigFlag, JsonFlag, configure, runs, say, say_json
from bot.config import Config
from bot.errors import BotError, FetchError
from bot.ingest.drafts import make_draft
from bot.ingest.opml import outlet_name
from bot.ingest.reading import Readers, opened_readers
from bot.newsroom.cleaning import clean_line, clean_text
from bot.newsroom.clustering import Told, cluster
from bot.newsroom.directory import make_directory
from bot.newsroom.drafting import Material
from bot.newsroom.gate import Verdict
from bot.newsroom.language import guess_language
from bot.newsroom.newsarticle import text_to_newsarticle
from storage.model import ArticleText
from storage.outlets import read_shipped_outlets

MAX_FILE_BYTES = 10 * 1024 * 1024
_HTML = (b"<!doctype html", b"<html", b"<head", b"<body", b"<?xml")


@runs
async def draft(
    sources: Annotated[list[str], typer.Argument(help="Addresses, text files (first line the title) or HTML files.")],
    together: Annotated[bool, typer.Option("--together", help="One article of all, as reports of one event.")] = False,
    json: JsonFlag = False,
    config: ConfigFlag = None,
) -> None:
    """Print what the newsroom would draft of each source, and what the fact gate finds."""
    settings = configure(config)
    async with opened_readers() as readers:
        with progress("read", len(sources)) as tell:
            materials = []
            for number, source in enumerate(sources, 1):
                materials.append(await _material(settings, readers, source))
                tell(number)
    groups = [materials] if together else [[material] for material in materials]
    drafts = await _drafts(settings, groups)
    if json or not sys.stdout.isatty():
        say_json([text_to_newsarticle(text) for text, _ in drafts])
    else:
        for text, verdict in drafts:
            _show(text, verdict)


async def _drafts(settings: Config, groups: Sequence[Sequence[Material]]) -> list[tuple[ArticleText, Verdict]]:
    model = make_model(settings)
    write = model.write if model else None
    try:
        return [await make_draft(group, write) for group in groups]
    except ValueError as error:
        raise BotError(str(error)) from None
    finally:
        if model is not None:
            await model.close()


def _show(text: ArticleText, verdict: Verdict) -> None:
    say(f"{text.headline}\n")
    for bullet in text.bullets:
        say(f"• {bullet.text} {''.join(f'[{number}]' for number in bullet.sources)}")
    say("\n" + "\n\n".join(text.body) + "\n")
    for finding in verdict.findings:
        say(f"{'blocks' if finding.blocks else 'warns'}: {finding.kind} “{finding.token}” in {finding.place}")


async def _material(settings: Config, readers: Readers, source: str) -> Material:
    directory = make_directory(read_shipped_outlets())
    try:
        if source.startswith(("http://", "https://")):
            fetcher = make_fetcher(settings)
            try:
                answer = await fetcher.fetch(source)
            finally:
                await fetcher.close()
            if answer.status != 200:
                raise BotError(f"{source}: HTTP {answer.status}")
            outlet = directory.find_by_url(answer.url)
            return await _from_page(readers, answer.body, answer.url, outlet or outlet_name("", answer.url))
        content = _read_file(source)
        if content.lstrip()[:200].lower().startswith(_HTML):
            return await _from_page(readers, content, "", Path(source).stem)
    except FetchError as error:
        raise BotError(f"{source}: {error.reason}") from None
    title, _, text = clean_text(content.decode("utf-8", "replace")).strip().partition("\n")
    if not text.strip():
        raise BotError(f"{source}: expected a title on the first line, and a text below it")
    language = guess_language(f"{title}\n{text[:2000]}")
    return Material(outlet=Path(source).stem, title=clean_line(title), text=text, language=language)


def _read_file(source: str) -> bytes:
    try:
        with Path(source).open("rb") as stream:
            content = stream.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise BotError(f"{source}: {error.strerror}") from None
    if len(content) > MAX_FILE_BYTES:
        raise BotError(f"{source}: the file is larger than {MAX_FILE_BYTES // 1024 // 1024} MiB")
    return content


async def _from_page(readers: Readers, body: bytes, url: str, outlet: str) -> Material:
    page = await readers.read_page(body, url=url)
    return Material(
        outlet=outlet,
        title=clean_line(page.title),
        text=page.text,
        url=url or None,
        published_on=page.published_on,
        language=guess_language(f"{page.title}\n{page.text[:2000]}"),
    )


@runs
async def cluster_(
    files: Annotated[list[Path], typer.Argument(help="JSON Lines: id, title, text, language, published, outlet.")],
    json: JsonFlag = False,  # noqa: ARG001 - it prints JSON anyway
    config: ConfigFlag = None,
) -> None:
    """Print which reports of these files tell of the same events."""
    settings = configure(config)
    reports = [report for file in files for report in _reports(file)]
    window = timedelta(hours=settings.newsroom.window_hours)
    events = cluster((told for _, told in reports), window=window)
    sys.stdout.write(json_.dumps({"events": [[reports[place][0] for place in event] for event in events]}) + "\n")


def _reports(file: Path) -> list[tuple[str, Told]]:
    found = []
    for number, line in enumerate(_read_file(str(file)).decode("utf-8", "replace").split("\n"), 1):
        if line.strip():
            try:
                found.append(_report(json_.loads(line)))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise BotError(f"{file}: line {number}: expected a report as one JSON object ({error})") from None
    return found


def _report(given: dict[str, Any]) -> tuple[str, Told]:
    title, text = str(given.get("title") or ""), str(given.get("text") or "")
    published = given.get("published")
    at = datetime.fromisoformat(str(published)) if published else datetime(1970, 1, 1, tzinfo=UTC)
    language = str(given.get("language") or "") or guess_language(f"{title}\n{text[:2000]}")
    return given["id"], Told(title=title, text=text, language=language, at=at if at.tzinfo else at.replace(tzinfo=UTC))
