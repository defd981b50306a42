"""/metrics: what Prometheus reads. docs/metrics.md lists them, and a test holds the list."""

import asyncio
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from aiohttp import web
from prometheus_client import CollectorRegistry, PlatformCollector, ProcessCollector, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from storage.store import Storage

COUNTED_EVERY_SECONDS = 30.0  # tables are counted no more often, however often somebody asks
CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Metric:
    """A gauge: what it says, and the label of its parts."""

    help: str
    label: str | None = None


METRICS: Mapping[str, Metric] = {
    "dateline_chats": Metric("Chats known, by whether they can be written to.", "state"),
    "dateline_subscriptions": Metric("Subscriptions that get briefings, and stopped ones.", "state"),
    "dateline_deliveries": Metric("Rows of the ledger that are kept, by state.", "state"),
    "dateline_articles_published": Metric("Articles that readers may see."),
    "dateline_updates": Metric("Updates in the inbox, by state.", "state"),
    "dateline_feeds": Metric("Feeds, and those that do not answer as feeds.", "kind"),
    "dateline_deliveries_paused": Metric("1 while this process sends no bulk, because Telegram does not answer."),
    "dateline_loop_lag_seconds": Metric("How late the event loop was when it was last asked."),
}


class Metrics:
    """Counts, and answers with what was counted last."""

    def __init__(
        self, storage: Storage, is_paused: Callable[[], bool], monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._storage = storage
        self._is_paused = is_paused
        self._monotonic = monotonic
        self._counts: dict[str, dict[str, float]] = {}
        self._counted_at = float("-inf")
        self._counting = asyncio.Lock()

    def add_to(self, app: web.Application) -> None:
        """Serve /metrics from a web application."""
        app.router.add_get("/metrics", self._answer)

    async def _answer(self, _: web.Request) -> web.Response:
        async with self._counting:
            if self._monotonic() - self._counted_at >= COUNTED_EVERY_SECONDS:
                self._counts = await self._count()
                self._counted_at = self._monotonic()
        asked_at = self._monotonic()
        await asyncio.sleep(0)
        lag = self._monotonic() - asked_at
        now = {"dateline_deliveries_paused": float(self._is_paused()), "dateline_loop_lag_seconds": lag}
        registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        PlatformCollector(registry=registry)
        registry.register(_Gauges({**self._counts, **{name: {"": value} for name, value in now.items()}}))
        body = await asyncio.to_thread(generate_latest, registry)
        return web.Response(body=body, headers={"Content-Type": CONTENT_TYPE, "Cache-Control": "no-store"})

    async def _count(self) -> dict[str, dict[str, float]]:
        storage = self._storage
        counts: dict[str, Mapping[str, int]] = {
            "dateline_chats": await storage.chats.count(),
            "dateline_subscriptions": await storage.subscriptions.count(),
            "dateline_deliveries": await storage.deliveries.count(),
            "dateline_articles_published": {"": await storage.articles.count_published()},
            "dateline_updates": await storage.inbox.count(),
            "dateline_feeds": await storage.feeds.count(),
        }
        return {name: {part: float(value) for part, value in parts.items()} for name, parts in counts.items()}


class _Gauges(Collector):
    def __init__(self, values: Mapping[str, Mapping[str, float]]) -> None:
        self._values = values

    def collect(self) -> Iterable[GaugeMetricFamily]:
        for name, metric in METRICS.items():
            gauge = GaugeMetricFamily(name, metric.help, labels=[metric.label] if metric.label else None)
            for part, value in self._values[name].items():
                gauge.add_metric([part] if metric.label else [], value)
            yield gauge
