"""`dateline chats`: subscriptions in and out, as CSV."""

import csv
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, available_timezones

import regex
import typer

from bot.cli.pace import Pace
from bot.cli.progress import progress
from bot.cli.shared import ConfigFlag, JsonFlag, configure, opened_storage, runs, say, say_json
from bot.cli.spool import Spool
from bot.clock import system_clock
from bot.errors import BotError
from bot.newsroom.schedule import next_occurrence
from bot.newsroom.slots import ALL_DAYS, DAY_NAMES, parse_slots
from storage.model import Occurrence, Preferences, Slot, Subscription
from storage.preferences import to_json
from storage.words import section_slug

app = typer.Typer(help="Import, export, list and show chats.", no_args_is_help=True)

COLUMNS = ("chat_id", "kind", "language", "timezone", "times", "days", "sections", "thread_id")
FIRST_BATCH = 200.0
_KINDS = ("private", "group", "supergroup", "channel")
_NUMBER = regex.compile(r"-?[0-9]{1,18}")

Values = dict[str, str]


@app.command("import")
@runs
async def import_(
    file: Annotated[Path, typer.Argument(help=f"A CSV file with the columns {','.join(COLUMNS)}.")],
    config: ConfigFlag = None,
) -> None:
    """Subscribe chats; those that are subscribed already stay as they are. A bad line stops it before anything."""
    async with opened_storage(configure(config)) as storage:
        now = system_clock()
        reader = _Reader(now)
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
        say(f"{added} subscribed, {done - added} were already")


def _read(file: Path) -> Iterator[tuple[str, Values]]:
    """Yield the rows of a file, each with where it stands. Raises BotError."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream)
            unknown = set(reader.fieldnames or ()) - set(COLUMNS)
            if unknown or "chat_id" not in (reader.fieldnames or ()):
                raise BotError(f"{file}: line 1: expected the columns {','.join(COLUMNS)}")
            for row in reader:
                values = {key: (value or "").strip() for key, value in row.items() if key in COLUMNS}
                yield f"{file}: line {reader.line_num}", values
    except OSError as error:
        raise BotError(f"{file}: {error.strerror}") from None
    except (csv.Error, UnicodeDecodeError) as error:
        raise BotError(f"{file}: expected CSV in UTF-8: {error}") from None


class _Reader:
    """From a row to a subscription; what many rows share is computed once."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._zones = available_timezones()
        self._schedules: dict[tuple[str, str], tuple[tuple[Slot, ...], Occurrence | None]] = {}

    def read(self, values: Values, place: str) -> tuple[Subscription, str]:
        """Return what a row says, with its chat's kind. Raises BotError, which names the place."""
        thread = values.get("thread_id") or "0"
        for name, number in (("chat_id", values["chat_id"]), ("thread_id", thread)):
            if not _NUMBER.fullmatch(number):
                raise BotError(f"{place}: {name} {number!r} is no number")
        chat_id, kind = int(values["chat_id"]), values.get("kind", "")
        if kind not in ("", *_KINDS):
            raise BotError(f"{place}: kind {kind!r}; expected one of {', '.join(_KINDS)}")
        zone = values.get("timezone") or "UTC"
        if zone not in self._zones:
            raise BotError(f"{place}: timezone {zone!r} is no IANA zone")
        slots, following = self._read_times(f"{values.get('times') or '08:00'} {values.get('days', '')}", zone, place)
        sections = (part.strip() for part in values.get("sections", "").split(";"))
        chosen = frozenset(section_slug(part) for part in sections if part)
        subscription = Subscription(
            id=0,
            chat_id=chat_id,
            thread_id=int(thread) or None,
            language=values.get("language") or "en",
            preferences=Preferences(slots=slots, zone=zone, sections=chosen),
            next_occurrence=following,
        )
        return subscription, kind or ("private" if chat_id > 0 else "group")

    def _read_times(self, typed: str, zone: str, place: str) -> tuple[tuple[Slot, ...], Occurrence | None]:
        known = self._schedules.get((typed, zone))
        if known is None:
            slots = parse_slots(typed.replace(";", " "))
            if slots is None:
                expected = "such as 07:30;18:00 and days such as mon-fri"
                raise BotError(f"{place}: times {typed.strip()!r}; expected {expected}")
            known = slots, next_occurrence(slots, ZoneInfo(zone), now=self._now)
            self._schedules[typed, zone] = known
        return known


@app.command()
@runs
async def export(config: ConfigFlag = None) -> None:
    """Write all subscriptions as CSV to standard output."""
    async with opened_storage(configure(config)) as storage:
        writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
        writer.writeheader()
        async for page in storage.subscriptions.iter_all():
            writer.writerows(_row(subscription, kind) for subscription, kind in page)


def _row(subscription: Subscription, kind: str) -> dict[str, object]:
    preferences = subscription.preferences
    return {
        "chat_id": subscription.chat_id,
        "kind": kind,
        "language": subscription.language,
        "timezone": preferences.zone,
        "times": ";".join(slot.at.isoformat("minutes") for slot in preferences.slots),
        "days": ";".join(_day_names(preferences.slots)),
        "sections": ";".join(sorted(preferences.sections)),
        "thread_id": subscription.thread_id or "",
    }


def _day_names(slots: tuple[Slot, ...]) -> list[str]:
    days = slots[0].days if slots else ALL_DAYS
    return [] if days == ALL_DAYS else [DAY_NAMES[day] for day in sorted(days)]


@app.command("list")
@runs
async def list_(json: JsonFlag = False, config: ConfigFlag = None) -> None:
    """List subscriptions."""
    found: list[dict[str, object]] = []
    async with opened_storage(configure(config)) as storage:
        async for page in storage.subscriptions.iter_all():
            for subscription, kind in page:
                if json:
                    found.append(_row(subscription, kind))
                else:
                    times = " ".join(slot.at.isoformat("minutes") for slot in subscription.preferences.slots)
                    say(f"{subscription.chat_id:>16}  {subscription.preferences.zone:<24} {times}")
    if json:
        say_json(found)


@app.command(context_settings={"ignore_unknown_options": True})
@runs
async def show(
    chat_id: Annotated[int, typer.Argument(help="The chat's id; groups have negative ones.")],
    config: ConfigFlag = None,
) -> None:
    """Show one chat: its state, and what it gets."""
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
