"""`dateline deliveries`: what became of each, and what to do with uncertain ones."""

import sys
from datetime import UTC, datetime, timedelta
from typing import Annotated

import typer

from bot.cli.flags import ConfigFlag, JsonFlag
from bot.cli.output import EXIT_FAILED, EXIT_USAGE, say, say_aside, say_json_array, say_result, show_error
from bot.cli.paging import LIMIT_HELP, LIST_LIMIT, iter_listed
from bot.cli.shared import configure, opened_storage, runs
from bot.clock import system_clock
from bot.errors import BotError
from storage.copying import PAUSED
from storage.model import Delivery, DeliveryState

PAGE = 1000

deliveries = typer.Typer(help="List deliveries, and settle uncertain ones.", no_args_is_help=True)


@deliveries.command("list")
@runs
async def list_(
    state: Annotated[DeliveryState | None, typer.Option("--state", help="Only those in this state.")] = None,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help=LIMIT_HELP)] = None,
    json: JsonFlag = False,
    config: ConfigFlag = None,
) -> None:
    """List deliveries, the newest first."""
    async with opened_storage(configure(config)) as storage:
        if json:
            listed = iter_listed(
                lambda count, below: storage.deliveries.list(state, limit=count, below=below),
                lambda delivery: delivery.id,
                limit=limit,
                page_size=PAGE,
            )
            await say_json_array(_object(delivery) async for delivery in listed)
            return
        found = await storage.deliveries.list(state, limit=limit or LIST_LIMIT)
    if not found:
        say_aside("no deliveries" if state is None else f"no deliveries are {state.value}")
    for delivery in found:
        due = delivery.due_at.isoformat(" ", "seconds")
        say(f"{delivery.id:>8}  {delivery.state.value:<10} {delivery.chat_id:>16}  {due}  {delivery.reason or ''}")


def _object(delivery: Delivery) -> dict[str, object]:
    return {
        "id": delivery.id,
        "chat_id": delivery.chat_id,
        "thread_id": delivery.thread_id,
        "state": delivery.state.value,
        "due_at": delivery.due_at.isoformat(),
        "reason": delivery.reason,
        "message_id": delivery.message_id,
    }


Ids = Annotated[list[int] | None, typer.Argument(help="Which deliveries.", metavar="ID")]
AllFlag = Annotated[bool, typer.Option("--all-uncertain", help="All uncertain ones.")]


@deliveries.command()
@runs
async def resend(
    ids: Ids = None,
    all_uncertain: AllFlag = False,
    since: Annotated[
        datetime | None, typer.Option("--since", help="With --all-uncertain: also older ones, due since then (UTC).")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    json: JsonFlag = False,
    config: ConfigFlag = None,
) -> None:
    """Send uncertain deliveries again; those that had arrived arrive twice. All of them: those still in their grace.

    Who stopped or paused meanwhile, or cannot be written to, gets nothing by it.
    """
    _check_choice(ids, all_uncertain=all_uncertain)
    settings = configure(config)
    grace, now = timedelta(minutes=settings.briefing.grace_minutes), system_clock()
    oldest, count = None, 0
    if all_uncertain:
        oldest = since.replace(tzinfo=UTC) if since and since.tzinfo is None else since or now - grace
    async with opened_storage(settings) as storage:
        if all_uncertain:
            count = await storage.deliveries.count_uncertain(since=oldest)
            older = await storage.deliveries.count_uncertain() - count
            say_aside(f"{count} uncertain deliveries; {older} older ones stay as they are (--since takes more)")
            if count and not yes and sys.stdin.isatty() and not typer.confirm("Send them again?"):
                raise typer.Exit(EXIT_FAILED)
        chosen = None if all_uncertain else ids
        sent = await storage.deliveries.resend(chosen, now=now, grace=grace, since=oldest)
    if chosen and not sent:
        raise BotError(
            "none of them is uncertain with a reader who still wants it; dateline deliveries list shows more"
        )
    stay = (count if all_uncertain else len(set(ids or ()))) - sent
    if stay > 0:
        say_aside(f"{stay} stay as they are: not uncertain, or their reader stopped, paused, or cannot be written to")
    say_result(f"{sent} are sent again", {"sent_again": sent}, as_json=json)


@deliveries.command()
@runs
async def leave(
    ids: Ids = None, all_uncertain: AllFlag = False, json: JsonFlag = False, config: ConfigFlag = None
) -> None:
    """Leave uncertain deliveries as they are; nobody is asked again."""
    _check_choice(ids, all_uncertain=all_uncertain)
    async with opened_storage(configure(config)) as storage:
        chosen = None if all_uncertain else ids
        left = await storage.deliveries.leave(chosen, now=system_clock())
    if chosen and not left:
        raise BotError("none of these deliveries is uncertain; dateline deliveries list shows how each stands")
    say_result(f"{left} are left", {"left": left}, as_json=json)


@deliveries.command()
@runs
async def begin(json: JsonFlag = False, config: ConfigFlag = None) -> None:
    """Let a restored database send again; a running bot begins within seconds."""
    async with opened_storage(configure(config)) as storage:
        was_paused = await storage.installation.find(PAUSED) is not None
        await storage.installation.forget(PAUSED)
        await storage.installation.confirm()  # whoever says so knows that no other program uses the one it came from
    said = "deliveries begin, within seconds of a running bot" if was_paused else "deliveries were not paused"
    say_result(said, {"was_paused": was_paused}, as_json=json)


def _check_choice(ids: list[int] | None, *, all_uncertain: bool) -> None:
    if bool(ids) == all_uncertain:
        show_error("name deliveries by their ids, or --all-uncertain")
        raise typer.Exit(EXIT_USAGE)
