"""Corrections of what thousands of chats have, while workers are killed: every message ends with the newest text.

The long form is `make soak`; the size is SOAK_CORRECTED.
"""

import asyncio
import os
import random
from collections import Counter
from dataclasses import replace
from pathlib import Path

import aiohttp
import pytest

from bot.clock import system_clock
from bot.demo.botapi.serve import FIRST_GROUP_ID, GROUPS
from bot.demo.botapi.world import FIRST_PERSON_ID
from bot.publishing import Publishing
from storage.errors import Conflict
from storage.model import Label, Preferences
from storage.store import Storage
from tests.checker import Log, check, find_old_texts, keep_history, read_log
from tests.crashing import server, until_one_more, until_settled, workers
from tests.make import ensure_subscription, make_planner, make_text

CHATS = int(os.environ.get("SOAK_CORRECTED", "400"))
KILLS = 10 if CHATS > 1000 else 4
RATE = max(60, CHATS // 15)  # so that all kills fall into it
TEXT = "Harbour, revision {}"
HEAD = "Corrected: #1 "


async def subscribe(storage: Storage) -> None:
    """Subscribe people in three languages of articles, and ten groups, some of them by topic."""
    now = system_clock()
    chats: list[tuple[int, int | None]] = [(FIRST_PERSON_ID + n, None) for n in range(CHATS - 2 * GROUPS)]
    chats += [(FIRST_GROUP_ID + n, thread) for n in range(GROUPS) for thread in (None, 7)]
    for number, (chat_id, thread_id) in enumerate(chats):
        await storage.chats.ensure(chat_id, kind="private" if chat_id > 0 else "supergroup", language="en", now=now)
        preferences = Preferences(max_articles=3 + number % 3)
        await ensure_subscription(storage, chat_id, thread_id, preferences=preferences, next_occurrence=None, now=now)


async def correct_until_done(storage: Storage, editor: str, label: Label = Label.REFILE) -> int:
    """Correct article 1 against its current revision, as often as somebody else was first; return the revision."""
    while True:
        article = await storage.articles.get(1)
        text = replace(article.text, headline=TEXT.format(article.revision + 1))
        try:
            return await Publishing(storage, editor).revise(
                1, text, revision=article.revision, note="a figure", label=label, now=system_clock()
            )
        except Conflict:
            await asyncio.sleep(0.01)


def find_untold(log: Log) -> list[str]:
    """Return each chat that got the error and did not hear of it once, with its next briefing, or heard without cause."""
    briefings: dict[str, dict[tuple[int, int | None], str]] = {"Harbour": {}, "Terns": {}, "Auks": {}}
    for each in log.accepted:
        name = next(name for name in ("Auks", "Terns", "Harbour") if f"1. {name}" in each["text"] or name == "Harbour")
        briefings[name].setdefault((each["chat_id"], each["thread_id"]), each["text"])
    problems = []
    for place, text in briefings["Harbour"].items():
        got_it, told = "revision 1" in text, [HEAD in briefings[name].get(place, "") for name in ("Terns", "Auks")]
        if place in briefings["Terns"] and told != [got_it, False]:
            problems.append(f"{place} got the error: {got_it}; was told: {told}")
    return problems


async def until_carried(storage: Storage, seconds: float) -> None:
    async with asyncio.timeout(seconds):
        while True:
            last = await storage.corrections.find_last(1)
            assert last is not None
            progress = await storage.corrections.get_progress(last.id)
            if progress.is_over:
                return
            await asyncio.sleep(0.2)


@pytest.mark.timeout(120 + CHATS // 5)
async def test_racing_corrections_and_kills_leave_every_message_with_the_newest_text(
    storage: Storage, database_url: str, tmp_path: Path
) -> None:
    dice = random.Random("correcting")
    await keep_history(storage)
    texts = [make_text(TEXT.format(1)), *(make_text(f"Gulls {n}") for n in range(2))]
    await storage.articles.add(texts, now=system_clock(), publish=True)
    await subscribe(storage)
    async with server(CHATS) as url:
        keys = {"DATELINE_LIMITS__OVERALL_PER_SECOND": str(RATE), "DATELINE_LIMITS__GROUP_PER_MINUTE": "0"}
        count = 1 if storage.database.is_sqlite else 2
        async with workers(tmp_path, url, database_url, count, **keys) as running:
            await make_planner(storage).plan_now(system_clock())
            await until_one_more(url)
            await asyncio.sleep(1)
            await correct_until_done(storage, "1", Label.CORRECTION)  # in the middle of the fan-out
            await until_settled(storage, 90, running)
            racing = [asyncio.ensure_future(correct_until_done(storage, f"{n}")) for n in range(3)]
            for _ in range(KILLS):
                await asyncio.sleep(dice.uniform(0.3, 1.0))
                await running.kill_one()
            assert sorted(await asyncio.gather(*racing)) == [3, 4, 5]
            await until_settled(storage, 120 + CHATS // RATE * 4, running)
            await until_carried(storage, 60)
            log = await read_log(url)
            assert await find_old_texts(storage, log, 1, "revision 5") == []
            checked = await check(storage, log)
            for headline in ("Terns", "Auks"):
                await storage.articles.add([make_text(headline)], now=system_clock(), publish=True)
                await asyncio.sleep(1)  # an operator's own sends are named by the second
                await make_planner(storage).plan_now(system_clock())
                await until_settled(storage, 60 + CHATS // RATE * 4, running)
            await running.stop()
        assert find_untold(await read_log(url)) == []
    edits = Counter((each["chat_id"], each["message_id"], each["text"]) for each in log.edits)
    print(checked, f"{len(log.edits)} edits of {len(log.accepted)} messages, {KILLS} kills")  # noqa: T201 - with -s
    assert checked.states["sent"] + checked.states.get("uncertain", 0) == CHATS
    assert (len(edits) > CHATS // 2, set(edits.values())) == (True, {1})  # what stands there already is not counted


@pytest.mark.timeout(60)
async def test_five_corrected_articles_in_one_group_give_no_429(
    storage: Storage, database_url: str, tmp_path: Path
) -> None:
    """Edits and sends share a group's twenty a minute, however many of each wait."""
    texts = [make_text(TEXT.format(1)), *(make_text(f"Gulls {n}") for n in range(4))]
    await storage.articles.add(texts, now=system_clock(), publish=True)
    now, group = system_clock(), FIRST_GROUP_ID
    await storage.chats.ensure(group, kind="supergroup", language="en", now=now)
    await ensure_subscription(storage, group, None, preferences=Preferences(), next_occurrence=None, now=now)
    keys = {"DATELINE_LIMITS__OVERALL_PER_SECOND": "30", "DATELINE_LIMITS__GROUP_PER_MINUTE": "60"}
    async with server(1) as url:
        await _control(url, "faults", {"share": 0, "kinds": [], "flood": True, "group_per_minute": 60})
        async with workers(tmp_path, url, database_url, 1, **keys) as running:
            planner = make_planner(storage)
            await planner.plan_now(system_clock())
            await until_settled(storage, 30, running)
            for number in range(1, 6):
                article = await storage.articles.get(number)
                text = replace(article.text, headline=f"{article.text.headline}!")
                await Publishing(storage, "1").revise(number, text, revision=1, note="a figure", now=system_clock())
            await storage.articles.add([make_text("Terns")], now=system_clock(), publish=True)
            await planner.plan_now(system_clock())
            await until_settled(storage, 40, running)
            await running.stop()
        log = await read_log(url)
    states = await storage.deliveries.count()
    # Two briefings, and up to five edits: one that goes late shows what was corrected meanwhile, too.
    assert ({state for state, number in states.items() if number}, 3 <= states["sent"] <= 7) == ({"sent"}, True)
    assert (len(log.accepted), 1 <= len(log.edits) <= 5, log.befallen) == (2, True, 0)


async def _control(url: str, what: str, body: dict[str, object]) -> None:
    async with aiohttp.ClientSession() as session, session.post(f"{url}/control/{what}", json=body) as response:
        assert (await response.json())["ok"]
