"""What one person asks, with a million articles stored, beside a database that holds hardly more than a screen shows."""

import asyncio
import os
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from statistics import median, quantiles

from bot.demo.botapi import people
from storage.model import DeliveryState
from storage.store import Storage, open_storage
from tests.bench.answering import Answering, answering
from tests.bench.bulk import forget_readers, library_folder, make_postgresql_library, make_sqlite_library
from tests.bench.library import FREQUENT, HIDDEN, MEDIUM, RARE, SECTIONS
from tests.bench.measuring import Row
from tests.bench.stub import stub
from tests.chatting import Reader, chatting
from tests.make import NOW
from tests.postgres import PostgresServer, kept_server

CALLS = int(os.environ.get("BENCH_CALLS", "200"))
FEW = 480  # two pages of each section: answers say as much as with many; an empty database is shown beside them
UNSEEN = 5  # calls before the measured ones: a process that has just started is no reader's bot
STARTS = 30
ROUNDS = 5

Act = Callable[[Answering, int], Awaitable[float]]


def _reads(articles: int) -> dict[str, Act]:
    far, far_in_section = articles * 6 // 100, articles // len(SECTIONS) // 16
    return {
        "/recent": lambda bot, _: bot.say("/recent"),
        "/recent SECTION": lambda bot, n: bot.say(f"/recent {SECTIONS[n % len(SECTIONS)]}"),
        f"/recent, page {far:,} by button": lambda bot, n: bot.press(f"recent:{far - n}"),
        f"/recent {articles // 2:,}": lambda bot, n: bot.say(f"/recent {articles // 2 - n}"),
        "a section's page, far back": lambda bot, n: bot.press(f"recent:section_a3:{max(1, far_in_section - n)}"),
        "/story": lambda bot, _: bot.say("/story"),
        "/story 12": lambda bot, _: bot.say("/story 12"),
        "Older": lambda bot, _: bot.press("older:12"),
        "inline, nothing typed": lambda bot, _: bot.ask_inline(""),
        "inline, a word": lambda bot, n: bot.ask_inline(FREQUENT[n % 8]),
        "inline, #12": lambda bot, _: bot.ask_inline("#12"),
        "/start": lambda bot, _: bot.say_as_stranger("/start"),
    }


def _searches() -> dict[str, Callable[[int], str]]:
    return {
        "a word in 25 %": lambda n: FREQUENT[n % 8],
        "a word in 1 %": lambda n: MEDIUM[n % 16],
        "a word in 0.02 %": lambda n: RARE[n % 20],
        "three letters": lambda n: ("qua", "vex", "zim", "xyr")[n % 4],
        "an unfinished word": lambda n: (FREQUENT[n % 8][:5], HIDDEN[n % 8][:5], MEDIUM[n % 16][:6])[n % 3],
        "two words in 25 % each": lambda n: f"{FREQUENT[n % 8]} {FREQUENT[(n + 3) % 8]}",
        "one in 25 % and one in 0.02 %": lambda n: f"{FREQUENT[n % 8]} {RARE[n % 20]}",
        "a word in bodies only": lambda n: HIDDEN[n % 8],
        "a word that nobody wrote": lambda n: f"qqq{n}",
    }


@contextmanager
def library_server(articles: int) -> Iterator[PostgresServer]:
    """Run the PostgreSQL server that keeps a library of this size."""
    folder = library_folder(articles) / "postgresql"
    folder.mkdir(exist_ok=True)
    with kept_server(folder) as server:
        yield server


async def sqlite_urls(articles: int, deliveries: int) -> dict[str, str]:
    """Return the addresses of three SQLite databases: empty, with few articles, with many."""
    return {
        "empty": await make_sqlite_library(0, 0),
        "few": await make_sqlite_library(FEW, FEW),
        "many": await make_sqlite_library(articles, deliveries),
    }


async def postgresql_urls(server: PostgresServer, articles: int, deliveries: int) -> dict[str, str]:
    """Return the addresses of three PostgreSQL databases: empty, with few articles, with many."""
    sizes = {"empty": (0, 0), "few": (FEW, FEW), "many": (articles, deliveries)}
    folder, urls = library_folder(articles), {}
    for name, size in sizes.items():
        urls[name] = await server.ensure_database(name)
        await make_postgresql_library(urls[name], folder / f"postgresql-{name}.done", *size)
    return urls


async def million(engine: str, urls: dict[str, str], articles: int) -> list[Row]:
    """Measure every read of one engine."""
    storages = {name: open_storage(url) for name, url in urls.items()}
    many = storages["many"]
    for storage in storages.values():
        await forget_readers(storage)
    async with stub() as origin, answering(storages, origin) as bots:
        rows = [await _beside(engine, what, act, bots) for what, act in _reads(articles).items()]
        rows += [await _search(engine, what, query, bots["many"]) for what, query in _searches().items()]
    rows += await _ledger(engine, many)
    for storage in storages.values():
        await forget_readers(storage)
        await storage.close()
    return rows


async def _beside(engine: str, what: str, act: Act, bots: dict[str, Answering]) -> Row:
    """Ask all of them in turn."""
    taken: dict[str, list[float]] = {name: [] for name in bots}
    for call in range(CALLS + UNSEEN):
        for name, bot in bots.items():
            taken[name].append(await act(bot, call))
    middle = {name: median(each[UNSEEN:]) for name, each in taken.items()}
    late = {name: quantiles(each[UNSEEN:], n=20)[-1] for name, each in taken.items()}
    ratio = middle["many"] / middle["few"]
    note = f"p50 {middle['many']:.1f} to {middle['few']:.1f} ms (empty {middle['empty']:.1f}), p95 {late['many']:.1f} to {late['few']:.1f}"
    holds = ratio <= 1.5 and late["many"] <= late["few"] + 25
    return Row(f"{what}, {engine}: many stored to few", ratio, "≤ 1.5, p95 ≤ +25 ms", holds, note)


async def _search(engine: str, what: str, query: Callable[[int], str], bot: Answering) -> Row:
    taken = [await bot.say(f"/search {query(call)}") for call in range(CALLS + UNSEEN)][UNSEEN:]
    late = quantiles(taken, n=20)[-1]
    return Row(f"/search {what}, {engine}, p95 ms", late, "≤ 50", late <= 50, f"p50 {median(taken):.1f}")


async def _ledger(engine: str, storage: Storage) -> list[Row]:
    deliveries = storage.deliveries

    async def stats() -> None:
        await storage.chats.count()
        await storage.subscriptions.count()
        await deliveries.count()
        await storage.articles.count_published()

    async def lists() -> None:
        for state in (None, *DeliveryState):
            await deliveries.list(state, limit=50)

    async def recover() -> None:
        await deliveries.recover(now=NOW, resends=False)

    counted = sum((await deliveries.count()).values())
    rows = []
    for what, work, most in (
        ("stats", stats, 1000),
        ("deliveries list, every state", lists, 1000),
        ("recover", recover, 5),
    ):
        taken = []
        for _ in range(ROUNDS if most == 1000 else CALLS // 4):
            began = time.perf_counter()
            await work()
            taken.append((time.perf_counter() - began) * 1000)
        note = f"longest {max(taken):.1f}, over {counted:,} deliveries"
        rows.append(Row(f"{what}, {engine}, ms", median(taken), f"≤ {most:,}", median(taken) <= most, note))
    return rows


async def beginning(url: str) -> list[Row]:
    """Let thirty people start at once, and another ask for help."""
    storage = open_storage(url)
    await forget_readers(storage)
    taken = []
    async with chatting(storage, lambda: NOW + timedelta(hours=1)) as chat:  # when nothing is due
        for round_ in range(ROUNDS):
            for n in range(STARTS):
                person = chat.world.add_person(f"Reader {round_}.{n}", "en", f"reader{round_}x{n}")
                people.write(chat.world, person, chat.world.chats[person.id], "/start")
            taken.append(await _until_answered(chat.ada, "/help"))
            await chat.ada.settled()  # all thirty were answered
    await forget_readers(storage)
    await storage.close()
    what = f"{STARTS} /start at once, somebody else's /help, ms"
    return [Row(what, max(taken), "≤ 300", max(taken) <= 300, f"the longest of {ROUNDS}; median {median(taken):.0f}")]


async def _until_answered(reader: Reader, text: str) -> float:
    before = len(reader.said()) + 1
    began = time.perf_counter()
    people.write(reader.world, reader.person, reader.chat, text)
    async with asyncio.timeout(120):
        while len(reader.said()) <= before:
            await asyncio.sleep(0.001)
    return (time.perf_counter() - began) * 1000
