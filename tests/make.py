"""Values for tests, with readable defaults."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.cli.brief import make_frames
from bot.config import Config
from bot.delivery.briefing_cache import BriefingCache
from bot.delivery.planning import Planner
from bot.i18n import load_catalog
from bot.views.page import Frame
from storage.model import (
    Article,
    ArticleText,
    Bullet,
    FoundReport,
    NewFeed,
    Occurrence,
    Preferences,
    Source,
    Status,
    Subscription,
)
from storage.store import Storage

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


def make_text(headline: str = "Ferries go electric", **changes: Any) -> ArticleText:
    """Return what an article says."""
    defaults: dict[str, Any] = {
        "bullets": (Bullet(text="Four boats replace nine.", sources=(1,)), Bullet(text="Fares stay.", sources=(1, 2))),
        "body": ("The first boat left at dawn. [1]", "Gulls were heard. [2]"),
        "sources": (
            Source(outlet="The Harbour Gazette", title="At the plug", url="https://harbour.example/plug"),
            Source(outlet="Meridian Wire"),
        ),
        "section": "World",
    }
    return ArticleText(headline=headline, **(defaults | changes))


async def store_report(storage: Storage, title: str) -> None:
    """Store a feed with one report of outlet A, `https://a.example/1`, as polling finds it."""
    await storage.feeds.add([NewFeed(url="https://a.example/f", outlet="A")], interval=timedelta(hours=1), now=NOW)
    found = FoundReport(
        feed_id=1, outlet="A", key="k", url="https://a.example/1", url_key="a.example/1", title=title, summary=""
    )
    await storage.reports.add([found], section=None, now=NOW)


def make_article(number: int = 1, text: ArticleText | None = None, **changes: Any) -> Article:
    """Return a published article."""
    defaults: dict[str, Any] = {
        "status": Status.PUBLISHED,
        "revision": 1,
        "created_at": NOW,
        "modified_at": NOW,
        "published_at": NOW,
    }
    return Article(number=number, text=text or make_text(), **(defaults | changes))


def make_frame(**changes: Any) -> Frame:
    """Return a frame for a private chat in English."""
    defaults: dict[str, Any] = {
        "words": load_catalog().words("en"),
        "publication": "The Dateline",
        "username": "dateline_bot",
        "zone": ZoneInfo("Europe/Berlin"),
    }
    return Frame(**(defaults | changes))


def make_planner(storage: Storage) -> Planner:
    """Return a planner with the configuration as it comes."""
    cache = BriefingCache(storage.candidates)
    return Planner(storage=storage, cache=cache, frames=make_frames(Config()), grace=timedelta(hours=3))


async def read_report(storage: Storage, text: str) -> None:
    """Store outlet A's report with a text, as reading finds it."""
    await store_report(storage, "The gate")
    (report,) = await storage.reports.claim_found(NOW, limit=1, lease=timedelta(hours=1))
    await storage.reports.save_text(replace(report, text=text), url_key="a.example/1")


async def ensure_subscription(
    storage: Storage,
    chat_id: int,
    thread_id: int | None,
    *,
    language: str = "en",
    preferences: Preferences,
    next_occurrence: Occurrence | None,
    now: datetime,
) -> tuple[Subscription, bool]:
    """Store a chat's subscription, unless it has one."""
    subscription = Subscription(
        id=0, chat_id=chat_id, thread_id=thread_id, language=language, preferences=preferences,
        next_occurrence=next_occurrence,
    )  # fmt: skip
    return await storage.subscriptions.ensure(subscription, now=now)


def wishes(subscription: Subscription) -> tuple[object, ...]:
    """Return what people set: when it is next due may change of itself, in that very moment."""
    return subscription.preferences, subscription.is_stopped, subscription.paused_until


def make_png(width: int, height: int) -> bytes:
    """Return what begins like a PNG of that size; nobody here looks further."""
    return b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + width.to_bytes(4, "big") + height.to_bytes(4, "big")
