"""`dateline chats`: subscriptions in and out, as CSV."""

import csv
import sys
from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.chat_rows import COLUMNS, RowReader, Values, write_row
from bot.cli.flags import ConfigFlag, JsonFlag
from bot.cli.output import say, say_aside, say_json, say_json_array, say_result
from bot.cli.pace import Pace
from bot.cli.progress import progress
from bot.cli.shared import configure, opened_storage, runs
from bot.cli.spool import Spool
from bot.clock import system_clock
from bot.errors import BotError
from storage.model import Subscription
from storage.preferences import to_json
from storage.store import Storage

_SURPLUS = "beyond the columns"
app = typer.Typer(help="Import, export, list and show chats.", no_args_is_help=True)

FIRST_BATCH = 200.0


@app.command("import")
@runs
async def import_(
    file: Annotated[
        Path, typer.Argument(help="A CSV file with the column chat_id, and others as `chats export` writes them.")
    ],
    json: JsonFlag = False,
    config: ConfigFlag = None,
) -> None:
    """Subscribe chats; those that are subscribed already stay as they are. A bad line stops it before anything."""
    async with opened_storage(configure(config)) as storage:
        now = system_clock()
        reader = RowReader(now)
        added = done = 0
        with Spool[Values]() as rows:
            with progress("read") as advance:
                for place, values in _read(file):
                    reader.read(values, place)
                    rows.put(values)
                    advance(len(rows))
            pace = Pace(storage.database, FIRST_BATCH)
            with progress("added", len(rows)) as advance:
                for batch in pace.cut(reader.read(values, "") for values in rows):
                    added += await pace.keep(storage.subscriptions.add_missing(batch, now=now))
                    done += len(batch)
                    advance(done)
    known = done - added
    say_result(f"{added} subscribed, {known} were already", {"subscribed": added, "known": known}, as_json=json)


def _read(file: Path) -> Iterator[tuple[str, Values]]:
    """Yield the rows of a file, each with where it stands. Raises BotError."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream, restkey=_SURPLUS, strict=True)
            columns = list(reader.fieldnames or ())
            if set(columns) - set(COLUMNS) or "chat_id" not in columns or len(columns) > len(set(columns)):
                raise BotError(
                    f"{file}: line 1: expected chat_id, and of these what is known, each once: {','.join(COLUMNS)}"
                )
            for row in reader:
                if _SURPLUS in row:
                    raise BotError(
                        f"{file}: line {reader.line_num}: more values than columns; "
                        'what has commas in it stands in quotation marks: "07:30 mon,tue"'
                    )
                values = {key: (value or "").strip() for key, value in row.items() if key in COLUMNS}
                yield f"{file}: line {reader.line_num}", values
    except OSError as error:
        raise BotError(f"{file}: {error.strerror}") from None
    except (csv.Error, UnicodeDecodeError) as error:
        raise BotError(f"{file}: expected CSV in UTF-8: {error}") from None


@app.command()
@runs
async def export(json: JsonFlag = False, config: ConfigFlag = None) -> None:
    """Write all subscriptions as CSV to standard output."""
    async with opened_storage(configure(config)) as storage:
        if json:
            await say_json_array(_iter_rows(storage))
            return
        writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
        writer.writeheader()
        async for page in storage.subscriptions.iter_all():
            writer.writerows(write_row(subscription, kind) for subscription, kind in page)


@app.command("list")
@runs
async def list_(json: JsonFlag = False, config: ConfigFlag = None) -> None:
    """List subscriptions."""
    async with opened_storage(configure(config)) as storage:
        if json:
            await say_json_array(_iter_rows(storage))
            return
        is_empty = True
        async for page in storage.subscriptions.iter_all():
            for subscription, _ in page:
                is_empty = False
                times = " ".join(slot.at.isoformat("minutes") for slot in subscription.preferences.slots)
                state = _written_state(subscription, system_clock())
                say(f"{subscription.chat_id:>16}  {state:<8} {subscription.preferences.zone:<24} {times}".rstrip())
    if is_empty:
        say_aside("no chats")


async def _iter_rows(storage: Storage) -> AsyncIterator[dict[str, object]]:
    async for page in storage.subscriptions.iter_all():
        for subscription, kind in page:
            yield write_row(subscription, kind)


def _written_state(subscription: Subscription, now: datetime) -> str:
    if subscription.is_stopped:
        return "stopped"
    return "paused" if subscription.is_paused(now) else "active"


@app.command(context_settings={"ignore_unknown_options": True})
@runs
async def show(
    chat_id: Annotated[int, typer.Argument(help="The chat's id; groups have negative ones.")],
    _json: JsonFlag = False,
    config: ConfigFlag = None,
) -> None:
    """Show one chat: its state, and what it gets; as JSON in any case."""
    async with opened_storage(configure(config)) as storage:
        chat = await storage.chats.find(chat_id)
        if chat is None:
            raise BotError(f"there is no chat {chat_id}")
        subscription = await storage.subscriptions.find(chat_id, None)
    shown: dict[str, object] = {"chat_id": chat_id, "kind": chat.kind, "state": chat.state.value}
    if subscription is not None:
        following = subscription.next_occurrence
        shown |= {"next_due_at": following.due_at.isoformat() if following else None}
        shown |= to_json(subscription.preferences)
    say_json(shown)
