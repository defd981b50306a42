"""One person floods the bot, which runs in a process of its own, while ten others ask for help about once a second."""

import asyncio
import os
import resource
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import select

from bot.clock import system_clock
from bot.demo.botapi import people
from bot.demo.botapi.world import Json, Person, World
from bot.updates.reception import OVER_QUOTA
from storage import schema
from storage.migrate import upgrade
from storage.model import UpdateState
from storage.store import open_storage
from tests.bench.measuring import Row
from tests.chatting import served
from tests.crashing import workers

OTHERS = 10
EVERY_SECONDS = 1.05  # one of the others writes: not faster than the bot may answer one chat
UNSEEN = 3  # questions of each before the measured ones
STEP_SECONDS = 0.01
DRAIN_SECONDS = 60.0
SILENT_SECONDS = 4.0  # longer than one chat waits for its next answer: nothing more comes
MOST_LATE_MS, MOST_GROWTH_MB = 1000, 50
NOTICE = "That was a lot at once."
# As people run it: with Telegram's limits, and a lease of ordinary length.
AS_USUAL = {
    "DATELINE_LIMITS__OVERALL_PER_SECOND": "30",
    "DATELINE_LIMITS__CHAT_PER_SECOND": "1",
    "DATELINE_DELIVERY__LEASE_SECONDS": "60",
}
_SETTLED = (UpdateState.WAITING, UpdateState.DONE, UpdateState.DROPPED)


class FloodedWorld(World):
    """A world that notes which updates it queued, and what the bot wrote to whom, and when."""

    def __init__(self) -> None:
        super().__init__(system_clock)
        self.queued: list[int] = []
        self.written: defaultdict[int, list[tuple[float, str]]] = defaultdict(list)
        self.asked: list[asyncio.Future[Json]] = []  # presses and inline queries

    def queue_update(self, kind: str, content: Json) -> None:
        """Note the update's id."""
        super().queue_update(kind, content)
        self.queued.append(self.updates[-1]["update_id"])

    def notify(self, event: Json) -> None:
        """Note a message of the bot's."""
        if event["type"] == "message" and event["message"]["from"]["id"] == self.bot["id"]:
            message = event["message"]
            self.written[message["chat"]["id"]].append((time.perf_counter(), message.get("text", "")))

    def write(self, person: Person, text: str) -> None:
        """Let somebody write to the bot."""
        people.write(self, person, self.chats[person.id], text)

    def press(self, person: Person, message: Json, data: str) -> None:
        """Let somebody press a button, and wait for nothing."""
        query_id = self.new_id("press")
        self.presses[query_id] = self._asked()
        content = {"id": query_id, "from": person.user(), "message": message, "chat_instance": "1", "data": data}
        self.queue_update("callback_query", content)

    def ask_inline(self, person: Person, query: str) -> None:
        """Let somebody type an inline query, and wait for nothing."""
        query_id = self.new_id("inline")
        self.inline_queries[query_id] = self._asked()
        content = {"id": query_id, "from": person.user(), "query": query, "offset": "", "chat_type": "sender"}
        self.queue_update("inline_query", content)

    def _asked(self) -> asyncio.Future[Json]:
        waiting: asyncio.Future[Json] = asyncio.get_running_loop().create_future()
        self.asked.append(waiting)
        return waiting


@dataclass(frozen=True, slots=True)
class Flood:
    """What the flooder does, so many times a second."""

    name: str
    per_second: int
    notices: int  # an inline query has no place for one
    act: Callable[[FloodedWorld, Person, int], None]


def _press(world: FloodedWorld, person: Person, number: int) -> None:
    settings = next(each for each in world.messages.values() if each.get("text", "").startswith("Settings"))
    world.press(person, settings, f"switch:silent:{('on', 'off')[number % 2]}")


FLOODS = (
    Flood("messages", 1000, 1, lambda world, person, _: world.write(person, "/help")),
    Flood("presses", 200, 1, _press),
    Flood("inline queries", 1000, 0, lambda world, person, number: world.ask_inline(person, f"ferry {number}")),
)


@dataclass(slots=True)
class Watched:
    """What was seen while it flooded."""

    base_mb: float
    load: float
    most_mb: float = 0.0
    seconds: float = 0.0
    late_ms: float = 0.0  # this process's own event loop, at most
    asked_at: defaultdict[int, list[float]] = field(default_factory=lambda: defaultdict(list))


async def floods(seconds: float) -> list[Row]:
    """Measure each flood against a bot that has just started."""
    return [row for flood in FLOODS for row in await _flooded(flood, seconds)]


async def _flooded(flood: Flood, seconds: float) -> list[Row]:
    world = FloodedWorld()
    others = [world.add_person(f"Reader {number}") for number in range(OTHERS)]
    flooder = world.add_person("Flooder")
    with tempfile.TemporaryDirectory() as name:
        url = f"sqlite:///{Path(name) / 'floods.db'}"
        storage = open_storage(url)
        await upgrade(storage.database)
        await storage.close()
        async with served(world) as api_url, workers(Path(name), api_url, url, 1, only=None, **AS_USUAL) as running:
            pid = running.processes[0].pid
            await _warm_up(world, others, flooder)
            known = Counter({person.id: len(world.written[person.id]) for person in (*others, flooder)})
            cpu = _cpu_seconds(pid)
            watched = await _watched(world, flood, flooder, others, seconds, pid)
            cpu = _cpu_seconds(pid) - cpu
            await _until_drained(world, others, flooder, known, watched)
        marked = await _marked(url)
    taken = sorted(
        (answered_at - asked_at) * 1000
        for person in others
        for asked_at, (answered_at, _) in zip(
            watched.asked_at[person.id], world.written[person.id][known[person.id] :], strict=True
        )
    )
    note = (
        f"p50 {taken[len(taken) // 2]:.0f}, longest {taken[-1]:.0f} of {len(taken)}; {len(world.queued):,} updates, "
        f"{flood.per_second * seconds / watched.seconds:.0f}/s; the bot used {cpu:.1f} s of CPU; load {watched.load:.1f}, "
        f"the generator at most {watched.late_ms:.0f} ms late"
    )
    return [
        _row(f"flood of {flood.name}: others' /help, p99 ms", taken[int(len(taken) * 0.99)], MOST_LATE_MS, note),
        _row(
            f"flood of {flood.name}: memory grows by, MB",
            watched.most_mb - watched.base_mb,
            MOST_GROWTH_MB,
            f"from {watched.base_mb:.0f}",
        ),
        *_judged(world, flood, flooder, known[flooder.id], marked),
    ]


def _row(what: str, figure: float, most: float, note: str) -> Row:
    return Row(what, figure, f"≤ {most:,}", figure <= most, note)


async def _warm_up(world: FloodedWorld, others: list[Person], flooder: Person) -> None:
    """Let everybody ask before it begins, the flooder for the settings whose buttons are pressed."""
    for round_ in range(UNSEEN):
        for person in others:
            world.write(person, "/help")
        if not round_:
            world.write(flooder, "/settings")
        async with asyncio.timeout(30):
            while any(len(world.written[person.id]) <= round_ for person in others) or not world.written[flooder.id]:
                await asyncio.sleep(0.01)
    await asyncio.sleep(SILENT_SECONDS)  # what was said so far counts for no limit any more


async def _watched(
    world: FloodedWorld, flood: Flood, flooder: Person, others: list[Person], seconds: float, pid: int
) -> Watched:
    """Flood, ask and watch, until everything is sent."""
    watched = Watched(_resident_mb(pid), os.getloadavg()[0])
    began = time.perf_counter()

    async def ask(person: Person, first: float) -> None:
        await asyncio.sleep(first)
        while time.perf_counter() - began < seconds:
            watched.asked_at[person.id].append(time.perf_counter())
            world.write(person, "/help")
            await asyncio.sleep(EVERY_SECONDS)

    asking = [asyncio.ensure_future(ask(person, n * EVERY_SECONDS / OTHERS)) for n, person in enumerate(others)]
    sent, most = 0, int(flood.per_second * seconds)
    while sent < most:
        due = min(most, int((time.perf_counter() - began) * flood.per_second))
        for number in range(sent, due):
            flood.act(world, flooder, number)
        sent = due
        before = time.perf_counter()
        await asyncio.sleep(STEP_SECONDS)
        watched.late_ms = max(watched.late_ms, (time.perf_counter() - before - STEP_SECONDS) * 1000)
        watched.most_mb = max(watched.most_mb, _resident_mb(pid))
    watched.seconds = time.perf_counter() - began
    await asyncio.gather(*asking)
    return watched


async def _until_drained(
    world: FloodedWorld, others: list[Person], flooder: Person, known: Counter[int], watched: Watched
) -> None:
    """Wait until everything was fetched, the others are answered and the flooder hears nothing more."""
    heard, heard_at = -1, time.perf_counter()
    async with asyncio.timeout(DRAIN_SECONDS):
        while (
            world.updates
            or any(len(world.written[each.id]) - known[each.id] < len(watched.asked_at[each.id]) for each in others)
            or time.perf_counter() - heard_at < SILENT_SECONDS
        ):
            now_heard = len(world.written[flooder.id]) + sum(each.done() for each in world.asked)
            if now_heard != heard:
                heard, heard_at = now_heard, time.perf_counter()
            await asyncio.sleep(0.05)


async def _marked(url: str) -> dict[int, tuple[str, str, str | None]]:
    """Return sender, state and error of every update in the inbox."""
    columns = schema.updates.c
    storage = open_storage(url)
    try:
        async with storage.database.reading() as connection:
            query = select(columns.update_id, columns.sender, columns.state, columns.error)
            return {row.update_id: (row.sender, row.state, row.error) for row in await connection.execute(query)}
    finally:
        await storage.close()


def _judged(
    world: FloodedWorld, flood: Flood, flooder: Person, known: int, marked: dict[int, tuple[str, str, str | None]]
) -> list[Row]:
    """Compare what the inbox says with what was queued and what was answered."""
    said = [text for _, text in world.written[flooder.id][known:]]
    said += [each.result().get("text", "") for each in world.asked if each.done()]
    notices = sum(text.startswith(NOTICE) for text in said)
    lost = set(world.queued) - marked.keys()
    odd = [each for each in marked.values() if each[1] not in _SETTLED]
    done = [each for each in marked.values() if each[:2] == (f"person {flooder.id}", "done") and each[2] != OVER_QUOTA]
    unanswered = len(done) - 1 - (len(said) - notices)  # /settings was before
    states = Counter(state for _, state, _ in marked.values())
    wrong = len(lost) + len(odd) + abs(unanswered)
    note = f"{len(lost)} lost, {len(odd)} in an odd state, {unanswered} done without an answer; {dict(states)}"
    return [
        Row(f"flood of {flood.name}: updates lost or marked wrongly", wrong, "0", wrong == 0, note),
        Row(
            f"flood of {flood.name}: notices",
            notices,
            str(flood.notices),
            notices == flood.notices,
            f"the flooder got {len(said) - notices} answers, then silence",
        ),
    ]


def _resident_mb(pid: int) -> float:
    pages = int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def _cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
