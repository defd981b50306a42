"""A year of a newsroom with many readers: what is kept at any time, how long a night's prune takes, and whom it holds up.

Days that the windows keep are stored, and some before them, which the prune forgets; nothing older was ever more.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import event

from bot.config import Config
from bot.wiring.ticks import make_pruning
from storage import schema
from storage.migrate import upgrade
from storage.model import DeliveryKind, DeliveryState, Preferences, ReportState, Shows, UpdateState
from storage.preferences import to_json
from storage.store import Storage, open_storage
from tests.bench.invented import Invented, invent_reports
from tests.bench.library import Rows
from tests.bench.measuring import Row
from tests.bench.ticks import subscribe_many
from tests.make import NOW, make_text

DAY = timedelta(days=1)
OLDER_DAYS = 5  # that the first prune finds: as if it had not run so long
MORE_DAYS = 10  # of nights one after another
PROFILES = 50  # so many texts go out each day
ARTICLES = 20
BODY_CHARACTERS = 3500
UPDATE_BYTES = 600
ANSWERED = 10  # every tenth chat asks for a story too
DRAFTED = 10  # every tenth event has a draft that nobody touches
AT_ONCE = 5000


@contextmanager
def watch_transactions(storage: Storage) -> Iterator[list[float]]:
    """Give a list that takes how many seconds each writing transaction lasts, from its BEGIN until it is committed."""
    engine, began, seconds = storage.database.writer.sync_engine, [0.0], [0.0]

    def begin(_connection: object) -> None:
        began[0] = time.perf_counter()

    def end(_connection: object, _record: object) -> None:  # the connection goes back as soon as it is committed
        seconds.append(time.perf_counter() - began[0])

    event.listen(engine, "begin", begin)
    event.listen(engine.pool, "checkin", end)
    yield seconds
    event.remove(engine, "begin", begin)
    event.remove(engine.pool, "checkin", end)


@dataclass(frozen=True, slots=True)
class Newsroom:
    """Writes what a day leaves behind; days are counted from the first that is stored."""

    chats: int
    begin: datetime
    invented: tuple[Invented, ...] = field(repr=False)

    def iter_day(self, day: int, *, has_all: bool) -> Iterator[Rows]:
        """Yield the rows of a day: messages at least, and where it is recent enough all the others."""
        at = self.begin + day * DAY
        yield self._compositions(day, at)
        for start in range(0, self.chats, AT_ONCE):
            ids = range(start, min(start + AT_ONCE, self.chats))
            yield {schema.messages: [self._message(n, day, at) for n in ids]}
            if has_all:
                yield {schema.deliveries: [self._delivery(n, day, at) for n in ids]}
                yield {schema.updates: [_update(n, day * self.chats + n, at) for n in ids]}
            asking = [n for n in ids if n % ANSWERED == 0]
            yield {schema.messages: [self._answer(n, day, at) for n in asking]}
            key = {"position": 1, "article_number": 1, "revision": 1}
            yield {schema.message_articles: [{"chat_id": 1 + n, "message_id": 2 * day + 2, **key} for n in asking]}
        if has_all:
            yield from self._news(day, at)

    def _compositions(self, day: int, at: datetime) -> Rows:
        body = '{"text":"' + "A line of a briefing. " * (BODY_CHARACTERS // 22) + '"}'
        ids = [day * PROFILES + n + 1 for n in range(PROFILES)]
        profile = {"language": "en", "is_private": True, "at": at.isoformat(), "cutoff": None, "more": 0}
        profile |= {"preferences": to_json(Preferences()), "has_more": False}
        return {
            schema.compositions: [
                {"id": each, "key": f"{each:064}", "bodies": [body], "profile": profile, "created_at": at}
                for each in ids
            ],
            schema.composition_articles: [
                {"composition_id": each, "part": 0, "position": n, "article_number": (each + n) % ARTICLES + 1, "revision": 1}
                for each in ids
                for n in range(1, 6)
            ],
        }  # fmt: skip

    def _message(self, n: int, day: int, at: datetime) -> dict[str, Any]:
        composed = {"composition_id": day * PROFILES + n % PROFILES + 1, "part": 0}
        return {"chat_id": 1 + n, "message_id": 2 * day + 1, "shows": Shows.BRIEFING, "sent_at": at, **composed}

    def _answer(self, n: int, day: int, at: datetime) -> dict[str, Any]:
        return {"chat_id": 1 + n, "message_id": 2 * day + 2, "shows": Shows.STORY, "sent_at": at}

    def _delivery(self, n: int, day: int, at: datetime) -> dict[str, Any]:
        return {
            "kind": DeliveryKind.BRIEFING,
            "subscription_id": 1 + n,
            "occurrence": f"{at:%Y-%m-%d} 08:00",
            "chat_id": 1 + n,
            "thread_id": 0,
            "composition_id": day * PROFILES + n % PROFILES + 1,
            "is_silent": False,
            "state": DeliveryState.SENT,
            "due_at": at,
            "expires_at": at + timedelta(hours=3),
            "part": 1,
            "epoch": 1,
            "worker_id": "newsroom-1:4242:0f0f0f0f",
            "message_id": 2 * day + 1,
            "cutoff_before": at - DAY,
            "cutoff_after": at,
            "settled_at": at,
        }

    def _news(self, day: int, at: datetime) -> Iterator[Rows]:
        first = day * len(self.invented) + 1
        events = sorted({each.event for each in self.invented})
        drafted = events[::DRAFTED]
        numbers = {each: ARTICLES + 1 + day * len(drafted) + place for place, each in enumerate(drafted)}
        yield _drafts(list(numbers.values()), at)
        yield {
            schema.events: [
                {"id": first + n, "created_at": at, "changed_at": at, "article_number": numbers.get(n), "drafted_outlets": 0}
                for n in events
            ],
        }  # fmt: skip
        yield {schema.reports: [_report(each, first, day, at) for each in self.invented]}


def _update(n: int, number: int, at: datetime) -> dict[str, Any]:
    sent = {"lane": f"chat {1 + n}", "sender": f"{1 + n}", "content": b'{"update_id":1}'.ljust(UPDATE_BYTES)}
    return {"update_id": number, "received_at": at, "state": UpdateState.DONE, "tries": 1, **sent}


def _drafts(numbers: list[int], at: datetime) -> Rows:
    words = "words of a draft " * 12
    article = {"status": "draft", "revision": 1, "language": "en", "primary_language": "en", "created_at": at}
    article |= {"modified_at": at, "search_headline": "draft", "search_bullets": words, "search_body": words * 15}
    key = {"revision": 1}
    revision = {**key, "headline": "A draft", "body": [words * 5] * 3, "created_at": at}
    bullet = {**key, "text": words, "sources": [1]}
    source = {**key, "outlet_id": 1, "title": "A report", "url": "https://outlet1.example/1"}
    three = range(1, 4)
    return {
        schema.articles: [{**article, "number": number} for number in numbers],
        schema.revisions: [{**revision, "article_number": number} for number in numbers],
        schema.bullets: [{**bullet, "article_number": n, "position": place} for n in numbers for place in three],
        schema.sources: [{**source, "article_number": n, "position": place} for n in numbers for place in three],
        schema.checks: [{**key, "article_number": n, "findings": [], "checked_at": at} for n in numbers],
    }


def _report(each: Invented, first: int, day: int, at: datetime) -> dict[str, Any]:
    document, url = each.document, f"outlet{each.number % 40}.example/{day}/{each.number}-a-name-of-some-length"
    return {
        "id": first + each.number,
        "outlet_id": 1 + each.number % 2,
        "key": f"https://{url}",
        "url": f"https://{url}",
        "url_key": url,
        "title": document.title,
        "summary": document.text[:200],
        "authors": ["An Author"],
        "published_at": at,
        "found_at": at,
        "language": "en",
        "text": document.text,
        "text_hash": f"{first + each.number:064}",
        "state": ReportState.PLACED,
        "tries": 1,
        "next_try_at": at,
        "event_id": first + each.event,
        "version": 1,
    }


async def retained(folder: Path, chats: int, reports: int, most_mb: float) -> list[Row]:
    """Store what the windows keep and some days more, prune, and go on for some days."""
    path = folder / "retained.db"
    storage = open_storage(f"sqlite:///{path}")
    await upgrade(storage.database)
    await storage.articles.add([make_text(f"Story {n}") for n in range(ARTICLES)], now=NOW, publish=True)
    await subscribe_many(storage, 1, chats, profiles=PROFILES, due_in=DAY)
    days = Config().retention
    last = days.messages_days + OLDER_DAYS
    invented = tuple(invent_reports(reports, seed=9, begin=NOW, window=DAY))
    newsroom = Newsroom(chats, NOW - last * DAY, invented)
    for day in range(last):
        has_all = last - day <= max(days.reports_days, days.deliveries_days) + OLDER_DAYS
        await _store(storage, newsroom, day, has_all=has_all)
    first = await _prune(storage, NOW)
    sizes = [_size_mb(path)]
    for day in range(last, last + MORE_DAYS):
        await _store(storage, newsroom, day, has_all=True)
        night = await _prune(storage, newsroom.begin + (day + 1) * DAY)
        sizes.append(_size_mb(path))
    await storage.close()
    what, longest = f"{chats:,} chats, {reports:,} reports a day", max(first[1], night[1])
    grown = sizes[-1] - sizes[0]
    slack = 0.02 * sizes[0]
    return [
        Row(f"kept of {what}, MB", sizes[-1], f"≤ {most_mb:,.0f}", sizes[-1] <= most_mb, f"after {MORE_DAYS} more days"),
        Row("grown in those days, MB", grown, f"≤ {slack:.0f}", grown <= slack, f"from {sizes[0]:.0f} MB"),
        Row(f"first prune of {OLDER_DAYS} days, s", first[0], "", None, f"a night's later {night[0]:.1f} s"),
        Row("its longest transaction, ms", longest * 1000, "≤ 250", longest <= 0.25),
    ]  # fmt: skip


async def _store(storage: Storage, newsroom: Newsroom, day: int, *, has_all: bool) -> None:
    for rows in newsroom.iter_day(day, has_all=has_all):
        async with storage.database.writing() as connection:
            for table, values in rows.items():
                await connection.execute(table.insert(), values)


async def _prune(storage: Storage, now: datetime) -> tuple[float, float]:
    """Prune as every night; return how long it took, and its longest transaction, in seconds."""
    began = time.perf_counter()
    with watch_transactions(storage) as seconds:
        await make_pruning(Config(), storage, lambda: now).prune(now)
    return time.perf_counter() - began, max(seconds)


def _size_mb(path: Path) -> float:
    return sum(file.stat().st_size for file in (path, path.with_name(f"{path.name}-wal"))) / 1e6
