"""Alerts: at once, once, to whoever wants them; and no briefing tells it again."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.clock import system_clock
from bot.delivery.alerting import Alerting
from bot.publishing import Publishing
from storage.model import (
    Claim,
    DeliveryKind,
    Label,
    Outcome,
    Preferences,
    Result,
)
from storage.store import Storage
from tests.chatting import chatting
from tests.desking import OWNERS, last, person, until
from tests.make import NOW, ensure_subscription, make_planner, make_text

ALERTS = (DeliveryKind.ALERT,)
WISHES = {
    1: Preferences(),
    2: Preferences(has_alerts=False),
    3: Preferences(sections=frozenset({"sport"})),
    4: Preferences(languages=frozenset({"de"})),
    5: Preferences(mutes=frozenset({"ferries"})),
    6: Preferences(sections=frozenset({"world"}), languages=frozenset({"en"}), mutes=frozenset({"golf"})),
}


async def alert(storage: Storage) -> int:
    """Subscribe everybody, publish a breaking article, and plan its alerts; return how many there are."""
    for chat_id, wishes in WISHES.items():
        await storage.chats.ensure(chat_id, kind="private", language="en", now=NOW)
        await ensure_subscription(storage, chat_id, None, preferences=wishes, next_occurrence=None, now=NOW)
    await storage.articles.add([make_text("Ferries stop")], now=NOW)
    editor = Publishing(storage, "7")
    await editor.schedule(1, at=NOW + timedelta(seconds=10), now=NOW, is_breaking=True)
    assert await editor.publish_scheduled(NOW + timedelta(seconds=10)) == (1,)
    alerting = Alerting(storage=storage, frames=make_planner(storage).frames)
    planned = sum([each async for each in alerting.plan_due(NOW)])
    assert [each async for each in alerting.plan_due(NOW)] == []
    return planned


async def claim(storage: Storage, settled: list[Result]) -> tuple[Claim, ...]:
    return await storage.deliveries.turn("w", settled, limit=9, now=NOW, resends=False, kinds=ALERTS)


async def test_alert_goes_once_to_the_chats_that_want_it(storage: Storage) -> None:
    assert await alert(storage) == 2
    claims = await claim(storage, [])
    assert [each.chat_id for each in claims] == [1, 6]
    composition = (await storage.compositions.list([claims[0].composition_id or 0]))[claims[0].composition_id or 0]
    assert "Breaking" in composition.bodies[0]


async def test_briefing_leaves_out_what_a_chat_got_as_an_alert(storage: Storage) -> None:
    await alert(storage)
    await storage.articles.add([make_text("Gulls")], now=NOW + timedelta(minutes=1), publish=True)
    await make_planner(storage).plan_now(NOW + timedelta(minutes=2))
    claims = await storage.deliveries.turn("w", [], limit=9, now=NOW + timedelta(minutes=2), resends=False)
    told = {}
    for each in claims:
        composition = (await storage.compositions.list([each.composition_id or 0]))[each.composition_id or 0]
        told[each.chat_id] = [shown.number for part in composition.articles for shown in part]
    assert (told[1], told[2], told[6]) == ([2], [2, 1], [2])


@pytest.mark.parametrize("tries", [1, 2])
async def test_alert_nobody_knows_of_goes_once_more_and_no_more(storage: Storage, tries: int) -> None:
    await alert(storage)
    claims = await claim(storage, [])
    for _ in range(tries):
        unknown = [Result(each, Outcome.UNCERTAIN, NOW, reason="no answer", retry_at=NOW) for each in claims]
        claims = await claim(storage, unknown)
    assert (len(claims), (await storage.deliveries.count())["uncertain"]) == ((2, 0) if tries == 1 else (0, 2))


async def test_breaking_article_is_corrected_where_it_was_sent(storage: Storage) -> None:
    async with chatting(storage, system_clock, owners=OWNERS) as chat:
        bob = person(chat, "Bob")
        await bob.say("/start")
        _, panel = await chat.ada.say(
            "Ferries stop\n\n• All ferries stand still since noon today.\n\nNobody knows why."
        )
        await chat.ada.press(panel, "Publish…")
        await chat.ada.press(last(chat.ada), "Publish as breaking")

        async def has_come() -> bool:
            return str(last(bob)["text"]).startswith("🔴 Breaking\nFerries stop\n")

        await until(has_come)
        article = await storage.articles.get(1)
        text = replace(article.text, headline="Ferries run again")
        await Publishing(storage, "7").revise(
            1, text, revision=1, note="They run.", label=Label.UPDATE, now=system_clock()
        )

        async def is_corrected() -> bool:
            return str(last(bob)["text"]).startswith("🔴 Breaking\nFerries run again\n")

        await until(is_corrected)


async def test_briefing_planned_before_the_alert_leaves_the_breaking_article_to_it(storage: Storage) -> None:
    for chat_id in (1, 2):
        await storage.chats.ensure(chat_id, kind="private", language="en", now=NOW)
        wishes = WISHES[chat_id]
        await ensure_subscription(storage, chat_id, None, preferences=wishes, next_occurrence=None, now=NOW)
    await storage.articles.add([make_text("Ferries stop")], now=NOW)
    editor = Publishing(storage, "7")
    await editor.schedule(1, at=NOW + timedelta(seconds=10), now=NOW, is_breaking=True)
    later = NOW + timedelta(seconds=10)
    await editor.publish_scheduled(later)
    await make_planner(storage).plan_now(later)
    alerting = Alerting(storage=storage, frames=make_planner(storage).frames)
    assert [each async for each in alerting.plan_due(later)] == [1]
    planned = await storage.deliveries.list(None, limit=9)
    assert {(each.chat_id, each.kind) for each in planned} == {(1, DeliveryKind.ALERT), (2, DeliveryKind.BRIEFING)}


async def shown_to(storage: Storage, chat_id: int, now: datetime) -> list[int]:
    """Plan a briefing by hand; return the articles that it shows to a chat."""
    await make_planner(storage).plan_now(now, chat_id=chat_id)
    claims = await storage.deliveries.turn("w", [], limit=9, now=now, resends=False)
    composition_id = next((each.composition_id or 0 for each in claims if each.chat_id == chat_id), None)
    if composition_id is None:
        return []
    composition = (await storage.compositions.list([composition_id]))[composition_id]
    return [shown.number for part in composition.articles for shown in part]


async def test_alert_that_ended_unsent_is_told_by_the_next_briefing(storage: Storage) -> None:
    await alert(storage)
    await storage.articles.add([make_text("Gulls")], now=NOW + timedelta(minutes=5), publish=True)
    assert await shown_to(storage, 1, NOW + timedelta(minutes=10)) == [2]
    too_late = NOW + timedelta(hours=2)
    await storage.deliveries.recover(now=too_late, resends=False)
    assert await shown_to(storage, 1, too_late) == [2, 1]  # what came since is told again: better twice than never


async def test_alert_updated_since_is_told_again_by_the_next_briefing(storage: Storage) -> None:
    await alert(storage)
    claims = await claim(storage, [])
    await claim(storage, [Result(each, Outcome.SENT, NOW, message_id=each.chat_id) for each in claims])
    assert await shown_to(storage, 1, NOW + timedelta(minutes=1)) == []
    text = make_text("Ferries run again")
    later = NOW + timedelta(minutes=5)
    await Publishing(storage, "7").revise(1, text, revision=1, note="They run.", label=Label.UPDATE, now=later)
    assert await shown_to(storage, 1, later) == [1]


async def test_breaking_article_that_nobody_alerted_in_time_is_news_like_any_other(storage: Storage) -> None:
    await storage.chats.ensure(1, kind="private", language="en", now=NOW)
    await ensure_subscription(storage, 1, None, preferences=Preferences(), next_occurrence=None, now=NOW)
    await storage.articles.add([make_text("Ferries stop")], now=NOW)
    editor = Publishing(storage, "7")
    await editor.schedule(1, at=NOW + timedelta(seconds=10), now=NOW, is_breaking=True)
    await editor.publish_scheduled(NOW + timedelta(seconds=10))
    assert await shown_to(storage, 1, NOW + timedelta(minutes=59)) == []
    assert await shown_to(storage, 1, NOW + timedelta(hours=2)) == [1]
