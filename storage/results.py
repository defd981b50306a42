"""Settling: what became of claimed messages, and what follows for their chats."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, update
from sqlalchemy import text as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import schema
from storage.chat_moves import (
    LEFT_BEHIND,
    forget_refusals_of,
    move_chat,
    note_refusal,
    set_chat_state,
    take_back,
)
from storage.corrections import catch_up, list_recent
from storage.database import Database
from storage.model import DeliveryKind, DeliveryState, Outcome, RefusalKind, Result
from storage.outdated import note_edited

_deliveries = schema.deliveries.c
_STATE = DeliveryState
LATEST_ANSWER = timedelta(hours=1)  # to a message that was sent before its text was corrected
MOST_ALERTS = 2  # of one article to one chat: at least once, with one resend

# Many results go in one statement, as one JSON parameter: a statement a message would cost more than the request.
_ROWS_OF_SQLITE = "json_each(:rows) AS result"
_ROWS_OF_POSTGRESQL = "json_array_elements(CAST(:rows AS json)) AS result(value)"
# A late answer still settles a row that was given up, as uncertain or to be sent again, but none that was claimed anew.
_SENT = """
    UPDATE deliveries SET state = :to, part = part + 1, message_id = CAST(result.value ->> 2 AS BIGINT),
      due_at = COALESCE(:due_at, due_at), settled_at = :at, worker_id = NULL, reason = NULL
    FROM {rows}
    WHERE deliveries.id = CAST(result.value ->> 0 AS BIGINT) AND epoch = CAST(result.value ->> 1 AS BIGINT)
      AND (state IN ('sending', 'uncertain') OR (state = 'pending' AND part = CAST(result.value ->> 5 AS INTEGER)))
"""
_MESSAGES = """
    INSERT INTO messages (shows, sent_at, message_id, chat_id, composition_id, part, thread_id)
    SELECT 'briefing', :at, CAST(result.value ->> 2 AS BIGINT), CAST(result.value ->> 3 AS BIGINT),
      CAST(result.value ->> 4 AS BIGINT), CAST(result.value ->> 5 AS BIGINT), CAST(result.value ->> 6 AS BIGINT)
    FROM {rows} WHERE TRUE
    ON CONFLICT DO NOTHING
"""
_AT, _DUE_AT = bindparam("at", type_=schema.Instant()), bindparam("due_at", type_=schema.Instant())
_SETTLE_ON_SQLITE = (
    sql(_SENT.format(rows=_ROWS_OF_SQLITE)).bindparams(_AT, _DUE_AT),
    sql(_MESSAGES.format(rows=_ROWS_OF_SQLITE)).bindparams(_AT),
)
# There both travel together: the way to a server and back takes as long as the work.
_SETTLE_ON_POSTGRESQL = (
    sql(f"WITH settled AS ({_SENT}) {_MESSAGES}".format(rows=_ROWS_OF_POSTGRESQL)).bindparams(_AT, _DUE_AT),
)
_SETTLE_EDITED = (
    update(schema.deliveries)
    .where(
        _deliveries.id == bindparam("delivery"),
        _deliveries.epoch == bindparam("held"),
        (_deliveries.state == _STATE.SENDING) | (_deliveries.state == _STATE.PENDING),
    )
    .values(state=_STATE.SENT, settled_at=bindparam("now", type_=schema.Instant()), reason=None, worker_id=None)
)
# Its reader turned to another page meanwhile: which of the two stands there now, nobody knows.
_EDIT_AGAIN = (
    update(schema.deliveries)
    .where(_deliveries.id == bindparam("delivery"), _deliveries.epoch == bindparam("held"))
    .values(state=_STATE.PENDING, due_at=bindparam("now", type_=schema.Instant()))
)
_SHOW_COMPOSITION = (
    update(schema.messages)
    .where(
        schema.messages.c.chat_id == bindparam("chat"),
        schema.messages.c.message_id == bindparam("message"),
        schema.messages.c.composition_id.is_not(None),
    )
    .values(composition_id=bindparam("composition"))
)
_SETTLE_OTHERWISE = (
    update(schema.deliveries)
    .where(
        _deliveries.id == bindparam("delivery"),
        _deliveries.epoch == bindparam("held"),
        (_deliveries.state == _STATE.SENDING) | (_deliveries.state == _STATE.UNCERTAIN),
    )
    .values(
        state=bindparam("to"),
        part=bindparam("next_part"),
        due_at=bindparam("next_due"),
        settled_at=bindparam("at"),
        reason=bindparam("why"),
        worker_id=None,
    )
)

# Also where the chat had moved before: an operator may send what was uncertain in the old one.
_FOLLOW_CHAT = (
    update(schema.deliveries)
    .where(_deliveries.id == bindparam("delivery"), _deliveries.state == _STATE.PENDING)
    .values(chat_id=bindparam("new_chat"))
)

# A chat's next message keeps its distance, whichever worker sends it.
_HOLD_BACK = (
    update(schema.deliveries)
    .where(
        _deliveries.chat_id == bindparam("chat"),
        _deliveries.state == _STATE.PENDING,
        _deliveries.due_at < bindparam("free"),
    )
    .values(due_at=bindparam("free"))
)


async def settle(
    connection: AsyncConnection, database: Database, results: Sequence[Result], *, resends: bool, now: datetime
) -> None:
    """Write results into the ledger, and remember the sent messages."""
    results = [_without_odd_move(result) for result in results]
    done = [result for result in results if result.outcome is Outcome.SENT]
    sent = [result for result in done if result.claim.kind is not DeliveryKind.EDIT]
    edited = [result for result in done if result.claim.kind is DeliveryKind.EDIT]
    others = [result for result in results if result.outcome not in (Outcome.SENT, Outcome.MIGRATED)]
    if sent:
        await _settle_sent(connection, database, sent)
        await _find_corrected_meanwhile(connection, database, sent, now)
        await forget_refusals_of(connection, [result.claim for result in sent if result.claim.is_trial])
    if edited:
        await _settle_edited(connection, edited)
    busy = [{"chat": each.claim.chat_id, "free": each.chat_free_at} for each in results if each.chat_free_at]
    if busy:
        await connection.execute(_HOLD_BACK, busy)
    if others:
        await connection.execute(_SETTLE_OTHERWISE, [_other_row(result, resends=resends) for result in others])
        await take_back(connection, [each.claim.delivery_id for each in others if _may_be_told_later(each)])
    for result in results:
        await _settle_chat(connection, database, result, resends=resends)


def _without_odd_move(result: Result) -> Result:
    """Take a chat that is said to have become itself for one that refuses for now."""
    if result.new_chat_id != result.claim.chat_id:
        return result
    return replace(result, outcome=Outcome.REFUSED, refusal=RefusalKind.UNKNOWN, new_chat_id=None)


def may_go_again(kind: DeliveryKind, epoch: int) -> bool:
    """Whether what nobody knows of goes again, whatever the policy for briefings; `epoch` counts its claims."""
    return kind is DeliveryKind.EDIT or (kind is DeliveryKind.ALERT and epoch < MOST_ALERTS)


def _may_be_told_later(result: Result) -> bool:
    """Whether the chat was refused, or nothing was left to show: what is refused for itself would be refused again."""
    is_of_chat = result.refusal is not None or result.chat_state is not None
    return result.outcome is Outcome.SKIPPED or (result.outcome is Outcome.REFUSED and is_of_chat)


async def _settle_chat(connection: AsyncConnection, database: Database, result: Result, *, resends: bool) -> None:
    """Do what follows from a result for its chat."""
    claim = result.claim
    if result.outcome is Outcome.MIGRATED and result.new_chat_id is not None:
        # First the row itself: the chat it moves to may have one under way already.
        await connection.execute(_SETTLE_OTHERWISE, [_other_row(result, resends=resends)])
        await move_chat(connection, database, claim.chat_id, result.new_chat_id)
        if claim.kind is not DeliveryKind.EDIT:
            await connection.execute(_FOLLOW_CHAT, {"delivery": claim.delivery_id, "new_chat": result.new_chat_id})
    elif result.chat_state is not None:
        await set_chat_state(connection, claim.chat_id, result.chat_state)
    elif result.refusal is not None:
        await note_refusal(connection, claim.chat_id, claim.thread_id, result.refusal, now=result.at)


async def _settle_sent(connection: AsyncConnection, database: Database, sent: Sequence[Result]) -> None:
    by_next: dict[datetime | None, list[Result]] = {}
    for result in sent:
        by_next.setdefault(result.retry_at, []).append(result)
    for next_due, results in by_next.items():
        values = {"rows": json.dumps([_sent_row(result) for result in results]), "at": results[-1].at}
        to = _STATE.PENDING if next_due else _STATE.SENT
        for statement in _SETTLE_ON_SQLITE if database.is_sqlite else _SETTLE_ON_POSTGRESQL:
            await connection.execute(statement, {**values, "to": to, "due_at": next_due})


async def _find_corrected_meanwhile(
    connection: AsyncConnection, database: Database, sent: Sequence[Result], now: datetime
) -> None:
    """Queue edits of messages whose text was corrected while they were on their way."""
    if recent := await list_recent(connection, sent[0].at - LATEST_ANSWER):
        keys = [(each.claim.chat_id, each.message_id) for each in sent if each.message_id is not None]
        await catch_up(connection, database, keys, recent, now=now)


async def _settle_edited(connection: AsyncConnection, edited: Sequence[Result]) -> None:
    """Note what was edited, and what those messages show now."""
    rows = [{"delivery": each.claim.delivery_id, "held": each.claim.epoch, "now": each.at} for each in edited]
    await connection.execute(_SETTLE_EDITED, rows)
    composed = [
        {"chat": claim.chat_id, "message": claim.edits, "composition": claim.composition_id}
        for claim in (result.claim for result in edited)
        if claim.composition_id is not None
    ]
    if composed:
        await connection.execute(_SHOW_COMPOSITION, composed)
    for result in edited:
        if result.claim.edits is not None and result.shown:
            key = (result.claim.chat_id, result.claim.edits)
            if not await note_edited(connection, key, result.shown):
                again = {"delivery": result.claim.delivery_id, "held": result.claim.epoch, "now": result.at}
                await connection.execute(_EDIT_AGAIN, again)


def _sent_row(result: Result) -> tuple[int | None, ...]:
    claim = result.claim
    return (
        claim.delivery_id,
        claim.epoch,
        result.message_id,
        claim.chat_id,
        claim.composition_id,
        claim.part,
        claim.thread_id or 0,
    )


def _other_row(result: Result, *, resends: bool) -> dict[str, Any]:
    # An edit made twice is as good as once; a breaking article is worth one copy too many.
    goes_again = resends or may_go_again(result.claim.kind, result.claim.epoch)
    has_stayed = result.outcome is Outcome.MIGRATED and result.claim.kind is DeliveryKind.EDIT
    states = {
        Outcome.REFUSED: _STATE.REFUSED,
        Outcome.LATER: _STATE.PENDING,
        Outcome.MIGRATED: _STATE.REFUSED if has_stayed else _STATE.PENDING,
        Outcome.SKIPPED: _STATE.SKIPPED,
        Outcome.UNCERTAIN: _STATE.PENDING if goes_again else _STATE.UNCERTAIN,
    }
    return {
        "delivery": result.claim.delivery_id,
        "held": result.claim.epoch,
        "to": states[result.outcome],
        "next_part": result.claim.part,
        "next_due": result.retry_at or result.at,
        "at": result.at,
        "why": LEFT_BEHIND if has_stayed else result.reason,
    }
