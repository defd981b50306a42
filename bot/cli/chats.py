"""`dateline chats`: subscriptions in and out, as CSV."""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, available_timezones

import typer

from bot.cli.progress import progress
from bot.cli.shared import ConfigFlag, JsonFlag, configure, opened_storage, runs, say, say_json
from bot.clock import system_clock
from bot.errors import BotError
from bot.newsroom.schedule import next_occurrence
from bot.newsroom.slots import ALL_DAYS, DAY_NAMES, parse_slots
from storage.model import Preferences, Slot, Subscription
from storage.preferences import to_json
from storage.store import Storage
from storage.words import section_slug

app = typer.Typer(help="Import, export, list and show chats.", no_args_is_help=True)

COLUMNS = ("chat_id", "kind", "language", "timezone", "times", "days", "sections", "thread_id")
_KINDS = ("private", "group", "supergroup", "channel")


@app.command("import")
@runs
async def import_(
    file: Annotated[Path, typer.Argument(help=f"A CSV file with the columns {','.join(COLUMNS)}.")],
    config: ConfigFlag = None,
) -> None:
    """Subscribe chats; those that are subscribed already stay as they are. A bad line stops it before anything."""
    async with opened_storage(configure(config)) as storage:
        rows = list(_read(file))
        added = 0
        with progress("read", len(rows)) as advance:
            for number, (values, preferences) in enumerate(rows, 1):
                added += await _subscribe(storage, values, preferences)
                advance(number)
        say(f"{added} subscribed, {len(rows) - added} were already")


def _read(file: Path) -> Iterator[tuple[dict[str, str], Preferences]]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream)
            unknown = set(reader.fieldnames or ()) - set(COLUMNS)
            if unknown or "chat_id" not in (reader.fieldnames or ()):
                raise BotError(f"{file}: line 1: expected the columns {','.join(COLUMNS)}")
            for row in reader:
                values = {key: (value or "").strip() for key, value in row.items() if key in COLUMNS}
                yield values, _preferences(values, f"{file}: line {reader.line_num}")
    except OSError as error:
        raise BotError(f"{file}: {error.strerror}") from None


def _preferences(values: dict[str, str], place: str) -> Preferences:
    if not values["chat_id"].lstrip("-").isdecimal():
        raise BotError(f"{place}: chat_id {values['chat_id']!r} is no number")
    if values.get("kind", "") not in ("", *_KINDS):
        raise BotError(f"{place}: kind {values['kind']!r}; expected one of {', '.join(_KINDS)}")
    zone = values.get("timezone") or "UTC"
    if zone not in available_timezones():
        raise BotError(f"{place}: timezone {zone!r} is no IANA zone")
    typed = f"{values.get('times') or '08:00'} {values.get('days', '')}"
    slots = parse_slots(typed.replace(";", " "))
    if slots is None:
        raise BotError(f"{place}: times {typed.strip()!r}; expected such as 07:30;18:00 and days such as mon-fri")
    sections = (part.strip() for part in values.get("sections", "").split(";"))
    return Preferences(slots=slots, zone=zone, sections=frozenset(section_slug(part) for part in sections if part))


async def _subscribe(storage: Storage, values: dict[str, str], preferences: Preferences) -> bool:
    now, chat_id = system_clock(), int(values["chat_id"])
    kind = values.get("kind") or ("private" if chat_id > 0 else "group")
    language = values.get("language") or "en"
    await storage.chats.ensure(chat_id, kind=kind, language=language, now=now)
    thread_id = int(values["thread_id"]) if values.get("thread_id") else None
    following = next_occurrence(preferences.slots, ZoneInfo(preferences.zone), now=now)
    imported = Subscription(
        id=0,
        chat_id=chat_id,
        thread_id=thread_id,
        language=language,
        preferences=preferences,
        next_occurrence=following,
    )
    _, is_new = await storage.subscriptions.ensure(imported, now=now)
    return is_new


@app.command()
@runs
async def export(config: ConfigFlag = None) -> None:
    """Write all subscriptions as CSV to standard output."""
    async with opened_storage(configure(config)) as storage:
        writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
        writer.writeheader()
        last = 0
        while page := await storage.subscriptions.list_after(last):
            for subscription in page:
                writer.writerow(await _row(storage, subscription))
            last = page[-1].id


async def _row(storage: Storage, subscription: Subscription) -> dict[str, object]:
    chat = await storage.chats.find(subscription.chat_id)
    preferences = subscription.preferences
    return {
        "chat_id": subscription.chat_id,
        "kind": chat.kind if chat else "",
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
        last = 0
        while page := await storage.subscriptions.list_after(last):
            for subscription in page:
                if json:
                    found.append(await _row(storage, subscription))
                else:
                    times = " ".join(slot.at.isoformat("minutes") for slot in subscription.preferences.slots)
                    say(f"{subscription.chat_id:>16}  {subscription.preferences.zone:<24} {times}")
            last = page[-1].id
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
