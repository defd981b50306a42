"""`dateline draft` and `dateline cluster`: what the newsroom would make of files, without storing anything."""

import codecs
import json as json_
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.cli.feed import make_fetcher
from bot.cli.flags import ConfigFlag, JsonFlag
from bot.cli.output import say, say_aside, say_json
from bot.cli.progress import progress
from bot.cli.shared import configure, runs
from bot.config import Config
from bot.errors import BotError, FetchError
from bot.ingest.drafts import Writer, make_draft
from bot.ingest.reading import Readers, opened_readers
from bot.newsroom.drafts.drafting import Material
from bot.newsroom.events.clustering import Document, cluster
from bot.newsroom.facts.gate import Finding, Verdict
from bot.newsroom.outlets.directory import make_directory
from bot.newsroom.posts.newsarticle import text_to_newsarticle
from bot.newsroom.text.cleaning import clean_line, clean_text
from bot.newsroom.text.language import guess_language
from bot.wiring.newsroom import make_model
from storage.model import ArticleText
from storage.outlets import read_shipped_outlets

OLDEST_YEAR, NEWEST_YEAR = 1900, 2200
MAX_FILE_BYTES = 10 * 1024 * 1024
_HTML = (".html", ".htm", ".xhtml")


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
        with progress("read", len(sources)) as advance:
            materials = []
            for number, source in enumerate(sources, 1):
                materials.append(await _material(settings, readers, source))
                advance(number)
    groups = [materials] if together else [[material] for material in materials]
    drafts = await _drafts(settings, groups)
    if json or not sys.stdout.isatty():
        say_json([text_to_newsarticle(text) for text, _ in drafts])
        for text, verdict in drafts:
            for finding in verdict.findings:
                say_aside(f"{text.headline}: {_describe(finding)}")
    else:
        for text, verdict in drafts:
            _show(text, verdict)


async def _drafts(settings: Config, groups: Sequence[Sequence[Material]]) -> list[tuple[ArticleText, Verdict]]:
    model = make_model(settings)
    write = model.write if model else None
    try:
        return [await _draft(group, write) for group in groups]
    finally:
        if model is not None:
            await model.close()


async def _draft(group: Sequence[Material], write: Writer | None) -> tuple[ArticleText, Verdict]:
    try:
        return await make_draft(group, write)
    except ValueError as error:
        raise BotError(f"{', '.join(each.outlet for each in group)}: {error}") from None


def _show(text: ArticleText, verdict: Verdict) -> None:
    say(f"{text.headline}\n")
    for bullet in text.bullets:
        say(f"• {bullet.text} {''.join(f'[{number}]' for number in bullet.sources)}")
    say("\n" + "\n\n".join(text.body) + "\n")
    for finding in verdict.findings:
        say(_describe(finding))


def _describe(finding: Finding) -> str:
    verb = "blocks" if finding.blocks else "warns"
    return f"{verb}: {finding.kind} “{finding.token}” in {finding.place} {finding.detail}".rstrip()


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
            outlet, content_type = directory.name_server(answer.url), answer.headers.get("content-type", "")
            return await _from_page(readers, answer.body, answer.url, outlet, content_type)
        content = _read_file(source)
        if _is_html(source, content):
            return await _from_page(readers, content, "", Path(source).stem)
    except FetchError as error:
        raise BotError(f"{source}: {error.reason}") from None
    title, _, text = clean_text(_decode(source, content)).strip().partition("\n")
    if not text.strip():
        raise BotError(f"{source}: expected a title on the first line, and a text below it")
    language = guess_language(f"{title}\n{text[:2000]}")
    return Material(outlet=Path(source).stem, title=clean_line(title), text=text, language=language)


def _is_html(source: str, content: bytes) -> bool:
    return source.lower().endswith(_HTML) or content.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"<")


def _decode(source: str, content: bytes) -> str:
    """Return a text file's characters. Raises BotError for what is no text in UTF-8 (or UTF-16 that says so)."""
    encoding = "utf-16" if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise BotError(f"{source}: byte {error.start} is no text in UTF-8; is it a text file?") from None
    if "\0" in text:
        raise BotError(f"{source}: this is no text file")
    return text


def _read_file(source: str) -> bytes:
    try:
        with Path(source).open("rb") as stream:
            content = stream.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise BotError(f"{source}: {error.strerror}") from None
    if len(content) > MAX_FILE_BYTES:
        raise BotError(f"{source}: the file is larger than {MAX_FILE_BYTES // 1024 // 1024} MiB")
    return content


async def _from_page(readers: Readers, body: bytes, url: str, outlet: str, content_type: str = "") -> Material:
    page = await readers.read_page(body, url=url, content_type=content_type)
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
    """Print which reports of these files advance of the same events."""
    settings = configure(config)
    reports = [report for file in files for report in _reports(file)]
    _refuse_twins([report_id for report_id, _ in reports])
    window = timedelta(hours=settings.newsroom.window_hours)
    events = cluster((document for _, document in reports), window=window)
    sys.stdout.write(json_.dumps({"events": [[reports[place][0] for place in event] for event in events]}) + "\n")


def _refuse_twins(ids: Sequence[str | int]) -> None:
    """Raise BotError where two reports have one id: nobody could advance which is meant."""
    twins = [report_id for report_id, count in Counter(ids).items() if count > 1]
    if twins:
        raise BotError(f"id {twins[0]!r} is given {ids.count(twins[0])} times; every report needs its own")


def _reports(file: Path) -> list[tuple[str | int, Document]]:
    found = []
    for number, line in enumerate(_decode(str(file), _read_file(str(file))).split("\n"), 1):
        if line.strip():
            try:
                found.append(_report(json_.loads(line)))
            except json_.JSONDecodeError as error:
                raise BotError(f"{file}: line {number}: this is no JSON ({error.msg})") from None
            except (ValueError, OverflowError) as error:
                raise BotError(f"{file}: line {number}: {error}") from None
    return found


def _report(given: Any) -> tuple[str | int, Document]:
    if not isinstance(given, dict):
        raise ValueError("expected one JSON object with id, title, text, language, published, outlet")  # noqa: TRY004
    report_id = given.get("id")
    if isinstance(report_id, bool) or not isinstance(report_id, str | int) or report_id == "":
        raise ValueError("id: expected a text or a number, the report's own")
    title, text = str(given.get("title") or ""), str(given.get("text") or "")
    published = given.get("published")
    at = _moment(str(published)) if published else datetime(1970, 1, 1, tzinfo=UTC)
    language = str(given.get("language") or "") or guess_language(f"{title}\n{text[:2000]}")
    return report_id, Document(title=title, text=text, language=language, published_at=at)


def _moment(published: str) -> datetime:
    try:
        at = datetime.fromisoformat(published)
        at = at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        at = datetime.min.replace(tzinfo=UTC)
    if not OLDEST_YEAR <= at.year <= NEWEST_YEAR:
        raise ValueError(f"published: {published!r} is no date and time like 2026-11-23T08:00:00Z")
    return at
