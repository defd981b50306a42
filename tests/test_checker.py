"""The checker itself: it names the row that broke a promise, and accepts what no row broke."""

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from storage.model import DeliveryState
from tests.checker import Log, Row, find_problems

ROW = Row(1, "today", 5, None, DeliveryState.SENT, 1, 1, 9, ("crash 0",))
DOUBTED = replace(ROW, doubts=Counter({0: 1}))
UNSENT = replace(DOUBTED, state=DeliveryState.UNCERTAIN, part=0, message_id=None)


def message(message_id: int, text: str = "crash 0\nGood morning.", chat_id: int = 5) -> dict[str, Any]:
    return {"at": 1.0, "chat_id": chat_id, "thread_id": None, "message_id": message_id, "text": text}


def problems(row: Row, *accepted: dict[str, Any], resends: bool = False) -> list[str]:
    return find_problems(Log(list(accepted), [], 0), [row], resends=resends)


def test_what_no_row_broke_is_no_problem() -> None:
    assert problems(ROW, message(9)) == []
    assert problems(UNSENT, message(9)) == problems(UNSENT) == []
    assert problems(replace(DOUBTED, epoch=2), message(8), message(9), resends=True) == []


@pytest.mark.parametrize(
    ("row", "accepted", "problem"),
    [
        (ROW, [], "part 0 was never accepted"),
        (ROW, [8, 9], "part 0 was accepted 2 times, in doubt 0 times"),
        (DOUBTED, [8, 9], "part 0 was accepted 2 times, in doubt 1 times"),
        (replace(UNSENT, state=DeliveryState.EXPIRED, doubts=Counter()), [9], "part 0 was accepted, and is not labelled"),
        (replace(UNSENT, state=DeliveryState.PENDING), [], "it is not settled"),
        (replace(ROW, moves=((DeliveryState.SKIPPED, DeliveryState.SENDING),)), [9], "it went from skipped to sending"),
    ],
)  # fmt: skip
def test_row_that_broke_a_promise_is_named(row: Row, accepted: list[int], problem: str) -> None:
    found = problems(row, *map(message, accepted))
    assert found[0] == f"today to 5 ({row.state}, part {row.part}): {problem}"


def test_message_of_no_row_and_edits_backwards_are_named() -> None:
    log = Log([message(9), message(7, "crash 1")], [], 0)
    assert find_problems(log, [ROW], resends=False) == ["(5, None, 'crash 1') was accepted, and no row stands for it"]
    edits = [message(9, "crash 0\nrevision 3"), message(9, "crash 0\nrevision 2")]
    assert find_problems(Log([message(9)], edits, 0), [ROW], resends=False) == [
        "message (5, 9) showed revision 3, and 2 after it"
    ]
