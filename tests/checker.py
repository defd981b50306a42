"""The offline checker: what the local Bot API accepted, held against each row of the ledger and what became of it.

A message is recognised by its chat, its thread and its first line: whoever plans gives each occurrence one of its own.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import aiohttp
from sqlalchemy import select, text

from storage import schema
from storage.model import DeliveryKind, DeliveryState
from storage.store import Storage

_STATE = DeliveryState
LABELLED = (_STATE.UNCERTAIN, _STATE.REFUSED, _STATE.EXPIRED, _STATE.SKIPPED)
# docs/states.md
MOVES = {
    (_STATE.PENDING, _STATE.SENDING), (_STATE.PENDING, _STATE.EXPIRED), (_STATE.PENDING, _STATE.SKIPPED),
    (_STATE.PENDING, _STATE.SENT), (_STATE.SENDING, _STATE.SENT), (_STATE.SENDING, _STATE.REFUSED),
    (_STATE.SENDING, _STATE.PENDING), (_STATE.SENDING, _STATE.UNCERTAIN), (_STATE.SENDING, _STATE.SKIPPED),
    (_STATE.UNCERTAIN, _STATE.SENT), (_STATE.UNCERTAIN, _STATE.REFUSED), (_STATE.UNCERTAIN, _STATE.PENDING),
    (_STATE.UNCERTAIN, _STATE.SKIPPED),
}  # fmt: skip
# With the policy to resend, these reasons stand where a row goes back to pending though nobody knows.
DOUBTS = ("no answer from Telegram", "an answer that is none", "its worker ended", "Internal Server Error", "an error")
REVISION = re.compile(r"\brevision (\d+)")

_ON_SQLITE = (
    """CREATE TABLE delivery_history (
      id INTEGER PRIMARY KEY, delivery_id BIGINT, was TEXT, state TEXT, part INTEGER, epoch INTEGER, reason TEXT)""",
    """CREATE TRIGGER keep_delivery_history AFTER UPDATE OF state ON deliveries WHEN OLD.state <> NEW.state BEGIN
      INSERT INTO delivery_history (delivery_id, was, state, part, epoch, reason)
      VALUES (NEW.id, OLD.state, NEW.state, OLD.part, OLD.epoch, NEW.reason);
    END""",
)
_ON_POSTGRESQL = (
    _ON_SQLITE[0].replace("INTEGER PRIMARY KEY", "BIGSERIAL PRIMARY KEY"),
    """CREATE FUNCTION keep_delivery_history() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO delivery_history (delivery_id, was, state, part, epoch, reason)
      VALUES (NEW.id, OLD.state, NEW.state, OLD.part, OLD.epoch, NEW.reason);
      RETURN NULL;
    END $$""",
    """CREATE TRIGGER keep_delivery_history AFTER UPDATE OF state ON deliveries
      FOR EACH ROW WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION keep_delivery_history()""",
)


@dataclass(frozen=True, slots=True)
class Log:
    """What the local Bot API accepted of the bot, in order, and how many calls a fault befell."""

    accepted: list[dict[str, Any]]
    edits: list[dict[str, Any]]
    befallen: int


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the ledger: which messages it stands for, and what became of it from its planning on."""

    id: int
    occurrence: str
    chat_id: int
    thread_id: int | None
    state: DeliveryState
    part: int
    epoch: int
    message_id: int | None
    names: tuple[str, ...]
    doubts: Counter[int] = field(default_factory=Counter)  # how often nobody knew, by part
    moves: tuple[tuple[DeliveryState, DeliveryState], ...] = ()

    @property
    def keys(self) -> list[tuple[int, int | None, str]]:
        """How its messages are recognised."""
        return [(self.chat_id, self.thread_id, name) for name in self.names]


@dataclass(frozen=True, slots=True)
class Checked:
    """Figures to print, when no row broke a promise."""

    states: dict[str, int]
    missing: int  # not accepted, and labelled
    copies: int  # accepted again, after nobody knew
    doubts: int  # how often a row was in doubt


async def keep_history(storage: Storage) -> None:
    """Have the database note every change of a delivery's state from now on."""
    async with storage.database.writing() as connection:
        for statement in _ON_SQLITE if storage.database.is_sqlite else _ON_POSTGRESQL:
            await connection.exec_driver_sql(statement)


async def read_log(url: str) -> Log:
    """Ask the local Bot API what it accepted."""
    async with aiohttp.ClientSession() as session, session.get(f"{url}/control/log") as response:
        return Log(**await response.json())


async def read_ledger(storage: Storage) -> list[Row]:
    """Read every row, with the history that `keep_history` kept."""
    table, compositions = schema.deliveries, schema.compositions
    query = select(table, compositions.c.bodies).outerjoin(compositions, compositions.c.id == table.c.composition_id)
    query = query.where(table.c.kind != DeliveryKind.EDIT)
    history = text("SELECT delivery_id, was, state, part, reason FROM delivery_history ORDER BY id")
    async with storage.database.reading() as connection:
        rows = (await connection.execute(query.order_by(table.c.id))).all()
        moves = defaultdict(list)
        for move in await connection.execute(history):
            moves[move.delivery_id].append(move)
    return [
        Row(
            row.id,
            row.occurrence,
            row.chat_id,
            row.thread_id or None,
            DeliveryState(row.state),
            row.part,
            row.epoch,
            row.message_id,
            tuple(first_line(json.loads(body)["text"]) for body in row.bodies or ()),
            Counter(move.part for move in moves[row.id] if _is_doubt(move.state, move.reason)),
            tuple((DeliveryState(move.was), DeliveryState(move.state)) for move in moves[row.id]),
        )
        for row in rows
    ]


def first_line(message: str) -> str:
    """Return what names a message's occurrence."""
    return message.strip().split("\n", 1)[0].strip()


def _is_doubt(state: str, reason: str | None) -> bool:
    return state == _STATE.UNCERTAIN or (state == _STATE.PENDING and (reason or "").startswith(DOUBTS))


def find_problems(log: Log, ledger: Sequence[Row], *, resends: bool) -> list[str]:
    """Return every promise that a row broke."""
    accepted = defaultdict(list)
    for each in log.accepted:
        accepted[each["chat_id"], each["thread_id"], first_line(each["text"])].append(each["message_id"])
    problems = []
    for row in ledger:
        ids = [accepted.pop(key, []) for key in row.keys]
        found = [*_find_wrong_state(row), *_find_wrong_messages(row, ids, resends=resends)]
        problems += [f"{row.occurrence} to {row.chat_id} ({row.state}, part {row.part}): {each}" for each in found]
    problems += [f"{key} was accepted, and no row stands for it" for key in accepted]
    return problems + _find_edits_backwards(log)


def _find_wrong_state(row: Row) -> Iterable[str]:
    if row.state not in (_STATE.SENT, *LABELLED):
        yield "it is not settled"
    for move in row.moves:
        if move not in MOVES:
            yield f"it went from {move[0]} to {move[1]}"


def _find_wrong_messages(row: Row, ids: Sequence[list[int]], *, resends: bool) -> Iterable[str]:
    """Hold what was accepted of each of a row's messages against the row."""
    for part, accepted in enumerate(ids):
        is_due = row.state == _STATE.SENT or part < row.part
        if is_due and not accepted:
            yield f"part {part} was never accepted"
        if not is_due and accepted and not row.doubts[part]:
            yield f"part {part} was accepted, and is not labelled"
        if len(accepted) > 1 and not (resends and len(accepted) <= 1 + row.doubts[part]):
            yield f"part {part} was accepted {len(accepted)} times, in doubt {row.doubts[part]} times"
    if row.state == _STATE.SENT and ids and row.message_id not in ids[-1]:
        yield f"message {row.message_id} is none that was accepted"


def _find_edits_backwards(log: Log) -> list[str]:
    shown = defaultdict(list)
    for each in (*log.accepted, *log.edits):
        if found := REVISION.search(each["text"]):
            shown[each["chat_id"], each["message_id"]].append(int(found[1]))
    return [
        f"message {key} showed revision {earlier}, and {later} after it"
        for key, revisions in shown.items()
        for earlier, later in pairwise(revisions)
        if later < earlier
    ]


async def find_old_texts(storage: Storage, log: Log, number: int, newest: str) -> list[str]:
    """Return each message that was accepted, shows an article, and does not end with its newest text.

    `newest` is a pattern of what it says today; in the ledger each edit must be settled as made.
    """
    last = {(each["chat_id"], each["message_id"]): each["text"] for each in (*log.accepted, *log.edits)}
    shown = schema.composition_articles.c
    composed = select(schema.messages.c.chat_id, schema.messages.c.message_id).join(
        schema.composition_articles,
        (shown.composition_id == schema.messages.c.composition_id) & (shown.part == schema.messages.c.part),
    )
    deliveries = schema.deliveries.c
    edits = select(deliveries.chat_id, deliveries.message_id, deliveries.state, deliveries.reason)
    async with storage.database.reading() as connection:
        keys = [tuple(row) for row in await connection.execute(composed.where(shown.article_number == number))]
        unsettled = (await connection.execute(edits.where(deliveries.kind == "edit", deliveries.state != "sent"))).all()
    found = [f"message {key} ends with the old text" for key in keys if not re.search(newest, last[key])]
    if not keys:
        found.append(f"no message shows article {number}")
    return found + [f"the edit of {row[:2]} is {row.state}: {row.reason}" for row in unsettled]


async def check(storage: Storage, log: Log, *, resends: bool = False) -> Checked:
    """Assert that no row broke a promise; return the figures."""
    ledger = await read_ledger(storage)
    problems = find_problems(log, ledger, resends=resends)
    assert problems == [], "\n".join(problems)
    counts = Counter((each["chat_id"], each["thread_id"], first_line(each["text"])) for each in log.accepted)
    return Checked(
        states=dict(Counter(row.state.value for row in ledger)),
        missing=sum(not any(counts[key] for key in row.keys) for row in ledger),
        copies=sum(number - 1 for number in counts.values()),
        doubts=sum(sum(row.doubts.values()) for row in ledger),
    )
