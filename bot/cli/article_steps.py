"""`dateline article`: what editors do to an article, for scripts; each is checked and on record as at the desk."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from bot.cli.article_import import read_text
from bot.cli.flags import ConfigFlag, JsonFlag
from bot.cli.output import say, say_aside, say_json
from bot.cli.shared import configure, opened_storage
from bot.clock import system_clock
from bot.config import Config
from bot.errors import BotError, GateBlocked
from bot.newsroom.posts.newsarticle import to_newsarticle
from bot.publishing import COMMAND_LINE, Publishing
from storage.model import Action, Article, Check, Label
from storage.store import Storage

Number = Annotated[int, typer.Argument(min=1, help="The article's number.", metavar="NUMBER")]


def _worded(value: str | None) -> str | None:
    if value is not None and not value.strip():
        raise typer.BadParameter("say why, in words")
    return value


Override = Annotated[
    str | None,
    typer.Option("--override", help="Do it in spite of the fact gate, for this reason.", callback=_worded),
]
Reason = Annotated[str, typer.Option("--reason", help="What readers are told.", callback=_worded)]
OwnReason = Annotated[str | None, typer.Option("--reason", help="Why, for the record.", callback=_worded)]


async def publish(number: Number, override: Override = None, json: JsonFlag = False, config: ConfigFlag = None) -> None:
    """Publish a draft; what the fact gate blocks is published only with a reason, which stays on record."""
    async with _acting(config, number, json=json) as publishing:
        checks = await publishing.publish(number, override=override, now=system_clock())
        if checks is None:
            say_aside("not checked: none of the reports it cites is here")


async def correct(
    number: Number,
    file: Annotated[Path, typer.Argument(help="The new text, as `article show` prints it; - is standard input.")],
    note: Annotated[str, typer.Option("--note", help="What changed, for readers.", callback=_worded)],
    label: Annotated[Label, typer.Option("--label", help="correction, update or refile.")] = Label.CORRECTION,
    revision: Annotated[int | None, typer.Option("--revision", min=1, help="The one that was looked at.")] = None,
    override: Override = None,
    json: JsonFlag = False,
    config: ConfigFlag = None,
) -> None:
    """Put a newer text in an article's place; every message that shows it is edited, and a correction is told."""
    if label is Label.WITHDRAWAL:
        raise typer.BadParameter("--label withdrawal: that is `article withdraw`")
    async with _acting(config, number, json=json) as publishing:
        text = await read_text(publishing.storage, file)
        article = await publishing.storage.articles.get(number)
        if text == article.text:
            raise BotError(f"article {number} says exactly this already: nothing is changed")
        await publishing.revise(
            number, text, revision=revision or article.revision, note=note, label=label, override=override,
            now=system_clock(),
        )  # fmt: skip


async def withdraw(number: Number, reason: Reason, json: JsonFlag = False, config: ConfigFlag = None) -> None:
    """Withdraw a published article, with a reason for its readers: it takes the text's place in every message."""
    async with _acting(config, number, json=json) as publishing:
        await publishing.withdraw(number, reason=reason, now=system_clock())


async def schedule(
    number: Number,
    at: Annotated[str, typer.Option("--at", help="When, as 2026-11-24 08:00, in `briefing.timezone`.")],
    override: Override = None,
    json: JsonFlag = False,
    config: ConfigFlag = None,
) -> None:
    """Let a draft publish itself at a time, an embargo."""
    async with _acting(config, number, json=json) as publishing:
        moment = _moment(at, configure(config))
        await publishing.schedule(number, at=moment, override=override, now=system_clock())


async def unschedule(number: Number, json: JsonFlag = False, config: ConfigFlag = None) -> None:
    """Make a draft of a scheduled article again."""
    async with _acting(config, number, json=json) as publishing:
        await publishing.take(Action.UNSCHEDULE, number, now=system_clock())


async def spike(number: Number, reason: OwnReason = None, json: JsonFlag = False, config: ConfigFlag = None) -> None:
    """Reject a draft; it can be revived."""
    async with _acting(config, number, json=json) as publishing:
        await publishing.take(Action.SPIKE, number, now=system_clock(), reason=reason)


async def revive(number: Number, json: JsonFlag = False, config: ConfigFlag = None) -> None:
    """Make a draft of a spiked article again."""
    async with _acting(config, number, json=json) as publishing:
        await publishing.take(Action.REVIVE, number, now=system_clock())


async def continue_(
    number: Number,
    earlier: Annotated[int, typer.Option("--earlier", min=0, help="The article it continues; 0 for none.")],
    json: JsonFlag = False,
    config: ConfigFlag = None,
) -> None:
    """Let an article continue an earlier one: it links what was told before, and comes first to those who follow it."""
    async with _acting(config, number, json=json) as publishing:
        await publishing.take(Action.CONTINUE, number, earlier=earlier, now=system_clock())


@asynccontextmanager
async def _acting(config: Path | None, number: int, *, json: bool) -> AsyncIterator[Publishing]:
    """Give what acts on articles; behind it, say how the article stands."""
    async with opened_storage(configure(config)) as storage:
        try:
            yield Publishing(storage, COMMAND_LINE)
        except GateBlocked as error:
            raise BotError(f"{error}; --override REASON does it all the same") from None
        await _say_article(storage, number, json=json)


async def _say_article(storage: Storage, number: int, *, json: bool) -> None:
    article = await storage.articles.get(number)
    if json:
        say_json(to_newsarticle(article))
    else:
        say(describe(article))


def _moment(typed: str, settings: Config) -> datetime:
    try:
        moment = datetime.fromisoformat(typed.strip())
    except ValueError:
        raise BotError(f"--at {typed}: expected a day and a time like 2026-11-24 08:00") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(settings.briefing.timezone))


def describe(article: Article) -> str:
    """Return an article's line in a list."""
    moment = article.publish_at or article.published_at or article.created_at
    revised = f"  (revision {article.revision})" if article.revision > 1 else ""
    return f"{article.number:>6}  {article.status.value:<10} {moment.date()}  {article.text.headline}{revised}"


def describe_check(check: Check) -> str:
    """Return one finding of the fact gate: what it found, where, and which sources were searched."""
    searched = "".join(f"[{source}]" for source in check.sources)
    verb = "blocks" if check.blocks else "warns"
    return f"{verb}: {check.kind} “{check.token}” in {check.place}, searched {searched} {check.detail}".rstrip()
