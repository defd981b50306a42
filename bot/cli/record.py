"""`dateline record`: what was decided at the desk about events, editors, reported mistakes and cited pages."""

from typing import Annotated

import typer

from bot.cli.flags import ConfigFlag, JsonFlag
from bot.cli.output import say, say_aside, say_json_array
from bot.cli.paging import LIMIT_HELP, LIST_LIMIT, iter_listed
from bot.cli.shared import configure, opened_storage, runs
from storage.model import Decided

PAGE = 1000


@runs
async def record(
    limit: Annotated[int | None, typer.Option("--limit", min=1, help=LIMIT_HELP)] = None,
    json: JsonFlag = False,
    config: ConfigFlag = None,
) -> None:
    """List what was decided at the desk about events, editors, mistakes and cited pages, the newest first."""
    async with opened_storage(configure(config)) as storage:
        if json:
            listed = iter_listed(
                lambda count, below: storage.record.list_decisions(limit=count, below=below),
                lambda decided: decided.id,
                limit=limit,
                page_size=PAGE,
            )
            await say_json_array(_object(decided) async for decided in listed)
            return
        found = await storage.record.list_decisions(limit=limit or LIST_LIMIT)
    if not found:
        say_aside("nothing was decided yet; `dateline article show 12 --history` tells what was done to an article")
    for decided in found:
        at = decided.at.isoformat(" ", "seconds")
        say(f"{at}  {decided.actor:<12} {decided.decision.value:<7} {decided.subject} {decided.detail}".rstrip())


def _object(decided: Decided) -> dict[str, object]:
    return {
        "id": decided.id,
        "at": decided.at.isoformat(),
        "actor": decided.actor,
        "decision": decided.decision.value,
        "subject": decided.subject,
        "detail": decided.detail,
    }
