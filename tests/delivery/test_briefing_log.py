"""One log line per briefing, with its counts."""

import io
import json
import logging
import sys
from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot.delivery.briefing_log import BriefingLog
from bot.logs import set_up_logs
from storage.model import DeliveryKind, DeliveryState, Occurrence, Outcome, Preferences, Result, Slot
from storage.store import Storage
from tests.make import NOW, ensure_subscription, make_planner, make_text

CHATS = (7, 8, 9)
LATER = NOW + timedelta(minutes=2)


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    stream, root = io.StringIO(), logging.getLogger()
    before, hook, level = root.handlers[:], sys.excepthook, root.level
    set_up_logs(level="info", form="json", secrets=[], stream=stream)
    yield stream
    root.handlers[:], sys.excepthook = before, hook
    root.setLevel(level)


async def plan(storage: Storage) -> None:
    await storage.articles.add([make_text()], now=NOW - timedelta(hours=1), publish=True)
    for chat_id in CHATS:
        await storage.chats.ensure(chat_id, kind="private", language="en", now=NOW)
        await ensure_subscription(
            storage,
            chat_id,
            None,
            preferences=Preferences(slots=(Slot(NOW.time()),)),
            next_occurrence=Occurrence(day=NOW.date(), at=NOW.time(), due_at=NOW),
            now=NOW,
        )
    assert sum([count async for count in make_planner(storage).plan_due(NOW)]) == len(CHATS)


async def settle(storage: Storage, outcomes: tuple[Outcome, ...]) -> None:
    claims = await storage.deliveries.turn("w", [], limit=len(outcomes), now=NOW, resends=False)
    results = [
        Result(claim, outcome, NOW + timedelta(seconds=30), message_id=1 if outcome is Outcome.SENT else None)
        for claim, outcome in zip(claims, outcomes, strict=True)
    ]
    await storage.deliveries.turn("w", results, limit=0, now=NOW + timedelta(seconds=30), resends=False)


async def test_briefing_is_told_of_once_when_its_last_delivery_is_settled(storage: Storage, lines: io.StringIO) -> None:
    await plan(storage)
    written = BriefingLog(storage.summaries)
    await settle(storage, (Outcome.SENT, Outcome.SENT))
    assert await written.write(LATER) == []
    await settle(storage, (Outcome.UNCERTAIN,))
    assert await written.write(LATER + timedelta(seconds=30)) == []  # its age has not doubled yet
    (summary,) = await written.write(LATER + timedelta(minutes=2))
    assert await written.write(LATER + timedelta(minutes=9)) == []
    assert await BriefingLog(storage.summaries).write(LATER + timedelta(minutes=9)) == []  # another process
    assert (summary.kind, summary.counts) == (
        DeliveryKind.BRIEFING,
        {DeliveryState.SENT: 2, DeliveryState.UNCERTAIN: 1},
    )
    (line,) = [json.loads(each) for each in lines.getvalue().splitlines()]
    del line["timestamp"]
    assert line == {
        "event": f"briefing {summary.composition_id} is over: 2 sent, 1 uncertain",
        "logger": "dateline.briefings",
        "level": "info",
        "articles": [1],
        "chats": 3,
        "seconds": 30.0,
        "sent": 2,
        "uncertain": 1,
    }
