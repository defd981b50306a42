"""The ledger at its edges: lost commits, moving chats, closed topics, changes in the moment of sending."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot import subscribing
from bot.delivery.answers import Answer, read_answer
from bot.newsroom.selection import since
from storage.model import (
    ChatState,
    Claim,
    Composition,
    Occurrence,
    Outcome,
    Preferences,
    Refusal,
    RefusalKind,
    Result,
    Shown,
    Slot,
)
from storage.plans import Plan
from storage.store import Storage
from tests.make import NOW, ensure_subscription, make_text

TEXT = Composition(key="k", bodies=('{"text":"hi"}',), articles=((Shown(1, 1, 1),),))
REFUSED = Answer(Outcome.REFUSED, reason="x")
LATER = Answer(Outcome.LATER, reason="x", retry_after_seconds=1)
LATER_4 = replace(LATER, retry_after_seconds=4)
FAILED = Answer(Outcome.UNCERTAIN, reason="x", is_failure=True)
TODAY = Occurrence(day=NOW.date(), at=NOW.time(), due_at=NOW)


async def plan(storage: Storage, chat_id: int, *threads: int | None, occurrence: str = "today") -> None:
    if await storage.articles.find(1) is None:
        await storage.articles.add([make_text()], now=NOW, publish=True)
    await storage.chats.ensure(chat_id, kind="supergroup", language="en", now=NOW)
    plans = []
    for thread in threads or (None,):
        preferences = Preferences(slots=(Slot(NOW.time()),))
        subscription, _ = await ensure_subscription(
            storage, chat_id, thread, language="en", preferences=preferences, next_occurrence=TODAY, now=NOW
        )
        later = NOW + timedelta(hours=3)
        plans.append(
            Plan(subscription=subscription, occurrence=occurrence, composition=TEXT, is_silent=False, due_at=NOW,
                 expires_at=later, cutoff=None, follows=False)
        )  # fmt: skip
    await storage.plans.carry_out(plans, now=NOW)


async def turn(storage: Storage, *results: Result, limit: int = 10, resends: bool = False) -> tuple[Claim, ...]:
    return await storage.deliveries.turn("w", results, limit=limit, now=NOW, resends=resends)


async def ledger(storage: Storage) -> list[tuple[int, int, str]]:
    rows = await storage.deliveries.list(None, limit=100)
    return sorted((row.chat_id, row.thread_id or 0, row.state.value) for row in rows)


async def test_claims_whose_commit_was_not_confirmed_are_released_and_those_held_are_not(storage: Storage) -> None:
    await plan(storage, 1)
    await plan(storage, 2)
    held, lost = await turn(storage)
    await storage.deliveries.release("w", held={held.delivery_id})
    assert await ledger(storage) == [(held.chat_id, 0, "sending"), (lost.chat_id, 0, "pending")]
    (again,) = await turn(storage)
    assert (again.delivery_id, again.epoch) == (lost.delivery_id, 2)


async def test_migration_while_another_topic_is_under_way_moves_what_waits(storage: Storage) -> None:
    await plan(storage, -5, None)
    (held,) = await turn(storage)
    await plan(storage, -1005, 9)
    (other,) = await turn(storage)
    await turn(storage, Result(held, Outcome.MIGRATED, NOW, new_chat_id=-1005), limit=0)
    assert await ledger(storage) == [(-1005, 0, "pending"), (-1005, 9, "sending")]
    await turn(storage, Result(other, Outcome.SENT, NOW, message_id=3), limit=0)
    assert [claim.chat_id for claim in await turn(storage)] == [-1005]


async def test_chat_that_is_said_to_have_become_itself_holds_up_no_other(storage: Storage) -> None:
    await plan(storage, -5)
    await plan(storage, 7)
    odd, other = await turn(storage)
    results = (Result(odd, Outcome.MIGRATED, NOW, new_chat_id=-5), Result(other, Outcome.SENT, NOW, message_id=3))
    await turn(storage, *results, limit=0)
    assert await ledger(storage) == [(-5, 0, "refused"), (7, 0, "sent")]
    subscription = await storage.subscriptions.get(-5, None)
    assert subscription.refusal is not None
    assert subscription.refusal.kind is RefusalKind.UNKNOWN


async def test_answer_that_cannot_be_settled_holds_up_no_other(sqlite_storage: Storage) -> None:
    storage = sqlite_storage
    await plan(storage, -5)
    await plan(storage, 7)
    odd, other = await turn(storage)
    refusing = (
        "CREATE TRIGGER odd BEFORE UPDATE ON deliveries WHEN NEW.message_id = 666 BEGIN SELECT RAISE(ABORT, 'no'); END"
    )
    async with storage.database.writing() as connection:
        await connection.execute(text(refusing))
    results = (Result(odd, Outcome.SENT, NOW, message_id=666), Result(other, Outcome.SENT, NOW, message_id=3))
    await turn(storage, *results, limit=0)
    assert await ledger(storage) == [(-5, 0, "uncertain"), (7, 0, "sent")]


async def test_uncertain_delivery_to_a_chat_that_moved_meanwhile_follows_it(storage: Storage) -> None:
    await plan(storage, -5)
    (held,) = await turn(storage)
    await turn(storage, Result(held, Outcome.UNCERTAIN, NOW), limit=0)
    await storage.chats.move(-5, -1005)
    await storage.deliveries.resend(None, now=NOW, grace=timedelta(hours=3))
    (again,) = await turn(storage)
    await turn(storage, Result(again, Outcome.MIGRATED, NOW, new_chat_id=-1005), limit=0)
    assert await ledger(storage) == [(-1005, 0, "pending")]


async def test_closed_topic_silences_itself_and_no_other(storage: Storage) -> None:
    await plan(storage, -7, 5, 9)
    (held,) = await turn(storage)
    refused = Result(held, Outcome.REFUSED, NOW, reason="TOPIC_CLOSED", refusal=RefusalKind.CLOSED)
    await turn(storage, refused, limit=0)
    assert await ledger(storage) == [(-7, 5, "refused"), (-7, 9, "pending")]
    five, nine = await storage.subscriptions.list_of_chat(-7)
    assert (five.next_occurrence, nine.next_occurrence, nine.refusal) == (TODAY, TODAY, None)
    again = NOW + timedelta(hours=20)
    assert five.refusal == Refusal(kind=RefusalKind.CLOSED, since=NOW, days=1, retry_at=again)


async def test_late_answer_settles_what_was_to_be_sent_again(storage: Storage) -> None:
    await plan(storage, 1)
    (held,) = await turn(storage)
    await turn(storage, Result(held, Outcome.UNCERTAIN, NOW), limit=0, resends=True)
    assert await ledger(storage) == [(1, 0, "pending")]
    await turn(storage, Result(held, Outcome.SENT, NOW, message_id=8), limit=0)
    assert await ledger(storage) == [(1, 0, "sent")]


async def test_what_is_due_comes_though_settings_change_in_that_moment(storage: Storage) -> None:
    await plan(storage, 1)
    known = await storage.subscriptions.get(1, None)
    moment = NOW + timedelta(seconds=0.4)
    muted = await subscribing.change(storage.subscriptions, known, now=moment, mutes=frozenset({"golf"}))
    moved = await subscribing.change(
        storage.subscriptions, muted, now=moment, slots=(Slot(NOW.time().replace(hour=6)),)
    )
    assert (muted.next_occurrence, moved.next_occurrence) == (TODAY, TODAY)
    assert await storage.subscriptions.get(1, None) == moved


@pytest.mark.parametrize(
    "leave", [subscribing.stop, lambda *args, now: subscribing.pause(*args, until=now + timedelta(days=3), now=now)]
)
async def test_who_stops_or_pauses_gets_nothing_that_waited(storage: Storage, leave) -> None:  # type: ignore[no-untyped-def]
    await plan(storage, 1)
    left = await leave(storage.subscriptions, await storage.subscriptions.get(1, None), now=NOW)
    assert await ledger(storage) == [(1, 0, "skipped")]
    assert left.next_occurrence is None or left.next_occurrence.due_at >= NOW + timedelta(days=3)


async def test_cutoff_never_moves_back(storage: Storage) -> None:
    await plan(storage, 1)
    known = await storage.subscriptions.get(1, None)
    await storage.subscriptions.advance_cutoff(known.id, NOW)
    for cutoff, follows in ((NOW - timedelta(hours=1), True), (NOW - timedelta(hours=1), False), (None, True)):
        behind = Plan(
            subscription=known, occurrence="later", composition=None, is_silent=False, due_at=NOW,
            expires_at=NOW + timedelta(hours=3), cutoff=cutoff, next_occurrence=TODAY, follows=follows,
        )  # fmt: skip
        await storage.plans.carry_out([behind], now=NOW)
    assert (await storage.subscriptions.get(1, None)).cutoff == NOW


async def test_clock_that_was_set_back_hides_no_publication(storage: Storage) -> None:
    await storage.articles.add([make_text("Ahead")], now=NOW + timedelta(hours=1), publish=True)
    _, cutoff = await storage.candidates.get_version()
    await storage.articles.add([make_text("After")], now=NOW, publish=True)
    known = await storage.candidates.list(frozenset(), frozenset(), limit=9)
    assert [(each.number, each.published_at) for each in since(known, cutoff)] == [(2, NOW)]


@pytest.mark.parametrize(
    ("status", "body", "answer"),
    [
        (200, b'{"ok":true,"result":{"message_id":7}}', Answer(Outcome.SENT, message_id=7)),
        (200, b'{"ok":true,"result":{"message_id":99999999999999999999}}', None),
        (200, b'{"ok":true}', None),
        (200, b"[1]", None),
        (400, b'{"ok":false,"description":"a\\u0000b\\ud83d"}', Answer(Outcome.REFUSED, reason="ab?")),
        (
            429,
            b'{"ok":false,"description":"x","parameters":{"retry_after":1e30}}',
            Answer(Outcome.LATER, reason="x", retry_after_seconds=1),
        ),
        (429, b'{"ok":false,"description":"x","parameters":{"retry_after":[]}}', LATER),
        (429, b'{"ok":false,"description":"x","parameters":{"retry_after":NaN}}', LATER),
        (429, b'{"ok":false,"description":"x","parameters":[1]}', LATER),
        (429, b'{"ok":false,"description":"x","parameters":{"retry_after":4}}', replace(LATER, retry_after_seconds=4)),
        (400, b'{"ok":false,"description":"x","parameters":{"migrate_to_chat_id":1e300}}', REFUSED),
        (
            403,
            b'{"ok":false,"description":"bot was blocked by the user","parameters":{"retry_after":null}}',
            replace(REFUSED, reason="bot was blocked by the user", chat_state=ChatState.BLOCKED),
        ),
        # a proxy's status around Telegram's answer
        (200, b'{"ok":false,"error_code":429,"description":"x","parameters":{"retry_after":4}}', LATER_4),
        (200, b'{"ok":false,"error_code":502,"description":"x"}', FAILED),
        (200, b'{"ok":false,"description":"x"}', FAILED),
        (409, b'{"ok":false,"description":"x"}', replace(LATER, retry_after_seconds=30, is_failure=True)),
        (
            404,
            b'{"ok":false,"description":"Not Found"}',
            replace(LATER, reason="Not Found", retry_after_seconds=0, is_token_refused=True),
        ),
        (
            404,
            b'{"ok":false,"description":"Not Found: method not found"}',
            replace(REFUSED, reason="Not Found: method not found"),
        ),
        (200, b'{"a":' * 100_000, None),
    ],
)
def test_odd_answers_are_sorted_and_nothing_in_them_breaks_the_ledger(
    status: int, body: bytes, answer: Answer | None
) -> None:
    uncertain = replace(FAILED, reason=f"an answer that is none (HTTP {status})")
    assert read_answer(status, body) == (answer or uncertain)


@pytest.mark.parametrize(
    ("description", "refusal"),
    [
        ("Bad Request: USER_BANNED_IN_CHANNEL", RefusalKind.UNKNOWN),
        ("Bad Request: CHAT_GUEST_SEND_FORBIDDEN", RefusalKind.UNKNOWN),
        ("Bad Request: TOPIC_ID_INVALID", RefusalKind.UNKNOWN),
        ("Bad Request: SLOWMODE_WAIT_30", RefusalKind.UNKNOWN),
        ("Bad Request: chat not found", RefusalKind.NOT_FOUND),
        ("Bad Request: can't parse entities: unsupported start tag", None),
        ("Bad Request: BUTTON_USER_INVALID", None),
        ("Bad Request: message is too long", None),
    ],
)
def test_refusal_of_a_chat_is_no_refusal_of_what_it_was_sent(description: str, refusal: RefusalKind | None) -> None:
    body = json.dumps({"ok": False, "description": description}).encode()
    assert read_answer(400, body) == Answer(Outcome.REFUSED, reason=description, refusal=refusal)
